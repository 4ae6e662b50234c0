"""The installed command works from any folder, with the claims inside the `bot` package."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing but the wheel's content."""
    wheels = tmp_path_factory.mktemp("wheel")
    target = tmp_path_factory.mktemp("site")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(wheels), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = wheels.glob("*.whl")
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(target), str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    return target


def test_the_claims_are_inside(installed: Path) -> None:
    assert (installed / "bot" / "data" / "datapackage.json").is_file()
    assert not list((installed / "bot" / "data").rglob("*.py"))


def test_it_answers_from_any_folder(installed: Path, tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "PYTHONPATH": str(installed),
        "CLAIMBOT_STORAGE__DIRECTORY": str(tmp_path / "storage"),
    }
    ask = "import bot, sys; print(bot.__file__, file=sys.stderr); from bot.cli import main; main()"
    command = [sys.executable, "-c", ask, "ask", "--json", "how many Russian soldiers killed"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert str(installed) in done.stderr
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["status"] == "answered"
