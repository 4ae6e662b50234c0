"""Whose losses: minimal pairs that differ in who did it to whom."""

from collections.abc import Callable

import pytest

from bot.questions.question import Outcome, Question

RUSSIA, UKRAINE = "russian-forces", "ukrainian-forces"


@pytest.mark.parametrize(
    ("text", "population"),
    [
        ("How many tanks did Russia destroy?", UKRAINE),
        ("How many tanks has Russia destroyed?", UKRAINE),
        ("How many tanks has Russia lost?", RUSSIA),
        ("tanks Ukraine destroyed", RUSSIA),
        ("Ukraine tanks destroyed", UKRAINE),
        ("tanks destroyed by Ukraine", RUSSIA),
        ("tanks lost by Ukraine", UKRAINE),
        ("how many jets fell to Ukrainian Patriots", RUSSIA),
        ("how many jets fell to Russian S-400s", UKRAINE),
        ("how many Russian jets were lost to Patriots", RUSSIA),
        ("how many soldiers fell to Ukrainian drones", RUSSIA),
        ("how many Abrams fell to Russian drones", UKRAINE),
        ("tanks lost to Ukraine", RUSSIA),
        ("Russian tanks destroyed by Ukraine", RUSSIA),
        ("how many Ukrainians did Russia kill", UKRAINE),
        ("how many Russians were killed by Ukraine", RUSSIA),
        ("Russians killed at the hands of Ukrainians", RUSSIA),
        ("how many drones did Russian air defence shoot down", UKRAINE),
        ("POWs held by Ukraine", RUSSIA),
        ("Ukrainian POWs held by Russia", UKRAINE),
        ("soldiers in Russian captivity", UKRAINE),
        ("how many POWs does Russia have", UKRAINE),
        ("Moscow says it destroyed how many tanks", UKRAINE),
        ("скільки гелікоптерів збили росіяни", UKRAINE),
        ("скільки гелікоптерів збили у росіян", RUSSIA),
        ("скільки українців вбили росіяни", UKRAINE),
        ("скільки росіян вбили українці", RUSSIA),
        ("скільки танків знищили українські військові", RUSSIA),
        ("скільки танків знищила російська армія", UKRAINE),
        ("скільки танків знищено росіянами", UKRAINE),
        ("скільки танків втрачено росіянами", RUSSIA),
        ("скільки танків підбили наші", RUSSIA),
        ("скільки наших танків підбили", UKRAINE),
        ("скільки дронів збила наша ппо", RUSSIA),
        ("скільки наших у полоні в росії", UKRAINE),
        ("сколько потопили кораблей украинские моряки", RUSSIA),
        ("сколько сбили вертолётов российские лётчики", UKRAINE),
        ("скільки знищили танків українські десантники", RUSSIA),
        ("сколько танков потеряли украинские десантники", UKRAINE),
        ("данные по погибшим русским", RUSSIA),
        ("данные по пленным украинцам", UKRAINE),
        ("по убитым русским солдатам сколько", RUSSIA),
        ("сколько самолётов сбили у ВСУ", UKRAINE),
        ("сколько самолётов сбила ВСУ", RUSSIA),
        ("сколько танков потеряла россия", RUSSIA),
        ("сколько танков уничтожила россия", UKRAINE),
        ("сколько танков уничтожено россией", UKRAINE),
        ("сколько дронов сбило российское пво", UKRAINE),
        ("сколько ракет сбила пво украины", RUSSIA),
        ("сколько украинских солдат в российском плену", UKRAINE),
        ("сколько пленных у россии", UKRAINE),
        ("сколько солдат погибло от ударов всу", RUSSIA),
        ("сколько россиян убито всу", RUSSIA),
        ("сколько русских убили зсу", RUSSIA),
        ("скільки дронів збили у росії", RUSSIA),
        ("скільки шахедів збила ппо", RUSSIA),
        ("500k losses in ukraine's army", UKRAINE),
        ("потери украины с начала вторжения россии", UKRAINE),
        ("Russian casualties in the war against Ukraine", RUSSIA),
        ("Ukrainian-held Russian prisoners", RUSSIA),
        ("russia kills how many per day", UKRAINE),
        ("средства пво россии уничтоженные всу", RUSSIA),
        ("танки украины уничтоженные вс рф", UKRAINE),
        ("літаки росії, збиті зсу", RUSSIA),
        ("how many soldiers is russia holding", UKRAINE),
        ("POWs from Russia", RUSSIA),
        ("how many planes has the RuAF lost", RUSSIA),
        ("how many men has Putin lost", RUSSIA),
        ("how many men has Zelensky lost", UKRAINE),
        ("Putin's losses so far in men", RUSSIA),
        ("сколько танков потерял зеленский", UKRAINE),
        ("скільки солдатів втратив путін", RUSSIA),
        ("сколько российской техники уничтожено", RUSSIA),
        ("сколько техники уничтожено российской армией", UKRAINE),
        ("данные по погибшим российским военным", RUSSIA),
        ("скільки української ппо знищено", UKRAINE),
        ("1,2 млн потерь россиян - это фейк хохлов или нет", RUSSIA),
        ("чи це брехня русні що 1,7 млн українців загинуло", UKRAINE),
        ("300k russian dead, kremlin lies or fact", RUSSIA),
        ("сколько пленных набрали русские", UKRAINE),
        ("сколько военнопленных имеют украинцы", RUSSIA),
        ("пленные русские сколько", RUSSIA),
        ("сколько русских угробила украина", RUSSIA),
        ("сколько солдат положила украина", UKRAINE),
        ("яку кількість с-400 знищено зсу", RUSSIA),
        ("оценка украинских потерь", UKRAINE),
        ("скільки своїх поклала рф", RUSSIA),
        ("сколько своих положили украинцы под авдеевкой", UKRAINE),
        ("сколько танков уничтожено дронами всу", RUSSIA),
        # people named before those who did it, and right behind a participle a name without cases
        ("сколько мирных погибло с украинской стороны", "civilians-ukraine"),
        ("скільки цивільних загинуло з російської сторони", "civilians-russia"),
        ("російські окупанти вбили в Бучі 320 цивільних", "civilians-ukraine"),
        ("украинские националисты убили под Белгородом 20 гражданских", "civilians-russia"),
        ("скільки росіян здалося в полон зсу", RUSSIA),
        ("сколько украинцев сдалось в плен вс рф", UKRAINE),
        ("вертолёты, сбитые всу", RUSSIA),
        ("кількість літаків, збитих вкс", UKRAINE),
        ("сбитые вертолёты всу", UKRAINE),
        # where it happened leaves nobody else to have done it
        ("скільки солдатів поклала росія в україні", RUSSIA),
        ("сколько танков русские угробили на украинском фронте", RUSSIA),
        ("скільки танків українці погубили на російському фронті", UKRAINE),
        # forms in which nobody does it, and nouns of deeds
        ("скільки танків втрачається росіянами щодня", RUSSIA),
        ("сколько уничтожалось украинских танков в месяц в 2024", UKRAINE),
        ("скільки збивалося українських літаків щомісяця", UKRAINE),
        ("ликвидация русских солдат, цифры за сутки", RUSSIA),
        ("elimination of Ukrainian soldiers, how many", UKRAINE),
        ("мінус скільки літаків у рф за жовтень", RUSSIA),
        # people of one side in the doer's case, or in the nominative behind a plural verb
        ("скільки літаків збито азовцями", RUSSIA),
        ("скільки літаків збито кадирівцями", UKRAINE),
        ("количество танков, подбитых защитниками Украины", RUSSIA),
        ("сколько танков уничтожили бойцы всу", RUSSIA),
        ("сколько самолетов сбили военные рф", UKRAINE),
        ("скільки танків підбили хлопці із зсу", RUSSIA),
        ("скільки вагнерівцями вбито українців", UKRAINE),
        # a reflexive befell its subject; those who are told something are hearers
        ("орки двухсотятся по тыще в день это правда?", RUSSIA),
        ("українці двохсотяться сотнями, це правда", UKRAINE),
        ("нам кажуть 400 тисяч поранених росіян, хто таке рахує", RUSSIA),
        # an institution beside a verb of losing lost it
        ("скільки літаків втратили повітряні сили україни", UKRAINE),
        ("сколько самолетов потеряли воздушные силы украины", UKRAINE),
    ],
)
def test_side(ask: Callable[..., Question], text: str, population: str) -> None:
    question = ask(text)
    assert {r.topic.population for r in question.readings} == {population}


