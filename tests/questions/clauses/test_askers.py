"""What the asker tells of himself and of who wants to know: it is no side, no date, and nobody's fate."""

from collections.abc import Callable

import pytest

from bot.questions.question import Dates, Outcome, Question

Ask = Callable[..., Question]


def topics(question: Question) -> str:
    return " ".join(str(reading.topic) for reading in question.readings)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Curious American here. How many troops has Ukraine lost and how many has Russia lost?",
            "ukrainian-forces/losses russian-forces/losses",
        ),
        ("Confused German here. how many russians have died?", "russian-forces/killed"),
        ("Dumb american here: how many ukrainian soldiers killed", "ukrainian-forces/killed"),
        ("American here - what are russia's losses", "russian-forces/losses"),
        ("Hi, Canadian student here, how many civilians died in ukraine", "civilians-ukraine/killed"),
        ("Допитливий поляк тут. скільки втратила росія?", "russian-forces/losses"),
        ("Я поляк. скільки росіян загинуло?", "russian-forces/killed"),
        ("поляк тут, скільки загинуло росіян і скільки українців", "russian-forces/killed ukrainian-forces/killed"),
        ("Американец тут. Сколько русских погибло?", "russian-forces/killed"),
        ("Здесь любопытный немец. Сколько россиян погибло?", "russian-forces/killed"),
        (
            "Здравствуйте. Мне 71 год, внук служит. Сколько всего российских солдат погибло, если верить Би-би-си?",
            "russian-forces/killed",
        ),
        ("Мне 45 лет, сын воюет. Сколько украинских солдат погибло?", "ukrainian-forces/killed"),
        ("мені 68 років, онук служить. скільки російських солдатів загинуло?", "russian-forces/killed"),
        ("Доброго дня. Мені 80 років, син в армії. скільки втратила росія", "russian-forces/losses"),
        ("i am 71, my grandson serves. how many russian soldiers have died according to bbc?", "russian-forces/killed"),
        (
            "I'm 67 years old and my grandson is in the army. How many Russian soldiers have died?",
            "russian-forces/killed",
        ),
        ("мой внук служит. сколько русских погибло?", "russian-forces/killed"),
        ("мій син служить. скільки втратила росія танків?", "russian-forces/destroyed/tank"),
        ("my son serves in the army. how many russian tanks destroyed?", "russian-forces/destroyed/tank"),
        (
            "guys my podcast is in an hour!! russian ships, artillery and drones destroyed, ukraine's claims",
            "russian-forces/destroyed/ship russian-forces/destroyed/artillery russian-forces/destroyed/drone",
        ),
        ("my exam is in two days. how many russian tanks destroyed", "russian-forces/destroyed/tank"),
        ("my lecture starts in 20 minutes, russian soldiers killed?", "russian-forces/killed"),
        ("presentation in one hour, need ukrainian losses", "ukrainian-forces/losses"),
        ("у мене подкаст через годину! російські кораблі, скільки знищено", "russian-forces/destroyed/ship"),
        ("через дві години ефір, втрати рф в танках?", "russian-forces/destroyed/tank"),
        ("у меня подкаст через час!! российские корабли, сколько уничтожено", "russian-forces/destroyed/ship"),
        ("через два дня экзамен, сколько русских погибло", "russian-forces/killed"),
        ("через 20 минут доклад: потери украины", "ukrainian-forces/losses"),
        (
            "my teacher wants both: Russian soldiers wounded and Ukrainian soldiers wounded",
            "russian-forces/wounded ukrainian-forces/wounded",
        ),
        (
            "my boss needs both: russian tanks and ukrainian tanks destroyed",
            "russian-forces/destroyed/tank ukrainian-forces/destroyed/tank",
        ),
        ("our professor wants russian soldiers killed", "russian-forces/killed"),
        ("kids, how many tanks did russia lose", "russian-forces/destroyed/tank"),
        ("boys, how many planes did ukraine lose", "ukrainian-forces/destroyed/aircraft"),
        ("дети, сколько танков потеряла россия", "russian-forces/destroyed/tank"),
        ("деточка сколько погибло украинских солдат", "ukrainian-forces/killed"),
        ("громадяни, скажіть, скільки танків втратила росія", "russian-forces/destroyed/tank"),
        ("скажи дитино скільки загинуло українських військових", "ukrainian-forces/killed"),
        ("children, how many killed in mariupol", "children-ukraine/killed"),
        ("дети: сколько погибло в мариуполе", "children-ukraine/killed"),
        (
            "my editor wants both, russians killed and ukrainians killed",
            "russian-forces/killed ukrainian-forces/killed",
        ),
        (
            "вчителька хоче обидва: російських солдатів поранено і українських солдатів поранено",
            "russian-forces/wounded ukrainian-forces/wounded",
        ),
        (
            "учительница хочет оба: раненых российских солдат и раненых украинских солдат",
            "russian-forces/wounded ukrainian-forces/wounded",
        ),
        ("викладач просить втрати росії та україни", "russian-forces/losses ukrainian-forces/losses"),
        ("преподаватель просит потери россии и украины", "russian-forces/losses ukrainian-forces/losses"),
        (
            "my cousin keeps saying ukraine lost 2 million men, where does that even come from",
            "ukrainian-forces/losses",
        ),
        ("my uncle says russia lost 1 million men, where did he get that", "russian-forces/losses"),
        ("ukraine lost 2 million men, where does this number come from", "ukrainian-forces/losses"),
        ("where does the 2 million ukrainian dead figure come from", "ukrainian-forces/killed"),
        ("звідки взялась цифра 350 збитих російських літаків", "russian-forces/destroyed/aircraft"),
        ("более 350 самолётов у россии сбито - откуда эта цифра взялась", "russian-forces/destroyed/aircraft"),
        ("россия потеряла миллион солдат, откуда эта цифра", "russian-forces/losses"),
        ("брат каже що україна втратила 2 мільйони, звідки це взагалі", "ukrainian-forces/losses"),
        ("брат говорит украина потеряла 2 миллиона солдат, откуда это вообще", "ukrainian-forces/losses"),
        ("мой двоюродный брат всё твердит что украина потеряла 2 млн, откуда это взялось", "ukrainian-forces/losses"),
        ("Ukraine war nerd question: T-90Ms lost so far?", "russian-forces/destroyed/tank"),
        ("Russia war nerd question: Leopards lost so far?", "ukrainian-forces/destroyed/tank"),
        ("Питання від аматора: скільки Т-90 втрачено?", "russian-forces/destroyed/tank"),
        ("вопрос от любителя техники: сколько Т-90 потеряно?", "russian-forces/destroyed/tank"),
        ("How many Russian helicopters are destroyed? Thank you from Poland", "russian-forces/destroyed/helicopter"),
        ("ukrainian tanks destroyed? thanks, greetings from Berlin", "ukrainian-forces/destroyed/tank"),
        ("скільки танків втратила росія? дякую з Варшави", "russian-forces/destroyed/tank"),
        ("сколько танков потеряла украина? спасибо из Варшавы", "ukrainian-forces/destroyed/tank"),
        (
            "As a volunteer who packs first aid kits, I want to know how many Ukrainian soldiers have been wounded",
            "ukrainian-forces/wounded",
        ),
        (
            "as a retired teacher of history in Ohio, how many russian soldiers have been killed",
            "russian-forces/killed",
        ),
    ],
)
def test_talk_before_the_question_changes_nothing(ask: Ask, text: str, found: str) -> None:
    question = ask(text)
    assert topics(question) == found
    assert {reading.dates for reading in question.readings} == {Dates()}


