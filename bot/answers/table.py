"""An answer's figures as a table that a spreadsheet opens: CSV, a line a figure, heads in the reader's language.

Numbers and dates are written for machines (9000, 2022-03-03), and each hedge stands in a column of its own. A cell that
a spreadsheet would take for a formula begins with an apostrophe.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from babel import Locale

from bot.answers.answer import Answer, Options
from bot.answers.blocks import clean
from bot.answers.choose import by_date
from bot.answers.wording import Wording
from bot.claims.database.store import Store
from bot.claims.model import Figure, PartialDate
from bot.language.texts import BABEL_LOCALES, Texts

TABLE = Options(everything=True, surroundings=False)  # what an answer must carry to be a whole table
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

Cells = Mapping[str, str | int | None]


def to_csv(answer: Answer, store: Store, texts: Texts) -> bytes:
    """The figures that the answer carries, each once, by date within each reading."""
    return figures_to_csv(_figures(answer), store, texts)


def figures_to_csv(figures: Iterable[Figure], store: Store, texts: Texts) -> bytes:
    """The figures in their order; UTF-8 with a mark that says so.

    Where a language writes fractions with a comma, its spreadsheets take a semicolon between cells.
    """
    wording = Wording(texts, store.catalog, store.meta.start)
    rows = [_cells(figure, wording) for figure in figures]
    file = io.StringIO(newline="")
    decimal = Locale.parse(BABEL_LOCALES[texts.language]).number_symbols["latn"]["decimal"]
    writer = csv.writer(file, delimiter=";" if decimal == "," else ",", lineterminator="\r\n")
    writer.writerow(texts.say(f"table-{column}") for column in COLUMNS)
    writer.writerows([_cell(row[column]) for column in COLUMNS] for row in rows)
    return file.getvalue().encode("utf-8-sig", "replace")


def _figures(answer: Answer) -> Iterable[Figure]:
    figures = [figure for reading in answer.readings for figure in sorted(reading.figures, key=by_date)]
    if answer.checked:
        figures += [*answer.checked.matches, *answer.checked.nearest]
    return {figure.id: figure for figure in figures}.values()


def _cells(figure: Figure, wording: Wording) -> Cells:
    return {**_number(figure, wording), **_telling(figure, wording), **_printing(figure, wording), "id": figure.id}


def _number(figure: Figure, wording: Wording) -> Cells:
    """What is counted, how many, and of which days."""
    say = wording.texts.say
    return {
        "matter": wording.matter(figure),
        "as-of": figure.as_of.text,
        "as-of-inferred": say("table-yes") if figure.as_of.inferred else None,
        "low": figure.value.low,
        "high": figure.value.high,
        "qualifier": say(f"table-qualifier-{figure.value.qualifier.value}"),
        "value": wording.value(figure),
        "counting": say(f"table-counting-{figure.counting.value}"),
        "period-start": _iso(figure.period_start),
    }


def _telling(figure: Figure, wording: Wording) -> Cells:
    """Who said it and when, what became of it, and what is doubtful about it."""
    status = wording.status(figure) if wording.texts.has(f"status-{figure.status.value}") else None
    return {
        "claimant": wording.claimant(figure.claimant),
        "interest": wording.texts.say(f"interest-{figure.interest.value}"),
        "spokesperson": wording.spokesperson(figure),
        "said-on": figure.said_on.isoformat() if figure.said_on else None,
        "status": status or wording.texts.say("table-standing"),
        "status-date": figure.status_date.isoformat() if figure.status_date else None,
        "status-reason": wording.notes([figure.status_reason]) if figure.status_reason else None,
        "caveats": " ".join(wording.caveats(figure)),
        "notes": wording.notes(figure.notes),
    }


def _printing(figure: Figure, wording: Wording) -> Cells:
    """The leading report, and the addresses of the others."""
    if not figure.appearances:
        return dict.fromkeys(("publisher", "title", "published", "url", "archived", "printed", "quote", "others"))
    leading, *others = figure.appearances
    source = leading.source
    return {
        "publisher": wording.name(wording.catalog.publishers, source.publisher),
        "title": source.title,
        "published": _iso(source.published),
        "url": source.url,
        "archived": source.archived_url,
        "printed": leading.as_printed,
        "quote": next((appearance.quote for appearance in figure.appearances if appearance.quote), None),
        "others": " ".join(other.source.url or other.source.publisher for other in others),
    }


COLUMNS = (
    "matter", "as-of", "as-of-inferred", "low", "high", "qualifier", "value", "claimant", "interest", "spokesperson",
    "said-on", "counting", "period-start", "status", "status-date", "status-reason", "caveats", "notes", "publisher",
    "title", "published", "url", "archived", "printed", "quote", "others", "id",
)  # fmt: skip


def _cell(value: str | int | None) -> str | int:
    if value is None or isinstance(value, int):
        return "" if value is None else value
    cell = clean(value)
    return f"'{cell}" if value.startswith(_FORMULA) or cell.lstrip().startswith(_FORMULA) else cell


def _iso(value: PartialDate | None) -> str | None:
    return value.text if value else None
