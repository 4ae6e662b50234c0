"""The claim database and the vocabulary of the configured package, ready to be asked."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Self

from bot.answers.answer import Answer, Options
from bot.answers.compose import DEFAULT, answer
from bot.answers.contract import error_to_json, to_json
from bot.answers.text import to_text
from bot.claims.database.store import Store
from bot.claims.problem import PackageError
from bot.config import Settings, shipped_package
from bot.language.texts import Texts, texts_for
from bot.questions.question import Outcome, Question, Reading
from bot.questions.tokens.lexicon import Lexicon
from bot.questions.tokens.vocabulary import RULES, Vocabulary, made_of
from bot.questions.understand import understand

Progress = Callable[[int, int], None]


def database_path(settings: Settings) -> Path:
    """Where the claim database of the configured package lives: `claims.db` is the shipped one's."""
    package = settings.claims.package.resolve()
    if package == shipped_package().resolve():
        return settings.storage.directory / "claims.db"
    digest = hashlib.sha256(str(package).encode()).hexdigest()[:8]
    return settings.storage.directory / f"claims-{package.name}-{digest}.db"


@dataclass(frozen=True, slots=True)
class Claimbot:
    """The claim database and the words to ask it with."""

    store: Store
    vocabulary: Vocabulary
    warning: PackageError | None = None  # the package on disk is at fault: the database serves what it had before
    revision: int = 0  # of the database, when its words were read
    words: str = ""  # what tells them from others

    @classmethod
    def of(cls, store: Store, warning: PackageError | None = None) -> Self:
        """What a store holds now."""
        vocabulary, meta = vocabulary_of(store), store.meta
        return cls(store, vocabulary, warning, meta.revision, meta.words)

    def renewed(self, lexicon: Lexicon) -> Self:
        """What its store holds now, with the index of its words."""
        vocabulary, meta = _vocabulary(self.store, lexicon), self.store.meta
        return replace(self, vocabulary=vocabulary, warning=None, revision=meta.revision, words=meta.words)

    def texts(self, language: str) -> Texts:
        """What the program and the package say in that language."""
        return texts_for(language, self.store.texts(language))

    def understand(self, text: str, *, previous: str | None = None, today: date | None = None) -> Question:
        """What a text asks; `previous` is the question before it in the same chat."""
        return understand(text, self.vocabulary, today=today or date.today(), previous=previous or None)


def open_store(settings: Settings) -> Store:
    """The claim database as it is, made empty where there is none."""
    settings.storage.make()
    return Store.open(database_path(settings))


def open_claimbot(settings: Settings, progress: Progress | None = None) -> Claimbot:
    """Open the claim database, built or brought up to date from the package first where that is needed.

    A package with errors leaves what the database had before serving (`warning` says so); where there is nothing to
    serve, PackageError is raised.
    """
    store = open_store(settings)
    warning = refresh(store, settings.claims.package, progress)
    return Claimbot.of(store, warning)


def vocabulary_of(store: Store, before: Lexicon | None = None) -> Vocabulary:
    """The words of the loaded package; what takes long to make of them is kept in the claim database.

    New claims seldom bring new words: where they do not, the index of `before` stays, for to make some 20 MB of small
    things anew each time leaves the memory of a running bot in pieces.
    """
    made = _made(store)
    if before is not None and store.kept_digest("lexicon", made) == before.digest:
        return _vocabulary(store, before)
    if (kept := store.kept("lexicon", made)) is not None:
        return _vocabulary(store, Lexicon.from_json(kept))
    vocabulary = Vocabulary(store.words(), store.catalog, store.meta.start)
    store.keep("lexicon", made, vocabulary.lexicon.as_json())
    return vocabulary


def _vocabulary(store: Store, lexicon: Lexicon) -> Vocabulary:
    return Vocabulary(store.words(RULES), store.catalog, store.meta.start, lexicon=lexicon)


def _made(store: Store) -> str:
    """What the words that a store may have kept were made of."""
    return f"{made_of()} {store.meta.words}"


def make_words(database: Path) -> str:
    """Let what takes long to make of the words of a claim database be kept in it, by a connection of its own.

    The digest of what was made.
    """
    with Store.open(database, create=False) as store:
        return store.kept_digest("lexicon", _made(store)) or vocabulary_of(store).lexicon.digest


def lexicon_of(database: Path, words: str, before: Lexicon) -> Lexicon:
    """The index of the words in a claim database, by a connection of its own: for a thread, as it takes long.

    `before` where the database has other words by now: they have yet to be made.
    """
    with Store.open(database, create=False) as store:
        return vocabulary_of(store, before).lexicon if store.meta.words == words else before


def refresh(store: Store, package: Path, progress: Progress | None = None) -> PackageError | None:
    """Load the package where it has changed since it was last loaded from there."""
    if store.is_current(package):
        return None
    try:
        from bot.claims.package.reader import read_package  # noqa: PLC0415  only a changed package is read

        store.load(read_package(package), by="start", progress=progress)
    except PackageError as error:
        if not store.loads():
            raise
        return error
    return None


@dataclass(frozen=True, slots=True)
class Asking:
    """Questions asked one after another under the same options."""

    claimbot: Claimbot
    language: str | None = None  # of the answer; None: the question's
    today: date | None = None
    known_by: date | None = None
    options: Options = DEFAULT

    def answer(self, text: str, previous: str | None = None) -> Answer:
        """Every sourced figure for the question; `previous` is the question before it in the same chat."""
        return self._answer(self.claimbot.understand(text, previous=previous, today=self.today))

    def reading(self, question: Question, reading: Reading) -> Answer:
        """The answer to one of the readings that were offered for a question."""
        settled = replace(question, outcome=Outcome.UNDERSTOOD, readings=(reading,), missing=None, suggestions=())
        return self._answer(settled)

    def _answer(self, question: Question) -> Answer:
        return answer(question, self.claimbot.store, known_by=self.known_by, options=self.options)

    def as_text(self, answered: Answer, width: int | None = None) -> str:
        """The answer as plain text, in the language asked for; folded where a width is given."""
        return to_text(answered, self.claimbot.store, self._texts(answered), width=width)

    def as_json(self, answered: Answer, id_: str | None = None) -> dict[str, Any]:
        """The answer as the contract's JSON object."""
        return to_json(answered, self.claimbot.store, self._texts(answered), id_=id_)

    def batch_line(self, line: bytes) -> dict[str, Any]:
        """The answer to one line of a batch: `{"id", "text", "previous"?}`; a bad line gives an object that says so."""
        asked: Any = {}
        try:
            asked = json.loads(line)
            return self.as_json(self.answer(str(asked["text"]), asked.get("previous")), asked["id"])
        except Exception as error:
            given = asked if isinstance(asked, dict) else {}
            return error_to_json(str(given.get("text", "")), describe(error), id_=given.get("id"))

    def _texts(self, answered: Answer) -> Texts:
        return self.claimbot.texts(self.language or answered.question.language)


def describe(error: Exception) -> str:
    """A trouble inside in a line."""
    return f"{type(error).__name__}: {error}"
