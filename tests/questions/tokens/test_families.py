"""Forms that no words file lists are read as listed ones of the same word, or not at all: never as the other side."""

from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import NamedTuple

import pytest

from bot.language.inflection import INFLECTING
from bot.questions.question import Question
from bot.questions.tokens.families import Families
from bot.questions.tokens.lexicon import Concepts
from bot.questions.tokens.normalise import tokenise
from bot.questions.tokens.repair import repaired_tokens
from bot.questions.tokens.vocabulary import Vocabulary

PARTY_KINDS = {"party", "party-people", "party-army", "party-adjective"}


class Word(NamedTuple):
    language: str
    kind: str
    target: str
    form: str


LISTED = {
    "uk": {
        ("object", "vessel"): ["лійка", "лійки"],
        ("object", "net"): ["сачок", "сачки", "сачків для метеликів"],
        ("object", "butterfly"): ["метелик", "метелики"],
        ("party-people", "mars"): ["марсіяни", "марсіянами", "марсіян", "марсіянам"],
        ("case", "nominative"): ["марсіяни", "плутонівець", "плутонівці", "рогуль"],
        ("case", "instrumental"): ["марсіянами", "плутонівцями", "рогулями"],
        ("case", "oblique"): ["марсіян", "марсіянам"],
        ("case", "dative"): ["марсіянам"],
        ("party-people", "venus"): ["венеріанець", "венеріанці"],
        ("party-people", "pluto"): ["плутонівець", "плутонівці", "плутонівцями"],
        ("party-people", "moon"): ["рогуль", "рогулів", "рогулями"],
        ("measure", "painted"): ["пофарбований", "пофарбовані"],
        ("measure-active", "painted"): ["пофарбувала", "пофарбувало", "перефарбували"],
        ("verb-number", "singular"): ["пофарбувала", "пофарбувало"],
        ("measure", "written"): ["вписав", "вписаний"],
        ("object", "exercise"): ["вправа", "вправи"],
        ("claim", "claim"): ["долонями"],
        ("ask", "how-many"): ["бумбармака", "бумбармаки", "бумбармаків"],
    },
    "ru": {
        ("object", "vessel"): ["тарелка", "тарелки"],
        ("object", "net"): ["сачок", "сачки"],
        ("filler", "filler"): ["миллионы", "миллионами", "фиолетовый"],
        ("object", "jump"): ["прыжок", "прыжки"],
        ("measure-loss", "painted"): ["раскрасила", "раскрасили"],
    },
}


@pytest.fixture(scope="module")
def small(vocabulary: Vocabulary) -> Vocabulary:
    words = [
        Word(language, kind, target, form)
        for language, kinds in LISTED.items()
        for (kind, target), forms in kinds.items()
        for form in forms
    ]
    return Vocabulary(words, vocabulary.entities, vocabulary.start)


@pytest.fixture(scope="module")
def families(small: Vocabulary) -> Families:
    return Families(small)


@pytest.mark.parametrize(
    ("word", "languages", "read_as"),
    [
        ("лійками", ["uk"], "лійки"),
        ("тарелкою", ["ru"], "тарелка"),
        ("тарелкою", ["uk", "ru"], "тарелка"),
        ("пофарбованої", ["uk"], "пофарбований"),
        ("пофарбував", ["uk"], "пофарбувала"),
        ("раскрасил", ["ru"], "раскрасила"),
        ("марсіянин", ["uk"], "марсіяни"),
        ("марсіянином", ["uk"], "марсіянами"),
        ("марсіянина", ["uk"], "марсіян"),
        ("уписав", ["uk"], "вписав"),
        ("уписаного", ["uk"], "вписаний"),
        ("бумбармаками", ["uk"], "бумбармаки"),  # no dictionary has it: guessed
    ],
)
def test_read_as_a_listed_form(families: Families, word: str, languages: list[str], read_as: str) -> None:
    assert families.read(word, languages) == read_as


