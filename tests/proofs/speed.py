"""With the rate lifted: digests a second, beside a bare loop of httpx posts of the same message to the same server.

    python -m tests.proofs.speed [--messages 3000] [--least 0.5]

Both are processes of their own, the server a third. It holds where all came and the ratio is at least `--least`.
"""

from __future__ import annotations

import argparse
import asyncio
import sys

import httpx

from bot.answers.html import to_html
from bot.digests.model import Selection
from tests.proofs.delivering import News, Server, processes
from tests.proofs.pace import prove


async def bare(messages: int) -> float:
    """Messages a second of the bare loop."""
    async with Server() as server:
        (chat,) = server.people(1)
        told = News().state()
        (html,) = to_html(News().compose(Selection(), told, "en").summary)
        process = processes.Process(
            target=_post, args=(f"{server.base_url}{server.token}/sendMessage", chat, html, messages)
        )
        process.start()
        while len(server.arrived) < messages:
            await asyncio.sleep(0.1)
        process.join()
        return (messages - 1) / (server.arrived[-1] - server.arrived[0])


def _post(url: str, chat: int, html: str, messages: int) -> None:
    button = {"text": "All of it", "callback_data": "dg:1"}
    message = {"chat_id": chat, "text": html, "parse_mode": "HTML", "reply_markup": {"inline_keyboard": [[button]]}}

    async def loop() -> None:
        async with httpx.AsyncClient() as client:
            for _ in range(messages):
                (await client.post(url, json=message)).raise_for_status()

    asyncio.run(loop())


def main() -> int:
    """Run the proof; 1 where it does not hold."""
    parser = argparse.ArgumentParser(description="Digests without a pace, beside bare posts.")
    parser.add_argument("--messages", type=int, default=3000)
    parser.add_argument("--least", type=float, default=0.5)
    options = parser.parse_args()
    posts = asyncio.run(bare(options.messages))
    digests = asyncio.run(prove(options.messages, lifted=True))
    ratio = digests.rate / posts
    sys.stdout.write(
        f"speed: {digests.sent} of {digests.messages} digests, {digests.rate:.0f} a second; bare posts {posts:.0f} a"
        f" second; ratio {ratio:.2f}\n"
    )
    return 0 if digests.sent == digests.messages and ratio >= options.least else 1


if __name__ == "__main__":
    sys.exit(main())
