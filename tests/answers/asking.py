"""Asking without the understanding of questions: readings are given, stores are real."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from bot.answers.answer import Answer, Group, Options, ReadingAnswer
from bot.answers.compose import answer
from bot.answers.text import to_text
from bot.claims.database.store import Store
from bot.claims.model import Figure, Topic
from bot.claims.package.reader import read_package
from bot.language.texts import texts_for
from bot.questions.question import NumberCheck, Outcome, Question, Reading
from tests.claims.package_edits import add

LIKE = "disaster-agency-2024-05-03-lake-people-killed"
REASON = "east-shore-counted-twice"  # a note that says why a claim no longer stands


def loaded(package: Path, database: Path) -> Store:
    """A store with that package."""
    store = Store.open(database)
    store.load(read_package(package), by="a test")
    return store


def add_claim(package: Path, claimant: str, as_of: str, low: int, **cells: str) -> str:
    """Add a total of killed people that was said on an unknown day, but for what is given; its id."""
    id_ = f"{claimant}-{as_of}-{low}"
    defaults = {"claimant": claimant, "as_of": as_of, "said_on": "", "low": str(low), "high": str(low)}
    add(package, "claims.csv", LIKE, **{"id": id_, "spokesperson": "", **defaults, **cells})
    add(package, "appearances.csv", LIKE, claim=id_, source="undated", as_printed="", quote="")
    return id_


def read(topic: str, **slots: Any) -> Reading:
    """A reading of a topic written as population/measure/object."""
    return Reading(Topic(*topic.split("/")), **slots)


def ask(
    store: Store,
    *readings: Reading,
    language: str = "en",
    checked: NumberCheck | None = None,
    known_by: date | None = None,
    options: Options | None = None,
) -> Answer:
    """The answer to understood readings."""
    question = Question("a question", language, Outcome.UNDERSTOOD, readings, checked=checked)
    return answer(question, store, known_by=known_by, options=options or Options())


def told(store: Store, answered: Answer) -> str:
    """The answer as text, in the question's language."""
    language = answered.question.language
    return to_text(answered, store, texts_for(language, store.texts(language)))


def groups(answered: ReadingAnswer) -> tuple[Group, ...]:
    """All groups of a reading, in the order in which they stand."""
    return (*answered.rates, *answered.groups, *answered.stock, *answered.other_counting)


def figures(answered: ReadingAnswer) -> list[Figure]:
    """All figures that an answer carries for a reading, in the order in which they stand."""
    return [figure for group in groups(answered) for figure in group.figures]


def ids(answered: ReadingAnswer) -> list[str]:
    """Their ids."""
    return [figure.id for figure in figures(answered)]
