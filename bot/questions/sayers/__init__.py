"""Who says it, or is asked about as the one who says it."""
