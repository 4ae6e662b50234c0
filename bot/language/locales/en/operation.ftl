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
