"""Names of claimants that say nothing where they stand: who hides it, whom it was told, whose attack began it."""

from __future__ import annotations

from bot.questions.items import PARTY_KINDS
from bot.questions.parties.parties import is_finite
from bot.questions.row import Row

_REACH = 2  # items between who hides it and the verb: "is reportedly"


def tells_when(row: Row, i: int) -> bool:
    """ "Since the capital attacked": the subject of a clause that only tells when."""
    before = row.direct_before(i)
    return before is not None and row[before].has("conjunction") and row.leads(i, "strike")


def hides_it(row: Row, i: int) -> bool:
    """ "He hides the losses": he says nothing."""
    return any(item.means("hides", "hides") for item in row.items[i + 1 : i + 1 + _REACH])


def is_told_it(row: Row, i: int) -> bool:
    """ "The minister told a paper", "in an interview with it": whom it was told says nothing."""
    before = row.direct_before(i)
    foreign = row.vocabulary.claimant_party(row[i].target("claimant")) is None
    return foreign and before is not None and row[before].has("hearer")


def owns_what_acts(row: Row, i: int) -> bool:
    """ "The service's drones destroyed so many": its things and what they did, in a language without cases."""
    if i + 2 >= len(row) or not row[i].text.isascii() or not row[i + 1].has("object", "model"):
        return False
    deed = row.past_auxiliaries(i + 1)
    done_to = row.after(deed) if deed is not None and row[deed].has("measure-active") else None
    if done_to is None or not row.vocabulary.claimant_party(row[i].target("claimant")):
        return False
    return row[done_to].kind == "number" or row[done_to].has("party-adjective", "object", "model", "group")


def is_who_lost(row: Row, i: int) -> bool:
    """ "How many jets lost their air force": an institution of a party beside a verb of losing, and nobody else."""
    party = None if row[i].text.isascii() else row.vocabulary.claimant_party(row[i].target("claimant"))
    if not party or row[i].has("population", *PARTY_KINDS):
        return False
    named = any(j != i and item.has("claimant", "spokesperson", *PARTY_KINDS) for j, item in enumerate(row.items))
    beside = (row[j] for j in (row.direct_before(i), row.after(i)) if j is not None)
    return not named and any(item.has("measure-loss") and is_finite(item) for item in beside)


def is_lost_by_anothers_word(row: Row, i: int) -> bool:
    """ "The minister named the losses of the ministry": what a party's institution lost, where another says so."""
    before = row.direct_before(i)
    if before is None or not row[before].has("measure-loss") or row[before].means("verb-number", "singular"):
        return False
    if (
        row[i].has("population", *PARTY_KINDS)
        or row[i].text.isascii()
        or not row.vocabulary.claimant_party(row[i].target("claimant"))
    ):
        return False
    told = (j for j in range(before) if row[j].has("spokesperson", "claimant") and row[j].use is None)
    return any((verb := row.after(j)) is not None and row[verb].means("claim-after", "verb") for j in told)
