"""From a question's text to a Question: what was asked, what to ask back, or why not to answer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from bot.questions.apart import QuestionBehind, readings_apart, told_apart
from bot.questions.checking import Numbers
from bot.questions.clauses.asides import read_asides
from bot.questions.clauses.askers import read_askers
from bot.questions.clauses.circumstances import read_circumstances
from bot.questions.clauses.denials import read_denials
from bot.questions.clauses.headings import read_headings
from bot.questions.clauses.persons import read_persons
from bot.questions.clauses.pictures import read_picture
from bot.questions.clauses.remarks import read_remarks
from bot.questions.clauses.rhetoric import read_rhetoric
from bot.questions.clauses.talk import lacks_side_alone, stands_alone, talk_in
from bot.questions.clauses.yardsticks import read_yardsticks
from bot.questions.dates.counted import UNANCHORED
from bot.questions.dates.limits import DateReader, joined
from bot.questions.dates.rates import read_rate
from bot.questions.dates.spans import Calendar
from bot.questions.facets.facets import read_facets, read_places, unknown_words
from bot.questions.facets.flags import read_flags
from bot.questions.facets.formations import name_formations
from bot.questions.facets.namesakes import read_namesakes
from bot.questions.facets.negations import read_negations
from bot.questions.facets.subsets import read_subsets
from bot.questions.facets.wars import read_wars
from bot.questions.followups.followup import continues, only_says, read_follow_up
from bot.questions.followups.merging import merge
from bot.questions.followups.shifts import moved
from bot.questions.frame import Frame
from bot.questions.items import Item, items_of
from bot.questions.question import NumberCheck, Outcome, Question, QuestionOf, Reading, Refusal, Step, Suggestion
from bot.questions.readings.readings import Resolution, resolve
from bot.questions.refusals.scope import is_ordered, refusal_after, refusal_before
from bot.questions.refusals.statements import refusal_of_statement
from bot.questions.refusals.strangers import step_over
from bot.questions.roles.pronouns import read_whom_they_mean
from bot.questions.roles.roles import read_roles
from bot.questions.row import Row
from bot.questions.sayers.claiming import read_claimants
from bot.questions.sayers.own_claims import read_own_claims, read_own_words
from bot.questions.tokens.layouts import in_its_layout
from bot.questions.tokens.normalise import as_read, clean
from bot.questions.tokens.repair import repaired_tokens
from bot.questions.tokens.tongue import tongue_of
from bot.questions.tokens.vocabulary import Vocabulary

_FEWEST_OPTIONS = 2
_ASKED_BACK = ("object", "model", "measure", "measure-noun")  # what a single word asks about, if anything


def understand(
    text: str,
    vocabulary: Vocabulary,
    *,
    today: date,
    previous: Question | str | None = None,
    language: str | None = None,
) -> Question:
    """Understand a question; `previous` is the one before it in the same chat.

    `language` is the one to assume where neither the text nor the question before it tells.
    """
    if isinstance(previous, str):
        previous = understand(previous, vocabulary, today=today)
    if previous is None:
        return _Understanding(text, vocabulary, today, None, language).question()
    return _Understanding(text, vocabulary, today, previous.frame, previous.language).question()


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read of a question, before it is decided what to say."""

    row: Row
    frame: Frame
    checked: NumberCheck | None
    numbers: Numbers
    question_of: QuestionOf
    question_behind: QuestionBehind

    def frame_of(self, first: int, last: int) -> Frame | None:
        """What the items from one position to another say by themselves."""
        part = self.question_of(first, last)
        return part.frame if part else None


