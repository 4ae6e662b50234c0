"""Whatever arrives, the bot goes on answering and asks nothing that Telegram would refuse as malformed.

CLAIMBOT_TEST_UPDATES=10000 makes it as many; 200 by default.
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.asking import Claimbot
from bot.config import LimitsSettings
from bot.telegram.server import LocalBotApi
from tests.telegram.bot.running import Running, asked, running

pytestmark = pytest.mark.anyio

COUNT = int(os.environ.get("CLAIMBOT_TEST_UPDATES", "200"))
PLACES = 6  # chats that exist: resolved when the update is sent
ANONYMOUS, CHANNEL_BOT, TELEGRAM = 1087968824, 136817688, 777000

texts = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            "😀" * 4096,
            "👨‍👩‍👧‍👦" * 500,
            "<b>bold</b> & <script>alert(1)</script>",
            "</b></blockquote>&amp;&lt;",
            "\u202eABC\u202c \u2066mixed\u2069 \u200f",
            "\u0000\u0007\u2028",
            "how many Russian soldiers killed",
            "скільки <i>танків</i> втратила росія?",
            "9" * 400,
            "/ask",
            "/ask@claims_bot russian tanks",
            "/check 498 killed",
            "/start r_aaaaaaaa",
            "/start " + "x" * 64,
            "/language uk",
            "/settings",
            "/forget",
            "@claims_bot 9,000 killed",
            "//",
            "/",
        ]
    ),
)
numbers = st.one_of(st.integers(-(2**53), 2**53), st.integers(0, 5))
places = st.one_of(st.integers(0, PLACES - 1).map(lambda place: f"@{place}"), numbers)
users = st.fixed_dictionaries(
    {
        "id": st.one_of(places, st.sampled_from([ANONYMOUS, CHANNEL_BOT, TELEGRAM, 8_100_200_300])),
        "is_bot": st.booleans(),
        "first_name": texts,
    },
    optional={"last_name": texts, "username": texts, "language_code": st.sampled_from(["en", "uk", "ru", "", "x" * 9])},
)
chats = st.fixed_dictionaries(
    {"id": places, "type": st.sampled_from(["private", "group", "supergroup", "channel", "sender", "salon"])},
    optional={"title": texts, "is_forum": st.booleans(), "username": texts},
)
entities = st.lists(
    st.fixed_dictionaries(
        {
            "type": st.sampled_from(["mention", "bot_command", "text_mention", "url", "custom", "bold"]),
            "offset": st.integers(-3, 70),
            "length": st.integers(-3, 70),
        },
        optional={"user": users},
    ),
    max_size=3,
)
service = {
    "new_chat_members": st.lists(users, max_size=2),
    "left_chat_member": users,
    "migrate_to_chat_id": places,
    "migrate_from_chat_id": places,
    "group_chat_created": st.just(True),
    "forum_topic_created": st.just({"name": "Topic", "icon_color": 1}),
    "new_chat_title": texts,
    "successful_payment": st.just({}),
}


def messages(depth: int = 1) -> st.SearchStrategy[dict[str, Any]]:
    inner = messages(depth - 1) if depth else st.none()
    return st.fixed_dictionaries(
        {"message_id": st.integers(-1, 9), "date": st.integers(0, 2**31), "chat": chats},
        optional={
            "from": users,
            "text": texts,
            "caption": texts,
            "entities": entities,
            "caption_entities": entities,
            "sender_chat": chats,
            "via_bot": users,
            "reply_to_message": inner,
            "pinned_message": inner,
            "message_thread_id": st.integers(-1, 9),
            "is_topic_message": st.booleans(),
            "forward_origin": st.sampled_from([{"type": "hidden_user", "date": 0, "sender_user_name": "<b>"}, {}]),
            "photo": st.just([{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]),
            **service,
        },
    )


members = st.fixed_dictionaries(
    {
        "user": users,
        "status": st.sampled_from(["creator", "administrator", "member", "restricted", "left", "kicked", "guest"]),
    },
    optional={"until_date": st.integers(0, 9), "is_member": st.booleans(), "is_anonymous": st.booleans()},
)
KINDS: dict[str, st.SearchStrategy[Any]] = {
    "message": messages(),
    "edited_message": messages(),
    "channel_post": messages(),
    "edited_channel_post": messages(0),
    "callback_query": st.fixed_dictionaries(
        {"id": st.text("0123456789", min_size=1, max_size=19), "from": users, "chat_instance": texts},
        optional={"message": messages(0), "data": texts, "inline_message_id": texts, "game_short_name": texts},
    ),
    "inline_query": st.fixed_dictionaries({"id": texts, "from": users, "query": texts, "offset": texts}),
    "chosen_inline_result": st.fixed_dictionaries({"result_id": texts, "from": users, "query": texts}),
    "my_chat_member": st.fixed_dictionaries(
        {"chat": chats, "from": users, "date": st.just(0), "old_chat_member": members, "new_chat_member": members}
    ),
    "poll_answer": st.fixed_dictionaries({"poll_id": texts, "user": users}),
    "unheard_of": st.dictionaries(texts, texts, max_size=2),
}


@st.composite
def updates(draw: st.DrawFn) -> dict[str, Any]:
    """An update of any kind, now and then with something missing."""
    kind = draw(st.sampled_from(sorted(KINDS)))
    content = draw(KINDS[kind])
    for _ in range(draw(st.sampled_from([0, 0, 0, 1, 2]))):
        part = content
        while isinstance(part, dict) and part:
            key = draw(st.sampled_from(sorted(part)))
            if not isinstance(part[key], dict) or draw(st.booleans()):
                del part[key]
                break
            part = part[key]
    return {kind: content}


def resolved(value: Any, ids: list[int]) -> Any:
    """The update with the ids of chats that exist."""
    if isinstance(value, dict):
        return {key: resolved(one, ids) for key, one in value.items()}
    if isinstance(value, list):
        return [resolved(one, ids) for one in value]
    return ids[int(value[1:])] if isinstance(value, str) and value[:1] == "@" and value[1:].isdecimal() else value


@pytest.fixture
async def open_house(judged: LocalBotApi, claims: Claimbot, tmp_path: Path) -> AsyncIterator[list[int]]:
    """A bot without limits in chats of every kind; their ids."""
    people = [judged.user("Ann"), judged.user("<b>Ben</b>", "uk")]
    generous = LimitsSettings(user_per_minute=10**9, group_per_minute=10**9)
    async with running(judged, claims, tmp_path, limits=generous):
        rooms = [
            judged.group("Group", *people),
            judged.group("Super", *people, supergroup=True),
            judged.group("Forum", *people, forum=True),
            judged.channel("Channel", *people[:1]),
        ]
        for person in people:
            await asked(judged, person, "/start")
        await judged.settled()
        yield [*(person.id for person in people), *(room.id for room in rooms)]


@pytest.mark.timeout(300 + COUNT)
@settings(
    max_examples=COUNT,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(update=updates())
async def test_the_bot_goes_on_answering(judged: LocalBotApi, open_house: list[int], update: dict[str, Any]) -> None:
    queue = judged.receiving.updates
    number = queue.put("message", {})
    assert number is not None
    queue.waiting[number] = {"update_id": number, **resolved(update, open_house)}
    answer = await asked(judged, judged.user("Witness"), "/help")
    assert "/topics" in answer.shown
    assert judged.refused == []


async def test_an_update_that_the_library_cannot_read_is_left_behind(judged: LocalBotApi, bot: Running) -> None:
    queue = judged.receiving.updates
    for content in ({"message": {"message_id": "one"}}, {"callback_query": {"id": 5}}, {"message": []}):
        number = queue.put("message", {})
        assert number is not None
        queue.waiting[number] = {"update_id": number, **content}
    assert await asked(judged, judged.user("Ann"), "/help")
    await judged.settled()
    assert judged.updates_waiting == 0
