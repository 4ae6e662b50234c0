"""Number words of the three languages, all forms that stand beside a counted noun."""

from __future__ import annotations

from decimal import Decimal


def _table(rows: str) -> dict[str, Decimal]:
    """`value: form form …`, one value a line, as a look-up by form."""
    table = {}
    for row in rows.strip().splitlines():
        value, forms = row.split(":")
        table.update(dict.fromkeys(forms.split(), Decimal(value)))
    return table


CARDINALS = _table("""
1: one один одна одне одну одно одного одної одной
2: two два дві две двох двух двоє двое двоих
3: three три трьох трех троє трое троих
4: four чотири чотирьох четыре четырех четверо четверых
5: five п'ять пять п'яти пяти п'ятеро пятеро пятерых
6: six шість шести шесть шестеро
7: seven сім семи семь семеро
8: eight вісім восьми восемь восьмеро
9: nine дев'ять девять дев'яти девяти дев'ятеро девятеро
10: ten десять десяти десяток десятка десятеро
11: eleven одинадцять одинадцяти одиннадцать одиннадцати
12: twelve dozen дванадцять дванадцяти двенадцать двенадцати
13: thirteen тринадцять тринадцяти тринадцать тринадцати
14: fourteen чотирнадцять чотирнадцяти четырнадцать четырнадцати
15: fifteen п'ятнадцять п'ятнадцяти пятнадцать пятнадцати
16: sixteen шістнадцять шістнадцяти шестнадцать шестнадцати
17: seventeen сімнадцять сімнадцяти семнадцать семнадцати
18: eighteen вісімнадцять вісімнадцяти восемнадцать восемнадцати
19: nineteen дев'ятнадцять дев'ятнадцяти девятнадцать девятнадцати
20: twenty двадцять двадцяти двадцать двадцати
30: thirty тридцять тридцяти тридцать тридцати
40: forty fourty сорок сорока
50: fifty п'ятдесят п'ятдесяти пятьдесят пятидесяти
60: sixty шістдесят шістдесяти шестьдесят шестидесяти
70: seventy сімдесят сімдесяти семьдесят семидесяти
80: eighty вісімдесят вісімдесяти восемьдесят восьмидесяти
90: ninety дев'яносто девяносто
100: сто ста сотня сотню
200: двісті двести двохсот двухсот
300: триста трьохсот трехсот
400: чотириста четыреста чотирьохсот четырехсот
500: п'ятсот пятьсот п'ятисот пятисот
600: шістсот шестьсот шестисот
700: сімсот семьсот семисот
800: вісімсот восемьсот восьмисот
900: дев'ятсот девятьсот дев'ятисот девятисот
""")

FRACTIONS = _table("""
0.25: quarter чверть четверть
0.5: half пів пол
2: couple пара пару парочка парочку
1.5: півтора півтори полтора полторы полутора
""")

SCALES = _table("""
100: hundred сотен сотень
1000: thousand thousands k tys tis
1000: тыща тыщи тыщу тыщ тища тищі тищу тищ
1000: к т тис тисяча тисячу тисячі тисяч тисячам тисячами тисячах тисячею
1000: тыс тысяча тысячу тысячи тысяч тысячам тысячами тысячах тысяче тысячей
1000: косар косаря косарів косарь косарей
1000000: million millions mln mio mil mill m
1000000: м млн лям ляма лямов ляму лями лямів лимон лимона лимонов лимони лимонів
1000: тысячью тысячь тысч тышч тисячь тисч тишч
1000000: мильон мильона мильонов мильен мільон мільона мільонів мільен
1000000: мільйон мільйона мільйони мільйонів мільйону мільйонах мільйонами мільйоном
1000000: миллион миллиона миллионы миллионов миллиону миллионах миллионами миллионам миллионом
1000000000: billion billions bn
1000000000: млрд мільярд мільярда мільярдів миллиард миллиарда миллиардов
""")

# A scale that stands for itself ("a million"); the plural alone ("thousands died") is no number.
SINGULAR_SCALES = frozenset(
    ["hundred", "thousand", "million", "billion", "тисяча", "тисячу", "мільйон", "мільярд", "тысяче"],
).union(["тысяча", "тысячу", "миллион", "миллиона", "миллиард", "лям", "мільйона"])

# Scales that may stand before their number, which is a rough one then: "тысяч 300".
LEADING_SCALES = frozenset(["тысяч", "тисяч", "тыщ", "тищ", "тыс", "тис", "миллионов", "мільйонів"])

# Words before a scale that leave open how many: "several hundred thousand".
OPEN_COUNTS = frozenset(["several", "few", "many", "несколько", "кілька", "декілька"])

# "A hundred ODD thousand": words between a number and its scale that say that it is somewhat more.
SOMEWHAT_MORE = frozenset(
    [
        ("odd",),
        ("something",),
        ("some",),
        ("plus",),
        ("с", "лишним"),
        ("с", "гаком"),
        ("с", "хвостиком"),
        ("с", "чем", "-", "то"),
    ]
).union([("з", "лишком"), ("з", "гаком"), ("з", "хвостиком"), ("з", "чимось"), ("із", "лишком")])
VAGUE_SUFFIXES = frozenset(["odd", "something", "ish", "plus", "some"])

# A thousand to each: alone such a form may be the plural.
BEFORE_EACH = frozenset(["по"])
EACH_SCALES = frozenset(["тисячі"])

# One where a word before it asks for this case; alone they are several, which are no number, and behind 2 to 4 so many.
HUNDREDS = frozenset(["сотни", "сотні"])
GENITIVE_SCALES = HUNDREDS | {"тысячи", "тисячі", "миллиона", "мільйона"}
BEFORE_GENITIVES = frozenset(["больше", "более", "свыше", "около", "порядка", "меньше", "менее", "до"]).union(
    ["більше", "близько", "менше", "біля"]
)

# "Two AND A HALF thousand": the words behind a number that add a half to it.
AND_A_HALF = frozenset(
    [("and", "a", "half"), ("с", "половиной"), ("з", "половиною"), ("із", "половиною"), ("і", "пів"), ("та", "пів")]
)

# Halves that are written as one word with what they halve.
WHOLE_WORDS = _table("""
500: півтисячі полтысячи
500000: півмільйона півмільйону полмиллиона полумиллиона
""")

# By qualifier, in the order that wins where one phrase ends with another ("no more than" before "more than").
HEDGES = {
    "at-most": """
        up to|as many as|at most|no more than|not more than|less than|fewer than|under|below|maximum|≤|<=|<
        до|не більше ніж|не більше|менше ніж|менше|щонайбільше|максимум
        не более чем|не более|не больше|менее чем|менее|меньше""",
    "at-least": """
        at least|no fewer than|not fewer than|no less than|not less than|a minimum of|minimum|≥|>=
        щонайменше|принаймні|не менше ніж|не менше|не менш як|мінімум
        не менее чем|не менее|не меньше|как минимум|минимум|по меньшей мере|по крайней мере""",
    "nearly": """
        nearly|almost|close to|just under|just short of
        майже|без малого|трохи менше|почти|чуть меньше""",
    "more-than": """
        more than|over|above|upwards of|well over|>
        понад|більше ніж|більш ніж|більше як|більш як|більше
        более чем|более|больше чем|больше|свыше""",
    "about": """
        about|around|roughly|approximately|approx.|circa|some|estimated|~|≈|±
        близько|приблизно|десь|орієнтовно|біля|около|примерно|порядка|приблизительно|где-то""",
}
