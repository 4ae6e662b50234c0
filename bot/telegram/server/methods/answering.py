"""Answers to presses of buttons and to inline queries."""

from __future__ import annotations

from telegram.constants import CallbackQueryLimit, InlineQueryLimit

from bot.telegram.server import parameters as take
from bot.telegram.server.content import caption_text, message_text
from bot.telegram.server.errors import malformed
from bot.telegram.server.keyboards import inline_keyboard
from bot.telegram.server.methods.registry import Call, method
from bot.telegram.server.queries import Inquiry, Press
from bot.telegram.server.shapes import MAX_RESULT_ID, InlineQueryResult
from bot.telegram.server.text import units


@method("answerCallbackQuery", take.AnswerCallbackQuery)
def answer_callback_query(call: Call, given: take.AnswerCallbackQuery) -> bool:
    """What the user sees after a press; once."""
    if units(given.text or "") > CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH:
        raise malformed("MESSAGE_TOO_LONG")
    if given.url is not None and not given.url.startswith(f"https://t.me/{call.world.bot.username}?start="):
        raise malformed("URL_INVALID")
    call.queries.close(given.callback_query_id, given.model_dump(exclude_none=True), Press)
    return True


@method("answerInlineQuery", take.AnswerInlineQuery)
def answer_inline_query(call: Call, given: take.AnswerInlineQuery) -> bool:
    """The results of an inline query; once."""
    if len(given.results) > InlineQueryLimit.RESULTS:
        raise malformed("RESULTS_TOO_MUCH")
    if len((given.next_offset or "").encode()) > InlineQueryLimit.MAX_OFFSET_LENGTH:
        raise malformed("NEXT_OFFSET_INVALID")
    if given.button is not None and (given.button.web_app is None) == (given.button.start_parameter is None):
        raise malformed("can't parse button: exactly one of web_app and start_parameter must be specified")
    identifiers = [result.id for result in given.results]
    if any(not 1 <= len(one.encode()) <= MAX_RESULT_ID for one in identifiers):
        raise malformed("RESULT_ID_INVALID")
    if len(set(identifiers)) < len(identifiers):
        raise malformed("RESULT_ID_DUPLICATE")
    for result in given.results:
        _check_result(call, result)
    answer = given.model_dump(exclude_none=True)
    waiting = call.queries.close(given.inline_query_id, answer, Inquiry)
    assert isinstance(waiting, Inquiry)
    call.queries.remember(waiting, answer)
    return True


def _check_result(call: Call, result: InlineQueryResult) -> None:
    """Raises ApiError for a result that could not be shown or sent."""
    inline_keyboard(result.reply_markup, None)
    content = result.input_message_content
    if content is not None:
        message_text(content.message_text, content.parse_mode, content.entities)
    if result.type == "article":
        if not (result.title or "").strip():
            raise malformed("ARTICLE_TITLE_EMPTY")
        if content is None:
            raise malformed("can't parse inline query result: input_message_content is not specified")
        return
    caption_text(result.caption, result.parse_mode, result.caption_entities)
    if result.photo_file_id is not None and result.photo_file_id not in call.world.files:
        raise malformed("wrong file identifier/HTTP URL specified")
    if result.photo_file_id is None and not (result.photo_url and result.thumbnail_url):
        raise malformed("can't parse inline query result: photo_url and thumbnail_url are not specified")
