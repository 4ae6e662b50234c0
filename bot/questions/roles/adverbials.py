"""What may stand between a verb and its subject: who says it, where it was, how many in all."""

from __future__ import annotations

from itertools import pairwise

from bot.questions.frame import Frame
from bot.questions.items import MEASURES, PARTY_KINDS, Item
from bot.questions.parties.parties import COUNTED
from bot.questions.row import Row

_INSERTING = (",", "-", "(", ")")
_SAYING_SOMETHING = (*COUNTED, *PARTY_KINDS, "population", "claimant", "spokesperson", "place", "ask", "and", "other")


def read_adverbials(row: Row, _: Frame) -> None:
    """Marks it, so that neighbours are found across it. Runs after claimants are read, before roles are."""
    _read_insertions(row)
    for i, item in enumerate(row.items):
        lead = row.direct_before(i)
        if item.use in ("claimant", "sayer"):
            said = lead is not None and row[lead].has("claim") and not row[lead].has("claim-after")
        else:
            said = item.use is None and item.has("place") and not item.has("claimant", *PARTY_KINDS)
            said &= lead is not None and row[lead].has("locative")
        if said and lead is not None:
            for part in row.items[lead : i + 1]:
                part.aside = True
        adverb = item.idle and not item.text.isascii()
        name = row.precedes(i, *PARTY_KINDS) and not row[i + 1].has("case")
        item.aside |= adverb and name and i > 0 and row[i - 1].has(*MEASURES)
        in_all = item.use is None and item.has("running", "everywhere") and not item.has("measure", "measure-loss")
        item.aside |= in_all and (i > 0 or " " in item.text)


def _read_insertions(row: Row) -> None:
    """ "They, as we know, destroyed", "they - not the others - have": words between two marks."""
    marks = [i for i, item in enumerate(row.items) if item.kind == "mark" and item.text in _INSERTING]
    for first, last in pairwise(marks):
        between = row.items[first + 1 : last]
        if between and last + 1 < len(row) and all(map(_says_nothing, between)):
            for item in row.items[first : last + 1]:
                item.aside = True


def _says_nothing(item: Item) -> bool:
    return item.use in (None, "idle", "negated", "speaker") and not (item.use is None and item.has(*_SAYING_SOMETHING))
