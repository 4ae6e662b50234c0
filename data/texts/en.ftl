# What this package is about: shown by the program where it introduces itself, helps, or must decline.

subject-title = Claims about losses in the war between Russia and Ukraine
subject-about = This database holds figures that the parties to the war, international bodies, other states and independent counts have published about losses since 24 February 2022: who said each number, when, up to which date it counts, and where it was printed. It does not decide which number is true: it shows them side by side, each with what is doubtful about it.

subject-examples-1 = How many Russian soldiers have been killed?
subject-examples-2 = How many Ukrainian soldiers were killed according to Russia’s ministry of defence?
subject-examples-3 = How many children in Ukraine have been killed according to the UN?

subject-help-missing = I am sorry that you have to look for someone; this database holds only numbers, never names. The Red Cross helps families of people who are missing or held prisoner: its Central Tracing Agency can be reached through https://familylinks.icrc.org.

subject-borders = Figures count by the internationally recognised borders: Crimea and the areas of Ukraine held by Russian forces are counted as Ukraine, the areas of Russia held by Ukrainian forces as Russia. Where a claimant counts by other borders, the figure carries a caveat.

subject-objects = equipment

# Time zones to choose from, of those who may read this: the ones of all parties are among them.
subject-time-zones = America/New_York Europe/London Europe/Brussels Europe/Kyiv Europe/Moscow
