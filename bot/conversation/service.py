"""The conversation: every service that a channel calls, each giving the Reply that is to be shown."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial

from bot.asking import Claimbot
from bot.chats.chats import Chats
from bot.chats.ids import as_receipt_id
from bot.claims.database.store import Store
from bot.claims.model import LANGUAGES
from bot.config import Settings
from bot.conversation.actions import Action, ChangedError, ForgedError, parse
from bot.conversation.answers import Answers
from bot.conversation.beside import Beside
from bot.conversation.browse import Browse
from bot.conversation.checks import Checks
from bot.conversation.desk import Desk, now
from bot.conversation.digests.digesting import Digesting
from bot.conversation.groups import Groups
from bot.conversation.inline import Inline, InlinePage
from bot.conversation.keyboards import press, rows, text
from bot.conversation.links import claim_of
from bot.conversation.memory import Turn
from bot.conversation.pages import Pages
from bot.conversation.questions import Questions
from bot.conversation.reply import SILENCE, Reply
from bot.conversation.takeaway import Takeaway
from bot.conversation.watch import UNWATCHED, Watch
from bot.conversation.welcome import FORGET_CHAT, Welcome
from bot.conversation.whom import Whom
from bot.digests.news.composer import Composer
from bot.digests.service import Digests

_TOPICS = Action("tt")
_OF_SETTINGS = frozenset({"lgs", "st"})

Pressed = Callable[[Turn, Action], Reply]


class Conversation:
    """All that the bot says. Texts of messages go through it and are not kept."""

    def __init__(  # noqa: PLR0913  most callers leave the last ones out
        self,
        claimbot: Claimbot,
        chats: Chats,
        settings: Settings,
        *,
        clock: Callable[[], datetime] = now,
        composer: Composer | None = None,
        watch: Watch = UNWATCHED,
    ) -> None:
        self.composer = composer or Composer(partial(Store.open, claimbot.store.database.path, create=False), clock)
        self.desk = Desk(claimbot, chats, Digests(chats.database, self.composer, clock), settings, clock, watch)
        self._answers = Answers(self.desk)
        self._questions = Questions(self.desk, self._answers)
        self._pages = Pages(self.desk)
        self._browse = Browse(self.desk, self._answers)
        self._beside = Beside(self.desk, self._answers)
        self._takeaway = Takeaway(self.desk)
        self._checks = Checks(self.desk, self._answers)
        self._inline = Inline(self.desk)
        self._welcome = Welcome(self.desk, (self._questions.forget, self._beside.forget))
        self._groups = Groups(self.desk)
        self.digesting = Digesting(self.desk)
        self._verbs = self._table()

    def refresh(self, claimbot: Claimbot) -> None:
        """Answer from another state of the claims from now on."""
        self.desk.claimbot = claimbot
        self.desk.forget()
        self._answers.forget()
        self._inline.forget()

    async def warm(self) -> None:
        """Read the names, and make what is first shown in inline mode, so that nobody waits for it.

        Others are answered in between, and will be when words are compared with new ones.
        """
        await asyncio.to_thread(lambda: self.desk.claimbot.vocabulary.lexicon.digest)
        for _ in self.desk.store.catalog.read():
            await asyncio.sleep(0)
        for language in LANGUAGES:
            for make in self._inline.first(language):
                make()
                await asyncio.sleep(0)

    def start(self, whom: Whom, argument: str = "") -> Reply:
        """A greeting, or what a deep link opens."""
        turn = self._turn(whom)
        texts = self.desk.texts(turn.language)
        try:
            reply = self._linked(turn, argument) or self._welcome.start(turn)
        except (ChangedError, ForgedError):
            reply = Reply(text(texts.say("chat-link-changed")), rows([press(texts.say("button-topics"), "tt")]))
        if whom.private and (count := self.desk.digests.revive(whom.chat)):  # they had stopped while it was blocked
            reply = replace(reply, blocks=(*reply.blocks, *text(texts.say("subscribe-goes-on", count=count))))
        return reply

    def ask(self, whom: Whom, typed: str, message: int | None = None, replied_to: int | None = None) -> Reply:
        """The answer to a question; `replied_to` is the message it replies to, which decides what it follows up."""
        if not typed.strip():
            return self._welcome.help(self._turn(whom))
        if whom.private and self._is_receipt(typed):
            return self._answers.given(self._turn(whom), typed)
        return self._questions.ask(whom, typed, message, replied_to)

    def asked_again(self, whom: Whom, typed: str, message: int) -> Reply:
        """The answer to a question that was edited; silence where it was asked long ago."""
        reply = self._questions.asked_again(whom, typed, message) if typed.strip() else None
        return reply or SILENCE

    def pressed(self, whom: Whom, action: str, message: int | None = None) -> Reply:
        """What the press of a button brings: a word where it is none of ours, or stands for nothing any more.

        `message` is the one with the button: what it brings then goes on answering the question that it answered.
        """
        turn = self._turn(whom, message)
        texts = self.desk.texts(turn.language)
        try:
            taken_apart = parse(action)
            if taken_apart.verb not in self._verbs:
                raise ForgedError(action)
            return self._verbs[taken_apart.verb](turn, taken_apart)
        except ForgedError:
            return Reply(alert=texts.say("alert-unknown"))
        except ChangedError:
            return Reply(alert=texts.say("alert-changed"))

    def digest(self, whom: Whom, say: Callable[[Turn], Reply]) -> Reply:
        """What is said about digests (see `digesting`); a word where it is about something that is not there."""
        turn = self._turn(whom)
        try:
            return say(turn)
        except (ChangedError, ForgedError):
            return Reply(text(self.desk.texts(turn.language).say("subscribe-not-there")))

    def typed(self, whom: Whom, written: str) -> Reply | None:
        """What a message brings that is meant for a draft which waits for it; None where it is not."""
        return self.digesting.typed(self._turn(whom), written)

    def check(self, whom: Whom, written: str, message: int | None = None, checked: int | None = None) -> Reply:
        """What became of the numbers in a message that was forwarded or replied to; `checked` is the one replied to."""
        return self._checks.check(whom, written, message, checked)

    def checked_again(self, whom: Whom, written: str, message: int) -> Reply:
        """The same for a /check that was edited; silence where it was sent long ago."""
        return self._checks.checked_again(whom, written, message) or SILENCE

    def last_check_of(self, whom: Whom, message: int) -> int | None:
        """The /check that was answered last, where it checked this very message: for when that is edited."""
        return self._checks.last_of(whom, message)

    def inline(self, whom: Whom, query: str, offset: str = "") -> InlinePage:
        """A page of results for what is typed behind the bot's name in any chat."""
        return self._inline.page(whom, query, offset)

    def changes_settings(self, action: str) -> bool:
        """Whether a press changes the settings of a chat, which not everybody may."""
        return action.partition(":")[0] in _OF_SETTINGS

    def concerns(self, whom: Whom, action: str) -> frozenset[int]:
        """The groups and channels of which whoever presses must be an admin."""
        if self.deletes_chat(action):
            return frozenset() if whom.private else frozenset({whom.chat})
        return self.digesting.concerns(whom, action)

    def deletes_chat(self, action: str) -> bool:
        """Whether a press deletes all that is kept about a group or channel."""
        return action.partition(":")[0] == FORGET_CHAT

    def help(self, whom: Whom) -> Reply:
        """How to ask."""
        return self._welcome.help(self._turn(whom))

    def topics(self, whom: Whom) -> Reply:
        """What there are figures for."""
        return replace(self._browse.populations(self._turn(whom), _TOPICS), replaces=False)

    def about(self, whom: Whom) -> Reply:
        """Where the figures come from, and who runs the bot."""
        return self._welcome.about(self._turn(whom))

    def privacy(self, whom: Whom) -> Reply:
        """What is kept."""
        return self._welcome.privacy(self._turn(whom))

    def forget(self, whom: Whom) -> Reply:
        """Ask whether to delete everything about a person; an admin in a group or channel, about that."""
        return self._welcome.forget(self._turn(whom))

    def language(self, whom: Whom, code: str | None = None) -> Reply:
        """Which language to speak; with a code, that one from now on."""
        if code is None:
            return self._welcome.language(self._turn(whom))
        return replace(self.pressed(whom, f"lgs:{code}"), replaces=False)

    def settings(self, whom: Whom) -> Reply:
        """The settings of a group; in a private chat there is but the language."""
        turn = self._turn(whom)
        return self._welcome.language(turn) if whom.private else self._groups.settings(turn)

    def added(self, whom: Whom, hears: bool) -> Reply:
        """What is said on being added to a group; `hears`: messages that do not address the bot reach it."""
        return self._groups.added(self._turn(whom), hears)

    def _turn(self, whom: Whom, pressed: int | None = None) -> Turn:
        chats, now_ = self.desk.chats, self.desk.clock()
        shown = chats.answer_shown_by(whom.chat, pressed, now_) if pressed is not None else None
        return Turn(whom, self.desk.language(whom), shown.question if shown else None, pressed=pressed)

    def _is_receipt(self, typed: str) -> bool:
        """Whether it is the id of a receipt, on its own: looked up only where it looks like one."""
        return as_receipt_id(typed) is not None and self.desk.chats.receipt(typed) is not None

    def _linked(self, turn: Turn, argument: str) -> Reply | None:
        kind, _, rest = argument.strip().partition("_")
        if not rest:
            return None
        match kind:
            case "t":
                return self._browse.linked_topic(turn, rest)
            case "c":
                return self._browse.figure(turn, claim_of(rest, self.desk.store.find))
            case "r":
                return self._answers.given(turn, rest)
            case "a":
                return self._answers.linked(turn, rest)
        return self.digesting.linked(turn, kind, rest)

    def _table(self) -> Mapping[str, Pressed]:
        """What each verb does."""
        answers, pages, beside, browse = self._answers, self._pages, self._beside, self._browse
        questions, welcome = self._questions, self._welcome
        return {
            "s": answers.again,
            "p": answers.chosen,
            "n": answers.loosened,
            "a": lambda _, action: pages.figures(action),
            "g": lambda _, action: pages.claimants(action),
            "src": lambda _, action: pages.sources(action),
            "w": lambda _, action: self._takeaway.chart(action),
            "csv": lambda _, action: self._takeaway.table(action),
            "c": lambda _, action: self._takeaway.citations(action),
            "o": beside.other_side,
            "r": lambda _, action: beside.related(action),
            "h": beside.helpful,
            "x": lambda turn, _: questions.none_of_these(turn),
            "ex": questions.example,
            "ed": questions.offer_to_tell,
            "edy": questions.tell,
            "edn": questions.keep_quiet,
            "tt": browse.populations,
            "tp": browse.measures,
            "tm": browse.cells,
            "t": browse.topic,
            "sb": lambda turn, action: browse.subjects(turn.language, action),
            "sf": pages.subject,
            "sw": self._takeaway.subject_chart,
            "sc": self._takeaway.subject_table,
            "lg": lambda turn, _: welcome.language(turn),
            "lgs": welcome.choose_language,
            "ab": welcome.about_again,
            "pu": welcome.publishers,
            "lc": welcome.licences,
            "pr": lambda turn, _: welcome.privacy(turn),
            "fg": lambda turn, _: welcome.forget(turn),
            "fgy": lambda turn, _: welcome.forgotten(turn),
            FORGET_CHAT: lambda turn, _: welcome.forgotten_chat(turn),
            "fgn": lambda turn, _: welcome.kept(turn),
            "st": self._groups.change,
            **self.digesting.verbs(),
        }
