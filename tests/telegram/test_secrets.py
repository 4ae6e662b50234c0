"""No token and no text reaches a log, at DEBUG either: with the real loggers of httpx and python-telegram-bot."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import sys
from collections.abc import Iterator

import httpx
import pytest
from telegram import Bot
from telegram.error import InvalidToken
from telegram.ext import Application
from tornado.httpserver import HTTPServer
from tornado.testing import bind_unused_port
from tornado.web import Application as Site
from tornado.web import RequestHandler

from bot.telegram.secrets import HIDDEN, Redactor, protect_logs

TOKEN = "1234567890:AAE-x_Zk3vTqWm0pLr9sYb2cUd4fGh6jKn8"
OTHER_TOKEN = "987654321:BBE-x_Zk3vTqWm0pLr9sYb2cUd4fGh6jKn8"
WEBHOOK_SECRET = "only-Telegram-knows-this"
TEXT = "how many people of our street were killed"
LOGGERS = ("httpx", "httpcore", "telegram", "telegram.ext", "telegram.ext.Updater")


@pytest.fixture
def unprotected() -> Iterator[io.StringIO]:
    """All that a root handler writes at DEBUG, with nothing left of what an earlier test protected."""
    root, written = logging.getLogger(), io.StringIO()
    loggers = [logging.getLogger(name) for name in LOGGERS]
    before = root.level, root.handlers[:], sys.excepthook, [logger.level for logger in loggers]
    handler = logging.StreamHandler(written)
    handler.setFormatter(logging.Formatter("%(levelname)s %(name)s %(message)s"))
    root.handlers[:] = [handler]
    root.setLevel(logging.DEBUG)
    for logger in loggers:
        logger.setLevel(logging.NOTSET)
    yield written
    level, root.handlers[:], sys.excepthook, levels = before
    root.setLevel(level)
    for logger, old in zip(loggers, levels, strict=True):
        logger.setLevel(old)


@pytest.fixture
def log(unprotected: io.StringIO) -> Iterator[io.StringIO]:
    """The same with the protection that a running bot has."""
    protect_logs([TOKEN, WEBHOOK_SECRET])
    yield unprotected
    for each in list(logging.lastResort.filters if logging.lastResort else ()):
        logging.lastResort.removeFilter(each)  # type: ignore[union-attr]


class Api(RequestHandler):
    """Answers every call with a message, or not in JSON where the path says so."""

    def post(self) -> None:
        if self.request.path.endswith("getUpdates"):
            self.write(f"not JSON, but {TEXT}")
        elif self.request.path.endswith("getMe"):
            self.set_status(401)
            self.write({"ok": False, "error_code": 401, "description": "Unauthorized"})
        else:
            message = {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}, "text": TEXT}
            self.write({"ok": True, "result": message})


async def use_bot() -> None:
    """A call that works, one that is refused, one whose answer makes no sense, and an address that nobody answers."""
    socket, port = bind_unused_port()
    server = HTTPServer(Site([(r"/.*", Api)]))
    server.add_socket(socket)
    bot = Bot(TOKEN, base_url=f"http://127.0.0.1:{port}/bot", base_file_url=f"http://127.0.0.1:{port}/file/bot")
    try:
        await bot.send_message(1, TEXT)
        for call in (bot.get_me, bot.get_updates, bot.initialize):
            try:
                await call()
            except Exception:
                logging.exception("as a program would log it, with %r", bot)
    finally:
        server.stop()
        await server.close_all_connections()
    async with httpx.AsyncClient() as client:
        try:
            await client.get(f"http://127.0.0.1:{port}/bot{TOKEN}/getMe")
        except httpx.HTTPError as error:
            logging.getLogger("test").warning("%s of %s", error, error.request.url)


def test_without_protection_they_show(unprotected: io.StringIO) -> None:
    """What the other tests prove nothing without."""
    asyncio.run(use_bot())
    assert TOKEN in unprotected.getvalue()
    assert TEXT in unprotected.getvalue()


def test_a_bot_at_work(log: io.StringIO) -> None:
    asyncio.run(use_bot())
    said = log.getvalue()
    assert "as a program would log it" in said and "Can not load invalid JSON data" in said
    assert HIDDEN in said
    assert TOKEN not in said and TOKEN.partition(":")[2] not in said
    assert TEXT not in said


def test_an_application(log: io.StringIO) -> None:
    application = Application.builder().token(TOKEN).build()
    logging.getLogger("test").error("this fails: %r", application)
    assert "this fails: Application" in log.getvalue()
    assert TOKEN not in log.getvalue()


def test_an_update_that_cannot_be_read(log: io.StringIO) -> None:
    """python-telegram-bot then logs what it received."""
    logging.getLogger("telegram.ext.Updater").critical(
        "Something went wrong. Received data was *not* processed! Received data was: %r", {"text": TEXT}
    )
    assert "Received data was" in log.getvalue()
    assert TEXT not in log.getvalue()


def raised(log: logging.Logger, token: str) -> None:
    try:
        raise InvalidToken(f"The token `{token}` was rejected") from ValueError(token)
    except InvalidToken:
        log.exception("refused")


@pytest.mark.parametrize(
    "say",
    [
        lambda log, token: log.debug("Set Bot API URL: %s", f"https://api.telegram.org/bot{token}"),
        lambda log, token: log.info(f"https://api.telegram.org/bot{token}/getMe"),
        lambda log, token: log.info("%(token)s", {"token": token}),
        lambda log, token: log.info(httpx.URL(f"https://x/bot{token}/y")),
        lambda log, token: log.info("quoted %s", token.replace(":", "%3A")),
        lambda log, token: log.info("bytes %r", token.encode()),
        lambda log, token: log.info("too many", token),  # noqa: PLE1205
        lambda log, token: log.info("%d", token),
        lambda log, token: log.info("an extra", extra={"url": f"bot{token}"}),
        lambda log, token: log.info("an object", extra={"url": [token]}),
        raised,
    ],
)
@pytest.mark.parametrize("token", [TOKEN, OTHER_TOKEN, WEBHOOK_SECRET])
def test_every_way_to_say_it(log: io.StringIO, say: object, token: str, capsys: pytest.CaptureFixture[str]) -> None:
    logging.getLogger().handlers[0].setFormatter(_Fields())
    say(logging.getLogger("test"), token)  # type: ignore[operator]
    said = log.getvalue() + "".join(capsys.readouterr())
    assert said
    assert token not in said and token.replace(":", "%3A") not in said


class _Fields(logging.Formatter):
    """Writes every field of a record, as a formatter for JSON does."""

    def format(self, record: logging.LogRecord) -> str:
        written = super().format(record)
        return written + json.dumps({name: repr(value) for name, value in vars(record).items()})


def test_last_words_of_a_program(log: io.StringIO, capsys: pytest.CaptureFixture[str]) -> None:
    error = InvalidToken(f"The token `{TOKEN}` was rejected")
    sys.excepthook(type(error), error, None)
    said = capsys.readouterr().err
    assert "InvalidToken" in said and TOKEN not in said


def test_a_log_that_was_not_set_up(log: io.StringIO, capsys: pytest.CaptureFixture[str]) -> None:
    logging.getLogger().handlers[:] = []
    logging.getLogger("test").warning("it is %s", TOKEN)
    said = capsys.readouterr().err
    assert "it is" in said and TOKEN not in said


def test_what_is_no_secret_stays(log: io.StringIO) -> None:
    logging.getLogger("test").info("%s of %d at %s", "answers", 12, "2022-03-02 12:30:45", extra={"seconds": 0.5})
    assert log.getvalue() == "INFO test answers of 12 at 2022-03-02 12:30:45\n"


def test_protecting_twice_is_protecting_once(log: io.StringIO) -> None:
    protect_logs([TOKEN])
    protect_logs([TOKEN])
    assert len(logging.getLogger().handlers[0].filters) == 1


def test_loggers_made_quieter_stay_so(log: io.StringIO) -> None:
    logging.getLogger("httpx").setLevel(logging.ERROR)
    protect_logs([])
    assert logging.getLogger("httpx").level == logging.ERROR


def test_nothing_to_hide() -> None:
    assert Redactor([""]).redact("nothing") == "nothing"
    assert Redactor().redact(f"bot{TOKEN}/getMe") == f"bot{HIDDEN}/getMe"
