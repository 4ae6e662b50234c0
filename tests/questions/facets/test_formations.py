"""A number that names a formation counts nothing, and what it names is narrower than any topic."""

from collections.abc import Callable

import pytest

from bot.questions.question import Outcome, Question


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("losses of the russian 155th brigade", "155th brigade"),
        ("russian 1st guards tank army losses", "1st guards tank army"),
        ("сколько потеряла 155 бригада рф", "155 бригада"),
        ("российские потери 58 армии", "58 армии"),
        ("потери российской 810-й бригады", "810-й бригады"),
        ("втрати російської 155 бригади", "155 бригади"),
        ("втрати 1-ї танкової армії рф", "1-ї танкової армії рф"),
        ("скільки втратила 72-га бригада зсу", "72-га бригада"),
    ],
)
def test_it_is_named_in_the_answer(ask: Callable[..., Question], text: str, name: str) -> None:
    question = ask(text)
    assert question.checked is None
    (reading,) = question.readings
    assert name in reading.unmatched


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("сколько 200х у russian army за 2025", "russian-forces/killed"),
        ("сколько 300х в украинской армии", "ukrainian-forces/wounded"),
        ("скільки 200х у російської армії", "russian-forces/killed"),
        ("скільки 300-х в української армії", "ukrainian-forces/wounded"),
        ("how many 200 did the russian army have", "russian-forces/killed"),
    ],
)
def test_those_whom_an_army_has_are_no_formation(ask: Callable[..., Question], text: str, topic: str) -> None:
    assert [str(reading.topic) for reading in ask(text).readings] == [topic]


@pytest.mark.parametrize(
    "text", ["потери 155 бригады", "втрати 47 омбр", "47th brigade losses", "втрати 1-ї танкової армії"]
)
def test_whose_it_is_is_asked_back(ask: Callable[..., Question], text: str) -> None:
    question = ask(text)
    assert (question.outcome, question.checked) == (Outcome.CLARIFY, None)


@pytest.mark.parametrize(
    "text",
    [
        "how many of the 31 abrams did ukraine lose",
        "скільки з 31 абрамса втратила україна",
        "из 31 абрамса сколько потеряла украина",
        "are ukrainian and russian losses 1 to 5",
        "потери рф и украины 5 к 1, это правда?",
        "втрати росії до україни 7 до 1",
        "росія втратила в 5 разів більше",
        "putin says ukraine lost 10 times more",
        "24/7 russian losses",
    ],
)
def test_no_number_is_put_forward(ask: Callable[..., Question], text: str) -> None:
    assert ask(text).checked is None


@pytest.mark.parametrize(
    ("text", "value", "qualifier"),
    [
        ("потери рф оценили почти в 200 тысяч", 200_000, "nearly"),
        ("втрати рф оцінили майже у 200 тисяч", 200_000, "nearly"),
        ("russian losses put at almost 200,000", 200_000, "nearly"),
        ("потери рф 1 млн 200 тысяч это правда", 1_200_000, None),
        ("втрати рф 1 млн 200 тис, правда?", 1_200_000, None),
        ("потери рф достигли миллиона человек", 1_000_000, None),
        ("втрати рф сягнули мільйона", 1_000_000, None),
        ("russian losses 31k a month", 31_000, None),
        ("is it 1000 russian losses a month", 1000, None),
        ("more than 650 civilians dead inside Russia", 650, "more-than"),
    ],
)
def test_a_number_is_put_forward(ask: Callable[..., Question], text: str, value: int, qualifier: str | None) -> None:
    question = ask(text)
    assert question.outcome is Outcome.UNDERSTOOD
    assert question.checked is not None
    assert (question.checked.low, question.checked.qualifier) == (value, qualifier)
    assert [reading.dates.as_of_from for reading in question.readings] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "1348 russian pows in ukraine, 6465 ukrainian pows in russia",
        "в полоні ЗСУ 1348 росіян, у рф 6465 українців",
        "в плену у Украины 1348 русских, в РФ - 6465 украинских солдат",
    ],
)
def test_each_holds_captives_of_the_other(ask: Callable[..., Question], text: str) -> None:
    topics = [str(reading.topic.population) for reading in ask(text).readings]
    assert topics == ["russian-forces", "ukrainian-forces"]
