"""`python -m tests.questions.grammar N SEED`: how many of N sentences are read with a wrong side, and examples."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict

from tests.questions.grammar.grammar import judged
from tests.questions.package import vocabulary

_SHOWN = 3  # sentences of a construction


def main(count: int = 3000, seed: int = 1, shown: str = "wrong side,extra side") -> None:
    counts: Counter[str] = Counter()
    failed: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for sentence, question, verdict in judged(count, seed, vocabulary()):
        counts[verdict] += 1
        read = ", ".join(str(reading.topic) for reading in question.readings) or question.outcome.value
        failed[verdict, sentence.language, sentence.frame].append(f"{sentence.text}  ->  {read}")
    for (verdict, language, frame), texts in sorted(failed.items()):
        if verdict in shown.split(","):
            sys.stdout.write(
                "\n    ".join([f"{verdict}: {len(texts)} of {frame} ({language})", *texts[:_SHOWN]]) + "\n"
            )
    shares = (f"{verdict} {many} ({many / counts.total():.1%})" for verdict, many in counts.most_common())
    sys.stdout.write(", ".join(shares) + "\n")


if __name__ == "__main__":
    main(*(int(x) for x in sys.argv[1:3]), *sys.argv[3:4])
