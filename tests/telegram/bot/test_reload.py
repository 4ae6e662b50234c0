"""Claims that are loaded while the bot runs: figures at once, words within a minute."""

from __future__ import annotations

import asyncio
import gc
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import app
from bot.answers.answer import Answer
from bot.app import take_up
from bot.asking import Claimbot, open_claimbot
from bot.claims.database.store import Store
from bot.claims.package.reader import read_package
from bot.questions.tokens.lexicon import Lexicon
from bot.questions.tokens.vocabulary import Vocabulary
from bot.telegram.server import LocalBotApi, User
from tests.conftest import Loaded
from tests.telegram.bot.running import asked, running

pytestmark = pytest.mark.anyio


@pytest.fixture
def claimbot(quake_loaded: Loaded, small_package: Path, tmp_path: Path) -> Iterator[Claimbot]:
    """The earthquake's claims in a database of their own."""
    opened = open_claimbot(quake_loaded(tmp_path, small_package))
    yield opened
    opened.store.close()


async def test_new_words_and_figures_are_taken_up(
    judged: LocalBotApi, ann: User, claimbot: Claimbot, small_package: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with running(judged, claimbot, small_package.parent) as bot:
        conversation = bot.edge.conversation
        assert not await take_up(conversation)
        assert "197" not in (await asked(judged, ann, "how many people perished")).shown
        edit(small_package / "words" / "en.toml", 'killed = ["killed"', 'killed = ["killed", "perished"')
        for series in (small_package / "series").glob("*.csv"):
            edit(series, "197", "198")
        with Store.open(claimbot.store.database.path) as other:
            other.load(read_package(small_package), by="load")
        assert "198" in (await asked(judged, ann, "how many people were killed")).shown
        await take_up(conversation)  # unless the look of a new minute has just done it
        assert "198" in (await asked(judged, ann, "how many people perished")).shown
        assert "words were not made" not in caplog.text


async def test_words_are_read_beside_the_event_loop_and_only_where_they_are_others(
    judged: LocalBotApi, claimbot: Claimbot, small_package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading: list[threading.Thread] = []
    read, written, apart = Lexicon.from_json, Lexicon.as_json, app._make_words
    made: list[Path] = []

    def read_there(text: str) -> Lexicon:
        reading.append(threading.current_thread())
        return read(text)

    def written_there(lexicon: Lexicon) -> str:
        reading.append(threading.current_thread())
        return written(lexicon)

    async def made_there(database: Path) -> str | None:
        made.append(database)
        return await apart(database)

    async with running(judged, claimbot, tmp_path) as bot:
        monkeypatch.setattr(app, "_make_words", made_there)
        monkeypatch.setattr(Lexicon, "from_json", read_there)
        monkeypatch.setattr(Lexicon, "as_json", written_there)
        desk = bot.edge.conversation.desk
        words = desk.claimbot.vocabulary.lexicon
        load_deaths(small_package, claimbot, 201)
        await take_up(bot.edge.conversation)
        assert desk.claimbot.revision == claimbot.store.meta.revision
        assert desk.claimbot.vocabulary.lexicon is words
        assert made == []  # for figures alone no program is started
        edit(small_package / "words" / "en.toml", 'killed = ["killed"', 'killed = ["killed", "perished"')
        load_deaths(small_package, claimbot, 202)
        await take_up(bot.edge.conversation)
        assert desk.claimbot.vocabulary.lexicon is not words
        assert reading
        assert threading.current_thread() not in reading


def edit(file: Path, old: str, new: str) -> None:
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")


def load_deaths(package: Path, claimbot: Claimbot, deaths: int) -> None:
    """Let the package say one death more than before, and load it as another program does."""
    for series in (package / "series").glob("*.csv"):
        edit(series, "197" if deaths == 201 else str(deaths - 1), str(deaths))
    with Store.open(claimbot.store.database.path) as other:
        other.load(read_package(package), by="load")


def alive(kind: type) -> int:
    gc.collect()
    return sum(isinstance(one, kind) for one in gc.get_objects())


async def settled(kind: type, most: int) -> int:
    """How many are alive, once no more than that are, or after five seconds: a look of the minute may be under way."""
    for _ in range(100):
        if alive(kind) <= most:
            break
        await asyncio.sleep(0.05)
    return alive(kind)


async def test_old_words_are_let_go(
    judged: LocalBotApi, claimbot: Claimbot, small_package: Path, tmp_path: Path
) -> None:
    async with running(judged, claimbot, tmp_path) as bot:
        first = 0
        for deaths in range(201, 204):
            load_deaths(small_package, claimbot, deaths)
            await take_up(bot.edge.conversation)  # unless the look of a new minute has just done it
            first = first or alive(Vocabulary)
        assert await settled(Vocabulary, first) <= first


async def test_old_answers_are_let_go(
    judged: LocalBotApi, ann: User, claimbot: Claimbot, small_package: Path, tmp_path: Path
) -> None:
    answers = []
    async with running(judged, claimbot, tmp_path) as bot:
        words, before = alive(Lexicon), alive(Answer)
        for deaths in range(201, 204):
            load_deaths(small_package, claimbot, deaths)
            await take_up(bot.edge.conversation)
            await asked(judged, ann, "how many people were killed")
            answers.append(alive(Answer))
            assert await settled(Lexicon, words) <= words
    assert max(answers) <= before + 1


async def test_words_are_never_made_here_also_where_claims_are_loaded_while_they_are_made(
    judged: LocalBotApi, claimbot: Claimbot, small_package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words, apart, deaths = small_package / "words" / "en.toml", app._make_words, iter((202, 203))

    async def made_while_loading(database: Path) -> None:
        await apart(database)
        for more in deaths:
            edit(words, '"killed"', f'"killed", "perished {more}"')
            load_deaths(small_package, claimbot, more)
            break

    def made_here(_draft: object) -> Lexicon:
        raise AssertionError("words are made here")

    async with running(judged, claimbot, tmp_path) as bot:
        monkeypatch.setattr(app, "_make_words", made_while_loading)
        monkeypatch.setattr(Lexicon, "build", made_here)
        edit(words, '"killed"', '"killed", "perished"')
        load_deaths(small_package, claimbot, 201)
        await take_up(bot.edge.conversation)
        assert bot.edge.conversation.desk.claimbot.revision == claimbot.store.meta.revision
        assert list(deaths) == []
        assert "203" in bot.edge.conversation.desk.claimbot.vocabulary.beginning("perished").phrases
