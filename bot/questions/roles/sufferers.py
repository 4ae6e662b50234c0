"""Whose losses: the parties that nothing made a doer suffered them, or are where it happened."""

from __future__ import annotations

from itertools import pairwise

from bot.questions.frame import Frame, add
from bot.questions.items import MEASURES, Item
from bot.questions.parties.naming import party_of
from bot.questions.parties.parties import HEADS, is_party, may_be_genitive, take_sufferer, verb_near
from bot.questions.row import Row, tells_figure

_PAIR = 2  # countries; where more are listed, none of them is only where it was


def read_sufferers(row: Row, frame: Frame) -> None:
    """Parties that nothing made an agent suffered the losses, or are where it happened."""
    left = [i for i, item in enumerate(row.items) if is_party(item, row)]
    frame.possessed |= any((j := row.direct_before(i)) is not None and row[j].has("owner-case") for i in left)
    located = [i for i in left if _is_located(row, i) or _names_where_parts_lie(row, i)]
    for i in [i for i in left if i not in located and _is_invaded(row, i)]:
        if located or frame.places:
            row[i].use = "event"
            left.remove(i)
        else:
            located.append(i)
    whose = [i for i, item in enumerate(row.items) if i in left or _is_population(item)]
    listed = len(whose) > _PAIR and all(_follow_each_other(row, i, j) for i, j in pairwise(whose))
    located = [i for i in located if not (listed or any(_is_compared(row, i, j) for j in left if j != i))]
    located += [j for i, j in pairwise(left) if i in located and j not in located and _is_a_country_more(row, i, j)]
    located += [i for i in left if i not in located and len(left) == 1 and _is_town_of_a_headline(row, i)]
    named = [i for i in left if i not in located]
    frame.versus |= listed or any(_are_joined(row, i, j) for i, j in pairwise(named))
    strong = [i for i in named if row[i].has("party-people", "party-army", "party-adjective")]
    for i in named:
        party = party_of(row[i], row)
        assert party is not None
        bare_country = row[i].has("party") and not row[i].has("party-adjective") and not frame.versus
        bare_country &= not (listed or _owns_noun(row, i))
        others = {party_of(row[j], row) for j in strong if j != i} | (
            {"?"} if any(map(_is_population, row.items)) else set()
        )
        if bare_country and others and party not in others and not frame.each_side and not _beside_measure(row, i):
            add(frame.locations, party)
        else:
            take_sufferer(row, i, frame)
            _pair(row, i, party, frame)
        row[i].use = "side"
    for i in located:
        if row[i].has("place") and not row[i].has("party"):
            continue  # a capital is a place in its country
        party = party_of(row[i], row)
        assert party is not None
        add(frame.locations, party)
        row[i].use = "location"
        _drop_parts_of_country(row, i)
    frame.dwellers |= _were_fired_on(row)


def _drop_parts_of_country(row: Row, i: int) -> None:
    """ "Over 11 regions of the country": neither a place of its own, nor counted."""
    part = row.direct_before(i)
    if part is not None and row[part].has("spot"):
        for item in row.items[part - (part > 0 and row[part - 1].kind == "number") : i]:
            item.use = "idle"


def _were_fired_on(row: Row) -> bool:
    """ "People who died from shelling": nothing says that they were soldiers."""
    people = any(item.has("persons") and (item.use is None or item.idle) for item in row.items)
    return people and row.has_used("means") and not row.leaves("group", "population", "measure-noun")


def _are_joined(row: Row, i: int, j: int) -> bool:
    """Whether two parties are asked about together; a comma or colon alone joins only what is named alike."""
    told, other = row.sentence_of(i), row.sentence_of(j)
    if told != other and tells_figure(row, *told) and tells_figure(row, *other):
        return True  # each has a number of its own
    joins = [row[k] for k in range(i + 1, j) if row[k].has("and", "versus")]
    alike = row[i].has("party-adjective", "party-people") == row[j].has("party-adjective", "party-people")
    return any(join.kind != "mark" or join.text not in ",:" or alike for join in joins)


def _is_town_of_a_headline(row: Row, i: int) -> bool:
    """A capital, right before what happened to people: those who were there, not the army that it commands."""
    after = row.direct_before(i + 2) if i + 1 < len(row) else None
    if not row[i].has("place") or row[i].has("party") or row[i].possessive or after != i + 1:
        return False
    nouns = row.has("object", "model", "group", "narrower", "measure-noun", "agent")
    return row[after].has("measure") and not row[after].has("measure-loss") and not nouns


def _is_compared(row: Row, i: int, other: int) -> bool:
    """ "In one or in the other": both have the same part, whatever the preposition may mean; "next to" compares."""
    first, last = sorted((i, other))
    lead, other_lead = row.direct_before(i), row.direct_before(other)
    assert lead is not None
    if row[lead].has("versus"):
        if row[i].has("place") and not row[i].has("party"):
            return False  # a town
        return other_lead != lead and all(row[j].idle or j == lead for j in range(first + 1, last))
    joined = any(row[j].has("versus") and row[j].kind != "mark" for j in range(first + 1, last))
    if joined and _asks_where_more(row, i, other):
        return True
    owned = other_lead is not None and row[other_lead].has("owner-case") and row[lead].has("owner-case")
    return joined and owned and party_of(row[i], row) != party_of(row[other], row)


