import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.numbers import read_numbers


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("9000 killed", 9000),
        ("9,000 killed", 9000),
        ("9.000 killed", 9000),
        ("9 000 killed", 9000),
        ("9\u00a0000 killed", 9000),
        ("9\u202f000 killed", 9000),
        ("9k killed", 9000),
        ("5.3k killed", 5300),
        ("5.3K killed", 5300),
        ("10к вагнерів", 10_000),
        ("1,234,567 killed", 1_234_567),
        ("1.5 million", 1_500_000),
        ("1.500 million", 1_500_000),
        ("1,08 млн", 1_080_000),
        ("4,7 тыс", 4700),
        ("4,7 тис. осіб", 4700),
        ("5 тыс. 937 погибших", 5937),
        ("31тыс", 31_000),
        ("31 тисяча", 31_000),
        ("43 тисячі загиблих", 43_000),
        ("nine thousand", 9000),
        ("двоє загиблих", 2),
        ("пятеро погибших", 5),
        ("четверых взяли в плен", 4),
        ("twenty-one thousand five hundred and six", 21_506),
        ("a hundred thousand", 100_000),
        ("one hundred and thirty six civilians", 136),
        ("million rusni", 1_000_000),
        ("half a million", 500_000),
        ("a million and a half", 1_500_000),
        ("миллион с половиной", 1_500_000),
        ("три сотни тысяч", 300_000),
        ("дві сотні танків", 200),
        ("около тысячи", 1000),
        ("близько тисячі", 1000),
        ("до мільйона", 1_000_000),
        ("31 т. украинцев", 31_000),
        ("31т українців", 31_000),
        ("тыщ 300", 300_000),
        ("300 тысячь", 300_000),
        ("пів мільйона", 500_000),
        ("полмиллиона", 500_000),
        ("a quarter million", 250_000),
        ("четверть миллиона", 250_000),
        ("1.7 лимона", 1_700_000),
        ("1.7 mil", 1_700_000),
        ("2 ляма", 2_000_000),
        ("300 косарів", 300_000),
        ("ста тысяч", 100_000),
        ("о 400 тысячах", 400_000),
        ("у 400 тисячах", 400_000),
        ("сотню тисяч", 100_000),
        ("больше сотни тысяч", 100_000),
        ("близько сотні тисяч", 100_000),
        ("півтора мільйона", 1_500_000),
        ("по тисячі двісті на день", 1200),
        ("по тысяче двести", 1200),
        ("20+ тисяч", 20_000),
        ("тысяч 300 русских", 300_000),
        ("тисяч двісті орків", 200_000),
        ("сто с лишним тысяч", 100_000),
        ("сто з гаком тисяч", 100_000),
        ("300-something thousand", 300_000),
        ("300-odd thousand", 300_000),
        ("a couple hundred thousand", 200_000),
        ("пару тысяч корейцев", 2000),
        ("пара сотень тисяч", 200_000),
        ("one point two million", 1_200_000),
        ("half a mil", 500_000),
        ("мільйон двісті", 1_200_000),
        ("миллион триста", 1_300_000),
        ("one million two hundred thousand", 1_200_000),
        ("вже мільйон солдатів", 1_000_000),
        ("шесть тысяч корейцев", 6000),
        ("дев'ять тисяч", 9000),
        ("двадцать одна тысяча", 21_000),
        ("две с половиной тыщи", 2500),
        ("дві з половиною тисячі", 2500),
        ("two and a half thousand", 2500),
        ("2 с половиной миллиона", 2_500_000),
        ("400 тищ наших", 400_000),
        ("(498)", 498),
        ("only 498.", 498),
        ("7 of them", 7),
    ],
)
def test_one_number(text: str, value: int) -> None:
    (number,) = read_numbers(text)
    assert (number.low, number.high) == (value, value)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("70 to 80 thousand", 70_000, 80_000),
        ("70-80 тис", 70_000, 80_000),
        ("70–80k", 70_000, 80_000),
        ("275,000 to 325,000", 275_000, 325_000),
        ("between 5,000 and 6,000", 5000, 6000),
        ("від 70 до 80 тисяч", 70_000, 80_000),
        ("от пяти до шести тысяч", 5000, 6000),
        ("between two and three thousand", 2000, 3000),
        ("50 60 thousand", 50_000, 60_000),
        ("ten-fifteen thousand", 10_000, 15_000),
    ],
)
def test_range(text: str, low: int, high: int) -> None:
    (number,) = read_numbers(text)
    assert (number.low, number.high, number.qualifier) == (low, high, "range")


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("about 9,000", "about"),
        ("some 498", "about"),
        ("~9000", "about"),
        ("nearly 5,300", "nearly"),
        ("nearly half a million", "nearly"),
        ("about a million", "about"),
        ("more than 2,000", "more-than"),
        ("no more than 2,000", "at-most"),
        ("at least 136", "at-least"),
        ("no fewer than 136", "at-least"),
        ("up to 10,000", "at-most"),
        ("9,000+", "at-least"),
        ("9,000 or more", "at-least"),
        ("понад 700 дітей", "more-than"),
        ("щонайменше 136", "at-least"),
        ("не менше 136", "at-least"),
        ("близько 9 тисяч", "about"),
        ("майже 500", "nearly"),
        ("более 1,08 млн", "more-than"),
        ("не более 100", "at-most"),
        ("около девяти тысяч", "about"),
        ("a foursome 12", None),
        ("exactly 12", None),
    ],
)
def test_hedge(text: str, qualifier: str | None) -> None:
    (number,) = read_numbers(text)
    assert number.qualifier == qualifier


