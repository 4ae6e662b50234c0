"""What can be taken out of an answer: a chart, a table, and citations ready to paste."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from pathlib import Path

from bot.answers.blocks import Block, BlockKind, Item, plain
from bot.answers.chart import (
    Chart,
    ChartData,
    chart_data,
    chart_key,
    draw,
    subject_chart_data,
    subject_chart_key,
)
from bot.answers.citation import full_citation
from bot.answers.compose import answer
from bot.answers.table import TABLE, figures_to_csv, to_csv
from bot.answers.wording import Wording
from bot.claims.database.store import Store
from bot.conversation.actions import Action, ChangedError, decode
from bot.conversation.desk import Desk
from bot.conversation.keyboards import Row, Rows, column, copies, navigation, numbered, page_of, press, rows, titled
from bot.conversation.memory import Turn
from bot.conversation.reply import Reply
from bot.conversation.slots import SlotsError, blocks_from_json, figures_in
from bot.language.texts import Texts
from bot.questions.question import Question

_CITED = 4  # figures on a page, each with two buttons
_MOST_CHARTS = 64  # kept for the next who asks
_DARK = "d"
_LONGEST_NAME = 100


class Takeaway:
    """Gives what is used outside the chat."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._charts: OrderedDict[str, Chart] = OrderedDict()

    def chart(self, action: Action) -> Reply:
        """The figures as a picture, light or dark."""
        desk, receipt = self._desk, self._desk.receipt(action.text(0))
        texts, dark = desk.texts(receipt.language), _dark(action)
        answered = answer(desk.asked(receipt), desk.store)
        key = chart_key(answered, desk.store.meta.revision, receipt.language, dark=dark)
        return self._drawn(action, key, lambda: chart_data(answered, desk.store, texts), texts)

    def subject_chart(self, turn: Turn, action: Action) -> Reply:
        """The same of a subject, for what fits no topic."""
        store, subject, texts = self._desk.store, self._subject(action), self._desk.texts(turn.language)
        key = subject_chart_key(subject, store.meta.revision, turn.language, dark=_dark(action))
        return self._drawn(action, key, lambda: subject_chart_data(store.find.of_subject(subject), store, texts), texts)

    def _drawn(self, action: Action, key: str, gather: Callable[[], ChartData | None], texts: Texts) -> Reply:
        """A picture that was drawn before, or will be, off the event loop."""
        dark, of = _dark(action), action.text(0)
        light_or_dark = (
            press(texts.say("button-light"), action.verb, of)
            if dark
            else press(texts.say("button-dark"), action.verb, of, _DARK)
        )
        keyboard = rows([light_or_dark])
        if drawn := self._charts.get(key):
            return _picture(drawn, keyboard)
        data = gather()
        if data is None:
            return Reply(alert=texts.say("alert-no-chart"))
        return Reply(later=lambda: _picture(self._draw(key, data, dark=dark), keyboard))

    def _subject(self, action: Action) -> str:
        return decode(action.text(0), (count.subject for count in self._desk.store.find.subjects()))

    def table(self, action: Action) -> Reply:
        """All figures as a file that a spreadsheet opens. It is written later, off the event loop."""
        desk, receipt = self._desk, self._desk.receipt(action.text(0))
        question, texts = desk.asked(receipt), desk.texts(receipt.language)
        path = desk.store.database.path
        return Reply(later=lambda: _table(question, path, texts))

    def subject_table(self, turn: Turn, action: Action) -> Reply:
        """The same of a subject, for what fits no topic."""
        subject, texts, path = self._subject(action), self._desk.texts(turn.language), self._desk.store.database.path
        return Reply(later=lambda: _subject_table(subject, path, texts))

    def _draw(self, key: str, data: ChartData, *, dark: bool) -> Chart:
        chart = draw(data, dark=dark)
        self._charts[key] = chart
        while len(self._charts) > _MOST_CHARTS:
            self._charts.popitem(last=False)
        return chart

    def citations(self, action: Action) -> Reply:
        """Each figure that an answer showed, as it stands now, to copy plain or with where it was printed."""
        desk = self._desk
        receipt = desk.receipt(action.text(0))
        try:
            shown = figures_in(blocks_from_json(receipt.shown))
        except SlotsError as error:
            raise ChangedError(receipt.id) from error
        figures = desk.store.find.by_ids(shown)
        if not figures:
            raise ChangedError(receipt.id)
        wording = desk.wording(receipt.language)
        page, pages = page_of(figures, action.number(1, 1), _CITED)
        cited = figures[(page - 1) * _CITED : page * _CITED]
        plain = wording.texts.say("button-copy-plain")
        buttons: list[Row] = []
        for figure in cited:
            label = f"{plain}: {wording.value(figure)} · {wording.claimant(figure.claimant)}"
            buttons += column(copies(figure, wording, label))
        back = press(wording.texts.say("button-short"), "s", receipt.id)
        keyboard = rows(*buttons, navigation("c", numbered(page, pages, receipt.id)), [back])
        lines = [f"– {full_citation(figure, wording)}" for figure in cited]
        return Reply((titled(wording.texts.say("chat-cite-title"), *lines),), keyboard, replaces=True)


def _picture(chart: Chart, keyboard: Rows) -> Reply:
    lines = tuple(Item((plain(line),)) for line in chart.caption.splitlines())
    return Reply((Block(BlockKind.HINTS, None, lines),), keyboard, picture=chart.png)


def _table(question: Question, database: Path, texts: Texts) -> Reply:
    """The table, read through a connection of its own: a store belongs to one thread."""
    with Store.open(database, create=False) as store:
        answered = answer(question, store, options=TABLE)
        cells = [*dict.fromkeys((one.reading.topic, one.reading.place) for one in answered.readings)]
        wording = Wording(texts, store.catalog, store.meta.start)
        name = "_".join("/".join(filter(None, (str(topic), place))) for topic, place in cells)
        matters = [wording.topic(topic, place) for topic, place in cells]
        return _file(name, matters, to_csv(answered, store, texts), store, texts)


def _subject_table(subject: str, database: Path, texts: Texts) -> Reply:
    with Store.open(database, create=False) as store:
        named = Wording(texts, store.catalog, store.meta.start).name(store.catalog.subjects, subject)
        return _file(subject, [named], figures_to_csv(store.find.of_subject(subject), store, texts), store, texts)


def _file(name: str, matters: Iterable[str], content: bytes, store: Store, texts: Texts) -> Reply:
    """The table, with what it is about under it."""
    caption = titled(texts.say("chat-table-title"), *(f"– {matter}" for matter in matters))
    short = name.replace("/", "-")[:_LONGEST_NAME]
    return Reply((caption,), file=(f"{short}_{store.meta.newest}.csv", content))


def _dark(action: Action) -> bool:
    return len(action.arguments) > 1 and action.text(1) == _DARK
