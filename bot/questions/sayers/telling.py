"""Who says it where no verb of saying has it for its subject: told in it, put at so many by it, its figures."""

from __future__ import annotations

from bot.questions.items import MEASURES, PARTY_KINDS, SENTENCE_ENDS, SPEAKER, Item
from bot.questions.parties.naming import party_of
from bot.questions.parties.parties import COUNTED, PLURAL_PAST, is_finite
from bot.questions.row import Row

_PLURAL_PRESENT = ("уть", "ють", "ут", "ют", "ят", "ат")  # endings that no infinitive has


def tell_inside(row: Row, i: int) -> bool:
    """ "In the ministry [they] told", "what do they say in the capital": a plural verb without subject of its own.

    "Somebody in the capital said": the same in the singular, at the head of it.
    """
    lead, behind = row.direct_before(i), row.after(i)
    if lead is None or not row[lead].has("locative") or row[i].has("party-army", "party-people", "party-adjective"):
        return False
    if row[i].has("party") and row.is_led_by(lead, *PARTY_KINDS):
        return False  # "losses of theirs in that country were put at so many"
    at_head = all(item.idle for item in row.items[row.sentence_of(i)[0] : lead])
    if behind is not None and (_they_tell(row, behind) or (at_head and row[behind].means("claim-after", "verb"))):
        subject = row.after(behind)
        return row[i].has("claimant") and not (subject is not None and row[subject].has("claimant", "spokesperson"))
    ahead = lead - 1
    if ahead < 0 or not row[i].has("claimant") or not _they_tell(row, ahead):
        return False
    subject = row.before(ahead)
    return subject is None or not row[subject].has("claimant", "spokesperson", "person", "office", "group")


def _they_tell(row: Row, j: int) -> bool:
    """A verb of saying in the plural; in a language without cases with its pronoun: "they say"."""
    if not row.word_means(row[j], "claim-after", "verb"):
        return False
    if not row[j].text.isascii():
        return row[j].text.endswith((PLURAL_PAST, *_PLURAL_PRESENT))
    return any("pronoun" in word for word in (*row.words(row[j]), *row.words(row[j - 1])))


def is_of_speaker(row: Row, verb: int) -> bool:
    """ "I wrote such a country": whoever asks is the subject."""
    return any(item.text in SPEAKER for item in row.items[max(verb - 2, 0) : verb])


def has_figures_for(row: Row, i: int) -> bool:
    """ "One's casualty figures for the other", "one's number of the other's": what is counted, and whose it is."""
    led = next((j for j in range(i + 1, len(row)) if row[j].has("owner") and not row[j].has("claim-after")), None)
    if i + 1 < len(row) and row[i + 1].asks and row.ends_in(i + 1, "owner"):
        led = i + 1
    if led is None or led + 1 == len(row) or not row[i].possessive or not row[led + 1].has(*PARTY_KINDS):
        return False
    counted = row.items[i + 1 : led] or [row[led]]
    whose = party_of(row[led + 1], row) not in (party_of(row[i], row), None)
    figures = all(item.has("claim-after", "ask", *MEASURES) and not item.has("deed-noun") for item in counted)
    return figures and whose


def has_data(row: Row, i: int) -> bool:
    """ "And what figures has he for their losses": in a language with cases, the noun of what is said, and another."""
    lead = row.direct_before(i)
    others = (item for item in row.items if item.has("reflexive", "speaker", *PARTY_KINDS) and item is not row[i])
    if (
        lead is None
        or not row[lead].has("owner-case")
        or not any(party_of(x, row) != party_of(row[i], row) for x in others)
    ):
        return False
    said = [word for item in row.items[i + 1 : i + 3] for word in row.words(item)]
    return len(said) > 1 and "ask" in said[0] and "noun" in said[1].get("claim-after", ())


def gives_data(row: Row, i: int) -> bool:
    """ "Figures from the other side", "any total from the capital": beside the noun of what is said, or of a number."""
    lead = row.direct_before(i)
    if lead is None or not row[lead].has("source") or row.leads(i, *COUNTED):
        return False
    beside = (row.direct_before(lead), row.after(i))
    total = not row[i].has(*PARTY_KINDS) and any(j is not None and row[j].has("together") for j in beside)
    return total or any(j is not None and row[j].means("claim-after", "noun") for j in beside)


def is_joined_to_verb(row: Row, i: int) -> bool:
    """ "Capital-acknowledged losses": the participle of a verb of saying, joined by a hyphen."""
    behind = row.next(i)
    return behind is not None and behind.typed == row[i].typed and behind.means("claim-after", "verb")


def answers_who_says_it(row: Row, i: int) -> bool:
    """ "Who counted that, they?", "says who? The others?": the last word, behind a clause that asks for him."""
    if any(item.kind == "word" and not item.idle for item in row.items[i + 1 :]):
        return False
    asked = next(((first, last) for first, last in row.parts(SENTENCE_ENDS + ",:-") if last == i), None)
    return asked is not None and asks_who_says_it(row, *asked)


def asks_who_says_it(row: Row, first: int, last: int) -> bool:
    """ "And who counted that?", "whose figure is it", "prove it", "where did they get it"."""
    words = [word for item in row.items[first:last] for word in (item.concepts, *row.words(item))]
    said = any("claim-after" in word or "claim" in word for word in words)
    return any("proof" in word or "whence" in word or (said and "who" in word) for word in words)


def puts_it_at(row: Row, i: int) -> bool:
    """ "Put at so many by the capital", "losses by it": whose estimate it is, in a language without cases."""
    verb = lead = row.direct_before(i)
    if lead is None or not row[lead].has("agent") or not row[i].text.isascii():
        return False
    while verb is not None and (verb == lead or row[verb].kind == "number"):
        verb = row.direct_before(verb)
    if verb is None:
        return False
    losses = row[verb].has("measure-loss") and not is_finite(row[verb]) and not row[i].has(*PARTY_KINDS)
    return losses or row.word_means(row[verb], "claim-after", "verb")


def are_asked_what_they_say(row: Row, i: int) -> bool:
    """ "And those, what do they say?"."""
    rest = [item for item in row.items[i + 1 :] if item.kind != "mark"]
    set_apart = i + 1 < len(row) and (row[i + 1].text == "," or row[i + 1].has("ask"))
    if not set_apart or not all(map(_is_talk_of_saying, rest)):
        return False
    words = [word for item in rest for word in row.words(item)]
    they = any("pronoun" in word or "anaphora" in word for word in words)
    if not they or not any(row.word_means(item, "claim-after", "verb") for item in rest):
        return False
    for item in rest:
        item.use = item.use or "idle"
    return True


def _is_talk_of_saying(item: Item) -> bool:
    return item.idle or item.has("ask", "auxiliary", "anaphora", "claim-after", "claim-own")


def are_data_of(row: Row, i: int) -> bool:
    """ "Whose data is it? I want theirs", "his data match theirs": an adjective behind the noun that it lacks."""
    head, before = row.after(i), row.items[:i]
    alone = (row[i].has("party-adjective") or row[i].possessive) and (head is None or not row[head].has(*COUNTED))
    sought = alone and any(item.has("whose", "differ") for item in before)
    return sought and (row.has_used("claimant") or any(item.means("claim-after", "noun") for item in before))


def tells_whose_enemy(row: Row, i: int) -> bool:
    """ "Drones of the enemy's (the air force of such a country)": in brackets, whoever calls them so."""
    enemy = any(item.means("speaker", "enemy") for item in row.items[:i])
    return enemy and row[i].has("claimant") and i > 0 and row[i - 1].text == "("
