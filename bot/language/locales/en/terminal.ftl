terminal-welcome = { $title }. This is the bot itself, here without Telegram. Ask who claimed what, or type a command (Tab completes /…). A number presses a button. Ctrl+D ends.
terminal-welcome-group = { $title }. This is the bot itself, here without Telegram, in a group of two. You write as { $one }; begin a line with “{ $other }:” to write as { $other }. The bot answers /ask, /check and replies: “>12 text” replies to message 12. A number presses a button. Ctrl+D ends.
terminal-in-private = in private
terminal-saved = Saved: { $path }
