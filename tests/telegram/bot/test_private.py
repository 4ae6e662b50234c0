"""Private chats: commands, questions, buttons, languages, edits, deep links, forwarded messages."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from bot.claims.model import LANGUAGES
from bot.telegram.server import LocalBotApi, Message, User
from tests.telegram.bot.running import Running, asked, pressed

pytestmark = pytest.mark.anyio

QUESTION = "how many Russian soldiers have been killed"
QUESTIONS = {"en": QUESTION, "uk": "скільки загинуло російських солдатів", "ru": "сколько погибло российских солдат"}
COMMANDS = {
    "start": "subject-title",
    "help": "chat-help-title",
    "topics": "chat-topics-title",
    "about": "chat-about-chosen-title",
    "language": "button-language-auto",
    "settings": "button-language-auto",
    "privacy": "chat-privacy-title",
    "forget": "chat-forget",
    "check": "chat-check-how",
    "ask": "chat-help-title",
    "nonsense": "chat-help-title",
}


def everything(message: Message) -> str:
    """All that a reader sees of a message."""
    return "\n".join([message.shown, *message.labels])


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_command_is_answered_in_the_language_of_the_client(
    judged: LocalBotApi, bot: Running, language: str, command: str
) -> None:
    answer = await asked(judged, judged.user("Olena", language), f"/{command}")
    assert bot.say(COMMANDS[command], language) in everything(answer)


@pytest.mark.parametrize("language", ["de", None, "pt-br"])
async def test_other_clients_are_spoken_to_in_english(judged: LocalBotApi, bot: Running, language: str | None) -> None:
    answer = await asked(judged, judged.user("Uwe", language), "/start")
    assert bot.say("subject-title") in answer.shown


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_question_is_answered_in_its_own_language(judged: LocalBotApi, bot: Running, language: str) -> None:
    answer = await asked(judged, judged.user("Olena", "de"), QUESTIONS[language])
    assert bot.say("button-helpful", language) in answer.labels


async def test_ask_is_the_same_question(judged: LocalBotApi, bot: Running, ann: User) -> None:
    assert (await asked(judged, ann, f"/ask {QUESTION}")).text == (await asked(judged, ann, QUESTION)).text


@pytest.mark.parametrize("number", [0, 1, 2])
async def test_an_example_is_answered_by_its_button(judged: LocalBotApi, bot: Running, ann: User, number: int) -> None:
    greeting = await asked(judged, ann, "/start")
    await judged.pressed(ann, greeting, number)
    (answer,) = await judged.answers(greeting)
    assert answer.labels
    assert bot.say("error-apology", id="")[:20] not in answer.shown


async def test_every_button_of_an_answer_is_answered_once(judged: LocalBotApi, bot: Running, ann: User) -> None:
    answer = await asked(judged, ann, QUESTION)
    labels = list(answer.labels)
    for label in labels:
        reader = judged.user(label)  # each has presses enough in a minute
        fresh = await asked(judged, reader, QUESTION)
        press = await pressed(judged, reader, fresh, label)
        assert press.answer is not None, label
        shown = judged.sent_after(fresh)
        assert fresh.version > 1 or shown or press.alert, label
        assert bot.say("error-apology", id="")[:20] not in judged.transcript(reader)
    assert len(judged.calls("answerCallbackQuery")) == len(labels)


async def test_pages_of_figures_stay_in_one_message(judged: LocalBotApi, bot: Running, ann: User) -> None:
    answer = await asked(judged, ann, QUESTION)
    first = answer.shown
    await pressed(judged, ann, answer, bot.say("button-all", count=1)[:3])
    page = answer.shown
    assert page != first
    await pressed(judged, ann, answer, "›")
    assert answer.shown != page
    await pressed(judged, ann, answer, "‹")
    assert answer.shown == page
    await pressed(judged, ann, answer, bot.say("button-short"))
    assert re.sub(r"\w{8}", "", answer.shown) == re.sub(r"\w{8}", "", first)
    assert judged.said(ann) == [answer.shown]


async def test_topics_lead_to_an_answer(judged: LocalBotApi, bot: Running, ann: User) -> None:
    topics = await asked(judged, ann, "/topics")
    for _ in range(3):
        await judged.pressed(ann, topics, 0)
        await judged.settled()
    assert bot.say("button-helpful") in judged.world.private(ann).last.labels


async def test_a_language_that_is_chosen_stays(judged: LocalBotApi, bot: Running, ann: User) -> None:
    question = await asked(judged, ann, "/language")
    await pressed(judged, ann, question, "Українська")
    assert question.shown == bot.say("chat-language-is", "uk")
    assert bot.say("button-helpful", "uk") in (await asked(judged, ann, QUESTION)).labels
    answer = await asked(judged, ann, "/language ru")
    assert answer.shown == bot.say("chat-language-is", "ru")
    assert bot.say("button-language-auto", "ru") in (await asked(judged, ann, "/language klingon")).labels


async def test_a_follow_up_builds_on_the_answer_for_half_an_hour(judged: LocalBotApi, bot: Running, ann: User) -> None:
    await asked(judged, ann, QUESTION)
    followed = await asked(judged, ann, "and Ukrainian?")
    assert followed.shown.startswith("Ukrainian forces")
    judged.clock.advance(timedelta(minutes=31).total_seconds())
    assert not (await asked(judged, ann, "and Russian?")).shown.startswith("Russian forces")


async def test_an_edited_question_changes_its_answer(judged: LocalBotApi, bot: Running, ann: User) -> None:
    question = judged.tell(ann, QUESTION)
    answer = await judged.answer(question)
    judged.edit(question, "how many Ukrainian soldiers have been killed")
    await judged.changed(answer)
    assert answer.shown.startswith("Ukrainian forces")
    judged.edit(question, "how many Ukrainian soldiers have been killed?")
    await judged.settled()
    assert judged.sent_after(question) == [answer]


@pytest.mark.parametrize("edited", ["/ask russian tanks destroyed", "russian tanks destroyed"])
async def test_a_command_can_be_edited_too(judged: LocalBotApi, bot: Running, ann: User, edited: str) -> None:
    question = judged.tell(ann, f"/ask {QUESTION}")
    answer = await judged.answer(question)
    judged.edit(question, edited)
    await judged.changed(answer)
    assert "tank" in answer.shown.casefold()


async def test_an_edit_of_an_old_question_is_left_alone(judged: LocalBotApi, bot: Running, ann: User) -> None:
    question = judged.tell(ann, QUESTION)
    answer = await judged.answer(question)
    shown = answer.shown
    judged.clock.advance(timedelta(minutes=31).total_seconds())
    judged.edit(question, "russian tanks destroyed")
    await judged.settled()
    assert judged.said(ann) == [shown]


async def test_a_forwarded_number_is_checked(judged: LocalBotApi, bot: Running, ann: User, ben: User) -> None:
    news = judged.channel("News", ben)
    post = judged.say(ben, news, "Russia says that 498 Russian soldiers have been killed.")
    answer = await judged.answer(judged.forward(ann, post, None))
    assert "498" in answer.shown


async def test_check_as_a_reply_and_with_words(judged: LocalBotApi, bot: Running, ann: User) -> None:
    claim = judged.tell(ann, "9,000 Russian soldiers killed")
    await judged.answer(claim)
    answer = await judged.answer(judged.tell(ann, "/check", reply_to=claim))
    assert "9,000" in answer.shown
    assert (await asked(judged, ann, "/check 9,000 Russian soldiers killed")).shown == answer.shown


async def test_a_receipt_opens_the_answer_as_it_was_given(
    judged: LocalBotApi, bot: Running, ann: User, ben: User
) -> None:
    answer = await asked(judged, ann, QUESTION)
    receipt = answer.shown.rpartition("Receipt ")[2][:8]
    opened = await asked(judged, ben, f"/start r_{receipt}")
    assert answer.shown.partition("\n\n")[2][:200] in opened.shown


@pytest.mark.parametrize(
    ("argument", "shown"),
    [
        ("t_russian-forces_killed", "Russian forces · killed"),
        ("t_russian-forces_destroyed_tank", "tank"),
        ("c_russia-mod-2022-03-02-russian-forces-killed", "498"),
        ("ask", "Claims about"),
        ("r_aaaaaaaa", "changed"),
        ("t_martians_killed", "changed"),
        ("x_y", "Claims about"),
    ],
)
async def test_a_deep_link_opens_what_it_names(
    judged: LocalBotApi, bot: Running, ann: User, argument: str, shown: str
) -> None:
    expected = bot.say("chat-link-changed") if shown == "changed" else shown
    assert expected in (await asked(judged, ann, f"/start {argument}")).shown


async def test_a_claim_that_a_link_opens_can_be_cited(judged: LocalBotApi, bot: Running, ann: User) -> None:
    opened = await asked(judged, ann, "/start c_russia-mod-2022-03-02-russian-forces-killed")
    copied = [button["copy_text"]["text"] for row in opened.keyboard or [] for button in row if "copy_text" in button]
    assert len(copied) == 2
    assert opened.shown.endswith(copied[0])
    assert copied[1].startswith(copied[0])


async def test_a_receipt_is_a_link_and_its_id_alone_opens_it(
    judged: LocalBotApi, bot: Running, ann: User, ben: User
) -> None:
    answer = await asked(judged, ann, QUESTION)
    receipt = answer.shown.rpartition("Receipt ")[2][:8]
    assert f'href="https://t.me/{judged.bot.username}?start=r_{receipt}"' in judged.calls("sendMessage")[-1]["text"]
    opened = await asked(judged, ben, receipt)
    assert opened.shown == (await asked(judged, ben, f"/start r_{receipt}")).shown


async def test_licences_are_a_page_behind_about(judged: LocalBotApi, bot: Running, ann: User) -> None:
    about = await asked(judged, ann, "/about")
    await pressed(judged, ann, about, bot.say("button-licences"))
    assert "Creative Commons Attribution 4.0" in about.shown
    await pressed(judged, ann, about, bot.say("button-about"))
    assert bot.say("chat-about-chosen-title") in about.shown
    assert judged.said(ann) == [about.shown]


async def test_what_fits_no_topic_is_drawn_and_tabulated(judged: LocalBotApi, bot: Running, ann: User) -> None:
    topics = await asked(judged, ann, "/topics")
    await pressed(judged, ann, topics, "›")
    await pressed(judged, ann, topics, bot.say("button-subjects"))
    await pressed(judged, ann, topics, topics.labels[0])
    await pressed(judged, ann, topics, bot.say("button-csv"))
    table = judged.world.private(ann).last
    assert table.document is not None
    assert table.document.name.endswith(".csv")
    await pressed(judged, ann, topics, bot.say("button-chart"))
    await judged.until(lambda: judged.world.private(ann).last.photo is not None)
    picture = judged.world.private(ann).last.photo
    assert picture is not None
    assert picture.name == "chart.png"


async def test_what_is_stored_is_forgotten(judged: LocalBotApi, bot: Running, ann: User) -> None:
    await asked(judged, ann, "/language uk")
    await asked(judged, ann, QUESTION)
    question = await asked(judged, ann, "/forget")
    await pressed(judged, ann, question, bot.say("button-yes-forget", "uk"))
    assert bot.chats.chat(ann.id).language is None
    assert not (await asked(judged, ann, "and Ukrainian?")).shown.startswith("Ukrainian forces")


async def test_commands_are_offered_by_scope_and_language(
    judged: LocalBotApi, bot: Running, ann: User, ben: User
) -> None:
    group = judged.group("News", ann, ben, supergroup=True)
    for language in (*LANGUAGES, "de"):
        user = judged.user("Olena", language)
        offered = {one["command"]: one["description"] for one in judged.commands(user)}
        assert offered["topics"] == bot.say("command-topics", language if language in LANGUAGES else "en")
    names = {one["command"] for one in judged.commands(ben, group)}
    assert names < {one["command"] for one in judged.commands(ann, group)}
    assert "settings" not in names


async def test_a_picture_without_words_gets_help(judged: LocalBotApi, bot: Running, ann: User) -> None:
    answer = await judged.answer(judged.send_picture(ann, None, b"\x89PNG"))
    assert bot.say("chat-help-title") in answer.shown


async def test_a_picture_with_words_asks(judged: LocalBotApi, bot: Running, ann: User) -> None:
    answer = await judged.answer(judged.send_picture(ann, None, b"\x89PNG", QUESTION))
    assert answer.shown.startswith("Russian forces")


@pytest.mark.parametrize("data", ["", "zz", "s:aaaaaaaa", "a:aaaaaaaa:99", "t:zzzzzzz:zzzzzzz", "'; drop", "я"])
async def test_a_forged_or_old_button_gets_a_polite_word(
    judged: LocalBotApi, bot: Running, ann: User, data: str
) -> None:
    answer = await asked(judged, ann, "/start")
    button = answer.button(0)
    button["callback_data"] = data
    press = await pressed(judged, ann, answer, button["text"])
    assert press.alert in (bot.say("alert-unknown"), bot.say("alert-changed"))


async def test_a_button_of_a_message_too_old_to_read_still_works(judged: LocalBotApi, bot: Running, ann: User) -> None:
    greeting = await asked(judged, ann, "/start")
    press = judged.press(ann, greeting, 0, inaccessible=True)
    await press.wait()
    (answer,) = await judged.answers(greeting)
    assert bot.say("button-helpful") in answer.labels
