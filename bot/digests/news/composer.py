"""Composes digests, on a thread of its own with its own look at the claims; it may be asked from any thread."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from bot.claims.database.since import Since, newest_known, revision_of
from bot.claims.database.store import Store
from bot.claims.model import Figure
from bot.digests.layout.layout import lay_out
from bot.digests.layout.parts import Occasion
from bot.digests.layout.summary import summary
from bot.digests.layout.wording import DigestWording
from bot.digests.model import Content, Frequency, Selection, Told, Wishes
from bot.digests.news.changes import Changes, changes
from bot.digests.news.news import (
    News,
    before_last,
    changed_status,
    choose,
    choose_standing,
    standing_figures,
    state_of,
)
from bot.language.texts import texts_for

_STATES_KEPT = 64  # from which somebody may have been told
_DAYS = {Frequency.WEEKLY: 7, Frequency.MONTHLY: 30}  # that an example looks back; any other digest: one


class Composer:
    """Makes what a digest says. `open_store` is called once, on the composer's own thread; `clock` gives UTC."""

    def __init__(self, open_store: Callable[[], Store], clock: Callable[[], datetime]) -> None:
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="composer")
        try:
            self._composing = self._thread.submit(lambda: _Composing(open_store(), clock)).result()
        except BaseException:
            self._thread.shutdown()
            raise

    def close(self) -> None:
        """Close the claims."""
        self._thread.submit(self._composing.store.close).result()
        self._thread.shutdown()

    def state(self) -> Told:
        """What somebody who is told everything now has been told."""
        return self._thread.submit(self._composing.state).result()

    def compose(
        self,
        selection: Selection,
        told: Told,
        language: str,
        *,
        always: bool = False,
        also: Collection[str] = (),
    ) -> Content | None:
        """What is new since then, also of the claims `also` whatever the selection; None where there is nothing to say.

        With `always` there is: the standing figures.
        """
        order = _Order(selection, told, language, always, frozenset(also))
        return self._thread.submit(self._composing.compose, order).result()

    def preview(self, wishes: Wishes) -> Content:
        """What a digest would have told lately: of a day, a week or a month before the newest claims."""
        return self._thread.submit(self._composing.preview, wishes).result()

    def changed_status(self, told: Told) -> frozenset[str]:
        """The claims known then of which those who were told must hear: corrected, withdrawn, revised, left out."""
        return self._thread.submit(self._composing.changed_status, told).result()

    def has_been_at(self, told: Told) -> bool:
        """Whether the claims have been in the state that somebody was told of."""
        return self._thread.submit(self._composing.has_been_at, told).result()


@dataclass(frozen=True, slots=True)
class _Order:
    """What is to be composed."""

    selection: Selection
    told: Told
    language: str
    always: bool
    also: frozenset[str]


class _Composing:
    """The composer's work, on its thread."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self.store = store
        self._clock = clock
        self._changes = lru_cache(_STATES_KEPT)(self._changed)
        self._standing = lru_cache(1)(self._stands)
        self._revision = 0  # of the claims that they are of

    def state(self) -> Told:
        return state_of(self.store, self._clock())

    def compose(self, order: _Order) -> Content | None:
        with self._reading():
            found = choose(self.store, self._since(order.told), order.selection, order.also)
            if not found and order.always:
                found = self._as_it_stands(order.selection)
            return self._content(found, Occasion(), order.language) if found or order.always else None

    def preview(self, wishes: Wishes) -> Content:
        with self._reading():
            since = before_last(self.store, _DAYS.get(wishes.rhythm.frequency, 1))
            lately = self._changes(None, since)
            found = choose(self.store, lately, wishes.selection) or self._as_it_stands(wishes.selection)
            occasion = Occasion(True, since + timedelta(days=1), newest_known(self.store.database))
            return self._content(found, occasion, wishes.language)

    def changed_status(self, told: Told) -> frozenset[str]:
        with self._reading():
            return changed_status(self._since(told))

    def has_been_at(self, told: Told) -> bool:
        return revision_of(self.store.database, told.origin) is not None

    def _since(self, told: Told) -> Changes:
        revision = revision_of(self.store.database, told.origin)
        day = told.at.date() if revision is None else date.min  # all that were told of one state share what is kept
        return self._changes(revision, day)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """One state of the claims; what was made of the revision before it is let go."""
        with self.store.reading():
            if (revision := self.store.meta.revision) != self._revision:
                self._changes.cache_clear()
                self._standing.cache_clear()
                self._revision = revision
            yield

    def _changed(self, revision: int | None, day: date) -> Changes:
        return changes(self.store, Since(self.store.database, revision, day))

    def _as_it_stands(self, selection: Selection) -> News:
        return choose_standing(self.store, self._standing(), selection)

    def _stands(self) -> list[Figure]:
        return standing_figures(self.store)

    def _content(self, found: News, occasion: Occasion, language: str) -> Content:
        texts = texts_for(language, self.store.texts(language))
        wording = DigestWording(texts, self.store)
        full = lay_out(found.items, occasion, self.store, wording)
        return Content(
            language=language,
            summary=summary(found.items, occasion, wording, full),
            full=full,
            claims=tuple((item.figure.id, item.news) for item in found.items),
            told=self.state(),
        )