@pytest.mark.parametrize(
    "text",
    [
        "how many of our soldiers died",
        "how many enemy tanks were destroyed",
        "enemy drones brought down on 20 November, Russian army",
        "втрати ворога, ЗСУ",
        "потери противника, ВСУ",
        "сколько танков подбили наши",
        "потери противника",
        "сколько самолётов ВСУ сбили",
        "сколько танков уничтожено всу",
        "сбитые рф самолеты",
        "взяті в полон зсу",
        "сколько самолетов сбито над украиной",
        "сколько дронов сбито над регионами россии",
        "сбито дронов над 5 регионами украины",
        "скільки дронів збито над територією росії",
        "скільки цивільних вбили зсу",
        "civilians of ukraine killed in belgorod",
        "how many soldiers were killed",
        "wounded according to the Pentagon",
        "скільки полонених",
        "скільки військових загинуло в україні",
        "tanks destroyed",
        "how many have been killed per Zelensky",
        "marines ukraine killed 2023",
        "russian kill count in may 2024",
    ],
)
def test_the_side_is_asked_back(ask: Callable[..., Question], text: str) -> None:
    question = ask(text)
    assert (question.outcome, question.missing) == (Outcome.CLARIFY, "side")
    assert len(question.suggestions) >= 2


@pytest.mark.parametrize(
    ("text", "claimants", "population"),
    [
        ("Russian dead according to Kyiv", ("ukraine",), RUSSIA),
        ("Kyiv vs Moscow numbers on Russian dead", ("ukraine", "russia"), RUSSIA),
        ("what does Moscow say about Ukrainian losses", ("russia",), UKRAINE),
        ("what does the Kremlin say about its own losses", ("russia",), RUSSIA),
        ("British MoD Russian casualties", ("uk-mod",), RUSSIA),
        ("втрати зсу за даними міноборони рф", ("russia-mod",), UKRAINE),
        ("потери рф по данным генштаба всу", ("ukraine-general-staff",), RUSSIA),
    ],
)
def test_a_claimant_is_never_the_side(
    ask: Callable[..., Question], text: str, claimants: tuple[str, ...], population: str
) -> None:
    question = ask(text)
    assert [(r.claimants, r.topic.population) for r in question.readings] == [(claimants, population)]


