"""Questions, follow-ups, edits, asking back, and passing on to the editors."""

from __future__ import annotations

import pytest

from bot.chats.chats import Chats
from bot.claims.model import LANGUAGES
from bot.conversation.reply import SILENCE
from bot.conversation.service import Conversation
from bot.conversation.slots import question_from_json
from bot.conversation.whom import Whom
from bot.questions.question import Reading
from tests.conversation.talking import ANN, BOB, Clock, action, buttons, labels, press, said

GROUP_ANN = Whom(chat=-500, user=101, kind="group", language="en")
GROUP_BOB = Whom(chat=-500, user=102, kind="group", language="en")


def readings(conversation: Conversation, receipt: str | None) -> tuple[Reading, ...]:
    """What was understood of the question that has this receipt."""
    assert receipt is not None
    return question_from_json(conversation.desk.receipt(receipt).readings).readings


def topics(conversation: Conversation, receipt: str | None) -> list[str]:
    return [str(reading.topic) for reading in readings(conversation, receipt)]


@pytest.mark.parametrize(
    ("typed", "language", "claimant"),
    [
        ("How many Russian soldiers have been killed?", "en", "Ministry of Defence of Russia"),
        ("Скільки російських військових загинуло?", "uk", "Міністерство оборони Росії"),
        ("Сколько российских военных погибло?", "ru", "Министерство обороны России"),
    ],
)
def test_a_question_is_answered_in_its_language(real: Conversation, typed: str, language: str, claimant: str) -> None:
    reply = real.ask(Whom(9, 9), typed, 1)
    assert claimant in said(reply)
    assert topics(real, reply.remember) == ["russian-forces/killed"]
    assert real.desk.receipt(reply.remember or "").language == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_chosen_language_is_spoken_whatever_is_asked(real: Conversation, language: str) -> None:
    real.language(ANN, language)
    reply = real.ask(ANN, "How many Russian soldiers have been killed?", 1)
    assert real.desk.texts(language).say("button-sources") in labels(reply)


def test_a_follow_up_builds_on_the_last_answer_of_the_same_chat_topic_and_user(real: Conversation) -> None:
    real.ask(ANN, "How many Russian soldiers were killed?", 1)
    assert topics(real, real.ask(ANN, "and Ukrainian?", 2).remember) == ["ukrainian-forces/killed"]
    assert topics(real, real.ask(ANN, "and wounded?", 3).remember) == ["ukrainian-forces/wounded"]
    assert topics(real, real.ask(BOB, "and Ukrainian?", 4).remember) == []


def test_a_follow_up_is_understood_for_half_an_hour(real: Conversation, clock: Clock) -> None:
    real.ask(ANN, "How many Russian soldiers were killed?", 1)
    clock.pass_(minutes=29)
    assert topics(real, real.ask(ANN, "and Ukrainian?", 2).remember) == ["ukrainian-forces/killed"]
    clock.pass_(minutes=31)
    assert topics(real, real.ask(ANN, "and wounded?", 3).remember) == []


def test_chatter_in_between_does_not_end_a_conversation(real: Conversation) -> None:
    real.ask(ANN, "How many Russian soldiers were killed?", 1)
    real.ask(ANN, "thanks!", 2)
    assert topics(real, real.ask(ANN, "and Ukrainian?", 3).remember) == ["ukrainian-forces/killed"]


def test_in_a_group_the_message_replied_to_decides(real: Conversation, chats: Chats) -> None:
    tanks = real.ask(GROUP_ANN, "How many Russian tanks were destroyed?", 1)
    chats.answer_sent(-500, tanks.remember or "", [11])
    killed = real.ask(GROUP_ANN, "How many Russian soldiers were killed?", 2)
    chats.answer_sent(-500, killed.remember or "", [12])
    assert topics(real, real.ask(GROUP_BOB, "and Ukrainian?", 3, 11).remember) == ["ukrainian-forces/destroyed/tank"]
    assert topics(real, real.ask(GROUP_BOB, "and Ukrainian?", 4, 12).remember) == ["ukrainian-forces/killed"]


