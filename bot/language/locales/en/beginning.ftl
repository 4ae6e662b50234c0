# claimbot init: the first settings of a bot, and what is to be set with @BotFather.

cli-init = Write a first config.toml, or FILE, with every setting explained: asks for what a bot needs and walks through @BotFather. A file that is there already stays as it is.
cli-option-init-lang = Language of the questions.
cli-option-token = The token from @BotFather; "-" reads it from standard input, where no other program sees it.
cli-option-mode = How messages are received; default: polling.
cli-option-webhook-url = The https:// address that Telegram is to call, with --mode webhook.
cli-option-directory = Where the databases are to live.
cli-option-database = postgresql:// address of the private database, in place of a file.
cli-option-name = Who runs the bot, as /about says.
cli-option-contact = How to reach them.
cli-option-chat = Id of a chat that gets reports of errors inside; may be given again.
cli-option-health-port = Port of /healthz and /metrics on this machine; 0: none.
cli-option-no-input = Ask nothing: take the default of what is not given.
cli-init-exists = { $path } is there already and was left as it is. Give another name, or move it away first.

init-language = Language, мова, язык
init-newbot = In Telegram, write /newbot to @BotFather. It asks for a name and for a username that ends in "bot", and gives you a token: a number, a colon and 35 characters. Whoever has it has the bot.
init-token = Token (not shown; empty: later)
init-token-shape = That is not a token: it looks like 123456789:ABC… Copy it from @BotFather again.
init-token-wrong = Telegram does not know this token. Copy it from @BotFather again.
init-token-unchecked = Telegram cannot be reached from here ({ $error }), so the token was not checked. claimbot doctor checks it later.
init-token-checked = Telegram knows the token: { $bot }
init-botfather = In the chat with @BotFather:
init-is-so = ok
init-is-not-so = to do:
init-privacy = /setprivacy: leave it enabled. In groups the bot then gets only what is meant for it.
init-inline = /setinline: turn it on, with a line such as "who was said to have lost what". Then @bot and a question work in every chat.
init-feedback = /setinlinefeedback: leave it off. The bot needs no reports of what people choose.
init-groups = /setjoingroups: leave it enabled if the bot may be added to groups.
init-commands = /setcommands: not needed. The bot sets its commands itself, in three languages.
init-mode = How to receive messages: polling works everywhere, webhook needs an https:// address of yours
init-webhook-url = The https:// address that Telegram is to call
init-not-https = The address begins with https://
init-directory = Folder of the databases
init-database = Private database: a postgresql:// address (empty: a file in that folder)
init-name = Who runs this bot, as /about says (empty: nobody is named)
init-contact = How to reach you (empty: not said)
init-chats = Ids of chats that get reports of errors inside, such as your own (empty: none)
init-not-ids = Ids are whole numbers, those of groups negative, with spaces between them
init-health-port = Port of /healthz and /metrics, on this machine only (0: none)
init-written = Written: { $path }. Only you can read it. Now:
    {"    "}claimbot doctor{ $options }
    {"    "}claimbot run{ $options }
