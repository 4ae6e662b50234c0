"""What an answer holds: which figures, of whom, in what order, and that nothing is mixed or lost."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.answers.answer import AnswerStatus, Options, Order
from bot.answers.compose import answer
from bot.claims.database.selection import Selection
from bot.claims.database.store import Store, StoreError
from bot.claims.model import Counting
from bot.questions.question import Dates, Outcome, Question, Refusal
from tests.answers.asking import REASON, add_claim, ask, figures, groups, ids, loaded, read
from tests.claims.package_edits import add

KILLED = read("lake-people/killed")


def test_totals_stand_by_claimant_in_the_order_of_first_figures(quake: Store) -> None:
    answered = ask(quake, KILLED).readings[0]
    assert answered.total == 9
    assert answered.claimants_total == 4
    assert [group.claimant.id for group in answered.groups] == [
        "disaster-agency",
        "lake-health",
        "lake-courier",
        "un-humanitarian",
    ]
    for group in answered.groups:
        days = [figure.as_of.last for figure in group.figures]
        assert days == sorted(days)


def test_of_a_long_series_the_first_and_the_newest_are_shown(quake: Store) -> None:
    group = next(g for g in ask(quake, KILLED).readings[0].groups if g.claimant.id == "lake-health")
    assert group.total == 5
    assert [figure.as_of.text for figure in group.figures] == ["2024-05-02", "2024-05-07"]


def test_everything_is_everything(quake: Store) -> None:
    answered = ask(quake, KILLED, options=Options(everything=True)).readings[0]
    assert len(figures(answered)) == answered.total == 9


@pytest.mark.parametrize("topic", ["lake-people/killed", "lake-people/injured", "east-shore-people/killed"])
@pytest.mark.parametrize("order", list(Order))
@pytest.mark.parametrize("size", [1, 2, 5, 100])
def test_pages_hold_every_figure_once_and_in_order(quake: Store, topic: str, order: Order, size: int) -> None:
    whole = ask(quake, read(topic), options=Options(everything=True, by=order)).readings[0]
    options = [Options(by=order, page=page, page_size=size) for page in range(1, 100)]
    first = ask(quake, read(topic), options=options[0]).readings[0]
    paged = [ask(quake, read(topic), options=each).readings[0] for each in options[: first.pages]]
    assert [id_ for page in paged for id_ in ids(page)] == ids(whole)
    assert all(1 <= len(ids(page)) <= size for page in paged)


def test_by_date_claimants_take_turns(quake: Store) -> None:
    answered = ask(quake, KILLED, options=Options(everything=True, by=Order.DATE)).readings[0]
    days = [figure.as_of.last for figure in figures(answered)]
    assert days == sorted(days)


def test_what_counts_otherwise_stands_apart_from_totals(quake: Store) -> None:
    answered = ask(quake, read("lake-people/injured")).readings[0]
    assert {figure.counting for group in answered.groups for figure in group.figures} == {Counting.CUMULATIVE}
    assert [figure.counting for group in answered.other_counting for figure in group.figures] == [Counting.RATE]
    assert answered.total == 8  # the rate is not among them


def test_a_number_on_a_day_has_a_part_of_its_own_and_counts(quake: Store) -> None:
    answered = ask(quake, read("lake-people/missing")).readings[0]
    assert answered.groups == ()
    assert [figure.counting for group in answered.stock for figure in group.figures] == [Counting.STOCK]
    assert answered.total == 1


def test_a_place_answers_only_for_itself(quake: Store) -> None:
    there = ask(quake, read("east-shore-people/killed", place="millbrook"))
    everywhere = ask(quake, read("east-shore-people/killed"))
    assert {figure.place for figure in figures(there.readings[0])} == {"millbrook"}
    assert {figure.place for figure in figures(everywhere.readings[0])} == {None}


def test_at_a_place_an_event_is_the_total(two_sides: Path, tmp_path: Path) -> None:
    add_claim(
        two_sides, "lake-courier", "2024-05-03", 40, place="otterby", counting="event", population="west-shore-people"
    )
    with loaded(two_sides, tmp_path / "claims.db") as store:
        answered = ask(store, read("west-shore-people/killed", place="otterby")).readings[0]
        assert [figure.counting for figure in figures(answered)] == [Counting.EVENT]
        assert answered.total == 1


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        ("2024-05-01", "2024-05-03", {"disaster-agency", "lake-health"}),  # totals that begin with the range
        ("2024-05-02", "2024-05-31", set()),  # a total from the first day never answers for a later range
    ],
)
def test_a_period_is_answered_by_what_lies_inside_it(quake: Store, first: str, last: str, found: set[str]) -> None:
    dates = Dates(as_of_from=date.fromisoformat(first), as_of_to=date.fromisoformat(last))
    answered = ask(quake, read("lake-people/killed", period=True, dates=dates))
    assert {group.claimant.id for group in answered.readings[0].groups} == found
    assert answered.status is (AnswerStatus.ANSWERED if found else AnswerStatus.NO_FIGURES)


def test_a_count_of_a_period_answers_for_it_and_never_as_a_total(two_sides: Path, tmp_path: Path) -> None:
    id_ = add_claim(two_sides, "lake-courier", "2024-05-09", 7, counting="period", period_start="2024-05-05")
    dates = Dates(as_of_from=date(2024, 5, 4), as_of_to=date(2024, 5, 10))
    with loaded(two_sides, tmp_path / "claims.db") as store:
        assert ids(ask(store, read("lake-people/killed", period=True, dates=dates)).readings[0]) == [id_]
        total = ask(store, KILLED).readings[0]
        assert id_ not in [figure.id for group in total.groups for figure in group.figures]
        assert [figure.id for group in total.other_counting for figure in group.figures] == [id_]


def test_a_difference_is_two_totals_of_one_claimant_around_the_dates(quake: Store) -> None:
    dates = Dates(as_of_from=date(2024, 5, 4), as_of_to=date(2024, 5, 7))
    differences = ask(quake, read("lake-people/killed", period=True, dates=dates)).readings[0].differences
    ends = [(d.before.claimant, d.before.as_of.text, d.after.claimant, d.after.as_of.text) for d in differences]
    assert ends == [("lake-health", "2024-05-03", "lake-health", "2024-05-07")]


def test_known_by_leaves_out_what_was_said_later_and_counts_what_cannot_be_dated(
    two_sides: Path, tmp_path: Path
) -> None:
    add_claim(two_sides, "lake-government", "2024-05-02", 100)  # said and printed on unknown days
    add_claim(two_sides, "lake-courier", "2024-05-02", 90, said_on="2024-05-02")
    with loaded(two_sides, tmp_path / "claims.db") as store:
        answered = ask(store, KILLED, known_by=date(2024, 5, 3)).readings[0]
        assert answered.undated == 1
        assert {figure.known_on for figure in figures(answered)} <= {date(2024, 5, day) for day in (1, 2, 3)}
        assert {"lake-courier", "disaster-agency"} <= {group.claimant.id for group in answered.groups}
        assert "lake-government" not in {group.claimant.id for group in answered.groups}


def test_as_of_a_date_tells_how_many_were_said_only_later(two_sides: Path, tmp_path: Path) -> None:
    add_claim(two_sides, "lake-courier", "2024-05-02", 90, said_on="2024-05-20")
    dates = Dates(as_of_to=date(2024, 5, 3))
    with loaded(two_sides, tmp_path / "claims.db") as store:
        assert ask(store, read("lake-people/killed", dates=dates)).readings[0].said_later == 1
        assert ask(store, KILLED).readings[0].said_later == 0


@pytest.mark.parametrize("limit", range(12))
def test_room_for_a_few_goes_to_the_newest_of_each_claimant(quake: Store, limit: int) -> None:
    answered = ask(quake, KILLED, options=Options(newest=limit)).readings[0]
    shown = figures(answered)
    assert len(shown) == min(limit, 9)
    assert answered.total == 9
    if limit >= 4:
        newest = {"disaster-agency": "2024-05-03", "lake-health": "2024-05-07", "lake-courier": "2024-05-20"}
        assert set(newest.values()) <= {figure.as_of.text for figure in shown}
        assert len({figure.claimant for figure in shown}) == 4


def test_room_for_two_has_both_parties(two_sides: Path, tmp_path: Path) -> None:
    east = {"population": "east-shore-people"}
    for claimant in ("lake-courier", "un-humanitarian", "west-council", "east-council", "lake-government"):
        add_claim(two_sides, claimant, "2024-05-06", 100, **east)
    for day in ("2024-05-07", "2024-05-08"):
        add_claim(two_sides, "east-council", day, 100, **east)
    add(two_sides, "claimants.csv", "east-council", id="east-mayor", name_en="Mayor", name_uk="Мер", name_ru="Мэр")
    add_claim(two_sides, "east-mayor", "2024-05-05", 100, **east)  # older than what the council says
    with loaded(two_sides, tmp_path / "claims.db") as store:
        answered = ask(store, read("east-shore-people/killed"), options=Options(newest=2)).readings[0]
        assert {figure.claimant for figure in figures(answered)} == {"east-council", "west-council"}
        assert "2024-05-08" in {figure.as_of.text for figure in figures(answered)}


def test_silent_parties_are_told_by_computation(two_sides: Path, tmp_path: Path) -> None:
    east = {"population": "east-shore-people"}
    add_claim(two_sides, "east-council", "2024-05-06", 100, **east)
    add_claim(two_sides, "lake-courier", "2024-12-01", 100, **east)  # the newest date of the database
    with loaded(two_sides, tmp_path / "claims.db") as store:
        lacking = ask(store, read("east-shore-people/killed")).readings[0].missing
        assert [(one.claimant.id, one.since) for one in lacking] == [
            ("east-council", date(2024, 5, 6)),
            ("west-council", None),
        ]
        at_the_time = read("east-shore-people/killed", dates=Dates(as_of_to=date(2024, 5, 10)))
        assert [one.claimant.id for one in ask(store, at_the_time).readings[0].missing] == ["west-council"]


def test_a_withdrawn_total_does_not_break_silence(two_sides: Path, tmp_path: Path) -> None:
    withdrawn = {"status": "withdrawn", "status_reason": REASON}
    add_claim(two_sides, "east-council", "2024-05-06", 100, population="east-shore-people", **withdrawn)
    with loaded(two_sides, tmp_path / "claims.db") as store:
        lacking = ask(store, read("east-shore-people/killed")).readings[0].missing
        assert {one.claimant.id: one.since for one in lacking} == {"east-council": None, "west-council": None}


def test_related_topics_are_named_with_their_kind(quake: Store) -> None:
    related = ask(quake, read("east-shore-people/killed")).readings[0].related
    assert {(str(one.topic), one.place, one.how) for one in related} == {
        ("lake-people/killed", None, "whole"),
        ("west-shore-people/killed", None, "other-side"),
        ("east-shore-people/killed", "millbrook", "place"),
    }
    whole = ask(quake, KILLED).readings[0].related
    assert {(str(one.topic), one.how) for one in whole} == {
        ("lake-people/injured", "other-measure"),
        ("lake-people/missing", "other-measure"),
        ("east-shore-people/killed", "part"),
        ("west-shore-people/killed", "part"),
    }


def test_nothing_found_is_not_an_answer_but_says_what_is_near(quake: Store) -> None:
    answered = ask(quake, read("west-shore-people/killed", place="otterby"))
    assert answered.status is AnswerStatus.NO_FIGURES
    assert [one.how for one in answered.readings[0].related] == ["whole-war"]


@pytest.mark.parametrize(
    ("outcome", "status"),
    [(Outcome.CLARIFY, AnswerStatus.CLARIFY), (Outcome.OUT_OF_SCOPE, AnswerStatus.OUT_OF_SCOPE)],
)
def test_what_was_not_understood_has_no_readings(quake: Store, outcome: Outcome, status: AnswerStatus) -> None:
    answered = answer(Question("?", "en", outcome, refusal=Refusal.UNKNOWN), quake)
    assert answered.status is status
    assert answered.readings == ()


def test_a_database_that_cannot_be_read_is_an_error_and_no_empty_answer(tmp_path: Path) -> None:
    with Store.open(tmp_path / "claims.db") as store, pytest.raises(StoreError):
        ask(store, KILLED)


@pytest.mark.parametrize("order", list(Order))
def test_every_figure_of_the_largest_topics_is_on_some_page(real: Store, order: Order) -> None:
    largest = sorted(real.find.topics(), key=lambda count: count.total)[-6:]
    for topic, place in {(count.topic, count.place) for count in largest}:
        reading = read(str(topic), place=place)
        everything = {figure.id for figure in real.find.figures(Selection(topic, place=place))}
        first = ask(real, reading, options=Options(by=order, page_size=700)).readings[0]
        found = [
            id_
            for page in range(1, first.pages + 1)
            for id_ in ids(ask(real, reading, options=Options(by=order, page=page, page_size=700)).readings[0])
        ]
        assert len(found) == len(everything)
        assert set(found) == everything


def test_groups_of_the_real_topics_never_mix_claimants_or_topics(real: Store) -> None:
    for topic in {count.topic for count in real.find.topics() if count.place is None}:
        answered = ask(real, read(str(topic))).readings[0]
        assert answered.total == sum(group.total for group in (*answered.groups, *answered.stock))
        for group in groups(answered):
            assert {figure.claimant for figure in group.figures} == {group.claimant.id}
            assert {figure.topic for figure in group.figures} == {topic}
