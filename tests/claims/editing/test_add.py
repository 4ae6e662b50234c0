"""How a new figure enters: as typed, proposed, checked, and written to package and database together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.claims.checks.check import check
from bot.claims.database.store import Store, StoreError
from bot.claims.editing.add import Proposal, apply, preview, propose
from bot.claims.editing.csvedit import CsvText, cells_of
from bot.claims.editing.filechange import FileChange, settle
from bot.claims.editing.newclaim import AskedField, asked_fields, read_new_claim
from bot.claims.model import Qualifier, RelationKind, Status
from bot.claims.package.reader import PackageError, read_package
from bot.claims.tables import Publisher, rows_by_table
from tests.conftest import QUAKE

TOLL = "disaster-agency-2024-05-03-lake-people-killed"
GIVEN: dict[str, Any] = {
    "claimant": "disaster-agency",
    "spokesperson": "mira-halden",
    "population": "lake-people",
    "measure": "killed",
    "value": "about 250",
    "period_start": "2024-05-01",
    "as_of": "2024-05-08",
    "said_on": "2024-05-08",
    "method": "official-statement",
    "source": {
        "publisher": "Northern Wire",
        "title": "Toll rises",
        "url": "https://example.org/toll-rises",
        "published": "2024-05-09",
        "language": "en",
    },
    "quote": "about 250 people have died, Mira Halden said",
    "quote_language": "en",
}
NEW_ID = "disaster-agency-2024-05-08-lake-people-killed"


@pytest.fixture
def store(tmp_path: Path, small_package: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "claims.db") as opened:
        opened.load(read_package(small_package), by="test")
        yield opened


def proposed(folder: Path, **cells: Any) -> Proposal:
    given = {name: value for name, value in (GIVEN | cells).items() if value is not None}
    return propose(read_package(folder), read_new_claim(given, "new.yaml"))


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def state(store: Store) -> list[str]:
    return list(store.database._connection.iterdump())


class TestFields:
    @pytest.mark.parametrize(
        ("typed", "low", "high", "qualifier"),
        [
            ("498", 498, 498, Qualifier.EXACT),
            (498, 498, 498, Qualifier.EXACT),
            ("about 9,000", 9000, 9000, Qualifier.ABOUT),
            ("nearly 5.3k", 5300, 5300, Qualifier.NEARLY),
            ("at least 136", 136, None, Qualifier.AT_LEAST),
            ("more than two thousand", 2000, None, Qualifier.MORE_THAN),
            ("up to 10,000", None, 10000, Qualifier.AT_MOST),
            ("70 to 90", 70, 90, Qualifier.RANGE),
            ({"low": 5, "high": None, "qualifier": "at-least"}, 5, None, Qualifier.AT_LEAST),
        ],
    )
    def test_a_value_as_typed(self, typed: object, low: int | None, high: int | None, qualifier: Qualifier) -> None:
        value = read_new_claim(GIVEN | {"value": typed}, "new.yaml").value
        assert (value.low, value.high, value.qualifier) == (low, high, qualifier)

    @pytest.mark.parametrize(
        ("cells", "column"),
        [
            ({"value": "many"}, "value"),
            ({"value": "3 or 4 of 900"}, "value"),
            ({"value": {"qualifier": "exact"}}, "value"),
            ({"claimant": "No Such Office"}, "claimant"),
            ({"as_of": "3 May"}, "as_of"),
            ({"method": "hearsay"}, "method"),
            ({"colour": "red"}, "colour"),
        ],
    )
    def test_a_fault_is_told_with_its_field(self, cells: dict[str, Any], column: str) -> None:
        with pytest.raises(PackageError) as caught:
            read_new_claim(GIVEN | cells, "new.yaml")
        assert {(problem.file, problem.column) for problem in caught.value.problems} == {("new.yaml", column)}

    @pytest.mark.parametrize("cells", [{"population": ""}, {"subject": "rescued"}])
    def test_a_topic_or_a_subject(self, cells: dict[str, Any]) -> None:
        with pytest.raises(PackageError, match="a population and a measure or"):
            read_new_claim(GIVEN | cells, "new.yaml")

    def test_yaml_and_answers_to_prompts_are_read_alike(self) -> None:
        answers = {name: str(value) for name, value in GIVEN.items() if name != "source"}
        answers |= {f"source.{name}": value for name, value in GIVEN["source"].items()}
        answers |= {"source": "", "place": "", "caveats": "second-hand estimate"}
        text = yaml.safe_dump(GIVEN | {"caveats": ["second-hand", "estimate"], "as_of": date(2024, 5, 8)})
        assert read_new_claim(answers, "-") == read_new_claim(yaml.safe_load(text), "new.yaml")

    def test_every_field_is_asked_with_what_it_allows(self) -> None:
        asked = {field.name: field for field in asked_fields(read_package(QUAKE))}
        assert asked["claimant"].required
        assert "lake-courier" in asked["claimant"].choices
        assert asked["counting"] == AskedField(
            "counting", False, False, ("cumulative", "period", "event", "rate", "stock"), None
        )
        assert asked["caveats"].many
        assert asked["disputes"].table == "claims"
        assert asked["value"].choices == ()
        names = list(asked)
        assert names.index("source") + 1 == names.index("source.publisher") < names.index("quote")
        assert asked["source.publisher"].required
        assert "distortion" in names
        assert "rounded" in asked["distortion"].choices


class TestProposal:
    def test_a_new_total(self, small_package: Path) -> None:
        before = contents(small_package)
        proposal = proposed(small_package)
        assert proposal.problems == ()
        assert (proposal.claim.id, proposal.is_known) == (NEW_ID, False)
        assert (proposal.source.id, proposal.new_source, proposal.new_publisher) == (
            "northern-wire-2024-05-09",
            True,
            None,
        )
        assert proposal.appearance.as_printed == "about 250"
        assert proposal.supersedes == (TOLL,)
        assert (proposal.repeats, proposal.disputes) == ((), ())
        assert contents(small_package) == before

    def test_a_further_appearance(self, small_package: Path) -> None:
        cells = {"value": 214, "as_of": "2024-05-03", "said_on": "2024-05-03", "quote": "214 people died"}
        proposal = proposed(small_package, **cells)
        assert (proposal.claim.id, proposal.is_known, proposal.supersedes) == (TOLL, True, ())
        assert proposal.problems == ()
        assert set(proposal.files) == {"sources.csv", "appearances.csv"}

    def test_a_report_that_is_known(self, small_package: Path) -> None:
        source = {"publisher": "northern-wire", "url": "https://example.org/northern-wire-2024-05-03"}
        proposal = proposed(small_package, source=source, value=38, measure=None, population=None, subject="rescued",
                            as_of="2024-05-03", said_on="2024-05-03", quote=None)  # fmt: skip
        assert (proposal.source.id, proposal.new_source) == ("northern-wire-2024-05-03", False)
        assert [problem.what for problem in proposal.problems] == [
            "this report of the figure is in the package already"
        ]

    def test_the_same_number_by_another(self, small_package: Path) -> None:
        cells = {"value": 214, "as_of": "2024-05-03", "said_on": "2024-05-03", "quote": None}
        proposal = proposed(small_package, claimant="lake-government", spokesperson=None, **cells)
        assert (proposal.is_known, proposal.repeats) == (False, (TOLL,))

    def test_what_the_editor_says_of_others(self, small_package: Path) -> None:
        other = "lake-courier-2024-05-20-lake-people-killed"
        proposal = proposed(small_package, disputes=[other], revises=[TOLL])
        assert [(row.kind, row.other) for row in proposal.relations] == [
            (RelationKind.DISPUTES, other),
            (RelationKind.REVISES, TOLL),
        ]
        assert (proposal.disputes, proposal.supersedes, proposal.problems) == ((other,), (TOLL,), ())

    def test_a_publisher_nobody_knew(self, small_package: Path) -> None:
        source = GIVEN["source"] | {"publisher": "Озёрная газета / Lake Gazette"}
        proposal = proposed(small_package, source=source)
        assert proposal.new_publisher == Publisher(id="lake-gazette", name="Озёрная газета / Lake Gazette")
        assert proposal.problems == ()

    def test_ids_are_not_given_twice(self, small_package: Path, store: Store) -> None:
        apply(proposed(small_package), store, by="test")
        again = proposed(small_package, value="300", quote="300 people have died",
                         source=GIVEN["source"] | {"url": "https://example.org/other"})  # fmt: skip
        assert (again.claim.id, again.source.id) == (f"{NEW_ID}-2", "northern-wire-2024-05-09-2")

    @pytest.mark.parametrize(
        ("cells", "column"),
        [
            ({"claimant": "nobody"}, "claimant"),
            ({"quote": "hundreds have died"}, "quote"),  # the verbatim gate
            ({"as_of": "2024-05-20", "said_on": "2024-05-20"}, "as_of"),  # after its publication
        ],
    )
    def test_the_checker_has_its_say(
        self, small_package: Path, store: Store, cells: dict[str, Any], column: str
    ) -> None:
        before = contents(small_package), state(store)
        proposal = proposed(small_package, **cells)
        assert column in [problem.column for problem in proposal.problems if problem.is_error]
        with pytest.raises(PackageError):
            apply(proposal, store, by="test")
        assert (contents(small_package), state(store)) == before

    def test_a_source_that_is_not_there(self, small_package: Path) -> None:
        with pytest.raises(PackageError, match="no source"):
            proposed(small_package, source="northern-wire-1999-01-01")


class TestApply:
    def test_package_and_database_have_it(self, small_package: Path, store: Store) -> None:
        before = contents(small_package)
        proposal = proposed(small_package, disputes=[TOLL])
        seen = preview(read_package(small_package), proposal)
        report = apply(proposal, store, by="test")
        assert (report.revision, report.added, report.changed) == (2, 1, 0)
        assert store.find.figure(NEW_ID) == seen
        assert store.is_current(small_package)
        assert [problem for problem in check(read_package(small_package)) if problem.is_error] == []
        after = contents(small_package)
        assert set(after) == set(before)
        for name, content in before.items():  # every line there was is there still, in the same order
            lines = iter(after[name].splitlines())
            assert all(line in lines for line in content.splitlines()), name

    def test_it_stands_where_it_belongs(self, small_package: Path, store: Store) -> None:
        apply(proposed(small_package), store, by="test")
        apply(
            proposed(small_package, as_of="2024-05-02", said_on="2024-05-02", value="100", quote=None), store, by="test"
        )
        sources = [line.split(",")[0] for line in (small_package / "sources.csv").read_text().splitlines()]
        assert sources.index("northern-wire-2024-05-09") < sources.index("relief-digest-2024-06")

    def test_what_is_revised_is_superseded(self, small_package: Path, store: Store) -> None:
        report = apply(proposed(small_package, revises=[TOLL]), store, by="test")
        revised = store.find.figure(TOLL)
        assert revised is not None
        assert (report.added, report.changed) == (1, 1)
        assert (revised.status, revised.status_date) == (Status.SUPERSEDED, date(2024, 5, 8))

    def test_the_preview_of_a_further_appearance(self, small_package: Path, store: Store) -> None:
        cells = {"value": 214, "as_of": "2024-05-03", "said_on": "2024-05-03", "quote": "214 people died"}
        proposal = proposed(small_package, **cells)
        seen = preview(read_package(small_package), proposal)
        assert len(seen.appearances) == 3
        assert apply(proposal, store, by="test").changed == 1
        assert store.find.figure(TOLL) == seen

    def test_a_package_edited_meanwhile(self, small_package: Path, store: Store) -> None:
        proposal = proposed(small_package)
        with (small_package / "notes.csv").open("a", encoding="utf-8") as file:
            file.write("another,the editors,x,x,x\n")
        with pytest.raises(PackageError, match="propose the figure again"):
            apply(proposal, store, by="test")

    def test_a_failing_load_leaves_both(self, small_package: Path, store: Store) -> None:
        before = contents(small_package), state(store)

        def die(done: int, total: int) -> None:
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            apply(proposed(small_package), store, by="test", progress=die)
        assert (contents(small_package), state(store)) == before

    def test_a_locked_database_leaves_both(
        self, small_package: Path, store: Store, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before = contents(small_package)
        proposal = proposed(small_package)
        monkeypatch.setattr("bot.claims.database.connection.LOCK_TIMEOUT_SECONDS", 0.05)
        with Store.open(store.database.path) as impatient, store.database.writing(), pytest.raises(StoreError):
            apply(proposal, impatient, by="test")
        assert contents(small_package) == before


FILES = {"a.csv": "id\nnew\n", "b.csv": "id\nnewer\n"}


class TestFileChange:
    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        (tmp_path / "a.csv").write_bytes(b"id\r\nold\r\n")
        (tmp_path / "b.csv").write_bytes(b"id\nolder\n")
        return tmp_path

    def test_done(self, folder: Path) -> None:
        with FileChange(folder, FILES):
            pass
        assert contents(folder) == {name: text.encode() for name, text in FILES.items()}

    def test_killed_half_way(self, folder: Path) -> None:
        before = contents(folder)
        FileChange(folder, FILES).__enter__()  # and never out again
        (folder / "a.csv").write_bytes(before["a.csv"])  # as if only one had been written
        assert settle(folder)
        assert contents(folder) == before
        assert not settle(folder)

    def test_an_edit_since_then_is_kept(self, folder: Path) -> None:
        FileChange(folder, FILES).__enter__()
        (folder / "b.csv").write_bytes(b"id\nby hand\n")
        settle(folder)
        assert contents(folder) == {"a.csv": b"id\r\nold\r\n", "b.csv": b"id\nby hand\n"}

    def test_a_file_that_cannot_be_written(self, folder: Path) -> None:
        before = contents(folder)
        (folder / ".b.csv.new").mkdir()
        with pytest.raises(OSError), FileChange(folder, FILES):
            pass
        assert contents(folder) == before


CELLS = st.text(st.characters(blacklist_categories=("Cs",), blacklist_characters="\x00"), max_size=12)


@given(names=st.lists(CELLS.filter(str.strip), min_size=1, max_size=5), line_end=st.sampled_from(["\n", "\r\n"]))
@settings(max_examples=80, deadline=None)
def test_editing_a_table_keeps_every_other_byte(names: list[str], line_end: str) -> None:
    def quoted(text: str) -> str:
        return '"' + text.replace('"', '""') + '"'

    lines = [f"p{i},{quoted(name)},{line_end}" for i, name in enumerate(names)]
    table = CsvText(f"id,name,note{line_end}" + "".join(lines))
    assert str(table) == f"id,name,note{line_end}" + "".join(lines)
    table.insert(Publisher(id="p0-a", name="a, b"), before=lambda cells: cells["id"] > "p0-a")
    assert str(table) == f"id,name,note{line_end}" + "".join([lines[0], f'p0-a,"a, b",{line_end}', *lines[1:]])


def test_a_row_becomes_the_cells_it_was_read_from() -> None:
    package = read_package(QUAKE)
    for table in ("claims", "claimants", "glossary", "sources"):
        text = (QUAKE / f"{table}.csv").read_text(encoding="utf-8")
        rows = package.rows(rows_by_table()[table])
        fresh = CsvText(text.splitlines(keepends=True)[0])
        for row in rows:
            if package.is_typed(row):
                fresh.insert(row, before=lambda _: False)
        assert str(fresh) == text
        assert all(cells_of(row) for row in filter(package.is_typed, rows))
