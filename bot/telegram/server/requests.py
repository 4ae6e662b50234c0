"""A request's parameters, however they came: in the address, as a form, as JSON, in parts with files."""

from __future__ import annotations

import json
from typing import Any

from tornado.httputil import HTTPServerRequest

from bot.telegram.server.errors import malformed
from bot.telegram.server.shapes import Upload

Given = tuple[dict[str, Any], dict[str, Upload]]


def read_request(request: HTTPServerRequest) -> Given:
    """The parameters by name, and the files. Raises ApiError for a body that cannot be read."""
    given: dict[str, Any] = {name: values[-1].decode() for name, values in request.query_arguments.items()}
    kind = request.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if kind == "application/json":
        given |= _json(request.body)
    else:
        given |= {name: values[-1].decode() for name, values in request.body_arguments.items()}
    files = {name: Upload(parts[-1].filename, parts[-1].body) for name, parts in request.files.items()}
    return given, files


def _json(body: bytes) -> dict[str, Any]:
    try:
        found = json.loads(body or b"{}")
    except ValueError:
        raise malformed("can't parse request body: it is not JSON") from None
    if not isinstance(found, dict):
        raise malformed("can't parse request body: Expected an Object")
    return found
