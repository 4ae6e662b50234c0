"""What no figure answers: other subjects, people of third states, chatter, orders, cries for help, private persons."""

from __future__ import annotations

from datetime import date
from itertools import pairwise, repeat, takewhile

from bot.language.inflection import is_verb
from bot.questions.clauses.persons import OUTSIDER
from bot.questions.dates.spans import Limits
from bot.questions.frame import Frame
from bot.questions.items import MEASURES, PARTY_KINDS, SENTENCE_ENDS
from bot.questions.parties.naming import LEADER
from bot.questions.question import Refusal
from bot.questions.row import Row
from bot.questions.sayers.sayers import Sayers

_NAMES_OF_THINGS = ("object", "model", "measure", "measure-noun", "group", "narrower", "slang-number")
# What a word that leads elsewhere may be besides, and still does.
_BESIDE_OTHER = frozenset({
    "other", "possess", "guard", "filler", "place", "claimant", "locative", "spot", "verb-number", "motion", "strike",
    "fighting", "held", "launch", "everyday", "asker",
})  # fmt: skip
_BEFORE_SIDE = (*MEASURES, "nought", "locative", "owner", "owner-case")  # in a statement: "no losses of that side"
_SO_MANY = ("count", "nought", "negation", "multiplier")
_QUOTE = "'"
_BY_TARGET = {
    "subject": Refusal.OTHER_SUBJECT,
    "party": Refusal.OTHER_PARTY,
    "chatter": Refusal.NOT_A_QUESTION,
}


def refusal_before(row: Row) -> Refusal | None:
    """What the words alone tell, before roles are read."""
    if any(not _looks_for_number(row, i) for i in row.open("help")) or any(
        map(_is_lost_kin, range(len(row)), repeat(row))
    ):
        return Refusal.HELP
    if _private_person(row):
        return Refusal.PERSON
    if any(map(_asks_for_meaning, repeat(row), range(len(row)))):
        return Refusal.OTHER_SUBJECT
    return None


def _looks_for_number(row: Row, i: int) -> bool:
    """ "Looking for how many died": what is looked for is a number; no such word says anything then."""
    asked = i + 1 + (i + 1 < len(row) and row[i + 1].text in (":", ","))
    number = asked < len(row) and row[asked].means("ask", "how-many") and row[asked].asks
    if number:
        row[i].use = "idle"
    return number


def _asks_for_meaning(row: Row, i: int) -> bool:
    """What a word means, how it is spelt; a word that says so only behind "what", a thing only if that is all."""
    item, after = row[i], row.after(i)
    if item.means("meaning", "word"):
        return after is None or not row[after].has("claim-after")
    if item.means("meaning", "mean"):
        if after is not None and row[after].has("ask"):
            return False  # "the mean number"
        return any(before.has("ask") and before.text.startswith("what") for before in row.items[:i])
    if item.means("meaning", "difference"):
        return not row.has("claimant", "spokesperson", "each-side", *PARTY_KINDS)
    if not item.means("meaning", "thing"):
        return False
    behind = [other for other in row.items[i + 1 :] if other.kind != "mark" and not other.idle]
    return len(behind) == 1 and behind[0].has(*_NAMES_OF_THINGS)


def _is_lost_kin(i: int, row: Row) -> bool:
    """Somebody of one's own, but not as one who merely says or asks something ("my friend insists that")."""
    if not row[i].has("kin") or row[i].use is not None:
        return False
    if _says_something(row, i):
        row[i].use = "idle"
        return False
    return True


def _says_something(row: Row, i: int) -> bool:
    """Whether the clause of item i has a verb of saying, before anything that could have happened to him.

    Or is only an opening: "a bet with my dad, how many".
    """
    for j, item in enumerate(row.items[i + 1 :], i + 1):
        opens = item.kind == "mark" and row.precedes(j, "ask") and not any(x.has("measure") for x in row.items[:i])
        if item.has("claim-after") or opens:
            return True
        if item.kind == "mark" or item.has("measure", "measure-active", "help"):
            return False
    return False


