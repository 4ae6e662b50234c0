"""A picture at the head, as journalists write: "Steel graveyard: how many tanks …", "Burning birds: jets downed".

Where what follows asks by itself, and names what is counted, the picture adds nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.language.inflection import INFLECTING, is_imperative
from bot.questions.clauses.clauses import clauses_of, is_whole
from bot.questions.frame import Frame
from bot.questions.items import ASIDE, MEASURES, Item
from bot.questions.question import QuestionOf
from bot.questions.row import Row

_FEWEST, _LONGEST = 2, 6  # words
_PAINTED = ("object", *MEASURES)  # what a picture may be of
_SCENES = ("event", "episode", "means", "fighting", "strike")  # a capital before these may be the name of one


def read_picture(row: Row, question_of: QuestionOf) -> None:
    """Sets it aside, but for a place in it. Runs before clauses are read."""
    clauses = list(clauses_of(row))
    if len(clauses) < 2 or row[clauses[0][1] - 1].text not in (":", "-"):
        return
    heading = row.items[: clauses[0][1] - 1]
    painted = [item for item in heading if item.unknown or item.has(*_PAINTED)]
    if not painted or not _FEWEST <= len(heading) <= _LONGEST or not all(map(_may_be_in_picture, heading)):
        return
    quoted = row[clauses[1][0]].kind == "mark"
    if quoted or _names_or_bids(row, heading):
        return
    asked = question_of(clauses[1][0], len(row))
    if asked is not None and is_whole(asked) and _names_what_is_counted(row, asked.frame):
        for item in heading:
            if not item.has("place", "locative"):
                item.use = ASIDE


def _names_what_is_counted(row: Row, frame: Frame | None) -> bool:
    if frame is None:
        return False
    of_people = any(not row.vocabulary.of_objects(measure) for measure in frame.measures)
    return bool(of_people or frame.objects or frame.groups or frame.people or frame.populations)


def _may_be_in_picture(item: Item) -> bool:
    plain = item.unknown or item.idle or item.has("locative", "place", *_PAINTED)
    told = item.has("ask", "model", "claim", "claim-after", "claimant", "order", "demonstrative")
    return item.kind == "word" and plain and not told


def _names_or_bids(row: Row, heading: Sequence[Item]) -> bool:
    """Whether it is an order, or a word of it may be a name: a capital, unless words that are none follow."""
    if any(is_imperative(heading[0].text, language) for language in INFLECTING):
        return True
    capitals = [k for k, item in enumerate(heading) if item.unknown and item.typed[:1].isupper()]
    if capitals != [0]:
        return bool(capitals)
    ordinary = heading[0].text in row.vocabulary.ordinary
    return not ordinary and heading[1].has(*_SCENES)
