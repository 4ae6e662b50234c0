"""What happened, to whom and to what, and where: the facets of a question that no role claims."""

from __future__ import annotations

from bot.language.numbers import NUMBER_WORDS, read_numbers
from bot.questions.frame import Frame, add
from bot.questions.items import MEASURES, PARTY_KINDS, Item
from bot.questions.row import Row

_PEOPLE = ("group", "narrower", "measure-noun", "party-people")
_OF_THEM = ("of", "out of", "how many of", "how much of", "how many out of")


def read_places(row: Row, frame: Frame) -> None:
    """Places with or without figures; a name that is also a claimant's or a party's was decided before."""
    for i in row.open("place"):
        item = row[i]
        if item.has(*PARTY_KINDS) or (item.has("population") and not _located(row, i)):
            continue
        if item.has("claimant") and not item.has("event") and not _located(row, i) and frame.sides:
            continue
        add(frame.places, item.target("place"))
        if item.has("group"):  # its people: those of a town, by their name
            add(frame.groups, item.target("group"))
            frame.people = True
        beside = [row[j] for j in (i - 1, i - 2) if j >= 0]
        joined = any(x.has("and", "versus") for x in beside) or any(x.use == "place" for x in beside[:1])
        frame.apart |= joined and len(frame.places) > 1
        item.use = "place"
        before = row.direct_before(i)
        inside = before is not None and row[before].has("within")
        if inside and not item.has("other"):
            frame.dwellers |= any(other.has("persons") and (other.idle or other.use is None) for other in row.items)
        office = row.precedes(i, "person")  # "the governor of the town"
        frame.seized |= not office and not _located(row, i) and _has_deed_beside(row, i)
    if not (frame.places or frame.locations or frame.sides):
        _read_place_of_sayer(row, frame)


def _read_place_of_sayer(row: Row, frame: Frame) -> None:
    """ "The mayor of the town says that so many were killed": of those who live in his town."""
    groups = [row[i].target("group") for i in row.open("group")]
    others = row.leaves("object", "model", "narrower", "measure-noun")
    if others or not all(map(row.vocabulary.is_territorial, groups)) or not row.leaves("measure"):
        return
    for item in row.items:
        if item.use == "claimant" and " " in item.text:
            places = [place for word in row.words(item) if "claimant" not in word for place in word.get("place", ())]
            add(frame.places, *places[:1])


def _located(row: Row, i: int) -> bool:
    before = row.direct_before(i)
    if before is not None and row[before].use == "location":
        before = row.direct_before(before)  # "in their city of"
    if before is None or (row[before].has("owner") and before and row[before - 1].asks):
        return False  # "how much of the region"
    return row[before].has("locative") or (row[before].has("fighting") and row[before].use == "idle")


def _has_deed_beside(row: Row, i: int) -> bool:
    """Whether anything was done in the part of the sentence that names a place, up to the next mark."""
    for step in (-1, 1):
        j = i + step
        while 0 <= j < len(row) and row[j].kind != "mark":
            if row[j].has("measure-active"):
                return True
            j += step
    return False


def read_facets(row: Row, frame: Frame) -> None:
    """Populations, groups, things, models and measures, in the order of the question."""
    _read_where_people_were(row, frame)
    _read_nouns(row, frame)
    if frame.objects and any(_is_counted(row, i) for i in row.open("persons")):  # "800 people, 20 tanks"
        frame.people = frame.joined = True
    _read_slang_numbers(row, frame)
    measures = list(row.open(*MEASURES))
    for i, item in enumerate(row.items):
        if item.use is None and item.has("measure-noun"):
            _read_measure_noun(row, i, measures, frame)
        elif i in measures:
            if not _is_whole_of_others(row, i, measures):
                add(frame.measures, item.target(_kind(item)))
            item.use = "measure"
        elif item.use in ("group", "population", "object") and item.has("measure"):
            add(frame.measures, item.target("measure"))
    gone = row.leaves("away")
    if gone and frame.objects and not frame.measures and any(map(_is_counted_or_told, row.items)):
        add(frame.measures, row.vocabulary.measure_of_things() or "")
    frame.either = _either(row)


