"""Exchange the sides in a question: its readings exchange them too, and nothing else changes. No typo may do so."""

import json
import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.questions.question import Outcome, Question

# Forms of one case and number each, slang of both sides included.
PAIRS = [
    ("russia", "ukraine"),
    ("russian", "ukrainian"),
    ("russians", "ukrainians"),
    ("moscow", "kyiv"),
    ("orcs", "ukrops"),
    ("росія", "україна"),
    ("росії", "україни"),
    ("росію", "україну"),
    ("росіяни", "українці"),
    ("росіян", "українців"),
    ("росіянами", "українцями"),
    ("російських", "українських"),
    ("російські", "українські"),
    ("россия", "украина"),
    ("россии", "украины"),
    ("русские", "украинцы"),
    ("русских", "украинцев"),
    ("российских", "украинских"),
    ("российские", "украинские"),
    ("кацапов", "хохлов"),
    ("москалів", "хохлів"),
    ("росією", "україною"),
    ("російською", "українською"),
    ("російської", "української"),
    ("російська", "українська"),
    ("російському", "українському"),
    ("киева", "москвы"),
    ("россией", "украиной"),
    ("россию", "украину"),
    ("россияне", "украинцы"),
    ("россиян", "украинцев"),
    ("русскими", "украинцами"),
    ("российской", "украинской"),
    ("российская", "украинская"),
    ("рашистов", "бандеровцев"),
    ("рашисты", "бандеровцы"),
    ("кацапы", "хохлы"),
    ("москали", "укропы"),
    ("orc", "ukrop"),
    ("russkies", "khokhols"),
]
EXCHANGED = {a: b for pair in PAIRS for a, b in (pair, pair[::-1])}
COUNTERPART = {"russian-forces": "ukrainian-forces", "civilians-russia": "civilians-ukraine"} | {
    "children-russia": "children-ukraine",
    "russia": "ukraine",
}
COUNTERPART |= {b: a for a, b in COUNTERPART.items()}

QUESTIONS = [
    "how many russians died",
    "how many russian soldiers were killed in may 2023",
    "how many tanks did russia destroy",
    "how many tanks has russia lost",
    "how many ukrainians did russia kill",
    "russian tanks destroyed by ukraine",
    "russian dead according to kyiv",
    "what does moscow say about ukrainian losses",
    "russian vs ukrainian losses",
    "who lost more tanks, russia or ukraine",
    "russian pows held by ukraine",
    "orcs killed yesterday",
    "civilians killed in russia",
    "is it true that 9,000 russians died",
    "скільки українців вбили росіяни",
    "скільки росіян загинуло",
    "скільки танків знищено росіянами",
    "втрати росії проти втрат україни",
    "скільки танків знищили російські військові",
    "скільки 200-х у москалів",
    "сколько русских погибло",
    "сколько танков потеряла россия",
    "сколько танков уничтожила россия",
    "сколько российских танков уничтожили украинцы",
    "сколько двухсотых у хохлов",
    "сравни потери россии и украины",
    "сколько кацапов взято в плен",
    "how many russkies are dead, any idea?",
    "russian helicopters shot down by ukrainian air defence",
    "did russian air defence shoot down any ukrainian planes",
    "wounded russian soldiers, ukrainian estimate",
    "how many russian pows are in ukrainian captivity",
    "russian deaths vs ukrainian deaths in 2023",
    "скільки російських літаків збито українською авіацією",
    "скільки полонених росіян тримає україна",
    "скільки українців у російському полоні",
    "втрати російської армії у 2023",
    "скільки танків втратила росія",
    "сколько рашистов убили хохлы",
    "сколько россиян в плену у украинцев",
    "сколько самолетов сбито украиной",
    "сколько украинских танков подбила российская армия",
    "потери российской армии по версии киева",
    "сколько бандеровцев ранено",
]


def exchanged(text: str) -> str:
    return re.sub(r"\w+", lambda m: EXCHANGED.get(m[0].casefold(), m[0]), text)


def shape(question: Question, *, mirrored: bool) -> list[object]:
    def name(id_: str) -> str:
        return COUNTERPART.get(id_, id_) if mirrored else id_

    return [
        (name(r.topic.population), r.topic.measure, r.topic.object, tuple(map(name, r.claimants)), r.dates, r.period)
        for r in question.readings
    ]


@pytest.mark.parametrize("text", QUESTIONS)
def test_exchanged_sides(ask: Callable[..., Question], text: str) -> None:
    plain, mirrored = ask(text), ask(exchanged(text))
    assert exchanged(text) != text
    assert plain.readings
    assert shape(mirrored, mirrored=True) == shape(plain, mirrored=False)
    assert mirrored.checked == plain.checked


def labelled() -> list[str]:
    lines = (Path(__file__).parent / "sets" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return [row["text"] for row in rows if row["in_scope"] and row["kind"] in ("single", "multi", "verify_number")]


def edited(text: str, chance: random.Random) -> str:
    """The text with one letter of one of its longer words lost, doubled, swapped or replaced."""
    words = list(re.finditer(r"[^\W\d_]{5,}", text))
    if not words:
        return text
    word = chance.choice(words)
    i = chance.randrange(word.start() + 1, word.end() - 1)
    letters = "abcdefghiklmnoprstuvyz" if word[0].isascii() else "абвгдежзиклмнопрстуя"
    edits = [
        text[:i] + text[i + 1 :],
        text[:i] + text[i] + text[i:],
        text[: i - 1] + text[i] + text[i - 1] + text[i + 1 :],
    ]
    edits.append(text[:i] + chance.choice(letters) + text[i + 1 :])
    return chance.choice(edits)


def test_one_wrong_letter_never_turns_the_side_round(ask: Callable[..., Question]) -> None:
    chance = random.Random(20221122)
    turned = []
    for text in labelled():
        sides = {r.topic.population for r in ask(text).readings}
        for _ in range(4):
            typo = edited(text, chance)
            question = ask(typo)
            other = {r.topic.population for r in question.readings} - sides
            if question.outcome is Outcome.UNDERSTOOD and sides and other & {COUNTERPART.get(s) for s in sides}:
                turned.append((text, typo))
    assert turned == []