@pytest.mark.parametrize(
    ("word", "languages", "why"),
    [
        ("пофарбували", ["uk"], "a singular verb agrees with its subject: what it tells is not told by a plural one"),
        ("перефарбував", ["uk"], "nor the other way round"),
        ("пофарбовано", ["uk"], "an impersonal form is no participle"),
        ("пофарбую", ["uk"], "whoever speaks does it"),
        ("пофарбувавши", ["uk"], "a gerund says nothing of who did it"),
        ("плутонівцем", ["uk"], "no dictionary has it, and a side's case is not guessed"),
        ("рогулею", ["uk"], "listed forms are marked as no form of the dictionary's word is: another word"),
        ("венеріанцями", ["uk"], "no listed form tells what this case does"),
        ("марсіянці", ["uk"], "another word"),
        ("управи", ["uk"], "another word: only verbs and participles begin with either letter"),
        ("долоні", ["uk"], "what a word means by its case it means in no other"),
        ("фиолетовая", ["ru"], "one form alone may have been listed for a phrase or by another word's leave"),
        ("лійками", ["ru"], "not a word of that language"),
        ("вулицями", ["uk"], "nothing of it is listed"),
    ],
)
def test_left_unread(families: Families, word: str, languages: list[str], why: str) -> None:
    assert families.read(word, languages) is None, why


def sides_of(vocabulary: Vocabulary, word: str, language: str) -> tuple[set[str], set[str]]:
    """The sides that a form names, and how: as the one who did it, or otherwise."""
    alone = vocabulary.beginning(word).alone
    assert alone is not None
    concepts: Concepts = alone.by_language.get(language, alone.concepts)
    sides = {target for kind in PARTY_KINDS for target in concepts.get(kind, ())}
    return sides, {"nominative", "instrumental"} & set(concepts.get("case", ()))


def forms_of_sides(vocabulary: Vocabulary, language: str) -> Iterator[str]:
    for word, languages in vocabulary.languages.items():
        concepts = vocabulary.single(word)
        if language in languages and concepts and not PARTY_KINDS.isdisjoint(concepts):
            yield word


@pytest.mark.parametrize("language", INFLECTING)
def test_no_form_of_a_side_is_read_as_another_or_in_another_case(vocabulary: Vocabulary, language: str) -> None:
    """Each listed form in turn is taken away and read by what is left."""
    languages = dict(vocabulary.languages)
    families = Families(SimpleNamespace(languages=languages, beginning=vocabulary.beginning))  # type: ignore[arg-type]
    read, wrong = 0, []
    for word in forms_of_sides(vocabulary, language):
        spoken = languages.pop(word)
        known = families.read(word, [language])
        languages[word] = spoken
        if known is not None and sides_of(vocabulary, known, language)[0]:
            read += 1
            if sides_of(vocabulary, known, language) != sides_of(vocabulary, word, language):
                wrong.append((word, known))
    assert read > 100
    assert wrong == []


def test_what_was_read_is_told(ask: Callable[..., Question]) -> None:
    step = next(step for step in ask("скільки радарами збито літаків").steps if step.typed == "радарами")
    assert step.repaired.startswith("радар")
    assert step.concept == "object:air-defence"


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("скільки бачків", "скільки бачків"),  # a word that the dictionary has is no typo of one that is listed
        ("сколько качки", "сколько качки"),
        ("скільки сачкі", "скільки сачки"),  # a typo is
        ("сколько сачик", "сколько сачки"),
        ("скільки сачками", "скільки сачки"),
        ("миллион тарелок", "миллион тарелки"),  # number words are read as numbers, in the form that they have
        ("скільки прыжками", "скільки прыжки"),  # mixed speech: a word is of the language whose letters it has
    ],
)
def test_what_is_a_typo(small: Vocabulary, text: str, read_as: str) -> None:
    assert _read(text, small) == read_as


def test_a_part_of_a_phrase_is_left_to_it(small: Vocabulary) -> None:
    assert _read("сачків для метеликів", small) == "сачків для метеликів"
    assert _read("метеликів для сачків", small) == "метелики для сачки"


def _read(text: str, vocabulary: Vocabulary) -> str:
    return " ".join(token.text for token in repaired_tokens(tokenise(text), vocabulary))