def _is_whole_of_others(row: Row, i: int, measures: list[int]) -> bool:
    """ "How many of those 790k casualties were killed": a sum, of which a part is asked for."""
    parts = row.vocabulary.sums.get(row[i].target(_kind(row[i])), frozenset())
    j = i - 1
    while j > 0 and (
        row[j].kind == "number" or row[j].has("party-adjective", "demonstrative") or row[j].text in ("the", "all")
    ):
        j -= 1
    of_them = j >= 0 and row[j].text in _OF_THEM
    return of_them and any(row[k].target(_kind(row[k])) in parts for k in measures if k > i)


def _is_counted_or_told(item: Item) -> bool:
    return item.asks or item.kind == "number" or item.means("claim-after", "noun")


def _read_slang_numbers(row: Row, frame: Frame) -> None:
    """200 is a number, unless nothing else tells what happened, or another such number stands beside it."""
    slang = [i for i in row.open("slang-number") if not _is_scaled(row, i)]
    others = row.leaves(*MEASURES, "measure-noun")
    if len({row[i].text for i in slang}) > 1 or (slang and not others):
        for i in slang:
            add(frame.measures, row[i].target("slang-number"))
            row[i].use = "measure"
            frame.people = True


def _is_scaled(row: Row, i: int) -> bool:
    """ "300 thousand" is a number."""
    if i + 1 >= len(row) or row[i + 1].kind != "word":
        return False
    text = f"{row[i].text} {row[i + 1].text}"
    return any(span.start == 0 and span.end == len(text) for span in read_numbers(text))


def _read_nouns(row: Row, frame: Frame) -> None:
    for i, item in enumerate(row.items):
        frame.people |= item.use == "side" and item.has("party-people")
        if item.use == "side" and item.has("party-people", "party-army") and item.has("narrower"):
            add(frame.unmatched, item.typed)
        if item.use is not None:
            continue
        if item.has("population"):
            add(frame.populations, item.target("population"))
            frame.people |= not item.has("filler")
            item.use = "population"
        elif _is_kind_of_model(row, i):
            item.use = "object"
        elif item.has("model", "object") and not (item.has("group", "narrower") and _tells_of_people(row)):
            kind = "object" if item.has("object") and not item.has("model") else "model"
            add(frame.objects, item.target(kind))
            frame.joined |= _has_deed_of_its_own(row, i)
            if kind == "model":
                add(frame.unmatched, item.typed)
            item.use = "object"
        elif item.has("narrower", "group"):
            _read_people(row, i, frame)
        elif item.has("posture"):
            frame.people, item.use = True, "group"
        if item.has("posture") and item.use == "group":
            frame.posture = item.target("posture")
        if item.has("owned-by") and item.use in ("object", "group"):
            add(frame.owners, *item.concepts["owned-by"][:1])


def _read_people(row: Row, i: int, frame: Frame) -> None:
    item = row[i]
    kind = "narrower" if item.has("narrower") else "group"
    add(frame.groups, item.target(kind))
    if kind == "narrower":
        frame.narrowed = True
        add(frame.unmatched, item.typed)
    frame.people, item.use = True, "group"
    frame.joined |= _joined(row, i)


def _is_kind_of_model(row: Row, i: int) -> bool:
    """The noun behind the name of a model, in a language that puts it there."""
    model = i > 0 and row[i - 1].use == "object" and row[i - 1].has("model")
    return model and row[i].has("object") and not row[i].has("model") and row[i].text.isascii()


def _tells_of_people(row: Row) -> bool:
    """Whether what happened is said of people alone: they fell, nothing was shot down."""
    measures = [item.target(_kind(item)) for item in row.items if item.use is None and item.has(*MEASURES)]
    return bool(measures) and not any(map(row.vocabulary.of_objects, measures))


def _read_where_people_were(row: Row, frame: Frame) -> None:
    """ "Sailors who died on their ships": the ships are not asked for."""
    for i in row.open("object", "model") if _tells_of_people(row) else ():
        lead = row.direct_before(i)
        while lead is not None and (row[lead].has("party-adjective") or row[lead].use == "means"):
            lead = row.direct_before(lead)
        aboard = lead is not None and row[lead].has("locative") and not row[lead].has("claim", "measure-active")
        if aboard and any(item.has(*_PEOPLE) for item in row.items[:i]):
            add(frame.unmatched, row[i].typed)
            frame.people, row[i].use = True, "means"


