"""Digests: what is new, when it is due, what was delivered."""
