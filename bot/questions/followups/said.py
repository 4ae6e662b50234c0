"""Who says so, where a follow-up names or asks for him by what he does."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace

from bot.questions.followups.elided import GOVERNING, PARTS, parties_asked_about
from bot.questions.frame import Frame, add
from bot.questions.items import PARTY_KINDS, SENTENCE_ENDS
from bot.questions.parties.naming import party_of, take_claimant
from bot.questions.readings.readings import resolve
from bot.questions.row import Row
from bot.questions.sayers.offices import their_before
from bot.questions.sayers.sayers import Sayers
from bot.questions.sayers.telling import asks_who_says_it, is_of_speaker


def read_said(row: Row, frame: Frame, before: Frame) -> None:
    """Makes those who are said to say or count the ones who say so."""
    if not (frame.measures or frame.objects or frame.groups or frame.places):
        for i, item in enumerate(row.items):
            if item.use in PARTS and party_of(item, row) and _is_heard_from(row, i, before):
                _make_sayer(row, i, frame)
        _leave_commented_sayers(row, frame, before)
    _read_sayer(row, frame)
    if replace(frame, running=False, swap=False).empty and _asks_who_says_it(row):
        frame.everyone, frame.running, frame.swap = True, False, False
    figures = (i for i, item in enumerate(row.items) if item.means("claim-after", "noun"))
    frame.own_say |= replace(frame, running=False).empty and any(their_before(row, i) is not None for i in figures)
    _read_other_sayer(row, frame, before)


def _leave_commented_sayers(row: Row, frame: Frame, before: Frame) -> None:
    """ "That's their propaganda. What do the others say?": the sentence that asks, or names others, tells it."""
    sentences = [row.items[first:last] for first, last in row.parts(SENTENCE_ENDS)]
    naming = [items for items in sentences if any(item.use == "claimant" for item in items)]
    asked = [any(item.has("ask", "continuing") or item.text == "?" for item in items) for items in naming]
    comments = [any(item.has("demonstrative", "opinion") for item in items) for items in naming]
    known = naming and all(not x.targets.isdisjoint(before.claimants) for x in naming[0] if x.use == "claimant")
    if len(naming) > 1 and (known or (asked[-1] and (comments[0] or not asked[0]))):
        frame.claimants, frame.spokespersons = [], []
        for i in (i for i, item in enumerate(row.items) if item.use == "claimant" and item in naming[-1]):
            take_claimant(row, i, frame)


def _asks_who_says_it(row: Row) -> bool:
    """ "And who counted that?": of what was asked before."""
    if any(item.has("swap") and not row.ends_in(i, "who") for i, item in enumerate(row.items)):
        return False  # "what does the other side say"
    return asks_who_says_it(row, 0, len(row))


def _read_sayer(row: Row, frame: Frame) -> None:
    """ "And they, how many do they count?", "their statistics": with a word of saying, and no more, they say so."""
    if frame.spokespersons or frame.objects or frame.places:
        return
    named = [i for i, item in enumerate(row.items) if item.use in PARTS and party_of(item, row)]
    named = [i for i in named if not row[i].has("anaphora")] or named  # "they count so many of them"
    own = any(item.use == "claimant" and item.has("claim-own") for item in row.items)  # "what do they claim"
    if frame.claimants and not (own and len(named) == 1):
        return
    free = [i for i in named if not row.is_led_by(i, *GOVERNING) and not _is_led_by_about(row, i)]
    if frame.groups and not (len(free) == 1 and _are_all_people_named(row, free[0])):
        return
    if len(free) != 1 or (frame.measures and free == named) or not (own or _says_so(row, free[0])):
        frame.doubt |= len(named) == 1 and not frame.measures and _may_be_said_there(row, named[0])
        return
    _make_sayer(row, free[0], frame)


def _are_all_people_named(row: Row, i: int) -> bool:
    """Whether no people are named but those whose adjective item i is: "their troops say"."""
    return all(item.use != "group" or item is row.next(i) for item in row.items)


def _make_sayer(row: Row, i: int, frame: Frame) -> None:
    party = party_of(row[i], row)
    for parties in (frame.sides, frame.agents, frame.armies, frame.locations):
        parties[:] = [other for other in parties if other != party]
    frame.doubt = frame.own_say = False
    frame.groups, frame.people = [], False
    take_claimant(row, i, frame)


def _is_heard_from(row: Row, i: int, before: Frame) -> bool:
    """ "I want it from them", "and from the capital?", behind a whole question: what comes from them is a figure."""
    wanted = any(item.has("asker", "proof") or item.means("claim-after", "noun") for item in row.items)
    heard = row.is_led_by(i, "source") and (wanted or not row[i].has(*PARTY_KINDS))
    return heard and bool(resolve(deepcopy(before), row.vocabulary).readings)


def _may_be_said_there(row: Row, i: int) -> bool:
    """ "What data have they?", "what is said on their side": theirs, or those of them."""
    said = any(_is_talk(row, j) for j in range(i if row[i].text.isascii() else 0, len(row)))
    data = any("claim-after" in word for item in row.items for word in row.words(item))
    return (said and row.is_led_by(i, "with", "owner")) or (data and row.is_led_by(i, "owner-case"))


def _is_led_by_about(row: Row, i: int) -> bool:
    lead = row.before(i)
    return lead is not None and row[lead].means("claim-after", "about")


def _says_so(row: Row, i: int) -> bool:
    """Whether a verb of saying has the party of item i for its subject, or it describes their figures."""
    item, after = row[i], row.after(i)
    if item.possessive or item.has("party-adjective"):
        figures = after is not None and row.word_means(row[after], "claim-after", "noun")
        if figures or not (item.has("party-people") or row.precedes(i, "group")):
            return figures
    if item.has("case") and not item.means("case", "nominative"):
        return False
    first, last = next(part for part in row.parts(",.!?;") if part[0] <= i < part[1])
    before, behind = range(first, i), range(i + 1, last if not item.text.isascii() else len(row))
    if any(_is_talk(row, j) for j in behind):
        return True
    agree = not item.has("party") or any(row[j].means("verb-number", "singular") for j in before)
    return agree and not item.text.isascii() and any(_is_talk(row, j) and not is_of_speaker(row, j) for j in before)


def _is_talk(row: Row, i: int) -> bool:
    """A verb of saying, be it the last word of a phrase: "what do they say"."""
    if not (row[i].use is None or row[i].idle):
        return False
    return row[i].means("claim-after", "verb") or row.word_means(row[i], "claim-after", "verb")


def _read_other_sayer(row: Row, frame: Frame, before: Frame) -> None:
    """ "What does the other side say?": the opponent of who said it, or else of those asked about."""
    if not frame.swap or not any(_is_talk(row, i) for i in range(len(row))) or _names_more_than_swap(frame):
        return
    party = Sayers(before, row.vocabulary).party()
    asked = [party] if party else parties_asked_about(before, row.vocabulary)
    other = row.vocabulary.opponent(asked[0]) if len(asked) == 1 else None
    root = row.vocabulary.root_claimant(other) if other else None
    if root:
        frame.swap = False
        add(frame.claimants, root)


def _names_more_than_swap(frame: Frame) -> bool:
    return bool(frame.sides or frame.agents or frame.measures or frame.objects or frame.groups or frame.claimants)
