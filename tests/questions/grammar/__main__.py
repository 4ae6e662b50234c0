"""`python -m tests.questions.grammar N SEED [VERDICTS [follow]]`: how many of N sentences are misread, and examples."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator

from bot.questions.question import Question
from tests.questions.grammar import followups, grammar
from tests.questions.package import vocabulary

_SHOWN = 3  # sentences of a construction
_WRONG = "wrong side,extra side,wrong rest,false answer"


def main(count: int = 3000, seed: int = 1, shown: str = _WRONG, follow: str = "") -> None:
    counts: Counter[str] = Counter()
    failed: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for language, frame, text, question, verdict in (_follow_ups if follow else _sentences)(count, seed):
        counts[verdict] += 1
        read = ", ".join(str(reading.topic) for reading in question.readings) or question.outcome.value
        failed[verdict, language, frame].append(f"{text}  ->  {read}")
    for (verdict, language, frame), texts in sorted(failed.items()):
        if verdict in shown.split(","):
            sys.stdout.write(
                "\n    ".join([f"{verdict}: {len(texts)} of {frame} ({language})", *texts[:_SHOWN]]) + "\n"
            )
    shares = (f"{verdict} {many} ({many / counts.total():.1%})" for verdict, many in counts.most_common())
    sys.stdout.write(", ".join(shares) + "\n")


def _sentences(count: int, seed: int) -> Iterator[tuple[str, str, str, Question, str]]:
    for sentence, question, verdict in grammar.judged(count, seed, vocabulary()):
        yield sentence.language, sentence.frame, sentence.text, question, verdict


def _follow_ups(count: int, seed: int) -> Iterator[tuple[str, str, str, Question, str]]:
    for follow_up, question, verdict in followups.judged(count, seed, vocabulary()):
        said = follow_up.said
        yield said.language, said.frame, f"{follow_up.before.text}  >>  {said.text}", question, verdict


if __name__ == "__main__":
    main(*(int(x) for x in sys.argv[1:3]), *sys.argv[3:5])
