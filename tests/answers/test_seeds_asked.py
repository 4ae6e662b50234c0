"""Every figure of the two first reports is found by asking for it in plain English."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.answers.contract import json_options
from bot.asking import Asking, Claimbot
from bot.claims.database.selection import Selection

SEEDS = {"International Business Times Singapore", "Islam Times"}

# question, claimant, value as the claim holds it, the number as a seed prints it
ASKED = [
    ("how many Russian soldiers killed by 3 March 2022", "ukraine-president", 9000, "About 9,000"),
    (
        "nearly 9,000 Russian soldiers killed since the war began, as of 3 March 2022",
        "ukraine-president",
        9000,
        "nearly 9,000",
    ),
    ("Russian soldiers killed as of 3 March 2022 according to Russia", "russia-mod", 498, "some 498"),
    ("how many Russian troops killed according to Konashenkov", "russia-mod", 498, "nearly 500"),
    ("Russian soldiers wounded by 3 March 2022", "russia-mod", 1597, "nearly 1,597"),
    ("wounded Russian soldiers, Russian MoD, as of 2 March 2022", "russia-mod", 1597, "nearly 1,600"),
    (
        "Russian soldiers killed per Ukraine's Ministry of Defence by 28 February 2022",
        "ukraine-mod",
        5300,
        "nearly 5,300",
    ),
    ("Russian tanks destroyed by 28 February 2022", "ukraine-mod", 191, "191 tanks"),
    ("Russian planes destroyed as of 28 February 2022", "ukraine-mod", 29, "29 fighter jets"),
    ("Russian helicopters destroyed as of 28 February 2022", "ukraine-mod", 29, "29 helicopters"),
    (
        "Russian armored personnel carriers destroyed by 28 Feb 2022",
        "ukraine-mod",
        816,
        "816 armored personnel carriers",
    ),
    ("Ukrainian soldiers killed by 3 March 2022", "russia-mod", 2870, "2,870"),
    ("how many Ukrainian troops were wounded as of 3 March 2022", "russia-mod", 3700, "some 3,700"),
    ("Ukrainian soldiers captured by 3 March 2022", "russia-mod", 572, "572"),
    ("civilians killed in Ukraine by 3 March 2022", "ukraine-emergency-service", 2000, "more than 2,000"),
    ("civilians killed in Ukraine by 3 March 2022 according to the UN", "un-ohchr", 136, "136"),
    ("children killed in Ukraine by 3 March 2022", "un-ohchr", 13, "13"),
]


def figures(asking: Asking, question: str) -> list[dict[str, Any]]:
    (reading,) = asking.as_json(asking.answer(question))["readings"]
    return list(reading["figures"])


@pytest.fixture
def asking(real_claimbot: Claimbot) -> Asking:
    return Asking(real_claimbot, today=date(2026, 11, 22), options=json_options())


@pytest.mark.parametrize(("question", "claimant", "value", "printed"), ASKED)
def test_found_with_quote_date_claimant_and_caveats(
    asking: Asking, question: str, claimant: str, value: int, printed: str
) -> None:
    found = [f for f in figures(asking, question) if f["claimant"] == claimant and f["value"]["low"] == value]
    assert found, question
    figure = found[0]
    prints = [a for a in figure["appearances"] if a["publisher"] in SEEDS]
    assert any(printed in (a["as_printed"] or "") for a in prints), prints
    assert figure["quote"]
    assert figure["as_of"] <= "2022-03-03"
    assert figure["caveats"]


def test_the_withdrawn_one_says_so(asking: Asking) -> None:
    found = figures(asking, "civilians killed in Ukraine by 3 March 2022")
    (withdrawn,) = [f for f in found if f["claimant"] == "ukraine-emergency-service"]
    assert withdrawn["status"] == "withdrawn"


def test_neither_report_makes_a_figure_of_what_is_not_one(asking: Asking) -> None:
    """That cities were not targeted is said in one of them, without a number."""
    answer = asking.as_json(asking.answer("how many Ukrainian cities did Russia target"))
    assert answer["readings"] == []


def test_what_is_near_is_counted_as_of_the_day_looked_back_from(real_claimbot: Claimbot) -> None:
    """The answer "by 4 March 2022" tells of no figure that was said later, near topics included."""
    known_by = date(2022, 3, 4)
    asking = Asking(real_claimbot, today=date(2026, 11, 22), known_by=known_by)
    (reading,) = asking.answer("how many Russian soldiers killed").readings
    assert reading.related
    for near in reading.related:
        selection = Selection(near.topic, near.place, known_by=known_by)
        assert near.total == real_claimbot.store.find.total(selection)


def test_a_number_without_a_side_is_looked_up_on_both_and_asked_back_for(asking: Asking) -> None:
    answer = asking.answer("is it true that 9,000 were killed?")
    asked_back = asking.as_json(answer)
    assert asked_back["status"] == "clarify"
    assert "ukraine-president-2022-03-03-russian-forces-killed" in asked_back["checked"]["matches"]
    text = asking.as_text(answer)
    assert "Russian forces · killed: about 9,000 · President of Ukraine · as of 3 March 2022" in text
    assert "Ukrainian forces · killed: nearly 9,000" in text


def test_a_number_held_in_a_month_is_not_said_to_be_on_it(asking: Asking) -> None:
    text = asking.as_text(asking.answer("ukrainian soldiers missing"))
    assert "in March 2025" in text
    assert "on March 2025" not in text
    assert "on 18 August 2025" in text
