"""Follow-ups that name somebody by the part he plays (themselves, the defenders), and what stays of the one before."""

from collections.abc import Callable
from datetime import date

import pytest

from bot.questions.question import Outcome, Question, Refusal

Ask = Callable[..., Question]


@pytest.mark.parametrize(
    ("before", "text", "topic", "claimants"),
    [
        ("скока всу потеряли под часовым яром", "а сами они что говорят", "ukrainian-forces/losses", ("ukraine",)),
        ("how many russian soldiers died", "and what do they say themselves?", "russian-forces/killed", ("russia",)),
        ("how many russian soldiers died, kyiv", "and by their own count?", "russian-forces/killed", ("russia",)),
        ("скільки танків втратила росія", "а самі що кажуть?", "russian-forces/destroyed/tank", ("russia",)),
        (
            "скільки танків втратила україна",
            "а самі скільки визнають?",
            "ukrainian-forces/destroyed/tank",
            ("ukraine",),
        ),
        (
            "сколько танков потеряла россия",
            "а они сами сколько признают?",
            "russian-forces/destroyed/tank",
            ("russia",),
        ),
        ("civilians killed in russia", "what do they say themselves", "civilians-russia/killed", ("russia",)),
    ],
)
def test_they_themselves_say_it(ask: Ask, before: str, text: str, topic: str, claimants: tuple[str, ...]) -> None:
    (reading,) = ask(text, before).readings
    assert (str(reading.topic), reading.claimants) == (topic, claimants)


def test_whoever_is_named_says_it_even_with_themselves(ask: Ask) -> None:
    (reading,) = ask("а самі українці що кажуть?", "українські втрати за даними росії").readings
    assert reading.claimants == ("ukraine",)


@pytest.mark.parametrize(
    ("before", "text", "topic"),
    [
        ("how many soldiers did russia lose near Pokrovsk", "and the defenders?", "ukrainian-forces/losses"),
        ("how many soldiers did russia lose near Pokrovsk", "and the attackers?", "russian-forces/losses"),
        ("how many soldiers did ukraine lose in Kursk region", "and the defenders?", "russian-forces/losses"),
        ("how many soldiers did ukraine lose in Kursk region", "and the attackers?", "ukrainian-forces/losses"),
        ("скільки солдатів втратила росія під Бахмутом", "а захисники?", "ukrainian-forces/losses"),
        ("сколько солдат потеряла россия под Бахмутом", "а защитники?", "ukrainian-forces/losses"),
        ("сколько солдат потеряла украина в курской области", "а защитники?", "russian-forces/losses"),
        ("скільки солдатів втратила росія", "а атакуючі?", ""),  # nowhere in particular
    ],
)
def test_those_who_defend_a_place_are_of_its_country(ask: Ask, before: str, text: str, topic: str) -> None:
    assert [str(reading.topic) for reading in ask(text, before).readings] == [topic] * bool(topic)


@pytest.mark.parametrize(
    ("before", "text", "topic"),
    [
        ("скільки цивільних українців загинуло у 2022", "тільки дітей", "children-ukraine/killed"),
        ("how many ukrainian civilians were killed in 2022", "only children", "children-ukraine/killed"),
        ("сколько мирных россиян погибло в 2022", "только детей", "children-russia/killed"),
        ("civilians killed in russia in 2022", "children only", "children-russia/killed"),
    ],
)
def test_a_part_of_those_asked_about(ask: Ask, before: str, text: str, topic: str) -> None:
    (reading,) = ask(text, before).readings
    assert (str(reading.topic), reading.dates.as_of_from) == (topic, date(2022, 1, 1))


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("скільки цивільних загинуло в Харкові у травні 2024", "а в Одесі за той самий місяць"),
        ("сколько мирных погибло в харькове в мае 2024", "а в одессе за тот же месяц"),
        ("civilians killed in kharkiv in may 2024", "and in odesa in that month"),
    ],
)
def test_the_same_month_elsewhere(ask: Ask, before: str, text: str) -> None:
    (reading,) = ask(text, before).readings
    assert (reading.place, reading.dates.as_of_from, reading.dates.as_of_to) == (
        "odesa",
        date(2024, 5, 1),
        date(2024, 5, 31),
    )


def test_since_the_start_takes_the_dates_away(ask: Ask) -> None:
    (reading,) = ask("and since the start?", "how many russians died in 2023").readings
    assert (reading.dates.as_of_from, reading.dates.as_of_to) == (None, None)


@pytest.mark.parametrize(
    ("before", "text", "topic"),
    [
        ("how many civilians were killed in mariupol", "and in the whole of ukraine?", "civilians-ukraine/killed"),
        ("скільки цивільних загинуло в Маріуполі", "а по всій Україні?", "civilians-ukraine/killed"),
        ("сколько мирных погибло в белгороде", "а по всей стране?", "civilians-russia/killed"),
    ],
)
def test_a_whole_country_takes_the_place_away(ask: Ask, before: str, text: str, topic: str) -> None:
    (reading,) = ask(text, before).readings
    assert (str(reading.topic), reading.place) == (topic, None)


