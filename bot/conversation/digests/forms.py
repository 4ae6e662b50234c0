"""The screens on which a subscription is put together, one for each step; what stands now is marked on each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time

from bot.answers.blocks import Block
from bot.answers.html import clip
from bot.claims.model import LANGUAGES
from bot.conversation.actions import Action, code
from bot.conversation.desk import Desk
from bot.conversation.digests.drafts import TYPED, Draft, Step
from bot.conversation.digests.facets import FACETS, chosen, entries
from bot.conversation.digests.phrases import LAST_DAY, Phrases, clock_time
from bot.conversation.keyboards import (
    LONGEST_LABEL,
    PER_PAGE,
    Rows,
    column,
    navigation,
    numbered,
    page_of,
    press,
    rows,
    text,
    titled,
)
from bot.conversation.memory import Turn
from bot.conversation.reply import Button, Reply
from bot.digests.model import Frequency
from bot.digests.subscribing import zones

VERB = "sd"  # of all buttons of a draft; its key follows, so that those of another draft do nothing
TIMES = tuple(time(hour) for hour in (7, 8, 9, 12, 15, 18, 20, 21))
QUIET = ("2100-0800", "2200-0700", "2200-0900", "2300-0700", "2300-0800", "0000-0900")
THRESHOLDS = (10, 100, 1_000, 10_000)
MONTH_DAYS = (1, 10, 20, LAST_DAY)
ZONES_OFFERED = 6
_MARK = "✓ "
_SIGNS = {facet: sign for sign, facet in FACETS.items()}
_LISTED = ("measure", "claimant", "object", "place")  # facets behind a button of their own


class Forms:
    """Shows the step that a draft is at."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def show(self, turn: Turn, draft: Draft, said: str | None = None) -> Reply:
        """The screen of the draft's step; `said` goes before it."""
        phrases = Phrases(self._desk, turn.language)
        made = {
            Step.TOPICS: self._topics,
            Step.FREQUENCY: self._frequency,
            Step.TIME: self._time,
            Step.ZONE: self._zone,
            Step.QUIET: self._quiet,
            Step.WORDS: self._words,
            Step.THRESHOLD: self._threshold,
            Step.LANGUAGE: self._language,
        }[draft.step](draft, phrases)
        return self._screen(turn, draft, phrases, made, said)

    def listed(self, turn: Turn, draft: Draft, facet: str, page: int) -> Reply:
        """What there is to choose of one facet."""
        phrases = Phrases(self._desk, turn.language)
        ids = list(entries(self._desk.store, facet))
        page, pages = page_of(ids, page)
        shown = ids[(page - 1) * PER_PAGE : page * PER_PAGE]
        buttons = [self._choice(draft, phrases, facet, id_, page) for id_ in shown]
        turning = navigation(VERB, numbered(page, pages, draft.key, Step.TOPICS, "l", _SIGNS[facet]))
        back = _button(draft, phrases.say("button-back"), "h")
        keyboard = (*column(buttons), *rows(turning, [back, self._done(draft, phrases)]))
        return self._screen(turn, draft, phrases, keyboard, None)

    def offered(self, turn: Turn, draft: Draft, found: Iterable[tuple[str, str]]) -> Reply:
        """Places that a typed one may be: each with what the clock shows there now."""
        phrases = Phrases(self._desk, turn.language)
        places = list(found)
        if len(places) == 1:
            zone, city = places[0]
            question = phrases.say("subscribe-zone-right", city=city, time=phrases.now_in(zone))
            yes = _button(draft, phrases.say("button-yes-right"), code(zone))
            no = _button(draft, phrases.say("button-no"), "h")
            return self._screen(turn, draft, phrases, rows([yes, no]), question, asks=False)
        keyboard = column(self._place(draft, phrases, zone, city) for zone, city in places)
        none = _button(draft, phrases.say("button-none-of-these"), "h")
        return self._screen(turn, draft, phrases, (*keyboard, (none,)), phrases.say("subscribe-zone-which"), asks=False)

    def _screen(  # noqa: PLR0913  what a screen is made of
        self, turn: Turn, draft: Draft, phrases: Phrases, keyboard: Rows, said: str | None, *, asks: bool = True
    ) -> Reply:
        ask = [phrases.say(f"subscribe-ask-{draft.step.name.lower()}")] if asks else []
        if asks and draft.step in TYPED and not turn.whom.private:
            ask.append(phrases.say("subscribe-as-reply"))
        blocks = (*text(*filter(None, [said])), self._head(turn, draft, phrases), *text(*ask))
        cancel = press(phrases.say("button-cancel"), VERB, draft.key, "x")
        return Reply(blocks, (*keyboard, (cancel,)), replaces=True, draft=draft.key)

    def _head(self, turn: Turn, draft: Draft, phrases: Phrases) -> Block:
        """What has been chosen so far, and for whom where that is not plain."""
        lines = []
        if draft.chat != turn.whom.chat:
            lines.append(phrases.say("subscribe-for", chat=self._desk.title(draft.chat, phrases.texts)))
        if draft.subscription is not None or draft.several or draft.step is not Step.TOPICS:
            lines.append(phrases.topics(draft.wishes.selection))
        if draft.subscription is not None or draft.step not in (Step.TOPICS, Step.FREQUENCY):
            lines.append(_so_far(draft, phrases))
        title = "subscribe-change-title" if draft.subscription is not None else "subscribe-new-title"
        return titled(phrases.say(title), *lines)

    def _topics(self, draft: Draft, phrases: Phrases) -> Rows:
        store, say = self._desk.store, phrases.say
        everything = _button(draft, _marked(say("button-everything"), not draft.wishes.selection.wanted), "e")
        populations = entries(store, "population")
        tops = [id_ for id_, entry in populations.items() if entry.parent not in populations]
        buttons = [self._choice(draft, phrases, "population", id_, 0) for id_ in tops]
        below = [self._list(draft, phrases, "population")] if len(tops) < len(populations) else []
        further = [self._list(draft, phrases, facet) for facet in _LISTED if entries(store, facet)]
        several = None if draft.several else _button(draft, say("button-several"), "s")
        return (
            (everything,),
            *column(buttons),
            *rows(below, further[:2], further[2:], [several, self._done(draft, phrases)]),
        )

    def _frequency(self, draft: Draft, phrases: Phrases) -> Rows:
        rhythm, say = draft.wishes.rhythm, phrases.say
        often, weekly, monthly = rhythm.frequency, Frequency.WEEKLY, Frequency.MONTHLY
        at_once = _marked(say("button-at-once"), often is Frequency.AT_ONCE)
        daily = _marked(say("button-daily"), often is Frequency.DAILY)
        week = [
            _button(draft, _marked(name, often is weekly and rhythm.weekday == day), "w", day)
            for day, name in enumerate(phrases.weekdays())
        ]
        month = [
            _button(draft, _marked(_day_of_month(day, phrases), often is monthly and rhythm.day == day), "m", day)
            for day in MONTH_DAYS
        ]
        return rows([_button(draft, daily, "d"), _button(draft, at_once, "o")], week[:4], week[4:], month)

    def _time(self, draft: Draft, phrases: Phrases) -> Rows:  # noqa: ARG002  all steps take the same
        now = draft.wishes.rhythm.at
        times = sorted({*TIMES, now})
        buttons = [_button(draft, _marked(clock_time(one), one == now), f"{one:%H%M}") for one in times]
        return rows(*(buttons[first : first + 4] for first in range(0, len(buttons), 4)))

    def _zone(self, draft: Draft, phrases: Phrases) -> Rows:
        guessed = dict.fromkeys(zones.guess(phrases.texts)[:ZONES_OFFERED])
        if draft.wishes.rhythm.zone != "UTC":
            guessed = {draft.wishes.rhythm.zone: None, **guessed}
        return column(self._place(draft, phrases, zone, phrases.city(zone)) for zone in guessed)

    def _place(self, draft: Draft, phrases: Phrases, zone: str, city: str) -> Button:
        label = phrases.say("button-zone", city=city, time=phrases.now_in(zone))
        return _button(draft, _marked(label, zone == draft.wishes.rhythm.zone), code(zone))

    def _quiet(self, draft: Draft, phrases: Phrases) -> Rows:
        now = draft.wishes.rhythm.quiet
        there = f"{now.start:%H%M}-{now.end:%H%M}" if now else "0"
        buttons = [
            _button(draft, _marked(f"{one[:2]}:{one[2:4]}–{one[5:7]}:{one[7:]}", one == there), one)
            for one in dict.fromkeys((*QUIET, *([there] if now else [])))
        ]
        none = _button(draft, _marked(phrases.say("button-no-quiet"), now is None), "0")
        return rows(*(buttons[first : first + 2] for first in range(0, len(buttons), 2)), [none])

    def _words(self, draft: Draft, phrases: Phrases) -> Rows:
        return rows([_button(draft, _marked(phrases.say("button-no-words"), not draft.wishes.selection.words), "0")])

    def _threshold(self, draft: Draft, phrases: Phrases) -> Rows:
        now = draft.wishes.selection.threshold
        numbers = sorted({*THRESHOLDS, *([now] if now is not None else [])})
        buttons = [_button(draft, _marked(phrases.texts.number(one), one == now), one) for one in numbers]
        none = _button(draft, _marked(phrases.say("button-any-growth"), now is None), "x")
        return rows([none], buttons[:3], buttons[3:])

    def _language(self, draft: Draft, phrases: Phrases) -> Rows:  # noqa: ARG002
        now = draft.wishes.language
        return column(_button(draft, _marked(self._desk.language_name(one), one == now), one) for one in LANGUAGES)

    def _choice(self, draft: Draft, phrases: Phrases, facet: str, id_: str, page: int) -> Button:
        """Chooses an id; `page` is that of the list it stands in, 0 for the first screen."""
        is_chosen = id_ in chosen(draft.wishes.selection)[facet]
        return _button(draft, _marked(phrases.name(facet, id_), is_chosen), "x", _SIGNS[facet], code(id_), page)

    def _list(self, draft: Draft, phrases: Phrases, facet: str) -> Button:
        """Opens the list of a facet, and says how many of it are chosen."""
        count = len(chosen(draft.wishes.selection)[facet])
        label = phrases.say(f"button-by-facet-{facet}")
        return _button(draft, f"{label} ({count}) ›" if count else f"{label} ›", "l", _SIGNS[facet], 1)

    def _done(self, draft: Draft, phrases: Phrases) -> Button | None:
        return _button(draft, phrases.say("button-done"), "d") if draft.several else None


def argument(action: Action, index: int) -> str:
    """An argument of a draft's button, counted after its key and step. Raises ForgedError."""
    return action.text(index + 2)


def _so_far(draft: Draft, phrases: Phrases) -> str:
    """How often it comes, as exactly as that has been chosen."""
    rhythm = draft.wishes.rhythm
    if draft.subscription is not None:
        return phrases.rhythm_there(rhythm)
    if draft.step is Step.ZONE:
        return phrases.rhythm(rhythm)
    return phrases.say(f"subscribe-frequency-{rhythm.frequency.value}")


def _button(draft: Draft, label: str, *arguments: str | int) -> Button:
    return press(clip(label, LONGEST_LABEL), VERB, draft.key, draft.step.value, *arguments)


def _marked(label: str, is_chosen: bool) -> str:
    return f"{_MARK}{label}" if is_chosen else label


def _day_of_month(day: int, phrases: Phrases) -> str:
    return phrases.say("button-last-day") if day == LAST_DAY else phrases.say("button-month-day", day=day)
