"""Readers who use the bot all at once: they ask, press, search, set their language, subscribe, and remember it all.

What the bot has acknowledged is kept here and must be in the private database ever after.
"""

from __future__ import annotations

import asyncio
import random
import re
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field

from bot.chats.chats import Chats
from bot.claims.model import LANGUAGES
from bot.conversation.service import Conversation
from bot.conversation.whom import Whom
from bot.language.texts import texts_for
from bot.telegram.render import Text, parts
from bot.telegram.server import Chat, LocalBotApi, Message, User
from bot.telegram.server.content import message_text

PATIENCE = 80.0  # seconds for an answer: as long as the program may be gone on a busy machine, and some
PASSING = 10.0  # seconds for what is answered at once or not at all: Telegram itself waits no longer
PASSING_ACTS = ("search", "subscribe")  # those of which that is true, in part: their readers try again
QUESTIONS = (
    "how many people were killed",
    "how many people were injured",
    "скільки загиблих",
    "скільки поранених",
    "сколько погибших",
    "сколько раненых",
)
QUERIES = ("killed", "injured", "загиблі", "раненые")
HARMLESS = ("a", "g", "src", "c", "r", "s")  # verbs of buttons that show something

_RECEIPT = re.compile(r"\b[a-z2-7]{8}\b")


@dataclass(slots=True)
class Place:
    """A private chat or a group, and whoever acts in it."""

    user: User
    chat: Chat
    languages: set[str | None] = field(default_factory=lambda: {None})  # one of these is set; several: not acknowledged
    subscribed: bool = False  # acknowledged

    @property
    def private(self) -> bool:
        """Whether it is a private chat."""
        return self.chat.id > 0


@dataclass(slots=True)
class Done:
    """What the crowd did, and what went wrong."""

    acts: Counter[str] = field(default_factory=Counter)
    unanswered: Counter[str] = field(default_factory=Counter)
    compared: int = 0
    waits: list[tuple[float, float]] = field(default_factory=list)  # when a question was answered, and after how long
    misses: list[str] = field(default_factory=list)


