"""What a naive claim database gets wrong: each of 23 points, by claims that would be wrong without it."""

from __future__ import annotations

import pytest

from bot.claims.model import PartialDate
from tests.claims.conftest import Ledger

REGISTER = "ukraine-missing-register-2024-07-16"


@pytest.mark.parametrize(
    ("claim", "low", "counting", "start"),
    [
        ("russia-mod-2025-12-17-ukrainian-forces-losses", 500_000, "period", "2025-01-01"),
        ("russia-mod-2024-12-16-ukrainian-forces-casualties", 1_000_000, "cumulative", "2022-02-24"),
        (f"{REGISTER}-ukrainians-all-missing", 42_000, "stock", None),
        (f"{REGISTER}-registered-missing-ever-ukraine", 51_000, "cumulative", "2023-05"),
        ("un-ohchr-2024-07-31-civilians-ukraine-wounded-2", 1_018, "period", "2024-07-01"),
        ("russia-mod-2022-04-22-russian-forces-killed-moskva", 1, "event", "2022-04-14"),
        ("ukraine-president-2022-06-01-ukrainian-forces-killed", 60, "rate", None),
    ],
)
def test_01_total_period_event_rate_and_stock_are_kept_apart(
    ledger: Ledger, claim: str, low: int, counting: str, start: str | None
) -> None:
    row = ledger.claims[claim]
    assert (row.low, row.counting.value, row.period_start) == (low, counting, start)


def test_01_all_persons_ever_registered_are_no_figure_of_the_missing(ledger: Ledger) -> None:
    ever = ledger.claims[f"{REGISTER}-registered-missing-ever-ukraine"]
    assert (ever.population, ever.measure) == (None, None)
    assert (ever.id, "not_comparable_with", f"{REGISTER}-ukrainians-all-missing") in ledger.ties


def test_02_a_count_to_midnight_is_not_dated_by_the_day_it_was_printed(ledger: Ledger) -> None:
    claim = "un-ohchr-2022-03-03-civilians-ukraine-killed"
    assert (ledger.claims[claim].low, ledger.claims[claim].as_of) == (331, "2022-03-03")
    assert ledger.published(claim, "reliefweb") == "2022-03-04"


def test_02_a_bulletin_of_a_day_covers_to_its_morning(ledger: Ledger) -> None:
    assert "bulletin-morning" in ledger.claims["general-staff-2022-02-28-personnel"].caveats


@pytest.mark.parametrize(
    ("claim", "low", "high", "qualifier"),
    [
        ("ukraine-president-2022-03-02-russian-forces-killed", 6_000, 6_000, "nearly"),
        ("ukraine-president-2022-03-03-russian-forces-killed", 9_000, 9_000, "about"),
        ("un-ohchr-2022-03-03-civilians-ukraine-killed", 331, None, "at-least"),
        ("us-joint-chiefs-2022-11-09-russian-forces-casualties", 100_000, None, "more-than"),
        ("us-officials-2023-08-18-russian-forces-killed", None, 120_000, "at-most"),
        ("csis-2025-12-31-russian-forces-killed", 275_000, 325_000, "range"),
    ],
)
def test_03_a_hedge_is_kept_and_an_open_bound_stays_open(
    ledger: Ledger, claim: str, low: int | None, high: int | None, qualifier: str
) -> None:
    row = ledger.claims[claim]
    assert (row.low, row.high, row.qualifier.value) == (low, high, qualifier)


def test_03_the_top_of_a_range_printed_alone_is_that_outlets_doing(ledger: Ledger) -> None:
    row = ledger.prints["csis-2025-12-31-russian-forces-killed"]["the-moscow-times"]
    assert (row.as_printed, str(row.distortion)) == ("around 325,000", "rounded")


@pytest.mark.parametrize(
    ("claim", "measure"),
    [
        ("us-joint-chiefs-2022-11-09-russian-forces-casualties", "casualties"),
        ("general-staff-2022-02-28-personnel", "losses"),
        ("ukraine-mod-2022-02-28-russian-forces-killed", "killed"),
        ("ukraine-general-staff-2022-09-21-russian-forces-losses", "losses"),
        ("russia-mod-2022-04-16-irrecoverable-losses-ukrainian-forces", None),
    ],
)
def test_04_killed_casualties_and_losses_are_kept_apart(ledger: Ledger, claim: str, measure: str | None) -> None:
    assert ledger.claims[claim].measure == measure


def test_04_a_bulletin_printed_as_killed_keeps_the_word_and_the_tie(ledger: Ledger) -> None:
    claim = "ukraine-mod-2022-02-28-russian-forces-killed"
    assert "bulletin-measure" in ledger.claims[claim].caveats
    assert (claim, "repeats", "general-staff-2022-02-28-personnel") in ledger.ties


