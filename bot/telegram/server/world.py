"""The world behind the Bot API: users, chats, members and messages, as Telegram keeps them."""

from __future__ import annotations

import itertools
import random
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Literal

from bot.telegram.server.clock import Clock
from bot.telegram.server.text import Entity

Json = dict[str, Any]
ChatType = Literal["private", "group", "supergroup", "channel"]
Status = Literal["creator", "administrator", "member", "restricted", "left", "kicked"]

ANONYMOUS = 1087968824  # GroupAnonymousBot: anonymous admins arrive under it
CHANNEL_BOT = 136817688  # Channel_Bot: messages in the name of a channel
SUPERGROUPS = 1_000_000_000_000
GENERAL_TOPIC = 1
PRESENT: frozenset[Status] = frozenset({"creator", "administrator", "member", "restricted"})


@dataclass(slots=True, eq=False)
class User:
    """A user, or a bot."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    is_bot: bool = False
    is_premium: bool = False
    deactivated: bool = False
    met: bool = False  # the bot has seen an update from this user or shares a chat


@dataclass(slots=True, eq=False)
class Member:
    """A user in a chat."""

    user: User
    status: Status = "member"
    anonymous: bool = False
    rights: dict[str, bool] = field(default_factory=dict)

    @property
    def present(self) -> bool:
        """Whether the user is in the chat."""
        return self.status in PRESENT

    @property
    def admin(self) -> bool:
        """Whether the user is an administrator or the owner."""
        return self.status in {"creator", "administrator"}


@dataclass(slots=True, eq=False)
class Stored:
    """A file that the server keeps."""

    id: str
    unique_id: str
    name: str
    content: bytes
    kind: Literal["photo", "document"]
    width: int = 0
    height: int = 0


@dataclass(slots=True, eq=False)
class Message:
    """A message as it stands now."""

    id: int
    chat: Chat
    date: int
    sender: User | None = None
    sender_chat: Chat | None = None
    text: str | None = None
    entities: list[Entity] = field(default_factory=list)
    caption: str | None = None
    photo: Stored | None = None
    document: Stored | None = None
    keyboard: list[list[Json]] | None = None
    reply_keyboard: Json | None = None
    reply_to: Message | None = None
    thread: int | None = None
    in_topic: bool = False
    edited: int | None = None
    origin: Json | None = None
    via_bot: User | None = None
    inline_id: str | None = None
    service: Json | None = None
    silent: bool = False
    preview: Json | None = None
    deleted: bool = False
    version: int = 0  # grows with each edit
    from_bot: bool = False  # a channel's post that the bot has sent
    extra: Json = field(default_factory=dict)

    @property
    def shown(self) -> str:
        """The text or caption that a reader sees."""
        return self.text if self.text is not None else (self.caption or "")

    @property
    def author(self) -> str:
        """The name that readers see above it."""
        if self.sender_chat is not None:
            return self.sender_chat.title or ""
        return self.sender.first_name if self.sender is not None else ""

    @property
    def labels(self) -> list[str]:
        """The labels of the buttons, from left to right and top to bottom."""
        return [button["text"] for row in self.keyboard or [] for button in row]

    def button(self, which: str | int) -> Json:
        """A button by its label or its position. Raises LookupError."""
        buttons = [button for row in self.keyboard or [] for button in row]
        for place, button in enumerate(buttons):
            if which in (place, button["text"]):
                return button
        raise LookupError(f"no button {which!r} under message {self.id}; there are {self.labels}")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a chat's transcript: what happened, as it looked then."""

    what: Literal["sent", "edited", "deleted", "pressed", "event"]
    who: str
    text: str
    message: Message | None = None
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(slots=True, eq=False)
class Chat:
    """A chat with its members and messages."""

    id: int
    type: ChatType
    title: str | None = None
    username: str | None = None
    user: User | None = None  # whom a private chat is with
    is_forum: bool = False
    topics: dict[int, str] = field(default_factory=dict)
    closed_topics: set[int] = field(default_factory=set)
    members: dict[int, Member] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    started: bool = False  # a private chat: the user has spoken first
    blocked: bool = False
    migrated_to: Chat | None = None
    can_send: bool = True
    log: list[Entry] = field(default_factory=list)
    counter: itertools.count[int] = field(default_factory=lambda: itertools.count(1))

    def status(self, user: User) -> Status:
        """What the user is in this chat."""
        member = self.members.get(user.id)
        return member.status if member else "left"

    def opening(self, topic: int | None) -> Message | None:
        """The message that opened a topic: whatever is said there answers it, where it answers nothing else."""
        return self.messages.get(topic) if topic is not None and topic in self.topics else None

    @property
    def last(self) -> Message:
        """The newest message that has not been deleted. Raises LookupError."""
        for message in reversed(self.messages.values()):
            if not message.deleted:
                return message
        raise LookupError("no message in this chat")


