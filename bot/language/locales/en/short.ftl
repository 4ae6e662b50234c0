# The short form of an answer, and what can be taken out of one: a citation, a table.

short-newest-totals = Newest total of each claimant, by date
short-newest-figures = Newest figure of each claimant, by date
short-more-claimants = { $count ->
    [one] … { $count } more claimant …
   *[other] … { $count } more claimants …
 }
short-more-readings = { $count ->
    [one] { $count } more topic was asked about: ask about it by itself.
   *[other] { $count } more topics were asked about: ask about them by themselves.
 }
short-evidence-title = Where it was printed
short-evidence-left-out = (more evidence than one message holds)
