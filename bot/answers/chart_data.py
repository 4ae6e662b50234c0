"""What a chart shows, as plain data: panels of claimants' figures, all words in the reader's language.

Made where the claims are; drawn anywhere, on another thread too. Unlike topics never share a panel.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import partial

from bot.answers.answer import Answer, ReadingAnswer
from bot.answers.blocks import clean
from bot.answers.few import BELLIGERENTS, few, newest_of_each
from bot.answers.html import clip, utf16
from bot.answers.parts import parts
from bot.answers.wording import SEPARATOR, Wording
from bot.claims.database.find import Find
from bot.claims.database.selection import Point, Selection
from bot.claims.database.store import Store
from bot.claims.model import Counting, Figure, Precision, Qualifier, Status
from bot.language.texts import Texts

CAPTION_LIMIT = 1024  # UTF-16 units of what stands under a picture
PANELS = 3
_CLAIMANTS = (8, 4)  # in one panel alone, and in each of several
_PUBLISHERS = 5
_LETTERS = "ABCDEFGH"
_TEN = 10
_REPLACED = frozenset({Status.SUPERSEDED, Status.CORRECTED})


class Sign(StrEnum):
    """How a figure is marked: by its hedge, or by what became of it."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    BETWEEN = "between"
    REPLACED = "replaced"
    VOID = "void"


