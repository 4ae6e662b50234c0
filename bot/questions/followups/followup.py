"""A follow-up, merged with the question before it. It is read as a careful person reads one:

1. What it names replaces what it is one of (whose, what, who says so, where, when), and the rest stays.
2. Whoever is named with a word of saying, of counting, of figures says so, and is not the one who lost.
3. A verb without a subject has that of the question before: after "how many did it lose", "and shot down?" is its deed.
4. Turned round, the one who did it (or holds them) and the one who suffered it change places, and so does who says so
   where he told of his own deeds; two parties without a verb are subject and object; a third party stays what it is.
5. "Its own" are those of who says so, or else of who did it.
6. What is denied is taken back: one of two sides, a date, a place, a sayer, a measure, a thing.
7. What was asked back may be answered by who did it, who lost it, or who holds them.
8. What is none of these ("how many new ones have they made") is another question, and what tells whose losses and what
   happened, without a word that points back, is read as if nothing had been asked before.

Where it comes out as the question before although it turned it, it was not understood, and is asked back.
Who says so (2) is read in `said`, what the words leave unsaid (3 to 5, 7) in `elided`, 6 in `taken_back`, dates that
are moved in `shifts`, 8 in `statements`; `merging` fills the rest (1) from the question before.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace

from bot.questions.followups.elided import read_elided, says_no
from bot.questions.followups.merging import are_only_losses, names_what
from bot.questions.followups.said import read_said
from bot.questions.followups.taken_back import take_back
from bot.questions.frame import Frame
from bot.questions.items import MEASURES, SENTENCE_ENDS
from bot.questions.readings.readings import resolve
from bot.questions.row import Row
from bot.questions.sayers.sayers import Sayers
from bot.questions.tokens.vocabulary import Vocabulary

_TWO = 2
_POINTING = ("continuing", "swap", "adding", "correction", "anaphora", "pronoun", "demonstrative")
_OWN = ("self", "own-people", "reflexive")  # somebody's that was named


def read_follow_up(row: Row, frame: Frame, before: Frame) -> None:
    """Words that only mean something behind another question."""
    if any(item.has("each-side") and _is_measure(row, i + 1) for i, item in enumerate(row.items)):
        frame.each_side &= len(frame.measures) < _TWO  # "both killed and wounded"
    frame.adding = any(item.has("adding") or _is_added(row, i) for i, item in enumerate(row.items))
    frame.persons = any(item.has("persons") and (item.idle or item.use is None) for item in row.items)
    frame.persons |= any(_befalls_people(i, row) for i in range(len(row)))
    frame.always |= frame.empty and row.has("present")
    frame.everywhere |= not before.limits and any(x.use == "date" and x.has("everywhere") for x in row.items)
    _keep_what_alone_is_wanted(row, frame)
    if any(item.has("only") or item.means("when", "last") for item in row.items):
        frame.limits = [replace(limits, bare=False) for limits in frame.limits]  # within them, and not as of then
    take_back(row, frame, before)
    alone = bool(frame.sides) and frame.sides == before.sides and not names_what(frame)
    frame.own_say |= alone and (row.has("self") or _names_another_sayer(row, frame, before))
    if not _stands_alone(row, frame):
        read_said(row, frame, before)
        read_elided(row, frame, before)
    frame.again = frame.empty and _asks_again(row, before)
    if frame.per and replace(frame, per=None).empty and not _asks_for_rate(row):
        frame.per = None


def _names_another_sayer(row: Row, frame: Frame, before: Frame) -> bool:
    """ "And those?", behind what somebody else says of their losses: what they say of them."""
    told = before.claimants or before.spokespersons
    corrected = says_no(row) or row.has("correction", "refusal")
    return bool(told) and not corrected and Sayers(before, row.vocabulary).party() not in frame.sides


def _stands_alone(row: Row, frame: Frame) -> bool:
    """Whether it tells whose losses (or who tells of its own) and what happened, and points to no question before."""
    if not frame.measures or frame.swap or says_no(row) or row.has(*_POINTING):
        return False
    own = frame.reflexive and (frame.groups or frame.objects or frame.people) and Sayers(frame, row.vocabulary).party()
    return bool(own or (frame.sides and not row.has(*_OWN)))


def _asks_again(row: Row, before: Frame) -> bool:
    """ "So how many?", "are you sure?", "without the wounded" where they were not asked for: the same once more."""
    words = [item for item in row.items if item.kind != "mark"]
    denied = {target for item in words if item.use == "negated" for target in item.targets}
    if denied:
        return denied.isdisjoint(before.targets)
    if not words or any(item.has("where") for item in words):
        return False
    doubts = any(item.has("doubt") for item in words) and row[len(row) - 1].text.endswith("?")
    return doubts or words[-1].asks


def _is_added(row: Row, i: int) -> bool:
    """ "With the wounded"."""
    return row[i].use == "measure" and row.is_led_by(i, "with", "instrument")


def _keep_what_alone_is_wanted(row: Row, frame: Frame) -> None:
    """ "Is that with the wounded? I only need the dead": the sentence that says "only" tells what is asked."""
    parts = [row.items[first:last] for first, last in row.parts(SENTENCE_ENDS)]
    alone = next((part for part in parts if any(item.has("only") for item in part)), [])
    for use, slot in (("measure", frame.measures), ("object", frame.objects)):
        named = {target for item in alone if item.use == use for target in item.targets}
        if len(parts) > 1 and not named.isdisjoint(slot):
            slot[:] = [target for target in slot if target in named]
            frame.adding = False


def _befalls_people(i: int, row: Row) -> bool:
    """ "The dead", "prisoners", "in captivity": never said of things."""
    item = row[i]
    targets = [target for kind in MEASURES for target in item.concepts.get(kind, ())]
    never = bool(targets) and not any(map(row.vocabulary.of_objects, targets))
    held = bool(targets) and (item.has("captivity") or row.ends_in(i, "measure-noun"))
    return item.use in ("measure", "captivity") and (item.has("measure-noun") or held or never)


def _asks_for_rate(row: Row) -> bool:
    """ "Per day?", "and a month": not "thanks, I look here every day"."""
    words = [item for item in row.items if item.kind != "mark"]
    return len(words) <= _TWO or any(item.has("ask", "continuing") or item.text == "?" for item in row.items)


def continues(row: Row, now: Frame, before: Frame, vocabulary: Vocabulary) -> bool:
    """Whether a question that is whole by itself goes on with the one before: "and how many of theirs died?"."""
    goes_on = says_no(row) or row.begins_with("continuing")
    if now.elided or (_only_answers(row, now) and not resolve(deepcopy(before), vocabulary).readings):
        return True
    only_doers = (
        now.agents
        and now.objects in ([], before.objects)
        and not (now.sides or now.populations or now.groups or now.speaker or now.limits or now.versus)
    )
    if only_doers and (goes_on or not row.asks):
        return True  # "captured by the others?"
    if not goes_on or now.limits or now.always or now.objects != before.objects:
        return False
    whose = [{reading.topic.population for reading in resolve(f, vocabulary).readings} for f in (now, before)]
    same = now.objects or set(now.measures) & set(before.measures) or are_only_losses(now, vocabulary)
    return bool(same) or whose[0] == whose[1]


def _only_answers(row: Row, now: Frame) -> bool:
    """ "Those they destroyed": no question by itself, but what was asked back."""
    return not (row.asks or now.objects or now.groups or now.places or now.limits or now.claimants)


def only_says(frame: Frame) -> bool:
    """Whether nothing is named but those who say it."""
    return replace(frame, claimants=[], spokespersons=[], everyone=False, again=False, per=None).empty


def _is_measure(row: Row, i: int) -> bool:
    return i < len(row) and row[i].has(*MEASURES, "measure-noun")
