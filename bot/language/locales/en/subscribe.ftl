# Digests: putting a subscription together, what a chat has subscribed to, and what stands around a digest.

command-subscribe = Get a digest of what changed
command-subscriptions = Your digests: change, pause, export
command-unsubscribe = End a digest

## Buttons

button-subscribe = Subscribe
button-everything = Everything
button-by-facet-population = All who are counted
button-by-facet-measure = By what happened
button-by-facet-object = By kind of object
button-by-facet-place = By place
button-by-facet-claimant = By who says it
button-several = Several things
button-done = Done
button-cancel = Cancel
button-daily = Every day
button-at-once = At once
button-month-day = Day { $day }
button-last-day = Last day
button-zone = { $city } · { $time }
button-yes-right = Yes, that is right
button-no-quiet = No quiet hours
button-no-words = No words: tell everything
button-any-growth = However much it changes
button-new-digest = New digest
button-other-chat = For a group or channel
button-pick-group = Choose a group
button-pick-channel = Choose a channel
button-set-up-in-private = Set up in a private chat
button-export = Export
button-import = Import
button-all-digests = All digests
button-all-of-them = All of them
button-change-topics = Topics
button-change-frequency = How often
button-change-time = Time
button-change-zone = Time zone
button-change-words = Filter words
button-change-threshold = Threshold
button-change-quiet = Quiet hours
button-change-language = Language
button-always = Also without changes
button-only-changes = Only changes
button-silent = Without a sound
button-with-sound = With a sound
button-pin = Pin each one
button-unpin = Do not pin
button-here = Send it to this topic
button-preview = Example
button-pause = Pause
button-pause-d = For a day
button-pause-w = For a week
button-pause-u = Until I resume it
button-resume = Resume
button-remove = Remove
button-undo = Undo
button-undo-one = Undo: { $digest }
button-whole-digest = Show all
button-charts = Topics and charts
button-change-or-stop = Change or stop
button-for-admins = For admins: change or stop
button-show-again = Show it again
button-it-arrived = It arrived

alert-too-many-topics = That is too many combinations for one digest. Choose fewer, or make another digest.
alert-too-many-digests = There are as many digests here as one chat can have. Remove one first.
alert-thank-you = Thank you.

## Putting one together

subscribe-new-title = New digest
subscribe-change-title = Change the digest
subscribe-for = For: { $chat }
subscribe-named = “{ $chat }”
subscribe-unnamed-chat = a group or channel
subscribe-ask-topics = What shall it tell you about?
subscribe-ask-frequency = How often? A weekday means every week, a day of the month every month.
subscribe-ask-time = At what time? Press one, or type another, such as 8:30.
subscribe-ask-zone = By which clock? Press a place where it is the same time now as where you are, or type your city.
subscribe-ask-quiet = In which hours shall nothing be sent? What falls into them comes when they end.
subscribe-ask-words = Type words with commas between them: only figures are told that have one of them in a name, place, caveat or quotation.
subscribe-ask-threshold = By how much must a claimant’s total grow before it is told? Press a number or type one. Corrections and withdrawals of what you were told come in any case.
subscribe-ask-language = In which language?
subscribe-as-reply = Type it as a reply to this message.
subscribe-topic-unknown = I did not recognise a topic in this. Choose one:
subscribe-zone-right = { $city }: it is now { $time } there, right?
subscribe-zone-which = Which of these is your clock?
subscribe-unread-time = I do not read a time of day in this.
subscribe-unread-zone = I know no such place. A larger city nearby will do.
subscribe-unread-words = Up to 10 words or phrases, with commas between them, please.
subscribe-unread-threshold = A whole number, please.
subscribe-cancelled = Nothing was changed.
subscribe-subscribed = Subscribed. An example follows.
subscribe-changed = Changed.
subscribe-have-it = You have this digest already.

subscribe-frequency-at-once = as soon as something changes
subscribe-frequency-daily = every day
subscribe-frequency-weekly = every week
subscribe-frequency-monthly = every month

## What one says about itself

