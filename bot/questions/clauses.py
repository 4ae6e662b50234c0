"""The clause that asks: what the speaker tells of himself, or has heard, is left aside where it alone is a question."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bot.questions.items import Item
from bot.questions.normalise import fold
from bot.questions.row import Row

ASIDE = "aside"
_ENDS = frozenset(".!?;:-")
_FEWEST_WORDS = 4  # fewer are a headline: whatever it names, the question is about
_FIRST_PERSON = ("ю", "у")
_BIOGRAPHY_REACH = 4
_SCENE = ("event", "place", "month")

IsQuestion = Callable[[int, int], bool]


def read_clauses(row: Row, is_question: IsQuestion) -> None:
    """Sets aside the clauses around the one that asks. Runs before roles are read.

    `is_question` tells whether the items from one position to another are a whole question by themselves.
    """
    _read_biography(row)
    _read_whereabouts(row)
    clauses = list(_clauses(row))
    if len(clauses) < 2 or not any(_is_troubled(row[i]) for i in range(len(row))):
        return
    troubled = [span for span in clauses if any(_is_troubled(row[i]) for i in range(*span))]
    asking = [span for span in clauses if span not in troubled and _asks(row, *span) and is_question(*span)]
    if not asking:
        return
    scene = any(row[i].has(*_SCENE) for span in asking for i in range(*span))
    if all(_is_beside_the_point(row, *span, scene=scene) for span in troubled):
        for span in troubled:
            _set_aside(row, *span)


def _clauses(row: Row) -> Iterator[tuple[int, int]]:
    first = 0
    for i in range(len(row)):
        if _ends_clause(row, i):
            if i > first:
                yield first, i + 1
            first = i + 1
        elif i > first and row[i - 1].text == "," and _is_interrogative(row[i]):
            yield first, i
            first = i
    if first < len(row):
        yield first, len(row)


def _ends_clause(row: Row, i: int) -> bool:
    item = row[i]
    if item.kind != "mark" or item.text not in _ENDS:
        return False
    spaced = 0 < i < len(row) - 1 and row[i - 1].end < item.start and item.end < row[i + 1].start
    return item.text != "-" or spaced


def _is_interrogative(item: Item) -> bool:
    return item.has("ask") and not item.has("filler")


def _asks(row: Row, first: int, last: int) -> bool:
    return row[last - 1].text == "?" or any(_is_interrogative(row[i]) for i in range(first, last))


def _is_troubled(item: Item) -> bool:
    """Whether a word could spoil the question: unknown, guessed from a name, or of another subject."""
    if item.use is not None:
        return False
    return (item.unknown and len(item.text) > 1) or _is_guessed_name(item) or item.has("other", "help", "kin")


def _is_guessed_name(item: Item) -> bool:
    capital = item.kind == "word" and item.typed[:1].isupper() and item.typed[1:].islower()
    return capital and item.has("claimant", "spokesperson", "place") and fold(item.typed) != item.text


def _may_be_a_name(item: Item, row: Row) -> bool:
    return item.unknown and item.typed[:1].isupper() and item.text not in row.vocabulary.ordinary


def _is_beside_the_point(row: Row, first: int, last: int, *, scene: bool) -> bool:
    items = [row[i] for i in range(first, last)]
    if _asks(row, first, last) or any(map(_needs_an_answer, items)):
        return False
    if any(item.has("kin") for item in items) and not _is_hearsay(items):
        return False
    told = _is_hearsay(items) or any(item.has("personal") for item in items) or _begins_in_first_person(items)
    if any(item.has("other") for item in items):
        return told and (scene or _is_hearsay(items))
    words = [item for item in items if item.kind == "word"]
    named = any(_may_be_a_name(item, row) or _is_guessed_name(item) for item in items)
    return told or (len(words) >= _FEWEST_WORDS and not named)


def _needs_an_answer(item: Item) -> bool:
    """A cry for help, or an order to the bot."""
    return item.has("help") or item.means("other", "chatter")


def _is_hearsay(items: list[Item]) -> bool:
    """Somebody says it: a person first, then the verb."""
    sayer = next((i for i, item in enumerate(items) if item.has("kin", "person")), None)
    return sayer is not None and any(item.means("claim-after", "verb") for item in items[sayer:])


def _begins_in_first_person(items: list[Item]) -> bool:
    """In languages whose verbs tell the person: "I sit", "I live", at the start."""
    first = next((item for item in items if item.kind == "word"), None)
    return first is not None and not first.text.isascii() and first.unknown and first.text.endswith(_FIRST_PERSON)


def _set_aside(row: Row, first: int, last: int) -> None:
    for i in range(first, last):
        before = row.direct_before(i)
        topic = before is not None and row[before].means("claim-after", "about")
        if not (topic and row[i].has("place")):
            row[i].use = row[i].use or ASIDE


def _read_biography(row: Row) -> None:
    """Where the speaker lives, when he was born, how old he is."""
    for i, item in enumerate(row.items):
        if item.has("biography") and _is_of_speaker(row, i):
            item.use = ASIDE
            for told in row.items[i + 1 : i + 1 + _BIOGRAPHY_REACH]:
                if told.kind == "mark" or told.has("ask", "measure", "personal"):
                    break
                told.use = ASIDE
        if item.has("personal") and i + 2 < len(row) and row[i + 1].number is not None and row[i + 2].has("unit"):
            row[i + 1].use = row[i + 2].use = ASIDE


def _read_whereabouts(row: Row) -> None:
    """ "My uncle in such a town swears": where a sayer is, stands between him and his verb."""
    for i in row.open("kin", "person"):
        verb = next(
            (j for j in range(i + 1, min(i + 2 + _BIOGRAPHY_REACH, len(row))) if row[j].has("claim-after")), None
        )
        if verb is None or verb < i + 3 or not row[i + 1].has("locative", "with", "since"):
            continue
        if all(
            item.unknown or item.idle or item.has("place", "locative", "filler") for item in row.items[i + 2 : verb]
        ):
            for item in row.items[i + 1 : verb]:
                item.use = ASIDE


def _is_of_speaker(row: Row, i: int) -> bool:
    """Whether it begins its clause, or its clause speaks of the speaker; others live somewhere too."""
    before = []
    for item in reversed(row.items[:i]):
        if item.kind == "mark":
            break
        before.append(item)
    return all(item.idle or item.use == ASIDE for item in before) or any(item.has("personal") for item in before)
