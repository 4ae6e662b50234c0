"""Who is asked about as the one who says a number. Runs before roles, so that a claimant never becomes the side."""

from __future__ import annotations

from bot.language.inflection import known_forms
from bot.questions.frame import Frame, add
from bot.questions.items import MEASURES, PARTY_KINDS, Item
from bot.questions.parties.naming import is_topmost, party_of, take_claimant
from bot.questions.parties.parties import ABBREVIATED, COUNTED, PLURAL_PAST, may_be_genitive
from bot.questions.row import Row
from bot.questions.sayers.headlines import closes_the_claim, heads_the_claim, read_arm_at_head, read_forces_at_head
from bot.questions.sayers.hearers import (
    hides_it,
    is_lost_by_anothers_word,
    is_told_it,
    is_who_lost,
    owns_what_acts,
    tells_when,
)
from bot.questions.sayers.offices import read_office, read_title, their_before
from bot.questions.sayers.stand_ins import read_capital, read_leader
from bot.questions.sayers.telling import (
    answers_who_says_it,
    are_asked_what_they_say,
    are_data_of,
    gives_data,
    has_data,
    has_figures_for,
    is_joined_to_verb,
    is_of_speaker,
    puts_it_at,
    tell_inside,
    tells_whose_enemy,
)
from bot.questions.sayers.two_sayers import (
    is_beside_a_person,
    is_compared,
    is_joined_to_sayer,
    read_sayers_compared,
)

_TOLD_BY = ("claim-after", "passive")


def read_claimants(row: Row, frame: Frame) -> None:
    """Marks the items that name claimants and puts them into the frame."""
    for kind, read in _READERS:
        for i in row.open(kind):
            read(row, i, frame)
    for i in row.open("claimant", "spokesperson", *PARTY_KINDS):
        if tells_when(row, i) or _is_corrected(row, i):
            continue
        if any(says(row, i) for says in _SAYERS):
            take_claimant(row, i, frame)
            read_title(row, i)
    for i in row.open("claimant", *PARTY_KINDS):
        if is_joined_to_sayer(row, i):
            take_claimant(row, i, frame)
    read_sayers_compared(row, frame)


def _read_silent(row: Row, i: int, frame: Frame) -> None:
    """A claimant that says nothing where it stands: it hides it, was told it, or lost something."""
    if hides_it(row, i) and party_of(row[i], row) is None:
        row[i].use = "idle"
    if not row[i].has("claimant"):
        return
    if (their := their_before(row, i)) is not None and not is_topmost(row[i], row):
        for item in row.items[their:i]:
            item.use = "idle"  # "their own such-and-such agency"
    if is_told_it(row, i):
        row[i].use = "idle"
    elif is_lost_by_anothers_word(row, i) or is_who_lost(row, i):
        add(frame.sides, row.vocabulary.claimant_party(row[i].target("claimant")) or "")
        row[i].use = "side"
    elif owns_what_acts(row, i):
        add(frame.agents, row.vocabulary.claimant_party(row[i].target("claimant")) or "")
        row[i].use, row[i + 1].use = "agent", "means"


def _is_corrected(row: Row, i: int) -> bool:
    """ "I was asking about ours": the verb at the end is the speaker's, not theirs."""
    return i > 0 and row[i - 1].has("correction") and row[i].has(*PARTY_KINDS)


def _read_people_who_say(row: Row, i: int, frame: Frame) -> None:
    """ "According to the gunners of the other side": it says so."""
    people = row.after(i)
    party = row.after(people) if people is not None else None
    if people is None or party is None or not row[people].has("group", "narrower") or row[people].has("measure"):
        return
    if row[party].use is None and row[party].has("party", "party-people", "party-army") and party == people + 1:
        row[people].use = "claimant"
        take_claimant(row, party, frame)


def _is_strong(row: Row, i: int) -> bool:
    """Names nobody but a claimant: a person, an office, an institution."""
    item = row[i]
    if item.has("spokesperson"):
        return not item.has("filler")
    if not item.has("claimant") or item.has("population", *PARTY_KINDS):
        return False
    if is_topmost(item, row):
        return row.ends_in(i, "claim-after")  # "the capital claims"
    return not item.has("filler") or item.typed.isupper()


