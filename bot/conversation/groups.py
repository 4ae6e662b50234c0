"""Groups: settings and who may change them, and what is said on being added."""

from __future__ import annotations

from dataclasses import replace

from bot.chats.model import WhoMayChange
from bot.claims.model import LANGUAGES
from bot.conversation.actions import Action, ForgedError
from bot.conversation.desk import AUTOMATIC, Desk
from bot.conversation.keyboards import press, rows, text, titled
from bot.conversation.memory import Turn
from bot.conversation.reply import SILENCE, Button, Reply

_MAY_CHANGE = {"a": WhoMayChange.ADMINS, "e": WhoMayChange.EVERYONE}


class Groups:
    """What concerns a group as a whole."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def settings(self, turn: Turn) -> Reply:
        """What was chosen for the group, with buttons to change it."""
        chosen, texts = self._desk.chats.chat(turn.whom.chat), self._desk.texts(turn.language)
        language = self._desk.language_name(chosen.language) if chosen.language else None
        lines = [
            texts.say("chat-settings-language", language=language or texts.say("chat-language-auto")),
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
        return Reply((titled(texts.say("chat-settings-title"), *lines),), rows(languages, [automatic], who))

    def change(self, turn: Turn, action: Action) -> Reply:
        """Change one setting. Whether the presser may is asked before (`Conversation.changes_settings`)."""
        what, value, chat = action.text(0), action.text(1), turn.whom.chat
        if what == "l" and value in (*LANGUAGES, AUTOMATIC):
            self._desk.chats.set_language(chat, None if value == AUTOMATIC else value)
        elif what == "w" and value in _MAY_CHANGE:
            self._desk.chats.set(chat, who_may_change=_MAY_CHANGE[value])
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


def _marked(label: str, chosen: bool) -> str:
    return f"✓ {label}" if chosen else label
