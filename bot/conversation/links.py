"""Deep links: `?start=` arguments that open a topic, a claim, a receipt or an answer.

Telegram takes at most 64 of A-Z, a-z, 0-9, _ and -.
"""

from __future__ import annotations

from bot.claims.database.find import Find
from bot.claims.model import Topic
from bot.conversation.actions import ChangedError, code

LONGEST_ARGUMENT = 64
_BEGINNING = 54  # of a claim's id, where all of it has no room beside its code


def to_topic(topic: Topic, place: str | None) -> str:
    """The argument that opens a topic: its ids, or their codes where these are too long."""
    ids = [topic.population, topic.measure, topic.object or "", place or ""]
    while not ids[-1]:
        ids.pop()
    argument = "t_" + "_".join(ids)
    return argument if len(argument) <= LONGEST_ARGUMENT else "t_" + "_".join(id_ and code(id_) for id_ in ids)


def to_claim(id_: str) -> str:
    """The argument that opens a claim: its id, or the beginning of it with a code."""
    argument = f"c_{id_}"
    return argument if len(argument) <= LONGEST_ARGUMENT else f"c_{id_[:_BEGINNING]}_{code(id_)}"


def claim_of(argument: str, find: Find) -> str:
    """The id of the claim that an argument opens (without its "c_"). Raises ChangedError."""
    beginning, coded, wanted = argument.partition("_")
    if not coded:
        return argument
    ids = [id_ for id_ in find.ids_beginning(beginning) if code(id_) == wanted]
    if len(ids) != 1:
        raise ChangedError(argument)
    return ids[0]


def to_receipt(id_: str) -> str:
    """The argument that opens a receipt."""
    return f"r_{id_}"


def to_answer(receipt: str) -> str:
    """The argument that answers the question of a receipt anew, at more length than a group is told."""
    return f"a_{receipt}"


def to_subscription(id_: int, chat: int) -> str:
    """The argument that opens a subscription of a group or channel, for its admins."""
    return f"u_{id_}_{chat}"


def to_subscriptions(chat: int) -> str:
    """The argument that begins a new subscription for a group or channel, for its admins."""
    return f"n_{chat}"


def to_digest(delivery: int, chat: int, seal: str) -> str:
    """The argument that opens all of a digest that a group or channel got, for whoever has the link."""
    return f"d_{delivery}_{chat}_{seal}"
