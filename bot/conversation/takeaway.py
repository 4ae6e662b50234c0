"""What can be taken out of an answer: a chart, a table, and citations ready to paste."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

from bot.answers.blocks import Block, BlockKind, Item, plain
from bot.answers.chart import Chart, ChartData, chart_data, chart_key, draw
from bot.answers.citation import full_citation, plain_citation
from bot.answers.compose import answer
from bot.answers.html import clip
from bot.answers.table import TABLE, to_csv
from bot.answers.wording import Wording
from bot.claims.database.store import Store
from bot.conversation.actions import Action, ChangedError
from bot.conversation.desk import Desk
from bot.conversation.keyboards import LONGEST_LABEL, Rows, navigation, numbered, page_of, press, rows, titled
from bot.conversation.reply import Button, Reply
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
        """The figures as a picture, light or dark. It is drawn later, off the event loop."""
        desk, receipt = self._desk, self._desk.receipt(action.text(0))
        dark = len(action.arguments) > 1 and action.text(1) == _DARK
        texts = desk.texts(receipt.language)
        answered = answer(desk.asked(receipt), desk.store)
        other = (
            press(texts.say("button-light"), "w", receipt.id)
            if dark
            else press(texts.say("button-dark"), "w", receipt.id, _DARK)
        )
        keyboard = rows([other])
        key = chart_key(answered, desk.store.meta.revision, receipt.language, dark=dark)
        if drawn := self._charts.get(key):
            return _picture(drawn, keyboard)
        data = chart_data(answered, desk.store, texts)
        if data is None:
            return Reply(alert=texts.say("alert-no-chart"))
        return Reply(later=lambda: _picture(self._draw(key, data, dark=dark), keyboard))

    def table(self, action: Action) -> Reply:
        """All figures as a file that a spreadsheet opens. It is written later, off the event loop."""
        desk, receipt = self._desk, self._desk.receipt(action.text(0))
        question, texts = desk.asked(receipt), desk.texts(receipt.language)
        path = desk.store.database.path
        return Reply(later=lambda: _table(question, path, texts))

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
        buttons = []
        for figure in cited:
            label = clip(f"{plain}: {wording.value(figure)} · {wording.claimant(figure.claimant)}", LONGEST_LABEL)
            address = wording.texts.say("button-copy-address")
            buttons.append([Button(label, copy=plain_citation(figure, wording))])
            buttons.append([Button(address, copy=full_citation(figure, wording))])
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
        content = to_csv(answered, store, texts)
        wording, newest = Wording(texts, store.catalog, store.meta.start), store.meta.newest
        topics = dict.fromkeys(one.reading.topic for one in answered.readings)
        caption = titled(texts.say("chat-table-title"), *(f"– {wording.topic(topic)}" for topic in topics))
    name = "_".join(str(topic).replace("/", "-") for topic in topics)[:_LONGEST_NAME]
    return Reply((caption,), file=(f"{name}_{newest}.csv", content))