@pytest.mark.parametrize(
    "text",
    [
        "24.02.2022",
        "2022-03-02",
        "03/04/2023",
        "at 11:42",
        "T-90",
        "Su-34",
        "S-400",
        "F16s",
        "Х-101",
        "герань-2",
        "lost 40% of",
        "$100 each",
        "1st",
        "23го",
        "300-х",
        "200s",
        "thousands died",
        "тысячи погибших",
        "3.5 times",
        "",
        "9" * 4000,
    ],
)
def test_no_number(text: str) -> None:
    assert read_numbers(text) == []


def test_several_numbers_keep_their_order_and_place() -> None:
    text = "498 killed and some 1,597 wounded"
    first, second = read_numbers(text)
    assert (first.low, second.low) == (498, 1597)
    assert text[second.start : second.end] == "1,597"
    assert second.qualifier == "about"


def test_two_alternatives_are_no_range() -> None:
    assert [n.low for n in read_numbers("was it 63 or 400")] == [63, 400]


@given(st.text(max_size=4096))
def test_any_text_is_read(text: str) -> None:
    for number in read_numbers(text):
        assert 0 <= number.start < number.end <= len(text)
        assert number.low <= number.high


@given(st.integers(0, 10**12), st.sampled_from([",", ".", " ", "\u00a0", ""]))
def test_every_grouping_gives_the_number_back(number: int, separator: str) -> None:
    (read,) = read_numbers(f"killed {number:,}".replace(",", separator))
    assert (read.low, read.high) == (number, number)


@pytest.mark.parametrize("text", ["one hundred " * 80, "five" + " hundred" * 400, "two hundred hundred " * 20 + "to 5"])
def test_hundreds_upon_hundreds_are_no_number_and_no_trouble(text: str) -> None:
    """A remainder of a number beyond 28 digits is an error of decimal arithmetic."""
    assert not any(span.high > 10**15 for span in read_numbers(text))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("50 чи 100 тисяч", [50_000, 100_000]),
        ("31 or 46 thousand", [31_000, 46_000]),
        ("300 или 400 тысяч", [300_000, 400_000]),
        ("5 tanks or 100 thousand", [5, 100_000]),
        ("50, 60 тысяч", [50_000, 60_000]),
        ("5, 900 thousand", [5, 900_000]),
        ("февраль 2024 — 31 тысяча", [2024, 31_000]),
        ("several hundred thousand", []),
        ("несколько тысяч", []),
    ],
)
def test_a_scale_is_of_both_alternatives(text: str, values: list[int]) -> None:
    assert [span.low for span in read_numbers(text)] == values
