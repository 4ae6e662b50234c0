"""The command line, as a user or another program meets it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from bot.cli import main

from .conftest import QUAKE

FIELDS = ["id", "question", "language", "status", "readings", "checked", "suggestions", "data_version", "data_newest"]


@pytest.fixture
def run(real_storage: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("CLAIMBOT_STORAGE__DIRECTORY", str(real_storage))
    return lambda *arguments, **options: CliRunner().invoke(main, [str(a) for a in arguments], **options)


def batch(run: Any, lines: list[str | bytes], *options: str) -> list[dict[str, Any]]:
    raw = b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines)
    result: Result = run("ask", "--json", *options, "--batch", "-", input=raw)
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.mark.parametrize(
    ("question", "status", "exit_code"),
    [
        ("how many Russian soldiers killed", "answered", 0),
        ("how many soldiers were killed?", "clarify", 1),
        ("gaza death toll today", "out-of-scope", 1),
        ("Russian soldiers killed in Irpin", "no-figures", 1),
    ],
)
def test_exit_status_tells_whether_it_was_answered(run: Any, question: str, status: str, exit_code: int) -> None:
    result = run("ask", "--json", question)
    assert (json.loads(result.stdout)["status"], result.exit_code) == (status, exit_code)


@pytest.mark.parametrize("arguments", [[], ["--batch", "-", "question"], ["--batch", "-"]])
def test_wrong_usage_ends_with_two(run: Any, arguments: list[str]) -> None:
    assert run("ask", *arguments, input=b"").exit_code == 2


def test_json_has_every_field_of_the_contract(run: Any) -> None:
    answer = json.loads(run("ask", "--json", "how many Russian soldiers killed by 3 March 2022").stdout)
    assert [field for field in FIELDS if field in answer] == FIELDS
    (reading,) = answer["readings"]
    assert reading["topic"] == "russian-forces/killed"
    assert reading["as_of_to"] == "2022-03-03"
    assert reading["figures_total"] == len(reading["figures"])
    assert reading["figures"] == sorted(reading["figures"], key=lambda figure: figure["as_of"])


def test_batch_keeps_order_and_survives_bad_lines(run: Any) -> None:
    answers = batch(
        run,
        [
            '{"id": "a", "text": "russian tanks destroyed"}',
            "not json",
            b'{"id": "c", "text": "\xff"}',
            '{"id": "d"}',
            '"just a string"',
            '{"id": "f", "text": "and ukrainian?", "previous": "russian tanks destroyed"}',
        ],
        "--figures",
        "0",
    )
    assert [a["id"] for a in answers] == ["a", None, None, "d", None, "f"]
    assert [a["status"] for a in answers] == ["answered", *["error"] * 4, "answered"]
    assert answers[-1]["readings"][0]["topic"] == "ukrainian-forces/destroyed/tank"
    assert all(reading["figures"] == [] for a in answers for reading in a["readings"])


def test_figures_are_the_newest_of_each_claimant_first(run: Any) -> None:
    (everything,) = json.loads(run("ask", "--json", "Russian soldiers killed").stdout)["readings"]
    (some,) = json.loads(run("ask", "--json", "--figures", "5", "Russian soldiers killed").stdout)["readings"]
    assert some["figures_total"] == everything["figures_total"] > 5
    assert len(some["figures"]) == len({figure["claimant"] for figure in some["figures"]}) == 5


def test_known_by_leaves_out_what_was_said_later(run: Any) -> None:
    """ "how many Russian soldiers killed", with what had been said by 4 March 2022."""
    (reading,) = json.loads(
        run("ask", "--json", "--known-by", "2022-03-04", "how many Russian soldiers killed").stdout
    )["readings"]
    said = {(figure["claimant"], figure["value"]["low"]) for figure in reading["figures"]}
    assert {("russia-mod", 498), ("ukraine-president", 9000), ("ukraine-mod", 5300)} <= said
    for figure in reading["figures"]:
        known = figure["said_on"] or min(a["published"] for a in figure["appearances"] if a["published"])
        assert known <= "2022-03-04"


def test_language_of_the_answer_follows_the_question_or_the_option(run: Any) -> None:
    assert "наростаючим" not in run("ask", "Russian soldiers killed").stdout
    ukrainian = run("ask", "скільки загинуло російських солдатів").stdout
    assert ukrainian != run("ask", "--lang", "en", "скільки загинуло російських солдатів").stdout
    assert any(letter in ukrainian for letter in "їєі")


def test_another_package_is_another_subject(run: Any) -> None:
    result = run("ask", "--json", "--data", QUAKE, "how many people were killed")
    assert json.loads(result.stdout)["status"] == "answered", result.stdout


def test_a_broken_database_never_looks_like_no_figures(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "claims.db").write_bytes(b"this is no database" * 100)
    monkeypatch.setenv("CLAIMBOT_STORAGE__DIRECTORY", str(tmp_path))
    result = run("ask", "Russian soldiers killed")
    assert result.exit_code == 2
    assert "claims.db" in result.stderr


def test_an_unknown_setting_is_an_error_with_a_suggestion(run: Any, tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('[storage]\ndirectry = "here"\n')
    result = run("ask", "--config", file, "Russian soldiers killed")
    assert result.exit_code == 2
    assert "storage.directry" in result.stderr
    assert "directory" in result.stderr


def test_doctor_has_a_line_for_each_check(run: Any) -> None:
    result = run("doctor")
    assert len(result.stdout.splitlines()) == 15
    assert result.exit_code in {0, 2}


def test_load_twice_changes_nothing(run: Any, small_package: Path) -> None:
    first = run("load", small_package, "--data", small_package)
    second = run("load", small_package, "--data", small_package)
    assert first.exit_code == second.exit_code == 0
    assert first.stdout != second.stdout


def test_a_bad_package_is_refused_and_the_old_one_serves(run: Any, small_package: Path) -> None:
    before = run("ask", "--json", "--data", small_package, "injured").stdout
    claims = small_package / "claims.csv"
    claims.write_text(claims.read_text().replace(",killed,", ",kiled,", 1))
    result = run("ask", "--json", "--data", small_package, "injured")
    assert result.stdout == before
    assert "claims.csv, row" in result.stderr


def test_check_names_file_row_and_column(run: Any, small_package: Path) -> None:
    claims = small_package / "claims.csv"
    claims.write_text(claims.read_text().replace(",killed,", ",kiled,", 1))
    result = run("check", small_package)
    assert result.exit_code == 2
    assert "claims.csv, row 2, column measure" in result.stdout


def test_diff_lists_changed_fields(run: Any, small_package: Path, tmp_path: Path) -> None:
    assert run("diff", QUAKE, small_package).exit_code == 0
    claims = small_package / "claims.csv"
    claims.write_text(claims.read_text().replace(",exact,", ",about,", 1))
    assert "exact → about" in run("diff", QUAKE, small_package).stdout


NEW_CLAIM = """\
claimant: disaster-agency
population: lake-people
measure: killed
value: about 140
period_start: 2024-05-01
as_of: 2024-05-20
method: official-statement
source: {publisher: The Lake Gazette, url: "https://example.org/140", published: 2024-05-21}
quote: about 140 people have died
quote_language: en
"""


@pytest.fixture
def new_claim(tmp_path: Path) -> Path:
    file = tmp_path / "claim.yaml"
    file.write_text(NEW_CLAIM)
    return file


def test_add_shows_the_claim_and_writes_only_when_told(run: Any, small_package: Path, new_claim: Path) -> None:
    before = (small_package / "claims.csv").read_bytes()
    refused = run("add", "--data", small_package, "--yaml", new_claim, input="n\n")
    assert "about 140" in refused.stdout
    assert "The Lake Gazette" in refused.stdout
    assert (small_package / "claims.csv").read_bytes() == before
    written = run("add", "--data", small_package, "--yaml", new_claim, "--yes")
    assert written.exit_code == 0, written.stderr
    asked = run("ask", "--json", "--data", small_package, "how many people were killed").stdout
    assert 140 in [figure["value"]["low"] for figure in json.loads(asked)["readings"][0]["figures"]]


def test_add_refuses_a_quote_without_the_number(run: Any, small_package: Path, new_claim: Path) -> None:
    new_claim.write_text(NEW_CLAIM.replace("about 140 people", "many people"))
    before = (small_package / "claims.csv").read_bytes()
    result = run("add", "--data", small_package, "--yaml", new_claim, "--yes")
    assert result.exit_code == 2
    assert "quote" in result.stdout
    assert (small_package / "claims.csv").read_bytes() == before


def test_add_asks_field_by_field(run: Any, small_package: Path) -> None:
    """Every field in its order; what is not allowed is asked for again, what is optional may stay empty."""
    listed = run("add", "--data", small_package, "--fields").stdout.splitlines()
    fields = [line.split(":")[0].removesuffix(" (optional)") for line in listed]
    known = {
        "claimant": "nobody\ndisaster-agency",
        "population": "lake-people",
        "measure": "killed",
        "value": "140",
        "counting": "cumulative",
        "period_start": "2024-05-01",
        "as_of": "2024-05-20",
        "method": "official-statement",
        "source.publisher": "The Lake Gazette",
        "source.published": "2024-05-21",
    }
    typed = "\n".join(known.get(field, "") for field in fields) + "\ny\n"
    result = run("add", "--data", small_package, input=typed)
    assert result.exit_code == 0, result.stderr + result.stdout
    assert "disaster-agency-2024-05-20-lake-people-killed" in result.stdout


def test_corrections_are_logged(run: Any, small_package: Path) -> None:
    assert run("corrections", "--data", small_package).exit_code == 0
    claims = small_package / "claims.csv"
    claims.write_text(claims.read_text().replace(",exact,", ",about,", 1))
    assert "exact → about" in run("corrections", "--data", small_package).stdout
