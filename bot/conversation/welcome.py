"""What the bot says of itself: greeting, help, sources and version, language, privacy, and forgetting."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from bot.answers.blocks import Line, Span, join
from bot.claims.database.terms import Licence, Origin, Terms
from bot.claims.model import LANGUAGES
from bot.conversation.actions import Action, ChangedError, ForgedError
from bot.conversation.desk import AUTOMATIC, Desk
from bot.conversation.keyboards import column, examples, navigation, numbered, page_of, press, rows, text, titled
from bot.conversation.memory import Turn
from bot.conversation.reply import Button, Reply
from bot.language.texts import Texts

_PUBLISHERS = 40  # on a page
_ORIGINS = 15  # on a page
_BACK = "b"
FORGET_CHAT = "fgc"  # the verb that deletes what is kept about a group or channel


class Welcome:
    """Introduces the bot."""

    def __init__(self, desk: Desk, forget: Iterable[Callable[[int], None]]) -> None:
        self._desk = desk
        self._forget = tuple(forget)  # what forgets a person that is kept in memory only

    def start(self, turn: Turn) -> Reply:
        """A greeting, what the bot is and is not, and example questions."""
        texts = self._desk.texts(turn.language)
        spoken = texts.join(map(self._desk.language_name, LANGUAGES))
        about = (texts.say("subject-about"), texts.say("chat-start-how", languages=spoken), texts.say("chat-start-not"))
        asked = examples(texts)
        listed = titled(texts.say("chat-start-examples"), *(f"– {example}" for example in asked))
        buttons = [press(example, "ex", number) for number, example in enumerate(asked, start=1)]
        blocks = (titled(texts.say("subject-title")), *text(*about), listed)
        below = [press(texts.say("button-topics"), "tt"), press(texts.say("button-language"), "lg")]
        return Reply(blocks, (*column(buttons), *rows(below)))

    def help(self, turn: Turn) -> Reply:
        """How to ask, and the commands there are."""
        texts = self._desk.texts(turn.language)
        commands = PRIVATE_COMMANDS if turn.whom.private else GROUP_COMMANDS
        lines = [f"/{command} – {texts.say(f'command-{command}')}" for command in commands]
        ways = text(*(texts.say(f"chat-help-{way}") for way in ("ask", "follow-up", "check", "read")))
        blocks = (titled(texts.say("chat-help-title")), *ways, titled(texts.say("chat-commands-title"), *lines))
        return Reply(blocks, rows([press(texts.say("button-topics"), "tt"), press(texts.say("button-about"), "ab")]))

    def about(self, turn: Turn) -> Reply:
        """Where the figures come from, how they are chosen, and who runs the bot."""
        desk, texts, meta = self._desk, self._desk.texts(turn.language), self._desk.store.meta
        data = [
            texts.say(
                "chat-about-data",
                version=meta.version,
                figures=desk.wording(turn.language).figures(meta.total),
                date=texts.date(meta.newest),
            ),
            texts.say("chat-about-loaded", date=texts.date(meta.loaded_at.date())),
        ]
        chosen = [texts.say(f"chat-about-{rule}") for rule in ("all", "order", "apart", "doubt", "sides")]
        if texts.has("subject-borders"):
            chosen.append(texts.say("subject-borders"))
        blocks = (
            titled(texts.say("subject-title"), texts.say("subject-about")),
            titled(texts.say("chat-about-data-title"), *data),
            titled(texts.say("chat-about-chosen-title"), *(f"– {rule}" for rule in chosen)),
            titled(texts.say("chat-about-operator-title"), *self._operator(texts)),
        )
        licences = press(texts.say("button-licences"), "lc") if meta.terms != Terms() else None
        below = [press(texts.say("button-publishers"), "pu"), licences]
        return Reply(blocks, rows(below, [press(texts.say("button-privacy"), "pr")]))

    def about_again(self, turn: Turn, action: Action) -> Reply:
        """The same by a button: back from a page behind it, in that page's place."""
        return replace(self.about(turn), replaces=_BACK in action.arguments)

    def licences(self, turn: Turn, action: Action) -> Reply:
        """Under which licences the data may be used, and where they came from."""
        texts, terms = self._desk.texts(turn.language), self._desk.store.meta.terms
        if terms == Terms():
            raise ChangedError(action.verb)
        page, pages = page_of(terms.origins, action.number(0, 1), _ORIGINS)
        shown = terms.origins[(page - 1) * _ORIGINS : page * _ORIGINS]
        itself = Line((Span(f"{texts.say('chat-licences-itself')} "), *_linked(terms.licences)))
        blocks = [
            titled(texts.say("chat-licences-title"), *([itself] if terms.licences else [])),
            titled(texts.say("chat-origins-title"), *map(_origin, shown)),
        ]
        keyboard = rows(navigation("lc", numbered(page, pages)), [press(texts.say("button-about"), "ab", _BACK)])
        return Reply(tuple(block for block in blocks if block.items), keyboard, replaces=True)

    def publishers(self, turn: Turn, action: Action) -> Reply:
        """Who printed the figures."""
        texts, catalog = self._desk.texts(turn.language), self._desk.store.catalog
        names = sorted((one.name(turn.language) for one in catalog.publishers.values()), key=str.casefold)
        page, pages = page_of(names, action.number(0, 1), _PUBLISHERS)
        shown = names[(page - 1) * _PUBLISHERS : page * _PUBLISHERS]
        title = texts.say("chat-publishers-title", count=len(names))
        keyboard = rows(navigation("pu", numbered(page, pages)), [press(texts.say("button-about"), "ab", _BACK)])
        return Reply((titled(title, *shown),), keyboard, replaces=True)

    def language(self, turn: Turn) -> Reply:
        """Which language to speak."""
        texts, chosen = self._desk.texts(turn.language), self._desk.chosen(turn.whom)
        now = self._desk.language_name(chosen) if chosen else texts.say("chat-language-auto")
        blocks = text(texts.say("chat-language", now=now))
        return Reply(blocks, (*column(map(self._language, LANGUAGES)), *rows([self._automatic(texts)])))

    def choose_language(self, turn: Turn, action: Action) -> Reply:
        """Speak a language from now on, or again that of each question."""
        wanted = action.text(0)
        if wanted not in (*LANGUAGES, AUTOMATIC):
            raise ForgedError(wanted)
        self._desk.chats.set_language(turn.whom.chat, None if wanted == AUTOMATIC else wanted)
        texts = self._desk.texts(self._desk.language(turn.whom))
        said = "chat-language-is-auto" if wanted == AUTOMATIC else "chat-language-is"
        return Reply(text(texts.say(said)), replaces=True)

    def privacy(self, turn: Turn) -> Reply:
        """What is kept, for how long, and what never is."""
        texts, kept = self._desk.texts(turn.language), self._desk.settings.retention
        points = [
            texts.say("chat-privacy-chat"),
            texts.say("chat-privacy-follow-up"),
            texts.say("chat-privacy-receipts", days=kept.receipts_days),
            texts.say("chat-privacy-feedback", days=kept.feedback_days),
            texts.say("chat-privacy-asked", days=kept.feedback_days),
            texts.say("chat-privacy-editors"),
            texts.say("subscribe-privacy"),
            texts.say("chat-privacy-backups", days=self._desk.settings.backup.keep_days),
            texts.say("chat-privacy-never"),
        ]
        blocks = (
            titled(texts.say("chat-privacy-title"), *(f"– {point}" for point in points)),
            titled(texts.say("chat-about-operator-title"), *self._operator(texts)),
        )
        return Reply(blocks, rows([press(texts.say("button-forget"), "fg")]))

    def forget(self, turn: Turn) -> Reply:
        """Ask whether to delete everything about a person; an admin in a group or channel, about that."""
        texts, whom = self._desk.texts(turn.language), turn.whom
        if not whom.private and whom.may_manage(whom.chat):
            return self._forget_chat(turn)
        yes, no = press(texts.say("button-yes-forget"), "fgy"), press(texts.say("button-no"), "fgn")
        return Reply(text(texts.say("chat-forget")), rows([yes, no]))

    def forgotten(self, turn: Turn) -> Reply:
        """Delete everything about a person, and say what that was."""
        whom = turn.whom
        person = whom.user if whom.user is not None else whom.chat
        texts = self._desk.texts(turn.language)
        for forget in self._forget:
            forget(person)

        def delete() -> Reply:
            deleted = self._desk.chats.forget(person)
            said = texts.say("chat-forgotten", count=deleted) if deleted else texts.say("chat-nothing-to-forget")
            return Reply(text(said, texts.say("chat-forgotten-rest")), replaces=True)

        return Reply(later=delete)  # it may wait for others, and is no part of anything else

    def forgotten_chat(self, turn: Turn) -> Reply:
        """Delete everything about a group or channel, and say how much that was."""
        chat, texts = turn.whom.chat, self._desk.texts(turn.language)
        if turn.whom.private or not turn.whom.may_manage(chat):
            raise ForgedError(str(chat))
        for forget in self._forget:
            forget(chat)
        self._desk.titles.pop(chat, None)

        def delete() -> Reply:
            said = texts.say("chat-forgotten-group", count=self._desk.chats.forget_chat(chat))
            return Reply(text(said, texts.say("chat-forgotten-rest")), replaces=True)

        return Reply(later=delete)

    def kept(self, turn: Turn) -> Reply:
        """Delete nothing."""
        return Reply(text(self._desk.texts(turn.language).say("chat-not-forgotten")), replaces=True)

    def _forget_chat(self, turn: Turn) -> Reply:
        texts, group = self._desk.texts(turn.language), turn.whom.kind == "group"
        yes, no = press(texts.say("button-yes-forget-group"), FORGET_CHAT), press(texts.say("button-no"), "fgn")
        own = [press(texts.say("button-forget-me"), "fg")] if group else []
        asked = texts.say("chat-forget-group" if group else "chat-forget-channel")
        return Reply(text(asked), rows([yes, no], own))

    def _operator(self, texts: Texts) -> list[str]:
        operator = self._desk.settings.operator
        if not operator.name and not operator.contact:
            return [texts.say("chat-operator-unnamed")]
        said = [texts.say("chat-operator", name=operator.name)] if operator.name else []
        return said + ([texts.say("chat-operator-contact", contact=operator.contact)] if operator.contact else [])

    def _language(self, language: str) -> Button:
        return press(self._desk.language_name(language), "lgs", language)

    def _automatic(self, texts: Texts) -> Button:
        return press(texts.say("button-language-auto"), "lgs", AUTOMATIC)


def _origin(origin: Origin) -> Line:
    """Where data came from, and its licences, as the package says it."""
    version = f", {origin.version}" if origin.version else ""
    named = (Span("– "), Span(origin.title, href=origin.url), Span(version))
    return Line((*named, Span(" · "), *_linked(origin.licences)) if origin.licences else named)


def _linked(licences: Iterable[Licence]) -> tuple[Span, ...]:
    return join((Span(licence.title, href=licence.url) for licence in licences), ", ")


DIGEST_COMMANDS = ("subscribe", "subscriptions", "unsubscribe")
PRIVATE_COMMANDS = ("ask", "check", "topics", *DIGEST_COMMANDS, "about", "language", "privacy", "forget", "help")
GROUP_COMMANDS = ("ask", "check", "topics", *DIGEST_COMMANDS, "settings", "about", "privacy", "forget", "help")
