"""Pictures and files: as a form with parts, by their identifier, put in place of others, and fetched again."""

from __future__ import annotations

from io import BytesIO

import pytest
from telegram import Bot, InputMediaDocument, InputMediaPhoto
from telegram.error import BadRequest

from bot.telegram.server import LocalBotApi, User
from tests.telegram.server.raw import form

pytestmark = pytest.mark.anyio


def png(width: int, height: int) -> bytes:
    """The head of a PNG, which is all that the server looks at."""
    return b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + width.to_bytes(4) + height.to_bytes(4) + b"\x08\x02\0\0\0"


@pytest.fixture
def anna(lenient: LocalBotApi) -> User:
    user = lenient.user("Anna")
    lenient.tell(user, "hi")
    return user


def bot(server: LocalBotApi) -> Bot:
    return Bot(server.token, server.base_url, server.base_file_url)


async def test_pictures_and_files_go_there_and_back(judged: LocalBotApi, anna: User) -> None:
    async with bot(judged) as one:
        sent = await one.send_photo(anna.id, png(800, 600), caption="<b>Chart</b>", parse_mode="HTML", filename="a.png")
        assert (sent.photo[-1].width, sent.photo[-1].height, sent.caption) == (800, 600, "Chart")
        again = await one.send_photo(anna.id, sent.photo[-1].file_id)
        assert again.photo[-1].file_unique_id == sent.photo[-1].file_unique_id
        table = await one.send_document(anna.id, BytesIO("дата,число\n".encode()), filename="таблиця.csv")
        assert table.document is not None
        assert table.document.file_name == "таблиця.csv"
        fetched = await (await table.document.get_file()).download_as_bytearray()
        assert fetched.decode() == "дата,число\n"
    assert judged.transcript(anna).splitlines()[1:] == [
        "claimbot: <picture a.png>",
        "    Chart",
        "claimbot: <picture a.png>",
        "claimbot: <file таблиця.csv>",
    ]


async def test_another_picture_and_another_caption(judged: LocalBotApi, anna: User) -> None:
    async with bot(judged) as one:
        sent = await one.send_photo(anna.id, png(8, 6), caption="light", filename="light.png")
        new = InputMediaPhoto(png(6, 8), caption="dark", filename="dark.png")
        await one.edit_message_media(new, anna.id, sent.message_id)
        message = judged.world.private(anna).last
        assert (message.caption, message.photo and message.photo.height) == ("dark", 8)
        await one.edit_message_caption(anna.id, sent.message_id, caption="darker")
        assert message.caption == "darker"
        with pytest.raises(BadRequest, match=r"(?i)there is no text in the message to edit"):
            await one.edit_message_text("x", anna.id, sent.message_id)
        await one.edit_message_media(InputMediaDocument(b"x", filename="x.csv"), anna.id, sent.message_id)
        assert message.photo is None
        text = await one.send_message(anna.id, "text")
        with pytest.raises(BadRequest, match=r"(?i)there is no caption in the message to edit"):
            await one.edit_message_caption(anna.id, text.message_id, caption="x")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"GIF89a", "IMAGE_PROCESS_FAILED"),
        (png(9000, 1001), "PHOTO_INVALID_DIMENSIONS"),
        (png(2100, 100), "PHOTO_INVALID_DIMENSIONS"),
    ],
)
async def test_what_is_no_picture(lenient: LocalBotApi, anna: User, content: bytes, words: str) -> None:
    async with bot(lenient) as one:
        with pytest.raises(BadRequest, match=f"(?i){words}"):
            await one.send_photo(anna.id, content)
    assert len(lenient.refused) == 1


async def test_captions_have_a_limit_and_no_part_is_left_over(lenient: LocalBotApi, anna: User) -> None:
    lenient.judge = None
    picture = {"photo": ("a.png", png(8, 6))}
    long = await form(lenient, "sendPhoto", {"chat_id": anna.id, "caption": "x" * 1025}, picture)
    assert long["description"] == "Bad Request: message caption is too long"
    stray = await form(lenient, "sendPhoto", {"chat_id": anna.id}, picture | {"b": ("b.png", b"x")})
    assert stray["description"] == 'Bad Request: unknown field "b"'
    assert (await form(lenient, "sendPhoto", {"chat_id": anna.id}, picture))["ok"]
