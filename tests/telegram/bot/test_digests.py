"""Digests and announcements from the running bot: looked for, composed of the claims that ship, and delivered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.app import chats_of
from bot.asking import Claimbot
from bot.chats.chats import Chats
from bot.chats.model import Presence
from bot.chats.tables import deliveries, subscriptions
from bot.digests.delivery.announcing import Announcement, Announcer
from bot.digests.model import Pause, State, Told, Wishes
from bot.digests.subscribing import subscriptions as rows
from bot.telegram.server import LocalBotApi, User
from tests.telegram.bot.running import running, settings_for

pytestmark = pytest.mark.anyio

BEFORE = timedelta(days=3)


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.telegram.delivery.FRESH", 0.02)


@pytest.fixture
def chats(judged: LocalBotApi, tmp_path: Path) -> Iterator[Chats]:
    """The private database, before the bot starts."""
    with chats_of(settings_for(judged, tmp_path, {}), judged.clock.today) as opened:
        yield opened


def due(chats: Chats, claims: Claimbot, server: LocalBotApi, chat: int, owner: int | None = None, **wishes: str) -> int:
    """A subscription that is due now, and was told last three days before the newest claims."""
    now = server.clock.today()
    newest = now.replace(year=claims.store.meta.newest.year, month=claims.store.meta.newest.month, day=1)
    told = Told("another", 1, newest.replace(day=claims.store.meta.newest.day) - BEFORE)
    with chats.database.writing() as connection:
        recipient = rows.Recipient(chat, None, owner)
        made = rows.add(connection, recipient, Wishes(**wishes), told, now - timedelta(days=1))  # type: ignore[arg-type]
        connection.execute(subscriptions.update().where(subscriptions.c.id == made.id).values(next_run_at=now))
    return made.id


@pytest.mark.parametrize("language", ["en", "uk", "ru"])
async def test_what_is_due_is_sent_at_the_start(
    judged: LocalBotApi, chats: Chats, claims: Claimbot, tmp_path: Path, language: str
) -> None:
    ann = judged.user("Ann", language)
    judged.press_start(ann)
    due(chats, claims, judged, ann.id, language=language)
    async with running(judged, claims, tmp_path) as bot:
        title = bot.say("digest-title", language)
        await judged.until(lambda: any(title in one for one in judged.said(ann)))
        await judged.settled()
    (digest,) = [one for one in judged.said(ann) if title in one]
    assert bot.say("subscribe-how-to-stop-private", language) in digest


async def test_what_was_removed_a_month_ago_is_deleted(
    judged: LocalBotApi, chats: Chats, claims: Claimbot, ann: User, tmp_path: Path
) -> None:
    now = judged.clock.today()
    lately, long_ago = (due(chats, claims, judged, ann.id) for _ in range(2))
    for id_, days in ((lately, 29), (long_ago, 31)):
        removed = {"state": State.REMOVED.value, "removed_at": now - timedelta(days=days), "next_run_at": None}
        with chats.database.writing() as connection:
            connection.execute(subscriptions.update().where(subscriptions.c.id == id_).values(**removed))

    def there() -> list[int]:
        with chats.database.reading() as connection:
            return list(connection.execute(select(subscriptions.c.id).order_by(subscriptions.c.id)).scalars())

    assert there() == [lately, long_ago]
    async with running(judged, claims, tmp_path):
        pass  # its first look round is waited for
    assert there() == [lately]


async def test_rights_that_were_lost_are_told_to_who_set_it_up(
    judged: LocalBotApi, chats: Chats, claims: Claimbot, ann: User, tmp_path: Path
) -> None:
    judged.press_start(ann)
    group = judged.group("News", ann, supergroup=True)
    judged.mute_bot(ann, group)
    subscription = due(chats, claims, judged, group.id, owner=ann.id)
    async with running(judged, claims, tmp_path) as bot:
        told = bot.say("subscribe-notice-no-rights")
        await judged.until(lambda: any(told in one for one in judged.said(ann)))
        found = bot.edge.conversation.desk.digests.get(subscription, group.id)
        assert found and found.paused is Pause.NO_RIGHTS
        judged.promote_bot(ann, group)
        await judged.settled()
        found = bot.edge.conversation.desk.digests.get(subscription, group.id)
        assert found and found.state is State.ACTIVE


async def test_who_blocked_the_bot_and_comes_back_is_served_again(
    judged: LocalBotApi, chats: Chats, claims: Claimbot, ann: User, tmp_path: Path
) -> None:
    judged.press_start(ann)
    judged.world.private(ann).blocked = True  # while the bot did not run
    subscription = due(chats, claims, judged, ann.id)
    async with running(judged, claims, tmp_path) as bot:
        digests = bot.edge.conversation.desk.digests

        def state() -> State | None:
            found = digests.get(subscription, ann.id)
            return found.state if found else None

        await judged.settled()
        assert state() is State.PAUSED
        assert bot.chats.chat(ann.id).presence is Presence.BLOCKED
        await judged.answer(judged.press_start(ann))
        assert state() is State.ACTIVE


async def test_an_announcement_is_delivered(
    judged: LocalBotApi, chats: Chats, claims: Claimbot, tmp_path: Path
) -> None:
    people = judged.user("Ann"), judged.user("Ben", "uk")
    for user in people:
        judged.press_start(user)
        chats.set_presence(user.id, Presence.MEMBER)
    announcer = Announcer(chats.database, judged.clock.today)
    announcer.announce(Announcement.of({"": "Moving tonight.\n\nBack at noon."}), announcer.everybody())
    async with running(judged, claims, tmp_path):
        for user in people:
            told = lambda user=user: "Moving tonight.\n\nBack at noon." in judged.said(user)  # type: ignore[misc]  # noqa: E731
            try:
                await judged.until(told)
            except TimeoutError:
                with chats.database.reading() as connection:
                    pytest.fail(f"{connection.execute(select(deliveries)).mappings().all()}")
