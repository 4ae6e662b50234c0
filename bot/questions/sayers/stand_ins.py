"""Heads of state and capitals that stand for their country: what they lost, have or own, what they did to the others.

Runs before claimants are read, as one that does none of this is one who says something.
"""

from __future__ import annotations

from bot.questions.frame import Frame
from bot.questions.items import MEASURES, NOUNS_LIKE_VERBS, PARTY_KINDS, Item
from bot.questions.parties.naming import LEADER, party_of
from bot.questions.parties.parties import HEADS, cases_of, is_deed, is_finite, is_party
from bot.questions.row import Row
from bot.questions.sayers.telling import has_data
from bot.questions.tokens.lexicon import Concepts

_OWNED = ("measure", "measure-loss", *HEADS)
_GENITIVES = ("а", "я", "го", "ы", "и")  # of such names, in languages with cases


def read_leader(row: Row, i: int, _: Frame) -> None:
    """Makes a leader who stands for his country a name of it, whose part is read as that of any other."""
    party = _party_of_leader(row, i)
    if party is None:
        return
    before = row.direct_before(i)
    has = before is not None and row[before].has("owner-case") and not row[before].has("claim") and not has_data(row, i)
    if has or _stands_for(row, i, party):
        row.reread(row[i], {**_name_of(row, party), **({"case": ("genitive",)} if has else {})})
    elif before is not None and row[before].has("fighting"):
        row[i].use = "idle"  # "who fought for him"
    elif _has_so_many(row, i) and not any(item.has("claim-after") for item in row.items[i:]):
        row[i].use = "idle"  # "he had fewer than that": nobody says anything


def read_capital(row: Row, i: int, _: Frame) -> None:
    """The same of a capital; or one where something happened."""
    if _dates_what_befell_it(row, i):
        row.reread(row[i], {"place": row[i].concepts["place"]})
        return
    named = not row[i].has("population", *PARTY_KINDS) and not row.ends_in(i, "claim-after")  # "the capital claims"
    party = party_of(row[i], row) or _ally(row[i].target("claimant"), row) if named else None
    if party is not None and _stands_for(row, i, party):
        row.reread(row[i], _name_of(row, party))


def _ally(claimant: str, row: Row) -> str | None:
    """The party of a claimant that fights for another's side."""
    party = row.vocabulary.claimant_party(claimant)
    return None if party in row.vocabulary.sides else party


def _name_of(row: Row, party: str) -> Concepts:
    """The words of a party: of one that fights for another, its people, who are counted by themselves."""
    people = None if party in row.vocabulary.sides else row.vocabulary.population(party, None)
    return {"population": (people,)} if people else {"party": (party,)}


def _dates_what_befell_it(row: Row, i: int) -> bool:
    """ "The capital, 24 April: how many dead": where and when at the head, nobody else, nothing said."""
    dated = next((item.use == "date" for item in row.items[i + 1 :] if item.kind != "mark"), False)
    others = (item.has("claim-after") or is_party(item, row) for j, item in enumerate(row.items) if j != i)
    return i == 0 and dated and row[i].has("place") and not any(others)


def _party_of_leader(row: Row, i: int) -> str | None:
    persons, claimants = row.vocabulary.entities.spokespersons, row.vocabulary.entities.claimants
    claimant = claimants.get(persons[row[i].target("spokesperson")].attributes.get("claimant", ""))
    if claimant is None or claimant.attributes.get("kind") != LEADER:
        return _ally(claimant.id, row) if claimant is not None else None
    return claimant.attributes.get("party")


def _stands_for(row: Row, i: int, party: str) -> bool:
    return _is_owner(row, i, party) or _is_loser(row, i) or _is_doer(row, i)


