"""Puts the bot together and runs it: the only module that knows the handlers."""

from __future__ import annotations

import asyncio
import logging
import sys
from asyncio.subprocess import DEVNULL, PIPE
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from functools import partial
from importlib import metadata
from operator import attrgetter
from pathlib import Path

from telegram import User
from telegram.constants import UpdateType
from telegram.ext import Application, ApplicationBuilder, ContextTypes, ExtBot
from telegram.request import HTTPXRequest

from bot.asking import Claimbot, lexicon_of
from bot.chats.chats import Chats, ChatsError, file_url
from bot.claims.database.store import StoreError
from bot.config import Settings
from bot.conversation.desk import now
from bot.conversation.service import Conversation
from bot.digests.delivery.due import Due
from bot.digests.delivery.leader import Leader
from bot.digests.delivery.outbox import Outbox
from bot.language.inflection import read_dictionaries
from bot.operation import stats
from bot.operation.backups import Kept
from bot.operation.daily import Daily
from bot.operation.memory import give_back
from bot.operation.observer import Observer
from bot.operation.readings import Instruments
from bot.operation.server import Reader, listening
from bot.telegram import commands, render
from bot.telegram.delivery import Callbacks, Courier
from bot.telegram.edge import Edge
from bot.telegram.limits import Limits
from bot.telegram.minutely import every_minute
from bot.telegram.pacing import Pace, Pacer
from bot.telegram.polling import Polling
from bot.telegram.presence import absence
from bot.telegram.reporting import Reporter
from bot.telegram.secrets import Redactor
from bot.telegram.send import Sender
from bot.telegram.together import Together
from bot.telegram.transport import Transport
from bot.telegram.updates import Intake
from bot.telegram.webhook import Webhook
from handlers import errors, registry
from handlers.context import Context

log = logging.getLogger(__name__)

ALLOWED = (
    UpdateType.MESSAGE,
    UpdateType.EDITED_MESSAGE,
    UpdateType.CHANNEL_POST,
    UpdateType.CALLBACK_QUERY,
    UpdateType.INLINE_QUERY,
    UpdateType.CHOSEN_INLINE_RESULT,
    UpdateType.MY_CHAT_MEMBER,
)

_MAKING_WORDS = (
    "import sys; from pathlib import Path; from bot.asking import make_words; print(make_words(Path(sys.argv[1])))"
)

App = Application[ExtBot[None], Context, dict, dict, dict, None]  # type: ignore[type-arg]


def chats_of(settings: Settings, clock: Callable[[], datetime] = now) -> Chats:
    """The private database of chats, to be opened with `with`; its directory is made. Opening raises ChatsError."""
    settings.storage.make()
    given = settings.storage.chats_url
    url = given.get_secret_value() if given else file_url(settings.storage.directory)
    kept = settings.retention
    return Chats(
        url,
        receipts_days=kept.receipts_days,
        feedback_days=kept.feedback_days,
        clock=clock,
        storage=settings.storage.directory,
    )


def build_application(
    settings: Settings,
    claimbot: Claimbot,
    chats: Chats,
    pace: Pace | None = None,
    clock: Callable[[], datetime] = now,
) -> App:
    """The application with all its handlers. It fetches no updates of its own accord: `serve` does."""
    token = settings.telegram.token
    assert token is not None, "telegram.token"
    application = (
        ApplicationBuilder()
        .token(token.get_secret_value())
        .base_url(settings.telegram.base_url)
        .base_file_url(settings.telegram.base_file_url)
        .request(_request())
        .context_types(ContextTypes(context=Context))
        .updater(None)
        .job_queue(None)
        .build()
    )
    observer = Observer(chats, clock, polls=settings.telegram.mode == "polling")
    conversation = Conversation(claimbot, chats, settings, clock=clock, watch=observer)
    pacer = Pacer(pace)
    application.bot_data["observer"] = observer
    application.bot_data["edge"] = _edge(settings, conversation, application.bot, pacer)
    application.bot_data["courier"] = _courier(conversation, application.bot, pacer)
    application.add_handler(stats.handler(settings.operator.chats))
    application.add_handlers(registry.all_handlers())
    application.add_error_handler(errors.trouble)
    return application


def _request() -> HTTPXRequest:
    """How Telegram is called: patiently, as a call that was given up may have taken effect."""
    return HTTPXRequest(
        read_timeout=20,
        write_timeout=20,
        connect_timeout=10,
        pool_timeout=10,
        media_write_timeout=60,
        httpx_kwargs={"transport": Transport()},
    )


def _edge(settings: Settings, conversation: Conversation, bot: ExtBot[None], pacer: Pacer) -> Edge:
    desk = conversation.desk
    together = Together(desk.chats.database, desk.forget)

    async def unreachable(chat: int, refusal: str) -> None:
        await together.do(partial(_unreachable, conversation, chat, refusal))

    async def migrated(old: int, new: int) -> None:
        await together.do(partial(desk.chats.migrate_chat, old, new))

    sender = Sender(bot, pacer, unreachable=unreachable, migrated=migrated, watch=desk.watch)
    limits = Limits(settings.limits.user_per_minute, settings.limits.group_per_minute)
    version = f"{metadata.version('claimbot')}, claims {desk.store.meta.version}"
    reporter = Reporter(sender, settings.operator.chats, version, Redactor([bot.token]), watch=desk.watch)
    return Edge(conversation, desk.chats, sender, limits, reporter, together)


