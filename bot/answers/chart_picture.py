"""Draws a chart with matplotlib, without its global state: nothing to close, nothing shared between threads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import IO, Literal

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.dates import date2num
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patheffects import withStroke
from matplotlib.textpath import text_to_path
from matplotlib.ticker import FuncFormatter, LogLocator, MaxNLocator, NullLocator

from bot.answers import chart_style as style
from bot.answers.chart_data import ChartData, Mark, Panel, Series, Sign
from bot.answers.html import ELLIPSIS

_DENSE = 30  # more figures than so are drawn as a line, with marks on some of them
_INCH = 72  # points
_LEFT, _RIGHT = 0.78, 0.12  # beside the plot, in inches
_LOST = frozenset({Sign.VOID, Sign.REPLACED})
_BESIDE = 0.18  # inches between a mark and its text
_HINTING = 1.02  # letters on pixels are a little wider than in outline
_END = 45  # points before the end of the axis where newest marks crowd
_GUTTER = 0.16  # inches right of the last day, for letters
_MARK = 5.0  # size of a mark, in points


@dataclass(frozen=True, slots=True)
class _Ink:
    """How a text is set."""

    size: float
    colour: str
    bold: bool = False


class Picture:
    """One chart, from the top downwards."""

    def __init__(self, data: ChartData, *, dark: bool) -> None:
        self._data = data
        self._theme = style.DARK if dark else style.LIGHT
        self._figure = Figure(figsize=(style.WIDTH, style.WIDTH), dpi=style.DPI, facecolor=self._theme.background)
        FigureCanvasAgg(self._figure)
        self._title = _Ink(style.TITLE, self._theme.ink, bold=True)
        self._name = _Ink(style.TEXT, self._theme.ink, bold=True)
        self._text = _Ink(style.TEXT, self._theme.ink)
        self._small = _Ink(style.SMALL, self._theme.faint)
        self._texts: list[tuple[float, float, str, _Ink]] = []  # from the left and from the top, in inches
        self._plots: list[tuple[float, Panel]] = []  # top of each plot, in inches from the top
        self._marks: list[tuple[float, float, Line2D]] = []
        self._top = style.MARGIN
        self._height = style.PLOT_HEIGHT if len(data.panels) == 1 else style.PLOT_HEIGHT_EACH

    def save(self, file: IO[bytes]) -> None:
        """Write the picture as PNG."""
        for panel in self._data.panels:
            self._lay_out(panel)
        self._key()
        for line in self._data.footer:
            self._write(line, self._small)
        height = self._top + style.MARGIN
        self._figure.set_size_inches(style.WIDTH, height)
        for top, panel in self._plots:
            self._plot(top, panel, height)
        self._place(height)
        self._figure.savefig(file, format="png", facecolor=self._theme.background)

    def _lay_out(self, panel: Panel) -> None:
        """Title, plot, and the legend under it with each claimant's newest figure."""
        self._write(panel.title, self._title)
        scale = (self._data.scale,) if panel.kind in self._data.logarithmic else ()
        thinned = (self._data.thinned,) if any(len(series.marks) > _DENSE for series in panel.series) else ()
        for remark in (*panel.remarks, *scale, *thinned):
            self._write(remark, self._small)
        self._top += 0.08
        self._plots.append((self._top, panel))
        self._top += self._height + 0.36
        for colour, series in zip(self._theme.cycle, panel.series, strict=False):
            self._beside(Line2D([], [], color=colour, marker="o", markersize=6, linewidth=0), style.TEXT)
            self._write(f"{series.letter} {series.claimant}", self._name, left=_BESIDE)
            self._write(series.newest, self._text, left=_BESIDE)
            self._top += 0.05
        self._top += 0.12

    def _key(self) -> None:
        """What the marks mean, in two columns."""
        room = (style.WIDTH - 2 * style.MARGIN) / 2
        for row in range(0, len(self._data.signs), 2):
            tops = []
            top = self._top
            for column, (sign, meaning) in enumerate(self._data.signs[row : row + 2]):
                left, self._top = column * room, top
                self._beside(self._handle(sign), style.SMALL, left)
                self._write(meaning, self._small, left=left + _BESIDE, room=room - _BESIDE)
                tops.append(self._top)
            self._top = max(tops)
        self._top += 0.1

    def _handle(self, sign: Sign) -> Line2D:
        marker, filled = style.MARKERS[sign]
        return Line2D(
            [],
            [],
            color=self._theme.faint,
            marker="|" if sign is Sign.BETWEEN else marker,
            markersize=_MARK,
            markeredgewidth=1.3,
            markerfacecolor=self._theme.faint if filled else self._theme.background,
            linewidth=0,
        )

    def _beside(self, mark: Line2D, size: float, left: float = 0.0) -> None:
        """A mark before the line of text that follows."""
        self._marks.append((style.MARGIN + left + 0.06, self._top + 0.55 * size / _INCH, mark))

    def _write(self, text: str, ink: _Ink, *, left: float = 0.0, room: float | None = None) -> None:
        """A paragraph under what was written before."""
        room = style.WIDTH - 2 * style.MARGIN - left if room is None else room
        for line in _folded(text, ink, room * _INCH):
            self._texts.append((style.MARGIN + left, self._top, line, ink))
            self._top += ink.size * style.LEADING / _INCH

    def _place(self, height: float) -> None:
        for left, top, text, ink in self._texts:
            self._figure.text(
                left / style.WIDTH,
                1 - top / height,
                text,
                fontsize=ink.size,
                color=ink.colour,
                fontweight="bold" if ink.bold else "normal",
                fontfamily=style.FONT,
                verticalalignment="top",
                parse_math=False,
            )
        for left, top, handle in self._marks:
            handle.set_data([left / style.WIDTH], [1 - top / height])
            handle.set_transform(self._figure.transFigure)
            self._figure.add_artist(handle)

    def _plot(self, top: float, panel: Panel, height: float) -> None:
        width = style.WIDTH - style.MARGIN - _LEFT - _RIGHT
        axes = self._figure.add_axes(
            (
                (style.MARGIN + _LEFT) / style.WIDTH,
                1 - (top + self._height) / height,
                width / style.WIDTH,
                self._height / height,
            )
        )
        self._dress(axes)
        for colour, series in zip(self._theme.cycle, panel.series, strict=False):
            self._draw(axes, series, colour)
        for colour, series in zip(self._theme.cycle, panel.series, strict=False):
            self._points(axes, [_newest(series)], colour, above=True)
        self._scale(axes, panel)
        self._letters(axes, panel)

    def _dress(self, axes: Axes) -> None:
        axes.set_facecolor(self._theme.background)
        axes.grid(visible=True, color=self._theme.grid, linewidth=0.7)
        axes.set_axisbelow(True)
        for side in ("top", "right", "left"):
            axes.spines[side].set_visible(False)
        axes.spines["bottom"].set_color(self._theme.faint)
        axes.tick_params(colors=self._theme.faint, labelsize=style.TEXT - 0.5, length=0, labelfontfamily=style.FONT)

    def _draw(self, axes: Axes, series: Series, colour: str) -> None:
        joined = [mark for mark in series.marks if mark.joined]
        if len(joined) > 1:
            days = [_at(mark.last) for mark in joined]
            lows, highs = [mark.low for mark in joined], [mark.high for mark in joined]
            for ends in (lows, highs) if lows != highs else (lows,):
                axes.plot(days, ends, color=colour, linewidth=1.1, alpha=0.65)
        shown = list(_marked(series.marks))
        self._bounds(axes, shown, colour)
        for sign in {mark.sign for mark in shown}:
            self._points(axes, [mark for mark in shown if mark.sign is sign], colour)

    def _points(self, axes: Axes, marks: Sequence[Mark], colour: str, *, above: bool = False) -> None:
        """Marks of one sign, at both ends of each."""
        marker, filled = style.MARKERS[marks[0].sign]
        ends = [(_at(mark.last), end) for mark in marks for end in {mark.low, mark.high}]
        axes.plot(
            [day for day, _ in ends],
            [end for _, end in ends],
            color=colour,
            marker=marker,
            markersize=_MARK,
            markeredgewidth=1.3,
            markerfacecolor=colour if filled else self._theme.background,
            linewidth=0,
            zorder=4 if above else 3,
        )

    def _bounds(self, axes: Axes, marks: Sequence[Mark], colour: str) -> None:
        """Bars from the lower to the higher number, and along the days that a number counts or may mean."""
        dashes: Literal["-", ":"]
        for lost, dashes in ((False, "-"), (True, ":")):
            bars = [mark for mark in marks if mark.low != mark.high and (mark.sign in _LOST) is lost]
            days = [_at(mark.last) for mark in bars]
            lows, highs = [mark.low for mark in bars], [mark.high for mark in bars]
            axes.vlines(days, lows, highs, colors=colour, linewidth=1.8, linestyles=dashes)
        long = [mark for mark in marks if mark.first != mark.last]
        starts, days = [_at(mark.first) for mark in long], [_at(mark.last) for mark in long]
        axes.hlines([mark.low for mark in long], starts, days, colors=colour, linewidth=1, alpha=0.6)

    def _scale(self, axes: Axes, panel: Panel) -> None:
        language = self._data.language
        alike = [other for other in self._data.panels if other.kind == panel.kind]
        low = min(other.bounds[0] for other in alike)
        high = max(other.bounds[1] for other in alike)
        if panel.kind in self._data.logarithmic:
            axes.set_yscale("log" if low > 0 else "symlog")
            axes.set_ylim(low / 1.5 if low > 0 else 0, high * 2)
            subs = (
                (1.0,) if high > 10_000 * max(low, 1) else (1.0, 2.0, 5.0) if high < 200 * max(low, 1) else (1.0, 3.0)
            )
            axes.yaxis.set_major_locator(LogLocator(base=10, subs=subs))
            axes.yaxis.set_minor_locator(NullLocator())
        else:
            pad = max((high - low) * 0.12, high * 0.02, 1)
            axes.set_ylim(max(low - pad, 0), high + pad)
            axes.yaxis.set_major_locator(MaxNLocator(nbins=6, integer=True))
        axes.yaxis.set_major_formatter(FuncFormatter(style.number_format(language)))
        first, last = self._days()
        spare = max((last - first) * 0.03, timedelta(days=1))
        axes.set_xlim(_at(first - spare), _at(last + 3 * spare))
        ticks, names = style.date_ticks(first - spare, last + spare, language)
        axes.set_xticks([_at(tick) for tick in ticks], names)

    def _days(self) -> tuple[date, date]:
        """From the first day of any panel to the last: all panels have the same."""
        marks = [mark for panel in self._data.panels for series in panel.series for mark in series.marks]
        return min(mark.first for mark in marks), max(mark.last for mark in marks)

    def _letters(self, axes: Axes, panel: Panel) -> None:
        """The letter of each series right of its newest mark; those at the end of the axis stand in a column."""
        scale = style.DPI / _INCH
        box = axes.get_window_extent()
        edge, ceiling = box.x1 / scale - _GUTTER * _INCH, box.y1 / scale
        wanted = []
        for series in panel.series:
            mark = _newest(series)
            x, y = axes.transData.transform((_at(mark.last), mark.high)) / scale
            wanted.append((edge if x > edge - _END else float(x) + _MARK, float(y) + _MARK / 2))
        heights = style.apart(wanted, width=10, height=style.TEXT + 0.5, ceiling=ceiling)
        for colour, series, (x, _), y in zip(self._theme.cycle, panel.series, wanted, heights, strict=False):
            mark = _newest(series)
            axes.annotate(
                series.letter,
                (_at(mark.last), mark.high),
                xytext=((x + 1) * scale, y * scale),
                textcoords="figure pixels",
                fontsize=style.TEXT,
                fontweight="bold",
                fontfamily=style.FONT,
                color=colour,
                verticalalignment="center",
                arrowprops={"arrowstyle": "-", "color": colour, "linewidth": 0.5, "shrinkA": 0, "shrinkB": 0},
                path_effects=[withStroke(linewidth=2, foreground=self._theme.background)],
            )


