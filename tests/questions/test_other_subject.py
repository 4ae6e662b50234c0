"""The same code on a package about an earthquake: no parties, other measures."""

from datetime import date

import pytest

from bot.questions.question import Outcome
from bot.questions.tokens.vocabulary import Vocabulary
from bot.questions.understand import understand

TODAY = date(2024, 6, 1)


@pytest.mark.parametrize(
    ("text", "topic", "place"),
    [
        ("how many people were killed?", "lake-people/killed", None),
        ("how many injured", "lake-people/injured", None),
        ("dead on the east shore", "east-shore-people/killed", None),
        ("how many died in Millbrook", "east-shore-people/killed", "millbrook"),
        ("how many houses were destroyed", "lake-people/destroyed/house", None),
        ("how many people were killed in the earthquake", "lake-people/killed", None),
        ("hi, death toll of the quake so far pls", "lake-people/killed", None),
        ("still missing under the rubble?", "lake-people/missing", None),
        ("how many schools collapsed in Otterby", "lake-people/destroyed/school", "otterby"),
        ("скільки загинуло людей", "lake-people/killed", None),
        ("скільки людей постраждало внаслідок землетрусу", "lake-people/injured", None),
        ("сколько погибших при землетрясении", "lake-people/killed", None),
        ("сколько погибло людей", "lake-people/killed", None),
        ("чи зруйнована хоч одна школа", "lake-people/destroyed/school", None),  # a form that its words do not list
        ("чи загинув хтось із мешканців", "lake-people/killed", None),
        ("статистика по травмованим", "lake-people/injured", None),
    ],
)
def test_topic(quake: Vocabulary, text: str, topic: str, place: str | None) -> None:
    (reading,) = understand(text, quake, today=TODAY).readings
    assert (str(reading.topic), reading.place) == (topic, place)


def test_claimant_and_date(quake: Vocabulary) -> None:
    (reading,) = understand(
        "how many dead according to the disaster agency as of 3 May 2024", quake, today=TODAY
    ).readings
    assert reading.claimants == ("disaster-agency",)
    assert reading.dates.as_of_to == date(2024, 5, 3)


@pytest.mark.parametrize(
    "text",
    [
        "injured according to the agency by 3 May",
        "травмовано за даними агентства станом на 3 травня",
        "сколько пострадавших по данным агентства на 3 мая",
    ],
)
def test_the_agency_by_a_day(quake: Vocabulary, text: str) -> None:
    (reading,) = understand(text, quake, today=TODAY).readings
    assert (str(reading.topic), reading.claimants) == ("lake-people/injured", ("disaster-agency",))
    assert reading.dates.as_of_to == date(2024, 5, 3)


@pytest.mark.parametrize("text", ["how many tanks were lost", "how many died in gaza", "hello"])
def test_what_is_not_its_subject(quake: Vocabulary, text: str) -> None:
    assert understand(text, quake, today=TODAY).outcome is not Outcome.UNDERSTOOD
