"""From a Question to an Answer: which figures, of whom, and what stands around them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from bot.answers.answer import Answer, AnswerStatus, Options, ReadingAnswer
from bot.answers.checked import check
from bot.answers.choose import Chooser
from bot.answers.differences import differences
from bot.answers.missing import missing
from bot.answers.parts import Parts, parts
from bot.answers.related import related
from bot.answers.spread import spread
from bot.claims.find import ClaimantCount
from bot.claims.model import Figure
from bot.claims.store import Store
from bot.questions.question import Outcome, Question, Reading

_STATUS = {Outcome.CLARIFY: AnswerStatus.CLARIFY, Outcome.OUT_OF_SCOPE: AnswerStatus.OUT_OF_SCOPE}
DEFAULT = Options()


def answer(question: Question, store: Store, *, known_by: date | None = None, options: Options = DEFAULT) -> Answer:
    """The answer to a question from what the store holds, or from what had been said by `known_by`.

    A StoreError is the caller's to tell: a trouble must never look like "nobody claimed that".
    """
    with store.reading():
        return _Composer(store, known_by, options).answer(question)


class _Composer:
    """Composes one answer."""

    def __init__(self, store: Store, known_by: date | None, options: Options) -> None:
        self._meta = store.meta
        self._find = store.find
        self._catalog = store.catalog
        self._known_by = known_by
        self._options = options

    def answer(self, question: Question) -> Answer:
        empty = Answer(
            question,
            AnswerStatus.NO_FIGURES,
            data_version=self._meta.version,
            data_newest=self._meta.newest,
            known_by=self._known_by,
            options=self._options,
        )
        if question.outcome is not Outcome.UNDERSTOOD:
            return replace(empty, status=_STATUS[question.outcome])
        readings = tuple(self._read(reading) for reading in question.readings)
        checked = check(question, self._find, self._catalog, self._known_by) if question.checked else None
        found = any(reading.total for reading in readings) or bool(checked and checked.matches)
        return replace(
            empty,
            status=AnswerStatus.ANSWERED if found else AnswerStatus.NO_FIGURES,
            readings=readings,
            checked=checked,
            linked=self._linked(_shown(readings)) if self._options.surroundings else {},
        )

    def _read(self, reading: Reading) -> ReadingAnswer:
        which = parts(reading, self._meta, self._known_by)
        find = self._find
        main, stock, other = (find.claimants(part) if part else [] for part in which)
        chooser = Chooser(find, self._catalog, self._options)
        groups = [
            chooser.groups(part, counts) if part else ()
            for part, counts in zip(which, (main, stock, other), strict=True)
        ]
        total = _total(main) + _total(stock)
        newest = find.figures(which.main, newest_first=True, limit=1) or (
            find.figures(which.stock, newest_first=True, limit=1) if which.stock else []
        )
        plain = ReadingAnswer(
            reading=reading,
            total=total,
            claimants_total=len({count.claimant for count in (*main, *stock)}),
            newest=newest[0] if newest else None,
            spread=None,
            groups=groups[0],
            stock=groups[1],
            other_counting=groups[2],
            undated=find.undated(which.main),
            missing=(),
            related=(),
            said_later=self._said_later(which, total),
            pages=self._pages(total + _total(other)),
        )
        return self._surrounded(plain, which, stock) if self._options.surroundings else plain

    def _surrounded(self, answered: ReadingAnswer, which: Parts, stock: Sequence[ClaimantCount]) -> ReadingAnswer:
        """The same with what stands around the figures."""
        reading, find = answered.reading, self._find
        answered = replace(answered, related=related(reading, find.topics(), self._catalog))
        if reading.period:
            assert which.main.within is not None  # of a reading for a period
            return replace(answered, differences=differences(find, which.main, *which.main.within))
        until = min(filter(None, (reading.dates.as_of_to, self._known_by, self._meta.newest)))
        expected = replace(which.main, as_of_from=None, said_from=None, said_to=None, claimants=(), spokespersons=())
        newest = [(total.claimant, total.as_of) for total in find.newest_totals(expected)]
        newest += [(count.claimant, count.newest_as_of) for count in stock]
        return replace(
            answered,
            spread=spread(find, which.main, reading.dates.as_of_to),
            missing=missing(reading, newest, self._catalog, until=until, silent_days=self._meta.fell_silent_days),
        )

    def _said_later(self, which: Parts, total: int) -> int:
        """Where an as-of date was asked for: how many of the figures up to it were said only after it."""
        until = which.main.as_of_to
        if until is None or self._known_by is not None or not total:
            return 0
        by_then = [replace(part, known_by=until) for part in (which.main, which.stock) if part]
        return total - sum(self._find.total(part) + self._find.undated(part) for part in by_then)

    def _pages(self, total: int) -> int:
        size = self._options.page_size
        return max(1, -(-total // size)) if size else 1

    def _linked(self, shown: Iterable[Figure]) -> dict[str, Figure]:
        """The figures that relations of the figures shown point to."""
        ids = dict.fromkeys(relation.other for figure in shown for relation in figure.relations if relation.other)
        return {figure.id: figure for figure in self._find.by_ids(list(ids))} if ids else {}


def _shown(readings: Iterable[ReadingAnswer]) -> Iterable[Figure]:
    for reading in readings:
        for group in (*reading.groups, *reading.stock, *reading.other_counting):
            yield from group.figures


def _total(counts: Iterable[ClaimantCount]) -> int:
    return sum(count.total for count in counts)
