"""The lock files name what pyproject.toml asks for: a fresh checkout installs nothing else."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from .conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def locked(name: str) -> dict[str, str]:
    """The versions in a lock file."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return {canonicalize_name(found[1]): found[2] for found in re.finditer(r"^([\w.-]+)==(\S+)", text, re.MULTILINE)}


@pytest.mark.parametrize(
    ("file", "asked_for"),
    [
        ("requirements.lock", PROJECT["dependencies"]),
        ("requirements-dev.lock", PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"]),
    ],
)
def test_everything_asked_for_is_locked(file: str, asked_for: list[str]) -> None:
    versions = locked(file)
    for written in asked_for:
        requirement = Requirement(written)
        version = versions.get(canonicalize_name(requirement.name))
        assert version is not None, f"{written}: run make lock"
        assert requirement.specifier.contains(version), f"{written}: {version} is locked; run make lock"


def test_what_runs_is_what_was_tested() -> None:
    tested = locked("requirements-dev.lock")
    assert {name: tested.get(name) for name in locked("requirements.lock")} == locked("requirements.lock")
