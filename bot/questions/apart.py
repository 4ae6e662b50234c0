"""The parts of a question that are asked for apart, each read by itself and completed by what the others name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain

from bot.questions.clauses.clauses import is_whole
from bot.questions.followups.merging import merge
from bot.questions.frame import Frame
from bot.questions.items import SENTENCE_ENDS
from bot.questions.parties.parties import is_finite
from bot.questions.question import Question, Reading
from bot.questions.readings.parts import SUFFERED, Part, parts_of
from bot.questions.readings.readings import resolve
from bot.questions.row import Row, tells_figure
from bot.questions.tokens.vocabulary import Vocabulary

_SHARED = ("limits", "places", "claimants", "spokespersons", "per")
_LEAST_TOLD = 2  # sentences
FrameOf = Callable[[int, int], Frame | None]
QuestionBehind = Callable[[int, int, Frame | None], Question | None]


def readings_apart(row: Row, together: Frame, frame_of: FrameOf, vocabulary: Vocabulary) -> tuple[Reading, ...]:
    """The readings of all parts; none where the question has no parts, or one of them is not told.

    `together` is the frame of the whole, `frame_of` gives that of the items from one position to another by themselves.
    """
    frames = []
    for part in parts_of(row):
        frame = frame_of(part.first, part.last)
        if frame is None:
            return ()
        frames.append(_with_subject(_within(frame, together), part))
    parts = [resolve(frame, vocabulary).readings for frame in _completed(frames, vocabulary)]
    readings = tuple(dict.fromkeys(chain.from_iterable(parts))) if all(parts) else ()
    lost = any(item.has("measure-loss") and is_finite(item) for item in row.items)  # "killed some, lost some"
    return () if not lost and _turns_on_who_did_it(readings, together, vocabulary) else readings


def _turns_on_who_did_it(readings: Sequence[Reading], together: Frame, vocabulary: Vocabulary) -> bool:
    """Whether those who are said to have done it to the one other are among whose losses the parts tell."""
    if len(together.sides) != 1 or {vocabulary.opponent(agent) for agent in together.agents} != {*together.sides}:
        return False
    return any(vocabulary.population_party(r.topic.population) in together.agents for r in readings)


def told_apart(row: Row, question_of: QuestionBehind) -> tuple[Reading, ...]:
    """The readings of sentences that tell the same of unlike sides: "the one says so many. The other says so many".

    Each is read behind the one before; none where one of them is not understood by that.
    """
    sentences = [span for span in row.parts(SENTENCE_ENDS) if tells_figure(row, *span)]
    if len(sentences) < _LEAST_TOLD:
        return ()
    told: list[tuple[Reading, ...]] = []
    before = None
    for span in sentences:
        question = question_of(*span, before)
        if question is None or not is_whole(question):
            return ()
        told.append(question.readings)
        before = question.frame
    alike = len({frozenset((r.topic.measure, r.topic.object) for r in readings) for readings in told}) == 1
    unlike = len({frozenset(r.topic.population for r in readings) for readings in told}) > 1
    return tuple(dict.fromkeys(chain.from_iterable(told))) if alike and unlike else ()


def _within(frame: Frame, together: Frame) -> Frame:
    """Without what a part seems to name, and the whole does not."""
    named = {*together.sides, *together.agents, *together.locations}
    suffered = [party for party in frame.agents if party in together.sides and party not in together.agents]
    listed = [party for party in frame.locations if party in together.sides]  # "in the one, the other and a third"
    return replace(
        frame,
        sides=[side for side in (*frame.sides, *suffered, *listed) if side in named],
        locations=[party for party in frame.locations if party not in listed],
        versus=frame.versus or bool(listed),
        agents=[party for party in frame.agents if party not in suffered],  # "lost by the one and by the other"
        limits=[limits for limits in frame.limits if limits in together.limits],
        places=_among(frame.places, together.places),
        claimants=_among(frame.claimants, together.claimants),
        spokespersons=_among(frame.spokespersons, together.spokespersons),
        measures=_among(frame.measures, together.measures),
        per=together.per and frame.per,
    )


def _among(values: Sequence[str], others: Sequence[str]) -> list[str]:
    return [value for value in values if value in others]


def _with_subject(frame: Frame, part: Part) -> Frame:
    if part.subject is None:
        return frame
    role, party = part.subject
    suffered = role == SUFFERED
    return replace(frame, doubt=False, armies=[], sides=[party] if suffered else [], agents=[] if suffered else [party])


def _completed(frames: Sequence[Frame], vocabulary: Vocabulary) -> list[Frame]:
    """Each frame with what it does not name taken from the first that is whole, and so from part to part.

    Where none is, the second tells what the first lacks.
    """
    if len(frames) > 1 and not any(resolve(frame, vocabulary).readings for frame in frames):
        frames = [_merged(frames[1], frames[0], vocabulary), *frames[1:]]
    whole = next((k for k, frame in enumerate(frames) if resolve(frame, vocabulary).readings), None)
    if whole is None:
        return []
    completed = [_with_what_is_shared(frames[whole], frames)]
    for frame in reversed(frames[:whole]):
        completed.insert(0, _merged(completed[0], frame, vocabulary))
    for frame in frames[whole + 1 :]:
        completed.append(_merged(completed[-1], frame, vocabulary))
    return completed


def _with_what_is_shared(frame: Frame, frames: Sequence[Frame]) -> Frame:
    """A date, place or sayer that one part alone names is that of all."""
    completed = replace(frame)
    for slot in _SHARED:
        told = [getattr(other, slot) for other in frames if getattr(other, slot)]
        if len(told) == 1:
            setattr(completed, slot, told[0])
    return completed


def _merged(before: Frame, now: Frame, vocabulary: Vocabulary) -> Frame:
    if now.people and not now.objects:
        before = replace(before, objects=[], owners=[])
    if now.sides and not now.groups:
        before = replace(before, groups=[])
    return merge(before, now, vocabulary)
