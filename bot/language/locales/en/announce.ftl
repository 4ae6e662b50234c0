# The command by which an operator tells chats something.

cli-announce =
    Tell chats something, once each: the text of FILES.

    NAME.en.txt, NAME.uk.txt and NAME.ru.txt go to those who read that language, NAME.txt to all for whom there is no text of their own. The bot that runs sends it; Ctrl+C, or --stop, takes back what is not sent yet. The same words given again go on with those who were not reached.
cli-option-to = all (every chat on record), topics (every chat with a subscription), or a topic as POPULATION/MEASURE/OBJECT, for chats whose subscription tells of it. May be repeated.
cli-option-dry-run = Print to how many chats what would be sent, and send nothing.
cli-option-no-wait = Do not wait until it is sent.
cli-option-stop = Take back what is not sent yet of the announcement with this id.
cli-announce-usage = Give one or more files and --to all, --to topics or --to TOPIC; or --stop ID.
cli-announce-no-topic = { $topic }: there is no such topic in the claim package. Topics are written POPULATION/MEASURE/OBJECT.
cli-announce-length = The text is empty, or longer than a message (4,096 characters).
cli-announce-would = { $count ->
    [one] To { $count } chat:
   *[other] To { $count } chats:
 }
cli-announce-queued = { $count ->
    [one] Announcement { $id } is queued for { $count } chat; claimbot run sends it.
   *[other] Announcement { $id } is queued for { $count } chats; claimbot run sends it.
 }
cli-announcing = Announcing
cli-announce-stopped = { $count ->
    [one] Taken back from { $count } chat.
   *[other] Taken back from { $count } chats.
 }
cli-announced = Sent: { $sent }. In doubt: { $doubtful }. Failed: { $failed }. Taken back: { $replaced }.
