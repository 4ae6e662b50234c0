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
        "де знищено літаки рф",
        "де знищують російські танки",
        "де гинуть українські солдати",
        "где гибнут русские солдаты",
        "де найбільше загинуло українців",
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
        "где погибшие русские",
        "де вбиті росіяни",
        "де більше дітей загинуло, у нас в Україні чи у них в росії",
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


@pytest.mark.parametrize(
    "text",
    [
        "sinking of the general belgrano, how many sailors lost",
        "sailors lost on hms sheffield",
        "how many died when the belgrano sank",
        "втрати на крейсері белграно скільки моряків",
        "сколько моряков погибло на бисмарке",
        "how many sailors died on the bismarck",
        "how many sailors lost on the titanic",
        "препод завалил полгруппы, мы все в плену у сессии",
        "викладач завалив пів групи, ми всі в полоні сесії",
        "препод завалил всю группу на экзамене",
        "сессия убила полгруппы",
        "сесія вбила пів групи, ми в полоні у дедлайнів",
        "the exam killed half of the group",
        "we are prisoners of our deadlines, the prof killed us all",
        "clone wars: скільки дроїдів destroyed",
        "clone wars how many droids destroyed",
        "сколько дроидов уничтожено в войнах клонов",
        "скільки клонів загинуло у війнах клонів",
        "star wars: how many stormtroopers died",
        "how many jedi were killed in order 66",
        "heroes 3: скільки скелетів losses за один бій",
        "heroes 3 how many skeletons lost per battle",
        "герои 3: сколько скелетов потерял за бой",
        "герої 3 скільки скелетів втратив",
        "warhammer: сколько орков убито",
        "starcraft how many zerg killed",
        "скільки зомбі вбито в грі",
        "how many zombies were killed in the game",
        "how many glide bombs were dropped on kherson this week",
        "скільки кабів скинули на херсон за тиждень",
        "сколько каб сбросили на херсон за неделю",
        "how many kabs did russia drop on kharkiv",
        "how many missiles were launched at kyiv",
        "how many bombs hit kharkiv",
        "скільки авіабомб скинули на харків",
        "сколько авиабомб сбросила россия на харьков",
        "how many shells were fired at kherson",
        "скільки ракет випустили по києву",
        "скільки шахедів запустили по одесі",
        "сколько шахедов выпустили по одессе",
        "what is the status of ukrainian pows",
    ],
)
def test_another_war_a_game_an_exam_and_what_was_dropped_are_refused(ask: Callable[..., Question], text: str) -> None:
    assert ask(text).outcome is Outcome.OUT_OF_SCOPE


@pytest.mark.parametrize(
    "text",
    [
        "сколько моряков погибло на крейсере москва",
        "how many sailors lost on the moskva",
        "у меня сессия, сколько русских погибло",
        "сколько русских погибло? у меня сессия завтра",
        "в мене сесія, скільки росіян загинуло",
        "how many civilians were killed by glide bombs dropped on kherson",
        "сколько русских погибло, скинули ссылку в чат",
        "скільки росіян загинуло, скинули в чат",
        "скільки орків убито",
    ],
)
def test_what_only_resembles_them_is_answered(ask: Callable[..., Question], text: str) -> None:
    assert ask(text).outcome is Outcome.UNDERSTOOD
