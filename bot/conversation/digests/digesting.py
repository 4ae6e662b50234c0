"""All about digests that a user can ask for: commands, presses, typed words, links, files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.conversation.actions import MOST_DIGITS, Action, ChangedError, ForgedError, parse
from bot.conversation.desk import Desk
from bot.conversation.digests.forms import VERB as DRAFT
from bot.conversation.digests.news import News
from bot.conversation.digests.subscribing import Subscribing
from bot.conversation.digests.subscriptions import CARD, Subscriptions, number_of_chat
from bot.conversation.digests.transfer import Transfer
from bot.conversation.keyboards import rows, text
from bot.conversation.links import to_subscriptions
from bot.conversation.memory import Turn
from bot.conversation.reply import Button, ChatPick, Reply
from bot.conversation.whom import Whom

GROUP, CHANNEL = 1, 2  # what a user is asked to pick
_OF_THIS_CHAT = frozenset({"sl", "sn", "sa", "sx", "si", "ua", "ds"})
_OF_A_NAMED_CHAT = frozenset({CARD, "se"})


class Digesting:
    """See the module's description."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._news = News(desk)
        self._subscriptions = Subscriptions(desk, self._news)
        self._subscribing = Subscribing(desk, self._subscriptions)
        self._transfer = Transfer(desk)
        self.dress = self._news.dress
        self.awaits = self._subscribing.awaits
        self.shown = self._subscribing.shown
        self.typed = self._subscribing.typed

    def verbs(self) -> Mapping[str, Callable[[Turn, Action], Reply]]:
        """What the press of each button does."""
        subscriptions, subscribing, news = self._subscriptions, self._subscribing, self._news
        return {
            CARD: subscriptions.pressed,
            DRAFT: lambda turn, action: subscribing.pressed(turn, action, turn.pressed),
            "se": self._edit,
            "sl": lambda turn, action: self._listed(turn, action.number(0, 1)),
            "sn": lambda turn, _: subscribing.start(turn, turn.whom.chat),
            "sa": lambda turn, action: subscribing.to_answer(turn, self._desk.receipt(action.text(0))),
            "sg": lambda turn, _: self._pick(turn),
            "sx": lambda turn, _: self._transfer.export(turn),
            "si": lambda turn, _: self._transfer.how_to_import(turn),
            "ua": lambda turn, _: subscriptions.end_all(turn),
            "dg": news.full,
            "dt": news.topics,
            "ds": news.settle,
        }

    def concerns(self, whom: Whom, action: str) -> frozenset[int]:
        """The groups and channels of which whoever presses must be an admin; in a private chat as a rule none."""
        try:
            taken_apart = parse(action)
            chat = self._concerned(whom, taken_apart)
        except ForgedError:  # the press will be told so
            return frozenset()
        if taken_apart.verb == "sl" and whom.private:
            return self._subscriptions.owned_elsewhere(whom)
        return frozenset() if chat is None or (whom.private and chat == whom.chat) else frozenset({chat})

    def concerned_by_command(self, whom: Whom, command: str) -> frozenset[int]:
        """The same of a command, a link or a file."""
        if not whom.private:
            return frozenset({whom.chat})
        return self._subscriptions.owned_elsewhere(whom) if command == "subscriptions" else frozenset()

    def concerned_by_link(self, argument: str) -> frozenset[int]:
        """The group or channel that a deep link is about, where only its admins may open it."""
        kind, _, rest = argument.partition("_")
        chat = rest.rpartition("_")[2]
        return frozenset({int(chat)}) if kind in ("u", "n") and _is_chat(chat) else frozenset()

    def linked(self, turn: Turn, kind: str, rest: str) -> Reply | None:
        """What a deep link opens; None where it is not about digests."""
        match kind:
            case "d":
                return self._news.linked(turn, rest)
            case "n" if _is_chat(rest):
                return self._subscribing.start(turn, int(rest))
            case "u":
                id_, _, chat = rest.partition("_")
                if id_.isdecimal() and len(id_) <= MOST_DIGITS and _is_chat(chat):
                    found = self._subscriptions.find(turn.whom, int(chat), int(id_))
                    return replace(self._subscriptions.card(turn, found), replaces=False)
        return None

    def subscribe(self, turn: Turn, typed: str = "") -> Reply:
        """/subscribe."""
        if turn.whom.kind == "channel":
            return self._in_private(turn)
        return self._subscribing.start(turn, turn.whom.chat, typed)

    def subscriptions(self, turn: Turn) -> Reply:
        """/subscriptions."""
        if turn.whom.kind == "channel":
            return self._in_private(turn)
        return replace(self._subscriptions.overview(turn), replaces=False)

    def unsubscribe(self, turn: Turn) -> Reply:
        """/unsubscribe."""
        if turn.whom.kind == "channel":
            return self._in_private(turn)
        return self._subscriptions.unsubscribe(turn)

    def picked(self, turn: Turn, chat: int) -> Reply:
        """A group or channel was picked, of which this one is an admin: begin a subscription for it."""
        return self._subscribing.start(turn, chat)

    def imported(self, turn: Turn, content: bytes) -> Reply:
        """A file with subscriptions was sent."""
        return self._transfer.import_(turn, content)

    def back(self, chat: int) -> int:
        """The chat can be written to again; how many subscriptions go on."""
        return self._desk.digests.revive(chat)

    def _listed(self, turn: Turn, page: int) -> Reply:
        if not turn.whom.may_manage(turn.whom.chat):
            raise ChangedError("sl")
        return self._subscriptions.overview(turn, page)

    def _edit(self, turn: Turn, action: Action) -> Reply:
        chat = number_of_chat(action.text(0), turn.whom)
        return self._subscribing.edit(turn, chat, action.number(1), action.text(2))

    def _concerned(self, whom: Whom, action: Action) -> int | None:
        if action.verb in _OF_THIS_CHAT:
            return whom.chat
        if action.verb in _OF_A_NAMED_CHAT:
            return number_of_chat(action.text(0), whom)
        return self._subscribing.drafted_for(whom) if action.verb == DRAFT else None

    def _pick(self, turn: Turn) -> Reply:
        """Ask for a group or a channel: Telegram itself shows those that may be picked."""
        if not turn.whom.private:
            raise ForgedError("sg")
        say = self._desk.texts(turn.language).say
        picks = (
            ChatPick(say("button-pick-group"), GROUP, channels=False),
            ChatPick(say("button-pick-channel"), CHANNEL, channels=True),
        )
        return Reply(text(say("subscribe-pick")), picks=picks)

    def _in_private(self, turn: Turn) -> Reply:
        """A channel's readers see whatever is said there: its admins go on in private."""
        say, link = self._desk.texts(turn.language).say, self._desk.link(to_subscriptions(turn.whom.chat))
        button = Button(say("button-set-up-in-private"), url=link) if link else None
        return Reply(text(say("subscribe-channel")), rows([button]))


def _is_chat(written: str) -> bool:
    digits = written.removeprefix("-")
    return digits.isdecimal() and len(digits) <= 15 and written.startswith("-")
