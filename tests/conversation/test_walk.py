"""Every figure of a package can be reached by pressing buttons, and every page fits one message."""

from __future__ import annotations

import os
import random
from dataclasses import replace

import pytest

from bot.answers.html import to_html
from bot.claims.model import LANGUAGES
from bot.conversation.reply import LONGEST_ACTION, Reply
from bot.conversation.service import Conversation
from bot.conversation.whom import Whom
from tests.conversation.talking import ANN, buttons, figures, press, walk

BROWSING = frozenset({"tt", "tp", "tm", "t", "a", "sb", "sf"})
EVERYTHING = BROWSING | {"g", "src", "c", "s", "r", "o", "p", "x", "ex", "lg", "ab", "pu", "lc", "pr", "fg", "fgn"}


def check(reply: Reply) -> None:
    """What holds for each reply: one message, and buttons that a channel takes."""
    assert len(to_html(reply.blocks)) == 1
    for button in buttons(reply):
        assert button.label.strip()
        assert len(button.label) <= 64
        assert button.action is None or len(button.action.encode()) <= LONGEST_ACTION
        assert button.copy is None or 0 < len(button.copy) <= 256
    assert len(buttons(reply)) <= 100


def all_figures(conversation: Conversation) -> set[str]:
    """The ids of all claims of the package."""
    rows = conversation.desk.store.database.rows("SELECT id FROM claims WHERE retired_in IS NULL")
    return {id_ for (id_,) in rows}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_of_the_earthquake_is_reached_from_its_topics(quake: Conversation, language: str) -> None:
    whom = Whom(7, 7, language=language)
    found: set[str] = set()
    for reply in walk(quake, whom, quake.topics(whom), BROWSING):
        check(reply)
        found.update(figures(reply))
    assert found == all_figures(quake)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_button_of_the_earthquake_leads_somewhere(quake: Conversation, language: str) -> None:
    whom = Whom(7, 7, language=language)
    for first in (quake.start(whom), quake.help(whom), quake.topics(whom), quake.about(whom), quake.privacy(whom)):
        for reply in walk(quake, whom, first, EVERYTHING):
            check(reply)


def test_every_figure_of_a_topic_of_the_shipped_claims_is_on_its_pages(real: Conversation) -> None:
    catalog = real.desk.store.catalog
    rows = real.desk.store.database.rows(
        "SELECT topic, place, count(*), json_group_array(id) FROM claims WHERE topic IS NOT NULL AND retired_in IS NULL"
        " GROUP BY topic, place HAVING count(*) BETWEEN 11 AND 120 ORDER BY topic"
    )
    assert catalog.populations
    for topic, place, total, _ in random.Random(3).sample(rows, 6):
        parts = [*topic.split("/"), *([""] if topic.count("/") == 1 else []), place or ""]
        answer = real.start(ANN, f"t_{'_'.join(parts)}".rstrip("_"))
        first, found = press(real, ANN, answer, "All figures"), set[str]()
        for reply in walk(real, ANN, first, frozenset({"a"})):
            check(reply)
            found.update(figures(reply))
        assert len(found) == total, topic


def test_every_subject_of_the_shipped_claims_is_listed(real: Conversation) -> None:
    listed = {
        button.action
        for reply in walk(real, ANN, press(real, ANN, _last(real), "What fits no topic"), frozenset({"sb"}))
        for button in buttons(reply)
        if button.action and button.action.startswith("sf:")
    }
    assert len(listed) == len(real.desk.store.find.subjects())


def test_the_buttons_count_every_figure_of_the_shipped_claims(real: Conversation) -> None:
    pages = walk(real, ANN, real.topics(ANN), frozenset({"tt"}))
    shown = {b.action: b.label for page in pages for b in buttons(page) if b.action and b.action[:3] in ("tp:", "sb")}
    counts = [int(label.rsplit(" · ", 1)[1].replace(",", "")) for label in shown.values()]
    assert sum(counts) == len(all_figures(real))


def _last(conversation: Conversation) -> Reply:
    first = conversation.topics(ANN)
    return press(conversation, ANN, first, "›") if "›" in [b.label for b in buttons(first)] else first


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_of_the_largest_topics_fit(real: Conversation, language: str) -> None:
    whom = Whom(8, 8, language=language)
    largest = sorted(real.desk.store.find.topics(), key=lambda count: -count.total)[:50]
    real.language(whom, language)
    for count in largest:
        topic = count.topic
        parts = [topic.population, topic.measure, topic.object or "", count.place or ""]
        link = f"t_{'_'.join(parts)}".rstrip("_")
        check(real.start(replace(whom, chat=-8, kind="group"), link))
        answer = real.start(whom, link)
        check(answer)
        for verb in ("a", "g", "src", "c", "r", "s"):
            reply = real.pressed(whom, f"{verb}:{answer.remember}")
            check(reply)
            if following := [b.action for b in buttons(reply) if b.label == "»"]:
                check(real.pressed(whom, following[0] or ""))


@pytest.mark.skipif("CLAIMBOT_TEST_WALK" not in os.environ, reason="takes minutes: set CLAIMBOT_TEST_WALK=1")
@pytest.mark.timeout(1800)
def test_every_figure_of_the_shipped_claims_is_reached_from_its_topics(real: Conversation) -> None:
    whom = Whom(7, 7)
    found: set[str] = set()
    for reply in walk(real, whom, real.topics(whom), BROWSING):
        check(reply)
        found.update(figures(reply))
    assert found == all_figures(real)
