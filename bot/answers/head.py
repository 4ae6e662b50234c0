"""The head of an answer: what was understood, in the field's terms, so that a misunderstanding is seen at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.answers.answer import ReadingAnswer
from bot.answers.blocks import Block, BlockKind, Item, Line, Span, Style, bold, plain
from bot.answers.wording import Wording
from bot.language.texts import Texts
from bot.questions.question import Question, Reading


def set_aside(question: Question, texts: Texts) -> Iterator[Block]:
    """How many words of the question the answer leaves aside; which ones is not repeated, as they may be anything."""
    if question.set_aside:
        yield Block(BlockKind.HEAD, plain(texts.say("head-set-aside", count=question.set_aside)))


def head(answered: ReadingAnswer, wording: Wording, known_by: date | None, number: int) -> Block:
    """The topic, the limits that the question sets, and how many figures there are."""
    reading = answered.reading
    lines = [bold(wording.topic(reading.topic, reading.place)), *map(plain, _limits(reading, wording, known_by))]
    if unmatched := _unmatched(reading, wording):
        lines.append(plain(unmatched))
    if reading.per and not answered.rates_total:
        lines.append(plain(wording.texts.say(f"head-no-rate-{reading.per}")))
    lines += _counts(answered, wording)
    return Block(BlockKind.HEAD, None, (Item(tuple(lines)),), reading=number)


def _limits(reading: Reading, wording: Wording, known_by: date | None) -> Iterator[str]:
    texts, dates = wording.texts, reading.dates
    if reading.period:
        if dates.as_of_from and dates.as_of_to:
            yield texts.say("head-period", range=wording.days(dates.as_of_from, dates.as_of_to))
    else:
        yield from _range("as-of", dates.as_of_from, dates.as_of_to, wording)
    yield from _range("said", dates.said_from, dates.said_to, wording)
    if known_by:
        yield texts.say("head-known-by", date=texts.date(known_by))
    named = [wording.claimant(id_) for id_ in reading.claimants]
    named += [wording.name(wording.catalog.spokespersons, id_) for id_ in reading.spokespersons]
    if named:
        yield texts.say("head-claimants", names=texts.join(named))
    measure = wording.catalog.measures[reading.topic.measure]
    if definition := measure.attributes.get(f"definition_{texts.language}"):
        yield texts.say("head-definition", measure=measure.name(texts.language), definition=definition)


def _range(name: str, first: date | None, last: date | None, wording: Wording) -> Iterator[str]:
    texts = wording.texts
    if first and last:
        yield texts.say(f"head-{name}-range", range=wording.days(first, last))
    elif first:
        yield texts.say(f"head-{name}-from", date=texts.date(first))
    elif last:
        yield texts.say(f"head-{name}-to", date=texts.date(last))


def _unmatched(reading: Reading, wording: Wording) -> str | None:
    """ "No figure for Leopards; all tanks:"."""
    if not reading.unmatched:
        return None
    catalog, topic = wording.catalog, reading.topic
    whole = (
        wording.name(catalog.objects, topic.object)
        if topic.object
        else wording.name(catalog.populations, topic.population)
    )
    return wording.texts.say("head-unmatched", words=wording.texts.join(reading.unmatched), topic=whole)


def _counts(answered: ReadingAnswer, wording: Wording) -> Iterator[Line]:
    say = wording.texts.say
    if answered.newest is None:
        yield Line((Span(say("none-found"), Style.ITALIC),))
    else:
        yield plain(
            say(
                "counts",
                figures=wording.figures(answered.total),
                claimants=say("claimants-count", count=answered.claimants_total),
                newest=wording.texts.date(answered.newest.as_of),
            )
        )
    until = answered.reading.dates.as_of_to
    if answered.said_later and until:
        figures = wording.figures(answered.said_later)
        yield plain(say("counts-said-later", figures=figures, date=wording.texts.date(until)))
    if answered.undated:
        yield plain(say("counts-undated", figures=wording.figures(answered.undated)))