def test_05_two_readings_of_one_statement_stand_beside_each_other(ledger: Ledger) -> None:
    speech = "ukraine-president-2024-02-25-russian-forces"
    including, beside = f"{speech}-casualties", f"{speech}-wounded"
    assert ledger.claims[including].low == ledger.claims[beside].low == 500_000
    assert (f"{speech}-killed", "part_of", including) in ledger.ties
    assert {(including, "not_comparable_with", beside), (beside, "not_comparable_with", including)} <= ledger.ties
    assert set(ledger.prints[including]).isdisjoint(ledger.prints[beside])


def test_06_one_claim_with_many_prints_is_one_claim(ledger: Ledger) -> None:
    claim = "russia-mod-2022-03-02-russian-forces-wounded"
    printed = {publisher: row.as_printed for publisher, row in ledger.prints[claim].items()}
    assert printed["islam-times"] == "nearly 1,600"
    assert printed["ibtimes-singapore"] == "nearly 1,597"
    assert ledger.values(claimant="russia-mod", population="russian-forces", measure="wounded") >= {1_597}
    assert 1_600 not in ledger.values(claimant="russia-mod", population="russian-forces", measure="wounded")


def test_06_a_rounding_by_another_office_is_tied_to_what_it_rounds(ledger: Ledger) -> None:
    rounded = "ukraine-president-2022-03-02-russian-forces-killed"
    assert ledger.prints[rounded]["ibtimes-singapore"].as_printed == "almost 6,000"
    assert (rounded, "derived_from", "general-staff-2022-03-02-personnel") in ledger.ties


def test_07_one_statement_gives_own_losses_and_the_enemys(ledger: Ledger) -> None:
    own = ledger.claims["russia-mod-2022-03-02-russian-forces-killed"]
    enemy = ledger.claims["russia-mod-2022-03-02-ukrainian-forces-killed"]
    assert (own.low, enemy.low) == (498, 2_870)
    assert own.spokesperson == enemy.spokesperson == "igor-konashenkov"
    assert own.said_on == enemy.said_on


@pytest.mark.parametrize(
    ("claim", "origin"),
    [
        ("uk-mod-2023-04-25-russian-forces-casualties", "general-staff-2023-04-25-personnel"),
        ("uk-mod-2023-06-01-russian-forces-casualties", "general-staff-2023-06-01-personnel"),
        ("nato-2022-03-23-russian-forces-killed", "general-staff-2022-03-23-personnel"),
        ("the-economist-2026-08-21-russian-forces-casualties", "general-staff-2026-08-21-personnel"),
        ("the-economist-2026-08-21-russian-forces-casualties", "uk-mod-2025-01-01-russian-forces-casualties"),
    ],
)
def test_08_a_figure_made_from_anothers_is_not_independent(ledger: Ledger, claim: str, origin: str) -> None:
    assert (claim, "derived_from", origin) in ledger.ties


@pytest.mark.parametrize(
    ("claim", "status"),
    [
        ("komsomolskaya-pravda-2022-03-20-russian-forces-killed", "withdrawn"),
        ("european-commission-2022-11-30-ukrainian-forces-killed", "corrected"),
        ("ukraine-emergency-service-2022-03-02-civilians-ukraine-killed", "withdrawn"),
        ("us-leaked-documents-2023-03-01-russian-forces-killed", "forged"),
    ],
)
def test_09_what_was_disowned_stays_with_reason_and_date(ledger: Ledger, claim: str, status: str) -> None:
    row = ledger.claims[claim]
    assert row.status.value == status
    assert row.status_reason is not None
    assert row.status_date is not None


def test_09_the_correction_revises_what_it_corrects(ledger: Ledger) -> None:
    commission = "european-commission-2022-11-30-ukrainian-forces"
    assert (f"{commission}-casualties", "revises", f"{commission}-killed") in ledger.ties


def test_10_a_garbled_order_is_put_right(ledger: Ledger) -> None:
    bulletin = ledger.claims["ukraine-mod-2022-02-28-russian-forces-killed"]
    speech = ledger.claims["ukraine-president-2022-03-03-russian-forces-killed"]
    assert (bulletin.as_of, speech.as_of) == ("2022-02-28", "2022-03-03")
    assert {"order-garbled"} <= set(bulletin.caveats) & set(speech.caveats)


def test_10_a_garbled_day_is_inferred_from_what_came_after(ledger: Ledger) -> None:
    garbled = ledger.claims["un-ohchr-2022-02-28-civilians-ukraine-killed"]
    later = ledger.claims["un-ohchr-2022-03-01-civilians-ukraine-killed"]
    assert garbled.as_of_inferred
    assert (garbled.low, later.low) == (136, 227)
    assert "day-garbled" in garbled.caveats


