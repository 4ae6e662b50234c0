"""What the bot says to whom, before any Telegram types: replies as blocks and buttons."""