@pytest.mark.parametrize(
    ("opened", "typed", "expected"),
    [
        ("t_russian-forces_killed", "and Ukrainian?", "ukrainian-forces/killed"),
        ("t_civilians-ukraine_killed", "and Russian?", "civilians-russia/killed"),
        ("t_children-ukraine_killed", "and wounded?", "children-ukraine/wounded"),
        ("t_russian-forces_destroyed_tank", "and Ukrainian?", "ukrainian-forces/destroyed/tank"),
        ("t_north-korean-troops_killed", "and wounded?", "north-korean-troops/wounded"),
    ],
)
def test_an_answer_that_nobody_typed_can_be_followed_up(
    real: Conversation, opened: str, typed: str, expected: str
) -> None:
    real.start(ANN, opened)
    assert topics(real, real.ask(ANN, typed, 2).remember) == [expected]


def test_an_edited_question_is_answered_in_place(real: Conversation, chats: Chats) -> None:
    first = real.ask(ANN, "How many Russian soldiers were killed?", 1)
    chats.answer_sent(101, first.remember or "", [50])
    edited = real.asked_again(ANN, "How many Russian soldiers were wounded?", 1)
    assert edited.replaces
    assert topics(real, edited.remember) == ["russian-forces/wounded"]


def test_an_edited_follow_up_follows_up_what_it_did_before(real: Conversation) -> None:
    real.ask(ANN, "How many Russian soldiers were killed?", 1)
    real.ask(ANN, "and wounded?", 2)
    assert topics(real, real.asked_again(ANN, "and Ukrainian?", 2).remember) == ["ukrainian-forces/killed"]


def test_an_edit_long_after_is_passed_over(real: Conversation, clock: Clock) -> None:
    real.ask(ANN, "How many Russian soldiers were killed?", 1)
    clock.pass_(hours=2)
    assert real.asked_again(ANN, "How many Russian soldiers were wounded?", 1) is SILENCE
    assert real.asked_again(BOB, "How many?", 99) is SILENCE


def test_a_missing_facet_is_asked_back_for_with_at_most_four_buttons(real: Conversation) -> None:
    asked = real.ask(ANN, "how many soldiers were killed", 1)
    assert len(buttons(asked)) == 3
    assert labels(asked)[-1] == "None of these"
    answer = press(real, ANN, asked, "Ukrainian forces")
    assert answer.replaces
    assert topics(real, answer.remember) == ["ukrainian-forces/killed"]
    assert topics(real, real.ask(ANN, "and wounded?", 2).remember) == ["ukrainian-forces/wounded"]
    assert "other words" in said(press(real, ANN, asked, "None of these"))


def test_a_chosen_reading_goes_on_answering_the_question_that_was_typed(real: Conversation, chats: Chats) -> None:
    asked = real.ask(ANN, "how many soldiers were killed", 1)
    chats.answer_sent(101, asked.remember or "", [50])
    chosen = real.pressed(ANN, action(asked, "Ukrainian forces"), 50)
    chats.answer_sent(101, chosen.remember or "", [50])
    remembered = chats.answer_to(101, 1)
    assert remembered is not None
    assert (remembered.receipt, remembered.messages) == (chosen.remember, (50,))


def test_where_nothing_is_found_near_topics_and_the_editors_are_offered(real: Conversation, chats: Chats) -> None:
    reply = real.ask(ANN, "How many children in Russia were captured?", 1)
    assert "This database holds no figure for this." in said(reply)
    near = [button for button in buttons(reply) if (button.action or "").startswith("t:")]
    assert near
    assert press(real, ANN, reply, near[0].label[:20]).remember
    offer = press(real, ANN, reply, "Tell the editors")
    assert not chats.editor_questions()
    assert "do not learn who asked" in said(offer)
    told = press(real, ANN, offer, "Yes")
    assert told.replaces
    assert [(one.text, one.language) for one in chats.editor_questions()] == [
        ("How many children in Russia were captured?", "en")
    ]
    assert real.pressed(ANN, action(offer, "Yes")).alert  # once is enough


