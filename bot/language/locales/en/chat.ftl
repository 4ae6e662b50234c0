# What a chat says around the answers: greeting, help, buttons, settings, privacy, inline results.

## Buttons

button-all = All figures ({ $count })
button-claimants = Who said it
button-by-claimant = By claimant
button-by-date = By date
button-chart = Chart
button-dark = Dark
button-light = Light
button-csv = Table (CSV)
button-sources = Sources
button-cite = Citation
button-other-side = The other side
button-related = Related topics
button-helpful = Helpful
button-unhelpful = Not helpful
button-short = Short answer
button-back = Back
button-topics = All topics
button-subjects = What fits no topic
button-whole-topic = All figures about this
button-none-of-these = None of these
button-tell-editors = Tell the editors
button-yes-tell = Yes, pass it on
button-no = No
button-answer-now = Answer from the newest data
button-in-private = All figures, in a private chat
button-answer-in-private = Full answer, in a private chat
button-about = About this bot
button-privacy = Privacy
button-publishers = Who printed the figures
button-licences = Licences of the data
button-forget = Delete what is kept about me
button-yes-forget = Yes, delete it
button-language = Language
button-language-auto = Language of each question
button-admins = Admins
button-everyone = Everyone
button-all-kinds = Everything
button-check-number = Check { $number }
button-copy-plain = Copy
button-copy-address = Copy with date and address

## A word on the press of a button

alert-changed = This has changed since the message was sent. Please ask again.
alert-unknown = This button is not known here. Please ask again.
alert-counted = Thank you. It was counted for the topic, without who said so.
alert-counted-before = You have already told us. Thank you.
alert-text-gone = I keep no messages and no longer have your question. Please ask it again.
alert-no-chart = There is nothing to draw for this answer.

## Greeting and help

chat-start-how = Ask in your own words ({ $languages }). You get every figure with who said it, when, up to which date it counts, and where it was printed.
chat-start-not = I am a program that looks claims up. I am not a news service and nobody’s voice; I add nothing up, rank nothing, and never say which figure is true.
chat-start-examples = For example:
chat-link-changed = What this link led to has changed or is no longer kept. Please ask again, or look through the topics.

chat-help-title = How to ask
chat-help-ask = Say who or what is counted, and what happened to them; add dates, a place, or who said it where you like. If one thing is missing, I ask back.
chat-help-follow-up = For half an hour you can go on by naming only what changes: another date, another claimant, something else that is counted. Edit your question, and its answer changes with it.
chat-help-check = To check a number, forward the message with it to me, or reply to it with /check.
chat-help-read = Letters beside a figure stand for caveats, which are listed below the figures. What is folded away opens when you tap it.
chat-commands-title = Commands

## About

chat-about-data-title = The data
chat-about-data = Version { $version }: { $figures }, the newest as of { $date }.
chat-about-loaded = In use here since { $date }.
chat-about-chosen-title = How figures are chosen
chat-about-all = Every sourced figure is kept, none is merged with another or averaged.
chat-about-order = Figures stand in the order of their dates, never of size or trust. Where there is room for a few only, the newest total of each claimant is shown, and where there are sides, both are always among them.
chat-about-apart = Unlike things never share a line: what happened to those counted is a topic of its own each time, in the claimant’s own words.
chat-about-doubt = Caveats stand with the figure. What this database lacks is said; that is not the same as “nobody claimed it”.
chat-about-sides = Where there are sides, they are treated alike, word for word.
chat-about-operator-title = Who runs this bot
chat-operator = { $name }
chat-operator-contact = Contact: { $contact }
chat-operator-unnamed = The operator has not given a name.
chat-publishers-title = { $count ->
    [one] { $count } publisher that printed these figures
   *[other] { $count } publishers that printed these figures
 }

chat-licences-title = Licences of the data
chat-licences-itself = This database:
chat-origins-title = Where the data come from, with their licences

## Language

chat-language = Which language shall I speak here? Now: { $now }.
chat-language-auto = that of each question
chat-language-is = I will speak this language here.
chat-language-is-auto = I will answer in the language of each question.