_SIGNS = {
    Qualifier.ABOUT: Sign.ABOUT,
    Qualifier.NEARLY: Sign.ABOUT,
    Qualifier.AT_LEAST: Sign.AT_LEAST,
    Qualifier.MORE_THAN: Sign.AT_LEAST,
    Qualifier.AT_MOST: Sign.AT_MOST,
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure where it stands: on its as-of day, between its bounds."""

    low: int
    high: int
    first: date  # where it counts a stretch of time, or is dated to a month: from here to `last`
    last: date
    sign: Sign
    joined: bool  # a total that stands: a line may join it to the next


@dataclass(frozen=True, slots=True)
class Series:
    """One claimant's figures, by date."""

    letter: str  # tells it apart where colours do not
    claimant: str
    newest: str  # its newest figure in words, and how many there are
    first: str  # the first one, where there are several
    of_side: bool  # whether a party to the conflict says it
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """The figures of one topic that count alike."""

    title: str
    kind: str  # panels of one kind (way of counting, measure and object) have the same scale
    series: tuple[Series, ...]
    remarks: tuple[str, ...]

    @property
    def bounds(self) -> tuple[int, int]:
        """The lowest and the highest number."""
        marks = [mark for series in self.series for mark in series.marks]
        return min(mark.low for mark in marks), max(mark.high for mark in marks)


@dataclass(frozen=True, slots=True)
class ChartData:
    """A chart before it is drawn."""

    language: str
    panels: tuple[Panel, ...]
    signs: tuple[tuple[Sign, str], ...]  # what the marks mean, of those that occur
    logarithmic: frozenset[str]  # kinds of panels
    scale: str  # what is to be said of these
    thinned: str  # … of series with more figures than there is room for marks
    footer: tuple[str, ...]
    caption: str


def chart_key(answer: Answer, revision: int, language: str, *, dark: bool = False) -> str:
    """What a chart depends on, in a few characters: the same for the same readings of the same claims."""
    readings = [repr(answered.reading) for answered in answer.readings]
    return _key(readings, answer.known_by, revision, language, dark)


def subject_chart_key(subject: str, revision: int, language: str, *, dark: bool = False) -> str:
    """The same of a subject, for what fits no topic."""
    return _key(subject, revision, language, dark)


def _key(*of: object) -> str:
    return hashlib.sha256(repr(of).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def is_drawable(answer: Answer) -> bool:
    """Whether there is anything to draw."""
    return any(answered.total > answered.rates_total for answered in answer.readings)


def chart_data(answer: Answer, store: Store, texts: Texts) -> ChartData | None:
    """What a chart of the answer shows; None where there is nothing to draw."""
    with store.reading():
        maker = _Maker(store, texts)
        return maker.data([partial(maker.panel, *wanted) for wanted in maker.wanted(answer)])


def subject_chart_data(figures: Sequence[Figure], store: Store, texts: Texts) -> ChartData | None:
    """The same of figures that fit no topic: a panel for each subject and place, and for each way of counting."""
    with store.reading():
        maker = _Maker(store, texts)
        return maker.data([partial(maker.panel_of, alike) for alike in _alike(figures)])


def is_subject_drawable(figures: Iterable[Figure]) -> bool:
    """Whether there is anything to draw of figures that fit no topic."""
    return any(True for _ in _alike(figures))


def _alike(figures: Iterable[Figure]) -> Iterator[Sequence[Figure]]:
    """The figures that may share a panel, in the order of the first of each; a rate is drawn in none."""
    found: dict[tuple[str | None, str | None, Counting], list[Figure]] = {}
    for figure in figures:
        if figure.counting is not Counting.RATE:
            found.setdefault((figure.subject, figure.place, figure.counting), []).append(figure)
    yield from found.values()


class _Maker:
    """Makes the data of one chart."""

    def __init__(self, store: Store, texts: Texts) -> None:
        self._meta = store.meta
        self._find: Find = store.find
        self._wording = Wording(texts, store.catalog, store.meta.start)
        self._texts = texts
        self._newest: list[Figure] = []  # of every series

    def data(self, wanted: Sequence[Callable[[int], Panel]]) -> ChartData | None:
        """The chart with these panels, each made for so many claimants."""
        if not wanted:
            return None
        room = _CLAIMANTS[len(wanted) > 1]
        panels = tuple(panel(room) for panel in wanted[:PANELS])
        more = len(wanted) - len(panels)
        marks = [mark for panel in panels for series in panel.series for mark in series.marks]
        used = {mark.sign for mark in marks}
        say = self._texts.say
        footer = [say("chart-more-panels", count=more)] if more else []
        if any(sum(mark.joined for mark in series.marks) > 1 for panel in panels for series in panel.series):
            footer.append(say("chart-lines"))
        footer += [self._sources(), say("chart-data", version=self._meta.version, date=self._date(self._meta.newest))]
        return ChartData(
            language=self._texts.language,
            panels=panels,
            signs=tuple((sign, say(f"chart-mark-{sign.value}")) for sign in Sign if sign in used),
            logarithmic=_logarithmic(panels),
            scale=say("chart-logarithmic"),
            thinned=say("chart-thinned"),
            footer=tuple(footer),
            caption=_caption(panels, footer),
        )

    def wanted(self, answer: Answer) -> Iterator[tuple[ReadingAnswer, Selection]]:
        """The parts to draw: totals or what happened in a period, and numbers on a day, never in one panel."""
        for answered in answer.readings:
            which = parts(answered.reading, self._meta, answer.known_by)
            for selection in (which.main, which.stock):
                if selection.countings and self._find.total(selection):
                    yield answered, selection

    def panel(self, answered: ReadingAnswer, selection: Selection, room: int) -> Panel:
        """The panel of a part of a reading."""
        reading, say = answered.reading, self._texts.say
        counts = self._find.claimants(selection)
        ends = self._find.ends(selection, counts, whole=0)
        chosen = {figure.claimant: figure for figure in few(newest_of_each(ends), room, self._wording.catalog)}
        firsts = {figure.claimant: figure for figure in reversed(ends)}
        self._newest += chosen.values()
        points: dict[str, list[Point]] = {count.claimant: [] for count in counts if count.claimant in chosen}
        for point in self._find.points(selection, chosen):
            points[point.claimant].append(point)
        series = tuple(
            self._series(letter, chosen[claimant], firsts[claimant], of_claimant)
            for letter, (claimant, of_claimant) in zip(_LETTERS, points.items(), strict=False)
        )
        remarks = [say("stock-title")] if selection.countings == (Counting.STOCK,) else []
        if reading.period and selection.within:
            remarks.append(say("head-period", range=self._wording.days(*selection.within)))
        if more := len(counts) - len(series):
            remarks.append(say("chart-more-claimants", count=more))
        kind = str(replace(reading.topic, population=selection.countings[0]))
        return Panel(clean(self._wording.topic(reading.topic, reading.place)), kind, series, tuple(remarks))

    def panel_of(self, alike: Sequence[Figure], room: int) -> Panel:
        """The panel of figures that fit no topic."""
        leading, say = alike[0], self._texts.say
        chosen = {figure.claimant: figure for figure in few(newest_of_each(alike), room, self._wording.catalog)}
        self._newest += chosen.values()
        of_claimants: dict[str, list[Figure]] = {}
        for figure in alike:
            of_claimants.setdefault(figure.claimant, []).append(figure)
        shown = [(newest, of_claimants[claimant]) for claimant, newest in chosen.items()]
        series = tuple(
            self._series(letter, newest, figures[0], [_point(figure) for figure in figures])
            for letter, (newest, figures) in zip(_LETTERS, shown, strict=False)
        )
        remarks = []
        if leading.counting is not Counting.CUMULATIVE:
            remarks.append(say("stock-title" if leading.counting is Counting.STOCK else "other-counting-title"))
        if more := len(of_claimants) - len(series):
            remarks.append(say("chart-more-claimants", count=more))
        return Panel(
            clean(self._wording.matter(leading)), f"{leading.counting}/{leading.subject}", series, tuple(remarks)
        )

    def _series(self, letter: str, newest: Figure, first: Figure, points: Sequence[Point]) -> Series:
        wording = self._wording
        phrase = [wording.value_with_status(newest), wording.when(newest)]
        told = ""
        if len(points) > 1:
            phrase.append(wording.figures(len(points)))
            told = self._texts.say("chart-first", value=wording.value_with_status(first), when=wording.when(first))
        return Series(
            letter=letter,
            claimant=clean(wording.claimant(newest.claimant)),
            newest=SEPARATOR.join(phrase),
            first=told,
            of_side=newest.interest in BELLIGERENTS,
            marks=tuple(map(_mark, points)),
        )

    def _sources(self) -> str:
        wording = self._wording
        ids = (figure.appearances[0].source.publisher for figure in self._newest if figure.appearances)
        names = list(dict.fromkeys(wording.name(wording.catalog.publishers, id_) for id_ in ids))
        if len(names) > _PUBLISHERS:
            return self._texts.say("chart-sources-more", names=", ".join(names[:_PUBLISHERS]))
        return self._texts.say("chart-sources", names=self._texts.join(names))

    def _date(self, day: date) -> str:
        return self._texts.date(day)


def _point(figure: Figure) -> Point:
    return Point(figure.claimant, figure.value, figure.counting, figure.period_start, figure.as_of, figure.status)


def _mark(point: Point) -> Mark:
    low, high = point.value.low, point.value.high
    cumulative = point.counting in (Counting.CUMULATIVE, Counting.STOCK)
    first = point.as_of.first if point.as_of.grain is not Precision.DAY else point.as_of.last
    if not cumulative and point.period_start:
        first = point.period_start.first
    return Mark(
        low=point.value.point if low is None else low,
        high=point.value.point if high is None else high,
        first=first,
        last=point.as_of.last,
        sign=_sign(point),
        joined=cumulative and point.status is Status.STANDING,
    )


def _sign(point: Point) -> Sign:
    if point.status is not Status.STANDING:
        return Sign.REPLACED if point.status in _REPLACED else Sign.VOID
    value = point.value
    if value.low != value.high and None not in (value.low, value.high):
        return Sign.BETWEEN
    if value.qualifier is Qualifier.RANGE and value.low != value.high:
        return Sign.AT_LEAST if value.high is None else Sign.AT_MOST
    return _SIGNS.get(value.qualifier, Sign.EXACT)


def _logarithmic(panels: Iterable[Panel]) -> frozenset[str]:
    """Kinds of panels whose figures differ by a factor of ten."""
    bounds: dict[str, list[int]] = {}
    for panel in panels:
        bounds.setdefault(panel.kind, []).extend(panel.bounds)
    return frozenset(kind for kind, ends in bounds.items() if max(ends) >= _TEN * max(min(ends), 1))


def _caption(panels: Sequence[Panel], footer: Sequence[str]) -> str:
    """The same in words, for those who do not see the picture; what has no room is left out, the two sides last."""
    for detailed in (True, False):
        told = ("\n".join((panel.title, *_told(panel, detailed), *panel.remarks)) for panel in panels)
        text = "\n\n".join((*told, "\n".join(footer)))
        if utf16(text) <= CAPTION_LIMIT:
            return text
    each = CAPTION_LIMIT // len(panels) - 2
    return "\n\n".join(_shortened(panel, each) for panel in panels)


def _told(panel: Panel, detailed: bool) -> list[str]:
    sentences = []
    for series in panel.series:
        parts_told = [series.newest, *([series.first] if detailed and series.first else [])]
        sentences.append(f"{series.letter}. {series.claimant}: {SEPARATOR.join(parts_told)}")
    return sentences


def _shortened(panel: Panel, room: int) -> str:
    title = clip(panel.title, room // 4)
    room -= utf16(title)
    told = dict(zip(panel.series, _told(panel, detailed=False), strict=True))
    kept: list[str] = []
    for series in sorted(panel.series, key=lambda series: not series.of_side):
        room -= utf16(told[series]) + 1
        if room < 0:
            break
        kept.append(told[series])
    return "\n".join((title, *(line for line in told.values() if line in kept)))
