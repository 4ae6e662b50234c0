"""A number that the question puts forward: who said it, what it is confused with, what others said of the same days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.answers.answer import Checked
from bot.answers.parts import select
from bot.answers.related import related
from bot.claims.database.catalog import Catalog
from bot.claims.database.find import Find
from bot.claims.database.selection import Selection
from bot.claims.model import Counting, Figure
from bot.language.numbers import read_numbers
from bot.questions.question import NumberCheck, Question, Reading

NEAREST = 3
ELSEWHERE = 5
SAME_DAYS = 5
_AROUND = timedelta(days=3)
_NOT_THE_SAME = frozenset({"other-measure", "part", "whole", "other-side", "whole-war", "place"})


def check(question: Question, find: Find, catalog: Catalog, known_by: date | None) -> Checked | None:
    """What became of the number, among the figures of the first reading and beside them."""
    number, reading = question.checked, question.readings[0]
    assert number is not None  # the caller asks only about questions with a number
    limited = _of_its_kind(reading, known_by)
    unlimited = Selection(reading.topic, place=reading.place, countings=limited.countings, known_by=known_by)
    matches = _matches(find, limited, number)
    within_limits = bool(matches) or limited == unlimited
    if not within_limits:
        matches = _matches(find, unlimited, number)
    return Checked(
        low=number.low,
        high=number.high,
        qualifier=number.qualifier,
        matches=matches,
        nearest=() if matches else tuple(find.nearest_value(unlimited, number.low, NEAREST)),
        within_limits=within_limits or not matches,
        elsewhere=_elsewhere(question, find, catalog, known_by),
        same_days=_same_days(find, unlimited, matches),
    )


def check_offered(question: Question, find: Find, known_by: date | None) -> Checked | None:
    """Who said the number about what, where the question leaves open which of several topics it means."""
    number = question.checked
    if number is None or not question.suggestions:
        return None
    offered = (_of_its_kind(suggestion.reading, known_by) for suggestion in question.suggestions)
    found = {figure.id: figure for selection in offered for figure in _matches(find, selection, number)}
    matches = tuple(sorted(found.values(), key=lambda figure: figure.as_of.last))
    return Checked(number.low, number.high, number.qualifier, matches, nearest=())


def _of_its_kind(reading: Reading, known_by: date | None) -> Selection:
    """The figures that may confirm a number: a total never confirms so many a day."""
    return replace(select(reading, known_by), countings=(Counting.RATE,) if reading.per else ())


def _matches(find: Find, selection: Selection, number: NumberCheck) -> tuple[Figure, ...]:
    """Figures that say this number, or that some report printed with it ("nearly 1,600" for 1,597)."""
    if said := find.with_value(selection, number.low, number.high):
        return tuple(said)
    near = find.nearest_value(selection, number.low, 4 * NEAREST)
    return tuple(figure for figure in near if _is_printed(figure, number))


def _is_printed(figure: Figure, number: NumberCheck) -> bool:
    printed = (read_numbers(appearance.as_printed) for appearance in figure.appearances if appearance.as_printed)
    return any((read.low, read.high) == (number.low, number.high) for spans in printed for read in spans)


def _elsewhere(question: Question, find: Find, catalog: Catalog, known_by: date | None) -> tuple[Figure, ...]:
    """The same number in topics near to the one asked about; of this one too, where so many a day were asked for."""
    number, reading = question.checked, question.readings[0]
    assert number is not None  # as above
    near = [other for other in related(reading, find.topics(), catalog) if other.how in _NOT_THE_SAME]
    cells = [(other.topic, other.place) for other in near] + [(reading.topic, reading.place)] * bool(reading.per)
    found = (
        figure
        for topic, place in cells
        for figure in find.with_value(Selection(topic, place, known_by=known_by), number.low, number.high)
        if not (topic == reading.topic and figure.counting is Counting.RATE)
    )
    return tuple(sorted(found, key=lambda figure: figure.as_of.last))[:ELSEWHERE]


def _same_days(find: Find, selection: Selection, matches: Sequence[Figure]) -> tuple[Figure, ...]:
    """The total (or rate, of a rate) of each other claimant whose as-of date is nearest to that of the first match."""
    if not matches:
        return ()
    day = matches[0].as_of.last
    countings = selection.countings or (Counting.CUMULATIVE,)
    around = replace(selection, as_of_from=day - _AROUND, as_of_to=day + _AROUND, countings=countings)
    said_it = {figure.claimant for figure in matches}
    others = [figure for figure in find.figures(around) if figure.claimant not in said_it]
    nearest = sorted(others, key=lambda figure: abs(figure.as_of.last - day))
    return tuple(sorted(_one_each(nearest), key=lambda figure: figure.as_of.last))[:SAME_DAYS]


def _one_each(figures: Iterable[Figure]) -> Iterable[Figure]:
    chosen: dict[str, Figure] = {}
    for figure in figures:
        chosen.setdefault(figure.claimant, figure)
    return chosen.values()
