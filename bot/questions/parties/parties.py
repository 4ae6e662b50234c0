"""Items that name a party, and what marks one as the doer: shared by everything that reads roles."""

from __future__ import annotations

from bot.language.inflection import known_forms
from bot.questions.frame import Frame, add
from bot.questions.items import MEASURES, NOUNS_LIKE_VERBS, PARTY_KINDS, Item
from bot.questions.parties.naming import is_topmost, party_of
from bot.questions.row import Row

HEADS = ("group", "narrower", "object", "model", "measure-noun", "population")
COUNTED = (*MEASURES, "group", "narrower", "object", "model", "measure-noun")  # what figures are of
# Endings of nouns in the case of the one who did it, in languages with cases.
OF_DOERS = ("ом", "ем", "єм", "ой", "ей", "ою", "ею", "єю", "ью", "ами", "ями", "ьми", "им", "ым", "ими", "ыми", "їм")
# Endings of all other nouns that decline.
DECLINED = ("а", "я", "і", "ї", "и", "ы", "у", "ю", "е", "є", "ам", "ям", "ах", "ях", "ів", "їв", "ов", "ев")
PLURAL_PAST = "ли"  # of verbs in languages with cases: no country is their subject
OF_MANY = ("и", "ы", "і", "ї")  # endings of several in the nominative
ADJECTIVES_OF_MANY = ("ые", "ие", "і")  # the same of adjectives, be they nouns: "the military"
GENITIVES_OF_MANY = ("ів", "їв", "ов", "ев", "ей")
_ENDING = 2  # letters, by which words agree
ABBREVIATED = 3  # letters: a name so short is an abbreviation, which has no cases
_ALWAYS_OF_DOERS = ("ами", "ями", "ьми", "ією", "ией")
_CASES = {"nomn": ("nominative",), "datv": ("dative", "oblique"), "ablt": ("instrumental",)}  # of the dictionaries
_ENDINGS = {"ablt": ("ом", "ем"), "datv": ("ам", "ям"), "nomn": ("и", "ы", "і", "ец", "ець")}
_MENTIONS = (*PARTY_KINDS, "claimant")


def is_party(item: Item, row: Row) -> bool:
    """Whether an open item names a party."""
    return item.use is None and item.has(*_MENTIONS) and party_of(item, row) is not None


def verb_before(row: Row, i: int) -> Item | None:
    """The nearest measure before item i, whatever stands between."""
    return next((row[j] for j in range(i - 1, -1, -1) if row[j].has(*MEASURES)), None)


def verb_near(row: Row, i: int) -> Item | None:
    """The nearest measure on either side of item i."""
    spots = sorted((j for j in range(len(row)) if row[j].has(*MEASURES)), key=lambda j: abs(j - i))
    return row[spots[0]] if spots else None


def done_to(row: Row, deed: int) -> int | None:
    """What stands behind a deed, be it counted by numbers."""
    behind = row.after(deed)
    while behind is not None and row[behind].kind == "number":
        behind = row.after(behind)
    return behind


def is_deed(item: Item) -> bool:
    """A verb form that only its doer can be the subject of."""
    return item.has("measure-active") and not item.has("measure-loss", "measure")


def is_finite(item: Item) -> bool:
    """Whether a word for what happened is a verb of somebody's, and neither noun nor participle."""
    if item.text.isascii():
        return item.text not in NOUNS_LIKE_VERBS
    return item.means("verb-number", "singular") or item.text.endswith(PLURAL_PAST)


def has_no_subject(item: Item) -> bool:
    """ "Destroyed", "was shot down": a form that tells what befell somebody, and leaves unsaid who did it."""
    forms = item.concepts.get("verb-number", ())
    return not {"participle", "impersonal"}.isdisjoint(forms) and not item.has("measure-loss")


def stands_by_deed(row: Row, i: int) -> bool:
    """Whether something is done between the same marks: a heading before "how many did they kill" has no part in it."""
    first, last = next(part for part in row.parts(",:;.!?-") if part[0] <= i < part[1])
    return any(map(is_deed, row.items[first:last]))


def is_attribute(row: Row, participle: int) -> bool:
    """ "Of the killed soldiers": a participle that ends as its noun right behind it does tells whom it was done to."""
    noun = row.next(participle)
    return noun is not None and row[participle].text[-_ENDING:] == noun.text.split(" ")[0][-_ENDING:]


def may_be_genitive(item: Item) -> bool:
    """Whether a name may stand for its owner: it has no cases, or is in neither the subject's nor the doer's."""
    return {"nominative", "instrumental"}.isdisjoint(item.concepts.get("case", ()))


