"""Who says it where no "says" stands beside: told in a country, put at so many by it, its figures for the others."""

from collections.abc import Callable

import pytest

from bot.questions.question import Outcome, Question

Ask = Callable[..., Question]
RUSSIA, UKRAINE = "russian-forces", "ukrainian-forces"


@pytest.mark.parametrize(
    ("text", "population", "said"),
    [
        ("у росії розповіли про втрати україни", UKRAINE, ("russia",)),
        ("в україні заявили про 900 тисяч ліквідованих російських солдатів", RUSSIA, ("ukraine",)),
        ("в россии озвучили потери всу за ноябрь", UKRAINE, ("russia",)),
        ("в украине посчитали потери рф в танках", RUSSIA, ("ukraine",)),
        ("кто-нибудь в киеве говорил, сколько украинских военных пропало без вести", UKRAINE, ("ukraine",)),
        ("хтось у москві казав скільки російських військових загинуло", RUSSIA, ("russia",)),
        ("в москве кто-нибудь называл сколько погибло украинских солдат", UKRAINE, ("russia",)),
        ("anybody in Kyiv said how many russian soldiers are missing", RUSSIA, ("ukraine",)),
        ("ukrainian soldiers killed by russian shelling, any total from the kremlin?", UKRAINE, ("russia",)),
        ("russian soldiers killed by ukrainian drones, any total from Kyiv?", RUSSIA, ("ukraine",)),
        ("how many total from russia were killed", RUSSIA, ()),
        ("київ 24 квітня: втрати рф", RUSSIA, ("ukraine",)),
        ("москва 24 апреля: потери украины", UKRAINE, ("russia",)),
        ("скільки нарахували британці вбитих окупантів", RUSSIA, ("uk",)),
        ("сколько насчитали американцы убитых украинцев", UKRAINE, ("us",)),
        ("за даними південної кореї втрати кндр", "north-korean-troops", ("south-korea",)),
        ("потери россии на украине оценили почти в 200 тысяч", RUSSIA, ()),
        ("скільки загиблих росіян в україні нарахували", RUSSIA, ()),
        ("втрати україни в росії оцінили у 200 тисяч", UKRAINE, ()),
        ("в украине журналисты посчитали потери россии", RUSSIA, ("media",)),
        ("Russian casualties in Ukraine revealed", RUSSIA, ()),
        ("Ukrainian casualties in Russia revealed", UKRAINE, ()),
        ("Ukraine's casualty figures for Russia are inflated", RUSSIA, ("ukraine",)),
        ("Russia's casualty figures for Ukraine are inflated", UKRAINE, ("russia",)),
        ("Ukrainian losses in 2024 put at 400,000 by Moscow", UKRAINE, ("russia",)),
        ("Russian tank losses are put by Kyiv at 10,000", RUSSIA, ("ukraine",)),
        ("Russian losses by Kyiv", RUSSIA, ("ukraine",)),
        ("tanks lost by Kyiv", UKRAINE, ()),
        ("украина сколько российских беспилотников по их данным сбито", RUSSIA, ("ukraine",)),
        ("россия, сколько украинских солдат по их данным погибло", UKRAINE, ("russia",)),
        ("збиті російські бпла, підрахунок ЗСУ", RUSSIA, ("ukraine-armed-forces",)),
        ("russian warships sunk, ukraines navy count vs oryx", RUSSIA, ("ukraine", "oryx")),
        ("ukrainian tanks destroyed, russias army count vs oryx", UKRAINE, ("russia", "oryx")),
        ("oryx ukraine tanks destroyed how many", UKRAINE, ("oryx",)),
        ("oryx russia tanks destroyed скільки", RUSSIA, ("oryx",)),
        ("the UK Ministry of Defence (MoD) on Russian losses", RUSSIA, ("uk-mod",)),
        ("в днр сообщили о гибели своих бойцов", "donbas-separatists", ("dpr",)),
        ("Kremlin: 1,351 of our servicemen killed", RUSSIA, ("russia",)),
        ("I want the Ukrainian side's number of Russian planes shot down", RUSSIA, ("ukraine",)),
        ("350 Ukrainian planes shot down - the Russian side", UKRAINE, ("russia",)),
        ("потери РФ оцениваются Украиной в 1200", RUSSIA, ("ukraine",)),
        ("втрати України, озвучені Росією", UKRAINE, ("russia",)),
        ("а в Києва які дані щодо втрат Росії", RUSSIA, ("ukraine",)),
        ("а у Москвы какие данные по потерям ВСУ", UKRAINE, ("russia",)),
        ("Пентагон каже що в росії 70-80 тисяч втрат", RUSSIA, ("us-dod",)),
        ("Пентагон каже що в україні 70-80 тисяч втрат", UKRAINE, ("us-dod",)),
        ("Пентагон каже що в україни 70-80 тисяч втрат", UKRAINE, ("us-dod",)),
        ("What does Kyiv say about Russian tanks?", RUSSIA, ("ukraine",)),
        ("Что говорит Москва об украинских танках?", UKRAINE, ("russia",)),
        ("сколько погибло русских? хочу цифру, которую дал Киев", RUSSIA, ("ukraine",)),
        ("civilians wounded in Belgorod region, according to the governor", "civilians-russia", ("russia",)),
        ("Мер Харкова: скільки цивільних загинуло у місті", "civilians-ukraine", ("ukraine",)),
        ("сколько мирных жителей погибло в Сумах, по словам мэра", "civilians-ukraine", ("ukraine",)),
        ("сколько мирных погибло в Донецке по словам мэра", "civilians-ukraine", ("russia",)),
        ("63 тисячі росіян зникли безвісти, повідомив омбудсмен", RUSSIA, ("russia",)),
        ("63 тысячи украинцев пропали без вести, сообщил омбудсмен", UKRAINE, ("ukraine",)),
        ("DPR fighters killed, the count their own ombudsman published", "donbas-separatists", ("dpr-ombudsman",)),
        ("Kremlin-acknowledged military deaths", RUSSIA, ("russia",)),
        ("Kyiv-admitted losses in tanks", UKRAINE, ("ukraine",)),
        ("Ukrainian-claimed Russian losses", RUSSIA, ("ukraine",)),
        ("UN-verified civilian deaths", "civilians-ukraine", ("un",)),
        ("35,000 Russians eliminated. Who counted that, the Ukrainians?", RUSSIA, ("ukraine",)),
        ("20 000 Ukrainian soldiers killed in May? Says who, the Russians?", UKRAINE, ("russia",)),
        ("35000 росіян знищено. Хто це рахував, українці?", RUSSIA, ("ukraine",)),
        ("35000 украинцев уничтожено, кто так говорит, русские?", UKRAINE, ("russia",)),
        ("12 самолетов рф сбито, по чьим данным? украинцев?", RUSSIA, ("ukraine",)),
        ("a Ukrainian count of wounded Russians", RUSSIA, ("ukraine",)),
        ("the Russian count of dead Ukrainians", UKRAINE, ("russia",)),
        ("what figures of Ukrainian losses has Pushilin named", UKRAINE, ()),
        ("втрати росії, як рахує орікс", RUSSIA, ("oryx",)),
        ("потери украины, как считает орикс", UKRAINE, ("oryx",)),
        (
            "загиблі від українських обстрілів жителі Бєлгородщини, за словами їхнього губернатора",
            "civilians-russia",
            ("russia",),
        ),
        (
            "цивільні Херсона, загиблі від російських обстрілів, за словами їхнього мера",
            "civilians-ukraine",
            ("ukraine",),
        ),
        (
            "жители Белгорода, погибшие от украинских обстрелов, по словам их губернатора",
            "civilians-russia",
            ("russia",),
        ),
        (
            "civilians of Kherson killed by Russian shelling, according to their governor",
            "civilians-ukraine",
            ("ukraine",),
        ),
        ("украинские военные без вести по версии их же МВД", UKRAINE, ("ukraine",)),
        ("скільки українських військових зникло безвісти за версією їхнього ж МВС", UKRAINE, ("ukraine",)),
        ("скільки наших літаків москалі збили, за їхніми казками", UKRAINE, ("russia",)),
        ("сколько российских танков украинцы сожгли по их же сказкам", RUSSIA, ("ukraine",)),
        ("how many Ukrainian tanks did the Russians burn, by their fairy tales", UKRAINE, ("russia",)),
        ("за байками кремля скільки українців загинуло", UKRAINE, ("russia",)),
        ("Украина своих погибших вообще признаёт?", UKRAINE, ("ukraine",)),
        ("Росія своїх полонених визнає?", RUSSIA, ("russia",)),
        ("сколько танков признала потерянными Украина", UKRAINE, ("ukraine",)),
        ("does Russia even acknowledge its dead", RUSSIA, ("russia",)),
        ("has Kyiv ever published its killed", UKRAINE, ("ukraine",)),
        ("яку останню цифру про своїх загиблих солдатів називав Зеленський", UKRAINE, ()),
        ("Какое число погибших военнослужащих РФ озвучивал Шойгу", RUSSIA, ()),
        ("Яку кількість загиблих військових РФ називав Зеленський", RUSSIA, ()),
        ("Какую цифру по убитым военным Украины называл Путин?", UKRAINE, ()),
        ("Какую цифру по убитым военным России называл Зеленский?", RUSSIA, ()),
        ("последнюю цифру потерь РФ от Пентагона", RUSSIA, ("us-dod",)),
        ("Ukrainian servicemen missing, interior ministry in Kyiv", UKRAINE, ("ukraine",)),
        ("втрати України, міноборони в Москві", UKRAINE, ("russia-mod",)),
        ("потери рф по данным генштаба в киеве", RUSSIA, ("ukraine-general-staff",)),
        ("Kyiv's fairy tales of Russian losses", RUSSIA, ("ukraine",)),
        ("пропаганда Росії про втрати України", UKRAINE, ("russia",)),
        ("сказки Киева: сколько российских солдат погибло", RUSSIA, ("ukraine",)),
        ("by Moscow's own reckoning, how many Ukrainians were killed", UKRAINE, ("russia",)),
        ("хто каже що росія втратила 10000 танків", RUSSIA, ()),
        ("кто говорит что украина потеряла 600 самолетов", UKRAINE, ()),
        ("хохлы говорят что погибло 30 тысяч русских", RUSSIA, ("ukraine",)),
        ("москалі кажуть що 600 українських літаків збито", UKRAINE, ("russia",)),
        ("Russia reported the loss of 5 planes", RUSSIA, ("russia",)),
        ("киев заявил о потере 5 самолетов", UKRAINE, ("ukraine",)),
        ("do British figures on Russian casualties match Ukraine's", RUSSIA, ("uk", "ukraine")),
        ("британские цифры потерь рф", RUSSIA, ("uk",)),
        ("скільки американських ракет збили росіяни", UKRAINE, ()),
        ("how many tanks does Ukraine say Russia destroyed", UKRAINE, ("ukraine",)),
        ("how many planes does Moscow say Kyiv shot down", RUSSIA, ("russia",)),
        ("how many soldiers did the Russians say Ukraine killed", RUSSIA, ("russia",)),
        ("how many prisoners does Ukraine say Russia holds", UKRAINE, ("ukraine",)),
        ("скільки літаків, каже росія, збила україна", RUSSIA, ("russia",)),
        ("сколько танков, по словам Украины, уничтожила Россия", UKRAINE, ("ukraine",)),
        ("killed russians according to their defence ministry", RUSSIA, ("russia-mod",)),
        ("сколько погибло украинских солдат по данным их же генштаба", UKRAINE, ("ukraine-general-staff",)),
        ("скільки росіян загинуло за даними їхнього ж міноборони", RUSSIA, ("russia-mod",)),
        ("скільки наших літаків збили росіяни за їхніми ж словами", UKRAINE, ("russia",)),
        ("сколько российских самолетов сбили украинцы по их же собственной оценке", RUSSIA, ("ukraine",)),
        ("how many ukrainian planes did russia shoot down going by its own tallies", UKRAINE, ("russia",)),
        ("яка цифра в москви про втрати україни", UKRAINE, ("russia",)),
        ("яка цифра в києва про втрати росії", RUSSIA, ("ukraine",)),
    ],
)
def test_whose_and_who_says_so(ask: Ask, text: str, population: str, said: tuple[str, ...]) -> None:
    assert {(r.topic.population, r.claimants) for r in ask(text).readings} == {(population, said)}


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Около 500 российских военных в плену у Украины, сообщил глава ДНР Денис Пушилин", "denis-pushilin"),
        ("Belousov at the year-end board: AFU losses for 2025?", "andrei-belousov"),
        ("Wagner fighters at Bakhmut, how many died? want the number Prigozhin himself gave", "yevgeny-prigozhin"),
    ],
)
def test_persons_with_a_title_or_an_occasion(ask: Ask, text: str, person: str) -> None:
    (reading,) = ask(text).readings
    assert (reading.claimants, reading.spokespersons) == ((), (person,))


