"""The number that a question puts forward, however it is worded."""

from collections.abc import Callable

import pytest

from bot.questions.question import Question


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Зеленский заявил, что украинцев погибло не 80 тысяч, а намного меньше", 80_000, 80_000),
        ("українців загинуло не 80 тисяч, а менше", 80_000, 80_000),
        ("not 80 thousand ukrainian soldiers died but fewer", 80_000, 80_000),
        ("не 31, а 46 тысяч украинцев погибло", 46_000, 46_000),
        ("українці ліквідували близько тисячі росіян", 1000, 1000),
        ("около тысячи русских погибло", 1000, 1000),
        ("десять-пятнадцать тысяч украинцев погибло", 10_000, 15_000),
        ("ten-fifteen thousand ukrainian soldiers killed", 10_000, 15_000),
        ("a million and a half russian losses", 1_500_000, 1_500_000),
        ("fifity thousand russians dead", 50_000, 50_000),
        ("1 мільен втрат рф", 1_000_000, 1_000_000),
        ("30 тисч росіян загинуло", 30_000, 30_000),
        ("300 thosand russians killed", 300_000, 300_000),
        ("Russia says it has shot down three Ukrainian war planes", 3, 3),
        ("Росія втратила за добу два літаки", 2, 2),
        ("Number of casualties during shelling of Belgorod totals 131", 131, 131),
        ("втрати росії від початку повномасштабного вторгнення в Україну складають 5937 осіб", 5937, 5937),
        ("потери россии с начала полномасштабного вторжения в Украину составляют 5937 человек", 5937, 5937),
        ("украина уничтожила пять российских танков за ночь", 5, 5),
        ("how many ukrainian prisoners does russia hold? Tom says 6k, I say more", 6000, 6000),
        ("lol no way it's 1.2 million, how many russian losses are there", 1_200_000, 1_200_000),
        ("Сашко, та які 50 тисяч? скільки українців загинуло", 50_000, 50_000),
        ("Лёх, ну какие 100 тысяч. сколько россиян погибло?", 100_000, 100_000),
    ],
)
def test_number(ask: Callable[..., Question], text: str, low: int, high: int) -> None:
    checked = ask(text).checked
    assert checked is not None
    assert (checked.low, checked.high) == (low, high)


@pytest.mark.parametrize(
    "text",
    [
        "how many men were in the two tanks that Russia lost",
        "losses of the two armies",
        "I was born in 1985. how many tanks did russia lose",
        "we have 3000 people here, Tom. how many tanks did ukraine lose",
        "one Russian tank destroyed",
        "сколько погибло в двух сбитых самолётах рф",
    ],
)
def test_no_number(ask: Callable[..., Question], text: str) -> None:
    assert ask(text).checked is None
