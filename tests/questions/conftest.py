"""What the tests of understanding share: the package's vocabulary and a day that is today."""

import importlib.util
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from bot.questions.question import Question
from bot.questions.tokens.vocabulary import Vocabulary
from bot.questions.understand import understand

TODAY = date(2026, 11, 22)


def _package() -> ModuleType:
    path = Path(__file__).with_name("package.py")
    spec = importlib.util.spec_from_file_location("questions_package", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return _package().vocabulary()


@pytest.fixture(scope="session")
def quake() -> Vocabulary:
    package = _package()
    return package.vocabulary(package.ROOT / "tests" / "packages" / "quake", date(2024, 5, 1))


@pytest.fixture
def ask(vocabulary: Vocabulary) -> Callable[..., Question]:
    def asked(text: str, previous: str | None = None) -> Question:
        return understand(text, vocabulary, today=TODAY, previous=previous)

    return asked
