"""The uses shown in the README and in docs/digests.md are transcripts of this very run.

`pytest tests/telegram/bot/test_readme.py --rewrite-readme` puts today's conversations and chart into them.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from bot.telegram.server import LocalBotApi, User
from tests.telegram.bot.running import Running, asked, pressed

pytestmark = pytest.mark.anyio

ROOT = Path(__file__).parents[3]
README = ROOT / "README.md"
DIGESTS = ROOT / "docs" / "digests.md"
CHART = ROOT / "docs" / "chart.png"


async def private(server: LocalBotApi, ann: User) -> str:
    """A question with a date, and one that follows it up."""
    await asked(server, ann, "how many rusian soldiers killed by 3 march 2022?")
    await asked(server, ann, "and ukrainian?")
    return server.transcript(ann)


async def group(server: LocalBotApi, ann: User) -> str:
    """Two people in a group: one asks, one has a number checked."""
    boris = server.user("Boris", "uk")
    chat = server.group("Newsroom", ann, boris, supergroup=True)
    await server.settled()
    await server.answer(server.say(ann, chat, "/ask civilians killed in Ukraine in May 2023, UN"))
    number = server.say(boris, chat, "31 тисяча українських солдатів загинула, казав Зеленський")
    await server.answer(server.say(ann, chat, "/check", reply_to=number))
    return server.transcript(chat)


async def inline(server: LocalBotApi, ann: User) -> str:
    """In any chat: what is offered, and the message that the first choice becomes."""
    found = await server.searched(ann, "russian tanks")
    offered = [f"{one['title']}\n    {one['description']}" for one in found.results]
    message = server.choose(ann, found, 0, server.group("Friends", ann, server.user("Carl"), bot=False))
    said = message.shown.replace("\n", "\n    ")
    return "\n".join(
        [f"Ann types: @{server.bot.username} russian tanks", *offered, "", f"Ann chooses the first:\n    {said}"]
    )


async def digest(server: LocalBotApi, ann: User) -> str:
    """Four presses, and the example that follows them."""
    return await subscribed(server, ann, "captured")


async def digest_uk(server: LocalBotApi, _: User) -> str:
    """The same in Ukrainian."""
    return await subscribed(server, server.user("Оля", "uk"), "полонені")


async def digest_ru(server: LocalBotApi, _: User) -> str:
    """The same in Russian."""
    return await subscribed(server, server.user("Рита", "ru"), "пленные")


async def subscribed(server: LocalBotApi, user: User, topic: str) -> str:
    """The topic typed, two defaults, and the first place that is offered."""
    screen = await asked(server, user, f"/subscribe {topic}")
    for _ in range(2):
        await pressed(server, user, screen, "✓")
    await pressed(server, user, screen, screen.labels[0])
    return server.transcript(user)


USES: dict[str, tuple[Path, Callable[[LocalBotApi, User], Awaitable[str]]]] = {
    "private": (README, private),
    "group": (README, group),
    "inline": (README, inline),
    "digest": (README, digest),
    "digest-uk": (DIGESTS, digest_uk),
    "digest-ru": (DIGESTS, digest_ru),
}


@pytest.mark.parametrize("use", USES)
async def test_a_use_that_is_shown_is_a_transcript(
    judged: LocalBotApi, bot: Running, ann: User, use: str, request: pytest.FixtureRequest
) -> None:
    page, play = USES[use]
    printed = with_one_receipt(await play(judged, ann))
    text = page.read_text(encoding="utf-8")
    place = re.search(rf"<!-- transcript: {use} -->\n```text\n(.*?)```\n", text, re.DOTALL)
    assert place, use
    if request.config.getoption("--rewrite-readme"):
        page.write_text(f"{text[: place.start(1)]}{printed}\n{text[place.end(1) :]}", encoding="utf-8")
    else:
        assert place[1] == f"{printed}\n"


async def test_the_chart_in_the_readme(
    judged: LocalBotApi, bot: Running, ann: User, request: pytest.FixtureRequest
) -> None:
    answer = await asked(judged, ann, "how many Russian soldiers have been killed")
    await pressed(judged, ann, answer, bot.say("button-chart"))
    (picture,) = [message for message in judged.sent_after(answer) if message.photo]
    assert picture.photo is not None
    if request.config.getoption("--rewrite-readme"):
        CHART.write_bytes(picture.photo.content)
    assert CHART.is_file()
    assert picture.photo.content[:8] == CHART.read_bytes()[:8]


def with_one_receipt(text: str) -> str:
    """Receipt ids are made anew in each run: the README shows one for all."""
    return re.sub(r"(Receipt|Квитанція) [a-z2-7]{8}", r"\1 k3m7q2ab", text)