def _asks_where_more(row: Row, i: int, other: int) -> bool:
    """ "Where are more of them missing, in this country or in that one": nobody else is named."""
    mentions = [j for j, item in enumerate(row.items) if is_party(item, row)]
    countries = all(row[j].has("party") and not row[j].has("party-adjective") for j in (i, other))
    if not countries or len(mentions) != 2 or not row.has("more"):
        return False
    for item in row.items[: min(i, other)]:
        item.use = "idle" if item.has("cause") and item.use is None else item.use  # "where"
    return True


def _is_a_country_more(row: Row, i: int, j: int) -> bool:
    """ "In the one and the other", "compared with the other": the preposition of the first is the second's too."""
    countries = all(row[k].has("party") and not row[k].has("party-adjective", "party-people") for k in (i, j))
    return countries and _follow_each_other(row, i, j)


def _follow_each_other(row: Row, i: int, j: int) -> bool:
    """With no more between than what joins them."""
    between = row.items[i + 1 : j]
    return bool(between) and all(item.has("and", "versus") for item in between)


def _owns_noun(row: Row, i: int) -> bool:
    """ "The air defence of the country", in a language with cases: a genitive right behind a thing is its owner's."""
    before = row.direct_before(i)
    return not row[i].text.isascii() and before is not None and row[before].has("object", "model")


def _beside_measure(row: Row, i: int) -> bool:
    """The subject of losing: a country that lost is no place."""
    return any(j is not None and row[j].has("measure-loss") for j in (row.before(i), row.after(i)))


def _is_population(item: Item) -> bool:
    return item.use is None and item.has("population") and not item.has("filler")


def _is_located(row: Row, i: int) -> bool:
    before = row.direct_before(i)
    if before is None or not row[before].has("locative") or row[before].use is not None:
        return False
    if _is_adjective_of_spot(row, i):
        return True
    if not row[i].has("party", "claimant") or row[before].has("owner"):
        return False
    army = row[i].has("party-army") and not row[i].has("party")  # nothing lies in it: "the wounded in it" are its own
    if army or (row[before].has("owner-case") and _is_owner(row, i)):
        return False
    if row.precedes(i, "force") or (row[i].possessive and row.precedes(i, *HEADS)):
        return False
    return not (row[i].has("party-adjective") and row.precedes(i, *HEADS, "party-army"))


def _is_adjective_of_spot(row: Row, i: int) -> bool:
    """ "On their soil"."""
    if not (row[i].has("party-adjective") and row.precedes(i, "spot")):
        return False
    row[i + 1].use = "idle"
    return True


def _names_where_parts_lie(row: Row, i: int) -> bool:
    """ "Over the regions of the country"."""
    part = row.direct_before(i)
    return part is not None and row[part].has("spot") and row[i].has("party") and may_be_genitive(row[i])


def _is_invaded(row: Row, i: int) -> bool:
    """ "Since they invaded the country": a country behind what only tells when."""
    before = row.direct_before(i)
    return before is not None and row[before].has("strike") and row[before].use == "idle" and row[i].has("party")


def _is_owner(row: Row, i: int) -> bool:
    """Behind a preposition that means both "in" and "of": people, a genitive, or whoever lost something."""
    item = row[i]
    if item.has("party-people", "party-army") or item.means("case", "genitive"):
        return True
    before = row.direct_before(i)
    may_own = not item.has("case") or item.means("case", "locative-or-genitive")
    if may_own and before is not None and row[before].means("owner-case", "firm"):
        deed = row.direct_before(before)
        things = row.has("object", "model")
        done = deed is not None and row[deed].has("measure-active")
        if (things and (done or not _attacks(row))) or _only_counts_losses(row):
            return True
    counted = i + 1 < len(row) and row[i + 1].kind == "number" and not item.text.isascii()
    if counted and item.has("party") and row.is_led_by(i, "owner-case"):
        return _only_counts_losses(row)  # "in the country so many thousand losses"
    verb = verb_near(row, i)
    return not item.has("case") and verb is not None and verb.has("measure-loss")


def _attacks(row: Row) -> bool:
    """Whether a thing is named that attacks: shot down in a country, it is the others'."""
    return any(row.vocabulary.attacks(thing) for item in row.items for thing in item.concepts.get("object", ()))


def _only_counts_losses(row: Row) -> bool:
    """Whether a noun of losing is all there is: nothing happens that could happen in a country."""
    told = [item for item in row.items if item.use is None and item.has(*MEASURES, "slang-number")]
    return bool(told) and all(item.has("measure-loss", "slang-number") and not item.has("verb-number") for item in told)


def _pair(row: Row, i: int, party: str, frame: Frame) -> None:
    """Remember which noun a party stands beside, for "tanks of one and planes of the other"."""
    beside = [i + 1] if row[i].has("party-adjective") else [i - 1]
    for j in beside:
        if 0 <= j < len(row):
            for kind in ("group", "object"):
                frame.pairs |= {(party, target) for target in row[j].concepts.get(kind, ())}
