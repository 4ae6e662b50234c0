"""Both sides are treated alike, word for word.

The shipped package is mirrored: each party's name and id is exchanged for the other's throughout its files. A mirrored
question, asked of the mirrored package, must give the same answer after renaming. What is left out, and why, is listed.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.answers.blocks import Block
from bot.answers.text import render
from bot.asking import Asking, Claimbot, open_claimbot
from bot.claims.package.datapackage import write_schemas
from bot.digests.layout.layout import lay_out
from bot.digests.layout.parts import Occasion
from bot.digests.layout.summary import summary
from bot.digests.layout.wording import DigestWording
from bot.digests.model import Selection
from bot.digests.news.news import News, recent, standing

from .conftest import DATA, settings_for

TODAY = date(2026, 11, 22)
QUESTIONS = Path(__file__).parent / "questions" / "sets" / "dev.jsonl"

PAIRS = [("russian", "ukrainian"), ("russia", "ukraine")]
MIRROR = {a: b for pair in PAIRS for a, b in (pair, pair[::-1])}
MIRRORED_WORD = re.compile("|".join(sorted(MIRROR, key=len, reverse=True)), re.IGNORECASE)

# Questions whose mirror would be another question, each with its reason.
NO_MIRROR = {
    "dev-en-008": "a misspelt name of one side has no misspelt counterpart",
    "dev-en-020": "a misspelt name of one side has no misspelt counterpart",
    "dev-en-164": "the name of a third state holds the name of one side",
}


def mirrored(text: str) -> str:
    """The text with the two sides exchanged, letter case kept."""

    def exchange(match: re.Match[str]) -> str:
        word = MIRROR[match[0].lower()]
        return word.upper() if match[0].isupper() else word.capitalize() if match[0][0].isupper() else word

    return MIRRORED_WORD.sub(exchange, text)


def mirror_package(folder: Path) -> Path:
    """A copy of the shipped package with the two sides exchanged."""
    shutil.copytree(DATA, folder)
    for file in folder.rglob("*"):
        if file.is_file():
            file.write_text(mirrored(file.read_text(encoding="utf-8")), encoding="utf-8", newline="")
            file.rename(file.with_name(mirrored(file.name)))
    write_schemas(folder)
    return folder


@pytest.fixture(scope="module")
def mirror(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Claimbot]:
    storage = tmp_path_factory.mktemp("mirror")
    claimbot = open_claimbot(settings_for(storage, mirror_package(storage / "data")))
    yield claimbot
    claimbot.store.close()


def english_questions() -> list[dict[str, str]]:
    rows = [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    return [row for row in rows if row["lang"] == "en" and row["id"] not in NO_MIRROR]


def previous(row: dict[str, str]) -> str | None:
    found = re.search(r"prev: (.*?)(?:;|\.|$)", row["note"])
    return found[1] if found else None


def test_mirroring_twice_is_the_same() -> None:
    text = "Russian forces, the UKRAINIAN army, russia-mod and Ukraine's"
    assert mirrored(text) == "Ukrainian forces, the RUSSIAN army, ukraine-mod and Russia's"
    assert mirrored(mirrored(text)) == text


def test_answers_are_the_same_after_renaming(real_claimbot: Claimbot, mirror: Claimbot) -> None:
    """Each English question, as text: every word of the answer, its order and its marks."""
    ours, theirs = Asking(real_claimbot, "en", TODAY), Asking(mirror, "en", TODAY)
    unlike = []
    for row in english_questions():
        before = previous(row)
        answer = ours.as_text(ours.answer(row["text"], before))
        other = theirs.as_text(theirs.answer(mirrored(row["text"]), mirrored(before) if before else None))
        if mirrored(answer) != other:
            unlike.append((row["id"], row["text"], first_difference(mirrored(answer), other)))
    assert not unlike, "\n".join(map(str, unlike))


@pytest.mark.parametrize("days", [1, 30, 400])
def test_digests_are_the_same_after_renaming(real_claimbot: Claimbot, mirror: Claimbot, days: int) -> None:
    """What became known lately, and what stands: in one message and in full."""
    for find in (lambda store: recent(store, days, Selection()), lambda store: standing(store, Selection())):
        ours, theirs = (list(map(render, as_digest(one, find(one.store)))) for one in (real_claimbot, mirror))
        for our, their in zip(ours, theirs, strict=True):
            assert mirrored(our) == their, first_difference(mirrored(our), their)


def as_digest(claimbot: Claimbot, found: News) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    occasion, wording = Occasion(), DigestWording(claimbot.texts("en"), claimbot.store)
    full = lay_out(found.items, occasion, claimbot.store, wording)
    return summary(found.items, occasion, wording, full), full


def first_difference(ours: str, theirs: str) -> tuple[str, str]:
    pairs = zip(ours.splitlines(), theirs.splitlines(), strict=False)
    return next(((a, b) for a, b in pairs if a != b), (str(len(ours)), str(len(theirs))))