def are_several(noun: str) -> bool:
    """Whether a noun can only be several in the nominative, which are not counted in languages with cases."""
    cases = {(form.case, form.plural) for form in known_forms(noun)}
    if not cases:
        return not noun.isascii() and " " not in noun and noun.endswith(OF_MANY)
    return ("nomn", True) in cases and not any(case == "gent" for case, _ in cases)


def cases_of(name: str) -> tuple[str, ...]:
    """The case of a name by its first word that declines; nothing where that may be the subject's and the owner's."""
    word = next((word for word in name.split(" ") if len(word) > ABBREVIATED), None)
    if name.isascii() or word is None:
        return ()
    if word.endswith(_ALWAYS_OF_DOERS):
        return ("instrumental",)
    if word.endswith(GENITIVES_OF_MANY):
        return ("oblique",)  # also where it is an adjective of a name, to the dictionary
    cases = {form.case for form in known_forms(word)} - {None}
    if not cases:
        cases = {next((case for case, endings in _ENDINGS.items() if word.endswith(endings)), "accs")}
    if {"nomn", "gent"} <= cases:
        return ()
    return next((names for case, names in _CASES.items() if case in cases and "gent" not in cases), ("oblique",))


def is_counted(row: Row, i: int) -> bool:
    """Right behind "how many", with nothing between but what describes it, and whose it is."""
    j = i - 1
    while j >= 0 and not _asks(row, j) and (row[j].idle or row[j].has("speaker") or _tells_whose(row[j])):
        j -= 1
    return j >= 0 and _asks(row, j) and not are_several(row[i].text)


def _asks(row: Row, j: int) -> bool:
    """ "How many", "and how many"."""
    return row[j].has("ask") or row.ends_in(j, "ask")


def _tells_whose(item: Item) -> bool:
    return item.has("party-adjective") or (item.has(*PARTY_KINDS) and not item.means("case", "nominative"))


def take_agent(row: Row, i: int, frame: Frame) -> None:
    """Make the party of item i one that did it; an adjective of the same party before its people says it once more."""
    party = party_of(row[i], row)
    assert party is not None
    add(frame.agents, party)
    row[i].use = "agent"
    if i and row[i].has("party-people") and row[i - 1].has("party-adjective") and is_party(row[i - 1], row):
        row[i - 1].use = "agent" if party_of(row[i - 1], row) == party else None


def take_sufferer(row: Row, i: int, frame: Frame) -> None:
    """Make the party of item i the one whose losses are asked for."""
    party = party_of(row[i], row)
    assert party is not None
    whole = row[i].has("party-adjective", "party-people") or (row[i].has("claimant") and is_topmost(row[i], row))
    if row[i].has("party-army") and not whole and party not in frame.sides:
        add(frame.armies, party)  # not "their side", which has civilians too
    add(frame.sides, party)
    row[i].use = "side"


def take_doer(row: Row, i: int, frame: Frame) -> None:
    """Make the party of item i one that did it, with the nouns of its phrase."""
    take_agent(row, i, frame)
    swallow(row, i, "means")


def swallow(row: Row, i: int, use: str) -> int:
    """The nouns right behind item i belong to its phrase ("by their drones and shelling"); returns the last of them."""
    j = i + 1
    while j < len(row):
        item = row[j]
        joins = item.has("and") and row.precedes(j, "means", "object", "group")
        of_things = item.has("means", "object", "model")
        same = (
            item.has("party-people", "party-army")
            and row[i].has("party-adjective")
            and party_of(item, row) == party_of(row[i], row)
        )
        of_people = (item.has("group", "narrower", "population") or same) and j == i + 1
        if of_people and row[i].use == "means" and row.vocabulary.is_territorial(item.concepts.get("group", [""])[0]):
            break  # "killed with bombs, of civilians so many"
        if item.use is not None or item.has("measure") or not (of_things or of_people or joins):
            break
        if not (joins or item.text.isascii() or _is_in_case_of_doer(row, i, j)):
            break  # "destroyed by them of tanks so many", in a language with cases
        item.use = use
        j += 1
    return j - 1


def _is_in_case_of_doer(row: Row, i: int, j: int) -> bool:
    """Whether the noun of item j may do it together with the party of item i: in the doer's case, or as its noun."""
    if not (row[i].means("case", "instrumental") or row[i].means("case", "nominative")):
        return True
    of_many = row[j].text.endswith(GENITIVES_OF_MANY)
    own = j == i + 1 and row[i].has("party-adjective", "ours")
    own |= row[i].has("party-army") and row[j].has("actor")  # "their forces of air defence"
    return not of_many and (own or row[j].text.endswith(OF_DOERS))