## Privacy

chat-privacy-title = What is kept
chat-privacy-chat = Of a chat: the language and settings chosen, and whether I can write there.
chat-privacy-follow-up = What your last questions were about, as topics and dates, for 30 minutes, so that you can follow them up.
chat-privacy-receipts = { $days ->
    [one] The answers themselves, without who asked, for { $days } day: a receipt opens one again as it was given.
   *[other] The answers themselves, without who asked, for { $days } days: a receipt opens one again as it was given.
 }
chat-privacy-feedback = { $days ->
    [one] How often answers about a topic helped, without persons, for { $days } day.
   *[other] How often answers about a topic helped, without persons, for { $days } days.
 }
chat-privacy-editors = A question for the editors only if you say yes, and without who asked.
chat-privacy-never = Never: the text of your messages, your name, your contacts.
chat-forget = Delete everything that is kept about you here: chosen settings, your digests, and what your last questions were about? Digests that you set up for groups and channels go on without your name.
chat-forgotten = { $count ->
    [one] Deleted: { $count } entry about you – settings, digests and what your last questions were about.
   *[other] Deleted: { $count } entries about you – settings, digests and what your last questions were about.
 }
chat-nothing-to-forget = Nothing about you was kept.
chat-forgotten-rest = Receipts and counts stay: they do not tell who asked.
chat-not-forgotten = Nothing was deleted.

## Answers

chat-receipt = Receipt { $receipt }
chat-receipt-data = data { $version }, newest date { $date }
chat-receipt-title = Receipt { $receipt }: the answer as it was given on { $date }, from data { $version }.
chat-receipt-older = The data have changed since and are now at version { $version }.
chat-page = Figures { $first }–{ $last } of { $total }
chat-which-reading = Which of these?
chat-claimants-title = { $topic }. Who said it, in the order of first figures:
chat-sources-title = { $topic }: where the figures were printed
chat-archived = archived
chat-none-of-these = Then please ask in other words: who or what is counted, and what happened to them. Or look through the topics.
chat-tell-editors = May I pass the words of your question on to the editors, so that they can look for figures? They do not learn who asked.
chat-told-editors = Passed on, without who asked. Thank you.
chat-not-told = Nothing was passed on.
chat-table-title = All figures, a line each:
chat-cite-one-title = Citation
chat-cite-title = Citations of the figures shown: tap to copy.

## Topics

chat-topics-title = Who is counted? Beside each stands how many figures there are.
chat-measures-title = { $population }: what happened to them?
chat-subjects-title = Figures that fit no topic. They can be read here and never answer a question.

## Checking a number

chat-check-how = Reply with /check to a message that has a number in it, or forward it to me.
chat-check-no-number = I found no number in this message.
chat-check-unclear = There is a number in this message, but I cannot tell what it counts. Please ask about it in a sentence of your own.

## Groups

chat-settings-title = Settings of this group
chat-settings-language = Language: { $language }
chat-settings-topics = Topics: { $kinds }
chat-settings-topics-all = Topics: everything
chat-settings-admins = These settings may be changed by admins.
chat-settings-everyone = These settings may be changed by everyone.
chat-group-topics = Topics of this group: { $kinds }
chat-outside = Topics of this group: { $kinds }. I answer this question in a private chat.
chat-partly-outside = I answer the rest of the question in a private chat. Topics of this group: { $kinds }.
kind-people = { $measure } (people)
kind-objects = { $measure } ({ $objects })
kind-things = things
chat-added = { $title }. Ask with /ask and your question, or reply to a message with /check.
chat-hears-all = For admins: as I am set up, all messages here reach me. I read only those addressed to me, and keep none.
chat-hears-addressed = For admins: only commands, replies to me and messages that name me reach me.

## Inline results

inline-topic = { $figures } from { $claimants }
inline-checked = The number { $number }
inline-found = { $count ->
    [one] said or printed: { $count } figure
   *[other] said or printed: { $count } figures
 }
inline-not-found = no figure with this number here
inline-nothing = Nothing found: ask in a private chat
