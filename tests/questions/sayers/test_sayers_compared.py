"""Two who say it of one side's losses: neither is that side by saying so; "its own" is of the one before it."""

from collections.abc import Callable

import pytest

from bot.questions.question import Outcome, Question

Ask = Callable[..., Question]
RUSSIA, UKRAINE = "russian-forces", "ukrainian-forces"


@pytest.mark.parametrize(
    ("text", "population", "said"),
    [
        ("Втрати ЗСУ: що кажуть у Москві і що кажуть у Києві", UKRAINE, {"russia", "ukraine"}),
        ("Потери РФ: что говорят в Москве и что говорят в Киеве", RUSSIA, {"russia", "ukraine"}),
        ("Ukrainian losses: what they say in Moscow and what they say in Kyiv", UKRAINE, {"russia", "ukraine"}),
        ("что в москве говорят о числе погибших российских военных", RUSSIA, {"russia"}),
        ("що в києві кажуть про загиблих російських військових", RUSSIA, {"ukraine"}),
        ("russia's own count of its dead soldiers vs ukraine's count of them", RUSSIA, {"russia", "ukraine"}),
        ("Kyiv's own figure for its dead troops next to Moscow's version", UKRAINE, {"russia", "ukraine"}),
        ("ukrainian dead: does washington's figure differ from moscow's", UKRAINE, {"us", "russia"}),
        ("russian tanks destroyed: ukrainian count first and then oryx's", RUSSIA, {"ukraine", "oryx"}),
        ("Russian losses according to Kyiv and to the Pentagon: why such a gap?", RUSSIA, {"ukraine", "us-dod"}),
        ("Why do Moscow and Washington disagree on Ukrainian dead?", UKRAINE, {"russia", "us"}),
        ("чому оцінка пентагону щодо втрат рф така далека від того що кажуть у києві", RUSSIA, {"ukraine", "us-dod"}),
        ("чому дані москви і пентагону про вбитих українців так розходяться", UKRAINE, {"russia", "us-dod"}),
        ("почему цифры орикса и киева по российским танкам не совпадают", RUSSIA, {"oryx", "ukraine"}),
        ("почему цифры орикса и москвы по украинским танкам не совпадают", UKRAINE, {"oryx", "russia"}),
        ("340 russian jets or 130? ukraine says one thing, oryx another", RUSSIA, {"oryx", "ukraine"}),
        (
            "Ukraine vs British intelligence: Russian soldiers killed",
            RUSSIA,
            {"ukraine", "uk-mod", "uk-mi6", "uk-gchq"},
        ),
        ("Ukrainian soldiers captured according to Kyiv and the Russian military", UKRAINE, {"ukraine", "russia"}),
        ("compare Russia's and the Pentagon's figures for Ukrainian soldiers killed", UKRAINE, {"russia", "us-dod"}),
        ("порівняй дані Пентагону та російської сторони про втрати України", UKRAINE, {"us-dod", "russia"}),
        ("що Україна і Пентагон кажуть про втрати Росії", RUSSIA, {"ukraine", "us-dod"}),
        ("чьи цифры потерь России точнее, украинской стороны или Кремля", RUSSIA, {"ukraine", "russia"}),
        ("чиї цифри втрат України точніші, російської сторони чи Києва", UKRAINE, {"ukraine", "russia"}),
        ("didnt russia say 790,000 ukrainian soldiers were killed", UKRAINE, {"russia"}),
        ("didn't the british defence ministry say 790,000 russian soldiers were killed", RUSSIA, {"uk-mod"}),
    ],
)
def test_whose_and_by_whom(ask: Ask, text: str, population: str, said: set[str]) -> None:
    readings = ask(text).readings
    assert {r.topic.population for r in readings} == {population}
    assert {claimant for r in readings for claimant in r.claimants} == said


