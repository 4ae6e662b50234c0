"""A webhook that answers 200 only when the update has been handled."""

from __future__ import annotations

import hmac
import json
import logging
import re
import secrets
import ssl
from collections.abc import Sequence

from telegram import Bot
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, HTTPError, RequestHandler

from bot.config import TelegramSettings
from bot.telegram.updates import Intake

log = logging.getLogger(__name__)

HEADER = "X-Telegram-Bot-Api-Secret-Token"
LARGEST = 1024 * 1024  # bytes; an update is a few thousand
HIGHEST = 2**63 - 1  # of the numbers of updates: what a database keeps
SLOWEST = 60.0  # seconds that a request may take to arrive, and a connection may stay without one


def secret_of(token: str) -> str:
    """What Telegram is to send along where nothing was set: the same for all programs that are this bot."""
    return hmac.new(token.encode(), b"webhook", "sha256").hexdigest()


class _Receiver(RequestHandler):
    """A request from Telegram, or from somebody who pretends to be."""

    def initialize(self, intake: Intake, secret: str) -> None:
        """Take what the application hands to each request."""
        self._intake = intake
        self._secret = secret

    async def post(self) -> None:
        """Take an update and answer when it has been handled; Telegram sends again what is not answered with 200."""
        if not secrets.compare_digest(self.request.headers.get(HEADER, "").encode(), self._secret.encode()):
            raise HTTPError(403)
        try:
            update = json.loads(self.request.body)
            number = update["update_id"]
        except (ValueError, TypeError, KeyError, RecursionError):
            raise HTTPError(400) from None
        if type(number) is not int or not 0 <= number <= HIGHEST:
            raise HTTPError(400)
        await self._intake.take(update)

    def write_error(self, status_code: int, **_: object) -> None:
        """Say no more than the status."""
        self.finish(str(status_code))


class Webhook:
    """Listens for Telegram."""

    def __init__(self, settings: TelegramSettings, bot: Bot, intake: Intake, allowed: Sequence[str]) -> None:
        self._settings = settings
        self._bot = bot
        self._intake = intake
        self._allowed = list(allowed)
        given = settings.webhook_secret
        self._secret = given.get_secret_value() if given else secret_of(bot.token)
        self.port = settings.port  # the real one after the start, where it was 0

    async def start(self) -> None:
        """Listen, then tell Telegram where."""
        path = re.escape(self._settings.path) + "/?"
        given = {"intake": self._intake, "secret": self._secret}
        application = Application([(path, _Receiver, given)], log_function=lambda _: None)
        self._server = HTTPServer(
            application,
            ssl_options=self._tls(),
            max_buffer_size=LARGEST,
            idle_connection_timeout=SLOWEST,
            body_timeout=SLOWEST,
        )
        sockets = bind_sockets(self._settings.port, self._settings.listen)
        self.port = sockets[0].getsockname()[1]
        self._server.add_sockets(sockets)
        certificate = self._settings.certificate
        await self._bot.set_webhook(
            str(self._settings.webhook_url),
            certificate=certificate.read_bytes() if certificate else None,
            allowed_updates=self._allowed,
            secret_token=self._secret,
        )
        log.info("listening on %s:%s%s", self._settings.listen, self.port, self._settings.path)

    async def stop(self) -> None:
        """Take nothing more; what was received is handled and answered. Telegram keeps the rest for the next start."""
        self._server.stop()
        await self._intake.settle()
        await self._server.close_all_connections()

    def _tls(self) -> ssl.SSLContext | None:
        if self._settings.key is None or self._settings.certificate is None:
            return None
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(self._settings.certificate, self._settings.key)
        return context
