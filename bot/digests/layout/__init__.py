"""How a digest reads."""