def test_where_nothing_is_found_within_limits_fewer_are_a_press_away(real: Conversation) -> None:
    reply = real.ask(ANN, "Russian losses in November 2024 according to UK defence intelligence", 1)
    assert "This database holds no figure for this." in said(reply)
    within = press(real, ANN, reply, "Russian forces · killed and wounded")
    (reading,) = readings(real, within.remember)
    assert (str(reading.topic), reading.claimants) == ("russian-forces/casualties", ("uk-mod",))
    assert reading.dates.as_of_from
    assert "UK Ministry of Defence" in said(within)


def test_a_button_for_fewer_limits_names_only_what_there_is(real: Conversation) -> None:
    reply = real.ask(ANN, "Russian losses in November 2024 according to UK defence intelligence", 1)
    verb, receipt, _ = action(reply, "Russian forces · killed and wounded").split(":")
    assert real.pressed(ANN, f"{verb}:{receipt}:aaaaaaa").alert


def test_no_means_that_nothing_is_passed_on(real: Conversation, chats: Chats) -> None:
    offer = press(real, ANN, real.ask(ANN, "How many children in Russia were captured?", 1), "Tell the editors")
    yes = action(offer, "Yes")
    press(real, ANN, offer, "No")
    assert real.pressed(ANN, yes).alert
    assert not chats.editor_questions()


def test_nobody_else_can_pass_a_question_on(real: Conversation, chats: Chats) -> None:
    offer = press(real, ANN, real.ask(ANN, "How many children in Russia were captured?", 1), "Tell the editors")
    assert real.pressed(BOB, action(offer, "Yes")).alert
    assert not chats.editor_questions()


def test_who_looks_for_a_relative_gets_a_pointer_and_no_buttons(real: Conversation) -> None:
    reply = real.ask(ANN, "my brother is missing, how do I find him", 1)
    assert "familylinks.icrc.org" in said(reply)
    assert not reply.buttons


@pytest.mark.parametrize("number", [1, 2, 3])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_question_is_answered(real: Conversation, number: int, language: str) -> None:
    reply = real.pressed(Whom(5, 5, language=language), f"ex:{number}")
    assert readings(real, reply.remember)
    assert action(reply, real.desk.texts(language).say("button-all", count=0).partition(" (")[0])


def test_no_text_that_was_typed_is_kept(real: Conversation, chats: Chats) -> None:
    typed = [
        "How many Russian soldiers were killed zqxwv?",
        "zqxwv",
        "and Ukrainian zqxwv?",
        "were zqxwv soldiers lost",
    ]
    for number, text in enumerate(typed):
        real.ask(ANN, text, number)
    with chats.database.reading() as connection:
        for table in ("answers", "receipts", "editor_questions", "chats", "feedback"):
            rows = connection.exec_driver_sql(f"SELECT * FROM {table}").all()
            assert "zqxwv" not in repr(rows).casefold()


def test_in_a_group_the_long_form_is_behind_a_link(real: Conversation) -> None:
    real.desk.username = "a_bot"
    reply = real.ask(GROUP_ANN, "How many Russian soldiers were killed?", 1)
    link, subscribe = buttons(reply)
    assert subscribe.label == "Subscribe"
    assert link.url == f"https://t.me/a_bot?start=a_{reply.remember}"
    opened = real.start(ANN, f"a_{reply.remember}")
    assert "Where it was printed" in said(opened)
    assert "Where it was printed" not in said(reply)
    assert press(real, ANN, opened, "All figures").replaces


@pytest.mark.parametrize("whom", [ANN, GROUP_ANN])
def test_the_receipt_of_an_answer_is_a_link_that_opens_it(real: Conversation, whom: Whom) -> None:
    real.desk.username = "a_bot"
    reply = real.ask(whom, "How many Russian soldiers were killed?", 1)
    spans = [span for block in reply.blocks for item in block.items for line in item.lines for span in line.spans]
    (receipt,) = [span for span in spans if span.text == f"Receipt {reply.remember}"]
    assert receipt.href == f"https://t.me/a_bot?start=r_{reply.remember}"
    assert "as it was given" in said(real.start(BOB, f"r_{reply.remember}"))
