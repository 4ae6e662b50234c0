"""What Telegram refuses is refused here, in Telegram's words."""

from __future__ import annotations

from typing import Any

import pytest

from bot.telegram.server import LocalBotApi, User
from tests.telegram.server.raw import call, form, send

pytestmark = pytest.mark.anyio

SAY = {"chat_id": 1, "text": "hello"}
LONG_DATA = {"text": "x", "callback_data": "ї" * 33}


def keyboard(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"reply_markup": {"inline_keyboard": [[button] for button in buttons]}}


@pytest.fixture
def server(lenient: LocalBotApi) -> LocalBotApi:
    """Without the judge, so that the server itself must refuse; user 1 has opened the chat."""
    lenient.judge = None
    lenient.world.add_user("Anna", user_id=1)
    lenient.tell(lenient.world.users[1], "hi")
    return lenient


MALFORMED: list[tuple[str, dict[str, Any], str]] = [
    ("sendMessage", {"text": "x"}, "chat_id is empty"),
    ("sendMessage", {"chat_id": "nobody", "text": "x"}, "chat not found"),
    ("sendMessage", {"chat_id": 1}, "message text is empty"),
    ("sendMessage", {"chat_id": 1, "text": ""}, "message text is empty"),
    ("sendMessage", {"chat_id": 1, "text": " \n "}, "text must be non-empty"),
    ("sendMessage", {"chat_id": 1, "text": "<b></b>", "parse_mode": "HTML"}, "text must be non-empty"),
    ("sendMessage", {"chat_id": 1, "text": "x" * 4097}, "message is too long"),
    ("sendMessage", {"chat_id": 1, "text": "🎉" * 2049}, "message is too long"),
    ("sendMessage", SAY | {"parse_mode": "XML"}, "unsupported parse_mode"),
    ("sendMessage", SAY | {"colour": "red"}, 'unknown field "colour"'),
    ("sendMessage", SAY | {"reply_to_message_id": 1}, 'unknown field "reply_to_message_id"'),
    ("sendMessage", SAY | {"entities": [{"type": "bold", "offset": 0, "length": 9}]}, "entity beginning or end"),
    (
        "sendMessage",
        SAY | {"link_preview_options": {"disabled": True}},
        'unknown field "link_preview_options.disabled"',
    ),
    ("sendMessage", SAY | keyboard(LONG_DATA), "BUTTON_DATA_INVALID"),
    ("sendMessage", SAY | keyboard({"text": "x", "callback_data": ""}), "BUTTON_DATA_INVALID"),
    (
        "sendMessage",
        SAY | keyboard({"text": "", "callback_data": "a"}),
        "inline keyboard button text must be non-empty",
    ),
    ("sendMessage", SAY | keyboard({"text": "x"}), "Text buttons are unallowed in the inline keyboard"),
    ("sendMessage", SAY | keyboard({"callback_data": "a"}), "can't parse reply markup"),
    ("sendMessage", SAY | keyboard({"text": "x", "callback_data": "a", "data": "b"}), "unknown field"),
    ("sendMessage", SAY | keyboard({"text": "x", "url": "not a page"}), "Wrong HTTP URL"),
    ("sendMessage", SAY | keyboard({"text": "x", "copy_text": {"text": "y" * 257}}), "BUTTON_COPY_TEXT_INVALID"),
    ("sendMessage", SAY | keyboard(*[{"text": "x", "callback_data": "a"}] * 101), "reply markup is too long"),
    (
        "sendMessage",
        SAY | {"reply_markup": {"inline_keyboard": [[{"text": "x", "callback_data": "a"}] * 9]}},
        "too long",
    ),
    ("editMessageText", {"chat_id": 1, "text": "x"}, "message identifier is not specified"),
    ("sendChatAction", {"chat_id": 1, "action": "dancing"}, "wrong parameter action in request"),
    ("setMyCommands", {"commands": [{"command": "Ask", "description": "x"}]}, "BOT_COMMAND_INVALID"),
    ("setMyCommands", {"commands": [{"command": "ask", "description": " "}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
    ("setMyCommands", {"commands": [], "language_code": "english"}, "LANG_CODE_INVALID"),
    ("setMyCommands", {"commands": [], "scope": {"type": "chat"}}, "can't parse BotCommandScope"),
    ("setMyShortDescription", {"short_description": "x" * 121}, "can't parse short_description"),
    ("setWebhook", {"url": "http://example.org/hook"}, "An HTTPS URL must be provided for webhook"),
    ("setWebhook", {"url": "https://example.org:5000/hook"}, "only on ports 80, 88, 443 or 8443"),
    (
        "setWebhook",
        {"url": "https://example.org/", "secret_token": "a b"},
        "secret token contains unallowed characters",
    ),
]

IN_THIS_WORLD: list[tuple[str, dict[str, Any], int, str]] = [
    ("sendMessage", {"chat_id": 404, "text": "x"}, 400, "Bad Request: chat not found"),
    ("sendMessage", {"chat_id": "@nobody", "text": "x"}, 400, "Bad Request: chat not found"),
    ("sendMessage", SAY | {"message_thread_id": 7}, 400, "Bad Request: message thread not found"),
    (
        "sendMessage",
        SAY | {"reply_parameters": {"message_id": 99}},
        400,
        "Bad Request: message to be replied not found",
    ),
    ("editMessageText", {"chat_id": 1, "message_id": 99, "text": "x"}, 400, "Bad Request: message to edit not found"),
    ("editMessageText", {"chat_id": 1, "message_id": 1, "text": "x"}, 400, "Bad Request: message can't be edited"),
    ("deleteMessage", {"chat_id": 1, "message_id": 99}, 400, "Bad Request: message to delete not found"),
    ("pinChatMessage", {"chat_id": 1, "message_id": 99}, 400, "Bad Request: message to pin not found"),
    ("getChatMember", {"chat_id": 1, "user_id": 99}, 400, "Bad Request: user not found"),
    ("getChatAdministrators", {"chat_id": 1}, 400, "Bad Request: there are no administrators in the private chat"),
    ("getFile", {"file_id": "x"}, 400, "Bad Request: wrong file_id or the file is temporarily unavailable"),
    ("sendPhoto", {"chat_id": 1, "photo": "x"}, 400, "Bad Request: wrong file identifier/HTTP URL specified"),
    ("answerCallbackQuery", {"callback_query_id": "1"}, 400, "Bad Request: query is too old and response timeout "),
    ("answerInlineQuery", {"inline_query_id": "1", "results": []}, 400, "Bad Request: query is too old and response "),
    ("sendSticker", {"chat_id": 1}, 404, "Not Found: method not found"),
]


@pytest.mark.parametrize(("method", "parameters", "words"), MALFORMED)
async def test_malformed_requests(server: LocalBotApi, method: str, parameters: dict[str, Any], words: str) -> None:
    for answer in (await call(server, method, parameters), await form(server, method, parameters)):
        assert answer["error_code"] == 400
        assert answer["description"].startswith("Bad Request: ")
        assert words in answer["description"]
    assert len(server.refused) == 2
    assert server.said(server.world.users[1]) == []


@pytest.mark.parametrize(("method", "parameters", "code", "words"), IN_THIS_WORLD)
async def test_requests_that_do_not_fit_the_world(
    server: LocalBotApi, method: str, parameters: dict[str, Any], code: int, words: str
) -> None:
    answer = await call(server, method, parameters)
    assert answer["error_code"] == code
    assert answer["description"].startswith(words)
    assert bool(server.refused) is (code == 404)


async def test_tokens(server: LocalBotApi) -> None:
    assert (await send(f"{server.base_url}nonsense/getMe"))["description"] == "Not Found"
    assert (await send(f"{server.base_url}1:A/getMe"))["description"] == "Unauthorized"
    assert (await call(server, "GETME"))["result"]["username"] == "claims_bot"


@pytest.fixture
def anna(server: LocalBotApi) -> User:
    return server.world.users[1]


async def test_nothing_changed(server: LocalBotApi, anna: User) -> None:
    sent = (await call(server, "sendMessage", SAY))["result"]
    edit = {"chat_id": 1, "message_id": sent["message_id"], "text": "<b>hello</b>", "parse_mode": "HTML"}
    assert (await call(server, "editMessageText", edit))["ok"]
    assert (await call(server, "editMessageText", edit))["description"] == (
        "Bad Request: message is not modified: specified new message content and reply markup are exactly the same "
        "as a current content and reply markup of the message"
    )


async def test_users_who_do_not_want_the_bot(server: LocalBotApi, anna: User) -> None:
    stranger, met = server.user("Boris"), server.user("Vira")
    server.group("Desk", anna, met)

    async def refusal(user: User) -> str:
        return str((await call(server, "sendMessage", {"chat_id": user.id, "text": "x"}))["description"])

    assert await refusal(stranger) == "Bad Request: chat not found"
    assert await refusal(met) == "Forbidden: bot can't initiate conversation with a user"
    assert await refusal(server.bot) == "Forbidden: bot can't send messages to bots"
    server.block(anna)
    assert await refusal(anna) == "Forbidden: bot was blocked by the user"
    server.unblock(anna)
    server.delete_account(anna)
    assert await refusal(anna) == "Forbidden: user is deactivated"


async def test_groups_that_the_bot_cannot_write_to(server: LocalBotApi, anna: User) -> None:
    group = server.group("Desk", anna, supergroup=True)

    async def refusal(**more: Any) -> dict[str, Any]:
        return await call(server, "sendMessage", {"chat_id": group.id, "text": "x"} | more)

    server.mute_bot(anna, group)
    assert (await refusal())["description"] == "Bad Request: not enough rights to send text messages to the chat"
    server.remove_bot(anna, group)
    assert (await refusal())["description"] == "Forbidden: bot was kicked from the supergroup chat"
    server.add_bot(anna, group)
    assert (await call(server, "leaveChat", {"chat_id": group.id}))["ok"]
    assert (await refusal())["description"] == "Forbidden: bot is not a member of the supergroup chat"
    elsewhere = server.channel("News", anna, bot=False)
    assert (await call(server, "getChat", {"chat_id": elsewhere.id}))["description"] == "Bad Request: chat not found"
    server.add_bot(anna, elsewhere)
    answer = await call(server, "sendMessage", {"chat_id": elsewhere.id, "text": "x"})
    assert answer["description"] == "Bad Request: need administrator rights in the channel chat"


async def test_a_group_that_has_moved(server: LocalBotApi, anna: User) -> None:
    group = server.group("Desk", anna)
    new = server.migrate(anna, group)
    answer = await call(server, "sendMessage", {"chat_id": group.id, "text": "x"})
    assert answer == {
        "ok": False,
        "error_code": 400,
        "description": "Bad Request: group chat was upgraded to a supergroup chat",
        "parameters": {"migrate_to_chat_id": new.id},
    }
    assert (await call(server, "sendMessage", {"chat_id": new.id, "text": "x"}))["ok"]


async def test_presses_are_answered_once_and_in_time(server: LocalBotApi, anna: User) -> None:
    await call(server, "sendMessage", SAY | keyboard({"text": "More", "callback_data": "more"}))
    message = server.world.private(anna).last
    press, late = server.press(anna, message, 0), server.press(anna, message, "More")
    assert (await call(server, "answerCallbackQuery", {"callback_query_id": press.id, "text": "ok"}))["ok"]
    assert press.alert == "ok"
    again = await call(server, "answerCallbackQuery", {"callback_query_id": press.id})
    server.clock.advance(minutes=2)
    too_late = await call(server, "answerCallbackQuery", {"callback_query_id": late.id})
    words = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    assert again["description"] == too_late["description"] == words
    with pytest.raises(LookupError, match="no button 'Less' under message"):
        server.press(anna, message, "Less")


async def test_inline_answers(server: LocalBotApi, anna: User) -> None:
    content = {"message_text": "x"}

    def article(number: int, **more: Any) -> dict[str, Any]:
        return {"type": "article", "id": str(number), "title": "t", "input_message_content": content} | more

    async def answer(results: list[dict[str, Any]], **more: Any) -> str:
        query = server.inline(anna, f"q{len(server.requests)}")
        given = {"inline_query_id": query.id, "results": results} | more
        return str((await call(server, "answerInlineQuery", given)).get("description"))

    assert await answer([article(n) for n in range(50)], next_offset="50") == "None"
    assert await answer([article(n) for n in range(51)]) == "Bad Request: RESULTS_TOO_MUCH"
    assert await answer([article(1), article(1)]) == "Bad Request: RESULT_ID_DUPLICATE"
    assert await answer([article(1, id="ї" * 33)]) == "Bad Request: RESULT_ID_INVALID"
    assert await answer([article(1, title="")]) == "Bad Request: ARTICLE_TITLE_EMPTY"
    assert await answer([], next_offset="x" * 65) == "Bad Request: NEXT_OFFSET_INVALID"
    button = {"text": "Open", "start_parameter": "x" * 65}
    assert (await answer([], button=button)).startswith("Bad Request: can't parse button.start_parameter")
    long = {"message_text": "<b>x", "parse_mode": "HTML"}
    assert "Can't find end tag" in await answer([article(1, input_message_content=long)])


async def test_old_messages_are_not_deleted(server: LocalBotApi, anna: User) -> None:
    sent = (await call(server, "sendMessage", SAY))["result"]
    which = {"chat_id": 1, "message_id": sent["message_id"]}
    server.clock.advance(hours=49)
    assert (await call(server, "deleteMessage", which))["description"] == (
        "Bad Request: message can't be deleted for everyone"
    )
