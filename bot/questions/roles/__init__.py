"""Who did what to whom: the parts that parties play in a question."""
