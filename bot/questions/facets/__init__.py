"""What else a question tells: what happened, to whom and what, where, both sides or none, and not what."""
