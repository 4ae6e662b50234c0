"""Messages with a number in them."""

from __future__ import annotations

import pytest

from bot.conversation.service import Conversation
from bot.conversation.whom import Whom
from tests.conversation.talking import ANN, Clock, buttons, labels, press, said


@pytest.mark.parametrize(
    ("message", "words"),
    [
        (
            "At least 498 Russian soldiers were killed, the ministry said.",
            ["The number 498", "Ministry of Defence of Russia"],
        ),
        ("Повідомляють: загинуло 9000 російських солдатів!", ["Число 9 000"]),
        ("Сообщается: погибло 9000 российских солдат.", ["Число 9 000"]),
    ],
)
def test_a_number_in_a_message_is_checked(real: Conversation, message: str, words: list[str]) -> None:
    text = said(real.check(ANN, message)).replace("\u00a0", " ")
    for word in words:
        assert word in text


def test_further_numbers_are_a_press_away(real: Conversation) -> None:
    message = (
        "It was a long day. 498 Russian soldiers were killed. The weather was bad.\n"
        "About 5,300 Russian troops were killed, says the other side."
    )
    reply = real.check(ANN, message)
    assert "The number 498" in said(reply)
    assert labels(reply)[0] == "Check 5,300"
    assert "The number 5,300" in said(press(real, ANN, reply, "Check 5,300"))


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("", "Reply with /check"),
        ("Nothing to count here.", "found no number"),
        ("The bus costs 25 crowns now.", "cannot tell what it counts"),
    ],
)
def test_what_cannot_be_checked_is_said(real: Conversation, message: str, told: str) -> None:
    assert told in said(real.check(ANN, message))


def test_where_the_side_is_missing_it_is_asked_back_for(real: Conversation) -> None:
    reply = real.check(ANN, "9,000 soldiers were killed")
    assert "Whose losses do you mean?" in said(reply)
    answer = press(real, ANN, reply, "Russian forces")
    assert "The number 9,000" in said(answer)


def test_a_check_in_a_group_is_one_message_that_can_be_followed_up(real: Conversation, clock: Clock) -> None:
    group = Whom(-500, 101, kind="group", language="en")
    reply = real.check(group, "498 Russian soldiers were killed", 5)
    assert "The number 498" in said(reply)
    assert buttons(reply)
    assert "Ukrainian forces" in said(real.ask(group, "and Ukrainian?", 6))


def test_a_long_message_is_looked_through(real: Conversation) -> None:
    message = "This is said. " * 200 + "498 Russian soldiers were killed."
    assert "The number 498" in said(real.check(ANN, message))
