"""Who says it can be named as people name them, in three languages, and is never taken for whose losses."""

from collections.abc import Callable

import pytest

from bot.questions.question import Outcome, Question
from bot.questions.tokens.vocabulary import Vocabulary

Ask = Callable[..., Question]

BY_LANGUAGE = {
    "en": "russian soldiers killed according to {}",
    "uk": "{} про загиблих російських солдатів",
    "ru": "{} о погибших российских солдатах",
}


def claimants_above(claimant: str | None, vocabulary: Vocabulary) -> set[str]:
    above: set[str] = set()
    while claimant is not None:
        above.add(claimant)
        claimant = vocabulary.entities.claimants[claimant].parent
    return above


@pytest.mark.parametrize("language", BY_LANGUAGE)
def test_every_claimant_by_name(ask: Ask, vocabulary: Vocabulary, language: str) -> None:
    missed = []
    for entry in vocabulary.entities.claimants.values():
        question = ask(BY_LANGUAGE[language].format(entry.names[language]))
        said_by = {claimant for reading in question.readings for claimant in reading.claimants}
        if not said_by & claimants_above(entry.id, vocabulary):
            missed.append(entry.names[language])
    assert missed == []


@pytest.mark.parametrize("language", BY_LANGUAGE)
def test_every_spokesperson_by_name(ask: Ask, vocabulary: Vocabulary, language: str) -> None:
    missed = []
    for entry in vocabulary.entities.spokespersons.values():
        question = ask(BY_LANGUAGE[language].format(entry.names[language]))
        if not any(
            entry.id in r.spokespersons or entry.attributes["claimant"] in r.claimants for r in question.readings
        ):
            missed.append(entry.names[language])
    assert missed == []


@pytest.mark.parametrize(
    ("text", "population", "claimants"),
    [
        (
            "difference between ukrainian and russian claims about russian deaths",
            "russian-forces",
            ("ukraine", "russia"),
        ),
        ("russia: ukraine lost 500k soldiers", "ukrainian-forces", ("russia",)),
        ("Ukraine: more than 1 million russian casualties", "russian-forces", ("ukraine",)),
        ("росія про загиблих українських солдатів", "ukrainian-forces", ("russia",)),
        ("Украина о потерях российской армии", "russian-forces", ("ukraine",)),
        ("For Ukrainian troops killed I need two numbers: Russia's and Zelensky's", "ukrainian-forces", ("russia",)),
        ("russian soldiers wounded: Putin's and Ukraine's?", "russian-forces", ("ukraine",)),
        ("my friend says 9,000 ukrainian soldiers died", "ukrainian-forces", ()),
        ("яку кількість убитих бійців зсу називав шойгу", "ukrainian-forces", ()),
        ("ukrainiantanks and artillery lostin august 2024", "ukrainian-forces", ()),
    ],
)
def test_one_who_says_it_is_not_the_side(ask: Ask, text: str, population: str, claimants: tuple[str, ...]) -> None:
    question = ask(text)
    assert {reading.topic.population for reading in question.readings} == {population}
    assert {claimant for reading in question.readings for claimant in reading.claimants} == set(claimants)


@pytest.mark.parametrize(
    ("text", "population"),
    [("confirmed dead by name, mediazona", "russian-forces"), ("ualosses total dead", "ukrainian-forces")],
)
def test_who_counts_one_side_only(ask: Ask, text: str, population: str) -> None:
    assert {reading.topic.population for reading in ask(text).readings} == {population}


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("latest mediazona numbers", "russian-forces/killed"),
        ("mediazona latest", "russian-forces/killed"),
        ("bbc mediazona count so far", "russian-forces/killed"),
        ("медиазона последнее", "russian-forces/killed"),
        ("ualosses скільки вже", "ukrainian-forces/killed"),
        ("сколько насчитала медиазона", "russian-forces/killed"),
        ("скільки нарахувала медіазона", "russian-forces/killed"),
        ("how many names does ualosses have", "ukrainian-forces/killed"),
        ("сколько насчитали ualosses", "ukrainian-forces/killed"),
        ("книга памяти сколько имён", "ukrainian-forces/killed"),
        ("how many missing according to UALosses", "ukrainian-forces/missing"),
    ],
)
def test_who_counts_but_one_thing_of_one_side(ask: Ask, text: str, topic: str) -> None:
    assert {str(reading.topic) for reading in ask(text).readings} == {topic}


@pytest.mark.parametrize(
    "text", ["who runs mediazona", "mediazona website", "how does mediazona count", "is ualosses reliable"]
)
def test_what_else_is_asked_of_them_is_refused(ask: Ask, text: str) -> None:
    assert ask(text).outcome is Outcome.OUT_OF_SCOPE


def test_russian_and_ukrainian_side_by_side(ask: Ask) -> None:
    readings = ask("russia:ukraine kill ratio").readings
    assert {reading.topic.population for reading in readings} == {"russian-forces", "ukrainian-forces"}


@pytest.mark.parametrize(
    ("text", "population", "claimant"),
    [
        ("скільки своїх загиблих визнала росія", "russian-forces", "russia"),
        ("сколько погибших своих признала украина", "ukrainian-forces", "ukraine"),
        ("зниклі безвісти росіяни: що визнає сама рф", "russian-forces", "russia"),
        ("сама россия сколько своих погибших признала", "russian-forces", "russia"),
    ],
)
def test_what_a_side_admits_it_says_itself(
    ask: Callable[..., Question], text: str, population: str, claimant: str
) -> None:
    assert [(r.topic.population, r.claimants) for r in ask(text).readings] == [(population, (claimant,))]


