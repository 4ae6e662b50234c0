"""Digests on their way over HTTP: each way in which that can fail, and that no chat misses one or has one twice."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.chats.chats import Chats, file_url
from bot.conversation.reply import SILENCE, Reply
from bot.digests.delivery.leader import Leader
from bot.digests.delivery.outbox import Outbox, Outgoing
from bot.digests.model import DeliveryState, Pause
from bot.telegram.server import LocalBotApi
from tests.chats.conftest import Clock, clock
from tests.telegram.posting import Post, delivering, post_office

__all__ = ["clock"]

pytestmark = pytest.mark.anyio


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """The outbox is looked at all the time."""
    monkeypatch.setattr("bot.telegram.delivery.FRESH", 0.01)
    monkeypatch.setattr("bot.telegram.delivery.PROBE", 0.01)


@pytest.fixture
def chats(tmp_path: Path, clock: Clock) -> Chats:
    return Chats(file_url(tmp_path), clock=clock)


@pytest.fixture
async def post(judged: LocalBotApi, chats: Chats, clock: Clock) -> AsyncIterator[Post]:
    with chats:
        async with post_office(judged, chats, clock, read_timeout=0.5) as made:
            yield made


async def test_each_chat_has_its_digest_once(post: Post) -> None:
    people = [post.someone(f"Reader {number}") for number in range(30)]
    post.news()
    async with delivering(post):
        await post.settled()
    assert all(post.said(one) == ["en: second"] for one in people)
    assert set(post.ended().values()) == {("sent", None)}


async def test_a_digest_is_silent_and_pinned_where_that_is_wished(post: Post) -> None:
    ann = post.someone()
    (chosen,) = post.desk.digests.of_chat(ann.id)
    post.desk.digests.remove(chosen.id, ann.id)
    post.desk.subscribe(ann.id, silent=True, pinned=True)
    post.news()
    async with delivering(post):
        await post.settled()
    chat = post.server.world.private(ann)
    assert chat.pinned == [chat.messages[chat.pinned[0]].id]
    assert chat.messages[chat.pinned[0]].silent


async def test_a_429_holds_up_its_own_chat_only(post: Post) -> None:
    ann, ben = post.someone("Ann"), post.someone("Ben")
    post.server.faults.too_many("sendMessage", retry_after=1)
    post.news()
    async with delivering(post):
        await post.until(lambda: post.said(ann) or post.said(ben))
        await post.settled()
        assert sorted(state for state, _ in post.ended().values()) == ["queued", "sent"]
        await asyncio.sleep(1)
        post.later(seconds=1)
        await post.until(lambda: {state for state, _ in post.ended().values()} == {"sent"})
    assert post.said(ann) == post.said(ben) == ["en: second"]


@pytest.mark.parametrize("code", [500, 502, 503])
async def test_a_5xx_is_tried_again_later(post: Post, code: int) -> None:
    ann = post.someone()
    post.server.faults.fails("sendMessage", code=code, times=2)
    post.news()
    async with delivering(post):
        for seconds in (2, 10):
            await post.until(lambda: post.ended()[ann.id] == ("queued", "5xx"))
            post.later(seconds=seconds)
            await post.settled()
        await post.until(lambda: post.ended()[ann.id] == ("sent", None))
    assert post.said(ann) == ["en: second"]


async def test_no_connection_is_waited_out(post: Post) -> None:
    ann = post.someone()
    post.news()
    await post.server.stop()
    async with delivering(post):
        await post.until(lambda: post.ended()[ann.id] == ("queued", "no connection"))
        await post.server.start(post.server.port)
        post.later(seconds=2)
        await post.until(lambda: post.ended()[ann.id] == ("sent", None))
    assert post.said(ann) == ["en: second"]


@pytest.mark.parametrize(
    ("fault", "reason", "arrived"),
    [
        ("late", "timed out", True),
        ("dropped before", "cut off", False),
        ("dropped after", "cut off", True),
        ("garbage", "unreadable", True),
    ],
)
async def test_what_may_have_arrived_is_on_record_and_not_sent_again(
    post: Post, fault: str, reason: str, arrived: bool
) -> None:
    faults = post.server.faults
    match fault:
        case "late":
            faults.late("sendMessage", seconds=2)
        case "garbage":
            faults.garbage("sendMessage")
        case _:
            faults.drops("sendMessage", after=fault.endswith("after"))
    ann = post.someone()
    post.news("second")
    async with delivering(post):
        await post.until(lambda: post.ended()[ann.id] == ("doubtful", reason))
        post.later(hours=1)
        await post.settled()
        assert post.said(ann) == ["en: second"] * arrived
        assert [one.reason for one in post.desk.digests.doubtful(ann.id)] == [reason]
        post.news("third")
        await post.until(lambda: post.ended()[ann.id] == ("sent", None))
    assert post.said(ann)[arrived:] == ["en: third"]


async def test_who_blocks_the_bot_is_left_alone_and_misses_nothing_after_coming_back(post: Post) -> None:
    ann, ben = post.someone("Ann"), post.someone("Ben")
    post.server.block(ann)
    post.news("second")
    async with delivering(post):
        await post.until(lambda: [one.paused for one in post.desk.digests.of_chat(ann.id)] == [Pause.UNREACHABLE])
        await post.settled()
        assert post.ended()[ann.id] == ("failed", "unreachable")
        assert post.refused == [(ann.id, "Forbidden: bot was blocked by the user")]
        assert post.said(ben) == ["en: second"]
        post.news("third")
        await post.settled()
        assert len(post.server.calls("sendMessage")) == 3
        post.server.unblock(ann)
        post.desk.digests.revive(ann.id)
        post.news("fourth")
        await post.until(lambda: post.said(ann))
    assert post.said(ann) == ["en: second, third, fourth"]


async def test_a_group_that_became_a_supergroup_gets_it_there(post: Post) -> None:
    ann = post.someone()
    group = post.server.group("Readers", ann, bot=True)
    post.desk.subscribe(group.id)
    post.news()
    moved = post.server.migrate(ann, group)
    async with delivering(post):
        await post.until(lambda: post.ended().get(moved.id) == ("sent", None))
    assert post.said(moved) == ["en: second"]
    assert post.desk.digests.of_chat(group.id) == []
    assert len(post.desk.digests.of_chat(moved.id)) == 1


@pytest.mark.parametrize("why", [Pause.NO_TOPIC, Pause.NO_RIGHTS])
async def test_a_topic_or_rights_that_were_lost_pause_it_and_the_admin_is_told_once(post: Post, why: Pause) -> None:
    ann = post.someone()
    forum = post.server.group("Readers", ann, forum=True, bot=True)
    topic = post.server.topic(forum, "News", ann)
    for digest in (
        post.desk.subscribe(forum.id, owner=ann.id),
        post.desk.subscribe(forum.id, owner=ann.id, silent=True),
    ):
        post.desk.digests.move(digest, forum.id, topic)
    if why is Pause.NO_TOPIC:
        del forum.topics[topic]
    else:
        post.server.mute_bot(ann, forum)
    post.dress = _dressed
    post.news()
    async with delivering(post):
        await post.until(lambda: len(post.said(ann)) == 2)
        await post.settled()
        post.news("third")
        await post.settled()
    assert sorted(post.said(ann))[-1] == f"paused: {why}"
    assert len(post.said(ann)) == 3
    assert {one.paused for one in post.desk.digests.of_chat(forum.id)} == {why}


def _dressed(outgoing: Outgoing) -> Reply:
    from bot.conversation.keyboards import text  # noqa: PLC0415

    if outgoing.paused:
        return Reply(text(f"paused: {outgoing.paused}"))
    assert outgoing.content
    return Reply(outgoing.content.summary)


async def test_what_telegram_refuses_fails_and_is_told_by_the_next(post: Post) -> None:
    ann = post.someone()
    post.server.faults.fails("sendMessage", code=400, description="Bad Request: can't parse entities")
    post.news("second")
    async with delivering(post):
        await post.until(lambda: post.ended()[ann.id] == ("failed", "refused"))
        post.news("third")
        await post.until(lambda: post.said(ann))
    assert post.said(ann) == ["en: second, third"]


async def test_what_nobody_can_put_into_words_fails_alone(post: Post) -> None:
    ann, ben = post.someone("Ann"), post.someone("Ben")

    def dress(outgoing: Outgoing) -> Reply:
        if outgoing.chat == ann.id:
            raise ArithmeticError
        return _dressed(outgoing)

    post.dress = dress
    post.news()
    async with delivering(post):
        await post.settled()
    assert (post.ended()[ann.id], post.said(ben)) == (("failed", "inside"), ["en: second"])


async def test_what_is_not_wanted_any_more_is_not_sent(post: Post) -> None:
    ann = post.someone()
    post.dress = lambda _: SILENCE
    post.news()
    async with delivering(post):
        await post.until(lambda: post.ended()[ann.id] == ("replaced", "unwanted"))
    assert post.said(ann) == []


async def test_while_telegram_is_down_nothing_is_used_up(post: Post) -> None:
    people = [post.someone(f"Reader {number}") for number in range(40)]
    post.server.faults.fails("sendMessage", code=500, times=None)
    down = post.server.faults.fails("getMe", code=500, times=None)
    post.news()
    async with delivering(post):
        await post.until(lambda: down.happened > 3)
        attempts = len(post.server.calls("sendMessage"))
        assert attempts < 40
        await post.until(lambda: down.happened > 6)
        assert len(post.server.calls("sendMessage")) == attempts
        post.server.faults.clear()
        post.later(seconds=2)
        await post.until(lambda: all(post.said(one) for one in people))
        await post.settled()
    assert all(len(post.said(one)) == 1 for one in people)


async def test_at_a_stop_what_is_under_way_is_waited_for(post: Post) -> None:
    ann = post.someone()
    post.server.faults.late("sendMessage", seconds=0.3)
    post.news()
    async with delivering(post):
        await post.until(lambda: post.ended()[ann.id][0] == "sending")
    assert post.ended()[ann.id] == ("sent", None)


async def test_at_a_stop_nothing_else_is_waited_for(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.telegram.delivery.FRESH", 3600)
    async with asyncio.timeout(60):
        async with delivering(post):
            await asyncio.sleep(0.1)


async def test_who_leads_next_sends_the_rest_and_calls_doubtful_what_was_under_way(post: Post) -> None:
    people = [post.someone(f"Reader {number}") for number in range(10)]
    post.news()
    assert post.leader.lead()
    second = Post(post.server, post.desk, post.bot, post.pacer, Leader(post.desk.database))
    async with delivering(second):
        taken = {each.chat for each in post.desk.outbox.take(3)}
        await asyncio.sleep(0.05)
        assert post.desk.outbox.counts()[DeliveryState.SENT] == 0
        post.leader.resign()
        await second.until(lambda: post.desk.outbox.counts()[DeliveryState.SENT] == 7)
    assert {chat for chat, ended in post.ended().items() if ended == ("doubtful", "stopped")} == taken
    assert [post.said(one) for one in people if one.id in taken] == [[], [], []]


async def test_an_error_inside_ends_nothing_for_good(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    ann = post.someone()
    post.news()
    recover, failures = Outbox.recover, iter([ArithmeticError("at first")])

    def failing(outbox: Outbox) -> int:
        for error in failures:
            raise error
        return recover(outbox)

    monkeypatch.setattr(Outbox, "recover", failing)
    async with delivering(post):
        await post.until(lambda: post.said(ann))
