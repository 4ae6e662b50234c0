"""The question among talk: the part of a text that asks by itself, where the rest only tells.

Talk is of the speaker, of his own, of those in the chat; or of anything else, as long as it asks, pleads and narrows
nothing. Where the question speaks of "them" or of "there", whom and which place the talk names stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.questions.clauses.chat import SUBJECT, is_counted, is_name_of_chat
from bot.questions.clauses.clauses import FIRST_PERSON, Span, asks_of_there, clauses_of, is_whole, speaks_of_them
from bot.questions.items import ASIDE, HEADS_OFF, LEFT_OUT, MEASURES, PARTY_KINDS, SENTENCE_ENDS, SPEAKER, Item
from bot.questions.question import Question
from bot.questions.row import Row, is_figure, tells_figure

_MOST_CLAUSES, _MOST_WAYS = 8, 4
_MATTER = (*SUBJECT, *MEASURES, "captivity")
_BOUNDS = ("place", "month", "event", "claim", "claimant", "spokesperson")  # what a question is narrowed by
_COUNTS = (*_MATTER, *_BOUNDS, "kin", "other", "day", "unit", "when")  # what would count in a question
_LEADS = ("locative", "source", "since", "within", "between", "owner", "claim-after")
_TELLER = ("personal", "kin", "person", "addressee", "speaker", "biography", "introduction", "guise", "reason")
_OWN = ("kin", "personal", "biography", "introduction", "guise")
_SOURCES = ("claimant", "spokesperson")
_ACTORS = (*PARTY_KINDS, *_SOURCES, "each-side")
_CLAIMS = (
    *MEASURES, "measure-noun", "captivity", "slang-number", "claim", "claim-own", "population", "other", "help", "kin",
)  # fmt: skip
_FEWEST = 3  # a mark among them: fewer may be what the question is about

Uses = dict[int, str]  # of the items that are talk: set aside, or a place left out


def talk_in(row: Row, *, follows: bool, misleading: bool = False) -> Iterator[Uses]:
    """Each way to take a text as a question among talk, the longest question first.

    Misleading talk names what would count, if it were part of the question.
    """
    for ends in ("sentence", "comma")[: 1 if misleading else 2]:
        clauses = list(clauses_of(row) if ends == "sentence" else row.parts(SENTENCE_ENDS + ",:-"))
        if not 1 < len(clauses) <= _MOST_CLAUSES:
            continue
        misled = [span for span in clauses if misleading and _misleads(row, *span, follows=follows)]
        if misleading and not misled:
            continue
        talk = [span in misled or _is_talk(row, *span, follows=follows) for span in clauses]
        spoilt = [span in misled or (not misleading and _spoils(row, *span)) for span in clauses]
        for asked in _runs_without(clauses, talk, spoilt):
            in_brief = ends == "comma" and not any(map(_asks_for_number, row.items[slice(*asked)]))
            if in_brief or not (_is_asked(row, asked, follows=follows) and _is_apart(row, asked)):
                continue
            uses = _uses(row, clauses, asked)
            if not misleading or any(uses.keys() & set(range(*span)) for span in misled):
                yield uses


def _spoils(row: Row, first: int, last: int) -> bool:
    """Whether a clause holds more than words that nothing depends on."""
    return any(item.kind != "mark" and not item.idle for item in row.items[first:last])


def stands_alone(question: Question, row: Row, talk: Uses) -> bool:
    """Whether all of it was understood, and it does not leave whose losses it asks for to one named beside it."""
    frame = question.frame
    if not is_whole(question) or frame is None:
        return False
    told = frame.sides or frame.populations or frame.places or frame.agents or frame.each_side
    return bool(told) or not any(row[i].has(*PARTY_KINDS) for i in talk)


def lacks_side_alone(question: Question, row: Row, talk: Uses) -> bool:
    """Whether no more than whose losses has to be asked back, and the talk names none."""
    return question.missing == "side" and not any(row[i].has(*SUBJECT, "kin") for i in talk)


def _runs_without(clauses: Sequence[Span], talk: Sequence[bool], spoilt: Sequence[bool]) -> Iterator[Span]:
    """The run of clauses that are no talk: with what spoils nothing beside it, and by itself; not all of them.

    Where each may be talk, the longest runs.
    """
    needed = [k for k, idle in enumerate(talk) if not idle]
    if needed:
        first, last = needed[0], needed[-1] + 1
        begin = next((k + 1 for k in range(first - 1, -1, -1) if spoilt[k]), 0)
        end = next((k for k in range(last, len(clauses)) if spoilt[k]), len(clauses))
        ways = [(begin, end), (first, last)]
    else:
        ways = [(k, k + n) for n in range(len(clauses) - 1, 0, -1) for k in range(len(clauses) - n + 1)][:_MOST_WAYS]
    for begin, end in dict.fromkeys(ways):
        if end - begin < len(clauses):
            yield clauses[begin][0], clauses[end - 1][1]


def _uses(row: Row, clauses: Sequence[Span], asked: Span) -> Uses:
    there, them = asks_of_there(row, [asked]), speaks_of_them(row, *asked)
    uses: Uses = {}
    for first, last in clauses:
        of_war = _tells_of_war(row.items[first:last])
        for i in (i for i in range(first, last) if not asked[0] <= i < asked[1]):
            leads = row[i].has("locative") and row.precedes(i, "place")
            stays = (there and (row[i].has("place") or leads)) or (them and row[i].has(*SUBJECT))
            if not stays:
                uses[i] = LEFT_OUT if of_war and row[i].has("place") else ASIDE
    return uses


def _tells_of_war(items: Sequence[Item]) -> bool:
    """Whether it is of a side, and of nobody of the speaker's own: where that was is left out of the question."""
    return any(item.has(*PARTY_KINDS) for item in items) and not any(item.has("kin", "personal") for item in items)


