"""Subscribing to digests, and digests as a chat shows them."""
