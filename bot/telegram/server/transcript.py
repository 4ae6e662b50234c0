"""A chat as one reads it: who said what, which buttons there were, what was edited."""

from __future__ import annotations

from collections.abc import Iterable

from bot.telegram.server.world import Chat, Entry

INDENT = "    "
MARKS = {"sent": "", "edited": " (edited)", "deleted": " (deleted)", "pressed": "", "event": ""}


def transcript(chat: Chat) -> str:
    """All that happened in a chat, line by line."""
    return "\n".join(line for entry in chat.log for line in lines(entry))


def lines(entry: Entry) -> Iterable[str]:
    """One thing that happened."""
    if entry.what == "event":
        yield f"* {entry.text}"
        return
    if entry.what == "pressed":
        yield f"{entry.who} presses {entry.text}"
        return
    head = f"{entry.who}{_replied(entry)}{MARKS[entry.what]}:"
    if entry.what == "deleted":
        yield head.removesuffix(":")
        return
    attached = _attachments(entry)
    first, *rest = attached + (entry.text.split("\n") if entry.text or not attached else [])
    yield f"{head} {first}".rstrip()
    yield from (f"{INDENT}{line}".rstrip() for line in rest)
    for row in entry.rows:
        yield INDENT + " ".join(f"[{label}]" for label in row)


def _replied(entry: Entry) -> str:
    """Whose message is answered."""
    answered = entry.message.reply_to if entry.message is not None else None
    if answered is None or answered.service is not None or entry.what != "sent":
        return ""
    return f" (to {answered.author})"


def _attachments(entry: Entry) -> list[str]:
    if entry.message is None:
        return []
    found = []
    if entry.message.photo is not None:
        found.append(f"<picture {entry.message.photo.name}>")
    if entry.message.document is not None:
        found.append(f"<file {entry.message.document.name}>")
    return found
