"""Answered updates a second and the bot's own CPU time per update, beside a bare echo bot on the same local server.

    python -m tests.benchmarks.telegram_throughput [UPDATES] [USERS]

The server (its judging off) and each bot are processes of their own; every line is one run of one bot, all on the same
machine one after another. The last column is the ratio to the echo bot that receives its updates in the same way.
"""

from __future__ import annotations

import asyncio
import os
import resource
import signal
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import httpx
from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

from bot.app import build_application, chats_of, serve
from bot.asking import open_claimbot
from bot.config import LimitsSettings, Settings, StorageSettings, TelegramSettings
from bot.telegram.pacing import Pace, Rate
from bot.telegram.server import LocalBotApi

QUESTION = "how many Russian soldiers killed"
UNPACED = Pace(Rate(10**6, 10**6), Rate(10**6, 10**6), Rate(10**6, 10**6))
PORT = 18443


@dataclass(frozen=True, slots=True)
class Result:
    """One run."""

    a_second: float
    cpu_ms: float


async def measure(kind: str, mode: str, updates: int, users: int) -> Result:
    """Queue the updates, start the bot, and wait until each has an answer."""
    server = LocalBotApi()
    server.judging = False
    async with server:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", __spec__.name, kind, mode, server.token, server.base_url, str(updates)),
            stdout=asyncio.subprocess.PIPE,
        )
        assert process.stdout
        await process.stdout.readline()  # it serves
        if mode == "webhook":
            server.receiving.webhook.url = f"http://127.0.0.1:{PORT}/hook"  # without TLS, as behind a proxy
        people = [server.user(f"User {number}") for number in range(users)]
        asked = [server.tell(people[number % users], QUESTION) for number in range(updates)]
        start = time.perf_counter()
        await server.until(lambda: len(server.sent_after(asked[0])) >= 1, 60)
        await server.until(lambda: sum(len(server.said(one)) for one in people) >= updates, 600)
        seconds = time.perf_counter() - start
        process.send_signal(signal.SIGTERM)
        cpu = float((await process.stdout.readline()).split()[-1])
        await process.wait()
    return Result(updates / seconds, 1000 * cpu / updates)


async def ceiling(updates: int) -> Result:
    """What the server itself takes: a bare loop of posts."""
    server = LocalBotApi()
    server.judging = False
    async with server:
        person = server.user("User")
        chat = server.tell(person, "hello").chat.id
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", __spec__.name, "loop", str(chat), server.token, server.base_url, str(updates)),
            stdout=asyncio.subprocess.PIPE,
        )
        assert process.stdout
        seconds, cpu = map(float, (await process.stdout.readline()).split())
        await process.wait()
    return Result(updates / seconds, 1000 * cpu / updates)


async def post(chat: str, token: str, base_url: str, updates: int) -> None:
    """The bare loop."""
    before, start = cpu_seconds(), time.perf_counter()
    async with httpx.AsyncClient() as client:
        for _ in range(updates):
            sent = await client.post(f"{base_url}{token}/sendMessage", json={"chat_id": int(chat), "text": "hello"})
            sent.raise_for_status()
    sys.stdout.write(f"{time.perf_counter() - start} {cpu_seconds() - before}\n")


async def be(kind: str, mode: str, token: str, base_url: str) -> None:
    """Be the bot until SIGTERM, then tell the CPU seconds spent since it served."""
    stopping = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopping.set)
    before = 0.0

    def started(_: object = None) -> None:
        nonlocal before
        before = cpu_seconds()
        sys.stdout.write("serving\n")
        sys.stdout.flush()

    if kind == "echo":
        await echo(mode, token, base_url, stopping, started)
    else:
        with tempfile.TemporaryDirectory() as directory:
            settings = settings_for(mode, token, base_url, Path(directory))
            with chats_of(settings) as chats:
                application = build_application(settings, open_claimbot(bench_storage(settings)), chats, UNPACED)
                await serve(application, settings, stopping, started)
    sys.stdout.write(f"cpu {cpu_seconds() - before}\n")


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


async def echo(mode: str, token: str, base_url: str, stopping: asyncio.Event, started: object) -> None:
    """The barest bot that python-telegram-bot can be."""

    async def answer(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.message
        await update.message.reply_text(update.message.text or "")

    application = Application.builder().token(token).base_url(base_url).build()
    application.add_handler(MessageHandler(filters.TEXT, answer))
    async with application:
        await application.start()
        assert application.updater
        if mode == "webhook":
            await application.updater.start_webhook(
                "127.0.0.1", PORT, "hook", webhook_url=f"https://127.0.0.1:{PORT}/hook"
            )
        else:
            await application.updater.start_polling()
        started()  # type: ignore[operator]
        await stopping.wait()
        await application.updater.stop()
        await application.stop()


def cpu_seconds() -> float:
    """CPU time of this process so far."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


async def main(updates: int, users: int) -> None:
    """Print the table."""
    sys.stdout.write(f"{updates} updates of {users} users, {os.cpu_count()} cores\n")
    top = await ceiling(updates)
    sys.stdout.write(f"{'bare loop of posts':24} {top.a_second:8.0f}/s {top.cpu_ms:8.2f} ms\n")
    for mode in ("polling", "webhook"):
        bare = await measure("echo", mode, updates, users)
        ours = await measure("claimbot", mode, updates, users)
        for name, one in (("echo bot", bare), ("claimbot", ours)):
            ratio = one.a_second / bare.a_second
            sys.stdout.write(f"{name + ', ' + mode:24} {one.a_second:8.0f}/s {one.cpu_ms:8.2f} ms {ratio:6.2f}\n")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["loop", chat, token, base_url, updates]:
            asyncio.run(post(chat, token, base_url, int(updates)))
        case [("echo" | "claimbot") as kind, mode, token, base_url, _]:
            asyncio.run(be(kind, mode, token, base_url))
        case counts:
            asyncio.run(main(*map(int, counts or ["1000", "10"])))
