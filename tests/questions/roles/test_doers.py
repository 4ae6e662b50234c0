"""Who did it, and who suffers from it: named, compared, the speaker himself."""

from collections.abc import Callable

import pytest

from bot.questions.question import Outcome, Question

RUSSIA, UKRAINE = "russian-forces", "ukrainian-forces"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # people before a verb with somebody or something right behind it did it, in a language without cases
        ("Russians destroyed 20 tanks in May", f"{UKRAINE}/destroyed/tank"),
        ("Ukrainians shot down 5 helicopters yesterday", f"{RUSSIA}/destroyed/helicopter"),
        ("Ukrainians destroyed 20 Russian tanks", f"{RUSSIA}/destroyed/tank"),
        ("Russians killed 300 soldiers", f"{UKRAINE}/killed"),
        ("The Russians captured 400 soldiers", f"{UKRAINE}/captured"),
        ("Ukrainian forces destroyed 5 of the 30 tanks", f"{RUSSIA}/destroyed/tank"),
        ("NYT: Russians destroyed 5 of 31 U.S. Abrams tanks in Ukraine", f"{UKRAINE}/destroyed/tank"),
        ("Russians killed civilians in Bucha", "civilians-ukraine/killed"),
        ("how many Russians killed in May 2022", f"{RUSSIA}/killed"),
        ("Russians killed 1000", f"{RUSSIA}/killed"),
        ("russians killed 31 december 2022", f"{RUSSIA}/killed"),
        ("Orcs lost 20 tanks", f"{RUSSIA}/destroyed/tank"),
        # a part of a side does it as its side: the others suffered
        ("сколько хохлов положил вагнер в бахмуте", f"{UKRAINE}/killed"),
        ("сколько всу положил вагнер", f"{UKRAINE}/killed"),
        ("Скільки захисників Бахмута загинуло від рук вагнерівців?", f"{UKRAINE}/killed"),
        ("Ukrainian troops killed by North Koreans", f"{UKRAINE}/killed"),
        ("how many North Koreans did Ukraine kill", "north-korean-troops/killed"),
        ("how many did North Koreans kill", f"{UKRAINE}/killed"),
        ("how many did wagner kill", f"{UKRAINE}/killed"),
        ("wagner killed how many", f"{UKRAINE}/killed"),
        ("how many wagner killed", "wagner/killed"),
        ("how many has wagner lost", "wagner/losses"),
        ("Wagner took Bakhmut. How many did they kill?", f"{UKRAINE}/killed"),
        ("Wagner took Bakhmut. How many did they lose?", "wagner/losses"),
        ("вагнерівці, вбиті українцями під бахмутом", "wagner/killed"),
        ("украинские военнослужащие, которых положили вагнеровцы", f"{UKRAINE}/killed"),
        ("сколько украинских солдат захватили в плен наёмники Вагнера", f"{UKRAINE}/captured"),
        ("how many Ukrainian troops are there whom Wagner mercenaries killed", f"{UKRAINE}/killed"),
        ("скільки вагнерівців убили дрони", "wagner/killed"),
        # an army's short name right behind what was done to things that are counted
        ("сколько самолётов сбили ВСУ", f"{RUSSIA}/destroyed/aircraft"),
        ("скільки РСЗВ знищили ЗСУ", f"{RUSSIA}/destroyed/mlrs"),
        ("сколько рсзо уничтожили вс рф", f"{UKRAINE}/destroyed/mlrs"),
        # "at" the foe tells whose they were, and the one left did it, though neither has cases
        ("сколько танков выбило ВСУ у РФ", f"{RUSSIA}/destroyed/tank"),
        ("сколько танков выбила РФ у ВСУ", f"{UKRAINE}/destroyed/tank"),
        ("ЗСУ у ворога знищили скільки танків", f"{RUSSIA}/destroyed/tank"),
        # a clause joined to those who did it, or without a word to those who suffered it
        ("украинские солдаты, которые уничтожили российские гаубицы", f"{RUSSIA}/destroyed/artillery"),
        ("російські військові, які знищили українські танки", f"{UKRAINE}/destroyed/tank"),
        ("bayraktars russian air defence brought down so far", f"{UKRAINE}/destroyed/drone"),
        ("drones ukrainian air defence shot down", f"{RUSSIA}/destroyed/drone"),
        ("jets ukrainian patriots shot down", f"{RUSSIA}/destroyed/aircraft"),
        ("jets russian s-400s shot down", f"{UKRAINE}/destroyed/aircraft"),
        ("tanks ukrainian fpv drones destroyed", f"{RUSSIA}/destroyed/tank"),
        ("tanks russian lancets destroyed", f"{UKRAINE}/destroyed/tank"),
        ("drones the Russian air defence shot down", f"{UKRAINE}/destroyed/drone"),
        ("drones the Ukrainian air defence shot down", f"{RUSSIA}/destroyed/drone"),
        ("how many people ukrainian drones killed", f"{RUSSIA}/killed"),
        ("how many people russian drones killed", f"{UKRAINE}/killed"),
        ("jets russia says ukraine downed", f"{RUSSIA}/destroyed/aircraft"),
        ("jets ukraine says russia downed", f"{UKRAINE}/destroyed/aircraft"),
        # their things did it, be the apostrophe left out
        ("how many tanks did azov drones destroy", f"{RUSSIA}/destroyed/tank"),
        ("how many tanks did wagner drones destroy", f"{UKRAINE}/destroyed/tank"),
        ("is it true that ukraines drones burned 3000 russian tanks", f"{RUSSIA}/destroyed/tank"),
        ("is it true that russias drones burned 3000 ukrainian tanks", f"{UKRAINE}/destroyed/tank"),
        ("drones downed by Ukrainian shells", f"{RUSSIA}/destroyed/drone"),
        ("drones downed by Russian fire", f"{UKRAINE}/destroyed/drone"),
        # "its" are of who says it; "number" at the head asks for nothing of its own
        ("the Ukrainian MoD says Russian gunners wounded only 800 of its officers", f"{UKRAINE}/wounded"),
        ("the Russian MoD says Ukrainian gunners wounded only 800 of its officers", f"{RUSSIA}/wounded"),
        ("The Russian army says its air defence downed how many drones", f"{UKRAINE}/destroyed/drone"),
        ("The Ukrainian army says its air defence downed how many drones", f"{RUSSIA}/destroyed/drone"),
        ("number: the Ukrainians wrecked how many APCs", f"{RUSSIA}/destroyed/armoured-vehicle"),
        ("number: the Russians wrecked how many APCs", f"{UKRAINE}/destroyed/armoured-vehicle"),
        # whom they were lost against, whence they were, who attacked meanwhile
        ("tanks lost by Russia against Ukraine's marines", f"{RUSSIA}/destroyed/tank"),
        ("tanks lost by Ukraine against Russia's marines", f"{UKRAINE}/destroyed/tank"),
        ("how many killed from the ukrainian side", f"{UKRAINE}/killed"),
        ("how many killed from russia", f"{RUSSIA}/killed"),
        ("how many killed from russian drones", f"{UKRAINE}/killed"),
        ("Ukraine loses 12 air defence systems as Wagner fighters attack", f"{UKRAINE}/destroyed/air-defence"),
        ("Russia loses 12 air defence systems as Azov fighters attack", f"{RUSSIA}/destroyed/air-defence"),
        ("30 soldiers killed as Ukraine attacks", f"{RUSSIA}/killed"),
        ("Russia loses 40 tanks as Ukrainians advance", f"{RUSSIA}/destroyed/tank"),
        ("count of Russian men HIMARS have wounded", f"{RUSSIA}/wounded"),
        ("Ukrainian men Kalibrs have wounded", f"{UKRAINE}/wounded"),
        ("number of Russian tanks HIMARS have destroyed", f"{RUSSIA}/destroyed/tank"),
        ("Ukrainian tanks Lancets have destroyed", f"{UKRAINE}/destroyed/tank"),
        # what one is thought to have done
        ("how many Ukrainian servicemen is the Wagner group thought to have wiped out", f"{UKRAINE}/killed"),
        ("how many Russian soldiers does the Ukrainian army claim to have killed", f"{RUSSIA}/killed"),
        # whose things they are that did it
        ("скільки техніки спалили дрони ЗСУ", f"{RUSSIA}/destroyed/equipment"),
        ("сколько техники сожгли дроны ВС РФ", f"{UKRAINE}/destroyed/equipment"),
        ("скільки техніки спалили дрони росіян", f"{UKRAINE}/destroyed/equipment"),
        ("сколько танков сожгли дроны украинцев", f"{RUSSIA}/destroyed/tank"),
        # an adjective of several is no subject of a verb of one
        ("рф знищила українські бронемашини", f"{UKRAINE}/destroyed/armoured-vehicle"),
        ("рф уничтожила украинские бронемашины", f"{UKRAINE}/destroyed/armoured-vehicle"),
        ("україна знищила російські бронемашини", f"{RUSSIA}/destroyed/armoured-vehicle"),
        ("украина уничтожила российские бронемашины", f"{RUSSIA}/destroyed/armoured-vehicle"),
        # "of forces" is no abbreviation: whose they were, and the others sank them
        ("скільки катерів Сил оборони України потопили російські ВКС", f"{UKRAINE}/destroyed/ship"),
        # what one has done while the date stands between; at the others', whose it was
        ("украинский спецназ за сутки сколько русских вертолётов сбил", f"{RUSSIA}/destroyed/helicopter"),
        ("російський спецназ за добу скільки українських вертольотів збив", f"{UKRAINE}/destroyed/helicopter"),
        ("у солдатів Путіна скільки всього солдатів ліквідувала українська ППО", f"{RUSSIA}/killed"),
        ("у украинской армии сколько всего солдат ликвидировали морпехи РФ", f"{UKRAINE}/killed"),
        ("русским какие потери морпехи ВСУ уже нанесли", f"{RUSSIA}/losses"),
        ("украинцам какие потери морпехи РФ нанесли", f"{UKRAINE}/losses"),
        # under whose fire, against whom
        ("сколько танков потеряла россия под ударами украинских военных", f"{RUSSIA}/destroyed/tank"),
        ("потеряли украинские артиллеристы сколько катеров под ударами российских солдат", f"{UKRAINE}/destroyed/ship"),
        ("скільки солдатів втратили росіяни під вогнем українських захисників", f"{RUSSIA}/losses"),
        ("how many men did Russia lose under fire from Ukrainian troops", f"{RUSSIA}/losses"),
        ("how many men did Ukraine lose under fire from Russian troops", f"{UKRAINE}/losses"),
        ("how many soldiers died under fire from Ukraine", f"{RUSSIA}/killed"),
        ("how many civilians died under fire from Russian troops", "civilians-ukraine/killed"),
        ("how many tanks did Russia lose against Ukrainian marines", f"{RUSSIA}/destroyed/tank"),
        ("how many tanks did Ukraine lose against Russian paratroopers", f"{UKRAINE}/destroyed/tank"),
        # what one side alone has, right before the others' army
        ("сколько кадыровцев всу взяли в плен", f"{RUSSIA}/captured"),
        ("скільки кадирівців зсу взяли в полон", f"{RUSSIA}/captured"),
        ("скільки азовців вс рф взяли в полон", f"{UKRAINE}/captured"),
        # losses that were suffered; forces of an arm that act
        ("потери, понесённые украиной в курской области", f"{UKRAINE}/losses"),
        ("втрати, зазнані росією під бахмутом", f"{RUSSIA}/losses"),
        ("сколько бпла сбили силы пво россии", f"{UKRAINE}/destroyed/drone"),
        ("скільки дронів збили сили ппо україни", f"{RUSSIA}/destroyed/drone"),
        # an air force: what it lost, and what came at it
        ("скільки літаків втратили російські повітряні сили", f"{RUSSIA}/destroyed/aircraft"),
        ("сколько самолётов потеряли украинские воздушные силы", f"{UKRAINE}/destroyed/aircraft"),
        ("сколько самолётов потеряли воздушные силы россии", f"{RUSSIA}/destroyed/aircraft"),
        ("Ukrainian air force: how many drones shot down", f"{RUSSIA}/destroyed/drone"),
        ("Russian air force: how many drones shot down", f"{UKRAINE}/destroyed/drone"),
        ("Russian air force: how many jets shot down", f"{RUSSIA}/destroyed/aircraft"),
        ("ВКС РФ: сколько дронов сбито", f"{UKRAINE}/destroyed/drone"),
        ("Повітряні сили: скільки дронів збито", f"{RUSSIA}/destroyed/drone"),
        # killed soldiers, in whatever case: the participle is theirs
        ("данные по убитым военным Украины", f"{UKRAINE}/killed"),
        ("данные по убитым военным России", f"{RUSSIA}/killed"),
        ("что с убитыми солдатами Украины, сколько их", f"{UKRAINE}/killed"),
        ("что с убитыми солдатами РФ, сколько их", f"{RUSSIA}/killed"),
        ("що там з убитими військовими України", f"{UKRAINE}/killed"),
        ("що там з убитими військовими Росії", f"{RUSSIA}/killed"),
        ("сколько россиян убито военными Украины", f"{RUSSIA}/killed"),
        # who heads what it did, behind a greeting too
        ("hi, Ukrainian air defence: cruise missiles bagged in Q1 2025", f"{RUSSIA}/destroyed/cruise-missile"),
        ("Hello! Russian air defence: cruise missiles bagged in Q1 2025", f"{UKRAINE}/destroyed/cruise-missile"),
        ("number: Russian air defence: cruise missiles bagged in Q1 2025", f"{UKRAINE}/destroyed/cruise-missile"),
        (
            "this war is terrible. Ukrainian air defence: missiles bagged in Q1 2025",
            f"{RUSSIA}/destroyed/cruise-missile",
        ),
        ("Добрий день! ППО України: збито ракет за перший квартал 2025", f"{RUSSIA}/destroyed/cruise-missile"),
        ("Привет! ПВО России: сбито ракет за первый квартал 2025", f"{UKRAINE}/destroyed/cruise-missile"),
        ("civilians russian troops shot during the occupation of Chernihiv region", "civilians-ukraine/killed"),
        # things at the head, asked how many others they destroyed
        ("ukrainian sea drones, how many warships have they sunk", f"{RUSSIA}/destroyed/ship"),
        ("russian lancets, how many tanks have they destroyed", f"{UKRAINE}/destroyed/tank"),
        ("ка-52 сколько украинских танков пожгли", f"{UKRAINE}/destroyed/tank"),
        # people at home, and the others' arms; to whom they surrendered
        ("погибло в рф сколько детей от украинской артиллерии", "children-russia/killed"),
        ("скільки мирних жителів від російської артилерії загинуло в Україні", "civilians-ukraine/killed"),
        ("здалося українським захисникам скільки орків", f"{RUSSIA}/captured"),
        ("сдалось в плен российским военным сколько украинцев", f"{UKRAINE}/captured"),
        # whose victims they are; the case of a head noun; whose they were
        ("скільки росіян стали жертвами ЗСУ", f"{RUSSIA}/killed"),
        ("how many Ukrainian soldiers fell victim to the Russian army", f"{UKRAINE}/killed"),
        ("потери украинцев, нанесённые армией рф", f"{UKRAINE}/losses"),
        ("бійцями ЗСУ скільки російських суден було знищено", f"{RUSSIA}/destroyed/ship"),
        ("сколько дронов у украинских морпехов уничтожила российская ПВО", f"{UKRAINE}/destroyed/drone"),
        ("захопили російські ВКС скільки гаубиць", f"{UKRAINE}/captured/artillery"),
        ("рф уничтожила украинские дроны", f"{UKRAINE}/destroyed/drone"),
        ("Russian troops destroyed 700 tanks of the Ukrainian army", f"{UKRAINE}/destroyed/tank"),
        ("how many of its own ships does Moscow admit Ukraine sank", f"{RUSSIA}/destroyed/ship"),
        ("Ukrainian pilots: how many Russian tanks have they destroyed", f"{RUSSIA}/destroyed/tank"),
        # a capital that did it, and one that was struck
        ("Moscow destroyed 1,200 Ukrainian howitzers", f"{UKRAINE}/destroyed/artillery"),
        ("Kyiv obliterated 20 Russian jets", f"{RUSSIA}/destroyed/aircraft"),
        ("Russian strikes on Kyiv kill nine", "civilians-ukraine/killed"),
        ("Death toll from Russian attack on Kyiv climbs to six", "civilians-ukraine/killed"),
        # whose offensive it was, where the other side is named too
        ("Russian offensive: how many Ukrainian men killed", f"{UKRAINE}/killed"),
        ("Ukrainian counteroffensive: Russian soldiers killed?", f"{RUSSIA}/killed"),
        ("Ukrainian counteroffensive losses", f"{UKRAINE}/losses"),
        ("How many servicemen did Ukraine lose during the full-scale invasion of Russia?", f"{UKRAINE}/losses"),
        ("сколько солдат потеряла украина за время вторжения россии", f"{UKRAINE}/losses"),
        ("скільки росіян загинуло під час контрнаступу україни", f"{RUSSIA}/killed"),
        # an actor at the head, its verb behind what it was done to
        ("пво рф сколько беспилотников сбила за ночь", f"{UKRAINE}/destroyed/drone"),
        ("ППО України скільки дронів збила", f"{RUSSIA}/destroyed/drone"),
        ("українська ППО скільки ракет збила", f"{RUSSIA}/destroyed/cruise-missile"),
        ("сколько пво россии сбила дронов", f"{UKRAINE}/destroyed/drone"),
        ("скільки ппо україни збила дронів за жовтень", f"{RUSSIA}/destroyed/drone"),
        # an army without cases at the head, of a verb that may be of its own losses as well
        ("всу сколько русских военных угробили", f"{RUSSIA}/killed"),
        ("вс рф сколько украинских военных угробили", f"{UKRAINE}/killed"),
        ("зсу скільки російських солдатів поклали", f"{RUSSIA}/killed"),
        ("зс рф, скільки українських солдатів поклали", f"{UKRAINE}/killed"),
        ("всу сколько своих угробили", f"{UKRAINE}/killed"),
        ("вс рф сколько солдат положили", f"{RUSSIA}/killed"),
        # forces have no civilians: they did it, where a place tells whose they were
        ("сколько мирных жителей убили всу в донецке", "civilians-ukraine/killed"),
        ("скільки мирних жителів зс рф убили в харкові", "civilians-ukraine/killed"),
        ("сколько мирных жителей всу убили в белгороде", "civilians-russia/killed"),
        ("зсу скільки цивільних вбили у бєлгороді", "civilians-russia/killed"),
        # things at the head, of a verb that other things were counted for, and those that are counted themselves
        ("російські дрони скільки танків спалили", f"{UKRAINE}/destroyed/tank"),
        ("українські дрони, скільки танків спалили", f"{RUSSIA}/destroyed/tank"),
        ("украинские дроны сколько танков сожгли", f"{RUSSIA}/destroyed/tank"),
        ("российские дроны, сколько танков сожгли", f"{UKRAINE}/destroyed/tank"),
        ("наші дрони скільки танків спалили", f"{RUSSIA}/destroyed/tank"),
        ("російські танки, скільки екіпажів знищили", f"{RUSSIA}/destroyed/tank"),
        ("российские танки, сколько уничтожили дронами", f"{RUSSIA}/destroyed/tank"),
        # "our" things are what the others did it to, as those of any side are
        ("наші танки які знищила росія", f"{UKRAINE}/destroyed/tank"),
        ("наші гелікоптери, які збила росія", f"{UKRAINE}/destroyed/helicopter"),
        ("наши танки, которые уничтожила россия", f"{UKRAINE}/destroyed/tank"),
        ("our tanks that russia destroyed", f"{UKRAINE}/destroyed/tank"),
        ("їхні танки, які ми знищили", f"{RUSSIA}/destroyed/tank"),
        ("російські танки, які знищила україна", f"{RUSSIA}/destroyed/tank"),
        # who may be soldiers or people at home, of forces
        ("the azov boys, how many of them were captured", f"{UKRAINE}/captured"),
        ("how many boys from the ukrainian army were killed", f"{UKRAINE}/killed"),
        ("how many boys from the russian army were killed", f"{RUSSIA}/killed"),
        ("пво рф сколько уничтожено", f"{RUSSIA}/destroyed/air-defence"),
        ("сколько пво россии уничтожили украинцы", f"{RUSSIA}/destroyed/air-defence"),
        # who keeps them
        ("how many captured troops is ukraine keeping in its camps", f"{RUSSIA}/captured"),
        ("how many captured soldiers does russia keep", f"{UKRAINE}/captured"),
        ("how many prisoners is Russia keeping", f"{UKRAINE}/captured"),
        # whose camps they are in
        ("russians sitting in ukrainian pow camps", f"{RUSSIA}/captured"),
        ("ukrainians held in russian prison camps", f"{UKRAINE}/captured"),
        # whose attack it was did it, whatever stands between
        ("12 civilians killed in Ukraine's cross-border attack on Kursk Region", "civilians-russia/killed"),
        ("civilians killed in Russia's massive overnight strike on Kharkiv", "civilians-ukraine/killed"),
        ("Russia's dead at Makiivka after Ukraine's Jan 1 strike", f"{RUSSIA}/killed"),
        # the verb has its subject, and whose things they were stands beside them
        ("сколько самолетов ВСУ сбила ПВО России", f"{UKRAINE}/destroyed/aircraft"),
        ("скільки літаків РФ збила ППО України", f"{RUSSIA}/destroyed/aircraft"),
        ("Минобороны: ВС России ликвидировали около 1345 военных ВСУ", f"{UKRAINE}/killed"),
        ("ЗС України ліквідували 1345 військових РФ", f"{RUSSIA}/killed"),
        ("Шойгу назвал потери МО РФ в спецоперации", f"{RUSSIA}/losses"),
        ("how many Ukrainians were killed since Putin invaded", f"{UKRAINE}/killed"),
        # whose captivity it is, behind a phrase that ends in it
        ("скільки військових перебувають у полоні Росії", f"{UKRAINE}/captured"),
        ("скільки військових перебувають у полоні України", f"{RUSSIA}/captured"),
        ("сколько военных находятся в плену украины", f"{RUSSIA}/captured"),
        ("сколько военных находятся в плену россии", f"{UKRAINE}/captured"),
        ("сколько взято в плен русских", f"{RUSSIA}/captured"),
        ("пленные у рф", f"{UKRAINE}/captured"),
        # neither name has cases: whose things they were stands behind them, who did it behind what was done
        ("танки рф спалені зсу", f"{RUSSIA}/destroyed/tank"),
        ("танки зсу спалені рф", f"{UKRAINE}/destroyed/tank"),
        ("скільки літаків рф збито зсу", f"{RUSSIA}/destroyed/aircraft"),
        ("скільки літаків зсу збито рф", f"{UKRAINE}/destroyed/aircraft"),
        ("самолеты рф сбитые всу", f"{RUSSIA}/destroyed/aircraft"),
        ("сколько танков всу уничтожено вс рф", f"{UKRAINE}/destroyed/tank"),
    ],
)
def test_who_did_it(ask: Callable[[str], Question], text: str, expected: str) -> None:
    assert [str(reading.topic) for reading in ask(text).readings] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "где больше без вести пропавших, в рф или в украине?",
        "де більше зниклих безвісти, в росії чи в україні",
        "where are there more missing soldiers, in Russia or in Ukraine?",
        "whose artillery losses were heavier: Moscow's or Kyiv's?",
    ],
)
def test_where_more(ask: Callable[[str], Question], text: str) -> None:
    readings = ask(text).readings
    assert {reading.topic.population for reading in readings} == {RUSSIA, UKRAINE}
    assert not any(reading.claimants for reading in readings)


