"""How a digest reads, word for word, in three languages."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answers.blocks import Block
from bot.answers.short import visible
from bot.answers.text import render
from bot.asking import Claimbot
from bot.claims.model import LANGUAGES
from bot.digests.layout.bulletin import Room, in_short
from bot.digests.layout.layout import MOST, lay_out
from bot.digests.layout.parts import Occasion
from bot.digests.layout.summary import is_one_message, summary
from bot.digests.layout.wording import DigestWording
from bot.digests.model import ClaimNews, Selection, Wanted
from bot.digests.news.changes import NewsItem, in_order
from bot.digests.news.news import News, news, recent, standing
from bot.language.texts import texts_for
from tests.digests.newsroom import HOUSES, INJURED, KILLED, NAMED, Newsroom

EXAMPLE = Occasion(example=True)


def wording(room: Newsroom, language: str) -> DigestWording:
    return DigestWording(texts_for(language, room.store.texts(language)), room.store)


def in_one_message(room: Newsroom, found: News, language: str = "en", occasion: Occasion | None = None) -> str:
    return read(shortened(room, found.items, language, occasion))


def shortened(
    room: Newsroom, items: Sequence[NewsItem], language: str = "en", occasion: Occasion | None = None
) -> tuple[Block, ...]:
    occasion, said = occasion or Occasion(), wording(room, language)
    blocks = summary(items, occasion, said, lay_out(items, occasion, room.store, said))
    assert is_one_message(blocks)
    return blocks


def read(blocks: Sequence[Block]) -> str:
    return render(blocks).replace("\u00a0", " ")


def text(literal: str) -> str:
    return textwrap.dedent(literal).strip()


@pytest.fixture
def changed(newsroom: Newsroom) -> News:
    """A day on which an editor did some of everything."""
    before = newsroom.told
    newsroom.add(KILLED, "2024-05-06", low="231", high="231")
    newsroom.change(HOUSES, low="4800", high="4800")
    newsroom.change(INJURED, status="withdrawn")
    newsroom.remove(NAMED)
    newsroom.load()
    return news(newsroom.store, before, Selection())


def test_a_short_digest_is_told_in_full(newsroom: Newsroom, changed: News) -> None:
    assert in_one_message(newsroom, changed) == text(
        """
        What is new
        1 new figure · changed on the record: 3 · data 0.1.0, up to 31 May 2024

        Changed on the record

        people in Lake Province · killed
          at least 209 (no longer in this database) · Lake Courier · as of 20 May 2024 · said 20 May 2024 [a]
            the editors: The newspaper printed the name of every person it counted.
            Lake Courier, 20 May 2024: “We know the names of 209 people” https://example.org/lake-courier-2024-05-20

        people in Lake Province · injured
          about 1,500 (withdrawn) · National Disaster Agency · as of 3 May 2024 · said 3 May 2024 [b]
            withdrawn, 15 December 2024. the editors: The department said that bodies moved between two hospitals \
