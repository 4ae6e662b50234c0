"""nginx in front of workers, on this machine only, where it is installed (apt-get install nginx-light)."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import httpx

CONFIGURATION = """
daemon off;
master_process off;
pid {folder}/pid;
error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    upstream claimbot {{
        least_conn;
        {servers}
        keepalive 32;
    }}
    server {{
        listen 127.0.0.1:{port};
        location = /telegram {{
            client_max_body_size 1m;
            proxy_pass http://claimbot;
            proxy_http_version 1.1;
            proxy_set_header Connection "";
            proxy_connect_timeout 2s;
            proxy_read_timeout 90s;
        }}
    }}
}}
"""


def program() -> str | None:
    """Where nginx is; None where it is not installed."""
    return shutil.which("nginx", path=os.pathsep.join(["/usr/sbin", os.environ.get("PATH", "")]))


@asynccontextmanager
async def balancer(folder: Path, port: int, workers: Sequence[int]) -> AsyncIterator[None]:
    """Hand what arrives at a port to workers at theirs, as deploy/nginx.conf does, without TLS."""
    name = program()
    assert name
    folder.mkdir()
    servers = "\n        ".join(f"server 127.0.0.1:{each} max_fails=1 fail_timeout=2s;" for each in workers)
    file = folder / "nginx.conf"
    file.write_text(CONFIGURATION.format(folder=folder, servers=servers, port=port), encoding="utf-8")
    process = await asyncio.create_subprocess_exec(
        name, "-c", str(file), "-p", str(folder), "-e", str(folder / "error.log")
    )
    try:
        async with asyncio.timeout(20), httpx.AsyncClient() as client:
            while not await _answers(client, port):
                await asyncio.sleep(0.05)
        yield
    finally:
        process.terminate()
        await process.wait()


async def _answers(client: httpx.AsyncClient, port: int) -> bool:
    try:
        await client.get(f"http://127.0.0.1:{port}/")
    except httpx.TransportError:
        return False
    return True
