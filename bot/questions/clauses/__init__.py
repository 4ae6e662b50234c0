"""What a question says beside what it asks: set aside before anything else is read."""
