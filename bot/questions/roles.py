"""Who did it, who holds the captives, whose losses: the parts that parties play in a question.

Runs after claimants are out. Prepositions and cases speak first, then verbs and their subjects; what is left suffered
it.
"""

from __future__ import annotations

from itertools import pairwise

from bot.questions.claiming import PARTY_KINDS, party_of
from bot.questions.frame import Frame, add
from bot.questions.items import Item
from bot.questions.row import Row

_NOUNS = ("group", "narrower", "object", "model", "means", "measure-noun", "population")
_HEADS = ("group", "narrower", "object", "model", "measure-noun", "population")
_MENTIONS = (*PARTY_KINDS, "claimant")


def read_roles(row: Row, frame: Frame) -> None:
    """Gives every party that is named a role."""
    for read in (_read_recipients, _read_agents, _read_instrumentals, _read_means, _read_captors, _read_subjects):
        read(row, frame)
    _read_rest(row, frame)


def is_party(item: Item, row: Row) -> bool:
    """Whether an open item names a party."""
    return item.use is None and item.has(*_MENTIONS) and party_of(item, row) is not None


def _verb_before(row: Row, i: int) -> Item | None:
    """The nearest measure before item i, whatever stands between."""
    return next((row[j] for j in range(i - 1, -1, -1) if row[j].has("measure", "measure-active")), None)


def _verb_near(row: Row, i: int) -> Item | None:
    spots = sorted((j for j in range(len(row)) if row[j].has("measure", "measure-active")), key=lambda j: abs(j - i))
    return row[spots[0]] if spots else None


def _take_agent(row: Row, i: int, frame: Frame) -> None:
    party = party_of(row[i], row)
    assert party is not None
    add(frame.agents, party)
    row[i].use = "agent"


def _swallow(row: Row, i: int, use: str) -> None:
    """The nouns right behind item i belong to its phrase: "by their drones and shelling", "by their soldiers"."""
    j = i + 1
    while j < len(row):
        item = row[j]
        joins = item.has("and") and j + 1 < len(row) and row[j + 1].has("means", "object", "group")
        of_things = item.has("means", "object", "model")
        of_people = item.has("group", "narrower", "population") and j == i + 1
        if item.use is not None or item.has("measure") or not (of_things or of_people or joins):
            return
        item.use = use
        j += 1


def _read_recipients(row: Row, frame: Frame) -> None:
    for i in row.open("recipient"):
        before, after = row.before(i), row.after(i)
        if before is None or after is None or not is_party(row[after], row):
            continue
        verb = _verb_before(row, i)
        if verb is not None and verb.has("measure-loss"):
            _take_agent(row, after, frame)


def _read_agents(row: Row, frame: Frame) -> None:
    for i in row.open("agent"):
        after = row.after(i)
        if after is None or row[after].use is not None:
            continue
        if is_party(row[after], row):
            if not _suffers_instead(row, i, after):
                _take_agent(row, after, frame)
                _swallow(row, after, "means")
        elif row[after].has("means", "object", "model") and not row[i].has("owner"):
            row[after].use = "means"
            _swallow(row, after, "means")


def _suffers_instead(row: Row, i: int, party: int) -> bool:
    """ "Lost by" those who suffered it; "from" says who did it only beside what it was done with, or a deed."""
    verb = _verb_before(row, i)
    if verb is None:
        return False
    if row[i].has("owner") and not verb.has("measure-active") and not _means_follow(row, party):
        return True
    return verb.has("measure-loss") and not verb.has("measure-active")


def _means_follow(row: Row, i: int) -> bool:
    return i + 1 < len(row) and row[i + 1].has("means")


def _read_instrumentals(row: Row, frame: Frame) -> None:
    """A party in the case of the one who did it; beside a verb of losing it is the one who lost."""
    for i, item in enumerate(row.items):
        if not is_party(item, row) or not item.means("case", "instrumental") or item.means("case", "nominative"):
            continue
        verb = _verb_near(row, i)
        if item.has("party-adjective") and not item.has("party-people") and not _has_doing_head(row, i, verb):
            continue
        if verb is not None and verb.has("measure-loss"):
            continue
        _take_agent(row, i, frame)
        _swallow(row, i, "means")