@pytest.mark.parametrize(
    "text",
    [
        "Russian vs Ukrainian soldiers killed",
        "How many Russian and Ukrainian soldiers were killed?",
        "russian and ukrainian troops captured",
        "Russian and Ukrainian tanks destroyed",
        "Russian or Ukrainian civilians killed",
        "скільки загинуло російських і українських солдатів",
        "сколько погибло российских и украинских военных",
        "російські та українські танки знищено",
    ],
)
def test_adjectives_of_both_sides_share_the_noun_behind_them(ask: Callable[[str], Question], text: str) -> None:
    populations = [reading.topic.population for reading in ask(text).readings]
    assert populations in ([RUSSIA, UKRAINE], ["civilians-russia", "civilians-ukraine"])


@pytest.mark.parametrize(
    ("text", "population"),
    [
        ("сколько техники уничтожили байрактары", RUSSIA),
        ("скільки техніки знищили хаймарси", RUSSIA),
        ("сколько леопардов сожгли ланцеты", UKRAINE),
        ("how many tanks did HIMARS destroy", RUSSIA),
        ("tanks killed by Bayraktars", RUSSIA),
        ("tanks destroyed with Bayraktars", RUSSIA),
        ("сколько танков сожгли байрактарами", RUSSIA),
        ("сколько танков уничтожено с помощью хаймарсов", RUSSIA),
        ("скільки танків знищили нацгвардійці", RUSSIA),
        ("скільки танків спалили азовці", RUSSIA),
        ("сколько танков сожгли кадыровцы", UKRAINE),
        ("сколько байрактаров сбили", UKRAINE),
        ("сколько танков и байрактаров уничтожили", UKRAINE),
        ("скільки леопардів знищили", UKRAINE),
        ("скільки бредлі спалили орки", UKRAINE),
        ("Leopards lost with crews", UKRAINE),
    ],
)
def test_what_one_side_alone_has_did_it_or_was_lost(ask: Callable[..., Question], text: str, population: str) -> None:
    question = ask(text)
    assert {r.topic.population for r in question.readings} == {population}
    assert all(r.unmatched for r in question.readings)


