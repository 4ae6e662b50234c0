"""The same follow-ups after every labelled question: who says so changes, whose losses they are does not, and back."""

import json
from datetime import date
from pathlib import Path

import pytest

from bot.questions.question import Outcome, Question
from bot.questions.tokens.vocabulary import Vocabulary
from bot.questions.understand import understand

ROWS = (Path(__file__).parents[1] / "sets" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
TODAY = date(2026, 11, 22)
STRIDE = 97  # from one question to one of another matter
LEAST_READ = 0.8  # the rest is asked back
LEAST_TURNED = 0.7  # nobody is the other side of a third party, or of those who live in a town
SAID = {
    "en": (
        "and according to {0}?",
        "and what does {0} say?",
        "and {1}, what do they claim?",
        "what about {0}'s version",
    ),
    "uk": ("а за даними {2}?", "а що каже {0}?", "а {1} що заявляють?", "дайте цифри {2}"),
    "ru": ("а по данным {2}?", "а что говорит {0}?", "а {1} сколько заявляют", "дайте цифры {2}"),
}
KEPT = {
    "en": (
        "i want it from {0}",
        "and in 2024?",
        "and since this may?",
        "wounded?",
        "how many in captivity",
        "by month?",
    ),
    "uk": (
        "хочу це почути від {2}",
        "а у 2024?",
        "а з цього травня?",
        "а поранених?",
        "скільки в полоні",
        "по місяцях?",
    ),
    "ru": ("хочу это услышать от {2}", "а в 2024?", "а с этого мая?", "а раненых?", "сколько в плену", "по месяцам?"),
}
TURNED = {
    "en": ("and the other side?", "and the other way round?"),
    "uk": ("а інша сторона?", "а навпаки?"),
    "ru": ("а другая сторона?", "а наоборот?"),
}
NAMES = {
    "en": (("Kyiv", "the Ukrainians", "Kyiv"), ("Moscow", "the Russians", "Moscow")),
    "uk": (("київ", "українці", "києва"), ("москва", "росіяни", "москви")),
    "ru": (("киев", "украинцы", "киева"), ("москва", "русские", "москвы")),
}


def questions(vocabulary: Vocabulary, language: str) -> list[Question]:
    rows = [row for row in map(json.loads, ROWS) if row["lang"] == language and row["in_scope"]]
    read = [understand(row["text"], vocabulary, today=TODAY) for row in rows if "prev" not in (row["note"] or "")]
    return [question for question in read if question.outcome is Outcome.UNDERSTOOD]


def whose(question: Question, vocabulary: Vocabulary) -> set[str]:
    """The parties whose losses are read; a population of none stands for itself."""
    populations = vocabulary.entities.populations
    told = [reading.topic.population for reading in question.readings]
    return {populations[population].attributes.get("party", population) for population in told}


@pytest.mark.parametrize("follow_ups", [SAID, KEPT])
@pytest.mark.parametrize("language", ["en", "uk", "ru"])
def test_who_says_so_and_when_changes_nobodys_side(
    vocabulary: Vocabulary, language: str, follow_ups: dict[str, tuple[str, ...]]
) -> None:
    told = [
        (before.text, text.format(*names), whose(before, vocabulary), whose(after, vocabulary))
        for before in questions(vocabulary, language)
        for text in follow_ups[language]
        for names in NAMES[language]
        for after in [understand(text.format(*names), vocabulary, today=TODAY, previous=before)]
    ]
    assert [case for case in told if case[3] - case[2]] == []
    assert sum(case[2] == case[3] for case in told) >= LEAST_READ * len(told)


@pytest.mark.parametrize("language", ["en", "uk", "ru"])
def test_what_is_turned_round_is_the_others(vocabulary: Vocabulary, language: str) -> None:
    told = [
        (before.text, text, whose(before, vocabulary), whose(after, vocabulary))
        for before in questions(vocabulary, language)
        for text in TURNED[language]
        for after in [understand(text, vocabulary, today=TODAY, previous=before)]
        if len(whose(before, vocabulary)) == 1
    ]
    assert [case for case in told if case[3] & case[2]] == []
    assert sum(bool(case[3]) for case in told) >= LEAST_TURNED * len(told)


def test_whoever_is_named_is_meant_whatever_was_asked_before(vocabulary: Vocabulary) -> None:
    """A question that is whole by itself, after others that stand in no connection with it."""
    whole = [question for language in ("en", "uk", "ru") for question in questions(vocabulary, language)]
    before = whole[STRIDE:] + whole[:STRIDE]
    turned = [
        (earlier.text, question.text)
        for earlier, question in zip(before, whole, strict=True)
        for after in [understand(question.text, vocabulary, today=TODAY, previous=earlier)]
        if whose(after, vocabulary) - whose(question, vocabulary)
    ]
    assert turned == []
