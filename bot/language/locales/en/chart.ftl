# On the picture of an answer, and in the words that go with it.

chart-logarithmic = Logarithmic scale: equal steps multiply.
chart-thinned = A line runs through all figures; of very many, only some are marked.
chart-lines = A line joins one claimant’s totals; nobody said the numbers between them.
chart-more-claimants = { $count ->
    [one] { $count } more claimant is not drawn.
   *[other] { $count } more claimants are not drawn.
 }
chart-more-panels = { $count ->
    [one] { $count } more topic is not drawn.
   *[other] { $count } more topics are not drawn.
 }
chart-sources = Sources: { $names }
chart-sources-more = Sources: { $names } and others
chart-data = Data { $version }, up to { $date }
chart-mark-exact = exact number
chart-mark-about = “about”, “nearly”
chart-mark-at-least = “at least”, “more than”
chart-mark-at-most = “up to”
chart-mark-between = from … to …
chart-mark-replaced = superseded, corrected
chart-mark-void = withdrawn, forged, misattributed
chart-first = first { $value }, { $when }
