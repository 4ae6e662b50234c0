"""/stats: what operators are told in their chats. Counts alone, and none that tells of one chat or person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Connection, func, or_, select
from telegram import Update
from telegram.ext import CommandHandler, filters

from bot.answers.wording import Wording
from bot.chats.asked import FEWEST_CHATS, OUTCOME, TOPIC
from bot.chats.model import PRESENT
from bot.chats.tables import answers, subscriptions
from bot.chats.tables import chats as chat_rows
from bot.claims.model import Topic
from bot.conversation.desk import Desk
from bot.conversation.keyboards import text, titled
from bot.conversation.reply import Reply
from bot.conversation.whom import Whom
from bot.digests.model import DeliveryState, State
from bot.language.texts import Texts
from bot.operation.readings import outbox_reading
from handlers.context import Context

WEEKS = timedelta(weeks=4)
MOST_TOPICS = 25
OUTCOMES = ("answered", "clarify", "no-figures", "out-of-scope", "not-understood", "outside")


@dataclass(frozen=True, slots=True)
class ChatCounts:
    """How many chats there are."""

    groups: int  # and channels, in which the bot is
    subscribed: int
    recent: int  # with an answer within the last half hour


def handler(chats: Sequence[int]) -> CommandHandler[Context, object]:
    """Takes /stats in the operator's chats. Elsewhere it is no command at all."""
    return CommandHandler("stats", _stats, filters.UpdateType.MESSAGE & filters.Chat(list(chats)))


async def _stats(update: Update, context: Context) -> None:
    await context.edge.answer(update, lambda whom: stats(context.edge.conversation.desk, whom))


def stats(desk: Desk, whom: Whom) -> Reply:
    """What is asked, how much is delivered, and to how many."""
    language = desk.language(whom)
    texts, now = desk.texts(language), desk.clock()
    since = now.date() - WEEKS
    asked = dict(desk.chats.asked(OUTCOME, since))
    topics = desk.chats.asked(TOPIC, since)
    with desk.chats.database.reading() as connection:
        counts = chat_counts(connection)
        outbox = outbox_reading(connection, now)
    return Reply(
        (
            titled(texts.say("stats-questions", count=texts.number(sum(asked.values()))), *_outcomes(asked, texts)),
            titled(texts.say("stats-topics"), *_topics(topics, desk.wording(language))),
            titled(
                texts.say("stats-chats"),
                texts.say("stats-groups", count=texts.number(counts.groups)),
                texts.say("stats-subscribed", count=texts.number(counts.subscribed)),
                texts.say("stats-recent", count=texts.number(counts.recent)),
            ),
            titled(texts.say("stats-deliveries"), *_deliveries(outbox.states, texts)),
            *text(texts.say("stats-how", chats=FEWEST_CHATS)),
        )
    )


def chat_counts(connection: Connection) -> ChatCounts:
    """How many chats there are."""
    here = or_(chat_rows.c.presence.is_(None), chat_rows.c.presence.in_([presence.value for presence in PRESENT]))
    served = subscriptions.c.state == State.ACTIVE.value
    queries = (
        select(func.count()).where(here, chat_rows.c.chat_id < 0),
        select(func.count(subscriptions.c.chat_id.distinct())).where(served),
        select(func.count(answers.c.chat_id.distinct())),
    )
    return ChatCounts(*(connection.execute(query).scalar_one() for query in queries))


def _outcomes(asked: Mapping[str, int], texts: Texts) -> Iterator[str]:
    for outcome in OUTCOMES:
        if count := asked.get(outcome, 0):
            yield texts.say(f"stats-{outcome}", count=texts.number(count))


def _topics(counted: Sequence[tuple[str, int]], wording: Wording) -> Iterator[str]:
    if not counted:
        yield wording.texts.say("stats-no-topics")
    for name, questions in counted[:MOST_TOPICS]:
        topic = wording.topic(Topic(*name.split("/")))
        yield wording.texts.say("stats-topic", topic=topic, count=wording.texts.number(questions))
    if more := counted[MOST_TOPICS:]:
        yield wording.texts.say("stats-more-topics", count=len(more))


def _deliveries(states: Mapping[str, int], texts: Texts) -> Iterator[str]:
    for state in DeliveryState:
        if count := states[state]:
            yield texts.say(f"stats-{state}", count=texts.number(count))
    if not any(states.values()):
        yield texts.say("stats-no-deliveries")
