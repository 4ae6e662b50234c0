"""What is asked of losses, and is no count of them: where it was, how many could be, where captives are held."""

from __future__ import annotations

from bot.language.inflection import is_verb, known_forms
from bot.questions.frame import Frame
from bot.questions.items import MEASURES, PARTY_KINDS, Item
from bot.questions.parties.parties import is_finite
from bot.questions.row import ARTICLES, Row

_DEEDS = (*MEASURES, "measure-noun")
_ARTICLES = ("of", "the", "these")
_BETWEEN = 4  # items between what tells that something is possible and its verb
_DOERS = ("claimant", "pronoun", "population", *PARTY_KINDS)
_INFINITIVES = ("ть", "ти", "ться", "тись", "тися")
_DETERMINERS = (*ARTICLES, "his", "her")


def asks_no_count(row: Row, frame: Frame) -> bool:
    """Whether the question is about something else than a number of what was lost."""
    return (
        _asks_where(row, frame)
        or _counts_inmates(row, frame)
        or any(_loses_none_of_ours(row, i) for i in range(len(row) - 2))
        or _asks_to_see(row, frame)
        or any(_asks_which(row, i) for i in row.open("which"))
        or any(_is_possible(row, i) for i in row.open("possible"))
        or any(_is_held_counted(row, i) for i, item in enumerate(row.items) if item.has("captivity"))
    )


def _asks_to_see(row: Row, frame: Frame) -> bool:
    """ "Names of their dead soldiers", "photos of their tanks": no number is asked for, and nobody says one."""
    head = next((i for i, item in enumerate(row.items) if _shown(row, item) or not item.idle), None)
    shown = _shown(row, row[head]) if head is not None else ()
    if not shown or frame.claimants or frame.spokespersons:
        return False
    others = [item for i, item in enumerate(row.items) if i != head]
    if (others and others[0].text == ":") or any(item.asks or item.kind == "number" for item in others):
        return False
    fate = any(item.has("measure") and not item.has("measure-loss") for item in row.items)
    return "names" in shown or (fate and not frame.objects)


def _counts_inmates(row: Row, frame: Frame) -> bool:
    """ "How many prisoners are in their jails": of anybody, as nothing says that they are captives of this war."""
    told = {target for item in row.items for target in item.concepts.get("inmate", ())}
    return told == {"who", "where"} and not (frame.sides or frame.populations or frame.speaker)


def _shown(row: Row, item: Item) -> tuple[str, ...]:
    return (*item.concepts.get("exhibit", ()), *row.words(item)[0].get("exhibit", ()))


def _asks_which(row: Row, i: int) -> bool:
    """ "Which general was killed", "in which of their prisons"."""
    of = i + 1
    while of < len(row) and (row[of].has("party-adjective") or row[of].text in _ARTICLES):
        of += 1
    if of == len(row) or row[of].has(*_DEEDS):
        return False
    return row[of].has("captivity") or (row[of].has("narrower") and _is_single(row[of]))


def _is_single(item: Item) -> bool:
    if item.text.isascii():
        return not item.text.endswith("s")
    forms = known_forms(item.text)
    return bool(forms) and not any(form.plural for form in forms)


def _asks_where(row: Row, frame: Frame) -> bool:
    """ "Where did they destroy planes": a "where" at the head, a verb in its clause, and no number anywhere."""
    head = next((i for i, item in enumerate(row.items) if item.kind == "word" and not item.has("continuing")), None)
    if head is None or not row[head].has("where") or _asks_for_number(row):
        return False
    compared = len(frame.sides) > 1 or frame.versus  # "where did more die, on this side or on that"
    return not (compared or frame.claimants) and _tells_of_deed(row, head + 1)


def _asks_for_number(row: Row) -> bool:
    """Whether a number is asked for or told ("where do I read how many"); "more than all" asks for none."""
    return any(
        (item.asks and not row.is_led_by(i, "more")) or item.kind == "number" or item.use == "number"
        for i, item in enumerate(row.items)
    )


def _tells_of_deed(row: Row, first: int) -> bool:
    """Whether a verb tells what happened, in the clause that begins there, before anything that somebody says."""
    passive = False  # "where were they shot down"
    for item in row.items[first:]:
        if item.has(*MEASURES) and (passive or _is_verb(item)):
            return True
        passive = passive or item.means("auxiliary", "passive")
        if item.kind == "mark" or item.unknown or item.has("asker", "claim-after", "claim", "measure-noun"):
            return False
    return False


def _is_verb(item: Item) -> bool:
    """Whether it tells that it happened: a form of the past or of nobody, or one that a dictionary has as a verb."""
    return is_finite(item) or item.means("verb-number", "impersonal") or is_verb(item.text)


def _loses_none_of_ours(row: Row, i: int) -> bool:
    """ "Has it lost its mind": what is lost is told, in a language without cases, and no figure could be of it."""
    verb, whose, what, *rest = row.items[i:]
    if not (verb.has("measure-loss") and is_finite(verb) and whose.text in _DETERMINERS) or row.asks:
        return False
    thing = what.unknown or (what.kind == "word" and what.use is None and {"filler"}.issuperset(what.concepts))
    return thing and (not rest or rest[0].kind == "mark")


def _is_possible(row: Row, i: int) -> bool:
    """ "How many could they destroy": what might be; "how many could they have destroyed" asks for what was."""
    if not row.asks:
        return False
    named = not row[i].text.isascii()
    for item in row.items[i + 1 : i + 2 + _BETWEEN]:
        if item.has("measure-active", "measure-loss"):
            return named and (item.text.isascii() or item.text.endswith(_INFINITIVES))
        named = named or item.has(*_DOERS)
        if item.kind == "mark" or item.has("auxiliary", "claim-after", "addressee"):
            return False
    return False


def _is_held_counted(row: Row, i: int) -> bool:
    """ "How many of their prisons are there": what is counted is where captives are held."""
    if row[i].has(*_DEEDS) or " in " in f" {row[i].text} " or not row[i].use:
        return False
    behind = row.after(i)
    if behind is not None and behind == i + 1 and row[behind].has(*_DEEDS, "group", "narrower"):
        return False
    j = i - 1
    while j >= 0 and _tells_where(row, j):
        j -= 1
    return j >= 0 and row[j].means("ask", "how-many") and not row[j].has("filler")


def _tells_where(row: Row, j: int) -> bool:
    """A country's adjective; in a language with cases, its name too, and what leads to it."""
    item: Item = row[j]
    if item.has("party-adjective"):
        return True
    if item.text.isascii():
        return False
    return item.has("party") or (item.has("locative") and row[j + 1].has("party"))
