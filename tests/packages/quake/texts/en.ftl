subject-title = The Lake Province earthquake: who said how many
subject-about = Figures about the Lake Province earthquake of 1 May 2024, each with who said it.
subject-examples-1 = How many people were killed?
subject-examples-2 = How many houses were destroyed?
subject-help-missing = I am sorry that you have to look for someone. The Red Cross helps to find missing relatives: https://familylinks.icrc.org.
