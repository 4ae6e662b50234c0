"""What people do to a question that leaves its meaning alone: capitals, politeness, keyboards, alphabets, spaces.

`python -m tests.questions.disguises` prints how many of the labelled questions are read under each as they stand.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from bot.questions.question import Outcome, Question
from bot.questions.tokens.vocabulary import Vocabulary
from bot.questions.understand import understand
from tests.questions import package

HERE = Path(__file__).parent
Row = dict[str, Any]
Disguise = Callable[[str, str], str]  # of a text and its language; the same text where there is nothing to disguise

_FRAMES = {
    "greeting": ("Hello! {}", "Добрий день! {}", "Здравствуйте! {}"),
    "asking first": ("can you tell me {}", "підкажіть будь ласка {}", "подскажите пожалуйста {}"),
    "a reason first": ("for a school essay: {}", "для реферату: {}", "для реферата: {}"),
    "thanks": ("{}? thanks in advance", "{}? дякую", "{}? спасибо"),
    "asking round": ("{}, does anyone know?", "{}, хтось знає?", "{}, кто-нибудь знает?"),
    "a quarrel": ("{}? my brother and i are arguing", "{}? сперечаємось з братом", "{}? спорим с братом"),
}
_LANGUAGES = ("en", "uk", "ru")

_UK = {
    "г": "h",
    "ґ": "g",
    "є": "ie",
    "и": "y",
    "і": "i",
    "ї": "i",
    "й": "i",
    "х": "kh",
    "щ": "shch",
    "ю": "iu",
    "я": "ia",
}
_RU = {"г": "g", "ё": "e", "и": "i", "й": "y", "х": "h", "щ": "sch", "ъ": "", "ы": "y", "э": "e", "ю": "yu", "я": "ya"}
_BOTH = dict(zip("абвдезклмнопрстуф", "abvdezklmnoprstuf", strict=True))
_BOTH |= {"ж": "zh", "ц": "ts", "ч": "ch", "ш": "sh", "ь": "", "'": "", "’": ""}
_ROMAN = {"uk": _BOTH | _UK, "ru": _BOTH | _RU}

_EN_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,./?&@$^"
_KEYS = {"ru": 'йцукенгшщзхъфывапролджэячсмитьбю.,?";:', "uk": 'йцукенгшщзхїфівапролджєячсмитьбю.,?";:'}


def _framed(frame: str) -> Disguise:
    def framed(text: str, language: str) -> str:
        if language not in _LANGUAGES:
            return text
        form = _FRAMES[frame][_LANGUAGES.index(language)]
        return form.format(text if form.endswith("{}") else text.rstrip("?!. "))

    return framed


def _romanised(text: str, language: str) -> str:
    letters = _ROMAN.get(language, {})
    return "".join(letters.get(c) or letters.get(c.lower(), c) for c in text)


def _on_another_keyboard(text: str, language: str) -> str:
    if language in _KEYS:
        return text.lower().translate(str.maketrans(_KEYS[language], _EN_KEYS))
    plain = language == "en" and re.fullmatch("[a-z ]+", text.lower())
    return text.lower().translate(str.maketrans(_EN_KEYS[:33], _KEYS["ru"][:33])) if plain else text


def _run_together(text: str, language: str) -> str:
    words = text.split()
    middle = len(words) // 2
    plain = language in _LANGUAGES and len(words) > 1 and "".join(words[middle - 1 : middle + 1]).isalpha()
    return " ".join((*words[: middle - 1], words[middle - 1] + words[middle], *words[middle + 1 :])) if plain else text


DISGUISES: dict[str, Disguise] = {
    "capitals": lambda text, _: text.upper(),
    "no capitals": lambda text, _: text.lower(),
    "a question mark": lambda text, _: text.rstrip("?!. ") + "?",
    "no mark at the end": lambda text, _: text.rstrip("?!. "),
    "lines": lambda text, _: "\n".join(text.split(" ", 3)),
    "letters and accents apart": lambda text, _: unicodedata.normalize("NFD", text),
    "a mention": lambda text, _: f"@claimbot {text} 🤔",
    **{frame: _framed(frame) for frame in _FRAMES},
    "Latin letters": _romanised,
    "another keyboard": _on_another_keyboard,
    "two words run together": _run_together,
}


def rows(files: Iterable[Path]) -> Iterator[Row]:
    """Labelled questions that stand for themselves."""
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row["in_scope"] and not row.get("previous"):
                yield row


def outcomes(chosen: Iterable[Row], disguise: Disguise, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """Each disguised question that is understood as it stands, and how it is read: same, other, asked, another side."""
    today = package.TODAY
    for row in chosen:
        text = disguise(row["text"], row["lang"])
        plain = understand(row["text"], vocabulary, today=today)
        if text != row["text"] and plain.outcome is Outcome.UNDERSTOOD:
            yield text, _compared(plain, understand(text, vocabulary, today=today))


def _compared(plain: Question, disguised: Question) -> str:
    if disguised.outcome is not Outcome.UNDERSTOOD:
        return "asked"
    if _told(plain) == _told(disguised):
        return "same"
    sides = ({reading.topic.population for reading in question.readings} for question in (plain, disguised))
    return "other" if set.intersection(*sides) else "another side"


def _told(question: Question) -> set[object]:
    """What counts of its readings; what could not be narrowed is told as it was typed."""
    return {(r.topic, r.place, r.claimants, r.spokespersons, r.period, r.dates) for r in question.readings}


def main() -> None:
    """Print a table, a line for each disguise."""
    vocabulary = package.vocabulary()
    chosen = list(rows(sorted((HERE / "sets").glob("*.jsonl"))))
    for name, disguise in DISGUISES.items():
        counts = Counter(read for _, read in outcomes(chosen, disguise, vocabulary))
        total = sum(counts.values())
        shares = ", ".join(f"{read} {count}" for read, count in counts.most_common() if read != "same")
        sys.stdout.write(f"{name:26} {counts['same'] / total:6.1%} of {total:5}   {shares}\n")


if __name__ == "__main__":
    main()
