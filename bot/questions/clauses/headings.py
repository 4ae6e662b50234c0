"""How a piece of news is headed: where, when and to whom it was said tells nothing of what is asked.

"The minister at the forum: …", "told such a journalist", "CITY, 19 December. /AGENCY/. …"
"""

from __future__ import annotations

from itertools import takewhile

from bot.questions.items import ASIDE, HEADS_OFF, LEFT_OUT, MEASURES, PARTY_KINDS, SENTENCE_ENDS, Item
from bot.questions.row import Row

_SAYERS = ("claimant", "spokesperson")
_OF_CLAIM = (
    *MEASURES, *PARTY_KINDS, "measure-noun", "group", "narrower", "object", "model", "population", "ask", "and",
)  # fmt: skip
_OF_OCCASION = ("locative", "hearer", "person", "weekday", "place", "when", "claim-after", *_SAYERS)
_COUNTED = (*MEASURES, "group", "object", "model", "party-people")
_LONGEST = 8  # items of a heading
_MATCH = 3  # items of "the one against the other"
_DATIVES = ("ам", "ям")  # of several to whom it was said


def read_headings(row: Row) -> None:
    """Sets it aside. Runs before clauses are read."""
    _read_dateline(row)
    _read_match(row)
    _read_occasion(row)
    _read_hearers(row)


def _read_dateline(row: Row) -> None:
    """A place, a day, and in brackets who sent it, before the first sentence."""
    line = list(takewhile(lambda k: _is_of_dateline(row, k), range(min(_LONGEST, len(row)))))
    while line and row[line[-1]].text not in (*SENTENCE_ENDS, "/", "-"):
        line.pop()
    if any(_is_sender(row, k) for k in line):
        for k in line:
            row[k].use = ASIDE


def _is_of_dateline(row: Row, i: int) -> bool:
    item = row[i]
    dated = item.kind == "mark" or item.number is not None or item.has("month")
    return dated or (item.has("place", *_SAYERS) if i == 0 else _is_sender(row, i))


def _is_sender(row: Row, i: int) -> bool:
    """ "/AGENCY/", "(AGENCY)"."""
    return 0 < i < len(row) - 1 and row[i].has("claimant") and row[i - 1].text in "/(" and row[i + 1].text in "/)"


def _read_match(row: Row) -> None:
    """ "The one against the other: the losses of the one": whose they are, is told behind."""
    colon = next((k for k, item in enumerate(row.items[:_LONGEST]) if item.text in HEADS_OFF), 0)
    match = [item for item in row.items[:colon] if not item.idle]
    if len(match) != _MATCH or not match[1].has("versus") or not (match[0].has("party") and match[2].has("party")):
        return
    behind = range(colon + 1, len(row) - 1)
    if any((row[k].has("party-adjective") or row[k].possessive) and row[k + 1].has(*_COUNTED) for k in behind):
        for item in match:
            item.use = ASIDE


def _read_occasion(row: Row) -> None:
    """ "The president at the forum:", "the general to journalists:": a sayer, and nothing of what he says."""
    colon = next((k for k, item in enumerate(row.items[:_LONGEST]) if item.text == ":"), 0)
    sayer = next((k for k in range(colon) if row[k].has(*_SAYERS) and not row[k].has(*PARTY_KINDS)), None)
    if sayer is None or not all(item.idle or item.has("office", "person") for item in row.items[:sayer]):
        return
    occasion = row.items[sayer + 1 : colon]
    if not all(item.idle or item.unknown or item.has(*_OF_OCCASION) for item in occasion):
        return
    if any(item.has(*_OF_CLAIM) or item.kind in ("number", "mark") for item in occasion):
        return
    if any(item.has("locative", "hearer", "person", "weekday") or item.text.endswith(_DATIVES) for item in occasion):
        for item in occasion:
            _set_aside(item, person=row[sayer].has("spokesperson"))


def _read_hearers(row: Row) -> None:
    """Names behind a sayer and his verb, or behind what the hearer is: "said the president to Such One"."""
    if not row.has(*_SAYERS):
        return
    for i in range(1, len(row)):
        if row[i].may_be_name and _leads_to_hearer(row, i - 1):
            j = i
            while j < len(row) and row[j].may_be_name:
                row[j].use = ASIDE
                j += 1


def _leads_to_hearer(row: Row, i: int) -> bool:
    """A sayer behind a verb of saying, a hearer's paper, or what he is by trade."""
    said = i > 0 and row[i].has(*_SAYERS) and row[i - 1].means("claim-after", "verb")
    return said or row[i].has("hearer", "person") or (row[i].has("claimant") and row[i].possessive)


def _set_aside(item: Item, *, person: bool) -> None:
    """Where a person says it nothing else happened; where an institution does, it may have."""
    if item.use is None and (person or item.has(*_SAYERS) or not item.has("place")):
        item.use = LEFT_OUT if item.has("place") else ASIDE