had been counted twice.
            Lake Courier, 3 May 2024: “some 1.5 thousand were hurt” https://example.org/lake-courier-2024-05-03

        people in Lake Province · destroyed · houses
          about 4,800 · Government of Lake Province · as of 3 May 2024 · said 3 May 2024 · Tomas Reed
            before: about 4,700 · as of 3 May 2024 · said 3 May 2024 · Tomas Reed
            Lake Courier, 3 May 2024 https://example.org/lake-courier-2024-05-03

        New figures

        people in Lake Province · killed
          231 · National Disaster Agency · as of 6 May 2024 · said 6 May 2024 · Mira Halden
            difference from 214, as of 3 May 2024: +17
            Northern Wire, 6 May 2024

        Caveats
          [a] A minimum: only cases that the claimant could check.
          [b] The claimant took it back.

        Differences are computed by this bot.
        """
    )


IN_SHORT = {
    "en": """
        What is new
        4 new figures · changed on the record: 1 · without a new total: 7 · data 0.1.0, up to 1 November 2024

        Changed on the record

        people in Lake Province · destroyed · houses
          about 4,800 · Government of Lake Province · as of 3 May 2024 · said 3 May 2024 · Tomas Reed
            before: about 4,700 · as of 3 May 2024 · said 3 May 2024 · Tomas Reed

        New figures

        people in Lake Province
          National Disaster Agency
          as of 1 November 2024 · in brackets, the difference from 3 May 2024 · printed by Northern Wire
            killed: 214 (0)
            injured: about 1,490 (−10)
          Lake Province Health Department · injured: up to 21 a day · rate, 1 November 2024 · printed by Northern Wire
          … 1 more claimant …

        No new total in this database for more than 90 days up to 1 November 2024, its newest date

        people in Lake Province
          UN Humanitarian Office: killed · last total as of May 2024
          … 2 more claimants …

        people on the east shore
          National Disaster Agency: killed; killed · Millbrook · last total as of 3 May 2024

        people on the west shore
          National Disaster Agency: killed · last total as of 3 May 2024

        Differences are computed by this bot.
        """,
    "uk": """
        Що нового
        4 нові цифри · змінено в базі: 1 · без нового підсумку: 7 · дані 0.1.0, до 1 листопада 2024

        Змінено в базі

        люди в Озерній провінції · зруйновані · житлові будинки
          близько 4 800 · Уряд Озерної провінції · станом на 3 травня 2024 · сказано 3 травня 2024 · Томас Рід
            раніше: близько 4 700 · станом на 3 травня 2024 · сказано 3 травня 2024 · Томас Рід

        Нові цифри

        люди в Озерній провінції
          Національне агентство з надзвичайних ситуацій
          станом на 1 листопада 2024 · у дужках різниця з підсумком на 3 травня 2024 · публікація: Northern Wire
            загиблі: 214 (0)
            травмовані: близько 1 490 (−10)
          Департамент охорони здоров’я Озерної провінції · травмовані: до 21 на день · \
темп, 1 листопада 2024 · публікація: Northern Wire
          … ще 1 джерело …

        У цій базі понад 90 днів немає нового підсумку, до 1 листопада 2024, найпізнішої дати в ній

        люди в Озерній провінції
          Гуманітарне управління ООН: загиблі · останній підсумок станом на травень 2024
          … ще 2 джерела …

        люди на східному березі
          Національне агентство з надзвичайних ситуацій: загиблі; загиблі · Міллбрук · \
останній підсумок станом на 3 травня 2024

        люди на західному березі
          Національне агентство з надзвичайних ситуацій: загиблі · останній підсумок станом на 3 травня 2024

        Різниці обчислив цей бот.
        """,
    "ru": """
        Что нового
        4 новые цифры · изменено в базе: 1 · без нового итога: 7 · данные 0.1.0, до 1 ноября 2024

        Изменено в базе

        люди в Озёрной провинции · разрушенные · жилые дома
          около 4 800 · Правительство Озёрной провинции · на 3 мая 2024 · сказано 3 мая 2024 · Томас Рид
            раньше: около 4 700 · на 3 мая 2024 · сказано 3 мая 2024 · Томас Рид

        Новые цифры

        люди в Озёрной провинции
          Национальное агентство по чрезвычайным ситуациям
          на 1 ноября 2024 · в скобках разница с итогом на 3 мая 2024 · публикация: Northern Wire
            погибшие: 214 (0)
            пострадавшие: около 1 490 (−10)
          Департамент здравоохранения Озёрной провинции · пострадавшие: до 21 в день · \
