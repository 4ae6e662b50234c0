"""Things and people taken by one from the other: whom they were taken from, and who has them now."""

from __future__ import annotations

from bot.questions.frame import Frame
from bot.questions.roles.parties import is_party, swallow, take_agent, take_sufferer
from bot.questions.row import Row


def read_takings(row: Row, frame: Frame) -> None:
    """ "Taken from them": they lost it, and whoever else is named by itself has it."""
    if not any(item.has("taking") and item.has("measure", "measure-active") for item in row.items):
        return
    _read_hauls(row, frame)
    for i in row.open("source"):
        party = row.after(i)
        if party is None or not is_party(row[party], row) or not _is_taken_before(row, i):
            continue
        after = row.after(party)
        if after is not None and row[after].has("means"):
            continue  # "captured under fire from their artillery"
        take_sufferer(row, party, frame)
        row[i].use = "idle"
        for item in row.items[:i]:
            if item.has("taking") and item.unknown:
                item.use = "idle"
        _read_takers(row, frame)


def _is_taken_before(row: Row, i: int) -> bool:
    """Whether the nearest deed before a "from" is one of taking."""
    deeds = (row[j] for j in range(i - 1, -1, -1) if row[j].has("taking", "measure", "measure-active"))
    deed = next(deeds, None)
    return deed is not None and deed.has("taking")


def _read_takers(row: Row, frame: Frame) -> None:
    for i, item in enumerate(row.items):
        if is_party(item, row) and not (item.has("party-adjective") and _qualifies_what_is_counted(row, i)):
            take_agent(row, i, frame)
            swallow(row, i, "means")


def _qualifies_what_is_counted(row: Row, i: int) -> bool:
    """ "Their tanks", unlike "their troops": forces may take something, things are taken."""
    head = row.after(i)
    return head is not None and row[head].has("object", "model")


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
            take_agent(row, before, frame)
        elif after is not None and is_party(row[after], row) and _is_genitive(row, after):
            take_agent(row, after, frame)
            swallow(row, after, "means")


def _is_genitive(row: Row, i: int) -> bool:
    """Behind a noun: "of" them, a genitive, or a name that has no cases; not the adjective of what was taken."""
    told = row[i].concepts.get("case", ("genitive",))
    return not _qualifies_what_is_counted(row, i) and not {"nominative", "instrumental"} & set(told)
