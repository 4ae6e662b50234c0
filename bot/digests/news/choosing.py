"""Chooses from all that has changed what one subscription wants to hear of."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from bot.claims.database.catalog import Catalog
from bot.claims.model import Figure
from bot.digests.model import ClaimNews, Selection, Wanted
from bot.digests.news.changes import Changes, NewsItem, line_of
from bot.digests.news.growth import milestone

_SAME = str.maketrans({"’": "'", "ʼ": "'", "`": "'", "ё": "е"})

TextsOf = Callable[[Collection[str]], dict[str, str]]


@dataclass(frozen=True, slots=True)
class Chooser:
    """Chooses by the names of one package; `texts_of` gives the words by which search finds some claims."""

    catalog: Catalog
    texts_of: TextsOf

    def of_changes(self, changes: Changes, selection: Selection, also: Collection[str] = ()) -> tuple[NewsItem, ...]:
        """The changes that the selection wants, in their order; what became of the claims in `also` in any case."""
        figures = (figure for item in changes.items for figure in (item.figure, item.before) if figure)
        wanted = {figure.id for figure in self.of_figures(figures, selection)}  # as it is, or as it was
        return tuple(
            told
            for item in changes.items
            if item.figure.id in wanted or (item.news is not ClaimNews.NEW and item.figure.id in also)
            if (told := _past(selection.threshold, item, changes))
        )

    def of_figures(self, figures: Iterable[Figure], selection: Selection) -> list[Figure]:
        """The figures that fit what is wanted and hold one of the words."""
        fitting = [figure for figure in figures if self._fits(figure, selection.wanted)]
        if not selection.words:
            return fitting
        holds = _finder(selection.words)
        texts = self.texts_of([figure.id for figure in fitting])
        return [figure for figure in fitting if any(map(holds, self._texts(figure, texts)))]

    def _fits(self, figure: Figure, wanted: Collection[Wanted]) -> bool:
        return not wanted or any(all(self._within(figure, one)) for one in wanted)

    def _within(self, figure: Figure, wanted: Wanted) -> Iterator[bool]:
        topic = figure.topic
        facets = (
            ("populations", wanted.population, topic.population if topic else None),
            ("measures", wanted.measure, topic.measure if topic else None),
            ("objects", wanted.object, topic.object if topic else None),
            ("places", wanted.place, figure.place),
            ("claimants", wanted.claimant, figure.claimant),
        )
        for table, named, its in facets:
            yield named is None or (its is not None and named in self.catalog.upwards(table, its))

    def _texts(self, figure: Figure, texts: dict[str, str]) -> Iterator[str]:
        yield texts.get(figure.id, "")
        for caveat in figure.caveats:
            if entry := self.catalog.caveats.get(caveat):
                yield from entry.names.values()


def _past(threshold: int | None, item: NewsItem, changes: Changes) -> NewsItem | None:
    """The item, a total with what it has grown by since the last milestone; None where it has not passed a new one."""
    if threshold is None or item.news is not ClaimNews.NEW or line_of(item.figure) is None:
        return item
    line = changes.line(item)
    is_news, since = milestone(line, changes.new, threshold) if line else (False, None)
    return replace(item, growth=since) if is_news else None


def _finder(words: Iterable[str]) -> Callable[[str], bool]:
    """Whether a text has one of the words, or a word that begins like it: an ending does not matter."""
    beginnings = "|".join(re.escape(plain(word)) for word in words)
    pattern = re.compile(rf"(?<!\w)(?:{beginnings})")
    return lambda text: pattern.search(plain(text)) is not None


def plain(text: str) -> str:
    """A text as words are compared: without case, one spelling of apostrophes and blanks."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().translate(_SAME).split())
