"""Sending and pacing, and a local Bot API server for trying and testing."""

import os

os.environ.setdefault(
    "PTB_TIMEDELTA", "1"
)  # times from python-telegram-bot as timedelta, as its next version gives them
