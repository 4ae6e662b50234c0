"""The package's named things and words, read straight from its files: understanding needs no database."""

import csv
import tomllib
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from bot.claims.model import LANGUAGES, Entry
from bot.questions.tokens.vocabulary import Vocabulary

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 22)
TABLES = ("parties", "populations", "measures", "objects", "places", "claimants", "spokespersons")


@dataclass(frozen=True)
class Word:
    language: str
    kind: str
    target: str
    form: str


@dataclass
class Entities:
    parties: dict[str, Entry] = field(default_factory=dict)
    populations: dict[str, Entry] = field(default_factory=dict)
    measures: dict[str, Entry] = field(default_factory=dict)
    objects: dict[str, Entry] = field(default_factory=dict)
    places: dict[str, Entry] = field(default_factory=dict)
    claimants: dict[str, Entry] = field(default_factory=dict)
    spokespersons: dict[str, Entry] = field(default_factory=dict)


def read_entities(package: Path) -> Entities:
    entities = Entities()
    for table in TABLES:
        with (package / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                entry = Entry(
                    id=row["id"],
                    names={lang: row[f"name_{lang}"] for lang in LANGUAGES},
                    parent=row.get("parent") or None,
                    aliases=tuple(a.strip() for a in (row.get("aliases") or "").split("|") if a.strip()),
                    attributes={k: v for k, v in row.items() if v and k not in ("id", "parent", "aliases")},
                )
                getattr(entities, table)[entry.id] = entry
    return entities


def read_words(package: Path) -> list[Word]:
    words = []
    for language in LANGUAGES:
        kinds = tomllib.loads((package / "words" / f"{language}.toml").read_text(encoding="utf-8"))
        words += [
            Word(language, kind, target, form)
            for kind, targets in kinds.items()
            for target, forms in targets.items()
            for form in forms
        ]
    return words


@cache
def vocabulary(package: Path = ROOT / "data", start: date = date(2022, 2, 24)) -> Vocabulary:
    return Vocabulary(read_words(package), read_entities(package), start)
