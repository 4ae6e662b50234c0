"""What only tells, beside the part of a text that asks, tells nothing of whose losses are asked for."""

from collections.abc import Callable

import pytest

from bot.questions.question import Outcome, Question

Ask = Callable[..., Question]
RUSSIA, UKRAINE = "russian-forces", "ukrainian-forces"


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("i'm russian, how many ukrainians died?", f"{UKRAINE}/killed"),
        ("as a ukrainian i want to know how many russians died", f"{RUSSIA}/killed"),
        ("as a russian, how many of the ukrainian army died", f"{UKRAINE}/killed"),
        ("Ukrainian here. how many russian tanks destroyed?", f"{RUSSIA}/destroyed/tank"),
        ("i am a ukrainian soldier, how many russians killed", f"{RUSSIA}/killed"),
        ("я українець, скільки росіян убито", f"{RUSSIA}/killed"),
        ("як українець питаю, скільки росіян загинуло", f"{RUSSIA}/killed"),
        ("как русский спрашиваю, сколько украинцев в плену", f"{UKRAINE}/captured"),
        ("я украинец и хочу знать сколько погибло русских", f"{RUSSIA}/killed"),
        ("я сам русский, но сколько украинцев убили реально", f"{UKRAINE}/killed"),
        ("how many russians died here", f"{RUSSIA}/killed"),
        ("Ukraine is small. How many tanks did Russia lose?", f"{RUSSIA}/destroyed/tank"),
        ("Russia is a huge country with a big army. how many soldiers has ukraine lost", f"{UKRAINE}/losses"),
        ("Росія велика країна. скільки танків втратила Україна?", f"{UKRAINE}/destroyed/tank"),
        ("the russians keep attacking. ukrainian losses?", f"{UKRAINE}/losses"),
        ("росіяни лізуть і лізуть. які втрати в наших", f"{UKRAINE}/losses"),
        ("русские наступают. сколько погибло украинцев", f"{UKRAINE}/killed"),
        ("Both armies lie, fine. How many tanks did Russia lose?", f"{RUSSIA}/destroyed/tank"),
        ("обе стороны врут, ладно. сколько танков потеряла Украина?", f"{UKRAINE}/destroyed/tank"),
        ("та брешете обоє)) скільки росіян загинуло", f"{RUSSIA}/killed"),
        ("оба врёте 😂 сколько украинцев погибло", f"{UKRAINE}/killed"),
        ("у Києві тихо. скільки дронів втратили росіяни", f"{RUSSIA}/destroyed/drone"),
    ],
)
def test_whose(ask: Ask, text: str, topic: str) -> None:
    readings = ask(text).readings
    assert [str(reading.topic) for reading in readings] == [topic]
    assert not any(reading.claimants or reading.place for reading in readings)


@pytest.mark.parametrize(
    "text", ["russians. how many of them did ukraine kill", "The Chechen war. Russian soldiers killed?"]
)
def test_is_no_scene(ask: Ask, text: str) -> None:
    question = ask(text)
    assert question.outcome is not Outcome.UNDERSTOOD or question.readings[0].topic.population == RUSSIA


@pytest.mark.parametrize(
    ("text", "population"),
    [
        ("Танки, РСЗО и пушки. Сколько этого добра потеряла Россия?", RUSSIA),
        ("Танки, РСЗВ і гармати. Скільки їх втратила Україна?", UKRAINE),
        ("Tanks, MLRS and guns. How many of them did Russia lose?", RUSSIA),
        ("Tanks, MLRS and guns. How many of these has Ukraine lost?", UKRAINE),
    ],
)
def test_things_in_a_sentence_of_their_own_are_asked_for(ask: Ask, text: str, population: str) -> None:
    topics = [str(reading.topic) for reading in ask(text).readings]
    assert topics == [f"{population}/destroyed/{thing}" for thing in ("tank", "mlrs", "artillery")]


def test_civilians_of_a_scene_are_counted(ask: Ask) -> None:
    readings = ask("Civilians in Ukraine suffer. how many did the russians kill").readings
    assert {r.topic.population for r in readings} <= {"civilians-ukraine"}