@pytest.mark.parametrize(
    ("text", "population"),
    [
        ("drones downed overnight, Russian defence ministry", UKRAINE),
        ("сколько беспилотников сбито за ночь, минобороны рф отчиталось", UKRAINE),
        ("how many ships sunk, Kyiv claims", RUSSIA),
        ("tanks destroyed according to the Ukrainian general staff", RUSSIA),
        ("tanks destroyed, Kyiv admits", UKRAINE),
        ("потери танков по данным генштаба зсу", None),
        ("how many planes destroyed per Oryx", None),
    ],
)
def test_who_reports_a_deed_tells_of_the_other_side(
    ask: Callable[..., Question], text: str, population: str | None
) -> None:
    assert {r.topic.population for r in ask(text).readings} == ({population} if population else set())


@pytest.mark.parametrize(
    ("text", "topic", "place"),
    [
        ("Kyiv killed 31 july 2025", "civilians-ukraine/killed", "kyiv"),
        ("Moscow killed 2025", "civilians-russia/killed", "moscow"),
        ("how many men did Kyiv lose", "ukrainian-forces/losses", None),
        ("Москва потеряла 500 танков", "russian-forces/destroyed/tank", None),
        ("в енгельсі знищено літаків", "russian-forces/destroyed/aircraft", "engels"),
        ("скільки літаків знищено в саках", "russian-forces/destroyed/aircraft", "saky"),
        ("скільки танків знищено у рф", "russian-forces/destroyed/tank", None),
    ],
)
def test_a_capital_or_a_place_tells_whose(
    ask: Callable[..., Question], text: str, topic: str, place: str | None
) -> None:
    assert [(str(r.topic), r.place) for r in ask(text).readings] == [(topic, place)]


@pytest.mark.parametrize(
    ("text", "population"),
    [
        ("how many men is Russia down", RUSSIA),
        ("how many planes is Ukraine down", UKRAINE),
        ("how many drones did Ukraine down", RUSSIA),
        ("how many tanks does Russia have destroyed", RUSSIA),
        ("how many tanks has Russia destroyed", UKRAINE),
        ("tanks destroyed by Azov fighters", RUSSIA),
        ("how many tanks did Azov fighters destroy", RUSSIA),
        ("tanks lost by Azov fighters", UKRAINE),
        ("how many tanks were by Russia lost", RUSSIA),
        ("how many tanks were by Russia destroyed", UKRAINE),
        ("how many Leopards did Russia destroy", UKRAINE),
    ],
)
def test_english_subjects(ask: Callable[..., Question], text: str, population: str) -> None:
    assert {r.topic.population for r in ask(text).readings} == {population}


@pytest.mark.parametrize(
    "text",
    [
        "Russian Leopards destroyed",
        "Ukrainian T-90 destroyed",
        "сколько леопардов у рф сожгли",
        "how many Leopards did Ukraine destroy",
        "how many T-90M did the Russians knock out",
        "how many HIMARS have been destroyed by Ukraine",
        "сколько армат уничтожила россия",
        "скільки калібрів збила росія",
    ],
)
def test_things_that_the_other_side_alone_has_are_asked_back(ask: Callable[..., Question], text: str) -> None:
    assert ask(text).outcome is Outcome.CLARIFY


@pytest.mark.parametrize(
    "text", ["какие потери нанесла ВСУ рф", "яких втрат завдала ЗСУ рф", "каких потерь нанесла всу рф за год"]
)
def test_names_without_cases_behind_a_verb_of_one_are_asked_back(ask: Callable[..., Question], text: str) -> None:
    assert ask(text).outcome is Outcome.CLARIFY


@pytest.mark.parametrize(
    ("text", "population", "claimant"),
    [
        ("how many killed ukrainians says Russia", UKRAINE, "russia"),
        ("how many killed russians says Kyiv", RUSSIA, "ukraine"),
        ("Russians killed, says Ukraine", RUSSIA, "ukraine"),
        ("the UK's version of Ukrainian losses", UKRAINE, "uk"),
        ("the UK's estimate of Russian dead", RUSSIA, "uk"),
    ],
)
def test_who_says_it_in_the_last_place(ask: Callable[..., Question], text: str, population: str, claimant: str) -> None:
    assert [(r.topic.population, r.claimants) for r in ask(text).readings] == [(population, (claimant,))]