def refusal_after(row: Row, frame: Frame, start: date, today: date) -> Refusal | None:
    """What is left once the words of the subject are taken out."""
    if row.has_used(OUTSIDER) or any(map(_befalls_leader, repeat(row), range(len(row)))):
        return Refusal.OTHER_SUBJECT if row.has_used(OUTSIDER) else Refusal.PERSON
    for i, item in enumerate(row.items):
        if item.use is not None or not item.has("other") or _describes_source(row, i) or _leaves_so_many(row, i):
            continue
        made = i > 0 and row[i - 1].has("model") and not item.text.isascii()  # "their tanks, the German [ones]"
        if (item.target("other") == "party" and (frame.populations or made)) or (item.has("spot") and frame.places):
            continue
        if row.word_means(item, "claim-after", "verb") and i + 1 < len(row) and row[i + 1].has("self"):
            continue  # "how does it count them itself"
        if item.has("possess") and frame.measures:
            continue  # "are left, that is, were lost"
        if _BESIDE_OTHER.issuperset(item.concepts):
            return _BY_TARGET[item.target("other")]
    if any(_too_early(limits, start) or limits.span.first > today for limits in frame.limits):
        return Refusal.OTHER_SUBJECT
    named = frame.people or frame.objects or frame.groups or frame.populations
    if frame.seized and (frame.agents or frame.speaker or _asks_when(row)) and not named:
        return Refusal.OTHER_SUBJECT  # "did they take the town"
    for i in row.open("cause"):
        told = _asks_for_source(row, i) or _asks_why_they_differ(row, frame)
        if not (told or _asks_how_many_too(row, i) or _asks_how_they_grew(row, i)):
            return Refusal.OTHER_SUBJECT
    return None


def _asks_when(row: Row) -> bool:
    """ "When did they take it": a clause that tells when, and nothing besides."""
    return row.begins_with("conjunction") and not row.asks


def _befalls_leader(row: Row, i: int) -> bool:
    """ "Their president killed", "was the minister wounded": a person, of whom no figure tells."""
    claimant = row.vocabulary.entities.claimants.get(row[i].target("claimant")) if row[i].has("claimant") else None
    leads = claimant is not None and claimant.attributes.get("kind") == LEADER
    before = row.direct_before(i)
    asked = row[i].has("spokesperson", "office") and before is not None and row[before].means("auxiliary", "passive")
    if not (leads or asked) or any(x.kind == "number" for x in row.items):
        return False
    alone = not (row.asks or row.has("group", "object", "model", "measure-noun", "claim-after"))
    behind = row.past_auxiliaries(i)
    return alone and behind is not None and row[behind].has("measure") and not row[behind].has("measure-loss")


def _asks_for_source(row: Row, i: int) -> bool:
    """ "Where does that number come from", "why did he say 31 thousand": those who say it, no place and no cause."""
    behind = row.items[i + 1 :]
    number = next((n for n, item in enumerate(behind) if item.kind == "number"), None)
    before = any(item.kind == "number" for item in row.items[:i]) and any(item.has("demonstrative") for item in behind)
    told = before or number is not None or any(item.means("claim-after", "noun") for item in behind)
    said = any(item.means("claim-after", "verb") for item in behind[:number])
    return (told and any(item.has("origin") for item in behind)) or (number is not None and said)


def _asks_why_they_differ(row: Row, frame: Frame) -> bool:
    """ "Why are one's and the other's figures so far apart": what each of them says tells how far."""
    return Sayers(frame, row.vocabulary).are_several() and row.has("differ")


def _asks_how_many_too(row: Row, i: int) -> bool:
    """ "Why do they hide their losses, and how many are there really": the number of what is told of."""
    asked = next((j for j in range(i + 1, len(row)) if row[j].has("ask") or row[j].and_how_many), len(row))
    told = any(item.has(*MEASURES) for item in row.items[i:asked])
    return told and asked < len(row) and all(item.idle or item.kind == "mark" for item in row.items[asked + 1 :])


def _asks_how_they_grew(row: Row, i: int) -> bool:
    """ "How did their losses change": what figures tell, and no cause."""
    return row[i].text.startswith("how") and any(item.has("trend") for item in row.items[i + 1 :])


def _leaves_so_many(row: Row, i: int) -> bool:
    """ "The war has left nearly 1,000 children killed": the number of those it was done to is right behind."""
    counted = row.after(i)
    return row[i].has("strike") and counted is not None and (row[counted].kind == "number" or row[counted].has("count"))


