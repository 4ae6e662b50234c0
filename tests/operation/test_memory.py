"""What the running bot holds in memory."""

from __future__ import annotations

import gc
import weakref

from bot.operation.memory import settle


class Word:
    """Something that was there at the start."""


def test_what_was_there_is_not_looked_through_again_and_still_freed() -> None:
    word = Word()
    seen = weakref.ref(word)
    try:
        settle()
        assert not any(one is word for one in gc.get_objects())
        del word
        assert seen() is None
    finally:
        gc.unfreeze()
