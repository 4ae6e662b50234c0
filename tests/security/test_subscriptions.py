"""Subscriptions and digests of other chats: their numbers, links and files in the wrong hands.

Also: tests/digests/test_service.py (an id without its holder), tests/conversation/digests/test_subscribing.py
(somebody else's card), tests/conversation/digests/test_news.py (a digest of another chat),
tests/telegram/bot/test_subscribing.py (readers of a channel, a picked chat that was never picked, admins who are none
any more, files), tests/digests/subscribing/test_transfer.py (files that are too large, too deep, not ours).
"""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from bot.config import LimitsSettings
from bot.digests.model import State, Subscription
from bot.telegram.server import Chat, LocalBotApi, User
from tests.security.forging import forged
from tests.telegram.bot.running import Running, asked, pressed

pytestmark = pytest.mark.anyio

FILE = {
    "format": "claimbot-subscriptions",
    "version": 1,
    "subscriptions": [{"wanted": [{"measure": "killed"}], "frequency": "weekly", "weekday": 4, "language": "en"}],
}


def digests_of(bot: Running, chat: Chat | User) -> list[Subscription]:
    """What a chat has subscribed to."""
    return bot.edge.conversation.desk.digests.of_chat(chat.id)


async def subscribed(server: LocalBotApi, user: User, chat: Chat | None) -> None:
    """/subscribe, and the four presses."""
    asks = server.say(user, chat, "/subscribe") if chat else server.tell(user, "/subscribe")
    screen = await server.answer(asks)
    for label in ("✓ Everything", "✓ Every day", "✓ 09:00", "London"):
        await pressed(server, user, screen, label)


@pytest.fixture
async def group(judged: LocalBotApi, bot: Running, ann: User, ben: User) -> Chat:
    """A supergroup of Ann, who owns it and subscribed it, and Ben."""
    chat = judged.group("News", ann, ben, supergroup=True)
    await judged.settled()
    await subscribed(judged, ann, chat)
    return chat


@pytest.fixture
async def anns(judged: LocalBotApi, bot: Running, ann: User) -> Subscription:
    """What Ann subscribed to herself."""
    await subscribed(judged, ann, None)
    return digests_of(bot, ann)[0]


def attempts(chats: tuple[int, ...], ids: tuple[int, ...]) -> Iterator[str]:
    for chat in (0, *chats):
        for id_ in ids:
            yield from (f"sv:{chat}:{id_}{what}" for what in ("", ":x", ":z:u", ":k:a", ":u", ":v", ":t"))
            yield f"se:{chat}:{id_}:t"
    yield from (f"{verb}:{id_}:a" for verb in ("ds", "dg", "dt") for id_ in ids)


async def test_every_number_in_every_wrong_place_changes_nothing(  # noqa: PLR0917
    judged: LocalBotApi, bot: Running, group: Chat, anns: Subscription, ann: User, ben: User
) -> None:
    bot.edge.limits = type(bot.edge.limits)(10**6, 10**6)
    (of_group,) = digests_of(bot, group)
    private = await asked(judged, ben, "/help")
    public = await judged.answer(judged.say(ben, group, "/help"))
    for data in attempts((ann.id, group.id), (anns.id, of_group.id)):
        for message in (private, public):
            assert (await forged(judged, ben, message, data)).alert, data
    for data in ("sn", "sl", "sx", "si", "ua"):
        assert (await forged(judged, ben, public, data)).alert == bot.say("subscribe-admins-only"), data
    assert digests_of(bot, ann) == [anns]
    assert digests_of(bot, group) == [of_group]
    assert (of_group.state, anns.state) == (State.ACTIVE, State.ACTIVE)
    assert digests_of(bot, ben) == []


NUMBERS = ["1", "999999", "9" * 30, "-1", "٣", "", "1_1"]


@pytest.mark.parametrize("number", NUMBERS)
async def test_links_with_numbers_of_ones_own(  # noqa: PLR0917
    judged: LocalBotApi, bot: Running, group: Chat, ann: User, ben: User, number: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Also those of an admin, who may open links to the group but not make the bot stumble."""
    (of_group,) = digests_of(bot, group)
    ways = [f"u_{number}_{group.id}", f"d_{number}_{group.id}_0123456789", f"d_{of_group.id}_{number}_"]
    for argument in ways:
        shown = (await asked(judged, ben, f"/start {argument}")).shown
        assert shown == bot.say("chat-link-changed") or shown.startswith(bot.say("subject-title")), argument
        await asked(judged, ann, f"/start {argument}")
    assert digests_of(bot, group) == [of_group]
    assert [record for record in caplog.records if record.levelname == "ERROR"] == []


async def test_files_without_end_are_not_all_fetched(judged: LocalBotApi, bot: Running, ann: User) -> None:
    """Each would be a download, before anybody counts."""
    for _ in range(100):
        judged.send_file(ann, None, "mine.json", json.dumps(FILE).encode())
    await judged.settled()
    assert len(judged.calls("getFile")) <= LimitsSettings().user_per_minute + 5
