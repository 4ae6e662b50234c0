"""The clause that asks: what the speaker tells, has heard or adds is left aside, where the rest is a question.

Where the clause that asks speaks of "them", whom the clauses before it name stays: whose brigade, at which town.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.language.numbers import COUNTING_WORDS
from bot.questions.clauses.chat import SUBJECT, counts, is_of_chat, is_smile
from bot.questions.items import ASIDE, LEFT_OUT, MEASURES, PARTY_KINDS, Item
from bot.questions.question import Outcome, Question, QuestionOf
from bot.questions.row import Row
from bot.questions.tokens.normalise import fold

_ENDS = frozenset(".!?;:-")
_FEWEST_WORDS = 4  # fewer are a headline: whatever it names, the question is about
FIRST_PERSON = ("ю", "у")  # of verbs, in languages with cases
_SCENE = ("event", "place", "month")
_LONGEST_COMMENT = 6  # words

Span = tuple[int, int]  # a clause: its first item, and the first behind it


def read_clauses(row: Row, question_of: QuestionOf, question_behind: QuestionOf) -> None:
    """Sets aside the clauses around the one that asks. Runs before roles are read.

    `question_of` gives the question that the items from one position to another are by themselves; none of all items.
    `question_behind` gives what they ask behind the question before, which counts where no side is set aside.
    """
    clauses = list(clauses_of(row))
    troubled = [span for span in clauses if _is_spoilt(row, *span)]
    if len(clauses) < 2 or not troubled:
        return
    sound = [span for span in clauses if span not in troubled]
    together = list(runs(sound))
    asking = [span for span in dict.fromkeys((*together, *sound)) if _asks(row, *span)]
    aside = [row.items[slice(*span)] for span in troubled]
    if not any(_needs_an_answer(item) for items in aside for item in items):
        asking = asking or [span for span in together if _names_something(row.items[slice(*span)])]
    named = any(item.has(*PARTY_KINDS) for items in aside for item in items)
    question_of = question_of if named else question_behind
    of_them = [span for span in asking if named and _speaks_of_them(row, *span)]
    whole = [span for span in asking if span not in of_them and _stands_alone(question_of(*span), named=named)]
    if not whole and all(map(is_of_chat, aside)) and any(_lacks_side_alone(question_of(*span)) for span in asking):
        _set_aside(row, troubled)
    elif whole:
        scene = any(row[i].has(*_SCENE) for span in whole for i in range(*span))
        there = asks_of_there(row, whole)
        if there and any(item.has("other") for items in aside for item in items):
            return  # "how many died there", in another war
        talks = (_is_talk, _tells_of_kin) if _count_many(row, whole) else (_is_talk,)
        rest = [span for span, items in zip(troubled, aside, strict=True) if not any(talk(items) for talk in talks)]
        if all(_is_comment(row, *span) or _is_beside_the_point(row, *span, scene=scene) for span in rest):
            _set_aside(row, troubled, keep=("place",) if there else ())
    elif all(_is_comment(row, *span) for span in troubled):
        if any(_puts_number_forward(question_of(*span)) for span in sound):
            _set_aside(row, troubled)
    elif any(_lacks_no_more_than_side(question_of(*span)) for span in of_them) and all(
        _only_names_them(row, *span) for span in troubled
    ):
        _set_aside(row, troubled, keep=SUBJECT)


def runs(spans: Iterable[Span]) -> Iterator[Span]:
    """Clauses that stand side by side, as one."""
    start = end = -1
    for first, last in spans:
        if first != end and end > 0:
            yield start, end
        start, end = (start if first == end else first), last
    if end > 0:
        yield start, end


def is_whole(question: Question | None) -> bool:
    """Whether it was understood, and every word of it."""
    return question is not None and question.outcome is Outcome.UNDERSTOOD and not question.set_aside


def _stands_alone(question: Question | None, *, named: bool) -> bool:
    """Whether it is whole, and does not leave whose losses it asks for to a side that is named beside it."""
    frame = question.frame if question is not None and is_whole(question) else None
    told = frame is not None and (frame.sides or frame.populations or frame.places or frame.agents or frame.each_side)
    return frame is not None and bool(told or not named)


def _lacks_side_alone(question: Question | None) -> bool:
    """Whether a number is asked for, and whose it is has to be asked back."""
    frame = question.frame if question is not None and question.missing == "side" else None
    return frame is not None and frame.asked


def _puts_number_forward(question: Question | None) -> bool:
    return question is not None and is_whole(question) and question.checked is not None


def _lacks_no_more_than_side(question: Question | None) -> bool:
    return question is not None and (question.missing in ("side", "measure") or is_whole(question))


def _speaks_of_them(row: Row, first: int, last: int) -> bool:
    """Whether a pronoun stands for the side: "how many did they lose"."""
    items = row.items[first:last]
    named = any(item.has(*PARTY_KINDS) and not item.has("anaphora") for item in items)
    return not named and any(item.has("anaphora") for item in items)


def asks_of_there(row: Row, spans: Iterable[Span]) -> bool:
    """Whether a question without a place of its own speaks of those, or of the place, that were named before it."""
    items = [item for span in spans for item in row.items[slice(*span)]]
    words = (word for item in items for word in row.words(item))
    return any("there" in word or "anaphora" in word for word in words) and not any(item.has("place") for item in items)


def clauses_of(row: Row) -> Iterator[Span]:
    """The runs of items between marks that end a clause, or a comma before a "how many"."""
    first = 0
    for i in range(len(row)):
        if _ends_clause(row, i, first):
            if i > first:
                yield first, i + 1
            first = i + 1
        elif i > first and row[i].asks and (comma := _comma_before(row, i)) > first:
            yield first, comma + 1
            first = comma + 1
    if first < len(row):
        yield first, len(row)


def _ends_clause(row: Row, i: int, first: int) -> bool:
    item = row[i]
    if item.kind != "mark":
        return False
    if item.text == ",":
        parts = row.items[first:i], row.until_mark(i + 1)
        return any(map(is_of_chat, parts)) and any(map(counts, parts))
    if item.text not in _ENDS:
        return is_smile(row, i)
    spaced = 0 < i < len(row) - 1 and row[i - 1].end < item.start and item.end < row[i + 1].start
    return item.text != "-" or spaced


def _comma_before(row: Row, i: int) -> int:
    """The comma that begins the clause of a "how many", words that change nothing between; -1 for none."""
    j = i - 1
    while j >= 0 and row[j].has("filler") and not row[j].has("claim-after", "negation"):
        j -= 1
    return j if j >= 0 and row[j].text == "," else -1


def _asks(row: Row, first: int, last: int) -> bool:
    return row[last - 1].text == "?" or any(_asks_for_number(item) for item in row.items[first:last])


def _names_something(items: Sequence[Item]) -> bool:
    return counts(items) or any(item.has("claimant", "spokesperson", "month", "unit") for item in items)


def _asks_for_number(item: Item) -> bool:
    return item.asks or (item.has("each-side") and item.has("measure"))


def _is_spoilt(row: Row, first: int, last: int) -> bool:
    """Whether a clause could spoil the question of another, by a word or by somebody of the speaker's own."""
    items = row.items[first:last]
    if any(map(_is_troubled, items)) or is_of_chat(items):
        return True
    own = any(item.has("kin") for item in items) or (
        any(item.has("personal") for item in items) and any(item.has("person") for item in items)
    )
    ours = any(item.has("ask", *MEASURES, *PARTY_KINDS) and not item.has("filler") for item in items)
    return own and not ours and any(item.has("group", "narrower") for item in items)