def _is_owner(row: Row, i: int, party: str) -> bool:
    """ "His jets", "the losses of his": not his figure of them, nor those of the others that he has."""
    before, after = row.direct_before(i), row.past_auxiliaries(i)
    if row[i].possessive and after is not None and row[after].has(*_OWNED):
        behind = row.after(after)
        if behind is not None and row[behind].has("owner"):
            behind = row.after(behind)
        if behind is None:
            return True
        return not row[behind].has("claim-after") and party_of(row[behind], row) in (None, party)
    if before is not None and row[before].has("owner") and not row[before].has("locative", "claim", "claim-after"):
        return True  # "belonging to him"
    noun = before is not None and row[before].has("measure-loss", *HEADS) and not row[before].has("verb-number")
    noun &= not _says_it_alone(row, i, party)
    return noun and is_genitive(row[i])


def is_genitive(item: Item) -> bool:
    """Whether the name of a leader or a capital, in a language with cases, may be that of an owner."""
    return not item.text.isascii() and item.text.endswith(_GENITIVES) and cases_of(item.text) != ("nominative",)


def _says_it_alone(row: Row, i: int, party: str) -> bool:
    """Whether something is said behind item i, and nobody else is named there who says it."""
    behind = row.until_mark(i + 1)
    others = (x.has("claimant", "spokesperson", "office", *PARTY_KINDS) and party_of(x, row) != party for x in behind)
    return any(item.has("claim", "claim-after") for item in behind) and not any(others)


def _is_loser(row: Row, i: int) -> bool:
    """ "He lost", "lost by him"."""
    before, after = row.direct_before(i), row.past_auxiliaries(i)
    if before is not None and row[before].has("measure-loss") and row[before].means("verb-number", "singular"):
        return True
    said = before is not None and row[before].has("claim") and not _has_its_sayer(row, before)
    if after is not None and row[after].has("measure-loss") and not said:
        behind = row.after(after)
        noun = row[after].text in NOUNS_LIKE_VERBS or (behind is not None and row[behind].has("claim-after", "claim"))
        return not noun and (row[i].text.isascii() or row[after].means("verb-number", "singular"))
    if before is not None and row[before].has("doer"):
        verb = row.direct_before(before)
        return verb is not None and row[verb].has("measure-loss") and is_finite(row[verb])
    return False


def _has_its_sayer(row: Row, verb: int) -> bool:
    """ "My boss says [that] he lost": who says it stands before the verb."""
    return verb > 0 and row[verb - 1].kind == "word" and row[verb].means("claim-after", "verb")


def _is_doer(row: Row, i: int) -> bool:
    """ "Did he kill", "he killed so many", "killed he" in languages with cases."""
    before, verb = row.direct_before(i), row.past_auxiliaries(i)
    if not row[i].text.isascii():
        beside = [row[j] for j in (row.before(i), row.after(i)) if j is not None]
        return any(is_deed(item) and item.means("verb-number", "singular") for item in beside)
    takes = verb is not None and row[verb].has("taking") and row.has("measure-noun")
    if verb is None or not (takes or row[verb].has("measure-active")) or row[verb].has("measure-loss"):
        return False
    if before is not None and row[before].has("locative", "agent", "owner"):
        return False
    behind = row.after(verb)
    asked = before is not None and row[before].means("auxiliary", "active")
    done_to = behind is not None and (row[behind].kind == "number" or row[behind].has("ask", *HEADS, *PARTY_KINDS))
    return asked or (done_to and not _are_described(row, i, behind))


def _are_described(row: Row, i: int, behind: int | None) -> bool:
    """ "So-and-so killed soldiers": as typed into a search, those who were killed rather than what he did."""
    participle = behind == i + 2 and row[i + 1].has("measure") and row[i + 2].has("group")
    return participle and not row.vocabulary.is_territorial(row[i + 2].target("group"))


def _has_so_many(row: Row, i: int) -> bool:
    if i + 1 >= len(row) or not row[i + 1].has("possess"):
        return False
    return i + 2 >= len(row) or not row[i + 2].has(*MEASURES)
