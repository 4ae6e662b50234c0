"""Files: those that come with a request, and those that the bot asks for."""

from __future__ import annotations

import struct
from typing import Literal

from telegram.constants import FileSizeLimit

from bot.telegram.server import parameters as take
from bot.telegram.server.errors import ApiError, bad_request, malformed
from bot.telegram.server.methods.registry import Call, method
from bot.telegram.server.shapes import Upload
from bot.telegram.server.views import file_json
from bot.telegram.server.world import Json, Stored

Kind = Literal["photo", "document"]
PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8\xff"
# Telegram's rules for pictures: width and height together, and how unlike they may be.
MAX_SIDES, MAX_RATIO = 10_000, 20


@method("getFile", take.GetFile)
def get_file(call: Call, given: take.GetFile) -> Json:
    """Where a file can be fetched."""
    stored = call.world.files.get(given.file_id)
    if stored is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if len(stored.content) > FileSizeLimit.FILESIZE_DOWNLOAD:
        raise bad_request("file is too big")
    return file_json(stored) | {"file_path": path_of(stored)}


def path_of(stored: Stored) -> str:
    """A file's path on this server."""
    return f"{stored.kind}s/{stored.id}/{stored.name}"


def incoming(call: Call, given: str | Upload, kind: Kind) -> Stored:
    """A file that a request carries or names. Raises ApiError."""
    file = call.file(given)
    if isinstance(file, str):
        stored = call.world.files.get(file)
        if stored is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return stored
    if not file.content:
        raise malformed("file must be non-empty")
    limit = FileSizeLimit.PHOTOSIZE_UPLOAD if kind == "photo" else FileSizeLimit.FILESIZE_UPLOAD
    if len(file.content) > limit:
        raise ApiError(413, "Request Entity Too Large", malformed=True)
    stored = call.world.store_file(file.name, file.content, kind)
    if kind == "photo":
        stored.width, stored.height = picture_size(file.content)
    return stored


def picture_size(content: bytes) -> tuple[int, int]:
    """Width and height of a PNG or JPEG. Raises ApiError where Telegram takes it for no picture."""
    if content.startswith(PNG) and content[12:16] == b"IHDR":
        width, height = struct.unpack(">II", content[16:24])
    elif content.startswith(JPEG):
        width, height = _jpeg_size(content)
    else:
        raise malformed("IMAGE_PROCESS_FAILED")
    if width + height > MAX_SIDES or max(width, height) > MAX_RATIO * min(width, height):
        raise malformed("PHOTO_INVALID_DIMENSIONS")
    return width, height


def _jpeg_size(content: bytes) -> tuple[int, int]:
    """Walk the segments to the one that starts the frame."""
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4])
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            return int.from_bytes(content[at + 7 : at + 9]), int.from_bytes(content[at + 5 : at + 7])
        at += 2 + length
    raise malformed("IMAGE_PROCESS_FAILED")
