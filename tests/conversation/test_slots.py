"""What is kept: a question's slots come back as they were, without its text; an answer comes back as it was shown."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.compose import answer
from bot.answers.short import short
from bot.asking import Claimbot
from bot.claims.model import Topic
from bot.conversation import links
from bot.conversation.actions import ChangedError
from bot.conversation.memory import frame_of
from bot.conversation.slots import (
    SlotsError,
    blocks_from_json,
    blocks_to_json,
    figures_in,
    is_known,
    question_from_json,
    question_to_json,
)
from bot.language.texts import texts_for
from bot.questions.question import Dates, Outcome, Question, Reading
from bot.questions.readings.readings import resolve
from bot.questions.understand import understand

TODAY = date(2026, 11, 22)
QUESTIONS = [
    "How many Russian soldiers were killed?",
    "How many Russian and Ukrainian soldiers were killed and wounded in May 2023 according to Kyiv?",
    "What did Shoigu say about Ukrainian losses in September 2022?",
    "is it true that 9,000 Russian soldiers were killed",
    "how many Leopards were destroyed by Russia since June 2023",
    "how many soldiers were killed",
    "Скільки цивільних загинуло в Маріуполі?",
    "my brother is missing",
    "qwerty",
]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
)


@pytest.mark.parametrize("typed", QUESTIONS)
def test_the_slots_of_a_question_survive_their_way_through_json(shipped_claimbot: Claimbot, typed: str) -> None:
    question = understand(typed, shipped_claimbot.vocabulary, today=TODAY)
    kept = json.dumps(question_to_json(question, frame=True))
    assert typed not in kept
    back = question_from_json(json.loads(kept))
    assert replace(back, text=typed) == question  # steps and frame are not compared
    assert back.frame == question.frame
    assert is_known(back, shipped_claimbot.store.catalog)


def test_a_receipt_keeps_no_frame(shipped_claimbot: Claimbot) -> None:
    question = understand(QUESTIONS[0], shipped_claimbot.vocabulary, today=TODAY)
    assert question_from_json(question_to_json(question, frame=False)).frame is None


@given(slots=JSON)
def test_what_cannot_be_read_is_told_apart(slots: Any) -> None:
    for read in (question_from_json, blocks_from_json):
        try:
            read(slots)
        except SlotsError:
            continue


@pytest.mark.parametrize("typed", QUESTIONS[:5])
def test_an_answer_survives_its_way_through_json(shipped_claimbot: Claimbot, typed: str) -> None:
    store = shipped_claimbot.store
    answered = answer(understand(typed, shipped_claimbot.vocabulary, today=TODAY), store)
    blocks = short(answered, store, texts_for("en", store.texts("en")))
    kept = json.loads(json.dumps(blocks_to_json(blocks)))
    assert blocks_from_json(kept) == blocks
    assert bool(figures_in(blocks)) is any(reading.total for reading in answered.readings)


@pytest.mark.parametrize(
    "reading",
    [
        Reading(Topic("lake-people", "killed")),
        Reading(Topic("lake-people", "destroyed", "house")),
        Reading(Topic("lake-people", "killed"), claimants=("disaster-agency",), spokespersons=("mira-halden",)),
        Reading(Topic("east-shore-people", "killed"), place="millbrook"),
        Reading(Topic("lake-people", "killed"), dates=Dates(as_of_to=date(2024, 5, 3))),
        Reading(Topic("lake-people", "killed"), period=True, dates=Dates(date(2024, 5, 1), as_of_to=date(2024, 5, 9))),
        Reading(Topic("lake-people", "killed"), dates=Dates(said_from=date(2024, 5, 1), said_to=date(2024, 5, 9))),
    ],
)
def test_a_reading_that_nobody_typed_has_a_frame_that_gives_it_again(
    quake_claimbot: Claimbot, reading: Reading
) -> None:
    frame = frame_of(Question("", "en", Outcome.UNDERSTOOD, (reading,)), quake_claimbot.vocabulary)
    assert frame is not None
    assert resolve(frame, quake_claimbot.vocabulary).readings == (reading,)


def test_every_topic_has_a_link_that_fits(shipped_claimbot: Claimbot) -> None:
    for count in shipped_claimbot.store.find.topics():
        assert len(links.to_topic(count.topic, count.place)) <= links.LONGEST_ARGUMENT
    long = links.to_topic(Topic("p" * 40, "m" * 40, None), "somewhere")
    assert len(long) <= links.LONGEST_ARGUMENT


def test_every_claim_has_a_link_that_opens_it_alone(shipped_claimbot: Claimbot) -> None:
    store = shipped_claimbot.store
    ids = [id_ for (id_,) in store.database.rows("SELECT id FROM claims ORDER BY length(id) DESC LIMIT 300")]
    assert max(map(len, ids)) > links.LONGEST_ARGUMENT
    for id_ in (*ids, "russia-mod-2022-03-02-russian-forces-killed"):
        argument = links.to_claim(id_)
        assert len(argument) <= links.LONGEST_ARGUMENT
        assert links.claim_of(argument.removeprefix("c_"), store.find) == id_
    with pytest.raises(ChangedError):
        links.claim_of(f"{ids[0][:54]}_abcdefg", store.find)