def _has_doing_head(row: Row, i: int, verb: Item | None) -> bool:
    """Whether the noun of an adjective can do something: forces, strikes, or things beside what was done."""
    head, before = row.after(i), row.direct_before(i)
    if head is None or (before is not None and row[before].has("claim")):
        return False
    return row[head].has("means", "group") or (row[head].has("object") and verb is not None)


def _read_means(row: Row, frame: Frame) -> None:
    """What it was done with is not what was lost; whose means they are, did it."""
    for i in row.open("means"):
        row[i].use = "means"
        before = row.direct_before(i)
        if before is not None and row[before].use is None and row[before].has("object", "model"):
            row[before].use = "means"
            before = row.direct_before(before)
        if before is not None and is_party(row[before], row) and row[before].has("party-adjective", "party"):
            _take_agent(row, before, frame)


def _read_captors(row: Row, frame: Frame) -> None:
    held = [i for i, item in enumerate(row.items) if item.has("captivity", "measure-noun")]
    for i in list(row.open("captivity")):
        before, after = row.direct_before(i), row.after(i)
        prefixed = " " in row[i].text  # "in captivity" in one: what stands before it are the captives
        if not prefixed and before is not None and is_party(row[before], row) and row[before].has("party-adjective"):
            _take_agent(row, before, frame)
        elif after is not None and is_party(row[after], row) and not row[after].has("party-adjective"):
            _take_agent(row, after, frame)
        elif after is not None and row[after].has("locative", "owner"):
            beyond = row.after(after)
            if beyond is not None and is_party(row[beyond], row):
                _take_agent(row, beyond, frame)
        row[i].use = "captivity"
        add(frame.measures, row[i].target("captivity"))
    if not held and not any(item.has("measure-active") and item.has("captor") for item in row.items):
        return
    for i, item in enumerate(row.items):
        if is_party(item, row) and _has_or_keeps(row, i):
            frame.versus |= bool(frame.agents) and any(row[j].has("and", "versus") for j in range(i))
            _take_agent(row, i, frame)


def _has_or_keeps(row: Row, i: int) -> bool:
    """Where captives are, who has them: "in their country", "do they have", у + genitive."""
    item, before = row[i], row.direct_before(i)
    head = row.after(i)
    if (
        item.has("party-adjective")
        and not item.has("party-people", "party")
        and head is not None
        and row[head].has(*_HEADS)
    ):
        return False
    if before is not None and row[before].has("locative", "owner-case") and row[before].use is None:
        return item.has("party", "claimant") or row[before].has("owner-case")
    if before is not None and row[before].means("auxiliary", "active") and not item.has("party-adjective"):
        return True
    return item.has("party") and head is not None and row[head].means("auxiliary", "active")


def _read_subjects(row: Row, frame: Frame) -> None:
    """The subject of a verb that does something to others."""
    mentions = [i for i, item in enumerate(row.items) if is_party(item, row)]
    for i in mentions:
        if _owns_subject(row, i):
            row[i - 1].use = "means"
            _take_agent(row, i, frame)
    for i in mentions:
        if row[i].use is None and _is_subject(row, i, frame):
            _take_agent(row, i, frame)
            if row[i].has("party-adjective") or row[i].means("case", "nominative"):
                _swallow(row, i, "means")
    for i, item in enumerate(row.items):
        if item.has("pronoun") and item.use is None and frame.claimants and not frame.agents:
            after = row.after(i)
            if after is not None and row[after].has("measure-active"):
                party = row.vocabulary.claimant_party(frame.claimants[-1])
                if party and not frame.sides:
                    add(frame.agents, party)


def _is_subject(row: Row, i: int, frame: Frame) -> bool:
    item = row[i]
    if item.has("case"):
        return _is_nominative_subject(row, i, frame)
    if row.vocabulary.languages.get(item.text, frozenset({"en"})) and item.kind == "word" and not item.text.isascii():
        return _is_undeclined_subject(row, i, frame)
    return _is_english_subject(row, i)


