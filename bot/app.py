"""Puts the bot together and runs it: the only module that knows the handlers."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime
from importlib import metadata

from telegram import User
from telegram.constants import UpdateType
from telegram.ext import Application, ApplicationBuilder, ContextTypes, ExtBot
from telegram.request import HTTPXRequest

from bot.asking import Claimbot
from bot.chats.chats import Chats, ChatsError, file_url
from bot.claims.database.store import StoreError
from bot.config import Settings
from bot.conversation.desk import now
from bot.conversation.service import Conversation
from bot.telegram import commands
from bot.telegram.edge import Edge
from bot.telegram.limits import Limits
from bot.telegram.pacing import Pace, Pacer
from bot.telegram.polling import Polling
from bot.telegram.presence import absence
from bot.telegram.reporting import Reporter
from bot.telegram.secrets import Redactor
from bot.telegram.send import Sender
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
TIDY_SECONDS = 60.0  # between two rounds of deleting what may be kept no longer

App = Application[ExtBot[None], Context, dict, dict, dict, None]  # type: ignore[type-arg]


def chats_of(settings: Settings, clock: Callable[[], datetime] = now) -> Chats:
    """The private database of chats, to be opened with `with`; its directory is made. Opening raises ChatsError."""
    settings.storage.directory.mkdir(parents=True, exist_ok=True)
    given = settings.storage.chats_url
    url = given.get_secret_value() if given else file_url(settings.storage.directory)
    kept = settings.retention
    return Chats(url, receipts_days=kept.receipts_days, feedback_days=kept.feedback_days, clock=clock)


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
    conversation = Conversation(claimbot, chats, settings, clock=clock)
    application.bot_data["edge"] = _edge(settings, conversation, application.bot, pace)
    application.add_handlers(registry.all_handlers())
    application.add_error_handler(errors.trouble)
    return application


def _request() -> HTTPXRequest:
    """How Telegram is called: patiently, as a call that was given up may have taken effect."""
    return HTTPXRequest(read_timeout=20, write_timeout=20, connect_timeout=10, pool_timeout=10, media_write_timeout=60)


def _edge(settings: Settings, conversation: Conversation, bot: ExtBot[None], pace: Pace | None) -> Edge:
    desk = conversation.desk

    def unreachable(chat: int, refusal: str) -> None:
        log.info("chat %s cannot be written to: %s", chat, refusal)
        if presence := absence(refusal):
            desk.chats.set_presence(chat, presence)

    sender = Sender(bot, Pacer(pace), unreachable=unreachable, migrated=desk.chats.migrate_chat)
    limits = Limits(settings.limits.user_per_minute, settings.limits.group_per_minute)
    version = f"{metadata.version('claimbot')}, claims {desk.store.meta.version}"
    reporter = Reporter(sender, settings.operator.chats, version, Redactor([bot.token]))
    return Edge(conversation, desk.chats, sender, limits, reporter)


async def serve(
    application: App, settings: Settings, stop: asyncio.Event, started: Callable[[User], None] = lambda _: None
) -> None:
    """Run the bot until `stop` is set and what was received by then is answered.

    Raises InvalidToken, SecondInstanceError, NetworkError where Telegram cannot be reached at the start, and OSError
    where the webhook cannot listen.
    """
    edge: Edge = application.bot_data["edge"]
    async with application:
        bot = application.bot
        edge.conversation.desk.username = bot.username
        edge.conversation.warm()
        await commands.register(bot, edge.conversation.desk.texts)
        intake = Intake(bot, application.process_update, edge.chats)
        tidying = asyncio.create_task(_tidy(edge))
        try:
            if settings.telegram.mode == "webhook":
                await _listen(Webhook(settings.telegram, bot, intake, ALLOWED), stop, lambda: started(bot.bot))
            else:
                started(bot.bot)
                await Polling(bot, intake, ALLOWED).run(stop)
        finally:
            tidying.cancel()
            await intake.settle()


async def _listen(webhook: Webhook, stop: asyncio.Event, started: Callable[[], None]) -> None:
    await webhook.start()
    started()
    await stop.wait()
    await webhook.stop()


async def _tidy(edge: Edge) -> None:
    """For as long as the bot runs: delete what may be kept no longer, and take up the words of claims loaded anew."""
    while True:
        try:
            edge.chats.prune()
            take_up(edge.conversation)
        except (ChatsError, StoreError):
            log.exception("what is done every minute was not done")
        await asyncio.sleep(TIDY_SECONDS)


def take_up(conversation: Conversation) -> bool:
    """Understand by the words that are in the claim database now; figures are always read from it as it is."""
    claimbot = conversation.desk.claimbot
    if claimbot.store.meta.revision == claimbot.revision:
        return False
    conversation.refresh(Claimbot.of(claimbot.store))
    conversation.warm()
    return True
