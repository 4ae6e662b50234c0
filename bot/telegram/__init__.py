"""Sending and pacing, and a local Bot API server for trying and testing."""