def _is_troubled(item: Item) -> bool:
    """Whether a word could spoil the question: unknown, guessed from a name, or of another subject."""
    if item.use is not None:
        return False
    other = item.has("other") and not item.has("claim-after")  # "the number that he gave"
    unknown = item.unknown and len(item.text) > 1 and item.text not in COUNTING_WORDS
    return unknown or _is_guessed_name(item) or other or item.has("help", "kin")


def _is_guessed_name(item: Item) -> bool:
    capital = item.kind == "word" and item.typed[:1].isupper() and item.typed[1:].islower()
    typed = fold(item.typed).removesuffix("'s") if item.possessive else fold(item.typed)
    return capital and item.has("claimant", "spokesperson", "place") and typed != item.text


def _may_be_a_name(item: Item, row: Row) -> bool:
    return item.unknown and item.typed[:1].isupper() and item.text not in row.vocabulary.ordinary


def _is_talk(items: Sequence[Item]) -> bool:
    """Talk in the chat, or words for the bot, and no cry for help."""
    chatter = any(item.means("other", "chatter") for item in items) and not counts(items)
    return (chatter or is_of_chat(items)) and not any(item.has("help") for item in items)


def _tells_of_kin(items: Sequence[Item]) -> bool:
    """ "My cousin went missing in spring": what happened to him, and nobody is asked to look for him."""
    told = any(item.has("kin") for item in items) and items[-1].text != "?"
    return told and not any(item.asks or _needs_an_answer(item) for item in items)


def _count_many(row: Row, spans: Iterable[Span]) -> bool:
    """Whether it is asked how many of a side they are: no cry for help, whatever is told beside it."""
    items = [item for span in spans for item in row.items[slice(*span)]]
    return any(item.means("ask", "how-many") for item in items) and any(item.has(*PARTY_KINDS) for item in items)


