"""What the asker tells of himself, of those who told him and those he asks: where they live, of what people they are.

It is no place, no side and no date of what he asks for.
"""

from __future__ import annotations

from itertools import takewhile

from bot.questions.clauses.chat import is_name_of_chat
from bot.questions.clauses.clauses import FIRST_PERSON
from bot.questions.items import ASIDE, MEASURES, PARTY_KINDS, SENTENCE_ENDS, SPEAKER, Item
from bot.questions.row import Row

_BIOGRAPHY_REACH = 4
_NOUNS = ("group", "narrower", "person")
_MOST_EPITHETS = 2
_SUBJECT = (*MEASURES, "measure-noun", "group", "object", "model", "population", "place", "month", *PARTY_KINDS)


def read_askers(row: Row) -> None:
    """Sets it aside. Runs before clauses are read."""
    _read_addressees(row)
    _read_names(row)
    _read_people_of_asker(row)
    _read_foreign_asker(row)
    _read_appointment(row)
    _read_biography(row)
    _read_origins(row)
    _read_whereabouts(row)


def _read_addressees(row: Row) -> None:
    """ "Kids, how many tanks did they lose", "tell me, girls": people at the head, where others are counted behind."""
    said = [i for i, item in enumerate(row.items) if not (item.idle or item.text == ",")]
    if len(said) > 1 and row[said[0]].has("group", "person") and row[said[1]].asks:
        counted = takewhile(lambda i: not (row[i].asks or row[i].text in SENTENCE_ENDS), said[2:])
        if any(row[i].has("group", "narrower", "object", "model") for i in counted):
            row[said[0]].use = ASIDE


def _read_names(row: Row) -> None:
    """ "Anna, …", "Anna says 30, Tom 60", "Jen meant them": somebody of the chat, spoken to or cited."""
    for first, last in row.parts(SENTENCE_ENDS + ",:-"):
        named = [i for i in range(first, last) if is_name_of_chat(row[i])]
        alone = all(i in named or row[i].idle or row[i].kind == "mark" for i in range(first, last))
        for i in named:
            behind = row.after(i)
            says = behind is not None and row[behind].means("claim-after", "verb")
            says |= behind is not None and row[behind].kind == "number" and not row[i].has("month")
            if alone or says:
                row[i].use = ASIDE
        for i in range(first, last - 1):
            if row[i].may_be_name and row.word_means(row[i + 1], "asker", "does"):
                row[i].use = ASIDE


def _read_people_of_asker(row: Row) -> None:
    """ "I am of that people", "as one of them", "one of them here"."""
    for i in list(row.open("party-people", "party-adjective")):
        end = i
        while end + 1 < len(row) and row[end + 1].has(*_NOUNS) and not row[end + 1].has(*MEASURES):
            end += 1
        here = end + 1 < len(row) and row[end + 1].means("guise", "behind")
        if here or (_closes(row, end + 1) and _is_led_by_asker(row, i)):
            for item in row.items[i : end + 1]:
                item.use = ASIDE


def _read_foreign_asker(row: Row) -> None:
    """ "A curious Pole here": of a third state, in a clause of nothing more."""
    for first, last in row.parts(SENTENCE_ENDS + ",:-"):
        here = next((i for i in range(first + 1, last) if row[i].means("guise", "behind")), None)
        if here is None or not _is_of_third_state(row[here - 1]):
            continue
        epithets, behind = row.items[first : here - 1], row.items[here + 1 : last]
        plain = all(item.unknown or item.idle for item in epithets)
        few = sum(item.unknown for item in epithets) <= _MOST_EPITHETS
        if plain and few and all(item.kind == "mark" for item in behind):
            for item in row.items[first:here]:
                item.use = ASIDE


def _is_of_third_state(item: Item) -> bool:
    state = item.has("claimant") and not item.has("party")
    return item.means("other", "party") or item.has("person") or state


def _read_appointment(row: Row) -> None:
    """ "My lecture is in an hour": when somebody needs it, in a clause of nothing that is asked for."""
    for first, last in row.parts(SENTENCE_ENDS + ",:-"):
        items = row.items[first:last]
        if any(item.asks or (item.has(*_SUBJECT) and not item.has("filler")) for item in items):
            continue
        soon = any(item.means("unit", "hour") or item.has("moment") for item in items)
        words = [word for item in items for word in row.words(item)]
        if soon and any("does" in word.get("asker", ()) or "everyday" in word for word in words):
            for item in items:
                if item.kind == "number" or item.unknown or item.has("unit", "when", "count", "within", "agent"):
                    item.use = ASIDE


def _is_led_by_asker(row: Row, i: int) -> bool:
    j = i - 1
    while j >= 0 and row[j].idle and not row[j].has("personal") and not row[j].means("guise", "before"):
        j -= 1
    led = j >= 0 and (row[j].means("guise", "before") or row[j].text in SPEAKER)
    return led and (row[i].text.isascii() or row[i].means("case", "nominative"))


def _closes(row: Row, i: int) -> bool:
    """Whether a clause ends there, or goes on with what the asker does."""
    if i >= len(row) or row[i].kind == "mark" or row[i].has("personal", "asker", "and"):
        return True
    return row[i].idle and not row[i].text.isascii() and row[i].text.endswith(FIRST_PERSON)


def _read_biography(row: Row) -> None:
    """Where the speaker lives, when he was born, how old he is."""
    for i, item in enumerate(row.items):
        if item.has("biography") and _is_of_speaker(row, i):
            item.use = ASIDE
            if i and row[i - 1].number is not None:
                row[i - 1].use = ASIDE  # "78 years old"
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


def _read_origins(row: Row) -> None:
    """ "A friend from such a country", "a woman from there writes": where a sayer comes from, or where he is."""
    for i in range(len(row) - 2):
        if row[i].use is not None or not (row[i].has("kin", "person", "narrower") or row.ends_in(i, "kin", "person")):
            continue
        led = row[i + 1].has("source", "with", "since")
        behind = row[i + 3] if i + 3 < len(row) else None
        says = behind is not None and (behind.means("claim-after", "verb") or row.word_means(behind, "asker", "does"))
        known = led and (row[i].has("kin") or row[i].has("filler"))
        town = row[i + 2].has("place") and (says or (behind is not None and behind.kind == "mark"))
        if not (known or (says and (led or row[i + 1].has("locative")))):
            continue
        if town or row[i + 2].has("other", "claimant", *PARTY_KINDS):
            for item in row.items[i if says else i + 1 : i + 3]:
                item.use = ASIDE


def _is_of_speaker(row: Row, i: int) -> bool:
    """Whether it begins its clause, or its clause speaks of the speaker; others live somewhere too."""
    before = []
    for item in reversed(row.items[:i]):
        if item.kind == "mark":
            break
        before.append(item)
    talk = all(item.idle or item.use == ASIDE or item.has("introduction") for item in before)
    return talk or any(item.has("personal") for item in before)
