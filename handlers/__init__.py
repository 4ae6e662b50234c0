"""The Telegram edge: a module for each thing a user does; a handler is a few lines that call one service."""
