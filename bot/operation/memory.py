"""What the running bot holds: memory that nothing uses is given back, and what stays is not looked through again.

What is freed the C library keeps for what is asked for next. When a package was read, or words were made anew, that is
about as much as the bot needs for all the rest, and nothing will ask for it.
"""

from __future__ import annotations

import ctypes
import gc


def give_back() -> None:
    """Do it, where the C library can (glibc). It takes some hundredths of a second: not for the event loop."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)


def settle() -> None:
    """Let Python's collector leave alone what is there by now: words, texts and code, all of which stays.

    To look through that for circles takes a tenth of a second, again and again, while everybody waits. It is still
    freed as soon as nothing refers to it.
    """
    gc.collect()
    gc.freeze()