def _describes_source(row: Row, i: int) -> bool:
    """ "A German newspaper", "some hacked database", "the spy chief": a word right before the noun of a sayer."""
    if row[i].means("other", "chatter") or " " in row[i].text or row[i].text.endswith("s") or is_verb(row[i].text):
        return False
    j = i + 1
    while j + 1 < len(row) and row[j].has("other") and not row[j].has("claim-after", "person", "office"):
        j += 1  # "the German defence chief"
    if j >= len(row):
        return False
    source = row[j]
    noun = source.means("claim-after", "noun") and not source.has("measure")
    led = i > 0 and row[i - 1].has("locative")  # "in such a country, says such an office"
    named = source.use in ("claimant", "sayer") and not source.has("place", *PARTY_KINDS) and not led
    return noun or named or (source.has("person", "office") and source.use == "idle")


def is_ordered(row: Row) -> bool:
    """Whether the bot is told to say something, a number in it, or to alter what it says, and is asked for none."""
    heads = (i for i in range(len(row)) if row[i].has("order") and _heads_clause(row, i)) if not row.asks else ()
    return any(_begins_order(row, i) if row[i].means("order", "verb") else _alters(row, i) for i in heads)


def _heads_clause(row: Row, i: int) -> bool:
    before = row.direct_before(i)
    while before is not None and (row[before].idle or row[before].has("order", "locative", "when")):
        before = row.direct_before(before)
    return before is None


def _alters(row: Row, i: int) -> bool:
    """ "You double every loss of theirs", "don't mention theirs": of nothing else is spoken, and no question put."""
    end = next((j for j in range(i, len(row)) if row[j].text in SENTENCE_ENDS + ","), len(row))
    told, rest = row.items[i:end], [*row.items[:i], *row.items[end:]]
    ours = (*MEASURES, "measure-noun", *PARTY_KINDS)
    asked = any(item.text == "?" for item in row.items[i:])
    return (
        row[i].means("order", "alter")
        and any(x.has(*ours) for x in told)
        and not (asked or any(x.has(*ours) for x in rest))
    )


def _begins_order(row: Row, i: int) -> bool:
    """A verb of saying, and behind it the words to be said: a side, and a number."""
    j = i + 1
    while j < len(row) and (row[j].has("order") or _introduces(row, j) or _precedes_that(row, j)):
        j += 1
    told = any(item.means("order", "that") for item in row.items[i:j])
    quoted = j < len(row) and row[j].text in (_QUOTE, ":")
    while j < len(row) and row[j].text in (_QUOTE, ":"):
        j += 1
    statement = list(takewhile(lambda item: item.kind != "mark" or item.text == ",", row.items[j:]))
    asked = not quoted and any(item.text == "?" for item in row.items[i:])
    if asked or not (quoted or told or row[i].text.isascii()):
        return False
    first = next((item for item in statement if not (item.idle or item.has(*_BEFORE_SIDE))), None)
    names_side = first is not None and first.has(*PARTY_KINDS, "claimant", "spokesperson")
    counted = (item for item in statement if item.use != "date")
    return names_side and any(x.kind == "number" or x.has(*_SO_MANY) or x.use == "number" for x in counted)


def _precedes_that(row: Row, j: int) -> bool:
    return row[j].text == "," and j + 1 < len(row) and row[j + 1].means("order", "that")


def _introduces(row: Row, j: int) -> bool:
    """Whether nothing but talk stands from here to the colon before what is to be said ("exactly this, no more:")."""
    end = next((k for k in range(j, len(row)) if row[k].kind == "mark"), j)
    ours = (*MEASURES, *PARTY_KINDS, "claimant", "spokesperson", "group", "object")
    return j < end and row[end].text == ":" and not any(item.has(*ours) for item in row.items[j:end])


def _too_early(limits: Limits, start: date) -> bool:
    return limits.span.last < start


def _private_person(row: Row) -> bool:
    """Two names in a row, one at least unknown to anybody: a person is not looked up."""
    return any(
        first.may_be_name and second.may_be_name and (first.unknown or second.unknown) and first.end + 1 == second.start
        for first, second in pairwise(row.items)
    )