def _is_asked(row: Row, asked: Span, *, follows: bool) -> bool:
    """By a word or a mark; else it is the heading of a figure that tells none, and that nobody orders to be written."""
    items = row.items[slice(*asked)]
    if not follows and (any(map(_is_elsewhere, items)) or not any(item.has(*_MATTER) for item in items)):
        return False  # nothing that could be answered
    if any(_asks_for_number(item) or item.text == "?" for item in items):
        return True
    if follows:
        return any(not (item.idle or item.unknown or item.kind == "mark") for item in items)
    if any(item.means("order", "verb") for item in row.items) or any(item.has("negation", "nought") for item in items):
        return False
    checked = row.items[-1].text == "?"
    return checked or not any(is_figure(row, i) for i in range(*asked))


def _asks_for_number(item: Item) -> bool:
    return item.asks or item.and_how_many or (item.has("each-side") and item.has("measure"))


def _is_apart(row: Row, asked: Span) -> bool:
    """Whether it is told who "they" are, and nothing befell the speaker's own, unless it is asked how many such are."""
    rest = [*row.items[: asked[0]], *row.items[asked[1] :]]
    befell = any(item.has("kin") for item in rest) and any(item.has(*MEASURES, "captivity") for item in rest)
    if befell and not any(item.means("ask", "how-many") for item in row.items[slice(*asked)]):
        return False
    if asks_of_there(row, [asked]) and any(item.kind == "word" and item.has("other") for item in rest):
        return False
    if not speaks_of_them(row, *asked):
        return True
    ended = asked[0] == 0 or row[asked[0] - 1].text in SENTENCE_ENDS
    own = any(item.has("kin", "personal") for item in rest)
    others = any(item.has("other", "person", *MEASURES) or _may_be_name(item, row) for item in rest)
    return ended and (own or not others)


def _misleads(row: Row, first: int, last: int, *, follows: bool) -> bool:
    """Whether a clause asks nothing, and names what would count: of the speaker, of his own, or of no one's losses."""
    items = row.items[first:last]
    said = [item for item in items if item.kind != "mark" and not item.idle]
    if any(item.asks or item.has("help") for item in said) or items[-1].text in ("?", *HEADS_OFF):
        return False
    if any(is_figure(row, i) for i in range(first, last)):
        return False  # "Tom says 150", which may be what is checked
    of_them = any(item.has("anaphora", "there") for item in row.items[last:])
    if (_sets_scene(row, items) and not of_them) or _names_whom(row, first, last):
        return True
    if any(item.has(*_SOURCES) and not item.has(*_MATTER) for item in said) or (follows and any(map(is_counted, said))):
        return False
    counts = any(item.has(*_COUNTS) for item in said)
    return counts and _is_told(items) and (_is_of_own(items) or not _leads_elsewhere(items))


def _names_whom(row: Row, first: int, last: int) -> bool:
    """Whether a sentence tells no more than where those are whom the next one calls "them", or what is "there"."""
    behind = (last, len(row))
    items = row.items[first:last]
    if items[-1].text not in SENTENCE_ENDS or not (asks_of_there(row, [behind]) or speaks_of_them(row, *behind)):
        return False
    apart = any(
        item.has("other", "person", "claim-after", "hides", "opinion", "object", "model", *MEASURES)
        or _may_be_name(item, row)
        for item in items
    )
    return not apart and any(item.has(*SUBJECT) for item in items)


def _sets_scene(row: Row, items: Sequence[Item]) -> bool:
    """ "That country is huge", "both lie": of a side, and nothing counted."""
    of_side = {item.has(*_ACTORS) for item in items if item.kind == "word"}
    if items[-1].text not in SENTENCE_ENDS + ")" or len(of_side) == 1:
        return False
    bare = not any(item.unknown for item in items)  # and so a place is what the question is narrowed by
    narrows = bare and any(item.has("place") and not item.has(*_ACTORS) for item in items)
    counts = narrows or any(item.has(*_CLAIMS) or item.kind == "number" for item in items)
    claimed = any(item.has("claim-after") for item in items) and not any(item.has("each-side") for item in items)
    return not (counts or claimed or any(_is_of_no_side(item, row) or _may_be_name(item, row) for item in items))


