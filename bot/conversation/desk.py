"""What every part of a conversation works with: claims, chats, settings, the clock, words in the reader's language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

from babel import Locale

from bot.answers.blocks import Block
from bot.answers.html import to_html
from bot.answers.wording import Wording
from bot.asking import Claimbot
from bot.chats.chats import Chats
from bot.chats.model import Receipt
from bot.claims.database.store import Store
from bot.claims.model import LANGUAGES
from bot.config import Settings
from bot.conversation.actions import ChangedError
from bot.conversation.slots import SlotsError, blocks_to_json, is_known, question_from_json, question_to_json
from bot.conversation.watch import UNWATCHED, Watch
from bot.conversation.whom import Whom
from bot.digests.service import Digests
from bot.language.texts import BABEL_LOCALES, Texts
from bot.questions.question import Question

DEFAULT_LANGUAGE = "en"
_MOST_TITLES = 10_000
AUTOMATIC = "auto"  # no language chosen: that of each question
_MOST_KEPT = 500  # receipts that need not be looked up


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


@dataclass(slots=True)
class Desk:
    """Shared by the parts of one conversation."""

    claimbot: Claimbot
    chats: Chats
    digests: Digests
    settings: Settings
    clock: Callable[[], datetime] = now
    watch: Watch = UNWATCHED
    username: str | None = None  # of the bot, once the channel has told it
    titles: dict[int, str] = field(default_factory=dict)  # of groups and channels, as far as they were heard: not kept
    _newly: Any = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._newly = lru_cache(_MOST_KEPT)(self._newly_kept)  # the same answer on the same day has one receipt

    @property
    def store(self) -> Store:
        """The claims."""
        return self.claimbot.store

    @property
    def today(self) -> date:
        """The day by the clock."""
        return self.clock().date()

    def language(self, whom: Whom) -> str:
        """The language to speak unprompted: the one chosen for the chat, else that of the reader's client."""
        return self.chosen(whom) or self.client(whom) or DEFAULT_LANGUAGE

    def chosen(self, whom: Whom) -> str | None:
        """The language that was chosen for the chat, where one was."""
        return self.chats.chat(whom.chat).language

    def client(self, whom: Whom) -> str | None:
        """The language of the reader's client, where it is one of ours."""
        language = whom.language.casefold().replace("_", "-").partition("-")[0]
        return language if language in LANGUAGES else None

    def texts(self, language: str) -> Texts:
        """What is said in a language."""
        return self.claimbot.texts(language)

    def language_name(self, language: str) -> str:
        """What a language is called in itself."""
        return str(Locale.parse(BABEL_LOCALES[language]).get_language_name()).capitalize()

    def wording(self, language: str) -> Wording:
        """Phrases about the claims in a language."""
        return Wording(self.texts(language), self.store.catalog, self.store.meta.start)

    def hear_title(self, chat: int, title: str) -> None:
        """Remember in memory what a group or channel is called."""
        self.titles.pop(chat, None)
        self.titles[chat] = title
        while len(self.titles) > _MOST_TITLES:
            del self.titles[next(iter(self.titles))]

    def title(self, chat: int, texts: Texts) -> str:
        """What a group or channel is called, where that was heard since the start."""
        return self.titles.get(chat) or texts.say("subscribe-unnamed-chat")

    def link(self, argument: str) -> str | None:
        """The address that opens the private chat with an argument; None while the bot's name is unknown."""
        return f"https://t.me/{self.username}?start={argument}" if self.username else None

    def keep(self, question: Question, blocks: tuple[Block, ...], language: str) -> str:
        """Keep an answer as it is given, under a receipt."""
        meta, nobodys = self.store.meta, replace(question, text="", steps=(), frame=None)
        return str(self._newly(nobodys, blocks, language, meta.revision, meta.version, self.today))

    def _newly_kept(
        self, question: Question, blocks: tuple[Block, ...], language: str, revision: int, version: str, _: date
    ) -> str:
        slots = question_to_json(question, frame=False)
        return self.chats.receipt_new(slots, blocks_to_json(blocks), revision, version, language)

    def forget(self) -> None:
        """Let go of the receipts that are known: what kept them was undone, or the claims are others now."""
        self._newly.cache_clear()

    def receipt(self, id_: str) -> Receipt:
        """What is kept under a receipt. Raises ChangedError where it is kept no longer, or never was."""
        receipt = self.chats.receipt(id_)
        if receipt is None:
            raise ChangedError(id_)
        return receipt

    def asked(self, receipt: Receipt) -> Question:
        """The question of a receipt. Raises ChangedError where the claims no longer have what it names."""
        try:
            question = question_from_json(receipt.readings)
        except SlotsError as error:
            raise ChangedError(receipt.id) from error
        if not is_known(question, self.store.catalog):
            raise ChangedError(receipt.id)
        return question


def fit(blocks: tuple[Block, ...]) -> bool:
    """Whether the blocks are one message."""
    return len(to_html(blocks)) <= 1
