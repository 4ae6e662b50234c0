"""The bot in a terminal: the real one, on a local Bot API server, with whoever sits there as its users."""
