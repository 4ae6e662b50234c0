"""Receipts and old buttons: what was given stays as given; a button gives what is right now, or says it changed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.answers.citation import full_citation, plain_citation
from bot.asking import Claimbot, open_claimbot
from bot.chats.chats import Chats
from bot.claims.model import LANGUAGES
from bot.claims.package.reader import read_package
from bot.conversation.service import Conversation
from bot.conversation.whom import Whom
from tests.claims.package_edits import change, remove
from tests.conftest import QUAKE, Loaded
from tests.conversation.talking import ANN, BOB, Clock, action, buttons, press, said

KILLED = "How many people were killed?"
NEWEST = "lake-courier-2024-05-20-lake-people-killed"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return Path(shutil.copytree(QUAKE, tmp_path / "package"))


@pytest.fixture
def conversation(
    quake_loaded: Loaded, package: Path, tmp_path: Path, chats: Chats, clock: Clock
) -> Iterator[Conversation]:
    settings = quake_loaded(tmp_path, package)
    claimbot = open_claimbot(settings)
    yield Conversation(claimbot, chats, settings, clock=clock)
    claimbot.store.close()


def revise(package: Path) -> None:
    """The newest total becomes another."""
    change(package, "claims.csv", NEWEST, low="300")
    change(package, "appearances.csv", NEWEST, as_printed="300", quote="")


def reload(conversation: Conversation, package: Path) -> None:
    """Load the edited package while the bot runs."""
    store = conversation.desk.store
    store.load(read_package(package), by="a test")
    conversation.refresh(Claimbot.of(store))


def test_a_receipt_opens_the_answer_as_it_was_given(conversation: Conversation, package: Path) -> None:
    given = conversation.ask(ANN, KILLED, 1)
    assert "at least 209" in said(given)
    revise(package)
    reload(conversation, package)
    opened = conversation.start(BOB, f"r_{given.remember}")
    assert "at least 209" in said(opened)
    assert "have changed since" in said(opened)
    now = press(conversation, BOB, opened, "Answer from the newest data")
    assert "at least 300" in said(now)
    assert "at least 209" not in said(now)


@pytest.mark.parametrize("written", ["{}", " {} ", "{}\n"])
def test_the_id_of_a_receipt_typed_alone_opens_it(conversation: Conversation, written: str) -> None:
    given = conversation.ask(ANN, KILLED, 1).remember or ""
    for id_ in (given, given.upper()):
        assert "as it was given" in said(conversation.ask(BOB, written.format(id_), 2))
    group = Whom(-500, 101, kind="group", language="en")
    assert "as it was given" not in said(conversation.ask(group, given, 3))
    assert "as it was given" not in said(conversation.ask(BOB, "soldiers", 4))


def test_an_unchanged_package_says_nothing_of_changes(conversation: Conversation) -> None:
    opened = conversation.start(BOB, f"r_{conversation.ask(ANN, KILLED, 1).remember}")
    assert "have changed since" not in said(opened)


def test_old_buttons_show_what_is_right_now(conversation: Conversation, package: Path) -> None:
    given = conversation.ask(ANN, KILLED, 1)
    revise(package)
    reload(conversation, package)
    assert "at least 300" in said(press(conversation, ANN, given, "All figures"))
    assert any("at least 300" in button.label for button in buttons(press(conversation, ANN, given, "Citation")))


def test_a_button_whose_topic_is_gone_says_so(conversation: Conversation, package: Path) -> None:
    given = conversation.ask(ANN, "How many houses were destroyed?", 1)
    old = [action(given, label) for label in ("All figures", "Who said it", "Sources", "Citation")]
    for table in ("claims", "appearances"):
        remove(package, f"{table}.csv", "lake-government-2024-05-03-lake-people-destroyed-house")
    for file in ("series_columns.csv", "relations.csv"):
        assert "house" not in (package / file).read_text(encoding="utf-8")
    remove(package, "objects.csv", "house")
    words = package / "words"
    for path in words.glob("*.toml"):
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        path.write_text("".join(line for line in lines if not line.startswith("house")), encoding="utf-8")
    reload(conversation, package)
    for pressed in old:
        reply = conversation.pressed(ANN, pressed)
        assert reply.alert == "This has changed since the message was sent. Please ask again."
        assert not reply.blocks


def test_a_receipt_that_has_ended_says_so(conversation: Conversation, clock: Clock) -> None:
    given = conversation.ask(ANN, KILLED, 1)
    clock.pass_(days=400)
    assert "no longer kept" in said(conversation.start(ANN, f"r_{given.remember}"))
    assert conversation.pressed(ANN, action(given, "All figures")).alert


def test_a_page_that_is_no_longer_there_says_so(conversation: Conversation) -> None:
    given = conversation.ask(ANN, KILLED, 1)
    assert conversation.pressed(ANN, f"a:{given.remember}:0:d:9").alert
    assert conversation.pressed(ANN, f"a:{given.remember}:0:d:1:99").alert
    assert conversation.pressed(ANN, f"a:{given.remember}:5").alert


def test_a_claim_is_opened_by_a_link(conversation: Conversation) -> None:
    reply = conversation.start(ANN, f"c_{NEWEST}")
    assert "at least 209" in said(reply)
    assert press(conversation, ANN, reply, "All figures about this").remember


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_claim_opened_by_a_link_can_be_cited(conversation: Conversation, language: str) -> None:
    whom = Whom(5, 5, language=language)
    reply = conversation.start(whom, f"c_{NEWEST}")
    plain, full = [button.copy or "" for button in buttons(reply) if button.copy]
    figure = conversation.desk.store.find.figure(NEWEST)
    assert figure is not None
    wording = conversation.desk.wording(language)
    assert said(reply).splitlines()[-1].strip() == plain == plain_citation(figure, wording)
    assert full == full_citation(figure, wording)
    assert full.startswith(plain)


def test_the_same_answer_has_one_receipt(conversation: Conversation) -> None:
    assert conversation.ask(ANN, KILLED, 1).remember == conversation.ask(BOB, KILLED, 1).remember
