"""Two things asked in one sentence, each with a side, a noun or a deed of its own: "their dead and the others' tanks".

Together, each side would be asked about each deed. Where a sentence has such parts, each is read by itself, and what it
does not name is taken from the other. Runs after roles are read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from bot.questions.items import MEASURES, NOUNS_LIKE_VERBS, PARTY_KINDS, Item
from bot.questions.parties.naming import party_of
from bot.questions.parties.parties import HEADS
from bot.questions.row import Row

_MARKS = ",;"
_NUMBERED = ("number", "date")
_DEEDS = ("measure-active", "measure-loss")
_LEAST_APART = 2  # of whose, what and what happened: where only one differs, each goes with each
_MOST_PARTS = 4
_MOST_BORDERS = 24  # a text with more of them is none of a few parts, and not worth the time

SUFFERED, DID = "side", "agent"


@dataclass(frozen=True, slots=True)
class Part:
    """What a part of a sentence names."""

    first: int  # of its items
    last: int  # the first behind it
    whose: frozenset[str]  # parties that suffered it
    suffered: bool  # they are named, and not only who did it to them
    populations: frozenset[str]
    things: frozenset[str]
    groups: frozenset[str]
    measures: frozenset[str]  # but for vague ones, which give way to those of another part
    persons: bool  # people are named, if only as those of a side
    counted: bool  # so many people of a side
    dead: bool  # what happened happens to people alone
    subject: tuple[str, str] | None = None  # who its verb is of, by the part before: a role and a party

    @property
    def names_something(self) -> bool:
        """Whether there is anything in it that could be counted."""
        return bool(self.whose or self.populations or self.things or self.groups or (self.dead and self.measures))


def parts_of(row: Row) -> Sequence[Part]:
    """The parts of a sentence that are asked for apart; none where it is one question."""
    parts: list[Part] = []
    first = 0
    borders = [*islice(_borders(row), _MOST_BORDERS + 1), len(row)]
    if len(borders) > _MOST_BORDERS:
        return []
    for border, end in pairwise(borders):
        before = _part(row, first, border)
        behind = _with_subject(row, before, _part(row, border, end))
        if before.names_something and behind.names_something and _are_apart(before, behind):
            parts.append(before if not parts else _with_subject(row, parts[-1], before))
            first = border
    if not parts or len(parts) >= _MOST_PARTS:
        return []
    return [*parts, _with_subject(row, parts[-1], _part(row, first, len(row)))]


def _borders(row: Row) -> Iterator[int]:
    """Where a part may begin: behind a comma, at an "and", at a "how many"."""
    for i in range(1, len(row)):
        item, before = row[i], row[i - 1]
        joined = _joins(item) and item.use is None and not _stands_between_numbers(row, i)
        asked = item.asks and not before.has("and", "filler")
        of_noun = item.has("relative-patient")  # "the soldiers, whom they killed"
        if joined or asked or (before.kind == "mark" and before.text in _MARKS and not (of_noun or before.aside)):
            yield i


def _joins(item: Item) -> bool:
    return item.kind == "word" and (item.means("and", "and") or item.has("conjunction"))


def _stands_between_numbers(row: Row, i: int) -> bool:
    return row[i - 1].kind in _NUMBERED and i + 1 < len(row) and row[i + 1].kind in _NUMBERED


def _part(row: Row, first: int, last: int) -> Part:
    items = row.items[first:last]
    measures = [item for item in items if item.use in ("measure", "captivity")]
    parties = [item for item in items if item.use in (SUFFERED, DID) and item.has(*PARTY_KINDS)]
    groups = {target for item in items if item.use == "group" for target in _targets(item, "narrower", "group")}
    targets = {target for item in measures for target in _targets(item, *MEASURES, "measure-noun", "captivity")}
    lost = [row[i] for i in range(first, last) if _is_who_lost(row, i)]
    people = [
        item
        for item in parties
        if item.use == SUFFERED and item.has("party-people", "party-army") and not any(item is x for x in lost)
    ]
    return Part(
        first,
        last,
        whose=frozenset(_who_suffered(row, item.use or "", party_of(item, row) or "") for item in parties),
        suffered=any(item.use == SUFFERED for item in parties),
        populations=frozenset(item.target("population") for item in items if item.use == "population"),
        things=frozenset(t for item in items if item.use == "object" for t in _targets(item, "object", "model")),
        groups=frozenset(groups),
        measures=frozenset(measure for measure in targets if ("vague", measure) not in row.vocabulary.rules),
        persons=bool(people or groups) or any(item.has("measure-noun") for item in measures),
        counted=any(item in people and number.kind == "number" for number, item in pairwise(items)),
        dead=bool(targets) and not any(row.vocabulary.of_objects(measure) for measure in targets),
    )


def _is_who_lost(row: Row, i: int) -> bool:
    """Whether a party is named as who lost something, and so not as what is counted: "how many did they lose"."""
    if not row[i].text.isascii():
        return row[i].means("case", "nominative")
    verb = row.past_auxiliaries(i)
    return verb is not None and row[verb].has("measure-loss") and row[verb].text not in NOUNS_LIKE_VERBS


def _targets(item: Item, *kinds: str) -> Sequence[str]:
    return next((item.concepts[kind] for kind in kinds if item.has(kind)), ())


def _who_suffered(row: Row, role: str, party: str) -> str:
    return party if role == SUFFERED else row.vocabulary.opponent(party) or ""


def _with_subject(row: Row, before: Part, part: Part) -> Part:
    """ "… and lost so many", "how many did they lose": a verb whose subject the part before names."""
    if part.whose or part.populations:
        return part
    verb, party = _verb_of_pronoun(row, part), before.subject[1] if before.subject else _subject_of(row, before)
    if verb is not None:
        party = party or _only_party(row, before)
    else:
        verb = _verb_at_head(row, part)
    if verb is None or party is None:
        return part
    role = SUFFERED if row[verb].has("measure-loss") else DID
    return replace(part, subject=(role, party), whose=frozenset({_who_suffered(row, role, party)}))


def _verb_at_head(row: Row, part: Part) -> int | None:
    """A verb before what it was done to; a participle may stand there too where nothing follows."""
    head = next((i for i in range(part.first, part.last) if not (row[i].kind == "mark" or _only_leads(row[i]))), None)
    if head is None or not row[head].has(*_DEEDS):
        return None
    counted = row.after(head)
    if counted is not None and counted < part.last and (row[counted].kind == "number" or row[counted].has(*HEADS)):
        return head
    finite = not row[head].has("measure") or row[head].means("verb-number", "singular")
    return head if finite and any(map(_asks, row.items[part.first : head])) else None


def _verb_of_pronoun(row: Row, part: Part) -> int | None:
    """ "Did they lose", "they lost"."""
    for i in range(part.first, part.last):
        verb = row.after(i) if row[i].has("pronoun") else None
        if verb is not None and verb < part.last and row[verb].has(*_DEEDS):
            return verb
    return None


def _only_party(row: Row, part: Part) -> str | None:
    items = (item for item in row.items[part.first : part.last] if item.use in (SUFFERED, DID))
    parties = {party_of(item, row) for item in items if item.has(*PARTY_KINDS)}
    return parties.pop() if len(parties) == 1 else None


def _asks(item: Item) -> bool:
    """ "How many", "and how many"."""
    return item.has("ask") or (item.has("and") and " " in item.text)


def _only_leads(item: Item) -> bool:
    return item.has("and", "ask") or item.idle


def _subject_of(row: Row, part: Part) -> str | None:
    """Who did it, or who lost it, named beside the verb; or who says that he did."""
    for i in range(part.first, part.last):
        verb = row.past_auxiliaries(i)
        if verb is None or verb >= part.last or not row[verb].has(*_DEEDS):
            continue
        if row[i].has("pronoun"):
            sayers = (item for item in row.items[:i] if item.use == "claimant" and item.has(*PARTY_KINDS, "claimant"))
            return next((party for item in sayers if (party := party_of(item, row))), None)
        loses = row[verb].has("measure-loss")
        if row[i].has(*PARTY_KINDS) and row[i].use == (SUFFERED if loses else DID):
            return party_of(row[i], row)
    return next((party for party in _behind_verb(row, part) if party), None)


def _behind_verb(row: Row, part: Part) -> Iterator[str | None]:
    """In languages with cases a subject may stand behind its verb."""
    for i in range(part.first + 1, part.last):
        verb = row.direct_before(i)
        if verb is None or not row[verb].has(*_DEEDS) or not row[i].has(*PARTY_KINDS) or row[i].text.isascii():
            continue
        finite = not row[verb].has("measure") or row[verb].means("verb-number", "singular")
        if finite and row[i].use == (SUFFERED if row[verb].has("measure-loss") else DID):
            yield party_of(row[i], row)


def _are_apart(before: Part, behind: Part) -> bool:
    """Whether to ask each side about each thing would ask for more than the sentence does, or for less."""
    if bool(before.populations) != bool(behind.populations) and (before.suffered or behind.suffered):
        return True
    if behind.subject is not None and before.whose != behind.whose:
        return True
    whose, what = (before.whose, behind.whose), (_what(before, behind), _what(behind, before))
    deeds = (before.measures, behind.measures)
    apart = sum(bool(a and b) and a != b for a, b in (whose, deeds)) + (what[0] != what[1])
    return apart >= _LEAST_APART or _would_be_swallowed(before, behind, what)


def _what(part: Part, other: Part) -> frozenset[str]:
    """The things or groups that a part counts; its own, the other's, or people."""
    if part.things or part.groups:
        return part.things or part.groups
    if part.persons or (part.dead and other.things):
        return frozenset()
    return other.things or other.groups


def _would_be_swallowed(before: Part, behind: Part, what: tuple[frozenset[str], frozenset[str]]) -> bool:
    """ "Their men, and the civilians of …": people of a side beside a group of a side of its own, or beside things."""
    if all(what) or what[0] == what[1]:
        return False
    named = behind if what[1] else before
    other = before if what[1] else behind
    return bool(named.groups and named.whose and other.whose) or bool(named.things and (other.dead or other.counted))
