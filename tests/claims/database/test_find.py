"""Finding: every query is held against a plain reading of all figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.asking import Claimbot
from bot.claims.database.connection import ClaimDatabase
from bot.claims.database.selection import Selection
from bot.claims.database.stated import stored_ids
from bot.claims.database.store import Store
from bot.claims.model import Counting, Figure, RelationKind, Status, Topic
from bot.claims.package.reader import read_package
from tests.conftest import QUAKE

KILLED = Selection(Topic("lake-people", "killed"))
INJURED = Selection(Topic("lake-people", "injured"))
EAST = Selection(Topic("east-shore-people", "killed"))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("find") / "claims.db") as opened:
        opened.load(read_package(QUAKE), by="test")
        yield opened


def all_figures(store: Store) -> list[Figure]:
    """Every figure, by as-of date."""
    figures = store.find.by_ids(stored_ids(store.database))
    return sorted(figures, key=lambda f: (f.as_of.last, f.known_on or date.min, f.interest, f.id))


def covers_from(figure: Figure) -> date | None:
    if figure.period_start is not None:
        return figure.period_start.first
    if figure.counting is Counting.CUMULATIVE:
        return date(2024, 5, 1)
    return None if figure.counting is Counting.STOCK else figure.as_of.first


def fits(store: Store, selection: Selection, figure: Figure) -> bool:
    """What a Selection means, said figure by figure."""
    below = {id_ for claimant in selection.claimants for id_ in store.catalog.below("claimants", claimant)}
    named = bool(selection.claimants or selection.spokespersons)

    def between(day: date | None, first: date | None, last: date | None) -> bool:
        if first is None and last is None:
            return True
        return day is not None and (first or date.min) <= day <= (last or date.max)

    within = selection.within
    return (
        figure.topic == selection.topic
        and figure.place == selection.place
        and (not named or figure.claimant in below or figure.spokesperson in selection.spokespersons)
        and (not selection.countings or figure.counting in selection.countings)
        and between(figure.as_of.last, selection.as_of_from, selection.as_of_to)
        and between(figure.known_on, selection.said_from, selection.said_to)
        and between(figure.known_on, None, selection.known_by)
        and (within is None or (between(covers_from(figure), within[0], None) and figure.as_of.last <= within[1]))
    )


DAYS = st.none() | st.dates(date(2024, 4, 29), date(2024, 7, 2))
SELECTIONS = st.builds(
    Selection,
    topic=st.sampled_from([KILLED.topic, INJURED.topic, EAST.topic, Topic("lake-people", "destroyed", "house")]),
    place=st.sampled_from([None, None, "millbrook"]),
    claimants=st.lists(
        st.sampled_from(["un", "media", "lake-government", "lake-health", "disaster-agency"]), max_size=2
    ).map(tuple),
    spokespersons=st.lists(st.sampled_from(["mira-halden", "tomas-reed"]), max_size=1).map(tuple),
    countings=st.lists(st.sampled_from([*Counting]), max_size=3).map(tuple),
    as_of_from=DAYS,
    as_of_to=DAYS,
    said_from=DAYS,
    said_to=DAYS,
    within=st.none()
    | st.tuples(st.dates(date(2024, 4, 29), date(2024, 5, 4)), st.dates(date(2024, 5, 1), date(2024, 7, 1))),
    known_by=DAYS,
)


@given(selection=SELECTIONS, page=st.integers(1, 4), skip=st.integers(0, 5))
@settings(max_examples=150, deadline=None)
def test_any_selection(store: Store, selection: Selection, page: int, skip: int) -> None:
    expected = [figure for figure in all_figures(store) if fits(store, selection, figure)]
    find = store.find
    assert find.figures(selection) == expected
    assert find.figures(selection, newest_first=True) == expected[::-1]
    assert find.figures(selection, limit=page, offset=skip) == expected[skip : skip + page]
    assert find.total(selection) == len(expected)
    undated = [figure for figure in all_figures(store) if fits(store, replace(selection, known_by=None), figure)]
    assert find.undated(replace(selection, known_by=date(2024, 5, 3))) == sum(f.known_on is None for f in undated)
    counts = find.claimants(selection)
    for count in counts:
        own = [figure for figure in expected if figure.claimant == count.claimant]
        assert find.figures(selection, claimant=count.claimant) == own
        assert (count.total, count.first_as_of, count.newest_as_of) == (len(own), own[0].as_of.last, own[-1].as_of.last)
    assert sum(count.total for count in counts) == len(expected)
    assert [count.first_as_of for count in counts] == sorted(count.first_as_of for count in counts)
    totals = [f for f in expected if f.counting is Counting.CUMULATIVE and f.status is Status.STANDING]
    newest = {figure.claimant: figure.id for figure in totals}
    assert {total.claimant: total.id for total in find.newest_totals(selection)} == newest
    window = (date(2024, 5, 2), date(2024, 5, 4))
    inside = [figure.id for figure in totals if window[0] <= figure.as_of.last <= window[1]]
    assert [total.id for total in find.totals_in_window(selection, *window)] == inside


@given(selection=SELECTIONS, value=st.integers(0, 2000), width=st.integers(0, 300), limit=st.integers(1, 5))
@settings(max_examples=100, deadline=None)
def test_any_value(store: Store, selection: Selection, value: int, width: int, limit: int) -> None:
    expected = [figure for figure in all_figures(store) if fits(store, selection, figure)]
    ends = [(figure, {figure.value.low, figure.value.high} - {None}) for figure in expected]
    asked = range(value, value + width + 1)
    assert store.find.with_value(selection, value, value + width) == [f for f, e in ends if any(x in asked for x in e)]
    nearest = sorted(expected, key=lambda f: (abs(f.value.point - value), f.id))[:limit]
    found = store.find.nearest_value(selection, value, limit)
    assert [abs(f.value.point - value) for f in found] == [abs(f.value.point - value) for f in nearest]


def test_known_by_leaves_out_what_cannot_be_dated(store: Store) -> None:
    known = Selection(KILLED.topic, known_by=date(2024, 5, 3))
    assert "un-humanitarian-2024-05-lake-people-killed" not in [figure.id for figure in store.find.figures(known)]
    undated = [f for f in all_figures(store) if f.topic == KILLED.topic and f.place is None and f.known_on is None]
    assert store.find.undated(known) == len(undated)
    assert store.find.undated(KILLED) == 0


def test_values_of_other_topics(store: Store) -> None:
    found = store.find.with_value_elsewhere(KILLED.topic, 160, 160, limit=5)
    assert [figure.id for figure in found] == ["disaster-agency-2024-05-03-east-shore-people-killed"]


def test_by_ids_keeps_the_order_asked_for(store: Store) -> None:
    ids = ["lake-courier-2024-05-20-lake-people-killed", "no-such-claim", "disaster-agency-2024-05-03-rescued"]
    assert [figure.id for figure in store.find.by_ids(ids)] == [ids[0], ids[2]]
    assert store.find.by_ids([]) == []
    assert store.find.figure("no-such-claim") is None


def test_a_figure_is_whole(store: Store) -> None:
    figure = store.find.figure("disaster-agency-2024-05-03-lake-people-killed")
    assert figure is not None
    assert [print_.as_printed for print_ in figure.appearances] == ["214", "more than 200"]
    assert figure.appearances[1].source.author == "Ada Lind"
    assert [(relation.kind, relation.other) for relation in figure.relations] == [
        (RelationKind.REVISES, "disaster-agency-2024-05-01-lake-people-killed")
    ]
    pointing = store.find.relations_to([figure.id])[figure.id]
    assert {(relation.claim, relation.kind) for relation in pointing} == {
        ("disaster-agency-2024-05-03-east-shore-people-killed", RelationKind.PART_OF),
        ("disaster-agency-2024-05-03-west-shore-people-killed", RelationKind.PART_OF),
        ("un-humanitarian-2024-05-lake-people-killed", RelationKind.DERIVED_FROM),
    }


def test_topics_and_subjects(store: Store) -> None:
    figures = all_figures(store)
    for count in store.find.topics():
        alike = [f for f in figures if (f.topic, f.place, f.counting) == (count.topic, count.place, count.counting)]
        assert count.total == len(alike) > 0
    assert sum(count.total for count in store.find.topics()) == sum(figure.topic is not None for figure in figures)
    assert [(count.subject, count.total) for count in store.find.subjects()] == [("rescued", 1)]
    assert [figure.value.low for figure in store.find.of_subject("rescued")] == [38]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Mira Halden", "disaster-agency-2024-05-03-lake-people-killed"),
        ("Мира Халден погибшие", "disaster-agency-2024-05-03-lake-people-killed"),
        ("4.7k", "lake-government-2024-05-03-lake-people-destroyed-house"),
        ("took back its count", "lake-health-2024-05-02-east-shore-people-killed"),
        ("будинки", "lake-government-2024-05-03-lake-people-destroyed-house"),
        ("rescue alive", "disaster-agency-2024-05-03-rescued"),
        ("governor xyzzy", "lake-government-2024-05-03-lake-people-missing"),  # no figure has both words
    ],
)
def test_search(store: Store, text: str, first: str) -> None:
    assert first in [figure.id for figure in store.search(text, 3)]


@given(text=st.text(max_size=40))
@settings(max_examples=100, deadline=None)
def test_search_takes_any_text(store: Store, text: str) -> None:
    assert len(store.search(text, 3)) <= 3


@pytest.mark.parametrize(
    "text", ["", "  ", '"', "* AND (", "names:killed OR", "-", "a\x00b", "\ud800", "killed " * 9_999]
)
def test_search_knows_no_operators(store: Store, text: str) -> None:
    store.search(text, 3)


def test_a_page_takes_three_queries_however_long(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    rows = ClaimDatabase.rows

    def counted(database: ClaimDatabase, sql: str, parameters: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
        asked.append(sql)
        return rows(database, sql, parameters)

    find = store.find
    monkeypatch.setattr(ClaimDatabase, "rows", counted)
    find.figures(KILLED)
    assert len(asked) == 3


@pytest.fixture
def shipped(real_claimbot: Claimbot) -> Store:
    return real_claimbot.store


class TestShipped:
    def test_reading_goes_by_index(self, shipped: Store) -> None:
        largest = max(shipped.find.topics(), key=lambda count: count.total)
        selection = Selection(largest.topic, largest.place)
        plans: list[str] = []
        connection = shipped.database._connection
        connection.set_trace_callback(plans.append)
        try:
            newest = shipped.find.figures(selection, newest_first=True, limit=5)
            shipped.find.claimants(selection)
            shipped.find.newest_totals(selection)
            shipped.find.nearest_value(selection, newest[0].value.point, 5)
            shipped.find.with_value(selection, newest[0].value.point, newest[0].value.point)
        finally:
            connection.set_trace_callback(None)
        for sql in plans:
            steps = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}")]
            assert not [step for step in steps if step.startswith("SCAN claims")], sql

    def test_totals_by_claimant_add_up(self, shipped: Store) -> None:
        for count in sorted(shipped.find.topics(), key=lambda count: -count.total)[:20]:
            selection = Selection(count.topic, count.place, countings=(count.counting,))
            assert sum(of_one.total for of_one in shipped.find.claimants(selection)) == count.total

    def test_dates_hold(self, shipped: Store) -> None:
        largest = max(shipped.find.topics(), key=lambda count: count.total)
        until = shipped.meta.newest - timedelta(days=100)
        for figure in shipped.find.figures(Selection(largest.topic, known_by=until), newest_first=True, limit=50):
            assert figure.known_on is not None
            assert figure.known_on <= until


def test_points_are_the_figures_of_some_claimants_in_short(store: Store) -> None:
    everything = store.find.figures(KILLED)
    chosen = {everything[0].claimant, everything[-1].claimant}
    wanted = [figure for figure in everything if figure.claimant in chosen]
    points = store.find.points(KILLED, chosen)
    assert [(point.claimant, point.value, point.as_of, point.status) for point in points] == [
        (figure.claimant, figure.value, figure.as_of, figure.status) for figure in wanted
    ]
    assert store.find.points(KILLED, ()) == []
