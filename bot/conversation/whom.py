"""Who asks, and where: all that a conversation needs to know of a message."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Whom:
    """A chat, the user in it, and the forum topic where there is one."""

    chat: int
    user: int | None = None  # None: a channel, or somebody anonymous
    topic: int | None = None
    kind: Literal["private", "group", "channel"] = "private"
    language: str = ""  # as the client says it ("uk", "pt-br"); empty where it says none
    manages: frozenset[int] = frozenset()  # groups and channels that the user was just found to administer
    mute: frozenset[int] = frozenset()  # those of them where the bot was found not to be allowed to write

    @property
    def private(self) -> bool:
        """Whether nobody else reads along."""
        return self.kind == "private"

    def may_manage(self, chat: int) -> bool:
        """Whether the user may decide what a chat subscribes to: a private chat is one's own."""
        return chat in self.manages or (self.private and chat == self.chat)
