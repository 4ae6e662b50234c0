"""What is new in the claims since somebody was last told, of what they want to hear."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from bot.claims.database.since import added, figures_of, revision_of
from bot.claims.database.store import Store
from bot.claims.model import Figure
from bot.digests.model import ClaimNews, Selection, Told


@dataclass(frozen=True, slots=True)
class NewsItem:
    """What is new about a claim."""

    news: ClaimNews
    figure: Figure


@dataclass(frozen=True, slots=True)
class News:
    """What there is to tell, in the order in which it is told."""

    items: tuple[NewsItem, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.items)


def state_of(store: Store, at: datetime) -> Told:
    """What somebody who is told everything now has been told; the state of the claims is named by their package."""
    return Told(store.meta.digest, store.meta.revision, at)


def news(store: Store, since: Told, selection: Selection, *, also: Collection[str] = ()) -> News:
    """What is new since then of what the selection wants; of the claims in `also` whatever it wants."""
    revision = revision_of(store.database, since.origin)
    found = figures_of(store.database, added(store.database, revision, since.at.date()))
    return News(tuple(NewsItem(ClaimNews.NEW, figure) for figure in found))