темп, 1 ноября 2024 · публикация: Northern Wire
          … ещё 1 источник …

        В этой базе более 90 дней нет нового итога, до 1 ноября 2024, самой поздней даты в ней

        люди в Озёрной провинции
          Гуманитарное управление ООН: погибшие · последний итог на май 2024
          … ещё 2 источника …

        люди на восточном берегу
          Национальное агентство по чрезвычайным ситуациям: погибшие; погибшие · Миллбрук · последний итог на 3 мая 2024

        люди на западном берегу
          Национальное агентство по чрезвычайным ситуациям: погибшие · последний итог на 3 мая 2024

        Разницы вычислил этот бот.
        """,
}


@pytest.mark.parametrize("language", IN_SHORT)
def test_a_long_digest_says_what_figures_have_in_common_once(newsroom: Newsroom, language: str) -> None:
    before = newsroom.told
    newsroom.add(NAMED, "2024-11-01", low="215")
    newsroom.add(INJURED, "2024-11-01", low="1490", high="1490")
    newsroom.add(KILLED, "2024-11-01", low="214", high="214")
    newsroom.add("lake-health-2024-05-10-lake-people-injured", "2024-11-01", high="21")
    newsroom.change(HOUSES, low="4800", high="4800")
    newsroom.load()
    items = news(newsroom.store, before, Selection()).items
    room = Room(lines=5, claimants=2, changed=5, silent=1)
    assert read(in_short(items, Occasion(), wording(newsroom, language), room)) == text(IN_SHORT[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_new_is_told_with_what_stands(newsroom: Newsroom, language: str) -> None:
    say = wording(newsroom, language).texts.say
    millbrook = standing(newsroom.store, Selection((Wanted(place="millbrook"),)))
    assert in_one_message(newsroom, millbrook, language).startswith(say("digest-title-nothing"))
    assert in_one_message(newsroom, millbrook, language, EXAMPLE).startswith(say("digest-title-example-nothing"))
    assert in_one_message(newsroom, News(), language).startswith(say("digest-title-none"))
    assert in_one_message(newsroom, News(), language, EXAMPLE).startswith(say("digest-title-example-none"))


@pytest.mark.parametrize(
    ("days", "title"),
    [
        (1, "An example: what became known on 30 June 2024"),
        (7, "An example: what became known from 24 June 2024 to 30 June 2024"),
    ],
)
def test_an_example_says_of_which_days(newsroom: Newsroom, days: int, title: str) -> None:
    found = recent(newsroom.store, days, Selection())
    assert found.since is not None
    occasion = Occasion(True, found.since, date(2024, 6, 30))
    assert in_one_message(newsroom, found, "en", occasion).splitlines()[0] == title


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_day_of_a_bulletin_is_one_message(real_claimbot: Claimbot, language: str) -> None:
    """Fourteen totals of one claimant on one day: a line each, and who said it, when, where it was printed, once."""
    store = real_claimbot.store
    found = recent(store, 1, Selection((Wanted(claimant="ukraine-general-staff"),)))
    said = DigestWording(real_claimbot.texts(language), store)
    blocks = summary(found.items, Occasion(), said, lay_out(found.items, Occasion(), store, said))
    shown = read(blocks)
    assert is_one_message(blocks)
    assert visible(blocks) < 1200
    assert shown.count(said.claimant("ukraine-general-staff")) == 1
    assert shown.count(said.when(found.items[0].figure)) == 1
    assert len(found.items) == 14
    for item in found.items:
        assert said.value(item.figure).replace("\u00a0", " ") in shown
        assert item.growth is not None
        assert f"({said.difference(item.growth)})".replace("\u00a0", " ") in shown
    for caveat in {caveat for item in found.items for caveat in said.caveats(item.figure)}:
        assert caveat in shown


@given(
    total=st.integers(1, 120),
    claimants=st.integers(1, 40),
    kinds=st.lists(st.sampled_from(ClaimNews), min_size=1),
    language=st.sampled_from(LANGUAGES),
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_however_much_is_new_it_is_one_message(
    newsroom: Newsroom, total: int, claimants: int, kinds: list[ClaimNews], language: str
) -> None:
    figures = [item.figure for item in standing(newsroom.store, Selection()).items]
    some = (
        NewsItem(
            kinds[number % len(kinds)],
            replace(figures[number % len(figures)], id=f"claim-{number}", claimant=f"claimant-{number % claimants}"),
        )
        for number in range(total)
    )
    items = in_order(some, newsroom.store.catalog)
    shown = read(shortened(newsroom, items, language)).splitlines()
    for heading in {wording(newsroom, language).heading(item.figure) for item in items}:
        assert any(line.strip().startswith(heading) for line in shown)


def test_far_too_much_is_told_in_numbers(real_claimbot: Claimbot) -> None:
    """The whole shipped package as news of one day."""
    store = real_claimbot.store
    everything = recent(store, 400, Selection())
    said = DigestWording(real_claimbot.texts("en"), store)
    full = lay_out(everything.items, Occasion(), store, said)
    blocks = summary(everything.items, Occasion(), said, full)
    assert len(everything.items) > MOST
    assert is_one_message(blocks)
    shown = read(blocks).splitlines()
    assert shown[1].startswith(f"{sum(item.news is ClaimNews.NEW for item in everything.items):,} new figures")
    for heading in {said.heading(item.figure) for item in everything.items}:
        assert any(line.strip().startswith(heading) for line in shown)
