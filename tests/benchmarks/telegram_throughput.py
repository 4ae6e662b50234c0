"""Answered updates a second, how long each waits, and the bot's own CPU time, beside bare bots on the same server.

    python -m tests.benchmarks.telegram_throughput [UPDATES] [USERS …]

So many users at once each ask, wait for the answer, and ask again. The server (its judging off) and each bot are
processes of their own; every line is one run of one bot, all on the same machine one after another:

* *bare loop*: posts of one word without any bot: what the server and the client take;
* *echo bot*: receives and sends one word by python-telegram-bot;
* *answer echo*: the same, but sends an answer of ours, made beforehand, with its buttons: what no bot can exceed that
  sends such answers by python-telegram-bot;
* *claimbot*: the question understood, answered, kept under a receipt, and remembered.

The last two columns are the ratios to the two echo bots that receive their updates in the same way.
"""

from __future__ import annotations

import asyncio
import os
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
from telegram import Update
from telegram.constants import ParseMode
from telegram.ext import Application, ContextTypes, MessageHandler, filters

from bot.app import build_application, chats_of, serve
from bot.asking import open_claimbot
from bot.config import LimitsSettings, Settings, StorageSettings, TelegramSettings
from bot.conversation.service import Conversation
from bot.conversation.whom import Whom
from bot.operation.memory import settle
from bot.telegram.pacing import UNPACED
from bot.telegram.render import NO_PREVIEW, Text, parts
from bot.telegram.server import LocalBotApi
from bot.telegram.server.errors import ApiError
from bot.telegram.server.world import User

QUESTION = "how many Russian soldiers killed"
PORT = 18443
BOTS = {"echo": "echo bot", "answers": "answer echo", "claimbot": "claimbot"}


@dataclass(frozen=True, slots=True)
class Result:
    """One run."""

    seconds: float
    cpu_seconds: float
    waits: list[float]  # seconds, of each update from when it was queued to when its answer had arrived

    @property
    def a_second(self) -> float:
        """Updates answered."""
        return len(self.waits) / self.seconds

    def line(self, name: str, *ratios: float) -> str:
        """A line of the table."""
        cpu = 1000 * self.cpu_seconds / len(self.waits)
        half, most = (1000 * sorted(self.waits)[int(len(self.waits) * part)] for part in (0.5, 0.99))
        numbers = f"{self.a_second:8.0f}/s {cpu:8.2f} ms {half:8.1f} ms {most:8.1f} ms"
        return f"{name:24}{numbers}{''.join(f'{ratio:8.2f}' for ratio in ratios)}\n"


class Watched(LocalBotApi):
    """The server, which tells at once when a chat has been answered."""

    def __init__(self) -> None:
        super().__init__()
        self.judging = False
        self.waiting: dict[int, asyncio.Future[None]] = {}

    def finished(self, method: str, given: dict[str, Any], error: ApiError | None) -> None:
        """Wake whoever asked there."""
        super().finished(method, given, error)
        if method.lower() == "sendmessage":
            assert error is None, error
            waiting = self.waiting.pop(int(given["chat_id"]), None)
            if waiting:
                waiting.set_result(None)

    async def ask(self, user: User) -> float:
        """Ask and wait for the answer; how many seconds that took."""
        start = time.perf_counter()
        asked = self.tell(user, QUESTION)
        self.waiting[asked.chat.id] = asyncio.get_running_loop().create_future()
        async with asyncio.timeout(60):
            await self.waiting[asked.chat.id]
        return time.perf_counter() - start


