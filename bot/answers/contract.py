"""An answer as the project's JSON object, whose field names, order and values are fixed by the contract."""

from __future__ import annotations

from typing import Any

from bot.answers.answer import Answer, Checked, Group, Options, ReadingAnswer
from bot.answers.choose import by_date
from bot.answers.wording import Wording
from bot.claims.database.catalog import Catalog
from bot.claims.database.store import Store
from bot.claims.model import Appearance, Figure
from bot.language.texts import Texts
from bot.questions.question import Suggestion

Json = dict[str, Any]


def json_options(figures: int | None = None) -> Options:
    """What an answer must carry for JSON: all figures, or at most so many a reading."""
    return Options(everything=figures is None, newest=figures, surroundings=False)


def to_json(answer: Answer, store: Store, texts: Texts, *, id_: str | None = None) -> Json:
    """The answer with the figures that it carries, caveats and labels in the language of `texts`."""
    wording = Wording(texts, store.catalog, store.meta.start)
    question = answer.question
    return {
        "id": id_,
        "question": question.text,
        "language": texts.language,
        "status": answer.status.value,
        "readings": [_reading(reading, wording) for reading in answer.readings],
        "checked": _checked(answer.checked) if answer.checked else None,
        "suggestions": [_suggestion(suggestion, wording) for suggestion in question.suggestions],
        "data_version": answer.data_version,
        "data_newest": answer.data_newest.isoformat() if answer.data_newest else None,
    }


def error_to_json(text: str, message: str, *, language: str | None = None, id_: str | None = None) -> Json:
    """A trouble inside, in the same shape; never to be read as "nobody claimed that"."""
    return {
        "id": id_,
        "question": text,
        "language": language,
        "status": "error",
        "readings": [],
        "checked": None,
        "suggestions": [],
        "data_version": None,
        "data_newest": None,
        "error": message,
    }


def _reading(answered: ReadingAnswer, wording: Wording) -> Json:
    reading, dates = answered.reading, answered.reading.dates
    figures = sorted(_of(answered.rates) + _of(answered.groups) + _of(answered.stock), key=by_date)
    return {
        "topic": str(reading.topic),
        "population": reading.topic.population,
        "measure": reading.topic.measure,
        "object": reading.topic.object,
        "place": reading.place,
        "claimants": _claimants(answered, wording.catalog),
        "counting": "period" if reading.period else "total",
        "as_of_from": _iso(dates.as_of_from),
        "as_of_to": _iso(dates.as_of_to),
        "said_from": _iso(dates.said_from),
        "said_to": _iso(dates.said_to),
        "unmatched": list(reading.unmatched),
        "figures_total": answered.total,
        "figures": [_figure(figure, wording) for figure in figures],
    }


def _claimants(answered: ReadingAnswer, catalog: Catalog) -> list[Json]:
    """What the question asked for; a person stands for the office spoken for."""
    asked = [*answered.reading.claimants]
    asked += [catalog.spokespersons[id_].attributes["claimant"] for id_ in answered.reading.spokespersons]
    return [{"id": id_, "root": catalog.root(id_)} for id_ in dict.fromkeys(asked)]


def _of(groups: tuple[Group, ...]) -> list[Figure]:
    return [figure for group in groups for figure in group.figures]


def _figure(figure: Figure, wording: Wording) -> Json:
    return {
        "id": figure.id,
        "claimant": figure.claimant,
        "spokesperson": wording.spokesperson(figure),
        "interest": figure.interest.value,
        "value": {"low": figure.value.low, "high": figure.value.high, "qualifier": figure.value.qualifier.value},
        "counting": figure.counting.value,
        "period_start": figure.period_start.first.isoformat() if figure.period_start else None,
        "as_of": figure.as_of.last.isoformat(),
        "as_of_precision": figure.as_of.precision.value,
        "said_on": _iso(figure.said_on),
        "status": figure.status.value,
        "quote": next((appearance.quote for appearance in figure.appearances if appearance.quote), None),
        "appearances": [_appearance(appearance, wording) for appearance in figure.appearances],
        "caveats": [*wording.caveats(figure), *map(wording.note, figure.notes)],
    }


def _appearance(appearance: Appearance, wording: Wording) -> Json:
    source = appearance.source
    return {
        "publisher": wording.name(wording.catalog.publishers, source.publisher),
        "title": source.title,
        "url": source.url,
        "published": source.published.text if source.published else None,
        "as_printed": appearance.as_printed,
    }


def _checked(checked: Checked) -> Json:
    return {
        "value": checked.low,
        "low": checked.low,
        "high": checked.high,
        "qualifier": checked.qualifier,
        "matches": [figure.id for figure in checked.matches],
        "nearest": [figure.id for figure in checked.nearest],
    }


def _suggestion(suggestion: Suggestion, wording: Wording) -> Json:
    why = suggestion.why
    return {
        "topic": str(suggestion.reading.topic),
        "label": wording.topic(suggestion.reading.topic, suggestion.reading.place),
        "why": wording.texts.say(why) if wording.texts.has(why) else why,
    }


def _iso(value: object) -> str | None:
    return str(value) if value is not None else None
