"""A Question as the contract's JSON, as far as understanding decides it: what the score file judges."""

from typing import Any

from bot.questions.question import Outcome, Question, Reading
from bot.questions.tokens.vocabulary import Vocabulary


def as_json(question: Question, vocabulary: Vocabulary) -> dict[str, Any]:
    return {
        "status": "answered" if question.outcome is Outcome.UNDERSTOOD else question.outcome.value,
        "language": question.language,
        "readings": [_reading(r, vocabulary) for r in question.readings],
        "checked": question.checked
        and {"value": question.checked.low, "low": question.checked.low, "high": question.checked.high},
        "suggestions": [_reading(s.reading, vocabulary) for s in question.suggestions],
    }


def _reading(reading: Reading, vocabulary: Vocabulary) -> dict[str, Any]:
    claimants = [*reading.claimants]
    claimants += [vocabulary.entities.spokespersons[s].attributes["claimant"] for s in reading.spokespersons]
    return {
        "topic": str(reading.topic),
        "population": reading.topic.population,
        "measure": reading.topic.measure,
        "object": reading.topic.object,
        "place": reading.place,
        "claimants": [{"id": c, "root": _root(c, vocabulary)} for c in claimants],
        "as_of_from": _day(reading.dates.as_of_from),
        "as_of_to": _day(reading.dates.as_of_to),
        "said_from": _day(reading.dates.said_from),
        "said_to": _day(reading.dates.said_to),
        "unmatched": list(reading.unmatched),
        "figures_total": 1,
    }


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None


def _root(claimant: str, vocabulary: Vocabulary) -> str:
    entry = vocabulary.entities.claimants[claimant]
    while entry.parent:
        entry = vocabulary.entities.claimants[entry.parent]
    return entry.id