class Crowd:
    """So many readers, some of whom own groups."""

    def __init__(
        self, server: LocalBotApi, chats: Chats, truth: Conversation, *, people: int, groups: int, pause: float
    ) -> None:
        self._server = server
        self._chats = chats
        self._truth = truth
        self._pause = pause
        self._chance = random.Random(1)
        self._searches = 0
        self._right: dict[tuple[str, str | None, int], str] = {}  # by question, language, and load of the claims
        self.done = Done()
        users = [server.user(f"Reader {number}") for number in range(people)]
        self.private = [Place(user, server.world.private(user)) for user in users]
        self.groups = [
            Place(users[number], server.group(f"Group {number}", users[number], *users[-3:], supergroup=True))
            for number in range(groups)
        ]
        self._acts: tuple[tuple[Callable[[User], Awaitable[None]], int], ...] = (
            (self._ask, 8),
            (self._ask_in_group, 3),
            (self._search, 3),
            (self._set_language, 3),
            (self._subscribe, 3),
        )

    @property
    def places(self) -> list[Place]:
        """All chats in which something is chosen."""
        return [*self.private, *self.groups]

    async def subscribed(self, number: int) -> None:
        """Wait until so many have subscribed."""
        while sum(place.subscribed for place in self.places) < number:
            await asyncio.sleep(0.1)

    async def run(self, stop: asyncio.Event) -> None:
        """Let all of them act until `stop` is set; what they wait for then is waited for."""
        async with asyncio.TaskGroup() as group:  # an error of one ends all
            for place in self.private:
                group.create_task(self._live(place.user, stop))

    async def _live(self, user: User, stop: asyncio.Event) -> None:
        acts, weights = zip(*self._acts, strict=True)
        while not stop.is_set():
            try:
                await asyncio.wait_for(stop.wait(), self._chance.uniform(0, 2 * self._pause))
            except TimeoutError:
                act = self._chance.choices(acts, weights)[0]
                name = act.__name__.strip("_")
                try:
                    await act(user)
                    self.done.acts[name] += 1
                except TimeoutError:
                    self.done.unanswered[name] += 1

    async def _ask(self, user: User) -> None:
        """A question, compared with the answer as it is computed here; then a button under it."""
        place = self._own(user)
        text, languages = self._chance.choice(QUESTIONS), set(place.languages)
        began = time.monotonic()
        right: set[str] = set()  # new claims may be loaded meanwhile

        def is_right(answer: Message) -> bool:
            right.update(self._computed(text, one) for one in languages)
            return _comparable(answer.shown) in right

        question = self._server.tell(user, text)
        right.update(self._computed(text, one) for one in languages)
        try:
            answer = await self._answer(question, is_right)
        except TimeoutError:
            if others := self._answers(question):
                self.done.misses.append(f"{text!r} in {languages} was answered: {others[0].shown[:300]!r}")
            raise
        self.done.waits.append((time.monotonic(), time.monotonic() - began))
        self.done.compared += 1
        buttons = [(number, data) for number, data in _actions(answer) if data.partition(":")[0] in HARMLESS]
        if buttons and self._chance.random() < 0.5:
            press = self._server.press(user, answer, self._chance.choice(buttons)[0])
            with suppress(TimeoutError):
                await press.wait(PASSING)

    async def _ask_in_group(self, user: User) -> None:
        members = [place for place in self.groups if user.id in place.chat.members]
        if not members:
            return
        place = self._chance.choice(members)
        await self._answer(self._server.say(user, place.chat, f"/ask {self._chance.choice(QUESTIONS)}"))

    async def _search(self, user: User) -> None:
        self._searches += 1  # the server answers by itself what it was asked before
        inquiry = self._server.inline(user, f"{self._chance.choice(QUERIES)}{' ' * (self._searches % 50)}")
        await inquiry.wait(PASSING)

    async def _set_language(self, user: User) -> None:
        place = self._chance.choice(self._owned(user))
        self.look(place)
        language = self._chance.choice(LANGUAGES)
        place.languages.add(language)
        word = texts_for(language).say("chat-language-is")
        await self._answer(self._server.say(user, place.chat, f"/language {language}"), lambda one: one.shown == word)
        place.languages = {language}

    async def _subscribe(self, user: User) -> None:
        """To everything, at once."""
        place = next((one for one in self._owned(user) if not one.subscribed), None)
        if place is None:
            return
        asked = self._server.say(user, place.chat, "/subscribe")
        screen = await self._answer(asked, lambda one: any(data.endswith(":t:e") for _, data in _actions(one)))
        for end in (":t:e", ":f:o"):
            version, found = screen.version, [one for one, data in _actions(screen) if data.endswith(end)]
            if not found:
                self.done.misses.append(f"no button {end}: {screen.shown[:200]!r} {screen.labels}")
                return
            self._server.press(user, screen, found[0])
            await self._server.until(lambda version=version: screen.version > version, PASSING)  # type: ignore[misc]
        made = {texts_for(language).say("subscribe-subscribed") for language in LANGUAGES}
        place.subscribed = any(screen.shown.startswith(one) for one in made)
        if not place.subscribed:
            self.done.misses.append(f"not subscribed: {screen.shown[:200]!r}")

    def look(self, place: Place) -> None:
        """Whether the language that was acknowledged is kept."""
        kept = self._chats.chat(place.chat.id).language
        if kept not in place.languages:
            self.done.misses.append(f"chat {place.chat.id} speaks {kept}; acknowledged: {place.languages}")

    def _own(self, user: User) -> Place:
        return next(place for place in self.private if place.user is user)

    def _owned(self, user: User) -> list[Place]:
        return [place for place in self.places if place.user is user]

    async def _answer(self, message: Message, fits: Callable[[Message], bool] = lambda _: True) -> Message:
        """What the bot answers; in between a digest may come, or an answer given twice as the first got lost."""
        found: list[Message] = []

        def is_there() -> bool:
            found[:] = filter(fits, self._answers(message))
            return bool(found)

        await self._server.until(is_there, PATIENCE)
        return found[0]

    def _answers(self, message: Message) -> list[Message]:
        """What the bot has said since; in a group, to this message."""
        said = [one for one in self._server.sent_after(message) if not is_digest(one) and not is_example(one)]
        return said if message.chat.id > 0 else [one for one in said if one.reply_to is message]

    def _computed(self, text: str, language: str | None) -> str:
        """The answer to somebody who has not asked before, without the server and the database in between."""
        key = (text, language, self._truth.desk.store.meta.revision)
        if key not in self._right:
            number = 10**9 + len(self._right)
            if language is not None:
                self._truth.desk.chats.set_language(number, language)
            first = parts(self._truth.ask(Whom(number, number, language="en"), text, 1, None))[0]
            assert isinstance(first, Text)
            self._right[key] = _comparable(message_text(first.html, "HTML", None)[0])
        return self._right[key]


def is_digest(message: Message) -> bool:
    """Whether a message of the bot is a digest: known by its buttons."""
    buttons = [button for row in message.keyboard or [] for button in row]
    return any(one.get("callback_data", "").startswith("dt:") or "start=u_" in one.get("url", "") for one in buttons)


def is_example(message: Message) -> bool:
    """Whether it is the example that follows a subscription, which may come long after the press."""
    beginnings = {texts_for(one).say("digest-title-example-none").partition(":")[0] for one in LANGUAGES}
    return message.shown.partition(":")[0] in beginnings


def _actions(message: Message) -> list[tuple[int, str]]:
    buttons = [button for row in message.keyboard or [] for button in row]
    return [(number, str(one.get("callback_data", ""))) for number, one in enumerate(buttons)]


def _comparable(text: str) -> str:
    """An answer without the number of its receipt."""
    return _RECEIPT.sub("receipt", text)
