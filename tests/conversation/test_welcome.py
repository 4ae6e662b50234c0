"""What the bot says of itself, what a chat chooses, and what is forgotten."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from bot.answers.html import to_html
from bot.asking import Claimbot, open_claimbot
from bot.chats.chats import Chats
from bot.chats.model import Asker, WhoMayChange
from bot.claims.model import LANGUAGES
from bot.config import OperatorSettings, RetentionSettings
from bot.conversation.reply import SILENCE
from bot.conversation.service import Conversation
from bot.conversation.whom import Whom
from tests.conftest import DATA, QUAKE, Loaded
from tests.conversation.talking import ANN, action, buttons, finished, labels, press, said

GROUP = Whom(chat=-500, user=101, kind="group", language="en")


@pytest.mark.parametrize(
    ("client", "greeting"),
    [
        ("en", "The Lake Province earthquake"),
        ("uk", "Землетрус в Озерній провінції"),
        ("uk-UA", "Землетрус в Озерній провінції"),
        ("ru", "Землетрясение в Озёрной провинции"),
        ("pt-br", "The Lake Province earthquake"),
        ("", "The Lake Province earthquake"),
    ],
)
def test_a_greeting_is_in_the_language_of_the_client(quake: Conversation, client: str, greeting: str) -> None:
    reply = quake.start(Whom(1, 1, language=client))
    assert greeting in said(reply)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_greeting_has_three_examples_and_says_what_the_bot_is_not(real: Conversation, language: str) -> None:
    reply = real.start(Whom(1, 1, language=language))
    texts = real.desk.texts(language)
    assert [button.action for button in buttons(reply)][:3] == ["ex:1", "ex:2", "ex:3"]
    assert texts.say("subject-examples-2") in said(reply)  # a button may cut it
    assert texts.say("chat-start-not") in said(reply)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("service", ["start", "help", "about", "privacy", "forget", "language", "topics", "settings"])
@pytest.mark.parametrize("kind", ["private", "group"])
def test_every_service_speaks_every_language_in_one_message(
    real: Conversation, service: str, language: str, kind: str
) -> None:
    whom = Whom(-1 if kind == "group" else 1, 1, kind="group" if kind == "group" else "private", language=language)
    reply = getattr(real, service)(whom)
    assert len(to_html(reply.blocks)) == 1
    assert not reply.replaces
    cyrillic, latin = re.findall("[а-яіїє]", said(reply)), re.findall("[a-z]", said(reply))
    assert (len(cyrillic) > len(latin)) is (language != "en")


def test_a_language_is_chosen_and_taken_back(quake: Conversation, chats: Chats) -> None:
    chosen = press(quake, ANN, quake.language(ANN), "Українська")
    assert said(chosen) == "Тут я говоритиму цією мовою."
    assert chats.chat(ANN.chat).language == "uk"
    assert "Землетрус" in said(quake.start(ANN))
    quake.pressed(ANN, "lgs:auto")
    assert chats.chat(ANN.chat).language is None
    assert quake.pressed(ANN, "lgs:xx").alert


def test_who_runs_the_bot_is_told(quake: Conversation) -> None:
    assert "has not given a name" in said(quake.about(ANN))
    quake.desk.settings.operator = OperatorSettings(name="The Lake Newsroom", contact="desk@example.org")
    assert "The Lake Newsroom" in said(quake.about(ANN))
    assert "desk@example.org" in said(quake.privacy(ANN))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_licences_of_the_data_are_a_press_away(real: Conversation, language: str) -> None:
    whom = Whom(1, 1, language=language)
    head = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
    shown = press(real, whom, real.about(whom), real.desk.texts(language).say("button-licences"))
    assert shown.replaces
    assert len(to_html(shown.blocks)) == 1
    spans = [span for block in shown.blocks for item in block.items for line in item.lines for span in line.spans]
    for licence in [*head["licenses"], *(one for source in head["sources"] for one in source.get("licenses", ()))]:
        assert (licence["title"], licence["path"]) in [(span.text, span.href) for span in spans]
    for source in head["sources"]:
        (named,) = [span for span in spans if span.text == source["title"]]
        assert named.href == (source["path"] if source["path"].startswith("https") else None)
    assert said(press(real, whom, shown, real.desk.texts(language).say("button-about"))) == said(real.about(whom))


def test_where_a_package_tells_no_licences_there_is_no_button_to_them(
    quake_loaded: Loaded, tmp_path: Path, chats: Chats
) -> None:
    package = Path(shutil.copytree(QUAKE, tmp_path / "package"))
    head = package / "datapackage.json"
    told = json.loads(head.read_text(encoding="utf-8"))
    head.write_text(json.dumps({key: one for key, one in told.items() if key not in ("licenses", "sources")}))
    settings = quake_loaded(tmp_path, package)
    with open_claimbot(settings).store as store:
        conversation = Conversation(Claimbot.of(store), chats, settings)
        assert "Licences of the data" not in labels(conversation.about(ANN))
        assert conversation.pressed(ANN, "lc").alert


def test_what_is_kept_is_told_with_the_operators_days(quake: Conversation) -> None:
    quake.desk.settings.retention = RetentionSettings(receipts_days=1, feedback_days=30)
    text = said(quake.privacy(ANN))
    assert "for 1 day:" in text
    assert "for 30 days." in text


def test_forgetting_asks_first_and_then_says_what_was_deleted(quake: Conversation, chats: Chats) -> None:
    quake.language(ANN, "en")
    quake.ask(ANN, "How many people were killed?", 1)
    asked = quake.forget(ANN)
    assert chats.last_answer(Asker(101, 101, None), quake.desk.clock()) is not None
    kept = press(quake, ANN, asked, "No")
    assert said(kept) == "Nothing was deleted."
    assert chats.last_answer(Asker(101, 101, None), quake.desk.clock()) is not None
    assert "Deleted: 2 entries about you" in said(finished(press(quake, ANN, asked, "Yes")))
    assert chats.last_answer(Asker(101, 101, None), quake.desk.clock()) is None
    assert chats.chat(101).language is None
    assert "Nothing about you was kept." in said(finished(press(quake, ANN, asked, "Yes")))


def test_forgetting_drops_a_question_that_waits_for_consent(real: Conversation, chats: Chats) -> None:
    offer = press(real, ANN, real.ask(ANN, "How many children in Russia were captured?", 1), "Tell the editors")
    press(real, ANN, real.forget(ANN), "Yes")
    assert real.pressed(ANN, action(offer, "Yes")).alert
    assert not chats.editor_questions()


def test_a_group_has_settings_that_show_what_is_chosen(quake: Conversation, chats: Chats) -> None:
    shown = quake.settings(GROUP)
    assert "✓ Language of each question" in labels(shown)
    assert "may be changed by admins" in said(shown)
    shown = press(quake, GROUP, shown, "Русский")
    assert shown.replaces
    assert "Язык: Русский" in said(shown)
    shown = press(quake, GROUP, shown, "Все")
    assert chats.chat(-500).who_may_change is WhoMayChange.EVERYONE
    assert chats.chat(-500).language == "ru"
    assert quake.pressed(GROUP, "st:w:x").alert


@pytest.mark.parametrize(("hears", "told"), [(True, "all messages here reach me"), (False, "only commands, replies")])
def test_a_group_that_adds_the_bot_is_told_once_what_it_hears(quake: Conversation, hears: bool, told: str) -> None:
    reply = quake.added(GROUP, hears)
    assert told in said(reply)
    assert len(said(reply)) < 500
    assert not reply.buttons


def test_a_channel_that_adds_the_bot_is_told_nothing(quake: Conversation) -> None:
    assert quake.added(Whom(-7, kind="channel"), True) is SILENCE


def test_an_empty_question_is_answered_with_help(quake: Conversation) -> None:
    assert said(quake.ask(ANN, "  ", 1)) == said(quake.help(ANN))
