"""Follow-ups that speak of those asked about before, of the time around it, or leave out what it named."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.questions.question import Outcome, Question

Ask = Callable[..., Question]

_IN_2023 = "how many russian soldiers died in 2023"


@pytest.mark.parametrize(
    ("before", "text", "topic"),
    [
        (_IN_2023, "and how many did they kill?", "ukrainian-forces/killed"),
        ("скільки загинуло росіян", "а скільки вони вбили?", "ukrainian-forces/killed"),
        ("сколько погибло украинцев", "а сколько они убили?", "russian-forces/killed"),
        ("how many ukrainians did russia kill", "and how many did they capture?", "ukrainian-forces/captured"),
        ("скільки танків втратила росія", "а скільки вони знищили?", "ukrainian-forces/destroyed/tank"),
        ("сколько танков потеряла украина", "а сколько они захватили?", "russian-forces/captured/tank"),
    ],
)
def test_they_who_did_it_are_those_asked_about(ask: Ask, before: str, text: str, topic: str) -> None:
    assert [str(reading.topic) for reading in ask(text, before).readings] == [topic]


@pytest.mark.parametrize(
    ("before", "text", "first", "last"),
    [
        (_IN_2023, "since then?", "2024-01-01", None),
        (_IN_2023, "and after that?", "2024-01-01", None),
        (_IN_2023, "and before that?", None, "2022-12-31"),
        ("втрати рф у 2023 році", "а з того часу?", "2024-01-01", None),
        ("втрати рф у 2023 році", "а до того?", None, "2022-12-31"),
        ("потери рф в 2023 году", "а с тех пор?", "2024-01-01", None),
        ("потери рф в 2023 году", "а до этого?", None, "2022-12-31"),
        ("russian tanks destroyed as of 1 March 2023", "six months on?", None, "2023-09-01"),
        ("russian tanks destroyed as of 1 March 2023", "six months on from that?", None, "2023-09-01"),
        ("знищені танки росії на 1 березня 2023", "а через пів року після того?", None, "2023-09-01"),
        ("russian tanks destroyed as of 1 March 2023", "make that the end of 2025", None, "2025-12-31"),
        ("russian tanks destroyed as of 1 March 2023", "1 March 2024?", None, "2024-03-01"),
        ("втрати рф станом на 1 березня 2023", "а кінець 2023?", None, "2023-12-31"),
        (_IN_2023, "and now?", None, None),
        (_IN_2023, "latest?", None, None),
        ("втрати рф у 2023 році", "а зараз?", None, None),
        ("потери рф в 2023 году", "а на сегодня?", None, None),
        (_IN_2023, "and captured by ukraine?", "2023-01-01", "2023-12-31"),
        (_IN_2023, "and how many ukrainian soldiers died?", "2023-01-01", "2023-12-31"),
        ("втрати рф у 2023 році", "а втрати зсу?", "2023-01-01", "2023-12-31"),
        ("потери рф в 2023 году", "а потери всу?", "2023-01-01", "2023-12-31"),
        (_IN_2023, "how many russian tanks have been destroyed", None, None),
    ],
)
def test_dates_around_those_before(ask: Ask, before: str, text: str, first: str | None, last: str | None) -> None:
    (reading,) = ask(text, before).readings
    dates = (reading.dates.as_of_from, reading.dates.as_of_to)
    assert [day and day.isoformat() for day in dates] == [first, last]


@pytest.mark.parametrize(
    ("before", "text", "value", "claimant"),
    [
        (_IN_2023, "zelensky said 180k", 180_000, "volodymyr-zelensky"),
        ("скільки загинуло росіян", "зеленський казав 180 тисяч", 180_000, "volodymyr-zelensky"),
        ("сколько погибло украинцев", "шойгу говорил 61 тысяча?", 61_000, "sergei-shoigu"),
    ],
)
def test_a_number_that_somebody_said(ask: Ask, before: str, text: str, value: int, claimant: str) -> None:
    question = ask(text, before)
    assert question.checked is not None and question.checked.low == value
    assert [reading.spokespersons for reading in question.readings] == [(claimant,)]


@pytest.mark.parametrize(
    ("before", "text", "topic", "place"),
    [
        ("how many civilians were killed in mariupol", "and in russia?", "civilians-russia/killed", None),
        ("скільки цивільних загинуло в маріуполі", "а в росії?", "civilians-russia/killed", None),
        ("how many civilians were killed in belgorod", "and in ukraine?", "civilians-ukraine/killed", None),
        ("how many civilians were killed in mariupol", "in kharkiv?", "civilians-ukraine/killed", "kharkiv"),
        ("ukrainian soldiers killed in Kursk region", "forget kursk, overall", "ukrainian-forces/killed", None),
        ("втрати рф під бахмутом", "не під бахмутом, а загалом", "russian-forces/losses", None),
    ],
)
def test_a_place_that_is_left(ask: Ask, before: str, text: str, topic: str, place: str | None) -> None:
    assert [(str(reading.topic), reading.place) for reading in ask(text, before).readings] == [(topic, place)]


@pytest.mark.parametrize(
    ("before", "text", "topic"),
    [
        ("how many tanks has russia lost", "leopards?", "ukrainian-forces/destroyed/tank"),
        ("скільки танків втратила росія", "а леопардів?", "ukrainian-forces/destroyed/tank"),
        ("how many tanks has ukraine lost", "t-90s?", "russian-forces/destroyed/tank"),
        ("how many tanks has russia lost", "t-90s?", "russian-forces/destroyed/tank"),
        ("скільки полонених", "у нас", "russian-forces/captured"),
        ("скільки полонених", "в росії", "ukrainian-forces/captured"),
        ("сколько пленных", "в россии", "ukrainian-forces/captured"),
        ("how many prisoners of war", "in russia", "ukrainian-forces/captured"),
        ("how many russian soldiers has ukraine captured", "how many were women", "russian-forces/captured"),
        ("скільки загинуло українських військових", "а жінок?", "ukrainian-forces/killed"),
        ("потери вагнера под бахмутом", "из них зэков", "wagner/losses"),
        ("втрати вагнера", "скільки з них офіцерів?", "wagner/losses"),
        ("скільки українців у полоні", "а росіян у нас", "russian-forces/captured"),
        ("сколько русских в плену", "а украинцев у них", "ukrainian-forces/captured"),
    ],
)
def test_whose_they_are(ask: Ask, before: str, text: str, topic: str) -> None:
    assert [str(reading.topic) for reading in ask(text, before).readings] == [topic]


@pytest.mark.parametrize(
    ("before", "text", "topic", "claimants"),
    [
        ("сколько русских погибло", "а сами русские что говорят", "russian-forces/killed", ("russia",)),
        ("сколько русских погибло", "а русские сами?", "russian-forces/killed", ("russia",)),
        ("скільки росіян ми взяли в полон", "а навпаки, вони наших?", "ukrainian-forces/captured", ()),
        ("how many russians died", "and the americans?", "russian-forces/killed", ("us",)),
    ],
)
def test_who_says_it_and_whose(ask: Ask, before: str, text: str, topic: str, claimants: tuple[str, ...]) -> None:
    assert [(str(r.topic), r.claimants) for r in ask(text, before).readings] == [(topic, claimants)]


def test_a_bare_month_ends_on_the_last_day_of_its_year(ask: Ask) -> None:
    (reading,) = ask("лютий?", "втрати рф за січень 2024").readings
    assert str(reading.dates.as_of_to) == "2024-02-29"


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("сколько танков потеряла россия", "а сколько у них осталось"),
        ("скільки танків втратила росія", "а скільки в них залишилось"),
        ("how many tanks has russia lost", "how many do they have left"),
        ("скільки танків втратила росія", "а скільки в них лишилось"),
        ("сколько кораблей потерял черноморский флот", "а сколько их всего было до войны"),
        ("how many tanks has russia lost", "how many were there before the war"),
        ("сколько русских погибло", "а американцев"),
        ("скільки росіян загинуло", "а американців?"),
        ("сколько леопардов потеряла украина", "а абрамс чем хуже"),
        ("скільки леопардів втрачено", "а абрамс гірший?"),
    ],
)
def test_what_is_left_outsiders_and_opinions_are_refused(ask: Ask, before: str, text: str) -> None:
    assert ask(text, before).outcome is Outcome.OUT_OF_SCOPE