@pytest.mark.parametrize(
    "text",
    ["британські добровольці загинули", "скільки американських солдатів загинуло", "американские добровольцы погибли"],
)
def test_soldiers_of_a_third_state_are_nobodys_figure(ask: Ask, text: str) -> None:
    assert ask(text).outcome is Outcome.OUT_OF_SCOPE


@pytest.mark.parametrize("text", ["втрати рф vs зсу що кажуть", "Russian vs Ukrainian losses, what do they say"])
def test_two_sides_compared_say_nothing(ask: Ask, text: str) -> None:
    readings = ask(text).readings
    assert {(r.topic.population, r.claimants) for r in readings} == {(RUSSIA, ()), (UKRAINE, ())}


@pytest.mark.parametrize(
    ("text", "population"),
    [
        ("путин скрывает потери, сколько погибло русских солдат", RUSSIA),
        ("зеленський приховує втрати, скільки українських солдатів загинуло", UKRAINE),
        ("Zelensky is hiding the losses, how many Ukrainian soldiers were killed", UKRAINE),
    ],
)
def test_who_hides_it_says_nothing(ask: Ask, text: str, population: str) -> None:
    (reading,) = ask(text).readings
    assert (reading.topic.population, reading.claimants, reading.spokespersons) == (population, (), ())


def test_losses_by_a_leader_are_by_his_count(ask: Ask) -> None:
    (reading,) = ask("average Ukrainian losses by Zelensky in June 2022").readings
    assert (reading.topic.population, reading.spokespersons) == (UKRAINE, ("volodymyr-zelensky",))


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("russians unaccounted for", "and the Ukrainians, what do they claim?"),
        ("russians unaccounted for", "and the Ukrainians what do they say"),
        ("скільки росіян зникло безвісти", "а українці, що вони кажуть?"),
        ("сколько русских пропало без вести", "а украинцы, сколько они заявляют"),
    ],
)
def test_who_is_asked_what_they_say_is_no_side(ask: Ask, before: str, text: str) -> None:
    (reading,) = ask(text, previous=before).readings
    assert (str(reading.topic), reading.claimants) == (f"{RUSSIA}/missing", ("ukraine",))


def test_things_that_belong_to_a_leader_are_his_countrys(ask: Ask) -> None:
    (reading,) = ask("how many drones belonging to putin were intercepted").readings
    assert str(reading.topic) == f"{RUSSIA}/destroyed/drone"
