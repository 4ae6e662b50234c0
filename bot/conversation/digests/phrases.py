"""A subscription in the reader's words: what it tells, when, and how."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time
from zoneinfo import ZoneInfo

from babel.dates import get_day_names

from bot.answers.wording import SEPARATOR
from bot.conversation.desk import Desk
from bot.conversation.digests.facets import FACETS, Chosen, catalog_entries, chosen, is_combined
from bot.digests.model import Frequency, Pause, Quiet, Rhythm, Selection, State, Subscription, Wanted, Wishes
from bot.digests.subscribing import zones
from bot.language.texts import BABEL_LOCALES

LAST_DAY = 31  # of any month: a shorter one's last day stands in


class Phrases:
    """Says things about subscriptions in one language."""

    def __init__(self, desk: Desk, language: str) -> None:
        self._desk = desk
        self._store = desk.store
        self._wording = desk.wording(language)
        self.texts = self._wording.texts
        self.say = self.texts.say

    def topics(self, selection: Selection) -> str:
        """What it is about."""
        if not selection.wanted:
            return self.say("subscribe-everything")
        if is_combined(selection):
            return self._facets(chosen(selection))
        return "; ".join(map(self._wanted, selection.wanted))

    def rhythm(self, rhythm: Rhythm) -> str:
        """When it comes."""
        at = clock_time(rhythm.at)
        match rhythm.frequency:
            case Frequency.AT_ONCE:
                return self.say("subscribe-at-once")
            case Frequency.WEEKLY:
                return self.say(f"subscribe-weekly-{rhythm.weekday or 0}", time=at)
            case Frequency.MONTHLY if rhythm.day == LAST_DAY:
                return self.say("subscribe-monthly-last", time=at)
            case Frequency.MONTHLY:
                return self.say("subscribe-monthly", day=rhythm.day or 1, time=at)
            case _:
                return self.say("subscribe-daily", time=at)

    def rhythm_there(self, rhythm: Rhythm) -> str:
        """When it comes, and by which clock."""
        said = self.rhythm(rhythm)
        return said if rhythm.frequency is Frequency.AT_ONCE else f"{said} ({self.city(rhythm.zone)})"

    def in_short(self, wishes: Wishes) -> str:
        """What and when, in a line."""
        return SEPARATOR.join((self.topics(wishes.selection), self.rhythm(wishes.rhythm)))

    def city(self, zone: str) -> str:
        """The place that a time zone is named by."""
        return zones.label(zone, self.texts.language)

    def now_in(self, zone: str) -> str:
        """What the clock shows there now."""
        return clock_time(self._desk.clock().astimezone(ZoneInfo(zone)).time())

    def moment(self, moment: datetime, zone: str) -> str:
        """A date and a time by the clock of a zone."""
        there = moment.astimezone(ZoneInfo(zone))
        return self.say("subscribe-moment", date=self.texts.date(there.date()), time=clock_time(there.time()))

    def weekdays(self) -> list[str]:
        """Monday to Sunday, short."""
        names = get_day_names("abbreviated", context="stand-alone", locale=BABEL_LOCALES[self.texts.language])
        return [str(names[day]) for day in range(7)]

    def wishes(self, wishes: Wishes) -> Iterator[str]:
        """All that was chosen, a line each, but for what it is about."""
        say, rhythm, selection = self.say, wishes.rhythm, wishes.selection
        yield self.rhythm_there(rhythm)
        if rhythm.quiet:
            start, end = clock_time(rhythm.quiet.start), clock_time(rhythm.quiet.end)
            yield say("subscribe-quiet", **{"from": start, "to": end}, city=self.city(rhythm.zone))
            if rhythm.frequency is not Frequency.AT_ONCE and _lies_in(rhythm.at, rhythm.quiet):
                yield say("subscribe-moved", time=clock_time(rhythm.quiet.end))
        yield say("subscribe-always" if wishes.always else "subscribe-changes")
        if selection.words:
            yield say("subscribe-words", words=", ".join(selection.words))
        if selection.threshold is not None:
            yield say("subscribe-threshold", number=self.texts.number(selection.threshold))
        if wishes.silent:
            yield say("subscribe-silent")
        if wishes.pinned:
            yield say("subscribe-pinned")
        yield say("subscribe-language", language=self._desk.language_name(wishes.language))

    def state(self, subscription: Subscription) -> Iterator[str]:
        """Whether it is served, and when next."""
        zone = subscription.wishes.rhythm.zone
        if subscription.state is State.REMOVED:
            yield self.say("subscribe-is-removed")
        elif subscription.state is State.PAUSED:
            if subscription.paused_until:
                yield self.say("subscribe-paused-until", moment=self.moment(subscription.paused_until, zone))
            else:
                yield self.say(f"subscribe-paused-{(subscription.paused or Pause.CHOSEN).value}")
        elif subscription.next_run_at:
            yield self.say("subscribe-next", moment=self.moment(subscription.next_run_at, zone))

    def _facets(self, facets: Chosen) -> str:
        parts = []
        for facet in FACETS.values():
            if names := [self.name(facet, id_) for id_ in facets[facet]]:
                listed = self.texts.join(names)
                parts.append(self.say("subscribe-by", claimants=listed) if facet == "claimant" else listed)
        return SEPARATOR.join(parts)

    def _wanted(self, wanted: Wanted) -> str:
        return self._facets(chosen(Selection((wanted,))))

    def name(self, facet: str, id_: str) -> str:
        """What a thing is called."""
        return self._wording.name(catalog_entries(self._store, facet), id_)


def clock_time(moment: time) -> str:
    """A time of day, as all three languages write it."""
    return f"{moment:%H:%M}"


def _lies_in(at: time, quiet: Quiet) -> bool:
    if quiet.start <= quiet.end:
        return quiet.start <= at < quiet.end
    return at >= quiet.start or at < quiet.end
