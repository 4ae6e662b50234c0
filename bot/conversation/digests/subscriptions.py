"""What a chat has subscribed to: listed, looked at, paused, resumed, removed, restored.

A button names the chat and the subscription; the two are looked up together, and only for whoever may decide for that
chat (`Whom.manages`, found out before). So the number of another chat's subscription finds nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import timedelta

from bot.answers.blocks import Block
from bot.answers.html import clip
from bot.conversation.actions import Action, ChangedError, ForgedError
from bot.conversation.desk import Desk
from bot.conversation.digests.drafts import Step
from bot.conversation.digests.news import News
from bot.conversation.digests.phrases import Phrases
from bot.conversation.keyboards import Row, Rows, column, navigation, numbered, page_of, press, rows, text, titled
from bot.conversation.links import to_subscriptions
from bot.conversation.memory import Turn
from bot.conversation.reply import Button, Reply
from bot.conversation.whom import Whom
from bot.digests.model import Delivery, State, Subscription, Wishes
from bot.digests.service import TooManyError

_LONGEST_TOPICS = 180  # characters of a line in a list
CARD = "sv"  # chat, subscription, what to do
_PAUSES = {"d": timedelta(days=1), "w": timedelta(days=7), "u": None}
_CHANGES = (
    (Step.TOPICS, Step.FREQUENCY),
    (Step.TIME, Step.ZONE),
    (Step.WORDS, Step.THRESHOLD),
    (Step.QUIET, Step.LANGUAGE),
)
_BY_THE_CLOCK = frozenset({Step.TIME})


class Subscriptions:
    """Shows and changes what there is."""

    def __init__(self, desk: Desk, news: News) -> None:
        self._desk = desk
        self._news = news

    def find(self, whom: Whom, chat: int, id_: int) -> Subscription:
        """A subscription of a chat, for those who may decide for it. Raises ChangedError."""
        found = self._desk.digests.get(id_, chat) if whom.may_manage(chat) else None
        if found is None or found.chat != chat:
            raise ChangedError(str(id_))
        return found

    def overview(self, turn: Turn, page: int = 1) -> Reply:
        """What the chat has; in a private chat also what this person set up elsewhere and may still decide for."""
        whom, phrases = turn.whom, Phrases(self._desk, turn.language)
        here = self._desk.digests.of_chat(whom.chat)
        elsewhere = [one for one in self._elsewhere(whom) if whom.may_manage(one.chat)]
        every = [*here, *elsewhere]
        page, pages = page_of(every, page)
        size = -(-len(every) // pages) if every else 0
        shown = every[(page - 1) * size : page * size]
        first = (page - 1) * size + 1
        lines = [f"{number}. {self._line(turn, one, phrases)}" for number, one in enumerate(shown, first)]
        where = "private" if whom.private else "group"
        title = phrases.say(f"subscribe-list-{where}" if every else f"subscribe-none-{where}")
        blocks = (titled(title, *lines), *self._doubts(phrases, here))
        named = [f"{number}. {phrases.topics(one.wishes.selection)}" for number, one in enumerate(shown, first)]
        buttons = [_card_button(one, label, whom) for one, label in zip(shown, named, strict=True)]
        keyboard = (
            *column(buttons),
            *rows(navigation("sl", numbered(page, pages))),
            *self._show_doubtful(phrases, whom.chat),
            *self._below(turn, phrases, bool(here)),
        )
        return Reply(blocks, keyboard, replaces=True)

    def owned_elsewhere(self, whom: Whom) -> frozenset[int]:
        """The groups and channels for which this person has set something up."""
        return frozenset(one.chat for one in self._elsewhere(whom))

    def card(self, turn: Turn, subscription: Subscription, said: str | None = None) -> Reply:
        """All about one, with what can be done; `said` names a text that goes before it."""
        phrases = Phrases(self._desk, turn.language)
        lines = []
        if subscription.chat != turn.whom.chat:
            lines.append(phrases.say("subscribe-for", chat=self._desk.title(subscription.chat, phrases.texts)))
        lines += [*phrases.wishes(subscription.wishes), *phrases.state(subscription)]
        block = titled(phrases.topics(subscription.wishes.selection), *lines)
        blocks = (*text(*([phrases.say(said)] if said else [])), block)
        return Reply(blocks, self._card_buttons(turn, subscription, phrases), replaces=True)

    def pressed(self, turn: Turn, action: Action) -> Reply:
        """What is to be done with one."""
        chat, id_ = number_of_chat(action.text(0), turn.whom), action.number(1)
        found = self.find(turn.whom, chat, id_)
        what = action.text(2) if len(action.arguments) > 2 else ""
        do: dict[str, Callable[[Turn, Subscription, Action], Reply]] = {
            "": lambda turn, one, _: self.card(turn, one),
            "n": lambda turn, one, _: replace(self.card(turn, one), replaces=False),
            "k": self._switch,
            "z": self._pause,
            "r": self._resume,
            "x": self._remove,
            "u": self._restore,
            "v": lambda _, one, __: self.preview(one.wishes),
            "t": self._move,
        }
        if what not in do:
            raise ForgedError(what)
        return do[what](turn, found, action)

    def unsubscribe(self, turn: Turn) -> Reply:
        """End the only one at once, which can be undone; ask which where there are several."""
        phrases, chat = Phrases(self._desk, turn.language), turn.whom.chat
        every = self._desk.digests.of_chat(chat)
        if not every:
            where = "private" if turn.whom.private else "group"
            return Reply(text(phrases.say(f"subscribe-none-{where}")))
        if len(every) == 1:
            return replace(self._removed(turn, every), replaces=False)
        buttons = [press(phrases.in_short(one.wishes), CARD, "0", one.id, "x") for one in every]
        all_ = press(phrases.say("button-all-of-them"), "ua")
        return Reply(text(phrases.say("subscribe-which-to-end")), (*column(buttons), (all_,)))

    def end_all(self, turn: Turn) -> Reply:
        """End everything that the chat has."""
        if not turn.whom.may_manage(turn.whom.chat):
            raise ChangedError("ua")
        return self._removed(turn, self._desk.digests.of_chat(turn.whom.chat))

    def preview(self, wishes: Wishes) -> Reply:
        """What a digest would look like, composed off the event loop."""
        return self._news.preview(wishes)

    def _elsewhere(self, whom: Whom) -> list[Subscription]:
        if not whom.private or whom.user is None:
            return []
        return [one for one in self._desk.digests.owned_by(whom.user) if one.chat != whom.chat]

    def _line(self, turn: Turn, one: Subscription, phrases: Phrases) -> str:
        topics = clip(phrases.topics(one.wishes.selection), _LONGEST_TOPICS)
        parts = [topics, phrases.rhythm_there(one.wishes.rhythm)]
        if one.chat != turn.whom.chat:
            parts.insert(0, phrases.say("subscribe-named", chat=self._desk.title(one.chat, phrases.texts)))
        if one.state is State.PAUSED:
            parts.append(phrases.say("subscribe-is-paused"))
        return " · ".join(parts)

    def _below(self, turn: Turn, phrases: Phrases, any_here: bool) -> Rows:
        say = phrases.say
        new = press(say("button-new-digest"), "sn")
        other = press(say("button-other-chat"), "sg") if turn.whom.private else self._in_private(turn, phrases)
        export = press(say("button-export"), "sx") if any_here else None
        return rows([new], [other], [export, press(say("button-import"), "si")])

    def _in_private(self, turn: Turn, phrases: Phrases) -> Button | None:
        link = self._desk.link(to_subscriptions(turn.whom.chat))
        return Button(phrases.say("button-set-up-in-private"), url=link) if link else None

    def _card_buttons(self, turn: Turn, one: Subscription, phrases: Phrases) -> Rows:
        say, chat = phrases.say, chat_in_button(one.chat, turn.whom)

        def do(label: str, *what: str) -> Button:
            return press(say(label), CARD, chat, one.id, *what)

        back = press(say("button-all-digests"), "sl")
        if one.state is State.REMOVED:
            return rows([do("button-undo", "u")], [back])
        timed = one.next_run_at is not None or one.state is State.PAUSED
        changes = [
            [
                press(say(f"button-change-{step.name.lower()}"), "se", chat, one.id, step.value)
                for step in row
                if timed or step not in _BY_THE_CLOCK
            ]
            for row in _CHANGES
        ]
        switches = [
            do("button-only-changes" if one.wishes.always else "button-always", "k", "a"),
            do("button-with-sound" if one.wishes.silent else "button-silent", "k", "s"),
            None if one.chat > 0 else do("button-unpin" if one.wishes.pinned else "button-pin", "k", "p"),
        ]
        moves = one.chat == turn.whom.chat and one.thread != turn.whom.topic
        serving = do("button-resume", "r") if one.state is State.PAUSED else do("button-pause", "z")
        return rows(
            *changes,
            switches,
            [do("button-here", "t") if moves else None],
            [do("button-preview", "v")],
            [serving, do("button-remove", "x")],
            [back],
        )

    def _switch(self, turn: Turn, one: Subscription, action: Action) -> Reply:
        wishes = one.wishes
        match action.text(3):
            case "a":
                wishes = replace(wishes, always=not wishes.always)
            case "s":
                wishes = replace(wishes, silent=not wishes.silent)
            case "p" if one.chat < 0:
                wishes = replace(wishes, pinned=not wishes.pinned)
            case other:
                raise ForgedError(other)
        return self.card(turn, _still(self._desk.digests.edit(one.id, one.chat, wishes)))

    def _pause(self, turn: Turn, one: Subscription, action: Action) -> Reply:
        say, chat = self._desk.texts(turn.language).say, chat_in_button(one.chat, turn.whom)
        if len(action.arguments) == 3:
            offered = [press(say(f"button-pause-{sign}"), CARD, chat, one.id, "z", sign) for sign in _PAUSES]
            back = press(say("button-back"), CARD, chat, one.id)
            return Reply(text(say("subscribe-how-long")), rows(offered[:2], offered[2:], [back]), replaces=True)
        if action.text(3) not in _PAUSES:
            raise ForgedError(action.text(3))
        long = _PAUSES[action.text(3)]
        until = self._desk.clock() + long if long is not None else None
        return self.card(turn, _still(self._desk.digests.pause(one.id, one.chat, until)))

    def _resume(self, turn: Turn, one: Subscription, _: Action) -> Reply:
        return self.card(turn, _still(self._desk.digests.resume(one.id, one.chat)), "subscribe-resumed")

    def _move(self, turn: Turn, one: Subscription, _: Action) -> Reply:
        if one.chat != turn.whom.chat:
            raise ForgedError(CARD)
        moved = self._desk.digests.move(one.id, one.chat, turn.whom.topic)
        return self.card(turn, _still(moved), "subscribe-moved-here")

    def _remove(self, turn: Turn, one: Subscription, _: Action) -> Reply:
        return self._removed(turn, [one])

    def _removed(self, turn: Turn, ended: Iterable[Subscription]) -> Reply:
        phrases = Phrases(self._desk, turn.language)
        gone = [_still(self._desk.digests.remove(one.id, one.chat)) for one in ended]
        if not gone:
            raise ChangedError(CARD)
        say = phrases.say
        lines = [clip(phrases.in_short(one.wishes), _LONGEST_TOPICS) for one in gone]
        labels = [say("button-undo-one", digest=phrases.topics(one.wishes.selection)) for one in gone]
        if len(gone) == 1:
            labels = [say("button-undo")]
        undo = [
            press(label, CARD, chat_in_button(one.chat, turn.whom), one.id, "u")
            for one, label in zip(gone, labels, strict=True)
        ]
        return Reply((titled(say("subscribe-removed"), *lines),), column(undo), replaces=True)

    def _restore(self, turn: Turn, one: Subscription, _: Action) -> Reply:
        try:
            restored = self._desk.digests.restore(one.id, one.chat)
        except TooManyError:
            return Reply(alert=self._desk.texts(turn.language).say("alert-too-many-digests"))
        return self.card(turn, _still(restored), "subscribe-restored")

    def _doubts(self, phrases: Phrases, here: Iterable[Subscription]) -> tuple[Block, ...]:
        zones = {one.id: one.wishes.rhythm.zone for one in here}
        doubtful = self._doubtful(here)
        return text(*(self._news.doubt(one, phrases, zones.get(one.subscription or 0)) for one in doubtful))

    def _show_doubtful(self, phrases: Phrases, chat: int) -> tuple[Row, ...]:
        return tuple(self._news.doubt_buttons(one, phrases) for one in self._desk.digests.doubtful(chat)[:_MOST_DOUBTS])

    def _doubtful(self, here: Iterable[Subscription]) -> list[Delivery]:
        chats = dict.fromkeys(one.chat for one in here)
        return [one for chat in chats for one in self._desk.digests.doubtful(chat)][:_MOST_DOUBTS]


_MOST_DOUBTS = 3


def number_of_chat(given: str, whom: Whom) -> int:
    """The chat that a button names; 0 is the one where it stands. Raises ForgedError."""
    digits = given.removeprefix("-")
    if not digits.isdecimal() or len(digits) > 15:
        raise ForgedError(given)
    return int(given) or whom.chat


def chat_in_button(chat: int, whom: Whom) -> int:
    """A chat in a button: a group that becomes a supergroup has another number, so its own is not written down."""
    return 0 if chat == whom.chat else chat


def _still(found: Subscription | None) -> Subscription:
    if found is None:
        raise ChangedError(CARD)
    return found


def _card_button(one: Subscription, label: str, whom: Whom) -> Button:
    return press(label, CARD, chat_in_button(one.chat, whom), one.id)
