"""Composes digests, on a thread of its own with its own look at the claims; it may be asked from any thread."""

from __future__ import annotations

from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import Concatenate, ParamSpec, TypeVar

from bot.answers.blocks import Block, BlockKind, Item, bold, plain
from bot.answers.wording import Wording
from bot.claims.database.store import Store
from bot.digests.model import Content, Selection, Told, Wishes
from bot.digests.news import News, news, state_of
from bot.language.texts import texts_for

P = ParamSpec("P")
T = TypeVar("T")


class Composer:
    """Makes what a digest says. `open_store` is called once, on the composer's own thread; `clock` gives UTC."""

    def __init__(self, open_store: Callable[[], Store], clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="composer")
        self._store = self._thread.submit(open_store).result()

    def close(self) -> None:
        """Close the claims."""
        self._thread.submit(self._store.close).result()
        self._thread.shutdown()

    def state(self) -> Told:
        """What somebody who is told everything now has been told."""
        return self._run(state_of, self._clock())

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
        return self._run(_compose, selection, told, language, self._clock(), always, also)

    def preview(self, wishes: Wishes) -> Content:
        """What a digest would have told lately: of a day, a week or a month before the newest claims."""
        return self._run(_preview, wishes, self._clock())

    def changed_status(self, told: Told) -> frozenset[str]:
        """The claims known then of which those who were told must hear: corrected, withdrawn, revised, left out."""
        return self._run(_changed_status, told)

    def _run(self, work: Callable[Concatenate[Store, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        return self._thread.submit(work, self._store, *args, **kwargs).result()


def _compose(
    store: Store, selection: Selection, told: Told, language: str, now: datetime, always: bool, also: Collection[str]
) -> Content | None:
    found = news(store, told, selection, also=also)
    return _content(store, found, language, now) if found or always else None


def _preview(store: Store, wishes: Wishes, now: datetime) -> Content:
    return _content(store, News(), wishes.language, now)


def _changed_status(store: Store, told: Told) -> frozenset[str]:
    return frozenset()


def _content(store: Store, found: News, language: str, now: datetime) -> Content:
    wording = Wording(texts_for(language, store.texts(language)), store.catalog, store.meta.start)
    items = tuple(Item((plain(wording.attributed(one.figure)),), figure=one.figure.id) for one in found.items)
    blocks = (Block(BlockKind.GROUP, bold(store.meta.title), items),)
    return Content(language, blocks, blocks, tuple((o.figure.id, o.news) for o in found.items), state_of(store, now))
