"""The row of items with its neighbours: who stands beside whom, idle words skipped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from bot.language.numbers import COUNTING_WORDS
from bot.questions.items import PARTY_KINDS, SENTENCE_ENDS, Item
from bot.questions.tokens.lexicon import Concepts
from bot.questions.tokens.vocabulary import Vocabulary

ARTICLES = ("the", "a", "an", "its", "their")
_YEARS = range(1900, 2100)


@dataclass(slots=True)
class Row:
    """Items in order, and the vocabulary they come from."""

    items: Sequence[Item]
    vocabulary: Vocabulary
    _kinds: set[str] = field(init=False)  # of all items, now or before: most kinds are asked for in vain

    def __post_init__(self) -> None:
        self._kinds = {kind for item in self.items for kind in item.concepts}

    def __getitem__(self, i: int) -> Item:
        return self.items[i]

    def __len__(self) -> int:
        return len(self.items)

    def open(self, *kinds: str) -> Iterator[int]:
        """Positions of items of these kinds that nothing has used yet."""
        if not self._kinds.isdisjoint(kinds):
            for i, item in enumerate(self.items):
                if item.use is None and item.has(*kinds):
                    yield i

    def leaves(self, *kinds: str) -> bool:
        """Whether any item of these kinds is left that nothing has used yet."""
        return any(True for _ in self.open(*kinds))

    def has(self, *kinds: str) -> bool:
        """Whether any item can be of one of these kinds."""
        return not self._kinds.isdisjoint(kinds) and any(item.has(*kinds) for item in self.items)

    def reread(self, item: Item, concepts: Concepts) -> None:
        """Let an item mean something else."""
        item.concepts = concepts
        self._kinds.update(concepts)

    def has_used(self, use: str) -> bool:
        """Whether any item was used so."""
        return any(item.use == use for item in self.items)

    @property
    def asks(self) -> bool:
        """Whether a number is asked for, by a word that does nothing else."""
        return any(item.asks and not item.has("claim-after") for item in self.items)

    def parts(self, marks: str) -> Iterator[tuple[int, int]]:
        """The runs of items that end with one of these marks, or with the text: first, and the first behind."""
        first = 0
        for i, item in enumerate(self.items):
            if item.kind == "mark" and item.text in marks:
                if i > first:
                    yield first, i + 1
                first = i + 1
        if first < len(self):
            yield first, len(self)

    def sentence_of(self, i: int) -> tuple[int, int]:
        """The first of its items, and the first behind it."""
        return next((first, last) for first, last in self.parts(SENTENCE_ENDS) if first <= i < last)

    def until_mark(self, i: int) -> list[Item]:
        """The items from position i on, up to the next mark."""
        return list(takewhile(lambda item: item.kind != "mark", self.items[i:]))

    def leads(self, i: int, *kinds: str) -> bool:
        """Whether the nearest item behind, idle words skipped, is of one of these kinds."""
        j = self.after(i)
        return j is not None and self.items[j].has(*kinds)

    def before(self, i: int) -> int | None:
        """The nearest item before, idle words skipped; None at a mark or the start."""
        return self._step(i, -1)

    def after(self, i: int) -> int | None:
        """The nearest item behind, idle words skipped; None at a mark or the end."""
        return self._step(i, 1)

    def direct_before(self, i: int) -> int | None:
        """The item right before, articles skipped, and what only tells when, where or by whom it is said."""
        j = i - 1
        across = not (self.items[i].aside or self.items[i].use == "date") if i < len(self.items) else True
        while j >= 0 and (self.items[j].text in ARTICLES or (across and _tells_circumstance(self.items[j]))):
            j -= 1
        return j if j >= 0 and self.items[j].kind != "mark" else None

    def next(self, i: int) -> Item | None:
        """The item right behind, be it idle or a mark."""
        return self.items[i + 1] if i + 1 < len(self.items) else None

    def precedes(self, i: int, *kinds: str) -> bool:
        """Whether the item right behind is of one of these kinds."""
        return i + 1 < len(self.items) and self.items[i + 1].has(*kinds)

    def is_led_by(self, i: int, *kinds: str) -> bool:
        """Whether the item right before, or the last word of a phrase there, is of one of these kinds."""
        j = self.direct_before(i)
        return j is not None and self.items[j].use is None and (self.items[j].has(*kinds) or self.ends_in(j, *kinds))

    def ends_in(self, i: int, *kinds: str) -> bool:
        """Whether item i is a phrase whose last word is by itself of one of these kinds."""
        words = self.words(self.items[i])
        return len(words) > 1 and not words[-1].keys().isdisjoint(kinds)

    def begins_in(self, i: int, *kinds: str) -> bool:
        """Whether item i is a phrase whose first word is by itself of one of these kinds."""
        words = self.words(self.items[i])
        return len(words) > 1 and not words[0].keys().isdisjoint(kinds)

    def words(self, item: Item) -> list[Concepts]:
        """What each word of an item means by itself."""
        return [self.vocabulary.single(word) or {} for word in item.text.split(" ")]

    def word_means(self, item: Item, kind: str, target: str) -> bool:
        """Whether a word of an item can by itself mean this target of a kind."""
        return any(target in word.get(kind, ()) for word in self.words(item))

    def begins_with(self, *kinds: str) -> bool:
        """Whether the first that is no mark and no number is of one of these kinds."""
        first = next((item for item in self.items if item.kind == "word"), None)
        return first is not None and first.has(*kinds)

    def past_auxiliaries(self, i: int) -> int | None:
        """The nearest item behind that is no auxiliary verb."""
        after = self.after(i)
        while after is not None and self.items[after].has("auxiliary"):
            after = self.after(after)
        return after

    def _step(self, i: int, step: int) -> int | None:
        j = i + step
        while 0 <= j < len(self.items):
            item = self.items[j]
            if item.kind == "mark" and not item.aside:
                return None
            if not (item.idle or _tells_circumstance(item)):
                return j
            j += step
        return None


def _tells_circumstance(item: Item) -> bool:
    return item.aside or item.use == "date"


def tells_figure(row: Row, first: int, last: int) -> bool:
    """Whether a side stands there beside a number."""
    return any(item.has(*PARTY_KINDS) for item in row.items[first:last]) and any(
        is_figure(row, i) for i in range(first, last)
    )


def is_figure(row: Row, i: int) -> bool:
    """A number that is no day and no year."""
    of_date = row[i].use == "date" or (row[i].number or 0) in _YEARS or row.precedes(i, "month", "unit")
    return not of_date and (row[i].kind == "number" or row[i].has("multiplier") or row[i].text in COUNTING_WORDS)
