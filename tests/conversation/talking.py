"""Talking to the conversation, and reading what it says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from bot.answers.text import render
from bot.conversation.reply import Button, Reply
from bot.conversation.service import Conversation
from bot.conversation.slots import figures_in
from bot.conversation.whom import Whom

ANN = Whom(chat=101, user=101, language="en")
BOB = Whom(chat=102, user=102, language="en")


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time

    def pass_(self, **time: float) -> None:
        self.time += timedelta(**time)


def said(reply: Reply) -> str:
    """The words of a reply."""
    return render(reply.blocks)


def buttons(reply: Reply) -> list[Button]:
    """All its buttons."""
    return [button for row in reply.buttons for button in row]


def labels(reply: Reply) -> list[str]:
    """Their labels."""
    return [button.label for button in buttons(reply)]


def action(reply: Reply, label: str) -> str:
    """The action of the button whose label begins like this, marked as what stands now or not."""
    beginnings = (label, f"✓ {label}")
    found = [button.action for button in buttons(reply) if button.label.startswith(beginnings)]
    assert found, f"no button {label!r} among {labels(reply)}"
    assert found[0] is not None
    return found[0]


def press(conversation: Conversation, whom: Whom, reply: Reply, label: str) -> Reply:
    """What the press of that button brings; it must be no refusal."""
    answer = conversation.pressed(whom, action(reply, label))
    assert answer.alert is None or answer.blocks, answer.alert
    return answer


def walk(conversation: Conversation, whom: Whom, first: Reply, verbs: frozenset[str]) -> Iterator[Reply]:
    """Every reply that is reached by pressing buttons with these verbs, each action once."""
    waiting, pressed = [first], set[str]()
    while waiting:
        reply = waiting.pop()
        yield reply
        for button in buttons(reply):
            if button.action and button.action not in pressed and button.action.split(":")[0] in verbs:
                pressed.add(button.action)
                answer = conversation.pressed(whom, button.action)
                assert answer.blocks, (button, answer.alert)
                waiting.append(answer)


def finished(reply: Reply) -> Reply:
    """What a reply comes to that is made later."""
    assert reply.later is not None
    return reply.later()


def figures(reply: Reply) -> tuple[str, ...]:
    """The ids of the figures that a reply shows."""
    return figures_in(reply.blocks)
