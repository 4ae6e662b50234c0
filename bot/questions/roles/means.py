"""What it was done with: strikes, weapons, forces; whose they are did it."""

from __future__ import annotations

from bot.questions.frame import Frame, add
from bot.questions.items import Item
from bot.questions.parties.parties import (
    HEADS,
    OF_DOERS,
    has_no_subject,
    is_attribute,
    is_party,
    take_agent,
    take_doer,
    verb_before,
)
from bot.questions.roles.declined_subjects import names_people_at_home
from bot.questions.row import Row

_REACH = 4  # items between a possessive and the deed


def read_means(row: Row, frame: Frame) -> None:
    """What it was done with is not what was lost; whose means they are, did it."""
    _read_instruments(row, frame)
    for i, item in enumerate(row.items[:-1]):
        if is_party(item, row) and _is_compound_of_deed(item, row[i + 1]):
            take_agent(row, i, frame)
    for i, item in enumerate(row.items[:-1]):
        if (
            item.use in ("event", "date")
            and item.has("means")
            and is_party(row[i + 1], row)
            and not _heads_clause(row, i + 1)
        ):
            row[i + 1].use = "event"  # "since their army's invasion" tells nobody's losses
    for i, item in enumerate(row.items[:-1]):
        if is_party(row[i + 1], row) and not row[i + 1].has("party-adjective") and _is_instrument(row, i):
            item.use = "means"
            take_agent(row, i + 1, frame)
    for i in row.open("means"):
        owner = row.direct_before(i) if row[i].has("captivity") else None
        if owner is not None and row.is_led_by(owner, "locative"):
            continue  # "in their hands"
        if not (row.is_led_by(i, "with") and row[i].has("object") and verb_before(row, i) is None):
            _read_one_means(row, i, frame)  # not "what about their guns, how many", which are asked for


def _is_instrument(row: Row, i: int) -> bool:
    """ "[By] their rockets", "[by] forces of their air defence", in the case of what it was done with."""
    item = row[i]
    doing = item.use == "means" and item.has("object", "model") and item.text.endswith(OF_DOERS)
    acting = item.has("actor") or (item.has("group") and _follows_deed_without_subject(row, i))
    return doing or (item.use in (None, "means") and acting and _begins_in_case_of_doers(row, i))


def _follows_deed_without_subject(row: Row, i: int) -> bool:
    """ "Destroyed by the army of …"."""
    deed, first = row.direct_before(i), row[i].text.split(" ")[0]
    several = first.endswith("ей") and not first.endswith("ией")  # "children", whom it was done to
    return deed is not None and has_no_subject(row[deed]) and not several and not is_attribute(row, deed)


def _begins_in_case_of_doers(row: Row, i: int) -> bool:
    return row[i].text.split(" ")[0].endswith(OF_DOERS) and not row.is_led_by(i, "with")


def _read_one_means(row: Row, i: int, frame: Frame) -> None:
    row[i].use = "means"
    before = row.direct_before(i)
    if before is not None and row[before].use is None and row[before].has("object", "model"):
        row[before].use = "means"
        before = row.direct_before(before)
    if (owner := _owner_of_deed(row, i)) is not None:
        take_agent(row, owner, frame)
        _leave_date_to_deed(row, owner, i, frame)
    elif before is not None and is_party(row[before], row) and row[before].has("party-adjective", "party"):
        take_agent(row, before, frame)
    else:
        read_whose_means(row, i, frame)


def _owner_of_deed(row: Row, i: int) -> int | None:
    """ "Their first massive strike": a possessive, and no more between than what describes the deed or dates it."""
    for j in range(i - 1, max(-1, i - 1 - _REACH), -1):
        if row[j].possessive and is_party(row[j], row):
            for item in row.items[j + 1 : i]:
                item.use = item.use or "idle"
            return j
        if not (row[j].unknown or row[j].idle or row[j].use == "date" or row[j].has("fighting")):
            return None
    return None


def _leave_date_to_deed(row: Row, first: int, last: int, frame: Frame) -> None:
    """ "After their strike of January 1": a date in the name of a deed sets no limit to what is asked for."""
    dates = [item for item in row.items[first:last] if item.use == "date"]
    if dates and sum(item.use == "date" for item in row.items) == len(dates):
        frame.limits = []
        add(frame.unmatched, *(item.typed for item in dates))


def _read_instruments(row: Row, frame: Frame) -> None:
    """ "Destroyed with": what it was done with; whoever alone has such things did it."""
    for i in row.open("instrument"):
        before, after = row.before(i), row.after(i)
        done = before is not None and (row[before].has("measure", "measure-active") or row[before].use == "agent")
        if done and after is not None and row[after].use is None and row[after].has("means", "object", "model"):
            row[after].use = "means"
    for item in row.items:
        if item.use == "means" and len(item.concepts.get("owned-by", ())) == 1:
            add(frame.agents, item.target("owned-by"))
            add(frame.unmatched, item.typed)


def _heads_clause(row: Row, i: int) -> bool:
    """Whether a party is the subject or the adjective of what stands behind it, not part of what stands before."""
    nominative = row[i].means("case", "nominative") or row[i].text.isascii()
    return nominative or row.leads(i, *HEADS, "measure-active", "measure-loss")


def read_whose_means(row: Row, i: int, frame: Frame) -> None:
    """ "The strikes of their army", "under fire from them": it did it; a bare country may have been the target."""
    sent = row.precedes(i, "source")
    who = i + 1 + sent
    if who >= len(row) or not is_party(row[who], row):
        return
    if row[who].has("party-adjective") and not row[who].has("party", "party-people"):
        if row.leads(who, "group", "narrower") and (sent or _is_fire_of_forces(row, i)):
            take_doer(row, who, frame)
    elif sent or row[who].has("party-army", "party-people"):
        take_agent(row, who, frame)
    else:
        row[who].use = "means"


def _is_fire_of_forces(row: Row, i: int) -> bool:
    """ "Under the strikes of their gunners", not "of their children", whom nobody else is named to have killed."""
    return row.is_led_by(i, "locative") and not names_people_at_home(row)


def _is_compound_of_deed(first: Item, second: Item) -> bool:
    """A party and a deed in one word with a hyphen ("…-held"): the party did it."""
    return first.typed == second.typed and "-" in first.typed and second.has("measure-active")
