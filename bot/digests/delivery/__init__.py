"""What is due is composed once, queued, and sent at most once."""
