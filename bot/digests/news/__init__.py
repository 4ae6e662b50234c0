"""What is new in the claims since somebody was told, for whoever wants to know it."""
