"""The example for nginx, run on loopback: updates get through to whichever worker is there, all else does not."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from http.client import HTTPSConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from bot.telegram.webhook import HEADER
from tests.conftest import ROOT

SITE = ROOT / "deploy" / "nginx.conf"
TELEGRAM = "allow 149.154.160.0/20;"
HERE = "allow 127.0.0.1;"
PATIENCE_SECONDS = 20

pytestmark = pytest.mark.skipif(
    not (shutil.which("nginx") and shutil.which("openssl")), reason="nginx or openssl is not installed"
)


class Worker(BaseHTTPRequestHandler):
    """Says which worker it is, and which secret came along."""

    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        said = self.headers[HEADER].encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

    def log_message(self, *_: object) -> None:
        pass


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def configured(folder: Path, port: int, workers: list[int], allowed: str) -> Path:
    """The example with the certificate, ports and networks of this machine."""
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=bot.example.org"]
    subprocess.run([*made, "-keyout", str(key), "-out", str(certificate)], check=True, capture_output=True)
    text = SITE.read_text(encoding="utf-8")
    for example, here in {
        "/etc/letsencrypt/live/bot.example.org/fullchain.pem": str(certificate),
        "/etc/letsencrypt/live/bot.example.org/privkey.pem": str(key),
        "listen 443 ssl;": f"listen 127.0.0.1:{port} ssl;",
        "listen [::]:443 ssl;": "",
        "127.0.0.1:8081": f"127.0.0.1:{workers[0]}",
        "127.0.0.1:8082": f"127.0.0.1:{workers[1]}",
        TELEGRAM: allowed,
    }.items():
        assert text.count(example) == 1, example
        text = text.replace(example, here)
    temporary = "".join(f"{kind}_temp_path {folder};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    whole = folder / "whole.conf"
    whole.write_text(
        f"daemon off; pid {folder}/pid; error_log stderr; events {{}} http {{ access_log off; {temporary}\n{text}}}\n",
        encoding="utf-8",
    )
    return whole


@pytest.fixture
def worker() -> Iterator[int]:
    """One worker that is there; its port."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Worker) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


@pytest.fixture
def port(request: pytest.FixtureRequest, worker: int, tmp_path: Path) -> Iterator[int]:
    """The port of nginx, before that worker and one that is gone."""
    listening = free_port()
    whole = configured(tmp_path, listening, [free_port(), worker], request.param)
    nginx = subprocess.Popen(["nginx", "-p", str(tmp_path), "-c", str(whole)], stderr=subprocess.PIPE)
    try:
        wait_for(listening, nginx)
        yield listening
    finally:
        nginx.terminate()
        nginx.communicate()


def wait_for(port: int, program: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        assert program.poll() is None, program.communicate()[1].decode()
        time.sleep(0.05)
    pytest.fail("nginx does not listen")


def asked(port: int, method: str, path: str, body: bytes = b"{}") -> tuple[int, bytes]:
    trusting = ssl.create_default_context()
    trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
    connection = HTTPSConnection("127.0.0.1", port, context=trusting, timeout=PATIENCE_SECONDS)
    connection.request(method, path, body, {HEADER: "word", "Host": "bot.example.org"})
    answer = connection.getresponse()
    try:
        return answer.status, answer.read()
    finally:
        connection.close()


@pytest.mark.parametrize("port", [HERE], indirect=True)
def test_updates_reach_the_worker_that_is_there_with_their_secret(port: int) -> None:
    assert [asked(port, "POST", "/telegram") for _ in range(6)] == [(200, b"word")] * 6


@pytest.mark.parametrize("port", [HERE], indirect=True)
def test_nothing_else_gets_through(port: int) -> None:
    for method, path, status in (("GET", "/telegram", 403), ("POST", "/healthz", 404), ("GET", "/metrics", 404)):
        assert asked(port, method, path)[0] == status, (method, path)
    assert asked(port, "POST", "/telegram", b"x" * (2**20 + 1))[0] == 413


@pytest.mark.parametrize("port", [TELEGRAM], indirect=True)
def test_only_telegrams_networks_are_let_in(port: int) -> None:
    assert asked(port, "POST", "/telegram")[0] == 403
