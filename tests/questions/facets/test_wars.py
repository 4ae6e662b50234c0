"""Names of the war: whose it is and against whom is never whose losses are asked for."""

from collections.abc import Callable

import pytest

from bot.questions.question import Outcome, Question

RUSSIA, UKRAINE = "russian-forces", "ukrainian-forces"
Ask = Callable[..., Question]

# {A} and {B} in each form: the country, its genitive, its possessive or adjective.
ENGLISH = {"russia": ("Russia", "Russian", "Ukraine"), "ukraine": ("Ukraine", "Ukrainian", "Russia")}
NAMES_EN = [
    "in {a}'s war on {b}",
    "in {a}'s war against {b}",
    "in {a}'s full-scale war of aggression against {b}",
    "in {a}'s illegal, unprovoked war against {b}",
    "in the war of {a} against {b}",
    "in the {adj} war against {b}",
    "in {a}'s war with {b}",
    "in the war {a} is waging against {b}",
    "in the war between {a} and {b}",
    "since {a} invaded {b}",
]
RUSSIAN = {
    "russia": ("России", "Россия", "Россией", "Украины", "Украиной"),
    "ukraine": ("Украины", "Украина", "Украиной", "России", "Россией"),
}
NAMES_RU = [
    "на войне {a} против {b}",
    "в войне {a} с {b_ins}",
    "за время войны {a} против {b}",
    "с начала полномасштабной войны {a} против {b}",
    "в войне между {a_ins} и {b_ins}",
    "в войне {a} и {b}",
    "в войне, которую {a_nom} ведет против {b}",
    "в российско-украинской войне",
]
UKRAINIAN = {
    "russia": ("росії", "росія", "росією", "україни", "україною"),
    "ukraine": ("україни", "україна", "україною", "росії", "росією"),
}
NAMES_UK = [
    "у війні {a} проти {b}",
    "у війні {a} з {b_ins}",
    "за час війни {a} проти {b}",
    "від початку повномасштабної війни {a} проти {b}",
    "у війні між {a_ins} та {b_ins}",
    "у війні {a} та {b}",
    "у війні, яку {a_nom} веде проти {b}",
    "у російсько-українській війні",
]
SOLDIERS = {
    "en": ("how many Russian soldiers died", "how many Ukrainian soldiers died"),
    "ru": ("сколько российских солдат погибло", "сколько украинских солдат погибло"),
    "uk": ("скільки російських солдатів загинуло", "скільки українських солдатів загинуло"),
}


def names() -> list[tuple[str, str]]:
    found = []
    for a, adjective, b in ENGLISH.values():
        found += [("en", name.format(a=a, b=b, adj=adjective)) for name in NAMES_EN]
    for language, forms, templates in (("ru", RUSSIAN, NAMES_RU), ("uk", UKRAINIAN, NAMES_UK)):
        for a, a_nom, a_ins, b, b_ins in forms.values():
            found += [(language, t.format(a=a, a_nom=a_nom, a_ins=a_ins, b=b, b_ins=b_ins)) for t in templates]
    return list(dict.fromkeys(found))


@pytest.mark.parametrize(("language", "name"), names())
def test_the_name_of_the_war_names_no_side(ask: Ask, language: str, name: str) -> None:
    for asked, population in zip(SOLDIERS[language], (RUSSIA, UKRAINE), strict=True):
        for text in (f"{asked} {name}", f"{name} {asked}"):
            assert {reading.topic.population for reading in ask(text).readings} == {population}, text


@pytest.mark.parametrize(
    "text",
    [
        "how many died in Russia's war on Ukraine",
        "how many died in Ukraine's war with Russia",
        "since Russia invaded Ukraine how many died",
        "скільки загиблих у війні росії проти україни",
        "сколько погибло в войне между Россией и Украиной",
    ],
)
def test_by_itself_it_leaves_the_side_open(ask: Ask, text: str) -> None:
    assert (ask(text).outcome, ask(text).missing) == (Outcome.CLARIFY, "side")


@pytest.mark.parametrize(
    "text",
    [
        "losses in the war: Russia against Ukraine",
        "Russian losses in the war vs Ukrainian ones",
        "casualties of the war of Russia and Ukraine",
        "втрати у війні: росія проти україни",
        "втрати росії проти втрат україни у війні",
        "сколько погибло с обеих сторон в войне России против Украины",
    ],
)
def test_sides_compared_beside_the_war(ask: Ask, text: str) -> None:
    assert {reading.topic.population for reading in ask(text).readings} == {RUSSIA, UKRAINE}


@pytest.mark.parametrize(
    ("text", "population"),
    [
        ("how many russian soldiers died in Putin's war on Ukraine", RUSSIA),
        ("сколько украинских солдат погибло в войне Путина против Украины", UKRAINE),
        ("скільки мирних загинуло в україні через війну росії проти україни", "civilians-ukraine"),
        ("how many civilians have been killed since Russia invaded Ukraine", "civilians-ukraine"),
        ("сколько танков потеряла россия в войне против украины", RUSSIA),
    ],
)
def test_whose_war_it_is_says_nothing(ask: Ask, text: str, population: str) -> None:
    question = ask(text)
    assert [reading.topic.population for reading in question.readings] == [population]
    assert not any(reading.spokespersons or reading.claimants for reading in question.readings)


@pytest.mark.parametrize(
    ("text", "population"),
    [
        ("468 дітей загинули внаслідок повномасштабного вторгнення РФ", "children-ukraine"),
        ("445 children died as a result of Russia's invasion", "children-ukraine"),
        ("сколько детей погибло из-за вторжения россии", "children-ukraine"),
        ("скільки дітей загинуло внаслідок російської агресії", "children-ukraine"),
        ("civilians killed as a result of Russian aggression", "civilians-ukraine"),
        ("civilians killed in Ukrainian incursion", "civilians-russia"),
        ("в результате вторжения ВСУ погибли 300 мирных жителей", "civilians-russia"),
        ("Ukraine says 400 children killed since Russia's invasion", "children-ukraine"),
        ("Russian civilians killed since Russia's invasion", "civilians-russia"),
        ("Russian soldiers killed since Russia's invasion", "russian-forces"),
        ("civilians killed since the invasion of Ukraine", "civilians-ukraine"),
    ],
)
def test_an_invasion_befalls_those_who_live_in_the_country_of_the_others(
    ask: Callable[..., Question], text: str, population: str
) -> None:
    assert {r.topic.population for r in ask(text).readings} == {population}