@pytest.mark.parametrize(
    "text", ["сколько орков я убил в бахмуте", "how many russians I killed", "скільки орків я вбив"]
)
def test_what_the_speaker_did_himself(ask: Callable[[str], Question], text: str) -> None:
    assert ask(text).outcome is Outcome.OUT_OF_SCOPE


@pytest.mark.parametrize("text", ["двухсотые, трёхсотые и пленные у рф", "загиблі, поранені та полонені у росіян"])
def test_captives_in_a_list_are_whose_the_others_are(ask: Callable[[str], Question], text: str) -> None:
    topics = [str(reading.topic) for reading in ask(text).readings]
    assert topics == [f"{RUSSIA}/killed", f"{RUSSIA}/wounded", f"{RUSSIA}/captured"]


def test_prisoners_who_died_are_whose(ask: Callable[[str], Question]) -> None:
    readings = ask("olenivka: killed and injured prisoners").readings
    assert [(r.topic.measure, r.unmatched) for r in readings] == [
        ("killed", ("prisoners",)),
        ("wounded", ("prisoners",)),
    ]


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("чё там с артиллерией хохлов, сколько выбили", [f"{UKRAINE}/destroyed/artillery"]),
        ("що там з артилерією орків, скільки знищили", [f"{RUSSIA}/destroyed/artillery"]),
        ("скільки росіян вбито артилерією ЗСУ", [f"{RUSSIA}/killed"]),
        ("сколько украинцев убито артиллерией рф", [f"{UKRAINE}/killed"]),
        ("the russians captured how many afu soldiers", [f"{UKRAINE}/captured"]),
        ("the afu wounded how many ru forces", [f"{RUSSIA}/wounded"]),
        ("the russian army injured how many ukraine's troops", [f"{UKRAINE}/wounded"]),
        ("number of ru forces the afu eliminated so far", [f"{RUSSIA}/killed"]),
        ("has Russia destroyed more tanks than Ukraine", [f"{UKRAINE}/destroyed/tank", f"{RUSSIA}/destroyed/tank"]),
        ("does Moscow hold more prisoners than Kyiv", [f"{UKRAINE}/captured", f"{RUSSIA}/captured"]),
        ("пів мільйона втрат у росії", [f"{RUSSIA}/losses"]),
        ("скільки втрат у україни", [f"{UKRAINE}/losses"]),
    ],
)
def test_with_what_and_compared_with_whom(ask: Callable[[str], Question], text: str, topics: list[str]) -> None:
    assert [str(reading.topic) for reading in ask(text).readings] == topics


