"""Things and people taken by one from the other: whom they were taken from, and who has them now."""

from __future__ import annotations

from bot.questions.frame import Frame
from bot.questions.items import MEASURES
from bot.questions.parties.parties import HEADS, is_party, may_be_genitive, take_doer, take_sufferer
from bot.questions.row import Row

_BEFORE_CAPTIVES = ("ask", "auxiliary", "count", "party-adjective", "versus")  # "more than 100 of theirs"
_TAKE = ("take", "took", "taking")  # what does not always mean that it was somebody's
STATES = ("captive", "prisoner", "hostage")  # of those whom somebody took or keeps, in a language without cases


def read_takings(row: Row, frame: Frame) -> None:
    """ "Taken from them": they lost it, and whoever else is named by itself has it."""
    _read_taken_alive(row)
    _read_losses_taken(row, frame)
    _read_keepers(row, frame)
    _read_captors_of_prisoners(row, frame)
    if not any(row[i].has("measure", "measure-active") for i in row.open("taking")):
        return
    _read_hauls(row, frame)
    for i in row.open("source"):
        party = row.after(i)
        if party is None or not is_party(row[party], row) or not _is_taken_before(row, i):
            continue
        if row.leads(party, "means"):
            continue  # "captured under fire from their artillery"
        take_sufferer(row, party, frame)
        row[i].use = "idle"
        for item in row.items[:i]:
            if item.has("taking") and item.unknown:
                item.use = "idle"
        _read_takers(row, frame)


def _read_taken_alive(row: Row) -> None:
    """ "Took some of them alive": as captives, be it that another word tells it already."""
    for i in row.open("alive"):
        captured = row[i].concepts["alive"]
        verb = next((j for j in range(i - 1, -1, -1) if row[j].has("taking") or row[j].kind == "mark"), None)
        if any(item.means(kind, captured[0]) for item in row.items for kind in (*MEASURES, "captivity")):
            row[i].use = "idle"
        elif verb is not None and row[verb].kind == "word":
            row.reread(row[verb], {**row[verb].concepts, "measure": captured, "measure-active": captured})
            row[i].use = "idle"


def _read_losses_taken(row: Row, frame: Frame) -> None:
    """ "They took so many casualties", "losses taken by them": nothing was taken from anybody."""
    rules, sums = row.vocabulary.rules, row.vocabulary.sums
    told = {i: row[i].target("measure") for i in row.open("measure")}
    losses = [i for i, measure in told.items() if measure in sums or ("vague", measure) in rules]
    for i in list(row.open("taking")) if losses else ():
        if not row[i].text.startswith(_TAKE) or i in losses:
            continue
        party = row.after(i + 1) if row.precedes(i, "doer") else None
        if party is not None and row.is_led_by(i, *HEADS):
            continue  # "losses, and prisoners taken by them"
        row[i].use = "idle"
        if party is not None and is_party(row[party], row):
            take_sufferer(row, party, frame)
            row[i + 1].use = "idle"


def _read_keepers(row: Row, frame: Frame) -> None:
    """ "They took so many prisoner", "it keeps them captive": who is the subject of a verb with people behind it."""
    state = next((i for i in row.open("measure", "measure-noun") if row[i].text in STATES), None)
    if state is None:
        return
    for verb in range(1, state):
        keeps = row[verb].has("possess", "taking", "captor") or row[verb].means(
            "measure-active", row[state].target(_kind(row, state))
        )
        people = any(item.has(*HEADS, "party-people") and item.kind == "word" for item in row.items[verb + 1 : state])
        keeper = _subject_before(row, verb)
        if keeps and people and keeper is not None:
            take_doer(row, keeper, frame)
            row[verb].use = row[verb].use or "idle"
            return


def _read_captors_of_prisoners(row: Row, frame: Frame) -> None:
    """ "They took so many prisoners", "the prisoners they took": whoever took them holds them."""
    captives = next(row.open("measure-noun"), None)
    if captives is None:
        return
    for verb in row.open("taking"):
        taker = _subject_before(row, verb)
        if taker is None or row[verb].has("measure", "measure-active"):
            continue
        between = row.items[verb + 1 : captives] if verb < captives else row.items[captives + 1 : taker]
        if all(item.kind == "number" or item.idle or item.has(*_BEFORE_CAPTIVES) for item in between):
            take_doer(row, taker, frame)
            row[verb].use = "idle"
            return


def _kind(row: Row, i: int) -> str:
    return "measure" if row[i].has("measure") else "measure-noun"


def _subject_before(row: Row, verb: int) -> int | None:
    """The party before a verb, its forces between."""
    i = verb - 1
    while i >= 0 and row[i].kind != "mark" and (row[i].idle or row[i].has("auxiliary", "group", "force")):
        i -= 1
    return i if i >= 0 and is_party(row[i], row) and not row[i].possessive else None


def _is_taken_before(row: Row, i: int) -> bool:
    """Whether the nearest deed before a "from" is one of taking."""
    deeds = (row[j] for j in range(i - 1, -1, -1) if row[j].has("taking", "measure", "measure-active"))
    deed = next(deeds, None)
    return deed is not None and deed.has("taking")


def _read_takers(row: Row, frame: Frame) -> None:
    for i, item in enumerate(row.items):
        if is_party(item, row) and not (item.has("party-adjective") and _qualifies_what_is_counted(row, i)):
            take_doer(row, i, frame)


def _qualifies_what_is_counted(row: Row, i: int) -> bool:
    """ "Their tanks", unlike "their troops": forces may take something, things are taken."""
    return row.leads(i, "object", "model")


def _read_hauls(row: Row, frame: Frame) -> None:
    """ "Their haul": what they have taken."""
    for i, item in enumerate(row.items):
        if not item.means("taking", "haul"):
            continue
        before, after = row.direct_before(i), row.after(i)
        if after is not None and row[after].has("owner"):
            after = row.after(after)
        owned = before is not None and (row[before].possessive or row[before].has("party-adjective"))
        if owned and before is not None and is_party(row[before], row):
            take_doer(row, before, frame)
        elif after is not None and is_party(row[after], row) and _is_genitive(row, after):
            take_doer(row, after, frame)


def _is_genitive(row: Row, i: int) -> bool:
    """Behind a noun: "of" them, a genitive, or a name that has no cases; not the adjective of what was taken."""
    return not _qualifies_what_is_counted(row, i) and may_be_genitive(row[i])
