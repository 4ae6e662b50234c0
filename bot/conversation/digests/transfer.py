"""A chat's subscriptions as a file to take along, and such a file taken in."""

from __future__ import annotations

from bot.answers.html import clip
from bot.conversation.actions import ChangedError
from bot.conversation.desk import Desk
from bot.conversation.digests.facets import FACETS, catalog_entries
from bot.conversation.digests.phrases import Phrases
from bot.conversation.keyboards import press, rows, text, titled
from bot.conversation.memory import Turn
from bot.conversation.reply import Reply
from bot.digests.model import Wanted
from bot.digests.subscribing.subscriptions import Recipient
from bot.digests.subscribing.transfer import TransferError

_LONGEST_LINE = 180
NAME = "claimbot-subscriptions.json"


class Transfer:
    """Gives and takes files."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def export(self, turn: Turn) -> Reply:
        """All subscriptions of the chat as JSON."""
        _check(turn)
        said = "subscribe-export" if turn.whom.private else "subscribe-export-group"
        content = self._desk.digests.export(turn.whom.chat)
        return Reply(text(self._desk.texts(turn.language).say(said)), file=(NAME, content))

    def how_to_import(self, turn: Turn) -> Reply:
        """What to send."""
        _check(turn)
        where = "private" if turn.whom.private else "group"
        return Reply(text(self._desk.texts(turn.language).say(f"subscribe-import-{where}")))

    def import_(self, turn: Turn, content: bytes) -> Reply:
        """Take in a file, all of it or nothing."""
        _check(turn)
        phrases, whom = Phrases(self._desk, turn.language), turn.whom
        recipient = Recipient(whom.chat, whom.topic, None if whom.private else whom.user)
        try:
            imported = self._desk.digests.import_(content, recipient, self._is_known)
        except TransferError as error:
            why = phrases.say(f"subscribe-import-{error.why.value}", where=error.where)
            return Reply(text(phrases.say("subscribe-import-refused"), why))
        lines = [f"– {clip(phrases.in_short(one.wishes), _LONGEST_LINE)}" for one in imported.added]
        count = len(imported.added)
        title = phrases.say("subscribe-imported", count=count) if count else phrases.say("subscribe-imported-none")
        blocks = [titled(title, *lines)]
        if imported.known:
            blocks += text(phrases.say("subscribe-import-known", count=imported.known))
        return Reply(tuple(blocks), rows([press(phrases.say("button-all-digests"), "sl")]))

    def _is_known(self, wanted: Wanted) -> bool:
        """Whether the claims have everything that a wish names."""
        ids = ((facet, getattr(wanted, facet)) for facet in FACETS.values())
        return all(id_ in catalog_entries(self._desk.store, facet) for facet, id_ in ids if id_)


def _check(turn: Turn) -> None:
    if not turn.whom.may_manage(turn.whom.chat):
        raise ChangedError("import")
