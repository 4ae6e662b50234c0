terminal-welcome = Ask who claimed what. { $title }. Ctrl+D ends. A number picks one of the readings offered.
