# What operators are told in the chat: /stats; and what can be wrong with what operators watch.

stats-questions = Questions of the last four weeks and this one: { $count }
stats-answered = Answered: { $count }
stats-clarify = Asked back: { $count }
stats-no-figures = Understood, but no figures: { $count }
stats-out-of-scope = About something else: { $count }
stats-not-understood = Not understood: { $count }
stats-outside = Outside what a group asks about: { $count }

stats-topics = Topics asked about
stats-topic = { $topic }: { $count }
stats-more-topics = { $count ->
    [one] and { $count } more topic
   *[other] and { $count } more topics
 }
stats-no-topics = None by enough chats yet.

stats-chats = Chats
stats-groups = Groups and channels with the bot: { $count }
stats-subscribed = With digests: { $count }
stats-recent = Answered in the last half hour: { $count }

stats-deliveries = Deliveries waiting, and done within a day
stats-queued = Waiting: { $count }
stats-sending = Being sent: { $count }
stats-sent = Sent: { $count }
stats-nothing = Nothing new to tell: { $count }
stats-doubtful = Doubtful, not sent again: { $count }
stats-failed = Failed: { $count }
stats-replaced = Replaced by a later one, or stopped: { $count }
stats-no-deliveries = None.

stats-how = { $chats ->
    [one] Nobody is counted here. A topic is counted for a week once { $chats } chat has asked about it since the last start.
   *[other] Nobody is counted here. A topic is counted for a week once { $chats } chats have asked about it since the last start.
 }

cli-cannot-tell-health = /healthz and /metrics cannot be answered on { $listen }:{ $port } ({ $error }): change health.listen and health.port, or end the other program there.

## What claimbot doctor looks at

doctor-chats = chats
doctor-chats-none = no database yet: the first start makes it
doctor-chats-ok = { $where }, whole
doctor-telegram = Telegram
doctor-telegram-none = not asked: there is no token
doctor-telegram-ok = answers as @{ $bot }; { $inline }; { $privacy }
doctor-inline-on = inline mode is on
doctor-inline-off = inline mode is off: send /setinline to @BotFather to turn it on
doctor-privacy-on = in groups it hears what is meant for it only
doctor-privacy-off = in groups it hears everything: send /setprivacy to @BotFather to change that
doctor-webhook = webhook
doctor-webhook-polling = none, as the mode is polling; updates waiting: { $pending }
doctor-webhook-left = Telegram calls { $address }, though the mode is polling: end the program there; claimbot run then takes the webhook away
doctor-webhook-other = Telegram calls { $address } instead of { $wanted }: start claimbot run, which sets the webhook
doctor-webhook-failing = Telegram could not deliver within the last hour: { $error }
doctor-webhook-ok = { $address }; updates waiting: { $pending }
doctor-clock-ahead = the clock says { $now } and is { $seconds } s ahead of Telegram’s: set the clock
doctor-clock-late = the clock says { $now } and is { $seconds } s behind Telegram’s: set the clock
doctor-digests = digests
doctor-digests-ok = waiting: { $waiting }; sent within a day: { $sent }
doctor-digests-overdue = deliveries have been due for { $minutes } min and none gets done: is claimbot run running, and can it reach Telegram?
doctor-health = health
doctor-health-none = /healthz and /metrics are off: set health.port to turn them on
doctor-health-idle = nothing listens on { $where } now: claimbot run will
doctor-health-ok = claimbot on { $where } finds nothing wrong
doctor-health-failed = claimbot on { $where } is not well: { $checks }; its log says more
doctor-health-another = what listens on { $where } is not claimbot, or does not answer ({ $error }): change health.port or end it
doctor-backups = backups
doctor-backups-ok = the newest was made at { $at } UTC: { $path }
doctor-backups-none = none yet: claimbot run makes one a day, in { $path }
doctor-backups-off = none is made by itself, as backup.automatic is false
doctor-backups-late = the newest is of { $at } UTC ({ $path }): is claimbot run running? Its log says why no newer one was made
doctor-backups-shut = this user cannot write to { $path }: change its rights or backup.directory
doctor-clock-server = the clock says { $now } and differs from that of the database’s server by { $seconds } s: set both
doctor-log = log
doctor-log-ok = goes to standard error, format { $format }, level { $level }
doctor-log-closed = standard error cannot be written to ({ $error }), and the log goes there: open it, for example with 2>> FILE
doctor-log-full = standard error is a file on a full disk: make room there
doctor-ports = ports
doctor-ports-none = none is listened on
doctor-ports-free = { $where } is free
doctor-ports-ours = claimbot listens on { $where }
doctor-ports-taken = claimbot run cannot listen on { $where } ({ $error }): change { $section }.listen and { $section }.port or end another program there
doctor-ports-foreign = claimbot run cannot listen on { $where } ({ $error }): this machine has no such address: set { $section }.listen to 127.0.0.1 or to an address of its own

## What /privacy says of it

chat-privacy-asked = { $days ->
    [one] How many questions a week there were, by outcome, and about which topics, once several chats had asked: without chats and persons, for { $days } day.
   *[other] How many questions a week there were, by outcome, and about which topics, once several chats had asked: without chats and persons, for { $days } days.
 }
