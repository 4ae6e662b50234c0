# What a digest says. Names of topics, claimants and places come from the claim package and are never inflected here.

digest-title = What is new
digest-title-nothing = Nothing new. The newest figures, as they stand
digest-title-example = An example: what became known from { $from } to { $to }
digest-title-example-day = An example: what became known on { $date }
digest-title-example-nothing = An example: the newest figures, as they stand
digest-title-example-none = An example: there are no figures for this yet
digest-title-none = Nothing new. There are no figures for this yet
digest-count-new = { $count ->
    [one] { $count } new figure
   *[other] { $count } new figures
 }
digest-count-changed = changed on the record: { $count }
digest-count-silent = without a new total: { $count }
digest-data = data { $version }, up to { $date }

digest-changed-title = Changed on the record
digest-new-title = New figures
digest-silent-title = { $days ->
    [one] No new total in this database for more than { $days } day up to { $date }, its newest date
   *[other] No new total in this database for more than { $days } days up to { $date }, its newest date
 }
digest-silent = { $topics } · last total { $when }
digest-more-topics = { $count } more
digest-no-topic = Other counts

digest-difference = difference from { $before }, { $when }: { $number }
digest-differences-from = in brackets, the difference from { $date }
digest-difference-from = difference from { $date }: { $number }
digest-before = before: { $claim }
digest-retired = no longer in this database
digest-restored = stands again
digest-source = printed by { $publisher }
digest-note = Differences are computed by this bot.
digest-bars = { $bars }: the last differences, oldest first.