@dataclass(slots=True)
class _Understanding:
    """One question on its way through."""

    text: str
    vocabulary: Vocabulary
    today: date
    before: Frame | None
    language: str | None
    part: bool = False  # of a longer text

    def question(self) -> Question:
        typed, tokens = in_its_layout(clean(self.text), self.vocabulary)
        tokens = repaired_tokens(tokens, self.vocabulary)
        tongue = tongue_of(typed, tokens, self.vocabulary, self.language)
        spoken, tokens = as_read(tokens)

        def row() -> Row:
            items = items_of(tokens, self.vocabulary, tongue.language if tongue.certain else None)
            heard = Row(items, self.vocabulary)
            read_namesakes(heard)
            return heard

        @cache
        def read(*talk: tuple[int, str]) -> Question:
            heard = row()
            for i, use in talk:
                heard[i].use = use
            return self._read(heard, spoken, tongue.language)

        def among_talk(heard: Row, *, misleading: bool) -> Question | None:
            lacking = None
            for talk in talk_in(heard, follows=self.before is not None, misleading=misleading):
                question = read(*talk.items())
                if stands_alone(question, heard, talk):
                    return question
                if lacks_side_alone(question, heard, talk):
                    lacking = lacking or question
            return lacking

        whole = row()
        if not self.part and (question := among_talk(whole, misleading=True)) is not None:
            return question
        question = self._read(whole, spoken, tongue.language)
        if self.part or question.outcome is Outcome.UNDERSTOOD or _is_final(question, heard := row()):
            return question
        return among_talk(heard, misleading=False) or question

    def _read(self, row: Row, spoken: str, language: str) -> Question:
        blank = Question(self.text, language, Outcome.OUT_OF_SCOPE, refusal=Refusal.UNKNOWN)
        name_formations(row)
        read_asides(row)

        def part(first: int, last: int, before: Frame | None) -> Question | None:
            return self._question_of(spoken[row[first].start : row[last - 1].end], before)

        @cache
        def question_of(first: int, last: int) -> Question | None:
            return part(first, last, None)

        @cache
        def question_behind(first: int, last: int) -> Question | None:
            if self.before is None:
                return question_of(first, last)
            return part(first, last, self.before)

        read_askers(row)
        read_headings(row)
        read_picture(row, question_of)
        read_denials(row, question_behind, follows=self.before is not None)
        read_yardsticks(row, question_of)
        read_rhetoric(row, question_of)
        refusal = refusal_before(row)
        frame = Frame() if refusal else self._frame(row)
        numbers = Numbers(spoken, row.items)
        numbers.mark()
        checked = None if refusal else numbers.put_forward()
        if checked is not None:
            frame.asked = True
            frame.limits = joined([limits for limits in frame.limits if limits.span.grain != UNANCHORED])
            frame.either |= len(frame.measures) > 1 and not numbers.several
        refusal = refusal or refusal_after(row, frame, self.vocabulary.start, self.today)
        if refusal is None and is_ordered(row):
            refusal = Refusal.NOT_A_QUESTION
        refusal = refusal or refusal_of_statement(row, frame, self.before)
        if refusal:
            outcome = replace(blank, refusal=refusal)
        else:
            read = _Read(row, frame, checked, numbers, question_of, part)
            outcome = self._outcome(blank, read)
        return replace(outcome, steps=tuple(_step(item) for item in row.items))

    def _question_of(self, clause: str, before: Frame | None) -> Question | None:
        """What a clause asks by itself, or behind what was asked before; nothing where it is the whole text."""
        if len(clause) >= len(self.text):
            return None
        return _Understanding(clause, self.vocabulary, self.today, before, self.language, part=True).question()

    def _frame(self, row: Row) -> Frame:
        frame = Frame()
        read_remarks(row)
        read_own_words(row, frame)
        read_negations(row, self.before)
        frame.per = read_rate(row)
        frame.limits = DateReader(row, Calendar(self.today, self.vocabulary.start)).read()
        frame.always = any(limits.how == "always" for limits in frame.limits)
        frame.limits = [limits for limits in frame.limits if limits.how != "always"]
        read_whom_they_mean(row, frame)
        read_flags(row, frame)
        read_persons(row)
        read_wars(row, frame)
        read_claimants(row, frame)
        read_circumstances(row)
        read_roles(row, frame)
        read_own_claims(row, frame)
        read_places(row, frame)
        read_subsets(row, frame)
        read_facets(row, frame)
        if self.before is not None and (limits := moved(row, self.before, frame, self.today)) is not None:
            frame.limits = limits  # "a year later"
        return frame

    def _outcome(self, blank: Question, read: _Read) -> Question:
        row, frame, checked = read.row, read.frame, read.checked
        if self.before is not None:
            read_follow_up(row, frame, self.before)
        resolution = resolve(frame, self.vocabulary)
        unknown = unknown_words(row, frame)
        if self.before is not None and only_says(frame):
            checked = checked or read.numbers.alone()
        follows = not frame.empty or checked is not None
        whole = bool(resolution.readings) and not (self.before and continues(row, frame, self.before, self.vocabulary))
        if self.before is not None and not whole and follows and not unknown:
            frame = merge(self.before, frame, self.vocabulary)
            resolution = resolve(frame, self.vocabulary)
        elif len(_spoken(row)) < _FEWEST_OPTIONS and not _is_asked_in_brief(row, frame):
            if "?" not in self.text or not any(item.has(*_ASKED_BACK) for item in _spoken(row)):
                return replace(blank, refusal=Refusal.NOT_A_QUESTION, frame=frame)
            frame.asked = True  # "tanks?": whose, and what became of them
            resolution = resolve(frame, self.vocabulary)
        if unknown and not (resolution.readings and step_over(row, frame, unknown)):
            return self._unsure(blank, frame, resolution, checked)
        readings = told_apart(row, read.question_behind)
        readings = readings or readings_apart(row, frame, read.frame_of, self.vocabulary) or resolution.readings
        if readings:
            return replace(
                blank,
                outcome=Outcome.UNDERSTOOD,
                readings=readings,
                checked=checked,
                refusal=None,
                set_aside=len(unknown),
                frame=frame,
            )
        return self._ask_back(blank, frame, resolution, checked)

    def _unsure(self, blank: Question, frame: Frame, resolution: Resolution, checked: NumberCheck | None) -> Question:
        """An unknown word may change the question: what was understood is offered, not answered."""
        offered = resolution.readings or resolution.options
        if not offered:
            return replace(blank, frame=frame)
        options = list(offered)
        if len(options) < _FEWEST_OPTIONS:
            wider = _without_measure(frame)
            options += resolve(wider, self.vocabulary).options
        return replace(
            blank, outcome=Outcome.CLARIFY, missing="word", suggestions=_suggested(options, "unknown-word"),
            checked=checked, refusal=None, frame=frame,
        )  # fmt: skip

    def _ask_back(self, blank: Question, frame: Frame, resolution: Resolution, checked: NumberCheck | None) -> Question:
        if len(resolution.options) < _FEWEST_OPTIONS:
            strength = frame.possessed and not frame.measures
            return replace(blank, frame=frame, refusal=Refusal.OTHER_SUBJECT if strength else blank.refusal)
        return replace(
            blank, outcome=Outcome.CLARIFY, missing=resolution.missing, checked=checked, refusal=None, frame=frame,
            suggestions=_suggested(resolution.options, f"missing-{resolution.missing}"),
        )  # fmt: skip


