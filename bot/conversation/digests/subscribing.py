"""Putting a subscription together, press by press: topics, how often, at what time, by which clock; or in one press.

Nobody is believed to be an admin here: who may decide for which chat was found out before (`Whom.manages`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import time
from functools import cache
from zoneinfo import available_timezones

from bot.chats.model import Receipt
from bot.claims.model import LANGUAGES
from bot.conversation.actions import Action, ChangedError, ForgedError, decode
from bot.conversation.desk import Desk
from bot.conversation.digests.drafts import TYPED, Draft, Drafts, Step
from bot.conversation.digests.facets import FACETS, TooManyTopicsError, find, only, toggled
from bot.conversation.digests.forms import QUIET, Forms, argument
from bot.conversation.digests.phrases import LAST_DAY
from bot.conversation.digests.subscriptions import Subscriptions
from bot.conversation.digests.typed import is_aside, read_number, read_time, read_words
from bot.conversation.keyboards import text
from bot.conversation.memory import Turn
from bot.conversation.reply import Reply
from bot.conversation.whom import Whom
from bot.digests.model import Frequency, Quiet, Rhythm, Selection, Wanted, Wishes
from bot.digests.service import TooManyError
from bot.digests.subscribing import zones
from bot.questions.question import Outcome, Question, Reading
from bot.questions.readings.readings import resolve
from bot.questions.understand import understand

_AFTER = {Step.TOPICS: Step.FREQUENCY, Step.FREQUENCY: Step.TIME, Step.TIME: Step.ZONE}
_FREQUENCIES = {"o": Frequency.AT_ONCE, "d": Frequency.DAILY, "w": Frequency.WEEKLY, "m": Frequency.MONTHLY}
_MOST_OFFERED = 5

# Where nobody has said by which clock one lives: noon in UTC, when it is day from the Americas to East Asia.
ANYWHERE = Rhythm(Frequency.DAILY, time(12), "UTC")


class Subscribing:
    """Makes and changes subscriptions."""

    def __init__(self, desk: Desk, subscriptions: Subscriptions) -> None:
        self._desk = desk
        self._drafts = Drafts(desk)
        self._forms = Forms(desk)
        self._subscriptions = subscriptions
        self._choose: dict[Step, Callable[[Turn, Draft, Action], Draft | Reply]] = {
            Step.TOPICS: self._topics,
            Step.FREQUENCY: self._frequency,
            Step.TIME: self._time,
            Step.ZONE: self._zone,
            Step.QUIET: self._quiet,
            Step.WORDS: self._no_words,
            Step.THRESHOLD: self._threshold,
            Step.LANGUAGE: self._language,
        }

    def start(self, turn: Turn, chat: int, typed: str = "") -> Reply:
        """Begin with a new one for a chat; what is typed behind the command may name the topics."""
        _check(turn.whom, chat)
        if chat in turn.whom.mute:
            return Reply(text(self._desk.texts(turn.language).say("subscribe-cannot-post")))
        thread = turn.whom.topic if chat == turn.whom.chat else None
        selection = self._named(turn, typed) if typed.strip() else None
        rhythm = replace(self._usual(chat) or Rhythm(), quiet=None)
        wishes = Wishes(selection or Selection(), rhythm, turn.language)
        draft = Draft(chat, thread, wishes, Step.FREQUENCY if selection else Step.TOPICS)
        self._drafts.keep(turn.whom.chat, draft)
        said = None
        if typed.strip() and not selection:
            said = self._desk.texts(turn.language).say("subscribe-topic-unknown")
        return replace(self._forms.show(turn, draft, said), replaces=False)

    def edit(self, turn: Turn, chat: int, id_: int, step: str) -> Reply:
        """Change one thing about a subscription."""
        found = self._subscriptions.find(turn.whom, chat, id_)
        if step not in {one.value for one in Step}:
            raise ForgedError(step)
        draft = Draft(chat, found.thread, found.wishes, Step(step), found.id, several=step == Step.TOPICS)
        self._drafts.keep(turn.whom.chat, draft)
        return self._forms.show(turn, draft)

    def pressed(self, turn: Turn, action: Action, message: int | None) -> Reply:
        """A choice."""
        draft = self._drafts.with_key(turn.whom, action.text(0))
        if draft.message != message:
            draft = replace(draft, message=message)
        if action.text(1) == "x":
            return self._cancelled(turn, draft)
        try:
            step = Step(action.text(1))
        except ValueError as error:
            raise ForgedError(action.text(1)) from error
        try:
            made = self._choose[step](turn, replace(draft, step=step), action)
        except TooManyTopicsError:
            return Reply(alert=self._desk.texts(turn.language).say("alert-too-many-topics"))
        return made if isinstance(made, Reply) else self._go_on(turn, made)

    def typed(self, turn: Turn, written: str) -> Reply | None:
        """What a message that was typed meanwhile is for the draft; None where it is something else."""
        draft = self._drafts.find(turn.whom.chat)
        if draft is None or draft.step not in TYPED or not turn.whom.may_manage(draft.chat):
            return None
        made = self._read(turn, draft, written)
        if made is None and is_aside(written):
            return None
        if made is None:
            said = self._desk.texts(turn.language).say(f"subscribe-unread-{draft.step.name.lower()}")
            made = self._forms.show(turn, draft, said)
        reply = made if isinstance(made, Reply) else self._go_on(turn, made)
        return replace(reply, replaces=False)

    def awaits(self, whom: Whom, replied_to: int | None) -> int | None:
        """The chat whose draft waits for what somebody types here; in a group, as a reply to what shows the draft."""
        draft = self._drafts.find(whom.chat)
        if draft is None or draft.step not in TYPED:
            return None
        return draft.chat if whom.private or (replied_to is not None and replied_to == draft.message) else None

    def drafted_for(self, whom: Whom) -> int | None:
        """The chat that something is being put together for here."""
        draft = self._drafts.find(whom.chat)
        return draft.chat if draft else None

    def shown(self, chat: int, key: str, message: int) -> None:
        """A message shows the draft now."""
        draft = self._drafts.find(chat)
        if draft is not None and draft.key == key and draft.message != message:
            self._drafts.keep(chat, replace(draft, message=message))

    def to_answer(self, turn: Turn, receipt: Receipt) -> Reply:
        """Subscribe to the topics of an answer, in one press."""
        whom, question = turn.whom, self._desk.asked(receipt)
        _check(whom, whom.chat)
        selection = Selection(wanted_by(question))
        wishes = Wishes(selection, self._usual(whom.chat) or ANYWHERE, turn.language)
        for one in self._desk.digests.of_chat(whom.chat):
            if set(one.wishes.selection.wanted) == set(selection.wanted):
                return self._subscriptions.card(turn, one, "subscribe-have-it")
        return replace(self._make(turn, Draft(whom.chat, whom.topic, wishes, Step.ZONE)), replaces=False)

    def _go_on(self, turn: Turn, draft: Draft) -> Reply:
        """To the next step; behind the last one it is made, and what was to be changed is changed at once."""
        if draft.subscription is not None:
            return self._change(turn, draft)
        by_the_clock = draft.wishes.rhythm.frequency is not Frequency.AT_ONCE
        if draft.step is Step.ZONE or (draft.step is Step.FREQUENCY and not by_the_clock):
            return self._make(turn, draft)
        draft = replace(draft, step=_AFTER[draft.step], several=False)
        self._drafts.keep(turn.whom.chat, draft)
        return self._forms.show(turn, draft)

    def _make(self, turn: Turn, draft: Draft) -> Reply:
        owner = None if draft.chat == turn.whom.user else turn.whom.user
        try:
            made = self._desk.digests.subscribe(draft.chat, draft.thread, owner, draft.wishes)
        except TooManyError:
            return Reply(alert=self._desk.texts(turn.language).say("alert-too-many-digests"))
        self._drafts.drop(turn.whom.chat)
        card = self._subscriptions.card(turn, made, "subscribe-subscribed")
        return replace(card, then=self._subscriptions.preview(made.wishes))

    def _change(self, turn: Turn, draft: Draft) -> Reply:
        assert draft.subscription is not None
        changed = self._desk.digests.edit(draft.subscription, draft.chat, draft.wishes)
        self._drafts.drop(turn.whom.chat)
        if changed is None:
            raise ChangedError(draft.key)
        return self._subscriptions.card(turn, changed, "subscribe-changed")

    def _cancelled(self, turn: Turn, draft: Draft) -> Reply:
        self._drafts.drop(turn.whom.chat)
        if draft.subscription is not None:
            return self._subscriptions.card(turn, self._subscriptions.find(turn.whom, draft.chat, draft.subscription))
        return Reply(text(self._desk.texts(turn.language).say("subscribe-cancelled")), replaces=True)

    def _shown(self, turn: Turn, draft: Draft) -> Reply:
        self._drafts.keep(turn.whom.chat, draft)
        return self._forms.show(turn, draft)

    def _topics(self, turn: Turn, draft: Draft, action: Action) -> Draft | Reply:
        match argument(action, 0):
            case "e":
                everything = _about(draft, replace(draft.wishes.selection, wanted=()))
                return self._shown(turn, everything) if draft.several else everything
            case "d":
                return draft
            case "s" | "h" as sign:
                return self._shown(turn, replace(draft, several=draft.several or sign == "s"))
            case "l":
                self._drafts.keep(turn.whom.chat, draft)
                return self._forms.listed(turn, draft, _facet(argument(action, 1)), action.number(4, 1))
            case "x":
                return self._marked(turn, draft, action)
        raise ForgedError(action.verb)

    def _marked(self, turn: Turn, draft: Draft, action: Action) -> Draft | Reply:
        """A thing was chosen: all there is to be, or one of several."""
        facet = _facet(argument(action, 1))
        id_, page = find(self._desk.store, facet, argument(action, 2)), action.number(5)
        if not draft.several:
            return _about(draft, only(draft.wishes.selection, facet, id_))
        draft = _about(draft, toggled(draft.wishes.selection, facet, id_))
        self._drafts.keep(turn.whom.chat, draft)
        return self._forms.listed(turn, draft, facet, page) if page else self._forms.show(turn, draft)

    def _frequency(self, turn: Turn, draft: Draft, action: Action) -> Draft | Reply:
        sign = argument(action, 0)
        if sign == "h":
            return self._shown(turn, draft)
        if sign not in _FREQUENCIES:
            raise ForgedError(sign)
        often, day = _FREQUENCIES[sign], action.number(3)
        weekday = day if often is Frequency.WEEKLY and day < 7 else None
        month_day = day if often is Frequency.MONTHLY and 1 <= day <= LAST_DAY else None
        if (often is Frequency.WEEKLY and weekday is None) or (often is Frequency.MONTHLY and month_day is None):
            raise ForgedError(sign)
        return _timed(draft, replace(draft.wishes.rhythm, frequency=often, weekday=weekday, day=month_day))

    def _time(self, turn: Turn, draft: Draft, action: Action) -> Draft | Reply:  # noqa: ARG002  all take the same
        return _timed(draft, replace(draft.wishes.rhythm, at=_clock(argument(action, 0))))

    def _zone(self, turn: Turn, draft: Draft, action: Action) -> Draft | Reply:
        if argument(action, 0) == "h":
            return self._shown(turn, draft)
        return _timed(draft, replace(draft.wishes.rhythm, zone=decode(argument(action, 0), _known_zones())))

    def _quiet(self, turn: Turn, draft: Draft, action: Action) -> Draft | Reply:  # noqa: ARG002
        given = argument(action, 0)
        if given != "0" and given not in QUIET and not _is_own(draft, given):
            raise ForgedError(given)
        quiet = None if given == "0" else Quiet(*map(_clock, given.split("-")))
        return _timed(draft, replace(draft.wishes.rhythm, quiet=quiet))

    def _no_words(self, turn: Turn, draft: Draft, action: Action) -> Draft | Reply:  # noqa: ARG002
        return _about(draft, replace(draft.wishes.selection, words=()))

    def _threshold(self, turn: Turn, draft: Draft, action: Action) -> Draft | Reply:  # noqa: ARG002
        number = None if argument(action, 0) == "x" else action.number(2)
        return _about(draft, replace(draft.wishes.selection, threshold=number))

    def _language(self, turn: Turn, draft: Draft, action: Action) -> Draft | Reply:  # noqa: ARG002
        language = argument(action, 0)
        if language not in LANGUAGES:
            raise ForgedError(language)
        return replace(draft, wishes=replace(draft.wishes, language=language))

    def _read(self, turn: Turn, draft: Draft, written: str) -> Draft | Reply | None:
        """What was typed for the step that a draft is at; None where it cannot be read so."""
        selection, rhythm = draft.wishes.selection, draft.wishes.rhythm
        match draft.step:
            case Step.TIME if (at := read_time(written)) is not None:
                return _timed(draft, replace(rhythm, at=at))
            case Step.ZONE if not is_aside(written) and (found := zones.match(written, turn.language, _MOST_OFFERED)):
                return self._forms.offered(turn, draft, found)
            case Step.WORDS if (words := read_words(written)) is not None:
                return _about(draft, replace(selection, words=words))
            case Step.THRESHOLD if (number := read_number(written)) is not None:
                return _about(draft, replace(selection, threshold=number))
        return None

    def _named(self, turn: Turn, typed: str) -> Selection | None:
        """What words name, if only in part; None where they name nothing."""
        desk = self._desk
        question = understand(typed[:200], desk.claimbot.vocabulary, today=desk.today, language=turn.language)
        if question.outcome is Outcome.UNDERSTOOD:
            return Selection(wanted_by(question))
        offered = [suggestion.reading for suggestion in question.suggestions]
        if not offered and question.frame is not None and not question.frame.empty:
            offered = [*resolve(replace(question.frame, asked=True), desk.claimbot.vocabulary).options]
        common = _common([one for reading in offered for one in wanted_of(reading)])
        return Selection((common,)) if common != Wanted() else None

    def _usual(self, chat: int) -> Rhythm | None:
        """How the chat's newest subscription comes; None where it has none that comes by the clock."""
        timed = [one.wishes.rhythm for one in self._desk.digests.of_chat(chat)]
        return next((one for one in reversed(timed) if one.frequency is not Frequency.AT_ONCE), None)


