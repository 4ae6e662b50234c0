"""The composer: one for all, asked from any thread, always with the claims as they are now."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.answers.blocks import Block
from bot.answers.text import render
from bot.claims.database.store import Store, StoreError
from bot.digests.layout.summary import is_one_message
from bot.digests.model import ClaimNews, Frequency, Rhythm, Selection, Wanted, Wishes
from bot.digests.news.changes import Changes
from bot.digests.news.composer import Composer
from tests.digests.newsroom import HOUSES, KILLED, MORNING, NAMED, Newsroom

EVERYTHING = Selection()
MILLBROOK = Selection((Wanted(place="millbrook"),))
UN = "un-humanitarian-2024-05-lake-people-killed"


@pytest.fixture
def composer(newsroom: Newsroom) -> Iterator[Composer]:
    made = Composer(lambda: Store.open(newsroom.store.database.path), lambda: MORNING)
    yield made
    made.close()


def first_line(blocks: tuple[Block, ...]) -> str:
    return render(blocks).splitlines()[0]


def test_nothing_new_is_no_content(newsroom: Newsroom, composer: Composer) -> None:
    assert composer.compose(EVERYTHING, newsroom.told, "en") is None
    assert composer.state() == newsroom.told


def test_what_is_new_comes_with_what_was_told_when_it_arrives(newsroom: Newsroom, composer: Composer) -> None:
    before = newsroom.told
    added = newsroom.add(KILLED, "2024-05-06", low="231", high="231")
    newsroom.change(HOUSES, low="4800", high="4800")
    after = newsroom.load()
    content = composer.compose(EVERYTHING, before, "en")
    assert content is not None
    assert set(content.claims) == {(added, ClaimNews.NEW), (HOUSES, ClaimNews.REVISED)}
    assert content.told == after
    assert composer.compose(EVERYTHING, content.told, "en") is None
    assert content.language == "en"
    assert is_one_message(content.summary)
    assert content.full == content.summary


def test_it_is_the_same_for_all_who_were_told_of_one_state_whenever_they_were(
    newsroom: Newsroom, composer: Composer
) -> None:
    before = newsroom.told
    newsroom.add(KILLED, "2024-05-06", low="231", high="231")
    newsroom.load()
    earlier = replace(before, at=before.at - timedelta(days=400))
    assert composer.compose(EVERYTHING, earlier, "uk") == composer.compose(EVERYTHING, before, "uk")


def test_what_had_changed_before_the_newest_load_is_let_go(newsroom: Newsroom, composer: Composer) -> None:
    first, alive = newsroom.told, []
    for day in range(6, 9):
        newsroom.add(KILLED, f"2024-05-{day:02}", low="231", high="231")
        newsroom.load()
        assert composer.compose(EVERYTHING, first, "en") is not None
        gc.collect()
        alive.append(sum(isinstance(one, Changes) for one in gc.get_objects()))
    assert alive[1:] == alive[:1] * 2


def test_each_language_says_the_same_claims(newsroom: Newsroom, composer: Composer) -> None:
    before = newsroom.told
    newsroom.add(KILLED, "2024-05-06", low="231", high="231")
    newsroom.load()
    told = [composer.compose(EVERYTHING, before, language) for language in ("en", "uk", "ru")]
    contents = [content for content in told if content]
    assert [first_line(content.summary) for content in contents] == ["What is new", "Що нового", "Что нового"]
    assert len({content.claims for content in contents}) == 1


def test_who_always_wants_to_hear_is_told_what_stands(newsroom: Newsroom, composer: Composer) -> None:
    content = composer.compose(MILLBROOK, newsroom.told, "en", always=True)
    assert content is not None
    assert [news for _, news in content.claims] == [ClaimNews.STANDING]
    none = composer.compose(Selection(words=("nowhere",)), newsroom.told, "en", always=True)
    assert none is not None
    assert none.claims == ()


def test_what_became_of_claims_reaches_those_who_were_told_of_them(newsroom: Newsroom, composer: Composer) -> None:
    before = newsroom.told
    newsroom.change(NAMED, status="forged")
    newsroom.load()
    assert composer.changed_status(before) == {NAMED}
    assert composer.compose(MILLBROOK, before, "en") is None
    content = composer.compose(MILLBROOK, before, "en", also=composer.changed_status(before))
    assert content is not None
    assert content.claims == ((NAMED, ClaimNews.FORGED),)
    assert composer.changed_status(newsroom.told) == frozenset()


@pytest.mark.parametrize(
    ("frequency", "days"),
    [
        (Frequency.AT_ONCE, set()),
        (Frequency.DAILY, set()),
        (Frequency.WEEKLY, {"2024-06-24"}),
        (Frequency.MONTHLY, {"2024-06-01", "2024-06-23", "2024-06-24"}),
    ],
)
def test_an_example_looks_back_as_far_as_the_rhythm(
    newsroom: Newsroom, composer: Composer, frequency: Frequency, days: set[str]
) -> None:
    """The newest claim became known on 30 June."""
    number = {"2024-05-31": "231", "2024-06-01": "232", "2024-06-23": "233", "2024-06-24": "234"}
    added = {newsroom.add(KILLED, day, low=value, high=value): day for day, value in number.items()}
    newsroom.load()
    content = composer.preview(Wishes(rhythm=Rhythm(frequency)))
    told = {claim for claim, _ in content.claims}
    assert UN in told
    assert {day for claim, day in added.items() if claim in told} == days
    assert first_line(content.summary).startswith("An example: what became known")


def test_an_example_of_what_nothing_became_known_of_lately_is_what_stands(composer: Composer) -> None:
    content = composer.preview(Wishes(MILLBROOK, language="uk"))
    assert [news for _, news in content.claims] == [ClaimNews.STANDING]
    assert first_line(content.summary) == "Приклад: найновіші цифри, як вони є"


def test_many_threads_may_ask(newsroom: Newsroom, composer: Composer) -> None:
    before = newsroom.told
    newsroom.add(KILLED, "2024-05-06", low="231", high="231")
    newsroom.load()
    asked = [("en", EVERYTHING), ("uk", EVERYTHING), ("ru", Selection((Wanted(measure="killed"),)))] * 8
    with ThreadPoolExecutor(8) as threads:
        told = list(threads.map(lambda one: composer.compose(one[1], before, one[0]), asked))
    assert [content and content.language for content in told] == [language for language, _ in asked]


def test_a_database_that_cannot_be_opened_is_the_callers_to_tell(newsroom: Newsroom) -> None:
    missing = newsroom.store.database.path.with_name("missing.db")
    with pytest.raises(StoreError, match="missing"):
        Composer(lambda: Store.open(missing, create=False), lambda: MORNING)
