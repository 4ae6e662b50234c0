"""What the bot says, before any channel's mark-up: blocks of text, buttons, a picture or a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.answers.blocks import Block, clean

LONGEST_ACTION = 64  # bytes: more than a channel hands back


@dataclass(frozen=True, slots=True)
class Button:
    """A button: what comes back when it is pressed, an address that it opens, or a text that it copies."""

    label: str
    action: str | None = None  # "verb:argument:argument" in ASCII, at most 64 bytes
    url: str | None = None
    copy: str | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "label", clean(self.label))  # the title of a chat, say, as its members wrote it
        assert sum(way is not None for way in (self.action, self.url, self.copy)) == 1
        assert self.action is None or (self.action.isascii() and len(self.action) <= LONGEST_ACTION)


@dataclass(frozen=True, slots=True)
class ChatPick:
    """A button in place of the keyboard that lets a user pick a group or a channel, by means of the channel's own."""

    label: str
    id: int  # comes back with what is picked
    channels: bool  # a channel; else a group


@dataclass(frozen=True, slots=True)
class Reply:
    """One thing to say."""

    blocks: tuple[Block, ...] = ()
    buttons: tuple[tuple[Button, ...], ...] = ()  # by rows
    picture: bytes | None = None  # a PNG; the blocks are its caption
    file: tuple[str, bytes] | None = None  # its name and content
    alert: str | None = None  # a short word shown on the press of a button
    replaces: bool = False  # stands in for the message whose button was pressed, or that answers an edited question
    silent: bool = False  # say nothing at all
    remember: str | None = None  # the receipt of the answer that this message shows
    later: Callable[[], Reply] | None = None  # slow work to be done off the event loop: it gives what to say
    then: Reply | None = None  # what to say after it, as a message of its own
    draft: str | None = None  # the draft that this message shows: a reply to it may be meant for that
    picks: tuple[ChatPick, ...] = ()  # instead of buttons


SILENCE = Reply(silent=True)