def _is_said_by(row: Row, i: int) -> bool:
    before, after = row.before(i), row.past_auxiliaries(i)
    lead = before if before is not None and row[before].has("claim") else i - 1
    if lead >= 0 and ((lead == before and row[lead].has("claim")) or _is_subject_behind(row, lead, i)):
        return _is_led_by_claim(row, lead, i)
    if after is None or row[after].use is not None:
        return False
    behind = row.after(after)
    if row[after].has("claim") and behind is None and not row[i].has("party-adjective"):
        return (
            _may_be_subject(row[i]) and not is_compared(row, i) and not _is_whose_is_counted(row, i, after)
        )  # "and they, what do they say?"
    if not row[after].has("claim-after") or _is_object_of_question(row, i, after):
        return False
    if row[after].means("claim-after", "verb") and behind is not None and row[behind].has("spokesperson"):
        inside = before is not None and row[before].has("locative", "owner", "owner-case", "measure-loss")
        inside |= row[i].has("party-army") and before is not None and row[before].has("measure", "measure-noun")
        inside |= before is not None and row[before].has(*COUNTED) and may_be_genitive(row[i])
        return not inside and not row[i].means("case", "oblique")  # "losses in, or of, their army, says such a one"
    return _is_subject_of_saying(row, i, after)


def _says_by_its_arm(row: Row, i: int) -> bool:
    """ "Its air defence says"; said that it did, but not what is said, or reported, to have been destroyed."""
    verb = row.next(i + 1)
    if not (row[i].has("party-adjective") and row.precedes(i, "actor") and verb and verb.means("claim-after", "verb")):
        return False
    if not verb.text.endswith(("ed", "said")) or row.precedes(i + 2, "pronoun", "demonstrative"):
        row[i + 1].use = "claimant"
    return row[i + 1].use == "claimant"


def _is_subject_behind(row: Row, verb: int, i: int) -> bool:
    """ "Counts that country", "told by that country": a verb of saying and who says it, in a language with cases."""
    if row[verb].means(*_TOLD_BY) and not row[i].has("party-adjective"):
        return row[i].means("case", "instrumental")
    says = row[verb].means("claim-after", "verb") and not row[verb].text.isascii()
    begins = row.precedes(i, "measure-loss", "measure-active")  # "they write that country lost"
    agrees = row[i].means("case", "nominative") or (
        not row[i].has("case") and row[verb].means("verb-number", "singular")
    )
    return says and verb == i - 1 and agrees and not (begins or is_of_speaker(row, verb))


def _is_object_of_question(row: Row, i: int, after: int) -> bool:
    """ "How many killed of those, says the other?": the last word is who says it."""
    before, last = row.direct_before(i), row.after(after)
    if before is None or last is None or not row[i].text.isascii() or not row[after].has("claim"):
        return False
    ends = row.after(last) is None and row[last].has("claimant", "spokesperson", *PARTY_KINDS)
    return ends and row[before].has(*MEASURES)


def _is_led_by_claim(row: Row, before: int, i: int) -> bool:
    """Whether what stands behind "according to", "says" or "data of" says it."""
    struck = row.direct_before(before)
    if _names_whose(row, before, i) or (struck is not None and row[struck].has("strike")):
        return False
    if row[before].means("claim-after", "verb") and not _may_be_subject(row[i]) and not row[before].means(*_TOLD_BY):
        return False  # "he says that of them": in a language with cases, whoever says it is in the nominative
    if row[before].has("claim-after") and row[before].text.isascii() and _begins_what_is_said(row, i):
        return False
    if row[before].has("claim-after") and any(item.means("order", "that") for item in row.items[before + 1 : i]):
        return False  # "who says that they lost"
    sayer = row.before(before) if row[before].has("claim-after") else None
    return sayer is None or row[sayer].use not in ("claimant", "sayer")  # "they say X lost": X says nothing


def _may_be_subject(item: Item) -> bool:
    return not item.has("case") or item.means("case", "nominative")


def _names_whose(row: Row, before: int, i: int) -> bool:
    """ "On their army" with a preposition that may mean "according to"; "data of their losses"."""
    head = row.after(i)
    others = (item for j, item in enumerate(row.items) if j != before)
    data = any(item.has("claim") or item.means("claim-after", "noun") for item in others)  # "whose data? by theirs"
    alone = row[i].has("party-adjective") and head is None and not data
    if row[before].has("locative") and (alone or row[i].has("party", "party-people", "party-army")):
        return head is None or not row[head].has("claim-after")
    counted = head == i + 1 and row[head].has("measure", "measure-loss", "measure-noun", "object", "model")
    led = row[before].has("claim-after", "locative") or row.ends_in(before, "owner")  # "figures of their losses"
    return counted and led and row[i].has("party-adjective") and not row[i].has("party")


