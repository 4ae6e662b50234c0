"""Charts: what they show, in words and in a picture in which nothing is cut, on any thread and without traces."""

from __future__ import annotations

import gc
import subprocess
import sys
import warnings
from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.figure import Figure as Drawing

from bot.answers.chart import Chart, chart, chart_data, chart_key, draw, is_drawable
from bot.answers.chart_data import CAPTION_LIMIT, ChartData, Series, Sign
from bot.answers.chart_picture import Picture
from bot.answers.chart_style import DARK, LIGHT, MARKERS, WIDTH, apart, date_ticks, number_format
from bot.answers.html import utf16
from bot.answers.parts import select
from bot.claims.database.store import Store
from bot.claims.model import LANGUAGES, Counting
from bot.language.texts import texts_for
from bot.questions.question import Dates, Reading
from tests.answers.asking import add_claim, ask, loaded, read

KILLED = read("lake-people/killed")
EAST = read("east-shore-people/killed")
REAL = [
    [read("russian-forces/killed")],
    [read("ukrainian-forces/killed")],
    [read("civilians-ukraine/killed")],
    [read("russian-forces/destroyed/tank")],
    [read("russian-forces/killed"), read("russian-forces/wounded")],
    [read("russian-forces/killed", period=True, dates=Dates(date(2023, 5, 1), date(2023, 5, 31)))],
]


def data_of(store: Store, *readings: Reading, language: str = "en", **options) -> ChartData:
    data = chart_data(ask(store, *readings, **options), store, texts_for(language, store.texts(language)))
    assert data
    return data


def series_of(data: ChartData, claimant: str) -> Series:
    return next(one for panel in data.panels for one in panel.series if claimant in one.claimant)


def test_a_chart_is_a_png_as_wide_as_a_phone_with_the_facts_in_words(quake: Store) -> None:
    made = chart(ask(quake, KILLED), quake, texts_for("en", quake.texts("en")))
    assert made
    assert made.png.startswith(b"\x89PNG\r\n\x1a\n")
    assert int.from_bytes(made.png[16:20], "big") == 1080
    assert made.caption.startswith(
        "people in Lake Province · killed\nA. National Disaster Agency: 214 · as of 3 May 2024"
    )
    assert "first at least 12 (superseded), as of 1 May 2024" in made.caption
    assert "Sources: " in made.caption


def test_nothing_to_draw_is_no_chart(quake: Store) -> None:
    answered = ask(quake, read("lake-people/killed", dates=Dates(as_of_to=date(2020, 1, 1))))
    assert not is_drawable(answered)
    assert chart(answered, quake, texts_for("en", quake.texts("en"))) is None


def test_hedges_bounds_and_lost_claims_are_marked(quake: Store) -> None:
    data = data_of(quake, KILLED, EAST)
    newspaper = series_of(data, "Lake Courier").marks[-1]
    assert (newspaper.low, newspaper.high, newspaper.sign) == (209, 209, Sign.AT_LEAST)
    month = series_of(data, "UN Humanitarian Office").marks[0]
    assert (month.first, month.last, month.sign) == (date(2024, 5, 1), date(2024, 5, 31), Sign.ABOUT)
    signs = {mark.sign for panel in data.panels for series in panel.series for mark in series.marks}
    assert Sign.VOID in signs
    assert Sign.REPLACED in signs
    assert {sign for sign, _ in data.signs} == signs
    lost = [mark for panel in data.panels for series in panel.series for mark in series.marks if mark.sign is Sign.VOID]
    assert not any(mark.joined for mark in lost)


def test_each_hedge_looks_different() -> None:
    assert set(MARKERS) == set(Sign)
    assert len(set(MARKERS.values())) == len(Sign)


def test_unlike_topics_have_panels_of_their_own(quake: Store) -> None:
    data = data_of(quake, KILLED, read("lake-people/injured"))
    assert [panel.title.split(" · ")[1] for panel in data.panels] == ["killed", "injured"]


def test_numbers_on_a_day_are_drawn_apart_from_totals(real: Store) -> None:
    stocks = {count.topic for count in real.find.topics() if count.counting == "stock" and count.place is None}
    totals = {count.topic for count in real.find.topics() if count.counting == "cumulative" and count.place is None}
    both = sorted(stocks & totals, key=str)
    assert both
    data = data_of(real, read(str(both[0])))
    assert len(data.panels) == 2
    assert "Number on a given day (it can rise and fall)" in data.panels[1].remarks
    assert len({panel.kind for panel in data.panels}) == 2


