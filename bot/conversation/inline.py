"""Inline results: a topic, a claimant's newest figure or a checked number, each a message that stands by itself."""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from bot.answers.answer import Options
from bot.answers.blocks import Block
from bot.answers.compose import answer
from bot.answers.parts import parts
from bot.answers.short import in_a_group, one_figure
from bot.answers.wording import Wording
from bot.claims.database.selection import ClaimantCount, Selection
from bot.claims.model import Topic
from bot.conversation.actions import code
from bot.conversation.answers import settle
from bot.conversation.desk import Desk
from bot.conversation.keyboards import Rows, rows
from bot.conversation.links import to_claim, to_topic
from bot.conversation.reply import Button
from bot.conversation.whom import Whom
from bot.questions.question import Outcome, Question, Reading
from bot.questions.readings.readings import resolve
from bot.questions.understand import understand

PER_PAGE = 10
CACHE_SECONDS = 60  # so that a new figure shows within minutes
START = "ask"  # the argument with which the private chat is opened where nothing was found
_LONGEST_QUERY = 256
_MOST_KEPT = 500
_BRIEF = Options(surroundings=False)


@dataclass(frozen=True, slots=True)
class InlineItem:
    """One result, and the message that it sends."""

    id: str
    title: str
    description: str
    blocks: tuple[Block, ...]
    buttons: Rows = ()


@dataclass(frozen=True, slots=True)
class InlinePage:
    """Results to show for a query."""

    items: tuple[InlineItem, ...]
    next_offset: str = ""  # empty: no more
    button: str | None = None  # leads into the private chat, where nothing was found
    start: str = START
    cache_seconds: int = CACHE_SECONDS


Make = Callable[[], InlineItem | None]


