"""Lays an answer out as blocks: what was understood, the figures with their evidence, then what stands around them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from bot.answers.answer import Answer, AnswerStatus, ReadingAnswer
from bot.answers.around import Around
from bot.answers.blocks import Block, BlockKind, Item, Line, Span, Style, bold, plain
from bot.answers.evidence import FigureItems, Marks
from bot.answers.figures import Figures, hidden
from bot.answers.head import head, set_aside
from bot.answers.wording import Wording
from bot.claims.database.store import Store
from bot.claims.model import Figure
from bot.language.texts import Texts
from bot.questions.question import Refusal


def lay_out(answer: Answer, store: Store, texts: Texts) -> tuple[Block, ...]:
    """The answer as blocks, in the language of `texts`."""
    wording = Wording(texts, store.catalog, store.meta.start)
    if answer.status is AnswerStatus.OUT_OF_SCOPE:
        return tuple(_refusal(answer, texts))
    if answer.status is AnswerStatus.CLARIFY:
        return (_clarify(answer, wording), *_offered(answer, wording))
    return tuple(_answered(answer, wording))


def lay_out_figure(figure: Figure, store: Store, texts: Texts) -> tuple[Block, ...]:
    """One figure with all its evidence and caveats, as blocks."""
    wording, marks = Wording(texts, store.catalog, store.meta.start), Marks()
    others = store.find.by_ids([relation.other for relation in figure.relations if relation.other])
    items = FigureItems(wording, marks, {other.id: other for other in others}, complete=True)
    told = Block(BlockKind.GROUP, bold(wording.matter(figure)), (items.item(figure, claimant=True),))
    return told, *_caveats(marks, wording)


def _answered(answer: Answer, wording: Wording) -> Iterator[Block]:
    marks = Marks()
    items = FigureItems(wording, marks, answer.linked, complete=answer.options.everything)
    figures, around = Figures(wording, items, answer.options), Around(wording, items)
    yield from set_aside(answer.question, wording.texts)
    for number, reading in enumerate(answer.readings):
        yield head(reading, wording, answer.known_by, number)
        if number == 0 and answer.checked:
            yield from around.checked(answer.checked, reading)
        if not answer.checked or answer.options.everything:  # where a number is looked up, the figures are a step away
            yield from figures.rates(reading, number)
            yield from around.before(reading, number)
            yield from figures.blocks(reading, number)
        yield from around.after(reading, answer, number)
    yield from _caveats(marks, wording)
    if not answer.options.everything and (answer.checked or any(map(_has_more, answer.readings))):
        yield Block(BlockKind.HINTS, plain(wording.texts.say("hint-all")))


def _caveats(marks: Marks, wording: Wording) -> Iterator[Block]:
    if caveats := [Item((_caveat(mark, text),)) for mark, text in marks]:
        yield Block(BlockKind.CAVEATS, bold(wording.texts.say("caveats-title")), tuple(caveats))


def _caveat(mark: str, text: str) -> Line:
    return Line((Span(f"[{mark}] "), Span(text)), indent=1)


def _has_more(reading: ReadingAnswer) -> bool:
    return bool(hidden(reading.groups) or hidden(reading.stock) or reading.other_counting)


def _clarify(answer: Answer, wording: Wording) -> Block:
    say = wording.texts.say
    question = f"clarify-{answer.question.missing}"
    title = bold(say(question if wording.texts.has(question) else "clarify-other"))
    items = []
    for number, suggestion in enumerate(answer.question.suggestions, start=1):
        label = wording.topic(suggestion.reading.topic, suggestion.reading.place)
        spans = (Span(f"{number}. "), Span(label, Style.BOLD))
        items.append(Item((Line(spans, indent=1),), reading=suggestion.reading.topic))
    return Block(BlockKind.SUGGESTIONS, title, tuple(items))


def _offered(answer: Answer, wording: Wording) -> Iterator[Block]:
    if answer.checked:
        items = FigureItems(wording, Marks(), {}, complete=False)
        yield from Around(wording, items).offered(answer.checked)


def _refusal(answer: Answer, texts: Texts) -> Iterator[Block]:
    refusal = answer.question.refusal or Refusal.UNKNOWN
    if refusal is Refusal.HELP:  # a humane sentence and a pointer, and nothing that looks like an advertisement
        pointer = "subject-help-missing"
        yield Block(BlockKind.REFUSAL, plain(texts.say(pointer if texts.has(pointer) else "refusal-help")))
        return
    yield Block(BlockKind.REFUSAL, plain(texts.say(f"refusal-{refusal.value}")))
    if examples := list(_examples(texts)):
        items = tuple(Item((plain(f"– {example}", indent=1),)) for example in examples)
        yield Block(BlockKind.HINTS, plain(texts.say("examples-title")), items)


def _examples(texts: Texts) -> Iterator[str]:
    for number in count(1):
        if not texts.has(f"subject-examples-{number}"):
            return
        yield texts.say(f"subject-examples-{number}")
