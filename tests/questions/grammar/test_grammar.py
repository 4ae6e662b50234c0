"""Sentences built so that their side is known are never read as of the other."""

from __future__ import annotations

from bot.questions.tokens.vocabulary import Vocabulary
from tests.questions.grammar import followups
from tests.questions.grammar.grammar import judged, sentences

FEW, SEED = 600, 1
FOLLOWING = 1000
UNCLEAR = 0.01  # at most so many follow-ups are read as of another side
KNOWN = 0.85  # at least so many are read rightly; the rest are asked back


def test_no_sentence_is_read_as_of_the_wrong_side(vocabulary: Vocabulary) -> None:
    found = [(verdict, sentence.text) for sentence, _, verdict in judged(FEW, SEED, vocabulary)]
    assert not [text for verdict, text in found if verdict == "wrong side"]
    assert sum(verdict == "right" for verdict, _ in found) >= KNOWN * len(found)


def test_follow_ups_are_of_the_side_that_they_turn_to_or_leave(vocabulary: Vocabulary) -> None:
    found = [(verdict, follow_up) for follow_up, _, verdict in followups.judged(FOLLOWING, SEED, vocabulary)]
    wrong = [f"{x.before.text} >> {x.said.text}" for verdict, x in found if verdict in ("wrong side", "extra side")]
    assert len(wrong) <= UNCLEAR * len(found), wrong
    assert sum(verdict == "right" for verdict, _ in found) >= KNOWN * len(found)


def test_the_same_seed_makes_the_same_pairs() -> None:
    first, again = list(sentences(60, 7)), list(sentences(60, 7))
    assert first == again
    assert all(len(one.sides | other.sides) == 2 for one, other in zip(first[::2], first[1::2], strict=True))
