"""Words that turn the whole question: both sides, the other way round, ours, or."""

from __future__ import annotations

from bot.questions.facets.negations import FACETS
from bot.questions.frame import Frame, add
from bot.questions.items import LEFT_OUT, MEASURES, PARTY_KINDS
from bot.questions.parties.parties import HEADS
from bot.questions.row import Row

_REACH = 3  # items between "theirs" and "ours"
_NOT_AGAINST = (":", "/", "or", "than")
_FLAGS = {  # kinds of words, and what one of them anywhere says of the question
    "ask": "asked", "running": "running", "reflexive": "reflexive", "possess": "possessed", "ours": "ours",
    "swap": "swap", "everywhere": "everywhere", "always": "always", "everyone": "everyone",
}  # fmt: skip


def read_flags(row: Row, frame: Frame) -> None:
    """Words that turn the whole question: both sides, the other way round, ours, or."""
    for item in row.items:
        if item.use == LEFT_OUT:
            add(frame.unmatched, item.typed)
        if item.use in (None, "date"):
            add(frame.theatre, *item.concepts.get("theatre", ()))
    for kind, flag in _FLAGS.items():
        if row.leaves(kind):
            setattr(frame, flag, True)
    frame.asked |= _asks_for_news(row)
    _read_comparison(row, frame)
    for i in row.open("whole"):
        frame.everywhere |= row.precedes(i, "party")
    for i in row.open("speaker"):
        frame.speaker = True
        frame.enemy |= row[i].target("speaker") == "enemy"
        row[i].use = "speaker"
    for i in row.open("event"):
        if row[i].has(*FACETS):
            continue
        row[i].use = "event"
        if row[i].has("episode") and not any(_is_dated(row, j) for j in (i - 1, i + 1)):
            add(frame.unmatched, row[i].typed)


def _asks_for_news(row: Row) -> bool:
    """ "The list's latest", "the list so far": nothing is named but who counts one thing only."""
    sayers = (claimant for item in row.items for claimant in item.concepts.get("claimant", ()))
    return (
        any(("counts-what", claimant) in row.vocabulary.rules for claimant in sayers)
        and row.has("present", "until-now")
        and not any(item.unknown or item.has("measure-noun", *HEADS, *MEASURES) for item in row.items)
    )


def _read_comparison(row: Row, frame: Frame) -> None:
    """ "Both", "whose are higher", "on that side and on ours", "more than", "versus"."""
    frame.each_side |= any(not _joins_two(row, i) for i in row.open("each-side"))
    more = max((i for i, item in enumerate(row.items) if item.has("more")), default=-1)
    frame.each_side |= any(i <= more for i in row.open("whose")) and not _compares_sayers(row)
    if any(_is_joined_to_ours(row, i) for i in row.open("swap")):
        frame.each_side = frame.speaker = True
    frame.versus |= any(row[i].text not in _NOT_AGAINST for i in row.open("versus"))
    for i, item in enumerate(row.items[:-1]):
        frame.versus |= item.use is None and row[i + 1].has(*PARTY_KINDS) and _is_than(row, i)


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
    near = row.items[max(0, i - _REACH) : i + 1 + _REACH]
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
