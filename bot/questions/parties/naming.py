"""What items name: the party of a country, its people or its army, and who is meant by a claimant's name."""

from __future__ import annotations

from bot.questions.frame import Frame, add
from bot.questions.items import PARTY_KINDS, Item
from bot.questions.row import Row
from bot.questions.tokens.vocabulary import Vocabulary

STATE, LEADER, _MINISTRY = "government", "head-of-state", "ministry"  # kinds of claimants
_DEEDS = ("measure-active", "measure-loss", "taking", "fighting", "captivity")  # told by those who did it as often


def party_of(item: Item, row: Row) -> str | None:
    """The party an item names, as a country, its people, its army, or by its topmost claimant."""
    for kind in PARTY_KINDS:
        if item.has(kind):
            return item.target(kind)
    if item.has("claimant") and is_topmost(item, row):
        return row.vocabulary.claimant_party(item.target("claimant"))
    return None


def is_topmost(item: Item, row: Row) -> bool:
    """A claimant that stands for its whole party ("the … side", a capital) rather than for an office."""
    claimants = [row.vocabulary.entities.claimants.get(claimant) for claimant in item.concepts["claimant"]]
    return all(
        entry is not None and entry.parent is None and bool(entry.attributes.get("party")) for entry in claimants
    )


def take_claimant(row: Row, i: int, frame: Frame) -> None:
    """Make who item i names the one who says it."""
    item = row[i]
    item.use = "claimant"
    if item.has("spokesperson"):
        add(frame.spokespersons, *item.concepts["spokesperson"])
    elif item.has("claimant") and not item.has("party", "party-adjective", "party-people"):
        _take_institution(row, i, frame)
    else:
        party = party_of(item, row)
        root = row.vocabulary.root_claimant(party) if party else None
        if root is not None:
            add(frame.claimants, root)
    after = row.after(i)
    if after is not None and row[after].means("claim-after", "verb") and not item.possessive:
        frame.said = True


def _take_institution(row: Row, i: int, frame: Frame) -> None:
    """All claimants of that name; a party beside it narrows them to its own."""
    claimants = row[i].concepts["claimant"]
    before, after = row.direct_before(i), row.after(i)
    neighbours = []
    if before is not None and row[before].use is None and row[before].has("party-adjective", "ours"):
        neighbours.append(before)
    if after is not None and row[after].text == "of":
        after = row.after(after)
    if after is not None and row[after].use is None and row[after].has("party", "party-army"):
        neighbours.append(after)
    for j in neighbours:
        party = party_of(row[j], row)
        own = tuple(c for c in claimants if row.vocabulary.claimant_party(c) == party)
        if own and not (j == after and qualifies_next(row, j)):
            row[j].use = "claimant"
            claimants = own
    if len(claimants) > 1:
        claimants = _of_state_named(row, i, claimants)
    if _is_anybodys_in_headline(row, i, claimants):
        return
    parents = {entry.parent for c in claimants if (entry := row.vocabulary.entities.claimants.get(c))}
    add(frame.claimants, *(c for c in claimants if c not in parents))


def _of_state_named(row: Row, i: int, claimants: tuple[str, ...]) -> tuple[str, ...]:
    """Those of a state that is no party and is named too: "the ministry, here in …"."""
    for j in row.open("claimant"):
        state = row.vocabulary.entities.claimants.get(row[j].target("claimant"))
        alone = len(row[j].concepts["claimant"]) == 1 and j != i
        if not alone or state is None or state.attributes.get("kind") != STATE or state.attributes.get("party"):
            continue
        own = tuple(c for c in claimants if c != state.id and row.vocabulary.topmost(c) == state)
        if own:
            row[j].use = "claimant"
            return own
    return claimants


def _is_anybodys_in_headline(row: Row, i: int, claimants: tuple[str, ...]) -> bool:
    """ "Death toll rises to so many, ministry says": in a headline it is that of either side, where nobody did it."""
    several = len({row.vocabulary.claimant_party(claimant) for claimant in claimants}) > 1
    told = any(item.kind == "number" for item in row.items) and row[len(row) - 1].text != "?" and not row.asks
    done = row.has(*_DEEDS)
    return several and row[i].means("office", _MINISTRY) and told and not done


def qualifies_next(row: Row, i: int) -> bool:
    """Whether a party is the adjective of the noun behind it."""
    return row[i].has("party-adjective") and row.leads(i, "group", "object", "measure", "measure-noun")


def take_own_say(frame: Frame, party: str, vocabulary: Vocabulary) -> None:
    """Make a side the one who says it."""
    root = vocabulary.root_claimant(party)
    add(frame.claimants, *([root] if root else []))
    frame.own_say = False
