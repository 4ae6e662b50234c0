"""People who died where somebody fired on them lived there; a war that began somewhere is nobody's loss."""

from collections.abc import Callable

import pytest

from bot.questions.question import Outcome, Question

Ask = Callable[..., Question]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("скільки людей загинуло в україні від обстрілів", "civilians-ukraine/killed"),
        ("how many people died in Ukraine from shelling", "civilians-ukraine/killed"),
        ("сколько людей погибло в россии от ударов дронов", "civilians-russia/killed"),
        ("how many people were killed in Ukraine by Russian missile strikes", "civilians-ukraine/killed"),
        ("how many Russian servicemen died since the war in Ukraine broke out", "russian-forces/killed"),
        ("how many Ukrainians died since the war with Russia started", "ukrainian-forces/killed"),
        ("скільки росіян загинуло відколи війна в україні почалась", "russian-forces/killed"),
        ("скільки вбитих зсу нарахував шойгу", "ukrainian-forces/killed"),
        ("данные от киева по своим погибшим", "ukrainian-forces/killed"),
        ("zelenskyy told some interviewer 45,100 of his soldiers had died", "ukrainian-forces/killed"),
    ],
)
def test_whose(ask: Ask, text: str, topic: str) -> None:
    assert [str(reading.topic) for reading in ask(text).readings] == [topic]


@pytest.mark.parametrize("text", ["які населені пункти взяли окупанти", "какие населенные пункты взяли всу"])
def test_settlements_are_another_matter(ask: Ask, text: str) -> None:
    assert ask(text).outcome is Outcome.OUT_OF_SCOPE


@pytest.mark.parametrize("text", ["how many people died in Ukraine", "сколько людей погибло в россии"])
def test_people_who_may_be_soldiers(ask: Ask, text: str) -> None:
    assert ask(text).outcome is Outcome.CLARIFY
