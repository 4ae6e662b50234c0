"""The webhook: secret, path, answers after handling, and the same conversation as by polling."""

from __future__ import annotations

import shutil
import socket
import subprocess
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from bot.asking import Claimbot
from bot.telegram.server import LocalBotApi, User
from bot.telegram.webhook import HEADER, secret_of
from tests.telegram.bot.running import Running, asked, pressed, running

pytestmark = pytest.mark.anyio

SECRET = "a-secret-word"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
async def hooked(judged: LocalBotApi, claims: Claimbot, tmp_path: Path) -> AsyncIterator[Running]:
    """The bot behind a webhook that the server calls without TLS, as a proxy would."""
    port = free_port()
    telegram = {
        "mode": "webhook",
        "webhook_url": f"https://127.0.0.1:{port}/telegram",
        "webhook_secret": SECRET,
        "port": port,
    }
    async with running(judged, claims, tmp_path, telegram=telegram) as started:
        judged.receiving.webhook.url = f"http://127.0.0.1:{port}/telegram"
        yield started


def address(bot: Running, path: str = "/telegram") -> str:
    return f"http://127.0.0.1:{bot.settings.telegram.port}{path}"


async def test_a_conversation_by_webhook(judged: LocalBotApi, hooked: Running, ann: User) -> None:
    answer = await asked(judged, ann, "how many Russian soldiers have been killed")
    first = answer.shown
    await pressed(judged, ann, answer, "All figures")
    assert answer.shown != first
    assert judged.calls("setWebhook")[0]["secret_token"] == SECRET
    assert judged.calls("getUpdates") == []


async def test_the_same_update_twice_is_answered_once(judged: LocalBotApi, hooked: Running, ann: User) -> None:
    judged.faults.repeats(times=None)
    question = judged.tell(ann, "/help")
    await judged.answer(question)
    judged.faults.clear()
    await judged.settled()
    assert len(judged.sent_after(question)) == 1


@pytest.mark.parametrize("secret", [None, "", "another", SECRET + "x"])
async def test_whoever_does_not_know_the_secret_is_refused(
    judged: LocalBotApi, hooked: Running, secret: str | None
) -> None:
    headers = {} if secret is None else {HEADER: secret}
    async with httpx.AsyncClient() as client:
        answer = await client.post(address(hooked), headers=headers, json={"update_id": 1})
    assert (answer.status_code, answer.text) == (403, "403")


@pytest.mark.parametrize("body", [b"", b"[]", b"null", b'{"update_id": "x"}', b'{"message": {}}', b"\xff"])
async def test_what_is_no_update_is_refused(judged: LocalBotApi, hooked: Running, body: bytes) -> None:
    async with httpx.AsyncClient() as client:
        answer = await client.post(address(hooked), headers={HEADER: SECRET}, content=body)
    assert answer.status_code == 400


async def test_an_update_that_cannot_be_read_is_not_asked_for_again(judged: LocalBotApi, hooked: Running) -> None:
    async with httpx.AsyncClient() as client:
        update = {"update_id": 7, "message": {"message_id": "one"}}
        answer = await client.post(address(hooked), headers={HEADER: SECRET}, json=update)
    assert answer.status_code == 200


async def test_other_paths_and_methods_are_not_there(judged: LocalBotApi, hooked: Running) -> None:
    async with httpx.AsyncClient() as client:
        assert (await client.get(address(hooked))).status_code == 405
        assert (await client.post(address(hooked, "/"), headers={HEADER: SECRET})).status_code == 404


async def test_without_a_secret_all_programs_that_are_this_bot_have_the_same(
    judged: LocalBotApi, claims: Claimbot, tmp_path: Path
) -> None:
    for name in ("one", "two"):
        telegram = {"mode": "webhook", "webhook_url": "https://bot.example.org/t", "port": free_port()}
        async with running(judged, claims, tmp_path / name, telegram=telegram):
            pass
    one, two = (call["secret_token"] for call in judged.calls("setWebhook"))
    assert one == two != secret_of("another token")
    assert len(one) > 30
    assert not any(part in one for part in judged.token.split(":"))


@pytest.mark.skipif(shutil.which("openssl") is None, reason="makes a certificate of its own with openssl")
async def test_with_a_certificate_and_key_of_its_own_it_speaks_tls(
    judged: LocalBotApi, claims: Claimbot, tmp_path: Path
) -> None:
    key, certificate, port = tmp_path / "key.pem", tmp_path / "certificate.pem", free_port()
    command = (
        "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1 "
        f"-keyout {key} -out {certificate}"
    )
    subprocess.run(command.split(), check=True, capture_output=True)
    url = f"https://127.0.0.1:{port}/telegram"
    telegram = {"mode": "webhook", "webhook_url": url, "port": port, "certificate": certificate, "key": key}
    async with running(judged, claims, tmp_path, telegram=telegram):
        assert await asked(judged, judged.user("Ann"), "/help")
