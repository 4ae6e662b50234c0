"""Talk in a chat tells nothing of what is asked: those who speak there, their names, what they call each other."""

from collections.abc import Callable

import pytest

from bot.questions.question import Outcome, Question, Refusal

Ask = Callable[..., Question]
RUSSIA, UKRAINE = "russian-forces", "ukrainian-forces"


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Dima, shut up. how many tanks did russia lose", f"{RUSSIA}/destroyed/tank"),
        ("Sasha you're wrong. how many ukrainian soldiers were captured", f"{UKRAINE}/captured"),
        ("guys stop fighting lol. how many dead russians", f"{RUSSIA}/killed"),
        ("how many ukrainians were killed, my dad doesn't believe me", f"{UKRAINE}/killed"),
        ("how many russians were killed? jake wont shut up about it", f"{RUSSIA}/killed"),
        ("bot wake up. ukrainians: captured", f"{UKRAINE}/captured"),
        ("Андрій, ти дурень. скільки гелікоптерів втратила росія", f"{RUSSIA}/destroyed/helicopter"),
        ("Пашо, досить уже, скільки українців загинуло", f"{UKRAINE}/killed"),
        ("скільки росіян загинуло? Оля мені не вірить", f"{RUSSIA}/killed"),
        ("Серёга, не гони. сколько вертолетов потеряла украина", f"{UKRAINE}/destroyed/helicopter"),
        ("Лёх, ты чего. сколько россиян погибло?", f"{RUSSIA}/killed"),
        ("ребят, хватит ругаться. сколько танков потеряла украина", f"{UKRAINE}/destroyed/tank"),
        ("сколько россиян погибло, Вася мне не верит", f"{RUSSIA}/killed"),
        ("Marta you keep saying Russia lost 40k tanks, no way", f"{RUSSIA}/destroyed/tank"),
        ("Marta, you said Ukraine lost 5000 tanks", f"{UKRAINE}/destroyed/tank"),
        ("загинуло 15 тисяч росіян. Він правий?", f"{RUSSIA}/killed"),
        ("Катя говорит 30 тысяч, Паша 60. сколько украинцев погибло", f"{UKRAINE}/killed"),
        ("thx Bohdan! now how many helicopters did russia lose?", f"{RUSSIA}/destroyed/helicopter"),
    ],
)
def test_is_set_aside(ask: Ask, text: str, topic: str) -> None:
    question = ask(text)
    assert [(str(reading.topic), reading.place) for reading in question.readings] == [(topic, None)]
    assert not question.readings[0].claimants


@pytest.mark.parametrize(
    "text", ["bot how many were killed? jake wont shut up about it", "бот, скільки загинуло? Оля мені не вірить"]
)
def test_leaves_open_what_the_question_leaves_open(ask: Ask, text: str) -> None:
    assert ask(text).missing == "side"


@pytest.mark.parametrize("text", ["вы оба неправы: чьи потери больше?", "ви обидва неправі: чиї втрати більші?"])
def test_both_sides_behind_talk_to_the_chat(ask: Ask, text: str) -> None:
    assert len(ask(text).readings) == 2


def test_a_place_beside_a_name_is_none_of_it(ask: Ask) -> None:
    assert [reading.place for reading in ask("Mike, and in Bakhmut? how many russians died").readings] == ["bakhmut"]


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("Mike, how many polish soldiers died?", Refusal.OTHER_PARTY),
        ("Tom says Afghanistan was worse. how many russians died there?", Refusal.OTHER_SUBJECT),
        ("Саша, скільки біженців? скільки танків", Refusal.OTHER_SUBJECT),
        ("was Ivan Petrenko killed", Refusal.PERSON),
        ("Мой сын пропал, Оля. помогите найти", Refusal.HELP),
    ],
)
def test_hides_no_other_matter(ask: Ask, text: str, refusal: Refusal) -> None:
    question = ask(text)
    assert question.outcome is Outcome.OUT_OF_SCOPE
    assert question.refusal is refusal