@pytest.mark.parametrize(
    ("before", "text", "topics"),
    [
        ("how many russians killed", "both killed and wounded", ["russian-forces/killed", "russian-forces/wounded"]),
        ("how many russians killed", "including wounded", ["russian-forces/killed", "russian-forces/wounded"]),
        ("скільки вбито росіян", "разом з пораненими?", ["russian-forces/killed", "russian-forces/wounded"]),
        ("сколько убито русских", "включая раненых", ["russian-forces/killed", "russian-forces/wounded"]),
        ("how many russian tanks destroyed", "and people?", ["russian-forces/killed"]),
        ("скільки знищено танків рф", "а людей?", ["russian-forces/killed"]),
        ("сколько уничтожено танков рф", "а людей?", ["russian-forces/killed"]),
        ("скільки вбито росіян у травні 2023", "те саме по Україні", ["ukrainian-forces/killed"]),
        ("сколько убито украинцев в мае 2023", "то же самое по россии", ["russian-forces/killed"]),
    ],
)
def test_what_is_added_and_whose_is_exchanged(ask: Ask, before: str, text: str, topics: list[str]) -> None:
    assert [str(reading.topic) for reading in ask(text, before).readings] == topics


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("how many russians killed in may 2023", "in total?"),
        ("how many russians killed in 2023", "and overall"),
        ("скільки вбито росіян у 2023", "а всього?"),
        ("сколько убито русских в 2023", "а всего?"),
        ("сколько убито русских в 2023", "а в целом?"),
    ],
)
def test_in_total_is_without_the_dates(ask: Ask, before: str, text: str) -> None:
    (reading,) = ask(text, before).readings
    assert (reading.topic.measure, reading.dates.as_of_from, reading.dates.as_of_to) == ("killed", None, None)


def test_the_year_after_is_that_after_what_was_asked(ask: Ask) -> None:
    (reading,) = ask("and the year after", "how many russians killed in 2023").readings
    assert str(reading.dates.as_of_from) == "2024-01-01"


@pytest.mark.parametrize(
    ("before", "text", "value"),
    [
        ("how many russians killed", "so 31k is wrong?", 31_000),
        ("скільки вбито українців", "46 тисяч?", 46_000),
        ("сколько убито русских", "а 6 тысяч?", 6000),
    ],
)
def test_a_number_alone_is_checked_against_what_was_asked(ask: Ask, before: str, text: str, value: int) -> None:
    question = ask(text, before)
    assert question.checked is not None and question.checked.low == value
    assert [reading.topic.measure for reading in question.readings] == ["killed"]


@pytest.mark.parametrize(
    ("before", "text", "topic"),
    [
        ("скільки танків втратив ворог", "тю, я про наші питав", "ukrainian-forces/destroyed/tank"),
        ("how many tanks did russia lose", "no, I meant Ukraine asked", "ukrainian-forces/destroyed/tank"),
    ],
)
def test_whom_a_correction_names_says_nothing(ask: Ask, before: str, text: str, topic: str) -> None:
    (reading,) = ask(text, before).readings
    assert (str(reading.topic), reading.claimants) == (topic, ())


@pytest.mark.parametrize(
    ("before", "text", "first", "last"),
    [
        ("how many russian soldiers killed in may 2024", "and the next month?", "2024-06-01", "2024-06-30"),
        ("how many russian soldiers killed in may 2024", "and the previous month", "2024-04-01", "2024-04-30"),
        ("how many russian soldiers killed in may 2024", "and for the whole year?", "2024-01-01", "2024-12-31"),
        ("сколько русских погибло в феврале 2024", "а в следующем месяце", "2024-03-01", "2024-03-31"),
        ("сколько русских погибло в мае 2024", "а за предыдущий месяц", "2024-04-01", "2024-04-30"),
        ("сколько русских погибло в мае 2024", "а за весь год", "2024-01-01", "2024-12-31"),
        ("russian losses on 3 march 2025", "and on the 10th", "2025-03-10", "2025-03-10"),
        ("втрати рф 3 березня 2025", "а 10-го", "2025-03-10", "2025-03-10"),
        ("скільки росіян загинуло в травні 2024", "а наступного місяця", "2024-06-01", "2024-06-30"),
        ("скільки росіян загинуло в травні 2024", "а попереднього року", "2023-05-01", "2023-05-31"),
        ("скільки росіян загинуло в травні 2024", "а за весь рік", "2024-01-01", "2024-12-31"),
        ("russian losses on 3 march 2025", "and a month later", "2025-04-03", "2025-04-03"),
        ("втрати рф 3 березня 2024", "і рік по тому", "2025-03-03", "2025-03-03"),
        ("потери украины в мае 2024", "а год спустя?", "2025-05-01", "2025-05-31"),
        ("Скільки танків втратила Росія за 2025 рік?", "а за цей?", "2026-01-01", "2026-11-22"),
        ("сколько танков потеряла россия за октябрь", "а за этот?", "2026-11-01", "2026-11-22"),
        ("how many tanks did russia lose last month", "and this one?", "2026-11-01", "2026-11-22"),
    ],
)
def test_dates_are_told_from_those_before(ask: Ask, before: str, text: str, first: str, last: str) -> None:
    (reading,) = ask(text, before).readings
    dates = reading.dates
    assert (dates.as_of_from, dates.as_of_to) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("before", "text", "topic"),
    [
        ("Russian aircraft shot down", "а хохлы скок потеряли", "ukrainian-forces/destroyed/aircraft"),
        ("скільки літаків втратила росія", "а українці скільки втратили", "ukrainian-forces/destroyed/aircraft"),
        ("сколько танков потеряла россия", "а сколько потеряла украина", "ukrainian-forces/destroyed/tank"),
        ("how many jets has ukraine lost", "and how many has russia lost", "russian-forces/destroyed/aircraft"),
        ("сколько танков потеряла россия", "а сколько людей потеряла украина", "ukrainian-forces/losses"),
        ("how many jets has russia lost", "and how many men has ukraine lost", "ukrainian-forces/losses"),
        ("скільки літаків втратила росія", "а які загальні втрати україни", "ukrainian-forces/losses"),
    ],
)
def test_the_others_lost_as_many_things(ask: Ask, before: str, text: str, topic: str) -> None:
    assert [str(reading.topic) for reading in ask(text, before).readings] == [topic]