def _courier(conversation: Conversation, bot: ExtBot[None], pacer: Pacer) -> Courier:
    desk = conversation.desk
    leader = Leader(desk.chats.database)
    outbox = Outbox(desk.chats.database, desk.clock, leader.writing)

    def unreachable(chat: int, refusal: str) -> None:
        _unreachable(conversation, chat, refusal)
        desk.digests.unreachable(chat)

    callbacks = Callbacks(conversation.digesting.dress, unreachable, desk.chats.migrate_chat, desk.watch)
    return Courier(bot, pacer, outbox, leader, callbacks)


def _unreachable(conversation: Conversation, chat: int, refusal: str) -> None:
    log.info("a %s chat cannot be written to: %s", "private" if chat > 0 else "group", refusal)
    if presence := absence(refusal):
        conversation.desk.chats.set_presence(chat, presence)
        conversation.desk.digests.unreachable(chat)


async def serve(
    application: App, settings: Settings, stop: asyncio.Event, started: Callable[[User], None] = lambda _: None
) -> None:
    """Run the bot until `stop` is set and what was received by then is answered.

    Raises InvalidToken, SecondInstanceError, NetworkError where Telegram cannot be reached at the start, and OSError
    where the webhook cannot listen, CannotListenError where /healthz cannot.
    """
    edge: Edge = application.bot_data["edge"]
    observer: Observer = application.bot_data["observer"]
    async with _connected(application), listening(settings.health, _reader(edge, settings, observer)):
        bot = application.bot
        edge.conversation.desk.username = bot.username
        await edge.conversation.warm()
        await asyncio.to_thread(read_dictionaries)
        await asyncio.to_thread(give_back)
        await commands.register(bot, edge.conversation.desk.texts)
        intake = Intake(bot, observer.watched(application.process_update), edge)
        minute = observer.every_minute(_minutes(edge, observer))

        def serving() -> None:
            observer.serving()
            started(bot.bot)

        async with _delivering(application.bot_data["courier"]), every_minute(minute):
            try:
                if settings.telegram.mode == "webhook":
                    await _listen(Webhook(settings.telegram, bot, intake, ALLOWED), stop, serving)
                else:
                    serving()
                    await Polling(bot, intake, ALLOWED, watch=observer).run(stop)
            finally:
                await intake.settle()
        await asyncio.to_thread(edge.conversation.composer.close)
        with suppress(ChatsError):
            await observer.keep()


@asynccontextmanager
async def _connected(application: App) -> AsyncIterator[None]:
    """The application, begun and ended; its connections are closed also where Telegram would not have it begin."""
    try:
        async with application:
            yield
    finally:
        await application.bot.request.shutdown()


def _reader(edge: Edge, settings: Settings, observer: Observer) -> Reader:
    """What /healthz and /metrics are read from."""
    desk = edge.conversation.desk
    directory, version = settings.storage.directory, metadata.version("claimbot")
    instruments = Instruments(version, desk.store, desk.chats, directory, observer.beats, desk.clock)
    return Reader(instruments, observer.metrics)


async def _listen(webhook: Webhook, stop: asyncio.Event, started: Callable[[], None]) -> None:
    await webhook.start()
    started()
    await stop.wait()
    await webhook.stop()


@asynccontextmanager
async def _delivering(courier: Courier) -> AsyncIterator[None]:
    """Deliver digests meanwhile; what is under way at the end is waited for."""
    stop = asyncio.Event()
    delivering = asyncio.create_task(courier.run(stop))
    try:
        yield
    finally:
        stop.set()
        await delivering


def _minutes(edge: Edge, observer: Observer) -> Callable[[], Awaitable[None]]:
    """What is done every minute: digests that are due, what may be kept no longer, new words, the daily backup."""
    desk, conversation = edge.conversation.desk, edge.conversation
    database = desk.chats.database
    due = Due(database, conversation.composer, Outbox(database, desk.clock), desk.clock)
    daily = Daily(Kept.of(desk.settings, database), desk.settings.backup, desk.clock)
    tasks: tuple[Callable[[], Awaitable[object]], ...] = (
        partial(asyncio.to_thread, due.tick),
        partial(asyncio.to_thread, edge.chats.prune),
        partial(asyncio.to_thread, desk.digests.prune),
        partial(take_up, conversation),
        observer.keep,
        partial(asyncio.to_thread, daily.tick),
    )

    async def minute() -> None:
        for task in tasks:
            try:
                await task()
            except (ChatsError, StoreError) as error:
                log.error("what is done every minute was not done: %s", error)
            except Exception as error:
                await edge.reporter.report(error, None)

    return minute


async def _make_words(database: Path) -> str | None:
    """Let new words be made by a program of its own: it takes some seconds, and memory that would stay in pieces here.

    Their digest; None where that fails: they are made here, while others wait.
    """
    command = (sys.executable, "-P", "-c", _MAKING_WORDS, database)
    made = await asyncio.create_subprocess_exec(*command, stdin=DEVNULL, stdout=PIPE)
    told, _ = await made.communicate()
    if made.returncode == 0:
        return told.decode().strip()
    log.warning("words were not made by a program of their own, which ended with %s", made.returncode)
    return None


async def take_up(conversation: Conversation) -> bool:
    """Understand by the words that are in the claim database now; figures are always read from it as it is."""
    claimbot = conversation.desk.claimbot
    store, words, lexicon = claimbot.store, claimbot.words, claimbot.vocabulary.lexicon
    if store.meta.revision == claimbot.revision:
        return False
    while store.meta.words != words:  # and once more where others are loaded while these are made
        words = store.meta.words
        known = await asyncio.to_thread(attrgetter("digest"), lexicon)
        if await _make_words(store.database.path) != known:
            lexicon = await asyncio.to_thread(lexicon_of, store.database.path, words, lexicon)
    conversation.refresh(claimbot.renewed(lexicon))
    render.forget()
    await conversation.warm()
    await asyncio.to_thread(give_back)
    return True