class Inline:
    """Answers inline queries. Only the results of one page are made; those of topics are kept for the next."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._kept: OrderedDict[tuple[object, ...], InlineItem] = OrderedDict()

    def forget(self) -> None:
        """Let go of what was made of the claims as they were."""
        self._kept.clear()

    def page(self, whom: Whom, query: str, offset: str) -> InlinePage:
        """A page of results."""
        question = self._understood(whom, query)
        language = self._desk.chosen(whom) or (question.language if query.strip() else self._desk.language(whom))
        results = list(self._results(question, language) if query.strip() else self._all_topics(language))
        first = int(offset) if offset.isdecimal() and len(offset) < 6 else 0
        items = tuple(item for make in results[first : first + PER_PAGE] if (item := make()))
        if not items and not first:
            return InlinePage((), button=self._desk.texts(language).say("inline-nothing"))
        return InlinePage(items, str(first + PER_PAGE) if first + PER_PAGE < len(results) else "")

    def first(self, language: str) -> list[Make]:
        """What makes each result of the first page of topics, to be kept."""
        return list(islice(self._all_topics(language), PER_PAGE))

    def _understood(self, whom: Whom, query: str) -> Question:
        vocabulary = self._desk.claimbot.vocabulary
        return understand(
            query[:_LONGEST_QUERY], vocabulary, today=self._desk.today, language=self._desk.language(whom)
        )

    def _results(self, question: Question, language: str) -> Iterator[Make]:
        if question.outcome is Outcome.UNDERSTOOD:
            if question.checked:
                yield lambda: self._checked(question, language)
            for reading in question.readings:
                yield from self._of_reading(reading, language)
        else:
            for reading in sorted(self._offered(question), key=self._figures_of, reverse=True):
                yield self._topic_maker(reading, language)

    def _figures_of(self, reading: Reading) -> int:
        """How much there is to read about it: of topics that a few words may mean, the fullest comes first."""
        topics = self._desk.store.find.topics()
        return sum(count.total for count in topics if (count.topic, count.place) == (reading.topic, reading.place))

    def _offered(self, question: Question) -> Iterable[Reading]:
        """What a query may mean that is no whole question: a few words are typed here, not sentences."""
        if question.suggestions:
            return [suggestion.reading for suggestion in question.suggestions]
        if question.refusal is None or question.frame is None or question.frame.empty:
            return []
        return resolve(replace(question.frame, asked=True), self._desk.claimbot.vocabulary).options

    def _of_reading(self, reading: Reading, language: str) -> Iterator[Make]:
        which = parts(reading, self._desk.store.meta)
        yield self._topic_maker(reading, language)
        for part in (which.rates, which.main):
            for count in _newest_first(self._desk.store.find.claimants(part) if part.countings else (), self._side):
                yield self._claimant_maker(part, count.claimant, language)

    def _side(self, claimant: str) -> str | None:
        """The party that a claimant speaks for, itself or through an office above it."""
        catalog = self._desk.store.catalog
        above = (catalog.claimants[id_].attributes.get("party") for id_ in catalog.upwards("claimants", claimant))
        return next(filter(None, above), None)

    def _all_topics(self, language: str) -> Iterator[Make]:
        """Where nothing is typed yet: all topics, those of one measure side by side."""
        catalog = self._desk.store.catalog
        totals: Counter[Topic] = Counter()
        for count in self._desk.store.find.topics():
            if count.place is None:
                totals[count.topic] += count.total
        tables = ([None, *catalog.objects], list(catalog.measures), list(catalog.populations))

        def order(topic: Topic) -> tuple[int, ...]:
            things, measures, populations = tables
            return things.index(topic.object), measures.index(topic.measure), populations.index(topic.population)

        for topic in sorted(totals, key=order):
            yield self._topic_maker(Reading(topic), language)

    def _topic_maker(self, reading: Reading, language: str) -> Make:
        return lambda: self._topic(reading, language)

    def _claimant_maker(self, selection: Selection, claimant: str, language: str) -> Make:
        return lambda: self._newest(selection, claimant, language)

    def _topic(self, reading: Reading, language: str) -> InlineItem | None:
        desk = self._desk
        key = (desk.store.meta.revision, reading, language, desk.username)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        wording = desk.wording(language)
        answered = answer(Question("", language, Outcome.UNDERSTOOD, (reading,)), desk.store, options=_BRIEF)
        one = answered.readings[0]
        if not one.total and not one.other_counting:
            return None
        described = wording.texts.say(
            "inline-topic",
            figures=wording.figures(one.total),
            claimants=wording.texts.say("claimants-count", count=one.claimants_total),
        )
        item = InlineItem(
            id=f"t-{code(repr(reading))}-{language}",
            title=wording.topic(reading.topic, reading.place),
            description=described,
            blocks=in_a_group(answered, desk.store, wording.texts),
            buttons=self._opens(to_topic(reading.topic, reading.place), wording),
        )
        self._kept[key] = item
        while len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)
        return item

    def _newest(self, selection: Selection, claimant: str, language: str) -> InlineItem | None:
        figures = self._desk.store.find.newest(selection, claimant, 1)
        if not figures:
            return None
        figure, wording = figures[0], self._desk.wording(language)
        return InlineItem(
            id=f"f-{code(figure.id)}-{language}",
            title=f"{wording.value_with_status(figure)} · {wording.claimant(claimant)}",
            description=f"{wording.matter(figure)} · {wording.when(figure)}",
            blocks=one_figure(figure, self._desk.store, wording.texts),
            buttons=self._opens(to_claim(figure.id), wording),
        )

    def _checked(self, question: Question, language: str) -> InlineItem | None:
        desk, wording = self._desk, self._desk.wording(language)
        answered = answer(settle(question, *question.readings[:1]), desk.store, options=_BRIEF)
        checked = answered.checked
        if checked is None:
            return None
        say, number = wording.texts.say, wording.texts.number(checked.low)
        found = say("inline-found", count=len(checked.matches)) if checked.matches else say("inline-not-found")
        reading = question.readings[0]
        return InlineItem(
            id=f"n-{code(repr(reading), str(checked.low), str(checked.high))}-{language}",
            title=say("inline-checked", number=number),
            description=f"{wording.topic(reading.topic, reading.place)} · {found}",
            blocks=in_a_group(answered, desk.store, wording.texts),
            buttons=self._opens(to_topic(reading.topic, reading.place), wording),
        )

    def _opens(self, argument: str, wording: Wording) -> Rows:
        link = self._desk.link(argument)
        return rows([Button(wording.texts.say("button-in-private"), url=link)]) if link else ()


def _newest_first(counts: Iterable[ClaimantCount], side: Callable[[str], str | None]) -> list[ClaimantCount]:
    """The newest of each side to the conflict, then the newest of all."""
    newest = sorted(counts, key=lambda count: count.newest_as_of, reverse=True)
    leading: dict[str, ClaimantCount] = {}
    for count in newest:
        if party := side(count.claimant):
            leading.setdefault(party, count)
    return [*leading.values(), *(count for count in newest if count not in leading.values())]