def _owns_subject(row: Row, i: int) -> bool:
    """A singular verb, its subject, and whose it is: "shot down [by] the air defence of …" in a language with cases."""
    if i < 2 or not row[i - 1].has("object", "group") or row[i].has("party-adjective"):
        return False
    return _is_deed(row[i - 2]) and row[i - 2].means("verb-number", "singular")


def _is_nominative_subject(row: Row, i: int, frame: Frame) -> bool:
    """Nominative beside a transitive verb of action, on either side."""
    item, before = row[i], row.direct_before(i)
    if not item.means("case", "nominative"):
        return False
    if before is not None and row[before].has("owner-case", "locative") and not row[before].has("measure-active"):
        return False
    if not item.has("party-people", "party", "party-army"):
        return _is_adjective_of_subject(row, i, frame)
    verb = _verb_near(row, i)
    return verb is not None and _is_deed(verb)


def _is_deed(item: Item) -> bool:
    """A verb form that only its doer can be the subject of."""
    return item.has("measure-active") and not item.has("measure-loss", "measure")


def _is_adjective_of_subject(row: Row, i: int, frame: Frame) -> bool:
    """ "Their air defence shot down": a singular verb agrees with its subject; a plural one may have none."""
    end = _end_of_nouns(row, i)
    beside = (row.direct_before(i), row.after(end))
    deeds = [j for j in beside if j is not None and _is_deed(row[j])]
    if end == i or not deeds:
        return False
    if any(row[j].means("verb-number", "singular") for j in deeds):
        return True
    nouns = range(i + 1, end + 1)
    if any(row[j].has("group", "population") for j in nouns):
        return True
    others = (j for j in range(len(row)) if j not in nouns and row[j].has(*_HEADS, "party-people"))
    if any(True for _ in others):
        return True
    frame.doubt = True
    return False


def _end_of_nouns(row: Row, i: int) -> int:
    """The last of the nouns right behind item i."""
    end = i
    while (
        end + 1 < len(row)
        and row[end + 1].has("group", "object", "narrower", "model")
        and not row[end + 1].has("measure")
    ):
        end += 1
    return end


def _is_undeclined_subject(row: Row, i: int, frame: Frame) -> bool:
    """A name without cases beside a transitive verb: a singular verb agrees with it, any other leaves it open."""
    item, before = row[i], row.direct_before(i)
    if not item.has("party", "party-army") or (
        before is not None and row[before].has("owner-case", "locative", "owner")
    ):
        return False
    near = [j for j in (row.direct_before(i), row.after(i)) if j is not None and row[j].has("measure-active")]
    if not near or any(row[j].has("measure") for j in near):
        return False
    if any(row[j].means("verb-number", "singular") for j in near):
        return True
    frame.doubt = True
    return False


def _is_english_subject(row: Row, i: int) -> bool:
    item = row[i]
    end = _end_of_nouns(row, i)
    if item.has("party-adjective") and not item.has("party") and end == i:
        return False
    before, after = row.direct_before(i), row.after(end)
    asked = before is not None and row[before].means("auxiliary", "active") and not _passive_ahead(row, end)
    helped = False
    while after is not None and row[after].means("auxiliary", "active"):
        helped, after = True, row.after(after)
    if after is None or not row[after].has("measure-active") or row[after].has("measure-loss"):
        return asked and _verb_later(row, end)
    if not row[after].has("measure") or asked:
        return True  # a form that is only active ("destroys"), or a question ("has it destroyed")
    if helped:
        return not (item.has("party-people") and _passive_ahead(row, end))
    return _acts_without_help(row, i, end, after)


def _acts_without_help(row: Row, i: int, end: int, verb: int) -> bool:
    """ "Tanks the country destroyed" and "the country destroyed tanks", but not "its men killed"."""
    item, before, beyond = row[i], row.direct_before(i), row.after(verb)
    while beyond is not None and row[beyond].has("ask"):
        beyond = row.after(beyond)
    country = item.has("party") and not item.has("party-adjective")
    if before is not None and row[before].use is None:
        if row[before].has(*_HEADS):
            return country or not item.has("party-adjective")
        if row[before].has("party-people") and item.has("party", "party-people"):
            return True
    patient = beyond is not None and (
        row[beyond].has(*_HEADS, "party-adjective", "party-people") or row[beyond].kind == "number"
    )
    another = beyond is not None and end > i and row[beyond].has("group", "object", "model")
    return (country and patient) or another


