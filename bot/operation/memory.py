"""Gives memory back to the system that nothing uses any more.

What is freed the C library keeps for what is asked for next. When a package was read, or words were made anew, that is
about as much as the bot needs for all the rest, and nothing will ask for it.
"""

from __future__ import annotations

import ctypes


def give_back() -> None:
    """Do it, where the C library can (glibc). It takes some hundredths of a second: not for the event loop."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
