"""Topics near to what was asked that are not the same: named with how many figures they have, never mixed in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from bot.answers.answer import Related
from bot.claims.database.catalog import Catalog
from bot.claims.database.selection import TopicCount
from bot.claims.model import Entry, Topic
from bot.questions.question import Reading

Cell = tuple[Topic, str | None]


def related(reading: Reading, topics: Iterable[TopicCount], catalog: Catalog) -> tuple[Related, ...]:
    """What the database has beside the reading's own topic and place, in the order: other measures, parts, wholes…"""
    totals: Counter[Cell] = Counter()
    for count in topics:
        totals[count.topic, count.place] += count.total
    own = (reading.topic, reading.place)
    named = dict.fromkeys(_near(reading, catalog, totals))
    return tuple(Related(*cell, how=how, total=totals[cell]) for cell, how in named if cell != own and totals[cell])


def _near(reading: Reading, catalog: Catalog, totals: Mapping[Cell, int]) -> Iterator[tuple[Cell, str]]:
    topic, place = reading.topic, reading.place
    for measure in catalog.measures:
        yield (replace(topic, measure=measure), place), "other-measure"
    for population in _children(catalog.populations, topic.population):
        yield (replace(topic, population=population), place), "part"
    if topic.object:
        for object_ in _children(catalog.objects, topic.object):
            yield (replace(topic, object=object_), place), "part"
    if wider := catalog.populations[topic.population].parent:
        yield (replace(topic, population=wider), place), "whole"
    if topic.object and (wider := catalog.objects[topic.object].parent):
        yield (replace(topic, object=wider), place), "whole"
    if counterpart := catalog.populations[topic.population].attributes.get("counterpart"):
        yield (replace(topic, population=counterpart), place), "other-side"
    if place is not None:
        yield (topic, None), "whole-war"
    else:
        yield from ((cell, "place") for cell in totals if cell[0] == topic and cell[1] is not None)


def _children(entries: Mapping[str, Entry], parent: str) -> Iterator[str]:
    return (entry.id for entry in entries.values() if entry.parent == parent)