def wanted_by(question: Question) -> tuple[Wanted, ...]:
    """What answers to a question are about, dates aside."""
    return tuple(dict.fromkeys(wanted for reading in question.readings for wanted in wanted_of(reading)))


def wanted_of(reading: Reading) -> tuple[Wanted, ...]:
    """The same of one reading, for each claimant that it names."""
    topic = reading.topic
    return tuple(
        Wanted(topic.population, topic.measure, topic.object, reading.place, claimant)
        for claimant in reading.claimants or (None,)
    )


def _common(wanted: Sequence[Wanted]) -> Wanted:
    """What several have in common: a question that lacks one facet offers readings that differ in that one."""
    same: dict[str, str | None] = {}
    for facet in FACETS.values():
        ids = {getattr(one, facet) for one in wanted}
        same[facet] = ids.pop() if len(ids) == 1 else None
    return Wanted(**same)


@cache
def _known_zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _check(whom: Whom, chat: int) -> None:
    if not whom.may_manage(chat):
        raise ChangedError(str(chat))


def _about(draft: Draft, selection: Selection) -> Draft:
    return replace(draft, wishes=replace(draft.wishes, selection=selection))


def _timed(draft: Draft, rhythm: Rhythm) -> Draft:
    return replace(draft, wishes=replace(draft.wishes, rhythm=rhythm))


def _facet(sign: str) -> str:
    if sign not in FACETS:
        raise ForgedError(sign)
    return FACETS[sign]


def _clock(digits: str) -> time:
    """A time of day from four digits. Raises ForgedError."""
    try:
        return time(int(digits[:2]), int(digits[2:]))
    except ValueError as error:
        raise ForgedError(digits) from error


def _is_own(draft: Draft, given: str) -> bool:
    """Whether these are the quiet hours that it has already: an imported subscription may have others than offered."""
    quiet = draft.wishes.rhythm.quiet
    return quiet is not None and given == f"{quiet.start:%H%M}-{quiet.end:%H%M}"
