"""What the tests of understanding share: the package's vocabulary and a day that is today."""

from collections.abc import Callable
from datetime import date

import pytest

from bot.questions.question import Question
from bot.questions.tokens.vocabulary import Vocabulary
from bot.questions.understand import understand
from tests.questions import package


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return package.vocabulary()


@pytest.fixture(scope="session")
def quake() -> Vocabulary:
    return package.vocabulary(package.ROOT / "tests" / "packages" / "quake", date(2024, 5, 1))


@pytest.fixture
def ask(vocabulary: Vocabulary) -> Callable[..., Question]:
    def asked(text: str, previous: str | None = None) -> Question:
        return understand(text, vocabulary, today=package.TODAY, previous=previous)

    return asked
