# What an answer says. Names of topics, claimants and places come from the claim package and are never inflected here,
# so every phrase takes them as they are.

date-inferred = { $date } (date inferred)
date-year = { $year }
date-range = { $from } – { $to }

## Values with their hedges

value-exact = { $number }
value-about = about { $number }
value-nearly = nearly { $number }
value-at-least = at least { $number }
value-more-than = more than { $number }
value-at-most = up to { $number }
value-between = { $low } – { $high }
value-or-more = { $number } or more
value-or-fewer = { $number } or fewer
value-per-day = { $value } a day
value-per-week = { $value } a week
value-per-month = { $value } a month
value-per-year = { $value } a year
value-with-status = { $value } ({ $status })

## When a figure counts, and when it was said

when-cumulative = as of { $date }
when-counted-from = counted from { $date }
when-period = for { $period }
when-event = one event, { $period }
when-rate = rate, { $period }
when-stock = on { $date }
when-stock-inexact = in { $date }
said-on = said { $date }

## What was understood

head-period = what happened in: { $range }. Totals since the beginning do not answer that.
head-as-of-from = as-of dates: from { $date }
head-as-of-to = as-of dates: up to { $date }
head-as-of-range = as-of dates: { $range }
head-said-from = said: from { $date }
head-said-to = said: up to { $date }
head-said-range = said: { $range }
head-known-by = only what had been said by { $date }
head-claimants = said by: { $names }
head-definition = { $measure }: { $definition }
head-unmatched = No figure for: { $words }. What follows counts all of: { $topic }.
head-no-rate-day = Nobody in this database gave a number per day for this. Totals so far do not answer that.
head-no-rate-week = Nobody in this database gave a number per week for this. Totals so far do not answer that.
head-no-rate-month = Nobody in this database gave a number per month for this. Totals so far do not answer that.
head-set-aside = { $count ->
    [one] One word of the question is unknown to me. The answer leaves it aside.
   *[other] { $count } words of the question are unknown to me. The answer leaves them aside.
}

## How many, and how far apart

figures-count = { $count ->
    [one] { $count } figure
   *[other] { $count } figures
 }
claimants-count = { $count ->
    [one] { $count } claimant
   *[other] { $count } claimants
 }
counts = { $figures } from { $claimants }, in the order of dates (not of size or trust). Newest date: { $newest }.
counts-said-later = { $figures } of them said only after { $date }.
counts-undated = Left out: { $figures }, as the database does not tell when they were said.
spread-title = Spread, as-of dates within seven days
spread-ratio = The higher is about { $ratio } times the lower (computed by this bot).
page = Page { $page } of { $pages }

## Groups of figures

interest-own-losses = own losses
interest-enemy-losses = the other side’s losses
interest-third-party = third party
interest-independent-count = own count of cases
rates-title = So many a day, week or month
no-rates-title = Totals so far, not rates
no-rates-period-title = Numbers for these dates, not rates
stock-title = Number on a given day (it can rise and fall)
other-counting-title = Counted otherwise (for a period, one event, a rate), so not totals
period-other-title = Counted otherwise (a rate, a number on a given day)
other-than-rates-title = Counted otherwise (for a period, one event), so neither rates nor totals
figures-between = { $count ->
    [one] { $count } more in between
   *[other] { $count } more in between
 }
figures-not-shown = { $count ->
    [one] { $count } more not shown here
   *[other] { $count } more not shown here
 }

status-superseded = superseded
status-corrected = corrected
status-withdrawn = withdrawn
status-misattributed = misattributed
status-forged = forged

## Where it was printed

quoted = “{ $text }”
printed-as = printed as “{ $text }”
printed-via = after { $agency }
printed-more = { $count ->
    [one] and { $count } more report
   *[other] and { $count } more reports
 }
distortion-rounded = rounded by this report
distortion-widened = widened by this report
distortion-misdated = misdated by this report
distortion-misprinted = misprinted by this report
distortion-misattributed = misattributed by this report
distortion-garbled = garbled by this report
distortion-reworded = reworded by this report

relation-disputes = disputes
relation-repeats = repeats
relation-revises = revises
relation-derived_from = derived from
relation-part_of = part of
relation-not_comparable_with = not comparable with
relation-reports = reports in general

## What is doubtful, what is near, what is missing

caveats-title = Caveats
author-editors = Editors
notes-signed = { $author }: { $text }
related-title = Not the same, and not mixed in
related-other-measure = other measures
related-part = parts
related-whole = a wider count
related-other-side = the other side
related-place = single places
related-whole-war = not limited to this place
related-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
 }
missing-title = Missing
missing-since = { $claimant }: this database holds no standing total since { $date }.
missing-since-until = { $claimant }: this database holds no standing total since { $date } and up to { $until }.
missing-none = { $claimant }: this database holds no standing total.
missing-none-until = { $claimant }: this database holds no standing total up to { $until }.
missing-newest = Newest date in this database: { $date }.
differences-title = Differences between two totals of one claimant (computed by this bot; nobody said them)
difference = difference: { $number }

## A number put forward

checked-title = The number { $number }
checked-found = Said or printed:
checked-unlimited = Said or printed, but not within the claimants, place or dates asked for:
checked-none = This database holds no figure with this number for: { $topic }.
checked-nearest = Nearest figures:
checked-elsewhere = The same number about something else:
checked-same-days = What others said of the same days:

## Asking back, and having no figure

clarify-side = Whose losses do you mean?
clarify-measure = What do you want to know?
clarify-object = Which kind do you mean?
clarify-population = Whom do you mean?
clarify-date = Which dates do you mean?
clarify-place = Which place do you mean?
clarify-word = One word of the question is unknown to me. Did you mean one of these?
clarify-other = What do you mean?

# Why a reading is offered.
missing-side = whose losses is not said
missing-measure = what happened to them is not said
missing-object = which kind is not said
missing-population = who is meant is not said
unknown-word = a word of the question is unknown
none-found = This database holds no figure for this.
none-nearest = Nearest topics that have figures
rates-nearest = There are numbers per day, week or month for
nearby-measure = within the same limits, other measures
nearby-claimant = whoever says so
nearby-dates = whatever the dates
nearby-limits = without these limits

refusal-unknown = I did not recognise what you ask about.
refusal-other-subject = That is outside what this database collects.
refusal-other-party = This database holds no figures about people of other states.
refusal-not-a-question = I answer questions about figures.
refusal-help = I am sorry that you have to ask this. I hold figures only and cannot look for anyone.
refusal-person = I hold figures only and look up no private person.
examples-title = You can ask, for example:

hint-all = For every figure: claimbot ask --all. For one order of dates: --by date.