async def measure(kind: str, mode: str, updates: int, users: int) -> Result:
    """Start the bot and let the users ask."""
    async with Watched() as server:
        process, output = await begin(kind, mode, server.token, server.base_url)
        await output.readline()  # it serves
        if mode == "webhook":
            server.receiving.webhook.url = f"http://127.0.0.1:{PORT}/hook"  # without TLS, as behind a proxy
        people = [server.user(f"User {number}") for number in range(users)]
        await server.ask(people[0])
        process.send_signal(signal.SIGUSR1)  # from now on it counts
        start = time.perf_counter()
        waits = await asyncio.gather(*(talk(server, one, updates // users) for one in people))
        seconds = time.perf_counter() - start
        process.send_signal(signal.SIGTERM)
        cpu = float(await output.readline())
        await process.wait()
    return Result(seconds, cpu, [wait for person in waits for wait in person])


async def talk(server: Watched, user: User, times: int) -> list[float]:
    """Ask again and again; how long each answer took."""
    return [await server.ask(user) for _ in range(times)]


async def ceiling(updates: int, users: int) -> Result:
    """What the server itself takes: bare posts."""
    async with Watched() as server:
        chat = server.tell(server.user("User"), "hello").chat.id
        process, output = await begin("loop", str(chat), server.token, server.base_url, str(updates), str(users))
        cpu, *waits = map(float, (await output.readline()).split())
        await process.wait()
    return Result(sum(waits) / users, cpu, waits)


async def begin(*arguments: str) -> tuple[asyncio.subprocess.Process, asyncio.StreamReader]:
    """A process of this module."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", __spec__.name, *arguments), stdout=asyncio.subprocess.PIPE, limit=10**7
    )
    assert process.stdout
    return process, process.stdout


async def post(chat: str, token: str, base_url: str, updates: int, users: int) -> None:
    """The bare loop, so many times at once."""
    waits: list[float] = []

    async def loop(client: httpx.AsyncClient) -> None:
        for _ in range(updates // users):
            start = time.perf_counter()
            sent = await client.post(f"{base_url}{token}/sendMessage", json={"chat_id": int(chat), "text": "hello"})
            sent.raise_for_status()
            waits.append(time.perf_counter() - start)

    async with httpx.AsyncClient() as client:
        before = cpu_seconds()
        await asyncio.gather(*(loop(client) for _ in range(users)))
        say(" ".join(map(str, (cpu_seconds() - before, *waits))))


async def be(kind: str, mode: str, token: str, base_url: str) -> None:
    """Be the bot until SIGTERM, then tell the CPU seconds spent since SIGUSR1."""
    stopping, before = asyncio.Event(), 0.0

    def count() -> None:
        nonlocal before
        before = cpu_seconds()

    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGUSR1, count)
    loop.add_signal_handler(signal.SIGTERM, stopping.set)
    with tempfile.TemporaryDirectory() as directory:
        settings = settings_for(mode, token, base_url, Path(directory))
        if kind == "claimbot":
            with chats_of(settings) as chats:
                application = build_application(settings, open_claimbot(bench_storage(settings)), chats, UNPACED)
                await serve(application, settings, stopping, lambda _: (settle(), say("serving")))
        else:
            answer = echo_word if kind == "echo" else answering(settings)
            await echo(answer, mode, token, base_url, stopping)
    say(str(cpu_seconds() - before))


def say(line: str) -> None:
    """Tell the process that measures."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def settings_for(mode: str, token: str, base_url: str, directory: Path) -> Settings:
    """Settings without limits, so that nothing but the work is measured."""
    telegram = {"token": token, "base_url": base_url, "mode": mode, "port": PORT}
    if mode == "webhook":
        telegram |= {"webhook_url": f"https://127.0.0.1:{PORT}/hook", "webhook_secret": "secret-of-the-benchmark"}
    limits = LimitsSettings(user_per_minute=10**6, group_per_minute=10**6)
    return Settings(telegram=TelegramSettings(**telegram), storage=StorageSettings(directory=directory), limits=limits)


def bench_storage(settings: Settings) -> Settings:
    """The claim database is built once for all runs."""
    shared = Path(tempfile.gettempdir()) / "claimbot-benchmark"
    return settings.model_copy(update={"storage": StorageSettings(directory=shared)})


Answer = Callable[[Update, ContextTypes.DEFAULT_TYPE], Awaitable[object]]


async def echo_word(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    """Say the same."""
    assert update.message
    await update.message.reply_text(update.message.text or "")


def answering(settings: Settings) -> Answer:
    """Say what claimbot says, which was made beforehand."""
    with chats_of(settings) as chats:
        conversation = Conversation(open_claimbot(bench_storage(settings)), chats, settings)
        (part,) = parts(conversation.ask(Whom(1, 1), QUESTION))
    assert isinstance(part, Text)

    async def answer(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.message
        await update.message.reply_text(
            part.html, parse_mode=ParseMode.HTML, link_preview_options=NO_PREVIEW, reply_markup=part.keyboard
        )

    return answer


async def echo(answer: Answer, mode: str, token: str, base_url: str, stopping: asyncio.Event) -> None:
    """The barest bot that python-telegram-bot can be."""
    application = Application.builder().token(token).base_url(base_url).build()
    application.add_handler(MessageHandler(filters.TEXT, answer))  # type: ignore[arg-type]
    async with application:
        await application.start()
        assert application.updater
        if mode == "webhook":
            await application.updater.start_webhook(
                "127.0.0.1", PORT, "hook", webhook_url=f"https://127.0.0.1:{PORT}/hook"
            )
        else:
            await application.updater.start_polling()
        say("serving")
        await stopping.wait()
        await application.updater.stop()
        await application.stop()


def cpu_seconds() -> float:
    """CPU time of this process so far."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


async def main(updates: int, *users: int) -> None:
    """Print the table."""
    for at_once in users:
        sys.stdout.write(f"{updates} updates, {at_once} users at once, {os.cpu_count()} cores\n")
        sys.stdout.write(f"{'':24}  answered   CPU each   half within  99% within   of echo, of answer echo\n")
        sys.stdout.write((await ceiling(updates, at_once)).line("bare loop"))
        for mode in ("polling", "webhook"):
            rates: list[float] = []
            for kind, name in BOTS.items():
                result = await measure(kind, mode, updates, at_once)
                rates.append(result.a_second)
                ratios = [result.a_second / rate for rate in rates[:2]]
                sys.stdout.write(result.line(f"{name}, {mode}", *ratios))
                sys.stdout.flush()


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["loop", chat, token, base_url, updates, users]:
            asyncio.run(post(chat, token, base_url, int(updates), int(users)))
        case [("echo" | "answers" | "claimbot") as kind, mode, token, base_url]:
            asyncio.run(be(kind, mode, token, base_url))
        case counts:
            asyncio.run(main(*map(int, counts or ["1000", "1", "10", "100"])))
