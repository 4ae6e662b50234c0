"""The JSON object: names, order and values as the contract fixes them."""

from __future__ import annotations

import json
from datetime import date

import pytest

from bot.answers.answer import Answer
from bot.answers.compose import answer
from bot.answers.contract import error_to_json, json_options, to_json
from bot.claims.database.store import Store
from bot.language.texts import texts_for
from bot.questions.question import Dates, NumberCheck, Outcome, Question, Suggestion
from tests.answers.asking import ask, read

KILLED = read("lake-people/killed")
FIELDS = ["id", "question", "language", "status", "readings", "checked", "suggestions", "data_version", "data_newest"]
READING = [
    "topic",
    "population",
    "measure",
    "object",
    "place",
    "claimants",
    "counting",
    "as_of_from",
    "as_of_to",
    "said_from",
    "said_to",
    "unmatched",
    "figures_total",
    "figures",
]
FIGURE = [
    "id",
    "claimant",
    "spokesperson",
    "interest",
    "value",
    "counting",
    "period_start",
    "as_of",
    "as_of_precision",
    "said_on",
    "status",
    "quote",
    "appearances",
    "caveats",
]


def as_json(store: Store, answered: Answer, language: str = "en") -> dict:
    made = to_json(answered, store, texts_for(language, store.texts(language)), id_="7")
    return json.loads(json.dumps(made, ensure_ascii=False))


def test_every_field_is_there_in_the_contracts_order(quake: Store) -> None:
    made = as_json(quake, ask(quake, KILLED, options=json_options()))
    assert list(made) == FIELDS
    assert made["id"] == "7"
    assert made["status"] == "answered"
    assert made["data_version"] == "0.1.0"
    (reading,) = made["readings"]
    assert list(reading) == READING
    assert reading["counting"] == "total"
    assert reading["figures_total"] == len(reading["figures"]) == 9
    for figure in reading["figures"]:
        assert list(figure) == FIGURE
        assert list(figure["value"]) == ["low", "high", "qualifier"]
        for appearance in figure["appearances"]:
            assert list(appearance) == ["publisher", "title", "url", "published", "as_printed"]


def test_a_figure_tells_all_there_is_to_know(quake: Store) -> None:
    made = as_json(quake, ask(quake, KILLED, options=json_options()))
    figures = {figure["id"]: figure for figure in made["readings"][0]["figures"]}
    assert figures["disaster-agency-2024-05-01-lake-people-killed"] == {
        "id": "disaster-agency-2024-05-01-lake-people-killed",
        "claimant": "disaster-agency",
        "spokesperson": "Mira Halden",
        "interest": "third-party",
        "value": {"low": 12, "high": None, "qualifier": "at-least"},
        "counting": "cumulative",
        "period_start": "2024-05-01",
        "as_of": "2024-05-01",
        "as_of_precision": "day",
        "said_on": "2024-05-01",
        "status": "superseded",
        "quote": "At least twelve people were killed, Mira Halden of the National Disaster Agency said",
        "appearances": [
            {
                "publisher": "Northern Wire",
                "title": "Strong quake hits Lake Province",
                "url": "https://example.org/northern-wire-2024-05-01",
                "published": "2024-05-01",
                "as_printed": "at least twelve",
            }
        ],
        "caveats": ["The same claimant replaced it by a newer one."],
    }
    month = figures["un-humanitarian-2024-05-lake-people-killed"]
    assert (month["as_of"], month["as_of_precision"], month["said_on"]) == ("2024-05-31", "month", None)


def test_figures_stand_oldest_first_whatever_their_claimant(quake: Store) -> None:
    for figures in (None, 5):
        made = as_json(quake, ask(quake, KILLED, options=json_options(figures)))
        days = [figure["as_of"] for figure in made["readings"][0]["figures"]]
        assert days == sorted(days)


@pytest.mark.parametrize("limit", [0, 1, 4, 9, 50])
def test_a_limit_leaves_the_total_as_it_is(quake: Store, limit: int) -> None:
    (reading,) = as_json(quake, ask(quake, KILLED, options=json_options(limit)))["readings"]
    assert len(reading["figures"]) == min(limit, 9)
    assert reading["figures_total"] == 9


def test_limits_and_claimants_are_told_as_asked(quake: Store) -> None:
    reading = read(
        "lake-people/killed",
        claimants=("lake-health",),
        spokespersons=("tomas-reed",),
        dates=Dates(date(2024, 5, 1), date(2024, 5, 3), date(2024, 5, 2), date(2024, 5, 4)),
        period=True,
        unmatched=("miners",),
    )
    (made,) = as_json(quake, ask(quake, reading, options=json_options(0)))["readings"]
    assert made["claimants"] == [
        {"id": "lake-health", "root": "lake-government"},
        {"id": "lake-government", "root": "lake-government"},
    ]
    dates = [made[field] for field in ("as_of_from", "as_of_to", "said_from", "said_to")]
    assert dates == ["2024-05-01", "2024-05-03", "2024-05-02", "2024-05-04"]
    assert (made["counting"], made["unmatched"], made["object"], made["place"]) == ("period", ["miners"], None, None)


def test_no_figures_still_say_what_was_understood(quake: Store) -> None:
    made = as_json(quake, ask(quake, read("west-shore-people/killed", place="otterby"), options=json_options()))
    assert made["status"] == "no-figures"
    assert made["readings"][0]["topic"] == "west-shore-people/killed"
    assert made["readings"][0]["place"] == "otterby"
    assert made["readings"][0]["figures"] == []


def test_a_checked_number_has_ids_of_matches_and_of_the_nearest(quake: Store) -> None:
    made = as_json(quake, ask(quake, KILLED, checked=NumberCheck(214, 214, "about"), options=json_options(0)))
    assert made["checked"] == {
        "value": 214,
        "low": 214,
        "high": 214,
        "qualifier": "about",
        "matches": ["disaster-agency-2024-05-03-lake-people-killed"],
        "nearest": [],
    }


def test_asking_back_has_labelled_suggestions(quake: Store) -> None:
    offered = tuple(Suggestion(read(f"{shore}-shore-people/killed"), "why") for shore in ("east", "west"))
    asked = answer(Question("how many?", "ru", Outcome.CLARIFY, missing="side", suggestions=offered), quake)
    made = as_json(quake, asked, "ru")
    assert made["status"] == "clarify"
    assert made["readings"] == []
    assert [suggestion["topic"] for suggestion in made["suggestions"]] == [
        "east-shore-people/killed",
        "west-shore-people/killed",
    ]
    assert made["suggestions"][0]["label"] == "люди на восточном берегу · погибшие"


def test_a_trouble_has_the_same_shape_and_looks_like_no_answer() -> None:
    made = error_to_json("how many?", "the database cannot be read", id_="7")
    assert list(made)[: len(FIELDS)] == FIELDS
    assert made["status"] == "error"
    assert made["error"] == "the database cannot be read"