subscribe-everything = everything
subscribe-by = according to: { $claimants }
subscribe-at-once = as soon as something changes
subscribe-daily = every day at { $time }
subscribe-weekly-0 = every Monday at { $time }
subscribe-weekly-1 = every Tuesday at { $time }
subscribe-weekly-2 = every Wednesday at { $time }
subscribe-weekly-3 = every Thursday at { $time }
subscribe-weekly-4 = every Friday at { $time }
subscribe-weekly-5 = every Saturday at { $time }
subscribe-weekly-6 = every Sunday at { $time }
subscribe-monthly = on day { $day } of each month at { $time }
subscribe-monthly-last = on the last day of each month at { $time }
subscribe-moment = { $date }, { $time }
subscribe-quiet = Nothing is sent from { $from } to { $to } ({ $city }).
subscribe-moved = It comes at { $time }, when the quiet hours end.
subscribe-changes = Only when something changed.
subscribe-always = Also when nothing changed, with the figures as they stand.
subscribe-words = Only with one of these words: { $words }
subscribe-threshold = Totals only when they grow by more than { $number }.
subscribe-silent = Without a sound.
subscribe-pinned = Each one is pinned, where I may do that.
subscribe-language = Language: { $language }
subscribe-next = Next: { $moment }
subscribe-is-paused = paused
subscribe-is-removed = Removed.
subscribe-paused-until = Paused until { $moment }.
subscribe-paused-chosen = Paused until you resume it.
subscribe-paused-unreachable = Paused: I could not write here.
subscribe-paused-no-topic = Paused: its forum topic is closed or deleted.
subscribe-paused-no-rights = Paused: I may not write there.

## What there is

subscribe-list-private = Your digests
subscribe-list-group = Digests of this group
subscribe-none-private = You get no digests.
subscribe-none-group = This group gets no digests.
subscribe-how-long = Pause for how long? What is new meanwhile is told afterwards.
subscribe-resumed = It goes on.
subscribe-restored = It is back.
subscribe-moved-here = It will come to this topic.
subscribe-removed = Removed
subscribe-which-to-end = Which one shall end?
subscribe-not-there = There is nothing here to do this with, or you may not.
subscribe-pick = For which group or channel? Telegram shows those that you administer and where I am.
subscribe-picked-none = I need to be in that chat, and you need to be one of its admins.
subscribe-channel = Digests of a channel are set up by its admins in a private chat, where readers do not see it.
subscribe-admins-only = Only admins may decide about the digests of a group or channel.
subscribe-cannot-post = I may not write there. Allow me to post messages, then try again.
subscribe-goes-on = { $count ->
    [one] { $count } digest that had stopped goes on.
   *[other] { $count } digests that had stopped go on.
 }

subscribe-privacy = Of a digest: what was chosen for it, and when which one was sent; of one for a group or channel also who set it up, to tell them when it stops. A removed one can be restored for a month.

## Files

subscribe-export = Your digests as a file. To take them in again, here or elsewhere, send it to me.
subscribe-export-group = The digests of this group as a file. To take them in again, an admin replies to me with it.
subscribe-import-private = Send me the file (JSON) that an export gave you.
subscribe-import-group = Reply to this message with the file (JSON) that an export gave you.
subscribe-imported-none = Nothing new was taken in.
subscribe-imported = { $count ->
    [one] Taken in: { $count } digest
   *[other] Taken in: { $count } digests
 }
subscribe-import-known = { $count ->
    [one] { $count } was here already.
   *[other] { $count } were here already.
 }
subscribe-import-refused = Nothing was taken in.
subscribe-import-too-large = The file is too large.
subscribe-import-not-json = The file is not JSON.
subscribe-import-not-ours = The file is no export of this bot.
subscribe-import-newer = The file was written by a newer version of this bot.
subscribe-import-wrong = This is missing, unknown or not as it should be: { $where }
subscribe-import-unknown-topic = The figures here have no such topic, place or claimant: { $where }
subscribe-import-too-many = That would be more digests than one chat can have.

## Under a digest

subscribe-how-to-stop-private = Change or end it: /subscriptions, /unsubscribe
subscribe-how-to-stop-group = Admins change or end it: /subscriptions, /unsubscribe
subscribe-doubtful = The digest of { $moment } may not have arrived.
subscribe-doubtful-how = /subscriptions shows it again.
subscribe-page = Page { $page } of { $pages }
subscribe-topics = Each topic with all its figures and its chart:
subscribe-notice-no-topic = A digest is paused: its forum topic is closed or deleted.
subscribe-notice-no-rights = A digest is paused: I may not write there any more.
subscribe-notice-unreachable = A digest is paused: I am not in that chat any more.
subscribe-notice-chosen = A digest is paused.