@pytest.mark.parametrize(
    ("text", "claimants", "spokespersons"),
    [
        ("How many Ukrainian soldiers are dying? Podolyak told the BBC 200", (), ("mykhailo-podolyak",)),
        ("Зеленский в интервью BBC назвал потери ВСУ", (), ("volodymyr-zelensky",)),
        ("втрати ЗСУ: Зеленський в інтерв'ю CNN", (), ("volodymyr-zelensky",)),
        ("В Минобороны РФ раскрыли потери ВСУ", ("russia-mod",), ()),
        ("у Міноборони України назвали втрати росії", ("ukraine-mod",), ()),
        ("Ukrainian losses, ministry in Moscow", ("russia",), ()),
        ("how many russian soldiers died since Putin attacked Ukraine", (), ()),
    ],
)
def test_who_says_it_and_whom_it_was_told(
    ask: Ask, text: str, claimants: tuple[str, ...], spokespersons: tuple[str, ...]
) -> None:
    reading = ask(text).readings[0]
    assert (reading.claimants, reading.spokespersons) == (claimants, spokespersons)


@pytest.mark.parametrize(
    ("text", "population", "claimant"),
    [
        ("кремлевский источник: убито 500 тысяч украинских солдат", "ukrainian-forces", "russia"),
        ("украинский источник: убито 500 тысяч русских солдат", "russian-forces", "ukraine"),
        ("министр обороны украины: убито 500 тысяч русских солдат", "russian-forces", "ukraine"),
        ("в кремле: убито 500 тысяч украинских солдат", "ukrainian-forces", "russia"),
        ("в пентагоне: убито 100 тысяч русских", "russian-forces", "us-dod"),
        ("втрати ЗСУ назвав Сирський", "ukrainian-forces", "oleksandr-syrskyi"),
        ("потери ВСУ озвучил Путин", "ukrainian-forces", "vladimir-putin"),
        ("потери рф назвал Зеленский", "russian-forces", "volodymyr-zelensky"),
        ("Russian army lost a third of its tanks - Ukrainian Navy", "russian-forces", "ukraine"),
        ("Ukrainian army lost a third of its tanks - Russian army", "ukrainian-forces", "russia"),
        ("росія втратила третину танків - ЗСУ", "russian-forces", "ukraine-armed-forces"),
        ("україна втратила третину танків - зс рф", "ukrainian-forces", "russia"),
        ("россия потеряла треть танков - ВСУ", "russian-forces", "ukraine-armed-forces"),
        ("украина потеряла треть танков - ВС РФ", "ukrainian-forces", "russia"),
        ("russian aircraft shot down, according to ukr. ministry of defence", "russian-forces", "ukraine-mod"),
        ("ukr. aircraft shot down, according to the rus. ministry of defence", "ukrainian-forces", "russia-mod"),
        ("збито рос. літаків за версією укр. міноборони", "russian-forces", "ukraine-mod"),
        ("збито укр. літаків за версією рос. міноборони", "ukrainian-forces", "russia-mod"),
        ("сбито рос. самолетов по версии укр. генштаба", "russian-forces", "ukraine-general-staff"),
        ("сбито укр. самолетов по версии рос. генштаба", "ukrainian-forces", "russia-general-staff"),
    ],
)
def test_who_heads_or_closes_a_headline(ask: Ask, text: str, population: str, claimant: str) -> None:
    readings = ask(text).readings
    assert [r.topic.population for r in readings] == [population]
    assert [*readings[0].claimants, *readings[0].spokespersons] == [claimant]


@pytest.mark.parametrize(
    ("text", "population"),
    [
        ("Russia's death toll in Makiivka rises to 89, says Defense Ministry", "russian-forces"),
        ("Ukraine's death toll rises to 89 soldiers, says Defense Ministry", "ukrainian-forces"),
        ("Минобороны: погибли 63 российских военных", "russian-forces"),
        ("Минобороны: погибли 63 украинских военных", "ukrainian-forces"),
        ("Міноборони: загинули 63 російські військові", "russian-forces"),
        ("Міноборони: загинули 63 українські військові", "ukrainian-forces"),
    ],
)
def test_whose_ministry_a_headline_does_not_tell(ask: Ask, text: str, population: str) -> None:
    assert [(r.topic.population, r.claimants) for r in ask(text).readings] == [(population, ())]


def test_whose_losses_and_whose_figures_are_compared(ask: Ask) -> None:
    """Behind a dash stands another side to compare with, where no sentence tells what the first has lost."""
    assert not ask("потери России в танках - Украины").readings
    assert not ask("tanks Russia lost - Ukraine?").readings


@pytest.mark.parametrize(
    ("text", "before", "population", "claimant"),
    [
        ("and the ukrainians, what do they say?", "wagner casualties according to oryx", "wagner", "ukraine"),
        ("а росіяни, що вони кажуть?", "скільки українців загинуло", "ukrainian-forces", "russia"),
        (
            "а чья это статистика? меня украинская интересует",
            "сколько танков потеряла россия",
            "russian-forces",
            "ukraine",
        ),
    ],
)
def test_who_says_it_in_a_follow_up(ask: Ask, text: str, before: str, population: str, claimant: str) -> None:
    assert [(r.topic.population, r.claimants) for r in ask(text, before).readings] == [(population, (claimant,))]
