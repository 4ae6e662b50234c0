"""Both reports the project started from, whole: each figure, as each of them prints it."""

from __future__ import annotations

import re

import pytest

from tests.claims.conftest import Ledger

IBTIMES, ISLAM_TIMES = "ibtimes-singapore", "islam-times"

NINE_THOUSAND = "ukraine-president-2022-03-03-russian-forces-killed"
KILLED = "russia-mod-2022-03-02-russian-forces-killed"
WOUNDED = "russia-mod-2022-03-02-russian-forces-wounded"
BULLETIN = "ukraine-mod-2022-02-28-russian-forces-killed"
TANKS = "ukraine-mod-2022-02-28-russian-forces-destroyed-tank"
AIRCRAFT = "ukraine-mod-2022-02-28-russian-forces-destroyed-aircraft"
HELICOPTERS = "ukraine-mod-2022-02-28-russian-forces-destroyed-helicopter"
ARMOURED = "ukraine-mod-2022-02-28-russian-forces-destroyed-armoured-vehicle"
ENEMY_KILLED = "russia-mod-2022-03-02-ukrainian-forces-killed"
ENEMY_WOUNDED = "russia-mod-2022-03-02-ukrainian-forces-wounded"
ENEMY_CAPTURED = "russia-mod-2022-03-02-ukrainian-forces-captured"
CIVILIANS = "ukraine-emergency-service-2022-03-02-civilians-ukraine-killed"
UN_CIVILIANS = "un-ohchr-2022-02-28-civilians-ukraine-killed"
UN_CHILDREN = "un-ohchr-2022-02-28-children-ukraine-killed"

VALUES = [
    (NINE_THOUSAND, "russian-forces/killed", 9_000, "about"),
    (KILLED, "russian-forces/killed", 498, "exact"),
    (WOUNDED, "russian-forces/wounded", 1_597, "exact"),
    (BULLETIN, "russian-forces/killed", 5_300, "about"),
    (TANKS, "russian-forces/destroyed/tank", 191, "exact"),
    (AIRCRAFT, "russian-forces/destroyed/aircraft", 29, "exact"),
    (HELICOPTERS, "russian-forces/destroyed/helicopter", 29, "exact"),
    (ARMOURED, "russian-forces/destroyed/armoured-vehicle", 816, "exact"),
    (ENEMY_KILLED, "ukrainian-forces/killed", 2_870, "more-than"),
    (ENEMY_WOUNDED, "ukrainian-forces/wounded", 3_700, "about"),
    (ENEMY_CAPTURED, "ukrainian-forces/captured", 572, "exact"),
    (CIVILIANS, "civilians-ukraine/killed", 2_000, "more-than"),
    (UN_CIVILIANS, "civilians-ukraine/killed", 136, "at-least"),
    (UN_CHILDREN, "children-ukraine/killed", 13, "at-least"),
]

PRINTS = [  # claim, report, the number in its words, a piece of the quote
    (NINE_THOUSAND, ISLAM_TIMES, "About 9,000", "“About 9,000 Russians were killed in a week,”"),
    (NINE_THOUSAND, ISLAM_TIMES, "nearly 9,000", "9,000"),
    (NINE_THOUSAND, IBTIMES, "nearly 9,000", "nearly 9,000 of Vladimir Putin's troops"),
    (KILLED, ISLAM_TIMES, "some 498", "some 498 Russian servicemen have been killed"),
    (KILLED, IBTIMES, "498", "498 Russian troops have been killed"),
    (KILLED, IBTIMES, "nearly 500", "nearly 500 troops were killed in the attack"),
    (WOUNDED, ISLAM_TIMES, "nearly 1,600", "nearly 1,600 wounded"),
    (WOUNDED, IBTIMES, "nearly 1,597", "nearly 1,597 were injured"),
    (BULLETIN, IBTIMES, "nearly 5,300", "nearly 5,300 Russian troops have been killed"),
    (TANKS, IBTIMES, "191 tanks", "Russia's 191 tanks"),
    (AIRCRAFT, IBTIMES, "29 fighter jets", "29 fighter jets"),
    (HELICOPTERS, IBTIMES, "29 helicopters", "29 helicopters"),
    (ARMOURED, IBTIMES, "816 armored personnel carriers", "816 armored personnel carriers"),
    (ENEMY_KILLED, IBTIMES, "2,870", "2,870 Ukrainian troops have been killed"),
    (ENEMY_WOUNDED, IBTIMES, "some 3,700", "some 3,700 more sustained injuries"),
    (ENEMY_CAPTURED, IBTIMES, "572", "572 others have been captured by the Russians"),
    (CIVILIANS, IBTIMES, "more than 2,000", "more than 2,000 civilians have died in the war"),
    (UN_CIVILIANS, IBTIMES, "136", "136 civilians, including 13 children"),
    (UN_CHILDREN, IBTIMES, "13", "136 civilians, including 13 children"),
]

