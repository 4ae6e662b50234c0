command-ask = Ask who claimed what
command-check = Check a number: reply with this to a message
command-topics = Browse what there are figures for
command-language = Choose the language
command-settings = Settings of this chat
command-help = How to ask
command-about = Sources, and who runs this
command-privacy = What is stored
command-forget = Delete what is stored

cli-run = Run the Telegram bot, by long polling or webhook as the configuration says, until it is stopped.
cli-running = @{ $bot } is running ({ $mode }). Ctrl+C stops it.
cli-stopped = Stopped: what was received has been answered.
cli-no-token = The bot needs a token.
    Get one: open Telegram, write /newbot to @BotFather, and put what it gives you into config.toml:

        {"["}telegram]
        token = "123456:ABC…"

    or into the environment: CLAIMBOT_TELEGRAM__TOKEN=123456:ABC…
    Without a token the same bot runs in this terminal: claimbot chat
cli-wrong-token = Telegram does not know this token: copy it from @BotFather again (telegram.token in config.toml).
cli-second-instance = Another program fetches the messages of this bot: only one may. Stop it, then start this one again. Telegram says: { $said }
cli-no-telegram = Telegram cannot be reached at { $address }: { $error }
cli-cannot-listen = The webhook cannot listen on { $listen }:{ $port }: { $error }

error-apology = Something went wrong here, and it was not your question. Please try again in a minute. If it goes on, tell whoever runs this bot: error { $id }.
limit-reached = That was a lot in a short time. I will answer again in a minute.
not-an-admin = Only admins of this group may change this.

cli-option-as = Play a private chat, or a group with two people in it.
cli-option-log = How much is logged on standard error; never texts or the token.