def _is_final(question: Question, row: Row) -> bool:
    """Whether no part of a text could be answered all the same: a cry for help, a person, an order."""
    return question.refusal is Refusal.PERSON or row.has("help") or is_ordered(row)


def _without_measure(frame: Frame) -> Frame:
    return replace(frame, measures=[], asked=True)


def _spoken(row: Row) -> list[Item]:
    return [item for item in row.items if item.kind != "mark" and not (item.idle and item.use is None)]


def _is_asked_in_brief(row: Row, frame: Frame) -> bool:
    """ "Whose losses", "monthly losses": a single word that asks with what stands beside it."""
    if row.has("meaning"):
        return False
    news = frame.asked and frame.claimants
    return any(map(_asks_by_itself, _spoken(row))) or bool(frame.per and frame.measures) or bool(news)


def _asks_by_itself(item: Item) -> bool:
    """ "Whose losses are higher", "missing soldiers": what happened and to whom, in one phrase."""
    return item.has("measure") and (item.has("each-side") or " " in item.text)


def _suggested(readings: list[Reading] | tuple[Reading, ...], why: str) -> tuple[Suggestion, ...]:
    return tuple(Suggestion(reading, why) for reading in dict.fromkeys(readings))[:4]


def _step(item: Item) -> Step:
    concept = " ".join(f"{kind}:{'|'.join(targets)}" for kind, targets in item.concepts.items()) or None
    return Step(item.typed, item.text, concept, item.use)
