"""The README's commands do what the README shows.

`pytest tests/test_readme.py --rewrite-readme` puts what they print today into the README.
"""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli import main

README = Path(__file__).parents[1] / "README.md"
TRANSCRIPT = re.compile(
    r"(?<=<!-- output -->\n```console\n)\$ (?P<command>[^\n]+)\n(?P<output>.*?)(?=```\n)", re.DOTALL
)


def transcripts() -> list[re.Match[str]]:
    return list(TRANSCRIPT.finditer(README.read_text(encoding="utf-8")))


def run(command: str, monkeypatch: pytest.MonkeyPatch, directory: Path) -> str:
    monkeypatch.setenv("CLAIMBOT_STORAGE__DIRECTORY", str(directory))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    program, *arguments = shlex.split(command)
    assert program == "claimbot"
    return CliRunner().invoke(main, arguments).stdout


def test_readme_has_a_real_answer() -> None:
    assert any("claimbot ask" in match["command"] for match in transcripts())


def test_transcripts(monkeypatch: pytest.MonkeyPatch, real_storage: Path, request: pytest.FixtureRequest) -> None:
    text = README.read_text(encoding="utf-8")
    for match in transcripts():
        printed = run(match["command"], monkeypatch, real_storage)
        if request.config.getoption("--rewrite-readme"):
            text = text.replace(match[0], f"$ {match['command']}\n{printed}")
        else:
            assert printed == match["output"]
    README.write_text(text, encoding="utf-8")


def test_every_command_named_exists() -> None:
    named = set(re.findall(r"^claimbot (\w+)", README.read_text(encoding="utf-8"), re.MULTILINE))
    assert named <= set(main.commands), named - set(main.commands)
    assert named >= {"ask", "check", "add", "diff", "load", "corrections", "doctor"}


@pytest.mark.parametrize("target", ["run", "test"])
def test_set_up_takes_two_commands(target: str) -> None:
    makefile = (README.parent / "Makefile").read_text(encoding="utf-8")
    assert re.search(rf"^{target}:", makefile, re.MULTILINE)
    assert f"make {target}" in README.read_text(encoding="utf-8")
