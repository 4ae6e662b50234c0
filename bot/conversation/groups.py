"""Groups: language, topics, who may change these settings, and what is said on being added."""

from __future__ import annotations

from dataclasses import replace

from bot.chats.model import WhoMayChange
from bot.claims.model import LANGUAGES
from bot.conversation.actions import Action, ForgedError, code, decode
from bot.conversation.desk import AUTOMATIC, Desk
from bot.conversation.keyboards import Row, press, rows, text, titled
from bot.conversation.kinds import Kinds, chosen_kinds, kind_name, kind_names, kinds_of
from bot.conversation.memory import Turn
from bot.conversation.reply import SILENCE, Button, Reply

_MAY_CHANGE = {"a": WhoMayChange.ADMINS, "e": WhoMayChange.EVERYONE}
_ALL = "all"  # topics
_ADD, _DROP = "y", "n"  # a topic: named, so that a button pressed twice, or by two, does what it says


class Groups:
    """What concerns a group as a whole."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def settings(self, turn: Turn) -> Reply:
        """What was chosen for the group, with buttons to change it."""
        chosen, texts = self._desk.chats.chat(turn.whom.chat), self._desk.texts(turn.language)
        language = self._desk.language_name(chosen.language) if chosen.language else None
        kinds = chosen_kinds(self._desk, turn.whom)
        lines = [
            texts.say("chat-settings-language", language=language or texts.say("chat-language-auto")),
            self._topics(kinds, turn.language),
            texts.say(f"chat-settings-{chosen.who_may_change.value}"),
        ]
        languages = [
            press(_marked(self._desk.language_name(one), one == chosen.language), "st", "l", one) for one in LANGUAGES
        ]
        automatic = press(_marked(texts.say("button-language-auto"), chosen.language is None), "st", "l", AUTOMATIC)
        who: list[Button | None] = [
            press(_marked(texts.say(f"button-{one.value}"), one is chosen.who_may_change), "st", "w", sign)
            for sign, one in _MAY_CHANGE.items()
        ]
        keyboard = rows(languages, [automatic], *self._choices(kinds, turn.language), who)
        return Reply((titled(texts.say("chat-settings-title"), *lines),), keyboard)

    def change(self, turn: Turn, action: Action) -> Reply:
        """Change one setting. Whether the presser may is asked before (`Conversation.changes_settings`)."""
        what, value, chat = action.text(0), action.text(1), turn.whom.chat
        if what == "l" and value in (*LANGUAGES, AUTOMATIC):
            self._desk.chats.set_language(chat, None if value == AUTOMATIC else value)
        elif what == "w" and value in _MAY_CHANGE:
            self._desk.chats.set(chat, who_may_change=_MAY_CHANGE[value])
        elif what == "t":
            self._desk.chats.set(chat, topics=self._changed(turn, action))
        else:
            raise ForgedError(action.verb)
        changed = replace(turn, language=self._desk.language(turn.whom))
        return replace(self.settings(changed), replaces=True)

    def added(self, turn: Turn, hears: bool) -> Reply:
        """One short message on being added: what to type, and for admins what the bot can hear."""
        if turn.whom.kind != "group":
            return SILENCE
        texts = self._desk.texts(turn.language)
        heard = texts.say("chat-hears-all" if hears else "chat-hears-addressed")
        return Reply(text(texts.say("chat-added", title=texts.say("subject-title")), heard))

    def _topics(self, kinds: Kinds, language: str) -> str:
        """What the group asks about, in a line."""
        texts, store = self._desk.texts(language), self._desk.store
        if not kinds:
            return texts.say("chat-settings-topics-all")
        return texts.say("chat-settings-topics", kinds=kind_names(kinds, store, self._desk.wording(language)))

    def _choices(self, kinds: Kinds, language: str) -> list[Row]:
        """Everything, and each kind that there is, two in a row."""
        wording, store = self._desk.wording(language), self._desk.store
        all_ = press(_marked(wording.texts.say("button-all-kinds"), not kinds), "st", "t", _ALL)
        each = [
            press(
                _marked(kind_name(kind, store, wording), kind in kinds),
                "st", "t", code(str(kind)), _DROP if kind in kinds else _ADD,
            )
            for kind in kinds_of(store)
        ]  # fmt: skip
        return [(all_,), *(tuple(each[first : first + 2]) for first in range(0, len(each), 2))]

    def _changed(self, turn: Turn, action: Action) -> tuple[str, ...]:
        """What the group asks about after a press; all kinds together are everything, like none."""
        if action.text(1) == _ALL:
            return ()
        there = {str(kind): kind for kind in kinds_of(self._desk.store)}
        kind, sign = there[decode(action.text(1), there)], action.text(2)
        if sign not in (_ADD, _DROP):
            raise ForgedError(sign)
        before = chosen_kinds(self._desk, turn.whom)
        after = before | {kind} if sign == _ADD else before - {kind}
        return () if len(after) == len(there) else tuple(name for name, one in there.items() if one in after)


def _marked(label: str, chosen: bool) -> str:
    return f"✓ {label}" if chosen else label
