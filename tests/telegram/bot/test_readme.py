"""The three uses in the README are transcripts of this very run.

`pytest tests/telegram/bot/test_readme.py --rewrite-readme` puts today's conversations and chart into it.
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


USES: dict[str, Callable[[LocalBotApi, User], Awaitable[str]]] = {"private": private, "group": group, "inline": inline}


@pytest.mark.parametrize("use", USES)
async def test_a_use_in_the_readme_is_a_transcript(
    judged: LocalBotApi, bot: Running, ann: User, use: str, request: pytest.FixtureRequest
) -> None:
    printed = with_one_receipt(await USES[use](judged, ann))
    text = README.read_text(encoding="utf-8")
    place = re.search(rf"<!-- transcript: {use} -->\n```text\n(.*?)```\n", text, re.DOTALL)
    assert place, use
    if request.config.getoption("--rewrite-readme"):
        README.write_text(f"{text[: place.start(1)]}{printed}\n{text[place.end(1) :]}", encoding="utf-8")
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