@pytest.mark.parametrize(
    "text",
    [
        "why did ukraine lose so many tanks according to oryx and the pentagon",
        "чому втрати росії такі різні",
        "почему россия потеряла так много танков",
    ],
)
def test_a_why_of_anything_but_two_sayers_is_another_question(ask: Ask, text: str) -> None:
    assert ask(text).outcome is Outcome.OUT_OF_SCOPE


@pytest.mark.parametrize(
    ("text", "population", "said"),
    [
        ("not by Oryx but by the Pentagon: destroyed russian tanks", RUSSIA, {"us-dod"}),
        ("enough of Moscow, how many ukrainians were killed according to the Pentagon?", UKRAINE, {"us-dod"}),
        (
            "how many Russian tanks destroyed, not by Moscow's count but by the Ukrainian military's",
            RUSSIA,
            {"ukraine"},
        ),
        (
            "не по данным министра обороны Белоусова, а по данным Пентагона: убито украинских солдат",
            UKRAINE,
            {"us-dod"},
        ),
        ("не за даними міністра оборони Умєрова, а Пентагону: вбито російських солдатів", RUSSIA, {"us-dod"}),
        ("досить цитувати москву, скільки українців вбито за даними пентагону", UKRAINE, {"us-dod"}),
        ("хватит совать киев. что по русским убитым говорят сами американцы", RUSSIA, {"us"}),
        ("ukrainian soldiers killed, according to anyone but Moscow", UKRAINE, set()),
    ],
)
def test_a_sayer_that_is_denied(ask: Ask, text: str, population: str, said: set[str]) -> None:
    test_whose_and_by_whom(ask, text, population, said)


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("Сколько российских военных удерживает в плену Киев?", {f"{RUSSIA}/captured"}),
        ("Скільки українських військових утримує в полоні Москва?", {f"{UKRAINE}/captured"}),
        (
            "сколько украинских зрк уничтожила россия и сколько самолетов украины сбила",
            {f"{UKRAINE}/destroyed/air-defence", f"{UKRAINE}/destroyed/aircraft"},
        ),
        ("drones russia says its air defence downed this spring", {f"{UKRAINE}/destroyed/drone"}),
        ("drones ukraine says its air defence downed this spring", {f"{RUSSIA}/destroyed/drone"}),
        ("don't count ukrainians, russian dead only", {f"{RUSSIA}/killed"}),
        ("haven't the russians lost 10,000 tanks by now", {f"{RUSSIA}/destroyed/tank"}),
        ("didn't ukraine lose 300 tanks in 2023", {f"{UKRAINE}/destroyed/tank"}),
    ],
)
def test_holders_and_what_acts(ask: Ask, text: str, topics: set[str]) -> None:
    assert {str(r.topic) for r in ask(text).readings} == topics


@pytest.mark.parametrize(
    "text",
    [
        "у мордорі кажуть що взяли в полон 6 тисяч азовців",
        "prisoners of war in the Russian army",
        "prisoners on the Ukrainian side this month",
    ],
)
def test_whose_captives_they_are_is_asked_back(ask: Ask, text: str) -> None:
    assert ask(text).outcome is Outcome.CLARIFY


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        (
            "children killed in Ukraine, plus all civilians killed there - both totals please",
            {"children-ukraine/killed", "civilians-ukraine/killed"},
        ),
        ("civilians killed on both sides", {"civilians-russia/killed", "civilians-ukraine/killed"}),
        ("civilians killed in Russia and in Ukraine", {"civilians-russia/killed", "civilians-ukraine/killed"}),
    ],
)
def test_both_is_no_word_for_sides_where_a_country_is_named(ask: Ask, text: str, topics: set[str]) -> None:
    assert {str(r.topic) for r in ask(text).readings} == topics


def test_people_jailed_for_something_are_no_captives(ask: Ask) -> None:
    assert ask("how many people did russia jail for anti-war posts").outcome is Outcome.OUT_OF_SCOPE