@pytest.mark.parametrize(
    ("claim", "publisher", "printed", "low"),
    [
        ("ukraine-president-2022-04-15-russian-forces-killed", "interfax-ukraine", "19,000-200,000", 19_000),
        ("russia-general-staff-2022-03-25-russian-forces-killed", "econotimes", "1,535", 1_351),
        ("ukraine-president-2024-12-08-ukrainian-forces-wounded", "lankadeepa", "37,000", 370_000),
        ("un-ohchr-2022-05-18-civilians-ukraine-wounded", "novaya-gazeta-europe", "4,287", 4_278),
        ("un-ohchr-2024-07-31-civilians-ukraine-wounded-2", "online-ua", "1,18", 1_018),
    ],
)
def test_11_a_misprint_belongs_to_the_print(ledger: Ledger, claim: str, publisher: str, printed: str, low: int) -> None:
    row = ledger.prints[claim][publisher]
    assert (row.as_printed, str(row.distortion)) == (printed, "misprinted")
    assert ledger.claims[claim].low == low


def test_12_a_total_that_does_not_add_up_is_said_to(ledger: Ledger) -> None:
    for measure in ("killed", "wounded"):
        assert "total-inconsistent" in ledger.claims[f"un-ohchr-2022-05-18-civilians-ukraine-{measure}"].caveats
    for measure in ("killed", "wounded", "casualties"):
        assert 7_389 not in ledger.values(claimant="un-ohchr", population="civilians-ukraine", measure=measure)


@pytest.mark.parametrize(
    ("claim", "publisher"),
    [
        ("us-nsc-2023-02-17-wagner-casualties", "pledgetimes"),
        ("russia-mod-2024-11-26-dna-applications-russian-forces", "memri"),
        ("nato-2024-12-12-both-militaries-casualties", "onlytrusted-news"),
    ],
)
def test_13_widening_belongs_to_the_print(ledger: Ledger, claim: str, publisher: str) -> None:
    assert str(ledger.prints[claim][publisher].distortion) == "widened"


def test_13_requests_for_tests_and_both_armies_are_no_figures_of_the_missing_or_of_one_side(ledger: Ledger) -> None:
    for claim in (
        "russia-mod-2024-11-26-dna-applications-russian-forces",
        "nato-2024-12-12-both-militaries-casualties",
    ):
        assert (ledger.claims[claim].population, ledger.claims[claim].measure) == (None, None)
        assert ledger.claims[claim].subject is not None


def test_14_cases_are_not_persons_and_a_ratio_is_no_figure(ledger: Ledger) -> None:
    assert "cases-not-persons" in ledger.claims["ukraine-president-2024-12-08-ukrainian-forces-wounded"].caveats
    ratio = ledger.claims["russia-president-2023-06-13-ukrainian-forces-destroyed-tank"]
    assert "ten-to-one-is-a-ratio" in ratio.notes
    assert 10 not in ledger.values(claimant="russia-president", population="ukrainian-forces", measure="losses")


def test_15_a_later_look_back_stands_beside_what_was_known_then(ledger: Ledger) -> None:
    now = ledger.claims["un-ohchr-2022-03-31-civilians-ukraine-killed"]
    before = [ledger.claims[f"{now.id}-{n}"] for n in (3, 4, 5)]
    assert (now.low, now.counting, now.status) == (4_289, "period", "standing")
    assert [row.low for row in before] == [3_175, 3_918, 4_182]
    assert {row.status.value for row in before} == {"superseded"}
    assert (now.id, "revises", before[-1].id) in ledger.ties
    first_said = [
        min(ledger.published(row.id, publisher) or "" for publisher in ledger.prints[row.id]) for row in (*before, now)
    ]
    assert first_said == ["2022-09-29", "2023-02-22", "2023-10-20", "2024-02"]


def test_15_the_count_as_known_on_the_day_is_still_there(ledger: Ledger) -> None:
    then = ledger.claims["un-ohchr-2022-03-24-civilians-ukraine-killed"]
    assert (then.low, then.counting) == (1_081, "cumulative")


def test_16_a_verified_count_can_fall(ledger: Ledger) -> None:
    before = ledger.claims["oryx-2025-12-31-russian-forces-equipment-losses"]
    after = ledger.claims["oryx-2026-06-30-russian-forces-equipment-losses"]
    assert (before.low, after.low) == (23_812, 23_703)
    assert {"count-can-fall"} <= set(before.caveats) & set(after.caveats)


@pytest.mark.parametrize(
    ("claim", "method"),
    [
        ("mediazona-bbc-2025-08-08-russian-forces-killed", "named-list"),
        ("un-ohchr-2022-03-03-civilians-ukraine-killed", "verified-count"),
        ("uk-mod-2023-02-17-russian-forces-killed", "intelligence-estimate"),
        ("mediazona-meduza-2025-12-31-russian-forces-killed", "model"),
        ("oryx-2022-09-03-russian-forces-destroyed-tank", "photographs"),
        ("us-leaked-documents-2023-02-28-russian-forces-killed", "leak"),
    ],
)
def test_17_a_minimum_an_estimate_and_a_model_are_told_apart(ledger: Ledger, claim: str, method: str) -> None:
    assert ledger.claims[claim].method.value == method


