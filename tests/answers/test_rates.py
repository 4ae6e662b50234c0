"""So many a day, week or month, where that is asked for: a part of their own, whole, before totals, in every form."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from bot.answers.answer import Answer, AnswerStatus, Options, Order
from bot.answers.chart import chart_data, is_drawable
from bot.answers.contract import json_options, to_json
from bot.answers.html import to_html
from bot.answers.short import in_a_group, short
from bot.answers.table import TABLE, to_csv
from bot.answers.text import render
from bot.claims.database.store import Store
from bot.claims.model import LANGUAGES, Counting
from bot.language.texts import Texts, texts_for
from bot.questions.question import Dates, NumberCheck
from tests.answers.asking import add_claim, ask, figures, ids, loaded, read, told

INJURED = "lake-people/injured"  # eight totals, and one rate
KILLED = "lake-people/killed"  # nine totals
PER_DAY = read(INJURED, per="day")
BRIEF = Options(surroundings=False)
WEEK = tuple(f"2024-05-{day:02}" for day in range(4, 9))


def texts_of(store: Store, answered: Answer) -> Texts:
    language = answered.question.language
    return texts_for(language, store.texts(language))


def add_rate(package: Path, claimant: str, as_of: str, low: int, **cells: str) -> str:
    return add_claim(package, claimant, as_of, low, counting="rate", per="day", **cells)


def test_rates_are_a_part_of_their_own_and_count(quake: Store) -> None:
    plain, asked = (ask(quake, read(INJURED, per=per)).readings[0] for per in (None, "day"))
    assert (plain.total, plain.rates_total, plain.rates) == (8, 0, ())
    assert (asked.total, asked.rates_total, asked.other_counting) == (9, 1, ())
    assert [figure.counting for group in asked.rates for figure in group.figures] == [Counting.RATE]
    assert asked.groups == plain.groups
    assert asked.rates == plain.other_counting


def test_all_rates_of_a_claimant_are_shown(two_sides: Path, tmp_path: Path) -> None:
    added = [add_rate(two_sides, "lake-courier", day, number) for number, day in enumerate(WEEK, 40)]
    with loaded(two_sides, tmp_path / "claims.db") as store:
        (group,) = ask(store, read(KILLED, per="day")).readings[0].rates
        assert [figure.id for figure in group.figures] == added
        shown = render(short(ask(store, read(KILLED, per="day")), store, texts_for("en", store.texts("en"))))
        assert all(f"{number} a day · Lake Courier" in shown for number in range(40, 45))


@pytest.mark.parametrize("per", ["day", "week", "month"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_rates_come_first_then_what_tells_the_totals_apart(quake: Store, language: str, per: str) -> None:
    answered = ask(quake, read(INJURED, per=per), language=language)
    texts = texts_of(quake, answered)
    rates, totals, none = (texts.say(name) for name in ("rates-title", "no-rates-title", f"head-no-rate-{per}"))
    rate = texts.say("value-per-day", value=texts.say("value-at-most", number=texts.number(20)))
    for form in (told(quake, answered), *(render(form(answered, quake, texts)) for form in (short, in_a_group))):
        assert form.index(rates) < form.index(rate) < form.index(totals)
        assert none not in form
    (message,) = to_html(short(answered, quake, texts))
    assert message.index(f"<b>{rates}</b>") < message.index(f"<b>{totals}</b>")


@pytest.mark.parametrize("per", ["day", "week", "month"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_where_nobody_gave_a_rate_the_head_says_so(quake: Store, language: str, per: str) -> None:
    answered = ask(quake, read(KILLED, per=per), language=language)
    texts = texts_of(quake, answered)
    for form in (told(quake, answered), *(render(form(answered, quake, texts)) for form in (short, in_a_group))):
        assert texts.say(f"head-no-rate-{per}") in form.split("\n\n")[0]
        assert texts.say("rates-title") not in form
        assert texts.say("no-rates-title") not in form


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_there_is_no_rate_other_measures_with_one_are_named(quake: Store, language: str) -> None:
    answered = ask(quake, read(KILLED, per="day"), language=language)
    (near,) = answered.readings[0].nearby
    assert (near.how, str(near.reading.topic), near.reading.per, near.total) == ("measure", INJURED, "day", 1)
    texts = texts_of(quake, answered)
    for form in (told(quake, answered), render(short(answered, quake, texts))):
        assert form.index(texts.say("head-no-rate-day")) < form.index(texts.say("rates-nearest"))
    assert ask(quake, read(KILLED)).readings[0].nearby == ask(quake, PER_DAY).readings[0].nearby == ()


def test_where_no_rate_was_asked_for_nothing_changes(quake: Store) -> None:
    text = told(quake, ask(quake, read(INJURED)))
    assert "Counted otherwise (for a period, one event, a rate), so not totals\n  Lake Province" in text
    assert "a day" not in text


def test_rates_keep_to_the_dates_asked_for(two_sides: Path, tmp_path: Path) -> None:
    id_ = add_rate(two_sides, "lake-courier", "2024-05-09", 7)
    add_rate(two_sides, "lake-courier", "2024-06-09", 3)
    dates = Dates(as_of_from=date(2024, 5, 8), as_of_to=date(2024, 5, 31))
    with loaded(two_sides, tmp_path / "claims.db") as store:
        answered = ask(store, read(KILLED, per="day", period=True, dates=dates))
        assert answered.status is AnswerStatus.ANSWERED
        assert ids(answered.readings[0]) == [id_]
        later = ask(store, read(KILLED, per="day", period=True, dates=Dates(as_of_from=date(2024, 7, 1))))
        assert later.status is AnswerStatus.NO_FIGURES
        assert "Nobody in this database gave a number per day for this." in told(store, later)


def test_between_the_dates_what_is_no_rate_is_told_apart(quake: Store) -> None:
    dates = Dates(as_of_from=date(2024, 5, 1), as_of_to=date(2024, 5, 31))
    text = told(quake, ask(quake, read(INJURED, per="day", period=True, dates=dates)))
    assert text.index("up to 20 a day") < text.index("Numbers for these dates, not rates")


@pytest.mark.parametrize("order", list(Order))
@pytest.mark.parametrize("size", [1, 2, 100])
def test_pages_begin_with_rates_and_hold_every_figure_once(quake: Store, order: Order, size: int) -> None:
    whole = ask(quake, PER_DAY, options=Options(everything=True, by=order)).readings[0]
    options = [Options(by=order, page=page, page_size=size) for page in range(1, 10)]
    pages = ask(quake, PER_DAY, options=options[0]).readings[0].pages
    paged = [id_ for each in options[:pages] for id_ in ids(ask(quake, PER_DAY, options=each).readings[0])]
    assert paged == ids(whole)
    assert len(paged) == 9
    assert figures(whole)[0].counting is Counting.RATE


@pytest.mark.parametrize("limit", range(12))
def test_at_most_so_many_of_all_parts(quake: Store, limit: int) -> None:
    answered = ask(quake, PER_DAY, options=json_options(limit)).readings[0]
    assert len(figures(answered)) == min(limit, 9)
    assert not limit or figures(answered)[0].counting is Counting.RATE


def test_in_json_rates_are_among_the_figures(quake: Store) -> None:
    plain, asked = (
        to_json(answered, quake, texts_of(quake, answered))["readings"][0]
        for answered in (ask(quake, read(INJURED, per=per), options=json_options()) for per in (None, "day"))
    )
    assert plain.keys() == asked.keys()
    assert (plain["counting"], asked["counting"]) == ("total", "total")
    assert (plain["figures_total"], asked["figures_total"]) == (8, 9)
    assert len(asked["figures"]) == 9
    assert [figure for figure in asked["figures"] if figure not in plain["figures"]] == [
        figure for figure in asked["figures"] if figure["counting"] == "rate"
    ]
    days = [figure["as_of"] for figure in asked["figures"]]
    assert days == sorted(days)


def test_a_table_holds_each_rate_once(quake: Store) -> None:
    answered = ask(quake, PER_DAY, options=TABLE)
    lines = to_csv(answered, quake, texts_of(quake, answered)).decode("utf-8-sig").splitlines()
    assert len(lines) == 1 + 9
    assert len([line for line in lines if "up to 20 a day" in line]) == 1


def test_a_rate_is_drawn_in_no_chart(quake: Store, two_sides: Path, tmp_path: Path) -> None:
    drawn = [chart_data(answered, quake, texts_of(quake, answered)) for answered in (ask(quake, PER_DAY),)]
    plain = ask(quake, read(INJURED))
    assert drawn == [chart_data(plain, quake, texts_of(quake, plain))]
    east = {"population": "east-shore-people", "place": "otterby"}
    add_rate(two_sides, "lake-courier", "2024-05-09", 7, **east)
    with loaded(two_sides, tmp_path / "claims.db") as store:
        only = ask(store, read("east-shore-people/killed", per="day", place="otterby"))
        assert only.status is AnswerStatus.ANSWERED
        assert not is_drawable(only)
        assert chart_data(only, store, texts_of(store, only)) is None


def test_a_total_never_confirms_so_many_a_day(quake: Store) -> None:
    checked = ask(quake, read(KILLED, per="day"), checked=NumberCheck(214, 214)).checked
    assert checked is not None
    assert checked.matches == checked.nearest == ()
    assert [figure.value.point for figure in checked.elsewhere] == [214]


def test_so_many_a_day_are_confirmed_by_a_rate(quake: Store) -> None:
    answered = ask(quake, PER_DAY, checked=NumberCheck(20, 20))
    assert answered.checked is not None
    assert [figure.counting for figure in answered.checked.matches] == [Counting.RATE]
    assert answered.checked.elsewhere == ()
    assert "The number 20\nSaid or printed:\n  up to 20 a day" in told(quake, answered)


def test_both_sides_are_answered_alike(two_sides: Path, tmp_path: Path) -> None:
    for claimant, population in (("east-council", "west-shore-people"), ("west-council", "east-shore-people")):
        add_rate(two_sides, claimant, "2024-05-09", 7, population=population, place="otterby")
    with loaded(two_sides, tmp_path / "claims.db") as store:
        east, west = (
            told(store, ask(store, read(f"{shore}-shore-people/killed", per="day", place="otterby"), options=BRIEF))
            for shore in ("east", "west")
        )
    assert "7 a day" in east

    def exchanged(text: str) -> str:
        return re.sub(r"\b(east|west)\b", lambda side: {"east": "west", "west": "east"}[side[0]], text)

    assert exchanged(east.casefold()) == west.casefold()
