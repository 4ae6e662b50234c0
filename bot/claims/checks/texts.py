"""Checks of texts: the same messages in each language, and no name that the glossary avoids."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fluent.syntax import FluentParser, ast

from bot.claims.package.reader import Package
from bot.claims.problem import Problem
from bot.claims.tables import Caveat, GlossaryRow, Named, Note, Row, rows_by_table

# What the program says of a subject: where it introduces itself, helps, or must decline.
_NEEDED = frozenset({"subject-title", "subject-about", "subject-examples-1", "subject-help-missing"})


def check_messages(package: Package) -> Iterator[Problem]:
    """Each language has every message, and Fluent can read them."""
    found: dict[str, set[str]] = {}
    for language, source in package.texts.items():
        try:
            entries = FluentParser().parse(source).body
        except RecursionError:
            yield Problem(_file(language), None, None, "is nested too deeply to be read", "write it as plain text")
            continue
        found[language] = {entry.id.name for entry in entries if isinstance(entry, ast.Message | ast.Term)}
        for junk in (entry for entry in entries if isinstance(entry, ast.Junk)):
            row = source.count("\n", 0, junk.span.start if junk.span else 0) + 1
            what = f"is not Fluent: {junk.annotations[0].message if junk.annotations else junk.content}"
            yield Problem(_file(language), row, None, what, "write: name = text, further lines indented")
    wanted = _NEEDED.union(*found.values())
    for language, names in found.items():
        for name in sorted(wanted - names):
            others = ", ".join(other for other, theirs in found.items() if name in theirs)
            fix = f"translate the message, which stands in {others}" if others else "write that message"
            yield Problem(_file(language), None, name, "is missing", fix)


def check_glossary(package: Package) -> Iterator[Problem]:
    """No text of the package uses a name that the glossary avoids; quotations are exempt."""
    avoided = [(row, name) for row in package.rows(GlossaryRow) for name in row.avoid]
    patterns = [(re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE), name, row) for row, name in avoided]
    for row, column, text in _written(package):
        for pattern, name, entry in patterns:
            if pattern.search(text):
                yield package.problem(row, column, *_instead(name, entry))
    for language, source in package.texts.items():
        for number, line in enumerate(source.splitlines(), start=1):
            for pattern, name, entry in patterns:
                if pattern.search(line):
                    yield Problem(_file(language), number, None, *_instead(name, entry))


def check_translated(package: Package) -> Iterator[Problem]:
    """A sentence of the package stands in each language, not in English under another's name."""
    rows: list[Note | Caveat] = [*package.rows(Note), *package.rows(Caveat)]
    for row in rows:
        for column in ("text_uk", "text_ru"):
            if getattr(row, column) == row.text_en:
                yield package.problem(row, column, "is the English text", "translate it")


def _instead(name: str, entry: GlossaryRow) -> tuple[str, str]:
    return f"uses “{name}”, which the glossary avoids", f"write “{entry.en}” (uk: {entry.uk}; ru: {entry.ru})"


def _written(package: Package) -> Iterator[tuple[Row, str, str]]:
    """Every text that an editor of the package has written, row by row."""
    for model in rows_by_table().values():
        if issubclass(model, Named | Note | Caveat):
            columns = [name for name in model.model_fields if name.endswith(("_en", "_uk", "_ru"))]
            for row in package.rows(model):
                yield from ((row, column, text) for column in columns if (text := getattr(row, column)))


def _file(language: str) -> str:
    return f"texts/{language}.ftl"


CHECKS = (check_messages, check_glossary, check_translated)