def test_18_borders_are_said_and_a_city_is_not_its_district(ledger: Ledger) -> None:
    for claim in (
        "russia-investigative-committee-2025-05-19-civilians-russia-killed",
        "russia-investigative-committee-2025-05-civilians-russia-killed",
    ):
        assert "borders" in ledger.claims[claim].caveats
    police = "ukraine-police-2024-03-31-civilians-ukraine-killed"
    city, district = ledger.claims[f"{police}-bucha"], ledger.claims[f"{police}-bucha-district"]
    assert (city.place, city.low, district.place, district.low) == ("bucha", 422, "bucha-district", 1_190)
    assert (city.id, "not_comparable_with", district.id) in ledger.ties


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("un-ohchr-2022-02-28-children-ukraine-killed", "un-ohchr-2022-02-28-civilians-ukraine-killed"),
        ("uk-mod-2023-11-30-wagner-killed", "uk-mod-2023-11-30-russian-forces-killed-2"),
        ("un-ohchr-2024-06-30-children-ukraine-killed-2", "un-ohchr-2024-06-30-civilians-ukraine-killed"),
    ],
)
def test_19_parts_are_tied_to_their_wholes(ledger: Ledger, part: str, whole: str) -> None:
    assert (part, "part_of", whole) in ledger.ties
    assert (ledger.claims[part].low or 0) < (ledger.claims[whole].low or 0)
    assert ledger.claims[part].counting == ledger.claims[whole].counting


@pytest.mark.parametrize(
    ("claim", "low", "topic"),
    [
        ("general-staff-2026-06-30-tank", 12_067, ("destroyed", "tank")),
        ("oryx-2026-06-30-russian-forces-tank-losses", 4_407, ("losses", "tank")),
        ("oryx-2026-06-30-russian-forces-tank-destroyed", 3_310, ("destroyed", "tank")),
        ("oryx-2022-09-03-russian-forces-losses-tank", 1_000, ("losses", "tank")),
    ],
)
def test_20_destroyed_is_not_lost_in_any_way(ledger: Ledger, claim: str, low: int, topic: tuple[str, str]) -> None:
    row = ledger.claims[claim]
    assert (row.low, (row.measure, row.object)) == (low, topic)


@pytest.mark.parametrize(
    ("thing", "caveat"),
    [
        ("armour", "category-armour"),
        ("artillery", "category-mortars"),
        ("vehicle", "category-special-vehicles"),
    ],
)
def test_20_a_ministrys_own_categories_are_said(ledger: Ledger, thing: str, caveat: str) -> None:
    rows = [row for row in ledger.claims.values() if row.claimant == "russia-mod" and row.object == thing]
    assert len(rows) > 100
    assert {caveat} <= set.intersection(*(set(row.caveats) for row in rows))


def test_21_a_number_quoted_to_be_denied_is_not_the_speakers(ledger: Ledger) -> None:
    assert ledger.claims["ukraine-president-2024-02-25-ukrainian-forces-killed"].low == 31_000
    said = ledger.values(claimant="ukraine-president", population="ukrainian-forces", measure="killed")
    assert said.isdisjoint({150_000, 300_000})


def test_22_an_outlet_that_names_another_institution_is_marked(ledger: Ledger) -> None:
    claim = "ukraine-mia-2022-02-27-civilians-ukraine-killed"
    assert ledger.claims[claim].low == 352
    assert str(ledger.prints[claim]["the-quint"].distortion) == "misattributed"
    assert 352 not in ledger.values(claimant="ukraine-moh", population="civilians-ukraine", measure="killed")


def test_23_transcriptions_that_differ_are_both_shown(ledger: Ledger) -> None:
    tanks = "general-staff-2022-02-28-tank-general-staff"
    assert (ledger.claims[f"{tanks}-lod"].low, ledger.claims[f"{tanks}-petro"].low) == (191, 150)
    for claim in (f"{tanks}-lod", f"{tanks}-petro"):
        assert "transcriptions-differ" in ledger.claims[claim].caveats
        assert len(ledger.prints[claim]) == 1
    assert len(ledger.prints["general-staff-2022-02-28-personnel"]) == 2


def test_no_claim_counts_to_a_day_after_it_was_printed(ledger: Ledger) -> None:
    for claim, prints in ledger.prints.items():
        published = [
            PartialDate(date).last for row in prints.values() if (date := ledger.sources[row.source].published)
        ]
        if published:
            assert PartialDate(ledger.claims[claim].as_of).first <= min(published), claim
