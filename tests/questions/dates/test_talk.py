"""Days of the talk around a question, which set no limit, and days of what is asked for, which do."""

from collections.abc import Callable
from datetime import date

import pytest

from bot.questions.question import Question

YESTERDAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    "text",
    [
        "yesterday i read that russia lost 300k men",
        "i read yesterday that russia lost 300k men",
        "last week i heard russia lost 5000 tanks, true?",
        "we argued about it last night: how many tanks has russia lost",
        "on monday my teacher asked how many ukrainians died",
        "need it by friday: number of russian tanks destroyed",
        "tomorrow i have a presentation, how many civilians died in ukraine",
        "my neighbour said today that russia lost 300k men",
        "Shoigu claimed Tuesday that Ukraine had lost 444,000 servicemen",
        "Ukraine's Defence Ministry said on Friday that more than 1,000 Russian servicemen had been killed",
        "Ukraine lost more than 90,000 troops, Putin said on Thursday",
        "у вівторок Шойгу заявив, що Україна втратила 444 тисячі військових",
        "втрати росії - 300 тисяч, заявив у середу Буданов",
        "Шойгу во вторник заявил о 444 тысячах погибших украинских военных",
        "31,000 Ukrainian troops killed since Putin ordered the invasion of Ukraine on 24 February",
        "від моменту початку війни загинуло 55 тисяч українських військових",
        "вчора дивився інтервʼю полоненого. скільки росіян загинуло?",
        "вчора читав що 300 тисяч росіян загинуло",
        "у понеділок вчителька питала скільки українців загинуло",
        "завтра в мене доповідь: скільки цивільних загинуло в україні",
        "до п'ятниці треба: втрати рф в танках",
        "сегодня слышал по радио что 300 тысяч русских погибло",
        "смотрел вчера стрим. сколько русских погибло",
        "вчера спорили, сколько танков потеряла россия",
        "завтра экзамен, сколько мирных погибло в украине",
    ],
)
def test_when_somebody_read_or_needs_it_sets_no_limit(ask: Callable[..., Question], text: str) -> None:
    (reading,) = ask(text).readings
    dates = reading.dates
    assert dates.as_of_from is dates.as_of_to is dates.said_from is dates.said_to is None


@pytest.mark.parametrize(
    "text",
    [
        "how many russians killed yesterday",
        "yesterday, how many russians were killed",
        "i need russian losses of yesterday",
        "they say yesterday russia lost 1000 men",
        "Генштаб: 21 листопада 2026 росія втратила за добу 980 солдатів",
        "Росія втратила за добу 980 солдатів станом на 21 листопада 2026",
        "21 ноября ВСУ за сутки потеряли около 1355 солдат",
        "on 21 November Russia lost 980 soldiers in a day",
        "вчора скільки росіян загинуло",
        "кажуть вчора загинуло 1000 росіян",
        "хочу знать сколько русских погибло вчера",
        "говорят вчера погибло 500 русских",
    ],
)
def test_when_it_happened_does(ask: Callable[..., Question], text: str) -> None:
    (reading,) = ask(text).readings
    assert (reading.dates.as_of_from, reading.dates.as_of_to) == (YESTERDAY, YESTERDAY)


@pytest.mark.parametrize(
    "text", ["how many russians will die tomorrow", "скільки росіян загине завтра", "потери рф завтра"]
)
def test_what_is_to_come_is_refused(ask: Callable[..., Question], text: str) -> None:
    assert not ask(text).readings
