cli-about = Answer a question with every sourced figure that has been published, and who said it.
cli-ask = Print the answer to QUESTION: every sourced figure, who said it, when, and what is doubtful about it.
cli-chat = A conversation in the terminal; lines that are piped in are answered one by one.
cli-explain = Shows how each word of QUESTION is read and what comes of it: for those who extend the vocabulary.
cli-check = Check a claim package (default: the configured one): every fault with file, row, column and what to do.
cli-load = Bring the claim database up to date from PACKAGE. Loading the same package twice changes nothing.
cli-add = Add a claim: asks field by field, or takes a YAML file; shows it as readers will see it before anything is written.
cli-diff = List what changed between two packages, OLD and NEW.
cli-corrections = Print the public log of corrections: what was changed, when and why.
cli-doctor = Check configuration, package, database, token, clock and disk, one line each.

cli-option-config = Settings; default: config.toml in this folder, where there is one.
cli-option-data = Another claim package than the configured one.
cli-option-json = Print the answer as one line of JSON.
cli-option-batch = Answer the questions of FILE (-: standard input), one JSON object a line, with --json.
cli-option-lang = Language of the answer; default: that of the question.
cli-option-today = What "today" and "last month" mean; default: today.
cli-option-previous = The question before it in the same chat.
cli-option-known-by = Only what had been said by that day.
cli-option-figures = At most N figures a reading, the newest of each claimant first; with --json.
cli-option-all = Show every figure, not only the first and the newest of a long series.
cli-option-by = Order by claimant or by date.
cli-option-yaml = The claim as a YAML file instead of questions.
cli-option-yes = Write without asking.
cli-option-fields = List the fields of a claim and what each may hold, and end.
cli-option-warnings = Treat warnings as errors.
cli-option-write-schemas = Bring the Table Schemas in datapackage.json up to date first.
cli-option-since = Only from that day on.

cli-building = Building the claim database
cli-serving-old = The database goes on serving the package it had before.
cli-not-a-day = { $value } is not a day: write it as YYYY-MM-DD, such as 2022-03-03.
cli-question-or-batch = Give a question, or --batch FILE.
cli-batch-needs-json = --batch prints JSON: give --json as well.
cli-trouble = The answer could not be made: { $error }. This does not mean that nobody claimed anything; try again, or run: claimbot doctor
cli-exposed = { $path } holds secrets or decides where they go, and others on this machine can read or change it. Run: chmod 600 { $path }
cli-exposed-data = { $path } holds what chats have chosen, and others on this machine can read or change it. Run: chmod 600 { $path }
cli-shared-folder = Others on this machine can put files into { $path }, where databases and backups are kept. Run: chmod 700 { $path }
cli-checked = { $package }: { $errors ->
    [0] no errors
    [one] { $errors } error
   *[other] { $errors } errors
  }, { $warnings ->
    [0] no warnings
    [one] { $warnings } warning
   *[other] { $warnings } warnings
  }.
cli-loaded = { $package } { $version }: { $added } added, { $changed } changed, { $retired } retired.
cli-unchanged = { $package } { $version } is what the database already holds: nothing changed.
cli-no-difference = No claim differs.
cli-no-corrections = No claim has been corrected since it was first loaded.
cli-proposal = This is how readers will see it:
cli-proposal-changes = What it changes:
cli-proposal-known = a further report of a claim that is already known
cli-proposal-publisher = a publisher that is new to the package
cli-proposal-supersedes = becomes the newest total, in place of
cli-proposal-repeats = the same number is already on record from
cli-proposal-disputes = disputes
cli-write = Write it to the package and the database?
cli-written = Written: { $id }
cli-not-written = Nothing was written.
cli-optional = optional
cli-doctor-ok = ok
cli-doctor-fix = mend

doctor-configuration = configuration
doctor-package = package
doctor-database = database
doctor-token = token
doctor-rights = rights of files
doctor-clock = clock
doctor-disk = disk
doctor-package-ok = { $package } { $version }
doctor-database-ok = { $claims } claims in { $path }, up to { $newest }
doctor-token-none = none set: the terminal works without; for Telegram, ask @BotFather for one and set telegram.token
doctor-token-set = set
doctor-token-shape = telegram.token does not look like a token (123456:ABC…): copy it from @BotFather again
doctor-rights-ok = secrets and settings are closed to other users
doctor-clock-ok = { $now }
doctor-clock-behind = the clock says { $now }, before the newest figure of { $newest }: set the clock
doctor-disk-ok = { $free } MB free at { $path }
doctor-disk-full = only { $free } MB free at { $path }: make room, at least { $needed } MB

explain-typed = typed
explain-read = read as
explain-meaning = can mean
explain-use = taken as
explain-use-none = unknown: may change the question, so it is not answered
explain-use-agent = who did it, or holds the captives
explain-use-captivity = where captives are held
explain-use-claimant = who says it
explain-use-date = date
explain-use-event = the whole of it
explain-use-foe = whom the others fought
explain-use-group = who
explain-use-idle = changes nothing
explain-use-location = in which country
explain-use-means = done with
explain-use-measure = what happened
explain-use-negated = said not to be meant
explain-use-number = number put forward
explain-use-object = what was lost
explain-use-outsider = whose losses no topic here counts
explain-use-place = where
explain-use-population = whose losses
explain-use-sayer = a person who says it: changes nothing
explain-use-side = whose losses
explain-use-speaker = depends on who is speaking
explain-use-stranger = unknown: changes nothing where it stands, and the answer says so
explain-outcome-understood = Understood ({ $language }):
explain-outcome-clarify = Asked back ({ $language }):
explain-outcome-out-of-scope = Refused ({ $language }):
explain-refusal-unknown = too little of it is known
explain-refusal-other-subject = a word leads to another subject
explain-refusal-other-party = a word names people of a third state
explain-refusal-not-a-question = it is no question
explain-refusal-help = it is a cry for help
explain-refusal-person = it seems to name a private person
explain-missing-side = whose losses is open
explain-missing-measure = what happened is open
explain-missing-object = what was lost is open
explain-missing-word = a word is unknown that may change the question
explain-veto-doubt = a name without cases beside a verb: either role would do
explain-veto-speaker = "our", "the enemy": whose depends on who asks
explain-veto-two-sides = two sides are named, and nothing joins or compares them
explain-veto-same-side = the same side would have done it and suffered it
explain-number = number put forward: { NUMBER($low, useGrouping: 0) }–{ NUMBER($high, useGrouping: 0) }
