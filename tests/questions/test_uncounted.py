"""Questions about losses that no count of them answers: where it was, how many could be, where captives are held."""

from collections.abc import Callable

import pytest

from bot.questions.question import Outcome, Question


@pytest.mark.parametrize(
    "text",
    [
        "коли нам дадуть ще f-16 і патріоти",
        "коли нам нарешті передадуть літаки",
        "когда нам дадут танки",
        "когда нам дадут ещё самолеты",
        "when will they give us more f-16s",
        "when do we get more tanks",
        "сколько танков дали украине",
        "how many Ukrainian prisons are there",
        "how many Russian prison camps are there",
        "how many prisons are there in Russia",
        "скільки в росії тюрем",
        "сколько тюрем в украине",
        "сколько украинских тюрем",
        "number of russian penal colonies",
        "how many tanks could Kyiv destroy",
        "how many planes can Ukraine shoot down",
        "how many soldiers can Russia lose",
        "how many tanks could they destroy",
        "how many tanks might russia lose",
        "скільки танків може знищити Україна",
        "скільки танків могла б знищити Україна",
        "скільки солдатів може втратити росія",
        "сколько танков может уничтожить Киев",
        "сколько самолётов смогут сбить украинцы",
        "сколько солдат может потерять россия",
        "скільки літаків зможуть збити зсу",
        "где уничтожили самолёты Украины",
        "де знищили літаки рф",
        "где сбили украинские самолеты",
        "де саме збили російські вертольоти",
        "де рф втратила найбільше танків",
        "где россия потеряла больше всего танков",
        "а где уничтожили танки рф?",
        "где были сбиты самолеты рф",
        "де було збито літаки рф",
    ],
)
def test_refused(ask: Callable[..., Question], text: str) -> None:
    assert ask(text).outcome is Outcome.OUT_OF_SCOPE


@pytest.mark.parametrize(
    "text",
    [
        "could you tell me how many tanks kyiv destroyed",
        "скільки росіян може бути вбито",
        "може 500 тисяч росіян загинуло?",
        "скільки росіян могло загинути",
        "де подивитись втрати рф",
        "где посмотреть потери рф",
        "где можно узнать сколько русских погибло",
        "де втрати рф",
        "где россия потеряла 600 тысяч?",
        "how many ukrainians are in russian prisons",
        "how many in russian prisons",
        "скільки українців у російських тюрмах",
        "сколько украинцев в российских колониях",
        "скільки в російському полоні",
        "скільки нам збили літаків",
        "how many pows in ukrainian prison camps",
    ],
)
def test_answered(ask: Callable[..., Question], text: str) -> None:
    assert ask(text).outcome is Outcome.UNDERSTOOD