class World:
    """All that exists, and how new things come to be."""

    def __init__(self, clock: Clock, bot: User) -> None:
        self.clock = clock
        self.bot = bot
        self.users: dict[int, User] = {bot.id: bot}
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, Stored] = {}
        self.inline_messages: dict[str, Message] = {}
        self.can_read_all = False
        self.mentions_arrive = True
        self.chance = random.Random(20220224)  # noqa: S311  faults and identifiers, the same in each run
        self._ids = itertools.count(1001)
        self._personal = itertools.count(1)  # private chats and basic groups share one count, as with Telegram

    def new_id(self) -> int:
        """A number that no user and no chat has."""
        return next(self._ids)

    def add_user(  # noqa: PLR0913  most callers leave the last ones out
        self,
        first_name: str,
        *,
        language: str | None = "en",
        username: str | None = None,
        last_name: str | None = None,
        user_id: int | None = None,
        is_bot: bool = False,
    ) -> User:
        """A user whom the bot has not met yet."""
        number = self.new_id() if user_id is None else user_id
        user = User(number, first_name, last_name, username, language, is_bot)
        self.users[number] = user
        return user

    def private(self, user: User) -> Chat:
        """The private chat with a user; it has the user's id."""
        chat = self.chats.get(user.id)
        if chat is None:
            chat = Chat(user.id, "private", username=user.username, user=user, counter=self._personal)
            chat.members = {user.id: Member(user), self.bot.id: Member(self.bot)}
            self.chats[user.id] = chat
        return chat

    def add_chat(
        self, kind: ChatType, title: str, owner: User, *, username: str | None = None, is_forum: bool = False
    ) -> Chat:
        """A group, supergroup or channel with its owner, without the bot."""
        number = -self.new_id() if kind == "group" else -(SUPERGROUPS + self.new_id())
        chat = Chat(number, kind, title, username, is_forum=is_forum)
        # The first message of a supergroup tells of its making, so no topic has the number of General.
        chat.counter = self._personal if kind == "group" else itertools.count(2)
        if is_forum:
            chat.topics[GENERAL_TOPIC] = "General"
        chat.members[owner.id] = Member(owner, "creator")
        self.chats[number] = chat
        return chat

    def find_chat(self, which: int | str) -> Chat | None:
        """A chat by its number or @name."""
        if isinstance(which, int):
            return self.chats.get(which)
        name = which.lstrip("@").lower()
        public = (chat for chat in self.chats.values() if chat.type != "private" and chat.username)
        return next((chat for chat in public if chat.username and chat.username.lower() == name), None)

    def add_message(self, chat: Chat, message: Message) -> Message:
        """Put a message at the end of a chat."""
        chat.messages[message.id] = message
        self.record("sent", message)
        return message

    def record(self, what: Literal["sent", "edited", "deleted"], message: Message) -> None:
        """Write into the transcript how a message looks now."""
        rows = tuple(tuple(button["text"] for button in row) for row in message.keyboard or ())
        message.chat.log.append(Entry(what, message.author, message.shown, message, rows))
        message.version += 1

    def new_message(self, chat: Chat, **fields: Any) -> Message:
        """A message of this moment at the end of a chat."""
        return self.add_message(chat, Message(next(chat.counter), chat, self.clock.seconds(), **fields))

    def store_file(self, name: str, content: bytes, kind: Literal["photo", "document"]) -> Stored:
        """Keep a file; the same content has the same unique id."""
        number = len(self.files) + 1
        stored = Stored(f"{kind}-{number:06}-AgAC", f"u{sha256(content).hexdigest()[:12]}", name, content, kind)
        self.files[stored.id] = stored
        return stored