def _passive_ahead(row: Row, i: int) -> bool:
    return any(
        row[j].means("auxiliary", "passive") and row[j].text not in ("have", "has")
        for j in range(i + 1, min(i + 3, len(row)))
    )


def _verb_later(row: Row, i: int) -> bool:
    """ "did they … kill", with words between."""
    for j in range(i + 1, min(i + 4, len(row))):
        if row[j].kind == "mark":
            return False
        if row[j].has("measure", "measure-active"):
            return row[j].has("measure-active") and not row[j].has("measure-loss")
    return False


def _read_rest(row: Row, frame: Frame) -> None:
    """Parties that nothing made an agent suffered the losses, or are where it happened."""
    left = [i for i, item in enumerate(row.items) if is_party(item, row)]
    frame.possessed |= any((j := row.direct_before(i)) is not None and row[j].has("owner-case") for i in left)
    located = [i for i in left if _is_located(row, i)]
    named = [i for i in left if i not in located]
    frame.versus |= any(_are_joined(row, i, j) for i, j in pairwise(named))
    strong = [i for i in named if row[i].has("party-people", "party-army", "party-adjective")]
    for i in named:
        party = party_of(row[i], row)
        assert party is not None
        bare_country = row[i].has("party") and not row[i].has("party-adjective") and not frame.versus
        others = {party_of(row[j], row) for j in strong if j != i} | ({"?"} if row_has_population(row) else set())
        if bare_country and others and party not in others and not frame.each_side and not _beside_measure(row, i):
            add(frame.locations, party)
        else:
            add(frame.sides, party)
            _pair(row, i, party, frame)
        row[i].use = "side"
    for i in located:
        if row[i].has("place") and not row[i].has("party"):
            continue  # a capital is a place in its country
        party = party_of(row[i], row)
        assert party is not None
        add(frame.locations, party)
        row[i].use = "location"


def _are_joined(row: Row, i: int, j: int) -> bool:
    """Whether two parties are asked about together; a comma or colon alone joins only what is named alike."""
    joins = [row[k] for k in range(i + 1, j) if row[k].has("and", "versus")]
    alike = row[i].has("party-adjective", "party-people") == row[j].has("party-adjective", "party-people")
    return any(join.kind != "mark" or join.text not in ",:" or alike for join in joins)


def _beside_measure(row: Row, i: int) -> bool:
    """The subject of losing: a country that lost is no place."""
    return any(j is not None and row[j].has("measure-loss") for j in (row.before(i), row.after(i)))


def row_has_population(row: Row) -> bool:
    """Whether a population is named by itself."""
    return any(item.use is None and item.has("population") and not item.has("filler") for item in row.items)


def _is_located(row: Row, i: int) -> bool:
    before = row.direct_before(i)
    if before is None or not row[before].has("locative") or row[before].use is not None:
        return False
    if not row[i].has("party", "claimant") or row[before].has("owner"):
        return False
    if row[before].has("owner-case") and _is_owner(row, i):
        return False
    head = i + 1
    return not (head < len(row) and row[i].has("party-adjective") and row[head].has(*_HEADS, "party-army"))


def _is_owner(row: Row, i: int) -> bool:
    """Behind a preposition that means both "in" and "of": people, a genitive, or whoever lost something."""
    item = row[i]
    if item.has("party-people", "party-army") or item.means("case", "genitive"):
        return True
    verb = _verb_near(row, i)
    return not item.has("case") and verb is not None and verb.has("measure-loss")


def _pair(row: Row, i: int, party: str, frame: Frame) -> None:
    """Remember which noun a party stands beside, for "tanks of one and planes of the other"."""
    beside = [i + 1] if row[i].has("party-adjective") else [i - 1]
    for j in beside:
        if 0 <= j < len(row):
            for kind in ("group", "object"):
                frame.pairs |= {(party, target) for target in row[j].concepts.get(kind, ())}
