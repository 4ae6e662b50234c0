"""What a speaker takes back ("the first, no wait, the second"), whose lies he suspects, and names that introduce him.

Out before all else.
"""

from __future__ import annotations

from itertools import takewhile

from bot.questions.items import MEASURES, PARTY_KINDS, Item
from bot.questions.parties.naming import qualifies_next
from bot.questions.row import Row

TAKEN_BACK = "taken-back"
OPINION = "opinion"
_ALIKE = (
    frozenset(PARTY_KINDS),
    frozenset({"group", "narrower"}),
    frozenset({"object", "model"}),
    frozenset({*MEASURES, "measure-noun"}),
    frozenset({"place"}),
    frozenset({"month"}),
    frozenset({"place", "party"}),
)
_LONGEST_NAME = 3


def read_asides(row: Row) -> None:
    """Marks what is taken back, the name behind an introduction, and the taking of a figure. Runs before all else."""
    for i in range(len(row)):
        if row[i].has("introduction"):
            _take_name(row, i)
        if _corrects(row, i):
            _take_back(row, i)
        if _takes_figure(row, i):
            row[i].use = "idle"
        if row[i].has("opinion") or (row.ends_in(i, "opinion") and not row[i].has("claim")):
            _take_opinion(row, i)


def _takes_figure(row: Row, i: int) -> bool:
    """ "Where did they take that from", "they took the figure": a verb of taking, and what is taken is a number."""
    if not (row[i].has("strike", "taking") and row[i].has("measure-active")) or " " in row[i].text:
        return False
    clause = list(takewhile(lambda item: item.kind != "mark", reversed(row.items[:i])))
    if any(item.has("whence") for item in clause):
        return True
    behind = row[i + 1] if i + 1 < len(row) else None
    if behind is not None and behind.means("claim-after", "noun") and behind.has("ask"):
        return True
    ends = behind is None or behind.kind == "mark"
    return ends and not row[i].text.isascii() and i > 0 and row[i - 1].has("demonstrative")


def _take_name(row: Row, i: int) -> None:
    first = i + 2 if i + 1 < len(row) and row[i + 1].text == "," else i + 1
    for item in row.items[first : first + _LONGEST_NAME]:
        if not (item.unknown and item.typed[:1].isupper()):
            return
        item.use = "idle"


def _take_opinion(row: Row, i: int) -> None:
    """ "Or is it their propaganda": whose it is tells neither whose losses nor who says so."""
    before, after = row.direct_before(i), row.after(i)
    if "opinion" not in row[i].concepts or row.ends_in(i, "agent"):
        before = None  # "that is a lie of theirs", "made up by", in one phrase: before it stands what they lie about
    if after is not None and row[after].has("owner", "agent"):
        behind = row.after(after)
        after = None if behind is not None and qualifies_next(row, behind) else behind  # "their lies of others' losses"
    elif after is not None and row[after].has("claim-after"):
        return  # "their propaganda says"
    beside = [j for j in (before, after) if j is not None and row[j].has(*PARTY_KINDS, "claimant")]
    first = min([i, *beside])
    led = row.direct_before(first)
    if not beside or (led is not None and row[led].has("claim")):
        return
    told = row.items[max([i, *beside]) + 1 :][:1]
    if any(item.text == ":" or item.has("owner") or item.means("claim-after", "about") for item in told):
        row.reread(row[i], {"claim": ("claim",), "claim-after": ("noun",)})  # "their tales about the others' losses"
        return
    for j in beside:
        row[j].use = OPINION
    row[i].use = OPINION
    if led is not None and row[led].has("versus"):
        row[led].use = OPINION


def _corrects(row: Row, i: int) -> bool:
    """A word of correction, or a "no" that stands between marks."""
    if row[i].has("correction"):
        compared = any(item.has("whose") for item in row.items[:i])  # "whose figures are more exact"
        return 0 < i < len(row) - 1 and not compared
    between_marks = 0 < i < len(row) - 1 and row[i - 1].kind == row[i + 1].kind == "mark"
    return between_marks and row[i].has("negation")


def _take_back(row: Row, i: int) -> None:
    """The nearest thing before that is of the kind of what follows; or the unknown word right before."""
    j = _past(row, i + 1, 1)
    k = _past(row, i - 1, -1)
    if j is None or k is None:
        return
    if row[k].unknown:
        row[k].use = TAKEN_BACK
        return
    if any(item.has("negation") for item in row.items[i + 1 : j]):
        return  # "drones, sorry, not planes": what stands before it counts
    if j + 1 < len(row) and row[j + 1].has("claim-after"):
        return  # "…, I mean, the other side says so"
    for kinds in _ALIKE:
        if not row[j].has(*kinds):
            continue
        before = next((m for m in range(k, -1, -1) if row[m].use is None and row[m].has(*kinds)), None)
        if before is None:
            continue
        if not _same(row[before], row[j], kinds):
            row[before].use = row[i].use = TAKEN_BACK
        return


def _past(row: Row, i: int, step: int) -> int | None:
    """The nearest item in a direction that says something: marks, fillers and prepositions skipped."""
    while 0 <= i < len(row):
        item = row[i]
        if item.kind != "mark" and not item.has("filler", "negation", "correction", "and", "locative", "ask"):
            return i
        i += step
    return None


def _same(first: Item, second: Item, kinds: frozenset[str]) -> bool:
    return any(set(first.concepts.get(kind, ())) & set(second.concepts.get(kind, ())) for kind in kinds)