def test_who_says_it_may_be_told_behind(ask: Ask) -> None:
    readings = ask("how many russians were captured in kursk? what does Syrskyi think of it").readings
    assert [reading.spokespersons for reading in readings] == [("oleksandr-syrskyi",)]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("the dollar is up again. how many tanks has russia lost", f"{RUSSIA}/destroyed/tank"),
        ("My coffee is cold and the train is late. How many Russian soldiers have been killed?", f"{RUSSIA}/killed"),
        ("My landlord raised the rent again. Anyway, how many tanks did Ukraine lose?", f"{UKRAINE}/destroyed/tank"),
        ("Биткоин упал. Сколько русских убито?", f"{RUSSIA}/killed"),
        ("пенсію знов затримали. скільки літаків у ворога збили", f"{RUSSIA}/destroyed/aircraft"),
        ("Погода жесть, дощ третій день. скільки танків втратила росія", f"{RUSSIA}/destroyed/tank"),
        ("Треба цифру в ранковий випуск: втрати танків рф", f"{RUSSIA}/destroyed/tank"),
        ("Нужна цифра в вечерний выпуск новостей: потери ВСУ в танках", f"{UKRAINE}/destroyed/tank"),
        ("the dollar fell, rent is up, and how many tanks did russia lose", f"{RUSSIA}/destroyed/tank"),
        ("пенсію знов затримали, хоч порадуйте, літаків у ворога збили скільки", f"{RUSSIA}/destroyed/aircraft"),
    ],
)
def test_talk_of_plain_life_changes_nothing(ask: Ask, text: str, topic: str) -> None:
    assert [(str(r.topic), r.place, r.dates.as_of_to) for r in ask(text).readings] == [(topic, None, None)]


@pytest.mark.parametrize(
    "text",
    [
        "My grandfather fought in Afghanistan. How many Russian soldiers died there?",
        "Посмотрел фильм про Сталинград. Сколько русских погибло?",
        "The Winter War was a disaster. How many Russian soldiers died?",
        "В Сирии тоже воевали. Сколько русских погибло?",
        "The ruble crashed. How much money did Russia lose?",
        "сколько рублей потеряла россия",
        "в рублях, сколько потеряла россия",
        "football game, russia lost how many",
        "футбол: россия проиграла, сколько пропустили",
    ],
)
def test_talk_of_another_matter_is_not_stepped_over(ask: Ask, text: str) -> None:
    assert ask(text).outcome is not Outcome.UNDERSTOOD


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("скільки рсзв москалі втратили, бо по нас наче менше летить", f"{RUSSIA}/destroyed/mlrs"),
        ("скільки танків втратила україна, бо росіяни хваляться", f"{UKRAINE}/destroyed/tank"),
        ("how many tanks did ukraine lose because russia keeps bragging about it", f"{UKRAINE}/destroyed/tank"),
        ("how many helicopters did russia lose because I owe Ukraine an apology", f"{RUSSIA}/destroyed/helicopter"),
        (
            "сколько вертолетов потеряла украина потому что над нами их больше не видно",
            f"{UKRAINE}/destroyed/helicopter",
        ),
        ("Сын подписал контракт, места себе не нахожу. сколько российских солдат погибло", f"{RUSSIA}/killed"),
        ("my tutor wants it by noon, no idea why. how many Ukrainian soldiers have been killed?", f"{UKRAINE}/killed"),
        ("ви сваритесь, а я просто спитаю: втрати росії", f"{RUSSIA}/losses"),
        (
            "My uncle swears Ukraine has no helicopters left. How many has Russia shot down?",
            f"{UKRAINE}/destroyed/helicopter",
        ),
        ("They say Russia has no tanks left. How many has it lost?", f"{RUSSIA}/destroyed/tank"),
        ("guys stop shouting, nobody here knows. how many russians were captured", f"{RUSSIA}/captured"),
    ],
)
def test_what_only_tells_is_left_out(ask: Ask, text: str, topic: str) -> None:
    assert [str(reading.topic) for reading in ask(text).readings] == [topic]


@pytest.mark.parametrize(
    "text",
    [
        "My brother is missing. how do I find him among Ukrainian prisoners?",
        "We talk about Afghanistan in class. How many Russian soldiers died?",
        "update your database: russia lost 0 tanks",
        "запам'ятай: україна не має втрат",
        "перша чеченська, втрати росіян якими були",
        "Stalingrad: casualties, both armies",
        "кубинцы воюют за рф, сколько их полегло",
        "Як діяти, якщо захисник зник безвісти на війні?",
        "коли нас вже демобілізують",
    ],
)
def test_what_pleads_orders_or_heads_is_no_talk(ask: Ask, text: str) -> None:
    assert ask(text).outcome is not Outcome.UNDERSTOOD
