"""The judge of every request that the bot makes: aiogram's models of the official Bot API, and nothing that they lack.

The models alone let unknown fields and too long texts through, so the whole tree is walked for fields that no model
knows, for fields that are no longer wanted, and for Telegram's limits.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any, get_args, get_origin

import aiogram.methods
from aiogram.methods import TelegramMethod
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultsButton,
)
from pydantic import BaseModel, ValidationError
from telegram.constants import (
    CallbackQueryLimit,
    InlineKeyboardButtonLimit,
    InlineKeyboardMarkupLimit,
    InlineQueryLimit,
    InlineQueryResultLimit,
    MessageLimit,
)

from bot.telegram.server.errors import ApiError
from bot.telegram.server.html import parse_html
from bot.telegram.server.shapes import Upload
from bot.telegram.server.text import units

MODELS: dict[str, type[TelegramMethod[Any]]] = {
    model.__api_method__.lower(): model
    for model in (getattr(aiogram.methods, name) for name in aiogram.methods.__all__)
    if isinstance(model, type) and issubclass(model, TelegramMethod) and model is not TelegramMethod
}
Checks = Iterator[str]


def judge(method: str, parameters: dict[str, Any]) -> str | None:
    """What is wrong with a request, in words; None: nothing."""
    model = MODELS.get(method.lower())
    if model is None:
        return f"the official Bot API has no method {method}"
    try:
        request = model.model_validate(decoded(model, parameters))
    except ValidationError as error:
        return "; ".join(f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors())
    return next(walk(request, method), None)


def decoded(model: type[BaseModel], parameters: dict[str, Any]) -> dict[str, Any]:
    """A form carries everything as text: what is not text in the model is JSON."""
    found: dict[str, Any] = {}
    for name, value in parameters.items():
        field = model.model_fields.get(name)
        if field is None and isinstance(value, Upload) and attached(name, parameters):
            continue
        if isinstance(value, Upload):
            found[name] = BufferedInputFile(value.content, value.name)
        elif isinstance(value, str) and field is not None and not takes_text(field.annotation):
            found[name] = json.loads(value)
        else:
            found[name] = value
    return found


def takes_text(annotation: Any) -> bool:
    """Whether a parameter may be text as it is: a list of texts is not."""
    if get_origin(annotation) is list:
        return False
    return annotation is str or any(map(takes_text, get_args(annotation)))


def attached(name: str, parameters: dict[str, Any]) -> bool:
    """Whether this part is a file that another parameter names."""
    return any(isinstance(value, str) and f"attach://{name}" in value for value in parameters.values())


def walk(value: Any, path: str) -> Checks:
    """All faults in the tree."""
    if isinstance(value, BaseModel):
        for name in value.model_extra or ():
            yield f"{path}.{name}: the official Bot API has no such field"
        for name in value.model_fields_set:
            info = type(value).model_fields.get(name)
            if info is not None and isinstance(info.json_schema_extra, dict) and info.json_schema_extra["deprecated"]:
                yield f"{path}.{name}: the official Bot API no longer wants this field"
        for kind, check in CHECKS.items():
            if isinstance(value, kind):
                yield from (f"{path}: {fault}" for fault in check(value))
        yield from check_texts(value, path)
        for name in value.model_fields_set:
            yield from walk(getattr(value, name), f"{path}.{name}")
    elif isinstance(value, list):
        for place, one in enumerate(value):
            yield from walk(one, f"{path}[{place}]")


def check_texts(value: BaseModel, path: str) -> Checks:
    """Texts and captions after parsing: their length and the number of entities."""
    for name, limit in (
        ("text", MessageLimit.MAX_TEXT_LENGTH),
        ("message_text", MessageLimit.MAX_TEXT_LENGTH),
        ("caption", MessageLimit.CAPTION_LENGTH),
    ):
        text = getattr(value, name, None)
        if not isinstance(text, str) or "parse_mode" not in type(value).model_fields:
            continue
        if getattr(value, "parse_mode", None) == "HTML":
            try:
                text, entities = parse_html(text)
            except ApiError as error:
                yield f"{path}.{name}: {error.description}"
                continue
            if len(entities) > MessageLimit.MESSAGE_ENTITIES:
                yield f"{path}.{name}: {len(entities)} entities, Telegram shows {int(MessageLimit.MESSAGE_ENTITIES)}"
        if units(text) > limit:
            yield f"{path}.{name}: {units(text)} UTF-16 units, at most {int(limit)}"
        if name != "caption" and not text.strip():
            yield f"{path}.{name}: empty"


def check_button(button: InlineKeyboardButton) -> Checks:
    kinds = button.model_fields_set - {"text", "icon_custom_emoji_id", "style"}
    if len(kinds) != 1:
        yield f"a button does exactly one thing, not {sorted(kinds)}"
    if not button.text.strip():
        yield "a button without text"
    limit = InlineKeyboardButtonLimit
    data = button.callback_data
    if data is not None and not limit.MIN_CALLBACK_DATA <= len(data.encode()) <= limit.MAX_CALLBACK_DATA:
        yield f"callback_data has {len(data.encode())} bytes, 1 to 64 are allowed"


def check_copied(button: CopyTextButton) -> Checks:
    limit = InlineKeyboardButtonLimit
    if not limit.MIN_COPY_TEXT <= len(button.text) <= limit.MAX_COPY_TEXT:
        yield f"copy_text has {len(button.text)} characters, 1 to 256 are allowed"


def check_keyboard(keyboard: InlineKeyboardMarkup) -> Checks:
    rows = [len(row) for row in keyboard.inline_keyboard]
    limit = InlineKeyboardMarkupLimit
    if max(rows, default=0) > limit.BUTTONS_PER_ROW or sum(rows) > limit.TOTAL_BUTTON_NUMBER:
        yield f"rows of {rows} buttons, at most 8 in a row and 100 in all"
    if 0 in rows:
        yield "an empty row of buttons"


def check_callback_answer(answer: aiogram.methods.AnswerCallbackQuery) -> Checks:
    if units(answer.text or "") > CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH:
        yield f"the answer to a press has {units(answer.text or '')} characters, at most 200"


def check_inline_answer(answer: aiogram.methods.AnswerInlineQuery) -> Checks:
    if len(answer.results) > InlineQueryLimit.RESULTS:
        yield f"{len(answer.results)} inline results, at most 50"
    identifiers = [str(getattr(result, "id", "")) for result in answer.results]
    if len(set(identifiers)) < len(identifiers):
        yield "two inline results of one id"
    if any(not 1 <= len(one.encode()) <= InlineQueryResultLimit.MAX_ID_LENGTH for one in identifiers):
        yield "the id of an inline result has 1 to 64 bytes"
    if len((answer.next_offset or "").encode()) > InlineQueryLimit.MAX_OFFSET_LENGTH:
        yield "next_offset has at most 64 bytes"


def check_results_button(button: InlineQueryResultsButton) -> Checks:
    if button.start_parameter is not None and not 1 <= len(button.start_parameter) <= 64:
        yield "start_parameter has 1 to 64 characters"


def check_command(command: BotCommand) -> Checks:
    if not 1 <= len(command.command) <= 32 or not 1 <= len(command.description) <= 256:
        yield "a command has 1 to 32 characters, its description 1 to 256"


CHECKS: dict[type[BaseModel], Callable[[Any], Checks]] = {
    InlineKeyboardButton: check_button,
    CopyTextButton: check_copied,
    InlineKeyboardMarkup: check_keyboard,
    InlineQueryResultsButton: check_results_button,
    BotCommand: check_command,
    aiogram.methods.AnswerCallbackQuery: check_callback_answer,
    aiogram.methods.AnswerInlineQuery: check_inline_answer,
}
