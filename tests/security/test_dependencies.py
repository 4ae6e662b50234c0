"""What others have written and we install: nothing with a known hole.

Asks PyPI for its advisories, so it is skipped, saying so, where these cannot be had. `make audit` runs it alone.
"""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys

import httpx
import pytest

from tests.conftest import ROOT

ADVISORIES = "https://pypi.org/pypi/pip/26.0/json"  # of one version, as pip-audit asks


def unreachable() -> str | None:
    """Why there is nobody to ask."""
    if importlib.util.find_spec("pip_audit") is None:
        return "not audited: pip-audit is not installed"
    try:
        answer = httpx.get(ADVISORIES, timeout=5, follow_redirects=True)
        answer.raise_for_status()
        return None if "vulnerabilities" in answer.json() else f"not audited: {ADVISORIES} tells of no advisories"
    except (httpx.HTTPError, ValueError) as error:
        return f"not audited: the advisories of PyPI cannot be reached ({type(error).__name__})"


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_no_dependency_has_a_known_hole(lock: str) -> None:
    if reason := unreachable():
        pytest.skip(reason)
    options = ("--disable-pip", "--require-hashes", "--progress-spinner", "off", "--format", "json")
    command = [sys.executable, "-m", "pip_audit", *options, "--requirement", str(ROOT / lock)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=250, check=False)
    found = json.loads(run.stdout)["dependencies"]
    audited = [one for one in found if "skip_reason" not in one]
    assert len(audited) > len(found) / 2, run.stderr
    assert {one["name"]: [hole["id"] for hole in one["vulns"]] for one in audited if one["vulns"]} == {}
