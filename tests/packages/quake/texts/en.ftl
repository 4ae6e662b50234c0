about = Figures about the Lake Province earthquake of 1 May 2024, each with who said it.
example-1 = How many people were killed?
example-2 = How many houses were destroyed?
help-pointer = The Red Cross looks for missing relatives: https://familylinks.icrc.org