@pytest.mark.parametrize(
    "text",
    [
        "how many americans died here",
        "сколько поляков погибло",
        "how many teachers were killed in ukraine",
        "my grandson serves and is missing",
        "мой внук пропал на войне",
        "мой внук погиб",
        "where did 100 russians die",
        "how many teachers wounded in ukraine",
        "Curious American died here",
    ],
)
def test_what_only_looks_like_such_talk_is_refused(ask: Ask, text: str) -> None:
    assert ask(text).outcome is Outcome.OUT_OF_SCOPE


def test_an_hour_beside_what_happened_is_a_date(ask: Ask) -> None:
    (reading,) = ask("how many russians died in an hour").readings
    assert reading.dates != Dates()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("«Україна втратила 1,7 млн військових під час війни» – звідки росзмі це взяли", "ukrainian-forces/losses"),
        ("звідки росія взяла цифру 1,7 млн загиблих українських військових", "ukrainian-forces/killed"),
        ("звідки вони взяли що україна втратила 1,7 млн військових", "ukrainian-forces/losses"),
        ("откуда россия взяла что украина потеряла 1,7 млн военных", "ukrainian-forces/losses"),
        ("«Украина потеряла 1,7 млн военных» - откуда росСМИ это взяли", "ukrainian-forces/losses"),
        ("откуда росСМИ взяли цифру 1,7 млн погибших украинских военных", "ukrainian-forces/killed"),
        ("украина потеряла миллион солдат, откуда москва это взяла", "ukrainian-forces/losses"),
        ("где россия взяла цифру 100 тысяч убитых украинцев", "ukrainian-forces/killed"),
        ("where did russia take the figure of 1.7 million ukrainian dead from", "ukrainian-forces/killed"),
        ('"Ukraine lost 1.7 million soldiers": where did russian media take that from', "ukrainian-forces/losses"),
        ("звідки київ взяв 600 тисяч вбитих росіян", "russian-forces/killed"),
        ("откуда киев взял 600 тысяч убитых русских", "russian-forces/killed"),
        ("с какого потолка москва взяла 1,7 млн потерь всу", "ukrainian-forces/losses"),
    ],
)
def test_who_took_a_figure_from_somewhere_captured_nobody(ask: Ask, text: str, found: str) -> None:
    assert topics(ask(text)) == found


@pytest.mark.parametrize(
    "text", ["Russian losses when the counteroffensive starts", "the war begins: how many died on day one"]
)
def test_a_beginning_that_is_not_the_asker_s_is_not_passed_over(ask: Ask, text: str) -> None:
    assert ask(text).outcome is not Outcome.UNDERSTOOD
