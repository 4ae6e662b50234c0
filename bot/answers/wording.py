"""Phrases about figures, topics and dates in the reader's language. Names from the package are never inflected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from bot.answers.blocks import clean
from bot.claims.database.catalog import Catalog
from bot.claims.model import Counting, Entry, Figure, PartialDate, Precision, Qualifier, Status, Topic, Value
from bot.language.texts import Texts

SEPARATOR = " · "


class Wording:
    """Says things about one package in one language."""

    def __init__(self, texts: Texts, catalog: Catalog, start: date | None) -> None:
        self.texts = texts
        self.catalog = catalog
        self._start = start  # the day from which totals count, unless they say another

    def name(self, entries: Mapping[str, Entry], id_: str) -> str:
        """The name of a thing in the reader's language."""
        entry = entries.get(id_)
        return clean(entry.name(self.texts.language)) if entry else id_

    def claimant(self, id_: str) -> str:
        """The name of a claimant."""
        return self.name(self.catalog.claimants, id_)

    def topic(self, topic: Topic, place: str | None = None) -> str:
        """The topic in the terms of the field: "population · measure · object · place"."""
        parts = [
            self.name(self.catalog.populations, topic.population),
            self.name(self.catalog.measures, topic.measure),
        ]
        if topic.object:
            parts.append(self.name(self.catalog.objects, topic.object))
        if place:
            parts.append(self.name(self.catalog.places, place))
        return SEPARATOR.join(parts)

    def matter(self, figure: Figure) -> str:
        """What a figure counts: its topic, or its subject where no topic fits."""
        if figure.topic:
            return self.topic(figure.topic, figure.place)
        parts = [self.name(self.catalog.subjects, figure.subject)] if figure.subject else []
        if figure.place:
            parts.append(self.name(self.catalog.places, figure.place))
        return SEPARATOR.join(parts)

    def caveats(self, figure: Figure) -> list[str]:
        """What a reader must know about a figure, from the small vocabulary that many figures share."""
        return [self.name(self.catalog.caveats, id_) for id_ in figure.caveats]

    def note(self, id_: str) -> str:
        """A free text."""
        return self.name(self.catalog.notes, id_)

    def notes(self, ids: Sequence[str]) -> str:
        """Free texts, each author named once."""
        by_author: defaultdict[str, list[str]] = defaultdict(list)
        for id_ in ids:
            by_author[self._author(id_)].append(self.note(id_))
        signed = (
            self.texts.say("notes-signed", author=author, text=" ".join(notes)) for author, notes in by_author.items()
        )
        return " ".join(signed)

    def _author(self, note: str) -> str:
        entry = self.catalog.notes.get(note)
        author = entry.attributes.get("author", "") if entry else ""
        return self.texts.say(known) if self.texts.has(known := f"author-{author}") else author

    def value(self, figure: Figure) -> str:
        """The number with its hedge, and per what, where it is a rate."""
        hedged = self.hedged(figure.value)
        return self.texts.say(f"value-per-{figure.per}", value=hedged) if figure.per else hedged

    def hedged(self, value: Value) -> str:
        """The number with its hedge; an open bound stays open."""
        bounds = [bound for bound in (value.low, value.high) if bound is not None]
        if len(set(bounds)) > 1:
            low, high = (self.texts.number(bound) for bound in bounds)
            number = self.texts.say("value-between", low=low, high=high)
        else:
            number = self.texts.number(bounds[0])
        if value.qualifier is not Qualifier.RANGE:
            return self.texts.say(f"value-{value.qualifier.value}", number=number)
        if len(bounds) == 2:
            return number
        return self.texts.say("value-or-more" if value.high is None else "value-or-fewer", number=number)

    def value_with_status(self, figure: Figure) -> str:
        """The value, which never stands bare where the claim no longer does."""
        value = self.value(figure)
        if figure.status is Status.STANDING:
            return value
        return self.texts.say("value-with-status", value=value, status=self.status(figure))

    def status(self, figure: Figure) -> str:
        """What became of the claim, in a word."""
        return self.texts.say(f"status-{figure.status.value}")

    def when(self, figure: Figure) -> str:
        """What stretch of time the number covers."""
        say, day = self.texts.say, self.texts.date(figure.as_of)
        if figure.counting is Counting.STOCK:
            return say("when-stock" if figure.as_of.grain is Precision.DAY else "when-stock-inexact", date=day)
        if figure.counting is not Counting.CUMULATIVE:
            return say(f"when-{figure.counting.value}", period=self.stretch(figure.period_start, figure.as_of))
        phrase = say("when-cumulative", date=day)
        if figure.period_start is None or figure.period_start.first == self._start:
            return phrase
        return f"{phrase}, {say('when-counted-from', date=self.texts.date(figure.period_start))}"

    def stretch(self, start: PartialDate | None, end: PartialDate) -> str:
        """Two dates as people write them: a day, "May 2023", "2023", or from one day to another."""
        if start is None or start.text == end.text:
            return self.texts.date(end)
        for length in (7, 4):  # a whole month, then a whole year
            whole = PartialDate(end.text[:length], end.inferred)
            if start.first == whole.first and end.last == whole.last:
                return self.texts.date(whole)
        return self.texts.say("date-range", **{"from": self.texts.date(start), "to": self.texts.date(end)})

    def days(self, first: date, last: date) -> str:
        """The same of two days."""
        return self.stretch(PartialDate(first.isoformat()), PartialDate(last.isoformat()))

    def said_on(self, figure: Figure) -> str | None:
        """When it was said, where that is known."""
        return self.texts.say("said-on", date=self.texts.date(figure.said_on)) if figure.said_on else None

    def spokesperson(self, figure: Figure) -> str | None:
        """Who spoke, where that is known."""
        return self.name(self.catalog.spokespersons, figure.spokesperson) if figure.spokesperson else None

    def attributed(self, figure: Figure) -> str:
        """A figure in one phrase that stands by itself: value, claimant, date."""
        return SEPARATOR.join((self.value_with_status(figure), self.claimant(figure.claimant), self.when(figure)))

    def figures(self, count: int) -> str:
        """A number of figures, with the right plural."""
        return self.texts.say("figures-count", count=count)

    def names(self, ids: Iterable[str], entries: Mapping[str, Entry]) -> str:
        """Names as a list."""
        return self.texts.join(self.name(entries, id_) for id_ in ids)
