"""What a group asks the bot about: what happened to people, or to objects, and never to which side.

A kind is a measure of people or of objects, as the claims have them; it holds the topics of all sides alike.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Self

from bot.answers.wording import SEPARATOR, Wording
from bot.claims.database.store import Store
from bot.claims.model import Topic
from bot.conversation.desk import Desk
from bot.conversation.whom import Whom
from bot.questions.question import Outcome, Question


@dataclass(frozen=True, slots=True)
class Kind:
    """A measure of people, or of objects."""

    measure: str
    objects: bool

    @classmethod
    def of(cls, topic: Topic) -> Self:
        """The kind that a topic is of."""
        return cls(topic.measure, topic.object is not None)

    def __str__(self) -> str:
        return f"{self.measure}/{'objects' if self.objects else 'people'}"


Kinds = frozenset[Kind]
EVERYTHING: Kinds = frozenset()  # nothing chosen


def kinds_of(store: Store) -> list[Kind]:
    """The kinds that there are figures of, in the package's order of measures; those of people first."""
    there = {Kind.of(count.topic) for count in store.find.topics()}
    listed = [Kind(measure, objects) for objects in (False, True) for measure in store.catalog.measures]
    return [kind for kind in listed if kind in there]


def chosen_kinds(desk: Desk, whom: Whom) -> Kinds:
    """What the group asks about: none where it chose nothing, and anywhere but in a group."""
    if whom.kind != "group":
        return EVERYTHING
    chosen = desk.chats.chat(whom.chat).topics
    return frozenset(kind for kind in kinds_of(desk.store) if str(kind) in chosen) if chosen else EVERYTHING


def holds(kinds: Kinds, topic: Topic) -> bool:
    """Whether a topic is of one of the kinds, or all are."""
    return not kinds or Kind.of(topic) in kinds


def inside(question: Question, kinds: Kinds) -> Question:
    """The question with only those of its readings, and of the readings offered, that are of these kinds."""
    return replace(
        question,
        readings=tuple(one for one in question.readings if holds(kinds, one.topic)),
        suggestions=tuple(one for one in question.suggestions if holds(kinds, one.reading.topic)),
    )


def is_left(question: Question) -> bool:
    """Whether there is anything to answer: a question that is out of scope has no topic, and is refused anywhere."""
    return question.outcome is Outcome.OUT_OF_SCOPE or bool(question.readings or question.suggestions)


def kind_name(kind: Kind, store: Store, wording: Wording) -> str:
    """The measure; and of what, where it is one of people and of objects."""
    measure = wording.name(wording.catalog.measures, kind.measure)
    if Kind(kind.measure, not kind.objects) not in kinds_of(store):
        return measure
    texts = wording.texts
    if not kind.objects:
        return texts.say("kind-people", measure=measure)
    objects = texts.say("subject-objects" if texts.has("subject-objects") else "kind-things")
    return texts.say("kind-objects", measure=measure, objects=objects)


def kind_names(kinds: Collection[Kind], store: Store, wording: Wording) -> str:
    """The kinds in the package's order, set apart by signs: some names hold an "and" themselves."""
    return SEPARATOR.join(kind_name(kind, store, wording) for kind in kinds_of(store) if kind in kinds)
