"""A claim package, a claim in YAML and the journal of a change, made by somebody who means harm.

Faults that editors make: tests/claims/package. A package is data: what is wrong with it is told, in a line each that no
terminal takes for an order, and nothing outside its folder is read or written.
"""

from __future__ import annotations

import ast
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.asking import open_claimbot
from bot.claims.checks.check import check_path
from bot.claims.editing.filechange import settle
from bot.claims.model import LANGUAGES
from bot.claims.package import files
from bot.claims.package.datapackage import generated
from bot.claims.package.files import digest, file_names, signature
from bot.claims.package.reader import PackageError, survey
from bot.claims.problem import Problem
from bot.cli import main
from bot.cli.adding import read_yaml
from tests.claims.package_edits import change, replace
from tests.conftest import ROOT, settings_for

SECRET = "never to be seen"
DEEP = 100_000
SERIES = "open-wards"


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A file beside the package."""
    path = tmp_path / "outside.csv"
    path.write_text(f"{SECRET},date\n1,2024-05-01\n")
    return path


def told(root: Path) -> str:
    return "\n".join(map(str, check_path(root)))


NAMES = [
    "../outside.csv",
    "series/../../outside.csv",
    "{outside}",  # its whole path
    "/etc/passwd",
    "/dev/zero",
    "series",
    "series/" + "x" * 300 + ".csv",
    "nul\x00.csv",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_series_is_read_from_the_package_or_not_at_all(small_package: Path, outside: Path, name: str) -> None:
    change(small_package, "series.csv", SERIES, file=name.format(outside=outside))
    said = told(small_package)
    assert "cannot be read" in said
    assert SECRET not in said + generated(small_package)


LINKS: list[str] = ["claims.csv", "series/open-wards.csv", "words/en.toml", "texts/en.ftl", "datapackage.json"]


@pytest.mark.skipif(os.name != "posix", reason="links")
@pytest.mark.parametrize("name", LINKS)
def test_a_link_that_leads_out_of_the_package_is_not_followed(small_package: Path, outside: Path, name: str) -> None:
    (small_package / name).unlink()
    (small_package / name).symlink_to(outside)
    said = told(small_package)
    assert f"{name}: cannot be read (it lies outside the package)" in said
    assert SECRET not in said
    assert name not in file_names(small_package)


@pytest.mark.skipif(os.name != "posix", reason="links")
def test_a_folder_that_is_a_link_out_of_the_package_is_not_followed(small_package: Path, tmp_path: Path) -> None:
    (small_package / "words").rename(tmp_path / "words")
    (small_package / "words").symlink_to(tmp_path / "words")
    assert "words/en.toml: cannot be read" in told(small_package)


@pytest.mark.skipif(os.name != "posix", reason="links")
def test_links_within_the_package_are_as_good_as_files(small_package: Path) -> None:
    """A package mounted from a cluster's settings is made of them."""
    before = survey(small_package)[1]
    (small_package / "claims.csv").rename(small_package / "..claims")
    (small_package / "claims.csv").symlink_to("..claims")
    assert survey(small_package)[1] == before == []


@pytest.mark.skipif(os.name != "posix", reason="pipes and links")
@pytest.mark.parametrize("make", [os.mkfifo, lambda path: path.symlink_to("/dev/zero"), Path.mkdir, Path.symlink_to])
def test_what_only_looks_like_a_file_is_not_waited_for(small_package: Path, make: Callable[..., object]) -> None:
    for name in ("notes.csv", "extra.csv"):
        path = small_package / name
        path.unlink(missing_ok=True)
        make(path, path) if make is Path.symlink_to else make(path)  # the last one is a link to itself
    assert digest(small_package)
    assert signature(small_package)
    assert "notes.csv: cannot be read" in told(small_package)