def _is_of_no_side(item: Item, row: Row) -> bool:
    named = item.concepts.get("claimant", ())
    return item.has(*_SOURCES) and not item.has(*PARTY_KINDS) and not any(map(row.vocabulary.claimant_party, named))


def _is_talk(row: Row, first: int, last: int, *, follows: bool) -> bool:
    """Whether a clause tells something, or nothing at all, and asks for, pleads and narrows nothing."""
    items = row.items[first:last]
    said = [item for item in items if item.kind != "mark" and not item.idle]
    matter = any(map(is_counted, said))
    if tells_figure(row, first, last) and _is_hearsay(items):
        return False  # each side's number in a sentence of its own: "the one says so many. The other says so many"
    if any(item.asks or item.has("help", "cause") for item in said) or (matter and (follows or items[-1].text == "?")):
        return False
    if _is_told(items) or _is_hearsay(items):
        return _is_of_own(items) or not _leads_elsewhere(items)
    there = asks_of_there(row, [(last, len(row))])
    bounds = any(_narrows(item, there=there) for item in said)
    denied = any(item.has("negation") and is_counted(behind) for item, behind in pairwise(said))
    if denied or (bounds and (matter or items[-1].text == "?")) or _may_name(row, items) or _heads(items):
        return False
    return any(item.unknown or item.has("everyday") for item in items) or not (matter or bounds) or there


def _narrows(item: Item, *, there: bool) -> bool:
    """Whether a question may be narrowed by it; a place stays where the question speaks of it."""
    bounds = item.has(*_BOUNDS) and not (there and item.has("place"))
    return bounds or item.kind in ("number", "date")


def _heads(items: Sequence[Item]) -> bool:
    """Whether it may be what the question is about: another subject, or a word or two before a comma."""
    if any(map(_is_elsewhere, items)) or _leads_elsewhere(items):
        return True
    short = len(items) < _FEWEST and items[-1].text == ","
    return short or (any(item.has("other") for item in items) and not _has_verb(items))


def _is_elsewhere(item: Item) -> bool:
    return item.has("other") and not (item.has("everyday") or item.means("other", "chatter"))


def _leads_elsewhere(items: Sequence[Item]) -> bool:
    """ "In that other war", "talking of that game:": what is asked may be of another subject."""
    led = any(_is_elsewhere(second) and first.has(*_LEADS) for first, second in pairwise(items))
    return led or (items[-1].text in HEADS_OFF and any(item.has("other") for item in items))


def _has_verb(items: Sequence[Item]) -> bool:
    """Or a word that may be one: "game of football," heads what is asked of it."""
    return any(
        item.unknown or item.has(*MEASURES, "auxiliary", "claim-after") or item.means("other", "chatter")
        for item in items
    )


def _may_name(row: Row, items: Sequence[Item]) -> bool:
    """Whether a word may be a name; the first of a sentence has its capital from there, if it is not alone."""
    names = [k for k, item in enumerate(items) if _may_be_name(item, row)]
    several = sum(item.unknown for item in items) > 1 and items[-1].text in SENTENCE_ENDS
    return bool(names) and not (names == [0] and several)


def _may_be_name(item: Item, row: Row) -> bool:
    return item.unknown and item.typed[:1].isupper() and item.text not in row.vocabulary.ordinary


def _is_told(items: Sequence[Item]) -> bool:
    """Whether it is of the speaker, of his own, or of somebody in the chat."""
    words = [item for item in items if item.kind == "word"]
    addressed = any(item.has("group") and item.has("filler") for item in words[:2])
    own = any(item.has(*_TELLER) or item.text in SPEAKER or is_name_of_chat(item) for item in words)
    verb = next((item for item in words if not item.idle), None)
    spoken = verb is not None and not verb.text.isascii() and verb.unknown and verb.text.endswith(FIRST_PERSON)
    return own or addressed or spoken


def _is_of_own(items: Sequence[Item]) -> bool:
    """Whether it tells of the speaker or of his own, wherever that leads; and is no heading of another subject."""
    elsewhere = any(map(_is_elsewhere, items)) and not any(item.means("other", "party") for item in items)
    return any(item.has(*_OWN) for item in items) and not (elsewhere and items[-1].text in HEADS_OFF)


def _is_hearsay(items: Sequence[Item]) -> bool:
    """ "Such a one screamed about it all evening": a source, then a verb of saying."""
    sayer = next((k for k, item in enumerate(items) if item.has(*_SOURCES)), len(items))
    return any(item.means("claim-after", "verb") for item in items[sayer:])
