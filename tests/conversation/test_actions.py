"""What buttons carry: short, safe to forge, and nothing but what there is."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.chats.chats import Chats
from bot.claims.database.selection import Selection
from bot.claims.model import LANGUAGES, Topic
from bot.conversation.actions import Action, ChangedError, ForgedError, code, decode, parse, write
from bot.conversation.reply import LONGEST_ACTION, Reply
from bot.conversation.service import Conversation
from bot.conversation.whom import Whom
from tests.conversation.talking import ANN, press, said

FEW = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
VERBS = (
    *("s", "p", "a", "g", "src", "o", "r", "h", "w", "c", "csv", "x", "ex", "ed", "edy", "edn", "tt", "tp", "tm", "t"),
    *("sb", "sf", "sw", "sc", "lg", "lgs", "ab", "pu", "lc", "pr", "fg", "fgn", "st"),
    *("sv", "sd", "se", "sl", "sn", "sa", "sg", "sx", "si", "ua", "dg", "dt", "ds"),
)
ALERTS = {"This has changed since the message was sent. Please ask again.",
          "This button is not known here. Please ask again.",
          "I keep no messages and no longer have your question. Please ask it again.",
          "Thank you. It was counted for the topic, without who said so.",
          "You have already told us. Thank you.",
          "Thank you."}  # fmt: skip


def test_an_action_survives_its_way() -> None:
    assert parse(write("a", "abcdefgh", 3, "", "d")) == Action("a", ("abcdefgh", "3", "", "d"))


@pytest.mark.parametrize("forged", ["", ":", "A:b", "a:б", "a:b\n", "a b", "a:" + "x" * LONGEST_ACTION, "a:b:c!"])
def test_what_is_no_action_is_refused(forged: str) -> None:
    with pytest.raises(ForgedError):
        parse(forged)


@pytest.mark.parametrize("digits", ["-1", "1x", "", "9" * 16, "²"])
def test_what_is_no_number_is_refused(digits: str) -> None:
    with pytest.raises(ForgedError):
        Action("a", (digits,)).number(0)


def test_a_code_stands_for_its_id_alone() -> None:
    ids = [f"place-{number}" for number in range(1000)]
    assert len({code(id_) for id_ in ids}) == len(ids)
    assert all(decode(code(id_), ids) == id_ for id_ in ids[:20])
    with pytest.raises(ChangedError):
        decode(code("elsewhere"), ids)


def refused_or_answered(reply: Reply) -> None:
    assert reply.blocks or reply.later or reply.alert in ALERTS


@FEW
@given(action=st.text(max_size=80))
def test_any_text_is_met_politely(quake: Conversation, action: str) -> None:
    refused_or_answered(quake.pressed(ANN, action))


@FEW
@given(
    verb=st.sampled_from(VERBS),
    arguments=st.lists(st.from_regex(r"[A-Za-z0-9_-]{0,9}", fullmatch=True) | st.just("RECEIPT"), max_size=5),
)
def test_forged_arguments_are_met_politely(quake: Conversation, verb: str, arguments: list[str]) -> None:
    receipt = quake.ask(ANN, "How many people were killed?", 1).remember or ""
    refused_or_answered(quake.pressed(ANN, ":".join([verb, *arguments]).replace("RECEIPT", receipt)))


@FEW
@given(argument=st.text(max_size=80) | st.from_regex(r"[acdnrtu]_[a-z0-9_-]{0,40}", fullmatch=True))
def test_any_deep_link_is_met_politely(quake: Conversation, argument: str) -> None:
    assert quake.start(ANN, argument).blocks


@FEW
@given(typed=st.text(max_size=300), offset=st.text(max_size=8))
def test_any_text_is_answered(quake: Conversation, typed: str, offset: str) -> None:
    assert quake.ask(ANN, typed, 1).blocks
    assert quake.check(ANN, typed).blocks
    quake.asked_again(ANN, typed, 1)
    quake.inline(ANN, typed, offset)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unknown_button_is_told_of_in_the_readers_language(quake: Conversation, language: str) -> None:
    alert = quake.pressed(Whom(3, 3, language=language), "nothing:at:all").alert
    assert alert == quake.desk.texts(language).say("alert-unknown")
    assert len(alert) <= 200


def test_only_settings_need_rights(quake: Conversation) -> None:
    assert quake.changes_settings("st:l:uk")
    assert quake.changes_settings("lgs:uk")
    assert not any(quake.changes_settings(action) for action in ("s:abcdefgh", "fgy", "lg", "tt"))


def test_a_helpful_answer_is_counted_once_by_topic_and_without_persons(quake: Conversation, chats: Chats) -> None:
    answer = quake.ask(ANN, "How many people were killed?", 1)
    assert quake.pressed(ANN, f"h:{answer.remember}:y").alert == (
        "Thank you. It was counted for the topic, without who said so."
    )
    assert quake.pressed(ANN, f"h:{answer.remember}:n").alert == "You have already told us. Thank you."
    assert quake.pressed(Whom(4, 4, language="en"), f"h:{answer.remember}:n").alert
    (counted,) = chats.feedback_counts(quake.desk.today)
    assert (counted.topic, counted.helpful, counted.unhelpful) == ("lake-people/killed", 1, 1)


def test_a_table_has_all_figures(quake: Conversation) -> None:
    answer = quake.ask(ANN, "How many people were killed?", 1)
    written = press(quake, ANN, answer, "Table").later
    assert written is not None
    name, content = written().file or ("", b"")
    assert name == f"lake-people-killed_{quake.desk.store.meta.newest}.csv"
    lines = csv.reader(io.StringIO(content.decode("utf-8-sig")))
    assert len(list(lines)) == 1 + quake.desk.store.find.total(Selection(Topic("lake-people", "killed")))


def test_a_table_of_a_place_is_named_after_it(quake: Conversation) -> None:
    answer = quake.ask(ANN, "How many people on the east shore were killed in Millbrook?", 1)
    written = press(quake, ANN, answer, "Table").later
    assert written is not None
    reply = written()
    name, _ = reply.file or ("", b"")
    assert "-killed-millbrook_" in name
    assert "Millbrook" in said(reply)


def test_a_chart_is_drawn_when_its_turn_comes(real: Conversation) -> None:
    answer = real.ask(ANN, "How many Russian soldiers were killed?", 1)
    reply = real.pressed(ANN, f"w:{answer.remember}")
    assert reply.later is not None
    drawn = reply.later()
    assert drawn.picture is not None
    assert drawn.picture.startswith(b"\x89PNG")
    assert drawn.blocks
    assert real.pressed(ANN, f"w:{answer.remember}").picture == drawn.picture  # kept for the next
    assert press(real, ANN, drawn, "Dark").later
