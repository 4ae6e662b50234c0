"""SECURITY.md names tests that there are, and the rules of security that it speaks of are on."""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.conftest import ROOT

TEXT = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
NAMED = re.findall(r"`((?:\w+/)*test_\w+\.py)(?:::(\w+))?`", TEXT)
ROWS = [line for line in TEXT.partition("## Threats")[2].splitlines() if line.startswith("| ")][2:]


@pytest.mark.parametrize(("file", "name"), NAMED)
def test_each_test_that_is_named_is_there(file: str, name: str) -> None:
    source = (ROOT / "tests" / file).read_text(encoding="utf-8")
    assert re.search(rf"^(?:async )?def {name or 'test_'}", source, re.MULTILINE)


def test_each_line_of_the_table_is_proved() -> None:
    assert len(ROWS) > 20
    assert [row for row in ROWS if "test_" not in row or row.count("|") != 6] == []


def test_each_test_of_this_folder_is_named() -> None:
    there = {f"security/{path.name}" for path in (ROOT / "tests" / "security").glob("test_*.py")}
    assert there - {file for file, _ in NAMED} == set()


def test_each_exception_from_the_rules_of_security_has_its_reason() -> None:
    rules = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["ruff"]["lint"]
    assert "S" in rules["select"]
    assert {rule for rule in rules["ignore"] if rule.startswith("S")} <= {"S101"}
    assert {where for where, ignored in rules["per-file-ignores"].items() if "S" in ignored} == {"tests/**"}
    sources = [path for folder in ("bot", "handlers") for path in (ROOT / folder).rglob("*.py")]
    found = [line for path in sources for line in path.read_text(encoding="utf-8").splitlines() if "noqa" in line]
    exceptions = [line for line in found if re.search(r"noqa:.*\bS\d{3}", line)]
    assert exceptions
    assert [line for line in exceptions if not re.search(r"noqa: S\d{3}(?:, \w+)*\s+(?:- )?\w{1,}\s\w", line)] == []