def _at(day: date) -> float:
    return float(date2num(datetime.combine(day, time())))  # type: ignore[no-untyped-call]


def _newest(series: Series) -> Mark:
    return next((mark for mark in reversed(series.marks) if mark.joined), series.marks[-1])


def _marked(marks: Sequence[Mark]) -> Iterator[Mark]:
    """All marks of a few; of many, the first, the last, some between them, and each that no longer stands."""
    step = max(1, len(marks) // _DENSE)
    for index, mark in enumerate(marks):
        if index % step == 0 or index == len(marks) - 1 or mark.sign in _LOST:
            yield mark


def _folded(text: str, ink: _Ink, room: float) -> list[str]:
    """The text in lines of a width, in points; a word wider than that is cut."""
    lines: list[str] = []
    used = 0.0
    for word in text.split(" "):
        while (width := _width(word, ink)) > room and len(word) > 1:
            word = word.rstrip(ELLIPSIS)[:-1] + ELLIPSIS  # noqa: PLW2901
        if lines and used + width <= room:
            lines[-1] += f" {word}"
            used += width
        else:
            lines.append(word)
            used = width
    return lines


@lru_cache(maxsize=8192)
def _width(word: str, ink: _Ink) -> float:
    """How wide a word is with the space after it, in points."""
    font = FontProperties(family=style.FONT, size=ink.size, weight="bold" if ink.bold else "normal")
    return float(text_to_path.get_text_width_height_descent(f"{word} ", font, ismath=False)[0]) * _HINTING