def test_a_file_larger_than_any_should_be_is_not_read(small_package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST", 100)
    with (small_package / "notes.csv").open("ab") as file:
        file.truncate(10**12)  # a terabyte of nothing, which takes no room
    assert "notes.csv: cannot be read (it is larger" in told(small_package)


NESTED: dict[str, tuple[str, str]] = {
    "JSON, lists": ("datapackage.json", "[" * DEEP),
    "JSON, objects": ("datapackage.json", '{"a":' * DEEP),
    "JSON, a number": ("datapackage.json", '{"version": ' + "9" * 5000 + "}"),
    "TOML, lists": ("words/en.toml", "a = " + "[" * DEEP),
    "TOML, tables": ("words/en.toml", "a = " + "{a=" * 5000),
    "TOML, a number": ("words/en.toml", "a = " + "9" * 5000),
    "TOML, keys": ("words/en.toml", "[" + "a." * 5000 + "a]\nb = 1"),
    "Fluent": ("texts/en.ftl", "a = " + "{ " * DEEP),
    "Fluent, closed": ("texts/en.ftl", "subject-title = " + "{ " * 5000 + '"a"' + " }" * 5000),
    "CSV, one cell": ("notes.csv", "id,text_en,text_uk,text_ru\n" + "x" * 10**6),
    "CSV, quotation marks": ("notes.csv", '"' * 99_999),
    "CSV, columns": ("notes.csv", "a," * 100_000),
}


@pytest.mark.parametrize(("name", "content"), NESTED.values(), ids=NESTED)
def test_what_is_nested_or_long_beyond_reason_is_told_of(small_package: Path, name: str, content: str) -> None:
    (small_package / name).write_text(content)
    problems = check_path(small_package)
    assert any(problem.file == name and problem.is_error for problem in problems)
    assert all(len(str(problem)) <= 2000 for problem in problems)
    with pytest.raises(PackageError):
        open_claimbot(settings_for(small_package.parent / "storage", small_package))


@pytest.mark.parametrize("number", ["9" * 30, "9" * 5000, str(2**63), "-1", "1e9", "٣"])
def test_a_number_that_no_database_keeps_is_told_of(small_package: Path, number: str) -> None:
    first = (small_package / "claims.csv").read_text().splitlines()[1].partition(",")[0]
    change(small_package, "claims.csv", first, low=number)
    assert any((problem.file, problem.column) == ("claims.csv", "low") for problem in check_path(small_package))
    wide = small_package / "series/open-wards.csv"
    lines = wide.read_text().splitlines()
    lines[1] = ",".join([lines[1].split(",")[0], *[number] * (lines[1].count(","))])
    wide.write_text("\n".join(lines))
    assert any(problem.file == "series/open-wards.csv" for problem in check_path(small_package))
    with pytest.raises(PackageError):
        open_claimbot(settings_for(small_package.parent / "storage", small_package))


def test_messages_that_multiply_are_not_followed(small_package: Path) -> None:
    """Ten messages, each ten times the one before: ten thousand million letters."""
    made = ["laugh-0 = ha ha ha ha ha ha ha ha ha ha"]
    made += [f"laugh-{n} = " + f"{{ laugh-{n - 1} }}" * 10 for n in range(1, 10)]
    for language in LANGUAGES:
        bomb = "\n".join([*made, "subject-title = { laugh-9 } "])
        replace(small_package, f"texts/{language}.ftl", "subject-title = ", bomb)
    claimbot = open_claimbot(settings_for(small_package.parent / "storage", small_package))
    with pytest.raises(Exception) as refused:  # that it ends is what counts
        claimbot.texts("en").say("subject-title")
    assert len(str(refused.value)) < 10_000
    claimbot.store.close()


def test_what_is_wrong_is_told_without_steering_the_terminal(small_package: Path) -> None:
    steering = "\x1b]0;mine\x07\x1b[2J\x9b31m\u202ehidden\u2066"
    first = (small_package / "claims.csv").read_text().splitlines()[1].partition(",")[0]
    change(small_package, "claims.csv", first, measure=steering)
    printed = CliRunner().invoke(main, ["check", str(small_package)]).output
    assert "\\x1b]0;mine" in printed
    assert all(line.isprintable() for line in printed.splitlines())


def test_a_problem_is_a_line_however_long_the_cell() -> None:
    assert len(str(Problem("a.csv", 1, "b", "x" * 10**6, "correct it"))) == 2000


def journal(folder: Path, content: object) -> None:
    (folder / ".unfinished-change.json").write_text(json.dumps(content))


@pytest.mark.parametrize("name", ["../outside.csv", "/tmp/x.csv", "series/../../outside.csv", "..", ""])
def test_the_journal_of_a_change_writes_nothing_elsewhere(small_package: Path, outside: Path, name: str) -> None:
    """A package that comes with a journal would have its "unfinished change" taken back."""
    before = outside.read_text()
    journal(small_package, {name: ["mine now", before]})
    with pytest.raises(PackageError, match="no record of a change"):
        settle(small_package)
    assert outside.read_text() == before


@pytest.mark.skipif(os.name != "posix", reason="links")
def test_nor_through_a_link(small_package: Path, outside: Path) -> None:
    before = outside.read_text()
    (small_package / "notes.csv").unlink()
    (small_package / "notes.csv").symlink_to(outside)
    journal(small_package, {"notes.csv": ["mine now", before]})
    with pytest.raises(PackageError, match="no record of a change"):
        settle(small_package)
    assert outside.read_text() == before


@pytest.mark.parametrize("content", [[], {"a.csv": "b"}, {"a.csv": ["b"]}, "a", None])
def test_a_journal_that_is_none_is_told_of(small_package: Path, content: object) -> None:
    journal(small_package, content)
    with pytest.raises(PackageError, match="no record of a change"):
        settle(small_package)


ALIASES = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "\n".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]" for before, name in zip("abcdefghi", "bcdefghij", strict=True)
)


@pytest.mark.parametrize(
    "text",
    [
        ALIASES,
        "a: &a\n  b: *a",
        "[" * 20_000,
        "{a: " * 20_000,
        "a: !!python/object/apply:os.system ['echo harm']",
        "a: !!python/name:os.system",
        "a: " + "9" * 5000,
        "a: \x00",
    ],
)
def test_a_claim_in_yaml_is_data(tmp_path: Path, text: str) -> None:
    file = tmp_path / "claim.yaml"
    file.write_text(text)
    with pytest.raises(PackageError) as refused:
        read_yaml(file)
    assert len(str(refused.value)) < 10_000


UNPACKING = {
    *("zipfile", "tarfile", "gzip", "bz2", "lzma", "zlib"),
    *("pickle", "marshal", "shelve", "dill", "xml", "subprocess"),
}
OF_OUR_OWN = {"zones.py": {"gzip"}}  # the list of towns that ships with the program


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.partition(".")[0])
    return names


def test_nothing_is_unpacked_and_nothing_in_a_file_is_run() -> None:
    """No archive is ever opened, so there is no bomb in one, and no path in it that leads elsewhere."""
    sources = [*(ROOT / "bot").rglob("*.py"), *(ROOT / "handlers").rglob("*.py")]
    assert len(sources) > 100
    unpacking = {path.name: imported(path) & UNPACKING - OF_OUR_OWN.get(path.name, set()) for path in sources}
    assert {name: found for name, found in unpacking.items() if found} == {}
    assert not [path.name for path in sources if "unpack_archive" in path.read_text(encoding="utf-8")]
