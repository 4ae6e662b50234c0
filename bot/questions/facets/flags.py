"""Words that turn the whole question: both sides, the other way round, ours, or."""

from __future__ import annotations

from bot.questions.facets.negations import FACETS
from bot.questions.frame import Frame, add
from bot.questions.items import LEFT_OUT, MEASURES, PARTY_KINDS
from bot.questions.parties.parties import HEADS
from bot.questions.row import Row

_REACH = 3  # items between "theirs" and "ours"


def read_flags(row: Row, frame: Frame) -> None:
    """Words that turn the whole question: both sides, the other way round, ours, or."""
    for i, item in enumerate(row.items):
        if item.use == LEFT_OUT:
            add(frame.unmatched, item.typed)
        if item.use in (None, "date"):
            add(frame.theatre, *item.concepts.get("theatre", ()))
        if item.use is not None:
            continue
        frame.asked |= item.has("ask")
        frame.running |= item.has("running")
        frame.reflexive |= item.has("reflexive")
        frame.possessed |= item.has("possess")
        frame.ours |= item.has("ours")
        frame.versus |= item.has("versus") and item.text not in (":", "/", "or", "than")
        frame.versus |= _is_than(row, i) and i + 1 < len(row) and row[i + 1].has(*PARTY_KINDS)
        for flag in ("swap", "everywhere", "always", "everyone"):
            if item.has(flag):
                setattr(frame, flag, True)
        joined = _is_joined_to_ours(row, i)
        frame.each_side |= joined or (item.has("each-side") and not _joins_two(row, i))
        frame.each_side |= item.has("whose") and any(x.has("more") for x in row.items[i:]) and not _compares_sayers(row)
        frame.speaker |= joined
        if item.has("speaker"):
            frame.speaker = True
            frame.enemy |= item.target("speaker") == "enemy"
            item.use = "speaker"
        if item.has("event") and not item.has(*FACETS):
            item.use = "event"
            if item.has("episode") and not any(_is_dated(row, j) for j in (i - 1, i + 1)):
                add(frame.unmatched, item.typed)
        if item.has("whole") and i + 1 < len(row) and row[i + 1].has("party"):
            frame.everywhere = True


def _compares_sayers(row: Row) -> bool:
    """ "Whose figure is higher, this office's or that one's": two who say it, and no sides."""
    noun = any(item.means("claim-after", "noun") for item in row.items)
    return noun and sum(item.has("claimant") and not item.has(*PARTY_KINDS) for item in row.items) > 1


def _joins_two(row: Row, i: int) -> bool:
    """ "Both killed and wounded", "soldiers and civilians both": it says nothing of sides, unless these are named."""
    if " " in row[i].text:
        return False
    for first in (i + 1, i - 3):
        joined = row.items[max(first, 0) : first + 3]
        if len(joined) == 3 and joined[1].has("and") and all(item.has(*HEADS, *MEASURES) for item in joined[::2]):
            return True
    return False


def _is_joined_to_ours(row: Row, i: int) -> bool:
    """ "On that side and on ours"."""
    near = row.items[max(0, i - _REACH) : i + 1 + _REACH] if row[i].has("swap") else ()
    beside = [row[j] for j in (i - 1, i + 1) if 0 <= j < len(row)]
    return any(item.has("ours", "speaker") for item in near) and any(
        item.kind == "word" and item.means("and", "and") for item in beside
    )


def _is_than(row: Row, i: int) -> bool:
    """ "Than", "more than"."""
    rest = row[i].text.split(" ")[1:]
    return row[i].text == "than" or (bool(rest) and "versus" in (row.vocabulary.single(rest[-1]) or {}))


def _is_dated(row: Row, j: int) -> bool:
    return 0 <= j < len(row) and row[j].use == "date"
