"""One figure as an item of an answer: value, dates and person on its first line, then where it was printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from itertools import islice

from bot.answers.blocks import Item, Line, Span, Style, join, plain
from bot.answers.wording import Wording
from bot.claims.model import Appearance, Figure, Relation, Status


class Marks:
    """Gives each caveat a letter when it is first met, so that it is told once for all figures it applies to."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}

    def of(self, caveats: list[str]) -> str:
        """The letters of some caveats: " [a, c]"."""
        for text in caveats:
            self._texts.setdefault(text, letters(len(self._texts)))
        marks = sorted({self._texts[text] for text in caveats}, key=lambda mark: (len(mark), mark))
        return f" [{', '.join(marks)}]" if marks else ""

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Each letter with its caveat, in the order in which they were met."""
        return ((mark, text) for text, mark in self._texts.items())


def letters(index: int) -> str:
    """0 is a, 25 is z, 26 is aa: letters, since a digit would look like a figure."""
    index, letter = divmod(index, 26)
    return (letters(index - 1) if index else "") + chr(ord("a") + letter)


class FigureItems:
    """Makes items of figures. `linked` holds the figures that relations point to."""

    def __init__(self, wording: Wording, marks: Marks, linked: Mapping[str, Figure], *, complete: bool) -> None:
        self._wording = wording
        self._marks = marks
        self._linked = linked
        self._complete = complete

    def item(self, figure: Figure, *, claimant: bool = False, matter: bool = False) -> Item:
        """A figure with its evidence; under a heading that does not say them, with its claimant and matter."""
        lines = [self._headline(figure, claimant, matter)]
        if reason := self._reason(figure):
            lines.append(plain(reason, indent=2))
        if figure.notes:
            lines.append(plain(self._wording.notes(figure.notes), indent=2))
        shown = figure.appearances if self._complete else _leading(figure.appearances)
        lines += [self._print(appearance, figure) for appearance in shown]
        told = {*figure.notes, *(appearance.note for appearance in shown)}
        if more := len(figure.appearances) - len(shown):
            lines.append(_evidence((Span(self._wording.texts.say("printed-more", count=more)),)))
        lines += [line for relation in figure.relations if (line := self._relation(figure, relation, told))]
        return Item(tuple(lines), figure=figure.id)

    def _headline(self, figure: Figure, claimant: bool, matter: bool) -> Line:
        wording = self._wording
        spans = [Span(wording.value_with_status(figure), Style.BOLD)]
        if matter:
            spans.append(Span(wording.matter(figure)))
        if claimant:
            spans.append(Span(wording.claimant(figure.claimant)))
        details = (wording.when(figure), wording.said_on(figure), wording.spokesperson(figure))
        spans += [Span(detail) for detail in details if detail]
        return Line((*join(spans), Span(self._marks.of(wording.caveats(figure)))), indent=1)

    def _reason(self, figure: Figure) -> str | None:
        if figure.status is Status.STANDING or not (figure.status_reason or figure.status_date):
            return None
        wording = self._wording
        head = wording.status(figure)
        if figure.status_date:
            head = f"{head}, {wording.texts.date(figure.status_date)}"
        return f"{head}. {wording.notes([figure.status_reason])}" if figure.status_reason else head

    def _print(self, appearance: Appearance, figure: Figure) -> Line:
        wording, say, source = self._wording, self._wording.texts.say, appearance.source
        spans = [Span(wording.name(wording.catalog.publishers, source.publisher), href=source.url)]
        if source.published:
            spans.append(Span(f", {wording.texts.date(source.published)}"))
        if source.via:
            spans.append(Span(f", {say('printed-via', agency=source.via)}"))
        if appearance.quote:
            spans.append(Span(f": {say('quoted', text=appearance.quote)}"))
        elif appearance.as_printed and (appearance.distortion or not _is_same_number(appearance.as_printed, figure)):
            spans.append(Span(f": {say('printed-as', text=appearance.as_printed)}"))
        if appearance.distortion:
            spans.append(Span(f" ({say(f'distortion-{appearance.distortion.value}')})"))
        if appearance.note:
            spans.append(Span(f". {wording.notes([appearance.note])}"))
        return _evidence(tuple(spans))

    def _relation(self, figure: Figure, relation: Relation, told: Set[str | None]) -> Line | None:
        wording, say = self._wording, self._wording.texts.say
        if relation.claim != figure.id:
            return None
        if relation.other is None:
            target = say("relation-reports")
        elif other := self._linked.get(relation.other):
            target = wording.attributed(other)
            if (other.topic, other.place) != (figure.topic, figure.place):
                target = f"{wording.matter(other)}: {target}"
        else:
            return None
        spans = [Span(f"{say(f'relation-{relation.kind.value}')}: {target}")]
        if relation.note and relation.note not in told:
            spans.append(Span(f". {wording.notes([relation.note])}"))
        return _evidence(tuple(spans))


def _leading(appearances: tuple[Appearance, ...]) -> list[Appearance]:
    """The report that leads and the first one whose words are kept: enough for a short answer."""
    quoted = (appearance for appearance in appearances if appearance.quote)
    return list(dict.fromkeys([*appearances[:1], *islice(quoted, 1)]))


def _is_same_number(printed: str, figure: Figure) -> bool:
    """Whether a print has but the digits of the value, so that telling them again says nothing."""
    digits = re.sub(r"[\s,.]", "", printed)
    return digits in {str(figure.value.low), str(figure.value.high)}


def _evidence(spans: tuple[Span, ...]) -> Line:
    return Line(spans, indent=2, evidence=True)