@pytest.mark.parametrize(
    ("before", "text", "topic"),
    [
        ("Ukrainian soldiers killed, Putin's figure", "never mind Putin, show me everyone", "ukrainian-forces/killed"),
        ("Russian soldiers killed, Zelensky's figure", "says who?", "russian-forces/killed"),
        ("russian soldiers killed according to mediazona", "any other estimates?", "russian-forces/killed"),
        ("втрати україни за даними міноборони рф", "а інші джерела?", "ukrainian-forces/losses"),
        (
            "потери россии по данным генштаба украины",
            "не только генштаб украины, все источники",
            "russian-forces/losses",
        ),
    ],
)
def test_whoever_says_it_takes_the_place_of_who_said_it(ask: Ask, before: str, text: str, topic: str) -> None:
    readings = ask(text, previous=before).readings
    assert [(str(reading.topic), reading.claimants, reading.spokespersons) for reading in readings] == [(topic, (), ())]


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("how many ukrainian soldiers die per day", "how many leopards did ukraine destroy"),
        ("how many tanks did russia lose", "and how many T-90s did russia destroy"),
        ("скільки танків втратила україна", "а скільки хаймарсів знищила україна"),
        ("сколько танков потеряла украина", "а сколько армат уничтожила россия"),
    ],
)
def test_things_that_one_side_alone_has_are_asked_back(ask: Ask, before: str, text: str) -> None:
    assert ask(text, before).outcome is Outcome.CLARIFY


def test_not_there_alone_is_everywhere(ask: Ask) -> None:
    readings = ask("not only bakhmut, everywhere", previous="wagner killed in bakhmut").readings
    assert [(str(reading.topic), reading.place) for reading in readings] == [("wagner/killed", None)]


@pytest.mark.parametrize(
    ("before", "text", "topics"),
    [
        ("скільки танків втратила росія", "а загиблих?", ["russian-forces/killed"]),
        ("скільки танків втратила росія", "а полонених?", ["russian-forces/captured"]),
        ("сколько танков потеряла россия", "а погибших?", ["russian-forces/killed"]),
        ("how many tanks has ukraine lost", "and wounded?", ["ukrainian-forces/wounded"]),
        ("how many tanks has ukraine lost", "and captured?", ["ukrainian-forces/captured/tank"]),
        ("скільки росіян загинуло", "порівняй з нашими", ["russian-forces/killed", "ukrainian-forces/killed"]),
        ("how many russians died", "vs ukraine", ["russian-forces/killed", "ukrainian-forces/killed"]),
    ],
)
def test_people_after_things_and_one_side_beside_the_other(ask: Ask, before: str, text: str, topics: list[str]) -> None:
    assert [str(reading.topic) for reading in ask(text, before).readings] == topics


@pytest.mark.parametrize("before", ["russian tanks destroyed", "ukrainian losses", "скільки літаків збили у росії"])
@pytest.mark.parametrize(
    "text",
    [
        "how many f16s does ukraine have",
        "how big is the russian army these days",
        "яка чисельність зсу зараз?",
        "сколько танков сейчас у россии на ходу",
        "how many troops does russia have at the front",
    ],
)
def test_what_there_is_is_no_loss_whatever_was_asked_before(ask: Ask, before: str, text: str) -> None:
    assert ask(text, before).refusal is Refusal.OTHER_SUBJECT