def _is_beside_the_point(row: Row, first: int, last: int, *, scene: bool) -> bool:
    items = [row[i] for i in range(first, last)]
    if _asks(row, first, last) or any(map(_needs_an_answer, items)):
        return False
    named = any(_may_be_a_name(item, row) or _is_guessed_name(item) for item in items)
    kin = any(item.has("kin") for item in items)
    if _introduces_asker(items):
        return True
    if kin and not _is_hearsay(items) and (named or any(item.has(*MEASURES) for item in items)):
        return False  # something happened to him
    if any(item.has("kin", "person") for item in items) and _tells_age(items):
        return not named and not any(item.use is None and item.has(*MEASURES, *_SCENE) for item in items)
    told = kin or _is_hearsay(items) or any(item.has("personal") for item in items) or _begins_in_first_person(items)
    long = sum(item.text.count(" ") + 1 for item in items if item.kind == "word") >= _FEWEST_WORDS
    if any(item.has("other") for item in items):
        at_home = long and not named and not any(item.has(*_SCENE) or item.kind == "number" for item in items)
        return kin or (scene and (told or at_home)) or _is_hearsay(items)
    headed = items[-1].text == ":" and any(item.has("place") for item in items)  # which the question behind it is about
    return told or (long and not named and not headed)


def _tells_age(items: list[Item]) -> bool:
    """ "I am 71, my grandson serves": how old the asker is, and what his own do."""
    return any(item.use == ASIDE and item.number is not None for item in items)


def _introduces_asker(items: list[Item]) -> bool:
    """ "Question from a Canadian:", "colleagues ask:", "a nerd question:", "as one who packs first aid,"."""
    as_one = items[0].means("guise", "before") and items[-1].text == ","
    if len(items) < _FEWEST_WORDS or not (as_one or items[-1].text == ":"):
        return False
    titled = not as_one and any(items[k].means("asker", "does") for k in (0, -2))
    of_matter = [item for item in items if not (titled and item.has(*PARTY_KINDS))]
    ours = any(item.has(*SUBJECT, *MEASURES, "claimant", "spokesperson", "month") for item in of_matter)
    led = titled or any(item.has("person", "kin", "personal") or item.means("other", "party") for item in items)
    elsewhere = any(item.means("other", "subject") for item in items) and not as_one
    return (led or as_one) and not (ours or elsewhere) and not any(item.kind == "number" for item in items)


def _only_names_them(row: Row, first: int, last: int) -> bool:
    """Whether a clause tells no more than where those are whom the next one calls "them", and what they are about."""
    items = row.items[first:last]
    if _asks(row, first, last) or any(map(_needs_an_answer, items)):
        return False
    apart = any(_may_be_a_name(item, row) or _is_guessed_name(item) or item.has("other", *MEASURES) for item in items)
    return not apart and any(item.has(*SUBJECT) for item in items)


def _is_comment(row: Row, first: int, last: int) -> bool:
    """A few words about what stands before, of nothing that is asked: "you kidding me?", "blimey"."""
    items = [item for item in row.items[first:last] if item.kind != "mark"]
    if first == 0 or len(items) > _LONGEST_COMMENT or any(map(_needs_an_answer, items)):
        return False
    return all(item.kind == "word" and (item.idle or (item.unknown and not _begins_name(item))) for item in items)


def _begins_name(item: Item) -> bool:
    return item.typed[:1].isupper()


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
    return first is not None and not first.text.isascii() and first.unknown and first.text.endswith(FIRST_PERSON)


def _set_aside(row: Row, spans: Iterable[Span], keep: tuple[str, ...] = ()) -> None:
    of_war = {i: _tells_of_war(row, *span) for span in spans for i in range(*span)}
    for i, war in of_war.items():
        before = row.direct_before(i)
        topic = before is not None and row[before].means("claim-after", "about")
        kept = keep and (row[i].kind == "mark" or row[i].has(*keep) or _leads_to_place(row, i))
        if not kept and not (topic and row[i].has("place")):
            row[i].use = row[i].use or (LEFT_OUT if row[i].has("place") and war else ASIDE)


def _tells_of_war(row: Row, first: int, last: int) -> bool:
    """Whether a clause names a side, and nobody of the speaker's: where that was, is left out of the question."""
    items = row.items[first:last]
    return any(item.has(*PARTY_KINDS) for item in items) and not any(item.has("kin", "personal") for item in items)


def _leads_to_place(row: Row, i: int) -> bool:
    following = row[i + 1] if i + 1 < len(row) else None
    return row[i].has("locative") and following is not None and following.has("place") and not following.has("party")