DATES = [  # claim, counts to, said on, whether the day was inferred
    (NINE_THOUSAND, "2022-03-03", "2022-03-03", False),
    (KILLED, "2022-03-02", "2022-03-02", False),
    (WOUNDED, "2022-03-02", "2022-03-02", False),
    (BULLETIN, "2022-02-28", "2022-02-28", False),
    (ENEMY_KILLED, "2022-03-02", "2022-03-02", False),
    (CIVILIANS, "2022-03-02", "2022-03-02", False),
    (UN_CIVILIANS, "2022-02-28", "None", True),
    (UN_CHILDREN, "2022-02-28", "None", True),
]

PERSONS = [
    (NINE_THOUSAND, "volodymyr-zelensky"),
    (KILLED, "igor-konashenkov"),
    (WOUNDED, "igor-konashenkov"),
    (ENEMY_KILLED, "igor-konashenkov"),
    (ENEMY_CAPTURED, "igor-konashenkov"),
]


@pytest.mark.parametrize(("claim", "topic", "low", "qualifier"), VALUES)
def test_each_figure_is_a_claim_of_its_own(ledger: Ledger, claim: str, topic: str, low: int, qualifier: str) -> None:
    row = ledger.claims[claim]
    assert "/".join(facet for facet in (row.population, row.measure, row.object) if facet) == topic
    assert (row.low, row.qualifier.value) == (low, qualifier)
    assert row.high == (None if qualifier in ("more-than", "at-least") else low)
    assert row.place is None
    assert row.counting == "cumulative"


@pytest.mark.parametrize(("claim", "report", "printed", "piece"), PRINTS)
def test_each_print_keeps_its_words_and_a_quote_that_holds_them(
    ledger: Ledger, claim: str, report: str, printed: str, piece: str
) -> None:
    row = ledger.prints[claim][report]
    assert row.as_printed is not None
    assert row.quote is not None
    assert printed in row.as_printed
    assert piece in row.quote
    assert all(number in row.quote for number in re.findall(r"\d[\d,]*", row.as_printed))
    assert row.quote_language == "en"
    assert ledger.published(claim, report) == "2022-03-03"


@pytest.mark.parametrize(("claim", "as_of", "said_on", "inferred"), DATES)
def test_what_it_counts_to_and_when_it_was_said(
    ledger: Ledger, claim: str, as_of: str, said_on: str, inferred: bool
) -> None:
    row = ledger.claims[claim]
    assert (row.as_of, str(row.said_on), row.as_of_inferred) == (as_of, said_on, inferred)


@pytest.mark.parametrize(("claim", "person"), PERSONS)
def test_who_said_it_is_not_who_printed_it(ledger: Ledger, claim: str, person: str) -> None:
    assert ledger.claims[claim].spokesperson == person


def test_a_number_that_a_report_changes_is_marked_there(ledger: Ledger) -> None:
    distortions = {
        key: ledger.prints[key[0]][key[1]].distortion
        for key in ((WOUNDED, ISLAM_TIMES), (WOUNDED, IBTIMES), (KILLED, ISLAM_TIMES), (UN_CIVILIANS, IBTIMES))
    }
    assert [str(distortion) for distortion in distortions.values()] == ["rounded", "reworded", "reworded", "misdated"]


def test_the_ministry_disputes_earlier_reports_and_never_the_nine_thousand(ledger: Ledger) -> None:
    assert (KILLED, "disputes", None) in ledger.ties
    assert not [tie for tie in ledger.ties if NINE_THOUSAND in (tie[0], tie[2])]
    assert str(ledger.claims[KILLED].said_on) < str(ledger.claims[NINE_THOUSAND].said_on)


def test_what_the_reports_say_of_their_figures_is_kept(ledger: Ledger) -> None:
    assert "seed-eighteen-times" in ledger.claims[NINE_THOUSAND].notes
    assert "order-garbled" in ledger.claims[NINE_THOUSAND].caveats
    assert "order-garbled" in ledger.claims[BULLETIN].caveats
    assert "day-garbled" in ledger.claims[UN_CIVILIANS].caveats
    for claim in (ENEMY_KILLED, ENEMY_WOUNDED, ENEMY_CAPTURED):
        assert {"seed-not-verified", "seed-ukraine-no-comment"} <= set(ledger.claims[claim].notes)


def test_the_civilians_of_the_emergency_service_are_withdrawn_with_reason_and_date(ledger: Ledger) -> None:
    row = ledger.claims[CIVILIANS]
    assert (row.status.value, row.status_reason, str(row.status_date)) == (
        "withdrawn",
        "withdrawn-by-3-march-2022",
        "2022-03-03",
    )


def test_the_children_are_among_the_civilians(ledger: Ledger) -> None:
    assert (UN_CHILDREN, "part_of", UN_CIVILIANS) in ledger.ties


def test_the_bulletin_printed_as_killed_is_tied_to_the_bulletin_itself(ledger: Ledger) -> None:
    assert (BULLETIN, "repeats", "general-staff-2022-02-28-personnel") in ledger.ties
    assert "bulletin-measure" in ledger.claims[BULLETIN].caveats
