"""People named by what they are: as those who say something they change nothing, as victims they are no topic."""

from __future__ import annotations

from bot.questions.items import MEASURES, PARTY_KINDS, SPEAKER
from bot.questions.parties.naming import STATE
from bot.questions.parties.parties import GENITIVES_OF_MANY
from bot.questions.row import Row

SAYER, OUTSIDER = "sayer", "outsider"
_COUNTED = (*MEASURES, "ask", "more", "each-side", *PARTY_KINDS)


def read_persons(row: Row) -> None:
    """Marks each as a sayer, as an outsider whose losses are asked for, or as idle. Runs before claimants are read."""
    for i in row.open("personal"):
        deed = row.after(i)
        if row[i].text in SPEAKER and deed == i + 1 and row[deed].has("measure-active"):
            row[i].use = OUTSIDER  # what the speaker did himself
    for i in row.open("force", "narrower", "group"):
        if _speaks_for_itself(row, i):
            _take_sayer(row, i)
    for i in row.open("claimant"):
        if _qualifies_what_is_counted(row, i):
            row[i].use = "idle" if row[i + 1].has("object", "model") else OUTSIDER
    for i in row.open("person"):
        if row[i].has("population", *PARTY_KINDS):
            continue  # people of ours
        if _speaks(row, i):
            _take_sayer(row, i)
        elif _is_counted(row, i):
            row[i].use = OUTSIDER
        elif not row[i].has("claimant", "group", "narrower", "spokesperson", "office"):
            row[i].use = "idle"


def _qualifies_what_is_counted(row: Row, i: int) -> bool:
    """ "How many soldiers of such a third state", "its missiles": its people or make, and it says nothing."""
    state = row.vocabulary.entities.claimants.get(row[i].target("claimant"))
    if state is None or state.attributes.get("kind") != STATE or state.attributes.get("party") or i + 1 == len(row):
        return False
    led, behind = row.before(i), row.after(i + 1)
    told = led is not None and row[led].has("claim", "claim-after") and not row[led].asks
    tells = behind is None or row[behind].has("claim-after")
    return row[i + 1].has("group", "narrower", "object", "model") and not (row[i + 1].has(*MEASURES) or told or tells)


def _speaks(row: Row, i: int) -> bool:
    before, after = row.before(i), row.after(i)
    if before is not None and row[before].has("party-adjective"):
        before = row.before(before)
    if before is not None and row[i].has("claimant") and row[before].has("claim-after"):
        subject = not (row[i].text.isascii() or row[i].text.endswith(GENITIVES_OF_MANY))
        return subject or row[before].means("claim-after", "noun")
    if before is not None and row[before].has("claim") and not row[before].has("ask"):
        return True
    while after is not None and row[i].has("claimant") and row[after].has("ask") and not row[after].has("claim-after"):
        rest = row.until_mark(after)
        if any(item.means("claim-after", "verb") for item in rest):
            return True  # "they, how many wounded have they counted?"
        after = row.after(after)
    return after is not None and row[after].has("claim-after") and not row[after].has("measure")


def _speaks_for_itself(row: Row, i: int) -> bool:
    """ "…, military says", "…, their colonel says": forces at the head of a clause, and a verb of saying behind."""
    owned = i > 0 and row[i - 1].has("party-adjective") and not row[i].has("force")
    first = i - owned
    heads = first == 0 or row[first - 1].kind == "mark"
    return heads and i + 1 < len(row) and row[i + 1].means("claim-after", "verb") and not row[i + 1].has("measure")


def _take_sayer(row: Row, i: int) -> None:
    if row[i].has("claimant", "office"):
        return  # one that the package knows, or whose party is to be told
    row[i].use = SAYER
    before = row.direct_before(i)
    if before is not None and row[before].has("party-adjective"):
        row[before].use = SAYER


def _is_counted(row: Row, i: int) -> bool:
    """Beside what happened, a side, or "how many", or what kind of people these are; not "I am a teacher"."""
    if i + 1 < len(row) and row[i + 1].has("group") and row[i + 1].use is None:
        return True
    before = row.before(i)
    if i + 1 < len(row) and row[i + 1].means("asker", "does") and not (before is not None and row[before].asks):
        return False  # "my teacher wants both"
    beside = (before, row.after(i))
    return any(j is not None and row[j].use is None and row[j].has(*_COUNTED) for j in beside)
