"""From a Question to an Answer: which figures, of whom, and what stands around them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.answers.answer import Answer, AnswerStatus, Group, Options, ReadingAnswer, Related
from bot.answers.checked import check, check_offered
from bot.answers.choose import Chooser, by_date
from bot.answers.differences import differences
from bot.answers.missing import missing
from bot.answers.nearby import nearby
from bot.answers.parts import Parts, parts
from bot.answers.related import related
from bot.answers.spread import spread
from bot.claims.database.selection import ClaimantCount, Selection
from bot.claims.database.store import Store
from bot.claims.model import Figure
from bot.questions.question import Outcome, Question, Reading

_STATUS = {Outcome.CLARIFY: AnswerStatus.CLARIFY, Outcome.OUT_OF_SCOPE: AnswerStatus.OUT_OF_SCOPE}
DEFAULT = Options()

Counts = Sequence[ClaimantCount]
Groups = tuple[Group, ...]


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
            checked = check_offered(question, self._find, self._known_by)
            return replace(empty, status=_STATUS[question.outcome], checked=checked)
        readings = tuple(self._read(reading) for reading in question.readings)
        checked = check(question, self._find, self._catalog, self._known_by) if question.checked else None
        shown = (figure for reading in readings for figure in reading.figures)
        found = any(reading.total for reading in readings) or bool(checked and checked.matches)
        return replace(
            empty,
            status=AnswerStatus.ANSWERED if found else AnswerStatus.NO_FIGURES,
            readings=readings,
            checked=checked,
            linked=self._linked(shown) if self._options.surroundings else {},
        )

    def _read(self, reading: Reading) -> ReadingAnswer:
        find, which = self._find, parts(reading, self._meta, self._known_by)
        present = {
            count.counting for count in find.topics() if count.topic == reading.topic and count.place == reading.place
        }
        counts: Parts[Counts] = Parts(
            *(find.claimants(part) if present.intersection(part.countings) else () for part in which)
        )
        chooser = Chooser(find, self._catalog, self._options)
        groups: Parts[Groups] = Parts(
            *(
                chooser.groups(part, counted, whole=part is which.rates)
                for part, counted in zip(which, counts, strict=True)
            )
        )
        total = sum(map(_total, counts.answering))
        answered = ReadingAnswer(
            reading=reading,
            total=total,
            claimants_total=len({count.claimant for part in counts.answering for count in part}),
            newest=self._newest(which, counts, groups),
            spread=None,
            groups=groups.main,
            rates=groups.rates,
            rates_total=_total(counts.rates),
            stock=groups.stock,
            other_counting=groups.other,
            undated=sum(find.undated(part) for part in (which.rates, which.main) if part.countings),
            missing=(),
            related=(),
            said_later=self._said_later(which, total),
            pages=self._pages(total + _total(counts.other)),
        )
        return self._surrounded(answered, which, counts) if self._options.surroundings else answered

    def _newest(self, which: Parts[Selection], counts: Parts[Counts], groups: Parts[Groups]) -> Figure | None:
        """The figure with the newest as-of date of those that answer, among those chosen unless these are but a few."""
        newest: list[Figure] = []
        for part, counted, chosen in zip(which.answering, counts.answering, groups.answering, strict=True):
            if counted and (self._options.page_size is not None or self._options.newest is not None):
                newest += self._find.figures(part, newest_first=True, limit=1)
            else:
                newest += [figure for group in chosen for figure in group.figures]
        return max(newest, key=by_date, default=None)

    def _surrounded(self, answered: ReadingAnswer, which: Parts[Selection], counts: Parts[Counts]) -> ReadingAnswer:
        """The same with what stands around the figures."""
        reading, find = answered.reading, self._find
        answered = replace(answered, related=self._related(reading))
        if not answered.total:
            answered = replace(answered, nearby=nearby(reading, self._count, self._catalog))
        elif reading.per and not answered.rates_total:
            answered = replace(answered, nearby=nearby(reading, self._count_rates, self._catalog, unlimited=True))
        if reading.period:
            assert which.main.within is not None  # of a reading for a period
            return replace(answered, differences=differences(find, which.main, *which.main.within))
        until = min(filter(None, (reading.dates.as_of_to, self._known_by, self._meta.newest)))
        expected = replace(which.main, as_of_from=None, said_from=None, said_to=None, claimants=(), spokespersons=())
        newest = [(total.claimant, total.as_of) for total in find.newest_totals(expected)]
        newest += [(count.claimant, count.newest_as_of) for count in counts.stock]
        return replace(
            answered,
            spread=spread(find, which.main, counts.main, reading.dates.as_of_to),
            missing=missing(reading, newest, self._catalog, until=until, silent_days=self._meta.fell_silent_days),
        )

    def _related(self, reading: Reading) -> tuple[Related, ...]:
        """What is near, each with how many figures it had by the day that the answer looks back from."""
        near = related(reading, self._find.topics(), self._catalog)
        if self._known_by is None:
            return near
        then = [replace(one, total=self._find.total(self._known(one))) for one in near]
        return tuple(one for one in then if one.total)

    def _count(self, reading: Reading) -> int:
        """How many figures answer a reading."""
        which = parts(reading, self._meta, self._known_by)
        return sum(self._find.total(part) for part in which.answering if part.countings)

    def _count_rates(self, reading: Reading) -> int:
        return self._find.total(parts(reading, self._meta, self._known_by).rates)

    def _known(self, one: Related) -> Selection:
        return Selection(one.topic, one.place, known_by=self._known_by)

    def _said_later(self, which: Parts[Selection], total: int) -> int:
        """Where an as-of date was asked for: how many of the figures up to it were said only after it."""
        until = which.main.as_of_to
        if until is None or self._known_by is not None or not total:
            return 0
        after = until + timedelta(days=1)
        later = (replace(part, said_from=max(after, part.said_from or after)) for part in which.answering)
        return sum(self._find.total(part) for part in later if part.countings)

    def _pages(self, total: int) -> int:
        size = self._options.page_size
        return max(1, -(-total // size)) if size else 1

    def _linked(self, shown: Iterable[Figure]) -> dict[str, Figure]:
        """The figures that relations of the figures shown point to."""
        ids = dict.fromkeys(relation.other for figure in shown for relation in figure.relations if relation.other)
        return {figure.id: figure for figure in self._find.by_ids(list(ids))} if ids else {}


def _total(counts: Iterable[ClaimantCount]) -> int:
    return sum(count.total for count in counts)