@pytest.mark.parametrize(
    ("text", "before", "population"),
    [
        ("що з окупантами?", "Загиблі українські військові", RUSSIA),
        ("а что с украинцами", "сколько русских погибло", UKRAINE),
    ],
)
def test_with_them_is_no_doer(ask: Callable[..., Question], text: str, before: str, population: str) -> None:
    assert [reading.topic.population for reading in ask(text, before).readings] == [population]


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("ПВО России уничтожила 30 дронов над Брянской областью", [f"{UKRAINE}/destroyed/drone"]),
        ("ППО України збила 30 дронів", [f"{RUSSIA}/destroyed/drone"]),
        ("ПВО РФ за ночь сбила 100 украинских беспилотников", [f"{UKRAINE}/destroyed/drone"]),
        ("Артиллерия ВСУ уничтожила 5 танков", [f"{RUSSIA}/destroyed/tank"]),
        ("Российская авиация уничтожила 5 танков", [f"{UKRAINE}/destroyed/tank"]),
        ("українська авіація знищила 7 танків", [f"{RUSSIA}/destroyed/tank"]),
        ("Дроны ВСУ уничтожили 3 РСЗО", [f"{RUSSIA}/destroyed/mlrs"]),
        ("Военные ВСУ уничтожили 5 танков", [f"{RUSSIA}/destroyed/tank"]),
        ("сколько ПВО России уничтожено", [f"{RUSSIA}/destroyed/air-defence"]),
        ("скільки ППО України втратила", [f"{UKRAINE}/destroyed/air-defence"]),
        ("артиллерия и дроны ВСУ уничтожены", [f"{UKRAINE}/destroyed/artillery", f"{UKRAINE}/destroyed/drone"]),
        ("скільки моряків загинуло на москві", [f"{RUSSIA}/killed"]),
        ('Сколько российских моряков погибло в результате удара по "Москве"?', [f"{RUSSIA}/killed"]),
    ],
)
def test_whose_arms_act(ask: Callable[[str], Question], text: str, topics: list[str]) -> None:
    assert [str(reading.topic) for reading in ask(text).readings] == topics


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("русня здається пачками кажуть. а скільки їх реально взяли в полон", [f"{RUSSIA}/captured"]),
        ("Україна здається. скільки взяли в полон", [f"{UKRAINE}/captured"]),
        ("росія здається втратила 1000 танків", [f"{RUSSIA}/destroyed/tank"]),
        ("ворог здається бреше. скільки наших полонених", [f"{UKRAINE}/captured"]),
    ],
)
def test_seems_and_surrenders(ask: Callable[[str], Question], text: str, topics: list[str]) -> None:
    assert [str(reading.topic) for reading in ask(text).readings] == topics


