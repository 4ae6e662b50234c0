"""What is new in the claims since somebody was last told, of what they want to hear."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import partial

from bot.claims.database.since import Since, figures_of, newest_known, newest_standing, revision_of, texts_of
from bot.claims.database.store import Store
from bot.claims.model import Figure
from bot.digests.model import ClaimNews, Selection, Told
from bot.digests.news.changes import Changes, NewsItem, changes, in_order
from bot.digests.news.choosing import Chooser

# What those who were told of a claim must hear of it, whatever they chose. That a newer total stands in its place is
# the ordinary course of things and not among it.
MUST_BE_TOLD = frozenset(ClaimNews) - {ClaimNews.NEW, ClaimNews.SUPERSEDED, ClaimNews.SILENT, ClaimNews.STANDING}


@dataclass(frozen=True, slots=True)
class News:
    """What there is to tell, in the order in which it is told."""

    items: tuple[NewsItem, ...] = ()
    since: date | None = None  # the day after which it became known, where that is how it was chosen

    def __bool__(self) -> bool:
        return bool(self.items)


def state_of(store: Store, at: datetime) -> Told:
    """What somebody who is told everything now has been told.

    The state of the claims is named by the digest of their package, so that it means the same to a database that was
    built anew, and to those of other machines, where revisions count otherwise.
    """
    meta = store.meta
    return Told(meta.digest, meta.revision, at)


def since_told(store: Store, told: Told) -> Since:
    """The time since somebody was told; a state that this database never had is known by its day alone."""
    return Since(store.database, revision_of(store.database, told.origin), told.at.date())


def news(store: Store, since: Told, selection: Selection, *, also: Collection[str] = ()) -> News:
    """What is new since then of what the selection wants; what became of the claims in `also` whatever it wants."""
    with store.reading():
        return choose(store, changes(store, since_told(store, since)), selection, also)


def choose(store: Store, changed: Changes, selection: Selection, also: Collection[str] = ()) -> News:
    """What of the changes the selection wants."""
    return News(_chooser(store).of_changes(changed, selection, also))


def recent(store: Store, days: int, selection: Selection) -> News:
    """What became known in the last days of the claims: on the day on which anything last did, and on those before."""
    with store.reading():
        since = before_last(store, days)
        found = choose(store, changes(store, Since(store.database, None, since)), selection)
        return replace(found, since=since + timedelta(days=1))


def before_last(store: Store, days: int) -> date:
    """The day so many days before the last on which anything became known."""
    return newest_known(store.database) - timedelta(days=days)


def standing(store: Store, selection: Selection) -> News:
    """The newest standing total of each claimant, and number on a day, of what the selection wants."""
    with store.reading():
        return choose_standing(store, standing_figures(store), selection)


def standing_figures(store: Store) -> list[Figure]:
    """The newest standing total of each claimant and topic, and number on a day."""
    return figures_of(store.database, newest_standing(store.database))


def choose_standing(store: Store, figures: Iterable[Figure], selection: Selection) -> News:
    """What of the standing figures the selection wants."""
    wanted = _chooser(store).of_figures(figures, selection)
    return News(in_order((NewsItem(ClaimNews.STANDING, figure) for figure in wanted), store.catalog))


def changed_status(changed: Changes) -> frozenset[str]:
    """The claims of which those who were told of them must hear."""
    return frozenset(item.figure.id for item in changed.items if item.news in MUST_BE_TOLD)


def _chooser(store: Store) -> Chooser:
    return Chooser(store.catalog, partial(texts_of, store.database))
