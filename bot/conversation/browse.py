"""Everything there is, by buttons: population, measure, object and place, each with how many figures it has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from bot.answers.blocks import Block, BlockKind, bold
from bot.answers.citation import plain_citation
from bot.answers.evidence import FigureItems, Marks
from bot.answers.html import clip
from bot.answers.wording import Wording
from bot.claims.model import Entry, Figure, Topic
from bot.conversation.actions import Action, ChangedError, code, decode
from bot.conversation.answers import Answers
from bot.conversation.desk import Desk
from bot.conversation.keyboards import (
    LONGEST_LABEL,
    PER_PAGE,
    Row,
    column,
    copies,
    navigation,
    numbered,
    page_of,
    press,
    rows,
    text,
    titled,
    topic_button,
)
from bot.conversation.kinds import chosen_kinds, holds, kind_names
from bot.conversation.memory import Turn
from bot.conversation.pages import caveats
from bot.conversation.reply import Button, Reply
from bot.language.texts import Texts
from bot.questions.question import Reading

Cell = tuple[Topic, str | None]


class Browse:
    """Shows topics and subjects, and opens them."""

    def __init__(self, desk: Desk, answers: Answers) -> None:
        self._desk = desk
        self._answers = answers

    def populations(self, turn: Turn, action: Action) -> Reply:
        """Whose figures there are; and the subjects, which fit no topic."""
        wording, catalog = self._desk.wording(turn.language), self._desk.store.catalog
        totals: Counter[str] = Counter()
        for (topic, _), total in self._cells(turn).items():
            totals[topic.population] += total
        buttons = [
            _counted(wording.name(catalog.populations, id_), totals[id_], wording.texts, "tp", code(id_))
            for id_ in _in_order(totals, catalog.populations)
        ]
        subjects = sum(count.total for count in self._desk.store.find.subjects())
        if subjects and not chosen_kinds(self._desk, turn.whom):  # what fits no topic is of no kind
            buttons.append(_counted(wording.texts.say("button-subjects"), subjects, wording.texts, "sb"))
        listed = _listed(wording.texts.say("chat-topics-title"), buttons, "tt", action.number(0, 1))
        return replace(listed, blocks=(*listed.blocks, *self._of_group(turn, wording)))

    def _of_group(self, turn: Turn, wording: Wording) -> tuple[Block, ...]:
        """What the group asks about, where it chose that: there is more elsewhere."""
        if not (kinds := chosen_kinds(self._desk, turn.whom)):
            return ()
        return text(wording.texts.say("chat-group-topics", kinds=kind_names(kinds, self._desk.store, wording)))

    def measures(self, turn: Turn, action: Action) -> Reply:
        """What happened to one population."""
        wording, catalog = self._desk.wording(turn.language), self._desk.store.catalog
        population = decode(action.text(0), catalog.populations)
        cells = {cell: total for cell, total in self._cells(turn).items() if cell[0].population == population}
        totals: Counter[str] = Counter()
        for (topic, _), total in cells.items():
            totals[topic.measure] += total
        buttons = [
            _counted(wording.name(catalog.measures, id_), totals[id_], wording.texts, "tm", code(population), code(id_))
            for id_ in _in_order(totals, catalog.measures)
        ]
        title = wording.texts.say("chat-measures-title", population=wording.name(catalog.populations, population))
        back = press(wording.texts.say("button-back"), "tt")
        return _listed(title, buttons, "tp", action.number(1, 1), action.text(0), below=(back,))

    def cells(self, turn: Turn, action: Action) -> Reply:
        """The objects and places of one population and measure, each a topic with an answer."""
        wording, catalog = self._desk.wording(turn.language), self._desk.store.catalog
        population = decode(action.text(0), catalog.populations)
        measure = decode(action.text(1), catalog.measures)
        objects, places = [None, *catalog.objects], [None, *catalog.places]
        cells = [
            (cell, total)
            for cell, total in self._cells(turn).items()
            if (cell[0].population, cell[0].measure) == (population, measure)
        ]
        cells.sort(
            key=lambda one: (places.index(one[0][1]) > 0, objects.index(one[0][0].object), places.index(one[0][1]))
        )
        buttons = [topic_button(wording, *cell, total) for cell, total in cells]
        title = wording.topic(Topic(population, measure))
        back = press(wording.texts.say("button-back"), "tp", action.text(0))
        return _listed(title, buttons, "tm", action.number(2, 1), *action.arguments[:2], below=(back,))

    def topic(self, turn: Turn, action: Action) -> Reply:
        """The answer about a topic: codes of population, measure, object and place."""
        return self._answers.of_readings(turn, self._reading([*action.arguments, "", "", "", ""][:4]))

    def linked_topic(self, turn: Turn, parts: str) -> Reply:
        """The same by a deep link: ids or codes, with underscores between."""
        return self._answers.of_readings(turn, self._reading([*parts.split("_"), "", "", "", ""][:4]))

    def subjects(self, language: str, action: Action) -> Reply:
        """What is counted where no topic fits."""
        wording, catalog = self._desk.wording(language), self._desk.store.catalog
        counts = [(wording.name(catalog.subjects, one.subject), one) for one in self._desk.store.find.subjects()]
        buttons = [
            _counted(name, one.total, wording.texts, "sf", code(one.subject))
            for name, one in sorted(counts, key=lambda named: named[0].casefold())
        ]
        back = press(wording.texts.say("button-back"), "tt")
        return _listed(wording.texts.say("chat-subjects-title"), buttons, "sb", action.number(0, 1), below=(back,))

    def figure(self, turn: Turn, claim: str) -> Reply:
        """One figure with all its evidence, by a deep link: the id of its claim."""
        figure = self._desk.store.find.figure(claim)
        if figure is None:
            raise ChangedError(claim)
        wording, marks = self._desk.wording(turn.language), Marks()
        ids = [relation.other for relation in figure.relations if relation.other]
        linked = {other.id: other for other in self._desk.store.find.by_ids(ids)}
        item = FigureItems(wording, marks, linked, complete=True).item(figure, claimant=True)
        block = Block(BlockKind.GROUP, bold(wording.matter(figure)), (item,))
        cited = titled(wording.texts.say("chat-cite-one-title"), plain_citation(figure, wording))
        keyboard = rows(copies(figure, wording), [self._whole(figure, wording.texts)])
        return Reply((block, *caveats(wording, marks), cited), keyboard)

    def _whole(self, figure: Figure, texts: Texts) -> Button:
        """From a figure to all others of its topic or subject."""
        label = texts.say("button-whole-topic")
        if figure.topic is None:
            return press(label, "sf", code(figure.subject))
        topic = figure.topic
        parts = (topic.population, topic.measure, topic.object, figure.place)
        return press(label, "t", *(code(part) if part else "" for part in parts))

    def _reading(self, parts: list[str]) -> Reading:
        catalog = self._desk.store.catalog
        tables = (catalog.populations, catalog.measures, catalog.objects, catalog.places)
        ids = [_find(part, table) if part else None for part, table in zip(parts, tables, strict=True)]
        population, measure, object_, place = ids
        if population is None or measure is None:
            raise ChangedError("/".join(parts))
        return Reading(Topic(population, measure, object_), place=place)

    def _cells(self, turn: Turn) -> Mapping[Cell, int]:
        """How many figures each topic has at each place: in a group, of what it asks about."""
        totals: Counter[Cell] = Counter()
        kinds = chosen_kinds(self._desk, turn.whom)
        for count in self._desk.store.find.topics():
            if not holds(kinds, count.topic):
                continue
            totals[count.topic, count.place] += count.total
        return totals


def _find(part: str, table: Mapping[str, Entry]) -> str:
    return part if part in table else decode(part, table)


def _in_order(ids: Iterable[str], table: Mapping[str, Entry]) -> list[str]:
    """The ids in the order in which the package lists them."""
    return [id_ for id_ in table if id_ in set(ids)]


def _counted(name: str, total: int, texts: Texts, verb: str, *arguments: str) -> Button:
    count = texts.number(total)
    return press(f"{clip(name, LONGEST_LABEL - len(count) - 3)} · {count}", verb, *arguments)


def _listed(title: str, buttons: list[Button], verb: str, page: int, *before: str | int, below: Row = ()) -> Reply:
    """A page of buttons below each other."""
    page, pages = page_of(buttons, page)
    shown = buttons[(page - 1) * PER_PAGE : page * PER_PAGE]
    keyboard = (*column(shown), *rows(navigation(verb, numbered(page, pages, *before)), below))
    return Reply(text(title), keyboard, replaces=True)