def _begins_what_is_said(row: Row, i: int) -> bool:
    """ "A paper says the country lost…": the subject of what is said, in a language without cases."""
    verbs = ("measure-loss", "measure-active", "auxiliary")
    return row.precedes(i, *verbs) and not row[i + 1].has("means")


def _is_subject_of_saying(row: Row, i: int, after: int) -> bool:
    item, following = row[i], row[after]
    if _is_said_of(row, i, after) or _is_whose_is_counted(row, i, after):
        return False
    if following.means(*_TOLD_BY) and (item.has("case") or row.is_led_by(i, "measure", "measure-noun")):
        return item.means("case", "instrumental")
    if item.has("party-adjective") and not item.has("party", "claimant") and not item.possessive:
        return following.means("claim-after", "noun") and after == i + 1
    declined = len(item.text) > ABBREVIATED or item.has("case") or row.has_used("claimant")
    if not item.text.isascii() and not item.means("case", "nominative") and declined:
        return False
    if following.means("claim-after", "noun") and not following.means("claim-after", "verb"):
        return item.possessive or not item.has("party-people", "party-army")
    beside = row.next(after)
    return not (following.text.endswith("ed") and beside is not None and beside.has("measure", "measure-noun"))


def _is_whose_is_counted(row: Row, i: int, noun: int) -> bool:
    """ "Losses of that army, figures": between what happened and the last word, with nobody else named."""
    before = row.direct_before(i)
    if before is None or not row[before].has("measure", "measure-loss", "measure-noun") or row[i].possessive:
        return False
    if row.after(noun) is not None or not row[noun].means("claim-after", "noun"):
        return False
    return sum(item.has(*PARTY_KINDS) for item in row.items) == 1


def _is_said_of(row: Row, i: int, after: int) -> bool:
    """Others say so: "their losses were put at", "they are said to have lost"."""
    put = row[after].text.endswith(PLURAL_PAST)
    whose = put and i > 0 and row[i].has("party") and row[i - 1].has("measure-loss", "measure-noun")
    whose |= row[i].text.isascii() and row[i].has("party") and row.is_led_by(i, "locative")  # "losses in it, revealed"
    return whose or any(between.means("auxiliary", "passive") for between in row.items[i + 1 : after])


def _speaks_by_default(row: Row, i: int) -> bool:
    """A capital or "side" that nothing makes a place or a party."""
    if not row[i].has("claimant") or row[i].has(*PARTY_KINDS) or party_of(row[i], row) is None:
        return False
    before = row.direct_before(i)
    where = before is not None and row[before].has("locative") and not _has_by_case(row, before, i)
    if where or (before is not None and row[before].has("agent", "owner", "fighting", "strike")):
        return False
    if is_compared(row, i) or (before is not None and _is_its_deed(row, before)):
        return False
    if row[i].possessive and all(item.kind == "mark" or item.text == "ones" for item in row.items[i + 1 :]):
        return False  # "what about theirs"
    after = row.past_auxiliaries(i)
    return after is None or not row[after].has("group", "object", "measure-active")


def _has_by_case(row: Row, lead: int, i: int) -> bool:
    """ "At Moscow's", where one preposition means that and "in Moscow", and only the case tells which."""
    cases = {form.case for form in known_forms(row[i].text)} if row[lead].has("owner-case") else set()
    return "gent" in cases and "loct" not in cases


def _is_its_deed(row: Row, i: int) -> bool:
    """In a language with cases, a verb in front of its subject: "took captive", "keeps in captivity"."""
    agrees = row[i].means("verb-number", "singular") or row.word_means(row[i], "verb-number", "singular")
    return row[i].has("captivity") or (row[i].has("measure-active") and agrees)


_SAYERS = (
    _is_strong,
    is_beside_a_person,
    heads_the_claim,
    closes_the_claim,
    _is_said_by,
    _says_by_its_arm,
    tell_inside,
    has_data,
    gives_data,
    has_figures_for,
    is_joined_to_verb,
    puts_it_at,
    tells_whose_enemy,
    answers_who_says_it,
    are_asked_what_they_say,
    are_data_of,
    _speaks_by_default,
)
_READERS = (
    ("spokesperson", read_leader),
    ("claimant", read_capital),
    ("office", read_office),
    ("claim", _read_people_who_say),
    ("party-army", read_arm_at_head),
    ("group", read_forces_at_head),
    ("narrower", read_forces_at_head),
    ("claimant", _read_silent),
    ("spokesperson", _read_silent),
)