@pytest.mark.parametrize(
    ("text", "place", "claimants"),
    [
        ("скільки моряків загинуло на москві", "moskva", ()),
        ('Сколько российских моряков погибло в результате удара по "Москве"?', "moskva", ()),
        ("москва скільки моряків потонуло", "moskva", ()),
        ("Moscow says how many russian sailors died", None, ("russia",)),
    ],
)
def test_a_vessel_named_like_a_city(
    ask: Callable[[str], Question], text: str, place: str | None, claimants: tuple[str, ...]
) -> None:
    assert [(reading.place, reading.claimants) for reading in ask(text).readings] == [(place, claimants)]


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("Russian military has reportedly destroyed over 5,000 Ukrainian tanks", [f"{UKRAINE}/destroyed/tank"]),
        ("сколько грузовиков у всу сожгли дроны", [f"{UKRAINE}/destroyed/vehicle"]),
        ("скільки російських танків спалили дрони", [f"{RUSSIA}/destroyed/tank"]),
        ("Над 11 областями України збили понад 70 «шахедів»", [f"{RUSSIA}/destroyed/drone"]),
        ("how many murders did russian soldiers commit in bucha", ["civilians-ukraine/killed"]),
        ("how many murders did ukrainian soldiers commit in kursk region", [f"{RUSSIA}/killed"]),
        ("скільки вбивств українців скоїли росіяни", [f"{UKRAINE}/killed"]),
        ("сколько убийств русских совершили украинцы", [f"{RUSSIA}/killed"]),
        ("226 детей погибли от рук российских захватчиков", ["children-ukraine/killed"]),
        ("wagner men who died fighting for putin, how many", ["wagner/killed"]),
    ],
)
def test_doers_of_headlines(ask: Callable[[str], Question], text: str, topics: list[str]) -> None:
    readings = ask(text).readings
    assert [str(reading.topic) for reading in readings] == topics
    assert not any(reading.spokespersons for reading in readings)


@pytest.mark.parametrize(
    ("text", "before", "topics"),
    [
        (
            "how many of theirs has ukraine got then",
            "how many ukrainian troops has russia captured",
            [f"{RUSSIA}/captured"],
        ),
        ("how many prisoners did the Russians take from Ukraine", None, [f"{UKRAINE}/captured"]),
        ("how many tanks did ukraine capture from the russians", None, [f"{RUSSIA}/captured/tank"]),
        (
            "how many planes the ukrainians have lost and how many drones they lost",
            None,
            [f"{UKRAINE}/destroyed/aircraft", f"{UKRAINE}/destroyed/drone"],
        ),
    ],
)
def test_taken_from_whom(ask: Callable[..., Question], text: str, before: str | None, topics: list[str]) -> None:
    assert [str(reading.topic) for reading in ask(text, before).readings] == topics
