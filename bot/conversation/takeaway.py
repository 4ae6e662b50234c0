"""What can be taken out of an answer: citations ready to paste."""

from __future__ import annotations

from bot.answers.citation import full_citation, plain_citation
from bot.answers.html import clip
from bot.conversation.actions import Action, ChangedError
from bot.conversation.desk import Desk
from bot.conversation.keyboards import LONGEST_LABEL, navigation, numbered, page_of, press, rows, titled
from bot.conversation.reply import Button, Reply
from bot.conversation.slots import SlotsError, blocks_from_json, figures_in

_CITED = 4  # figures on a page, each with two buttons


class Takeaway:
    """Gives what is used outside the chat."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

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
