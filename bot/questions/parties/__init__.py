"""Names of parties, and what marks the one that a word names: shared by all who read who did what to whom."""