@pytest.mark.parametrize(
    ("text", "population"),
    [
        ("Russian Air Defenses Shot Down 20 Ukrainian Drones Overnight - MoD", UKRAINE),
        ("Ukrainian Air Defense Shot Down 45 Drones Overnight", RUSSIA),
        ("Russian forces destroyed 20 Ukrainian tanks", UKRAINE),
        ("Ukrainian soldiers killed 300 Russians", RUSSIA),
        ("Russian tanks destroyed 20", RUSSIA),
        ("по украинской стороне нужны итоги: пленные", UKRAINE),
        ("по российской стороне: пленные и без вести", RUSSIA),
        ("сколько пленных у украинской стороны", RUSSIA),
        ("Скільки людей в Україні вважаються зниклими безвісти", UKRAINE),
        ("how many people are missing in Russia", RUSSIA),
    ],
)
def test_headlines_and_places_of_a_side(ask: Callable[..., Question], text: str, population: str) -> None:
    assert {r.topic.population for r in ask(text).readings} == {population}


@pytest.mark.parametrize("text", ["how many soldiers are missing in Ukraine", "how many people were killed in Ukraine"])
def test_where_it_happened_does_not_tell_whose_soldiers(ask: Callable[..., Question], text: str) -> None:
    assert ask(text).outcome is Outcome.CLARIFY


@pytest.mark.parametrize(
    ("text", "population"),
    [
        ("шойгу заявлял 5937 погибших у нас", RUSSIA),
        ("зеленский говорил о 31 тысяче погибших у нас", UKRAINE),
    ],
)
def test_us_in_the_words_of_an_official(ask: Callable[..., Question], text: str, population: str) -> None:
    assert {r.topic.population for r in ask(text).readings} == {population}


def test_with_what_civilians_were_killed_leaves_the_place(ask: Callable[..., Question]) -> None:
    (reading,) = ask("скільки вбито цивільних дронами у Херсоні").readings
    assert (str(reading.topic), reading.place) == ("civilians-ukraine/killed", "kherson")


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("how many Ukrainians did Wagner kill at Bakhmut", f"{UKRAINE}/killed"),
        ("Wagner killed how many Ukrainians", f"{UKRAINE}/killed"),
        ("how many Ukrainians did North Koreans kill", f"{UKRAINE}/killed"),
        ("сколько украинцев убили вагнеровцы", f"{UKRAINE}/killed"),
        ("скільки українців вбив вагнер", f"{UKRAINE}/killed"),
        ("how many Wagner killed", "wagner/killed"),
        ("how many North Koreans did Ukraine kill", "north-korean-troops/killed"),
        ("сколько вагнеров убили украинцы", "wagner/killed"),
        ("скільки вагнерівців вбили зсу", "wagner/killed"),
        ("силы пво за ночь сбили 120 украинских беспилотников", f"{UKRAINE}/destroyed/drone"),
        ("скільки ворожих бпла збили сили ппо вночі", f"{RUSSIA}/destroyed/drone"),
        # several things in the nominative behind "how many" are not counted
        ("сколько дроны убили русских", "russian-forces/killed"),
        ("скільки дрони вбили українських солдатів", "ukrainian-forces/killed"),
        ("скільки дрони знищили російських танків", "russian-forces/destroyed/tank"),
        ("сколько украинских танков дроны сожгли", "ukrainian-forces/destroyed/tank"),
        ("втрати України, як їх подає росія", "ukrainian-forces/losses"),
        ("потери России, как их считает Украина", "russian-forces/losses"),
    ],
)
def test_parts_of_a_side_that_did_it(ask: Callable[..., Question], text: str, topic: str) -> None:
    assert [str(r.topic) for r in ask(text).readings] == [topic]


def test_a_name_without_cases_beside_a_deed_is_asked_back(ask: Callable[..., Question]) -> None:
    assert ask("сколько танков уничтожили т-90").outcome is Outcome.CLARIFY