@pytest.mark.parametrize(("highest", "logarithmic"), [(539, False), (540, True)])
def test_a_factor_of_ten_makes_the_scale_logarithmic(
    two_sides: Path, tmp_path: Path, highest: int, logarithmic: bool
) -> None:
    add_claim(two_sides, "west-council", "2024-05-02", 100, population="west-shore-people")
    add_claim(two_sides, "east-council", "2024-05-03", highest, population="west-shore-people")
    with loaded(two_sides, tmp_path / "claims.db") as store:
        data = data_of(store, read("west-shore-people/killed"))
        assert bool(data.logarithmic) is logarithmic
        assert draw(data).png


def test_panels_of_one_measure_share_a_scale(real: Store) -> None:
    data = data_of(real, read("russian-forces/killed"), read("ukrainian-forces/killed"))
    picture = Picture(data, dark=False)
    picture.save(BytesIO())
    scales = [(axes.get_yscale(), axes.get_ylim(), axes.get_xlim()) for axes in picture._figure.axes]
    assert scales[0] == scales[1]


def test_both_sides_are_drawn_and_the_rest_is_counted(real: Store) -> None:
    data = data_of(real, read("russian-forces/killed"))
    (panel,) = data.panels
    assert len(panel.series) == 8
    assert [series.letter for series in panel.series] == list("ABCDEFGH")
    firsts = [series.marks[0].last for series in panel.series]
    assert firsts == sorted(firsts)
    assert sum(series.of_side for series in panel.series) >= 2
    total = len(real.find.claimants(replace(select(read("russian-forces/killed")), countings=(Counting.CUMULATIVE,))))
    assert panel.remarks[-1] == f"{total - 8} more claimants are not drawn."


def test_what_was_said_later_is_not_drawn(real: Store) -> None:
    early = data_of(real, read("russian-forces/killed"), known_by=date(2022, 3, 31))
    assert max(mark.last for series in early.panels[0].series for mark in series.marks) <= date(2022, 3, 31)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_topic_has_a_caption_that_fits_and_names_both_sides(real: Store, language: str) -> None:
    for topic, place in sorted({(str(count.topic), count.place) for count in real.find.topics()}, key=str):
        answered = ask(real, read(topic, place=place), language=language)
        data = chart_data(answered, real, texts_for(language, real.texts(language)))
        assert (data is not None) is is_drawable(answered)
        if data:
            assert utf16(data.caption) <= CAPTION_LIMIT
            for series in (series for panel in data.panels for series in panel.series if series.of_side):
                if sum(one.of_side for panel in data.panels for one in panel.series) <= 4:
                    assert f"{series.letter}. {series.claimant}: {series.newest}" in data.caption


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("readings", REAL, ids=lambda readings: str(readings[0].topic))
def test_no_letter_is_missing_and_nothing_is_cut(real: Store, language: str, readings: list[Reading]) -> None:
    picture = Picture(data_of(real, *readings, language=language), dark=language == "uk")
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # matplotlib warns of letters that its font lacks
        picture.save(BytesIO())
    drawing = picture._figure
    width, height = drawing.bbox.width, drawing.bbox.height
    texts = [text.get_window_extent() for text in drawing.texts]
    labels = [
        label.get_window_extent()
        for axes in drawing.axes
        for label in (*axes.get_xticklabels(), *axes.get_yticklabels(), *axes.texts)
        if label.get_text() and label.get_visible()
    ]
    for box in (*texts, *labels):
        assert box.x0 >= 0
        assert box.x1 <= width
        assert box.y0 >= 0
        assert box.y1 <= height
    ordered = sorted(texts, key=lambda box: -box.y1)
    for upper, lower in pairwise(ordered):
        assert not upper.overlaps(lower) or min(upper.y1, lower.y1) - max(upper.y0, lower.y0) < 3
    assert height < 3 * WIDTH * 216


def test_names_that_look_like_formulas_are_drawn_as_they_are(quake: Store) -> None:
    data = data_of(quake, KILLED)
    odd = replace(data.panels[0].series[0], claimant="$\\frac{1$ \\ _^{ " + "W" * 300, newest="$5")
    panel = replace(data.panels[0], title="$x$ & <b>", series=(odd,))
    assert draw(replace(data, panels=(panel,), footer=("a$b",))).png


