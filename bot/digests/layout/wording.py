"""Phrases of a digest in the reader's language."""

from __future__ import annotations

from datetime import date

from bot.answers.blocks import Span
from bot.answers.wording import SEPARATOR, Wording
from bot.claims.database.store import Meta, Store
from bot.claims.model import Figure
from bot.digests.layout.sparkline import sparkline
from bot.digests.model import ClaimNews
from bot.digests.news.changes import NewsItem
from bot.digests.news.growth import Growth
from bot.language.texts import Texts

_MINUS = "\u2212"


class DigestWording(Wording):
    """Says what is new about claims of one package in one language."""

    def __init__(self, texts: Texts, store: Store) -> None:
        super().__init__(texts, store.catalog, store.meta.start)
        self.meta: Meta = store.meta

    def heading(self, figure: Figure) -> str:
        """Whose losses it counts, over all that is told of them."""
        if figure.topic is None:
            return self.texts.say("digest-no-topic")
        return self.name(self.catalog.populations, figure.topic.population)

    def label(self, figure: Figure) -> str:
        """What it counts, under that heading."""
        matter = self.matter(figure)
        return matter.removeprefix(self.heading(figure) + SEPARATOR)

    def measure(self, figure: Figure) -> str | None:
        """What happened to objects of some kind; None for people, and where no topic fits."""
        if figure.topic is None or figure.topic.object is None:
            return None
        return self.name(self.catalog.measures, figure.topic.measure)

    def became(self, item: NewsItem) -> str | None:
        """The value with what became of the claim, where its status does not say it."""
        if item.news is ClaimNews.RETIRED:
            became = self.texts.say("digest-retired")
        elif item.news is ClaimNews.RESTORED:
            became = self.texts.say("digest-restored")
        else:
            return None
        return self.texts.say("value-with-status", value=self.value_with_status(item.figure), status=became)

    def claim(self, figure: Figure) -> str:
        """What a claim said, without who said it: value, dates and person."""
        parts = (self.value(figure), self.when(figure), self.said_on(figure), self.spokesperson(figure))
        return SEPARATOR.join(filter(None, parts))

    def difference(self, growth: Growth) -> str:
        """The difference between two totals, with its sign."""
        number = self.texts.number(abs(growth.difference))
        return f"{'+' if growth.difference > 0 else _MINUS}{number}" if growth.difference else number

    def bars(self, growth: Growth) -> Span:
        """The last differences as a sparkline."""
        return Span(f" {sparkline(growth.steps)}" if growth.steps else "")

    def day(self, day: date) -> str:
        """A day."""
        return self.texts.date(day)
