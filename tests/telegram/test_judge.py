"""The judge refuses what the official Bot API lacks, and what its models alone would let through."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.telegram.judge import judge

SAY = {"chat_id": 1, "text": "x"}
BUTTON = {"text": "x", "callback_data": "a"}


def keyboard(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"reply_markup": {"inline_keyboard": list(rows)}}


@pytest.mark.parametrize(
    ("method", "parameters", "words"),
    [
        ("sendMassage", SAY, "has no method"),
        ("sendMessage", {"chat_id": 1}, "text: Field required"),
        ("sendMessage", SAY | {"colour": 1}, "sendMessage.colour: the official Bot API has no such field"),
        ("sendMessage", SAY | {"disable_web_page_preview": True}, "no longer wants this field"),
        ("sendMessage", SAY | keyboard([BUTTON | {"hint": "y"}]), "inline_keyboard[0][0].hint: the official"),
        ("sendMessage", SAY | keyboard([{"text": "x"}]), "exactly one thing"),
        ("sendMessage", SAY | keyboard([BUTTON | {"url": "x.org"}]), "exactly one thing"),
        ("sendMessage", SAY | keyboard([BUTTON | {"text": " "}]), "a button without text"),
        ("sendMessage", SAY | keyboard([BUTTON | {"callback_data": "ї" * 33}]), "66 bytes"),
        ("sendMessage", SAY | keyboard([BUTTON] * 9), "at most 8 in a row"),
        ("sendMessage", SAY | keyboard([]), "an empty row"),
        ("sendMessage", {"chat_id": 1, "text": "x" * 4097}, "4097 UTF-16 units, at most 4096"),
        ("sendMessage", {"chat_id": 1, "text": "<b>x</b>" * 101, "parse_mode": "HTML"}, "101 entities"),
        ("sendMessage", {"chat_id": 1, "text": "<p>", "parse_mode": "HTML"}, "Unsupported start tag"),
        ("sendPhoto", {"chat_id": 1, "photo": "x", "caption": "x" * 1025}, "at most 1024"),
        ("answerCallbackQuery", {"callback_query_id": "1", "text": "x" * 201}, "at most 200"),
        ("answerInlineQuery", {"inline_query_id": "1", "results": [], "next_offset": "x" * 65}, "at most 64 bytes"),
    ],
)
def test_what_is_refused(method: str, parameters: dict[str, Any], words: str) -> None:
    as_form = {name: one if isinstance(one, str) else json.dumps(one) for name, one in parameters.items()}
    assert words in (judge(method, parameters) or "")
    assert words in (judge(method, as_form) or "")


@pytest.mark.parametrize(
    ("method", "parameters"),
    [
        ("getMe", {}),
        ("sendMessage", SAY | keyboard([BUTTON], [{"text": "y", "copy_text": {"text": "z"}}])),
        ("sendMessage", SAY | {"link_preview_options": {"is_disabled": True}, "reply_parameters": {"message_id": 1}}),
        ("getUpdates", {"offset": "5", "timeout": "10", "allowed_updates": '["message"]'}),
    ],
)
def test_what_is_in_order(method: str, parameters: dict[str, Any]) -> None:
    assert judge(method, parameters) is None