def test_one_figure_alone_and_a_zero_can_be_drawn(two_sides: Path, tmp_path: Path) -> None:
    add_claim(two_sides, "west-council", "2024-05-02", 0, population="west-shore-people")
    with loaded(two_sides, tmp_path / "claims.db") as store:
        assert draw(data_of(store, read("west-shore-people/killed"))).png
    add_claim(two_sides, "east-council", "2024-05-03", 5000, population="west-shore-people")
    with loaded(two_sides, tmp_path / "more.db") as store:
        assert draw(data_of(store, read("west-shore-people/killed")), dark=True).png


def test_drawing_needs_no_thread_of_its_own_and_leaves_nothing_behind(quake: Store) -> None:
    data = data_of(quake, KILLED)
    made: list[Chart] = []
    threads = [Thread(target=lambda: made.append(draw(data))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({one.png for one in made}) == 1
    gc.collect()
    assert not [thing for thing in gc.get_objects() if isinstance(thing, Drawing)]


def test_matplotlib_is_imported_only_to_draw() -> None:
    code = "import sys, bot.answers.chart; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_key_is_the_same_for_the_same_picture_only(quake: Store) -> None:
    def key(*readings: Reading, revision: int = 1, language: str = "en", dark: bool = False) -> str:
        return chart_key(ask(quake, *readings), revision, language, dark=dark)

    keys = [key(KILLED), key(EAST), key(KILLED, EAST), key(KILLED, revision=2), key(KILLED, language="uk")]
    keys.append(key(KILLED, dark=True))
    assert len(set(keys)) == len(keys)
    assert key(KILLED) == chart_key(ask(quake, replace(KILLED)), 1, "en")


def test_themes_have_a_colour_for_each_claimant_that_stands_out() -> None:
    def light(colour: str) -> float:
        parts = (int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5))
        linear = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return sum(part * weight for part, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))

    for theme in (LIGHT, DARK):
        assert len(set(theme.cycle)) == 8
        for colour in (*theme.cycle, theme.ink, theme.faint):
            darker, lighter = sorted((light(colour), light(theme.background)))
            assert (lighter + 0.05) / (darker + 0.05) >= 2.5


@pytest.mark.parametrize(
    ("first", "last", "language", "names"),
    [
        (date(2022, 2, 24), date(2026, 8, 22), "en", ["2023", "2024", "2025", "2026"]),
        (date(2022, 2, 24), date(2022, 9, 1), "en", ["Apr 2022", "Jun 2022", "Aug 2022"]),
        (date(2022, 2, 24), date(2022, 9, 1), "uk", ["квіт. 2022", "черв. 2022", "серп. 2022"]),
        (date(2023, 5, 1), date(2023, 5, 31), "ru", ["1 мая", "11 мая", "21 мая", "31 мая"]),
        (date(2023, 5, 1), date(2023, 5, 1), "en", ["1 May 2023"]),
    ],
)
def test_dates_of_an_axis_are_few_and_in_the_readers_language(
    first: date, last: date, language: str, names: list[str]
) -> None:
    assert date_ticks(first, last, language)[1] == names


@given(first=st.dates(date(2014, 1, 1), date(2030, 1, 1)), days=st.integers(0, 5000))
def test_an_axis_always_has_a_few_dates_inside(first: date, days: int) -> None:
    last = date.fromordinal(first.toordinal() + days)
    ticks, names = date_ticks(first, last, "en")
    assert 1 <= len(ticks) <= 8
    assert len(names) == len(ticks)
    assert all(first <= tick <= last for tick in ticks)


def test_numbers_of_an_axis_are_written_as_the_language_has_them() -> None:
    assert [number_format(language)(30000, None) for language in LANGUAGES] == ["30,000", "30\u00a0000", "30\u00a0000"]


@settings(max_examples=200)
@given(st.lists(st.tuples(st.sampled_from([0.0, 100.0]), st.floats(0, 200)), max_size=8))
def test_labels_stand_clear_of_each_other(wanted: list[tuple[float, float]]) -> None:
    heights = apart(wanted, width=10, height=10, ceiling=200)
    for index, (x, _) in enumerate(wanted):
        assert heights[index] <= 200
        for other in range(index):
            assert wanted[other][0] != x or abs(heights[other] - heights[index]) >= 10 - 1e-6
