"""Every kind of slip, made in one copy of the shipped package: all are found in one run, each at its place."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.claims.checks.check import check_path
from bot.claims.problem import Problem
from tests.conftest import DATA

Cells = dict[str, str]
Place = tuple[str, int | None, str | None]


class Copy:
    """A copy of the package that is spoilt in many places, each row at most once."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.tables: dict[str, list[Cells]] = {}
        self.headers: dict[str, list[str]] = {}
        self._spoilt: set[int] = set()
        for path in [*root.glob("*.csv"), *root.glob("series/*.csv")]:
            with path.open(encoding="utf-8", newline="") as file:
                reader = csv.DictReader(file)
                self.headers[path.relative_to(root).as_posix()] = list(reader.fieldnames or [])
                self.tables[path.relative_to(root).as_posix()] = list(reader)
        dated = {source["id"] for source in self.tables["sources.csv"] if source["published"]}
        prints = [row for row in self.tables["appearances.csv"] if row["source"] in dated]
        self.printed = {row["claim"] for row in prints if not row["distortion"] and not row["note"]}
        relations = self.tables["relations.csv"]
        self.related = {row["claim"] for row in relations} | {row["other"] for row in relations}

    def take(self, file: str, wanted: Callable[[Cells], bool]) -> tuple[int, Cells]:
        """The number of a row that is wanted and still as it was, and the row."""
        for number, row in enumerate(self.tables[file], start=2):
            if id(row) not in self._spoilt and wanted(row):
                self._spoilt.add(id(row))
                return number, row
        raise LookupError(f"{file} has no such row left")

    def plain(self, row: Cells) -> bool:
        """A claim that no caveat, note or relation explains, printed by a dated report, its two ends the same."""
        unexplained = not (row["caveats"] or row["notes"]) and row["status"] in ("", "standing")
        alone = row["id"] in self.printed and row["id"] not in self.related
        return unexplained and alone and row["qualifier"] == "exact" and int(row["low"]) > 100

    def spoil(self, file: str, wanted: Callable[[Cells], bool], column: str, **cells: str) -> Place:
        number, row = self.take(file, wanted)
        row.update(cells)
        return file, number, column

    def claim(self, column: str, **cells: str) -> Place:
        """Spoil a plain claim with a topic of people."""
        return self.spoil("claims.csv", lambda row: self.plain(row) and _of_people(row), column, **cells)

    def text(self, file: str, old: str, new: str) -> int:
        """Replace the first line that holds `old`; its number."""
        path = self.root / file
        lines = path.read_text(encoding="utf-8").splitlines()
        number = next(number for number, line in enumerate(lines) if old in line)
        lines[number] = lines[number].replace(old, new, 1)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return number + 1

    def save(self) -> None:
        for name, rows in self.tables.items():
            with (self.root / name).open("w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, self.headers[name], lineterminator="\n")
                writer.writeheader()
                writer.writerows(rows)


def _any(row: Cells) -> bool:
    return bool(row)


def _of_people(row: Cells) -> bool:
    return bool(row["population"]) and not row["object"] and row["counting"] == "cumulative"


def _of_things(row: Cells) -> bool:
    return row["measure"] == "destroyed"


def _quoted(row: Cells) -> bool:
    return bool(row["quote"]) and bool(row["as_printed"])


def _a_column_too_many(copy: Copy) -> Place:
    copy.headers["parties.csv"].append("colour")
    return "parties.csv", 1, "colour"


def _a_column_too_few(copy: Copy) -> Place:
    copy.headers["subjects.csv"].remove("name_uk")
    for row in copy.tables["subjects.csv"]:
        del row["name_uk"]
    return "subjects.csv", 1, "name_uk"


def _an_id_twice(copy: Copy) -> Place:
    copy.tables["publishers.csv"].append(dict(copy.tables["publishers.csv"][-1]))
    return "publishers.csv", len(copy.tables["publishers.csv"]) + 1, "id"


def _a_relation_to_itself(copy: Copy) -> Place:
    claim = copy.tables["relations.csv"][0]["claim"]
    return copy.spoil("relations.csv", lambda row: row["claim"] == claim, "other", other=claim)


def _a_total_below_its_part(copy: Copy) -> Place:
    number, whole = copy.take("claims.csv", lambda row: copy.plain(row) and _of_people(row))
    _, part = copy.take("claims.csv", lambda row: copy.plain(row) and int(row["low"]) > int(whole["high"]))
    copy.tables["relations.csv"].append({"claim": part["id"], "kind": "part_of", "other": whole["id"], "note": ""})
    return "claims.csv", number, "low"


def _a_tenfold_total(copy: Copy) -> Place:
    _, claim = copy.take("claims.csv", lambda row: copy.plain(row) and _of_people(row))
    tenfold = {**claim, "id": "a-tenfold-total", "low": claim["low"] + "0", "high": claim["high"] + "0"}
    copy.tables["claims.csv"].append(tenfold)
    return "claims.csv", len(copy.tables["claims.csv"]) + 1, "low"


def _a_tenfold_cell(copy: Copy) -> Place:
    series = next(row for row in copy.tables["series.csv"] if row["counting"] == "cumulative")
    column = next(row["column"] for row in copy.tables["series_columns.csv"] if row["series"] == series["id"])
    rows = copy.tables[series["file"]]
    number = len(rows) // 2
    rows[number][column] += "0"
    return series["file"], number + 2, "low"


def _a_cell_with_a_letter(copy: Copy) -> Place:
    series = next(row for row in copy.tables["series.csv"] if row["counting"] == "cumulative")
    column = next(row["column"] for row in copy.tables["series_columns.csv"] if row["series"] == series["id"])
    rows = copy.tables[series["file"]]
    rows[5][column] += "o"
    return series["file"], 7, column


def _a_circle(copy: Copy) -> Place:
    return copy.spoil("objects.csv", lambda row: row["id"] == "armour", "parent", parent="tank")


def _a_name_to_avoid(copy: Copy) -> Place:
    entry = next(row for row in copy.tables["glossary.csv"] if row["avoid"])
    avoided = entry["avoid"].split("|")[0].strip()
    return copy.spoil("notes.csv", _any, "text_en", text_en=f"A text that uses {avoided} twice.")


def _a_word_for_nothing(copy: Copy) -> Place:
    return "words/en.toml", copy.text("words/en.toml", "tank =", "tnak ="), "tnak"


def _a_message_missing(copy: Copy) -> Place:
    path = copy.root / "texts" / "en.ftl"
    path.write_text(path.read_text(encoding="utf-8") + "\nonly-here = In English only.\n", encoding="utf-8")
    return "texts/uk.ftl", None, "only-here"


def _a_file_missing(copy: Copy) -> Place:
    (copy.root / "texts" / "ru.ftl").unlink()
    return "texts/ru.ftl", None, None


SLIPS: dict[str, Callable[[Copy], Place]] = {
    "file missing": _a_file_missing,
    "column unknown": _a_column_too_many,
    "column missing": _a_column_too_few,
    "id twice": _an_id_twice,
    "id misspelt": lambda c: c.spoil("publishers.csv", _any, "id", id="Not an id"),
    "value not allowed": lambda c: c.claim("qualifier", qualifier="at-lest"),
    "not a number": lambda c: c.claim("low", low="1,597"),
    "no such day": lambda c: c.claim("as_of", as_of="2023-02-29"),
    "not a date": lambda c: c.claim("said_on", said_on="March"),
    "claimant unknown": lambda c: c.claim("claimant", claimant="ministry-of-magic"),
    "spokesperson unknown": lambda c: c.claim("spokesperson", spokesperson="nobody"),
    "place unknown": lambda c: c.claim("place", place="atlantis"),
    "caveat unknown": lambda c: c.claim("caveats", caveats="hearsay"),
    "no number": lambda c: c.claim("low", low="", high=""),
    "bounds the wrong way round": lambda c: c.claim("low", low="900", high="700", qualifier="range"),
    "at least, open below": lambda c: c.claim("low", low="", qualifier="at-least"),
    "at most, open above": lambda c: c.claim("high", high="", qualifier="at-most"),
    "exact with one end": lambda c: c.claim("qualifier", high=""),
    "range of one number": lambda c: c.claim("qualifier", qualifier="range"),
    "rate without per": lambda c: c.claim("per", counting="rate"),
    "period without start": lambda c: c.claim("period_start", counting="period", period_start=""),
    "start after the end": lambda c: c.claim("period_start", period_start="2031-01-01"),
    "as of a day after the print": lambda c: c.claim("as_of", as_of="2031-01-01"),
    "said after the print": lambda c: c.claim("said_on", said_on="2031-01-01"),
    "said before it happened": lambda c: c.claim("said_on", said_on="2014-01-01"),
    "topic without measure": lambda c: c.claim("measure", measure=""),
    "topic without population": lambda c: c.claim("population", population=""),
    "neither topic nor subject": lambda c: c.claim("subject", population="", measure=""),
    "people with an object": lambda c: c.claim("object", measure="wounded", object="tank"),
    "things without an object": lambda c: c.spoil("claims.csv", _of_things, "object", object=""),
    "withdrawn without reason": lambda c: c.claim("status_reason", status="withdrawn"),
    "withdrawn on no day": lambda c: c.claim("status_date", status="withdrawn"),
    "printed nowhere": lambda c: c.claim("id", id="printed-nowhere"),
    "another number in the quote": lambda c: c.spoil("appearances.csv", _quoted, "quote", quote="some 31,337 of them"),
    "a quote in no language": lambda c: c.spoil("appearances.csv", _quoted, "quote_language", quote_language=""),
    "another number printed": lambda c: c.spoil("appearances.csv", _quoted, "as_printed", as_printed="31,337", note=""),
    "misprinted how": lambda c: c.spoil(
        "appearances.csv", _quoted, "as_printed", as_printed="", quote="", distortion="misprinted"
    ),
    "source unknown": lambda c: c.spoil("appearances.csv", _quoted, "source", source="the-daily-nothing"),
    "claim unknown": lambda c: c.spoil("appearances.csv", _quoted, "claim", claim="nobody-said-so"),
    "relation to itself": _a_relation_to_itself,
    "a total below its part": _a_total_below_its_part,
    "a tenfold total": _a_tenfold_total,
    "a tenfold cell of a series": _a_tenfold_cell,
    "a cell with a letter": _a_cell_with_a_letter,
    "a circle of parents": _a_circle,
    "a rule that nobody computes": lambda c: c.spoil("caveats.csv", _any, "rule", rule="guess"),
    "an alias that is another's name": lambda c: c.spoil(
        "places.csv", _any, "aliases", aliases=c.tables["places.csv"][1]["name_en"]
    ),
    "a name to avoid": _a_name_to_avoid,
    "a word for what is not there": _a_word_for_nothing,
    "a text in one language": _a_message_missing,
}  # fmt: skip


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Place], list[Problem]]:
    """Where each slip was made, and all that the checker found."""
    copy = Copy(Path(shutil.copytree(DATA, tmp_path_factory.mktemp("spoilt") / "data")))
    made = {name: slip(copy) for name, slip in SLIPS.items()}
    copy.save()
    return made, check_path(copy.root)


@pytest.mark.parametrize("slip", SLIPS)
def test_each_slip_is_found_at_its_place(spoilt: tuple[dict[str, Place], list[Problem]], slip: str) -> None:
    made, problems = spoilt
    found = [problem for problem in problems if (problem.file, problem.row, problem.column) == made[slip]]
    assert found, made[slip]
    assert all(problem.what and problem.fix for problem in found)


def test_bytes_that_are_no_text_are_found(tmp_path: Path) -> None:
    root = Path(shutil.copytree(DATA, tmp_path / "data"))
    notes = root / "notes.csv"
    lines = notes.read_bytes().split(b"\n")
    lines[3] += b"\xff"
    notes.write_bytes(b"\n".join(lines))
    assert ("notes.csv", 4) in {(problem.file, problem.row) for problem in check_path(root)}
