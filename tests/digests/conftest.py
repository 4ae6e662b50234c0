"""What tests of digests share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from .newsroom import Newsroom


@pytest.fixture
def newsroom(small_package: Path, tmp_path: Path) -> Iterator[Newsroom]:
    """The earthquake package, loaded."""
    room = Newsroom(small_package, tmp_path / "claims.db")
    yield room
    room.close()