def _has_deed_of_its_own(row: Row, i: int) -> bool:
    """ "How many of them fell and how many tanks burnt": people and things, each with what became of them."""
    joins = [j for j in range(i) if row[j].has("and")]
    if not joins:
        return False
    before, behind = row.items[: joins[-1]], row.items[joins[-1] :]
    people = any(item.has("party-people", "group") for item in before)
    if any(item.has("object", "model") for item in before):
        return False  # things here too
    return people and all(any(item.has("measure", "measure-active") for item in part) for part in (before, behind))


def _joined(row: Row, i: int) -> bool:
    """Beside an "and", with no more between than whose they are and how many; or counted, as other things are."""
    before = i - 1
    while before > 0 and not row[before].has("and") and (_is_number(row[before]) or row[before].has("party-adjective")):
        before -= 1
    beside = any(0 <= j < len(row) and row[j].has("and") for j in (before, i + 1))
    return beside or (_is_counted(row, i) and any(_is_counted(row, j) for j in range(len(row)) if row[j].has("object")))


def _is_counted(row: Row, i: int) -> bool:
    """Whether a number stands right before it, or before its adjective."""
    before = i - 1 - (i > 1 and row[i - 1].has("party-adjective"))
    return before >= 0 and _is_number(row[before])


def _is_number(item: Item) -> bool:
    return item.kind == "number" or item.has("count") or item.text in NUMBER_WORDS


def _read_measure_noun(row: Row, i: int, measures: list[int], frame: Frame) -> None:
    """Prisoners are those captured; prisoners who died are counted among the dead, and only some of them."""
    item = row[i]
    item.use = "measure"
    frame.people = True
    other = [j for j in measures if row[j].target(_kind(row[j])) != item.target("measure-noun")]
    if not all(_conjoined(row, i, j) for j in other):
        add(frame.unmatched, item.typed)
        frame.captives = True
    else:
        add(frame.measures, item.target("measure-noun"))


def _kind(item: Item) -> str:
    return next(k for k in MEASURES if item.has(k))


def _conjoined(row: Row, i: int, j: int) -> bool:
    if i > 0 and row[i - 1].has(*MEASURES) and row[i - 1].kind == "word":
        return False  # "killed and injured prisoners": whose, not a third thing
    first, last = sorted((i, j))
    return any(row[k].has("and") or row[k].text == ")" for k in range(first, last + 1))


def _either(row: Row) -> bool:
    """Killed OR wounded, killed PLUS wounded, both of them TOGETHER."""
    return any(
        row[i - 1].has("measure")
        and row[i + 1].has("measure")
        and (row[i].means("and", "or") or any(beside.has("together") for beside in row.items[max(0, i - 2) : i + 4]))
        for i in row.open("and")
        if 1 <= i < len(row) - 1
    )


# Words that mean something only where a date took them up.
_DATES = frozenset({
    "unit", "lasting", "month", "weekday", "season", "when", "count", "feast", "ending", "relative-year", "several",
})  # fmt: skip


def unknown_words(row: Row, frame: Frame) -> list[str]:
    """Words that nothing is known of, or that nothing took up, and that may change the question."""
    loose = _DATES if frame.places else _DATES | {"spot"}
    return [
        item.typed
        for i, item in enumerate(row.items)
        if (item.unknown and len(item.text) > 1)
        or (_is_left_over(item, loose) and not (_is_which_of_them(row, i) or _is_at_last(row, i)))
    ]


def _is_which_of_them(row: Row, i: int) -> bool:
    """ "Their first jet", "the last figure": before what is counted it says no more than that it was one."""
    behind = row.next(i)
    which = any(row[i].means("when", nth) for nth in ("first", "second", "third", "fourth"))
    last = row[i].means("when", "last") and behind is not None and behind.has("ask", "claim", "claim-after")
    return last or (which and behind is not None and behind.use in ("object", "group"))


def _is_at_last(row: Row, i: int) -> bool:
    """ "How many were counted in the end?": of nothing, where the clause ends; "earlier it was 100": another number."""
    at_end = row[i].means("when", "end") and (i + 1 == len(row) or row[i + 1].kind == "mark")
    other = row[i].means("when", "earlier") and i > 0 and row[i - 1].kind == "mark"
    numbers = (any(item.kind == "number" for item in items) for items in (row.items[:i], row.until_mark(i)))
    return at_end or (other and all(numbers))


def _is_left_over(item: Item, kinds: frozenset[str]) -> bool:
    return item.use is None and bool(item.concepts) and kinds.issuperset(item.concepts)
