"""Charts of characters, as lines of marked text that any program can show."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from pmflash.study.stats import CALENDAR_WEEKS

Line = tuple[tuple[str, str], ...]
"""Stretches of text, each with what it is: `BAR`, `DIM`, `BOLD` or `PLAIN`."""

PLAIN, BOLD, DIM, BAR = "", "bold", "dim", "bar"

_WIDEST_COLUMN = 6
_CHART_HEIGHT = 4
_AXIS_WIDTH = 6
_LARGE = 9_999.5
_WEEKDAY_WIDTH = 5
_WEEK_DAYS = 7
_NAMED_WEEKDAYS = (0, 2, 4)


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The characters that charts are made of."""

    full: str
    trace: str
    """A bar of something that is too little for a whole cell."""
    columns: str
    """One cell of an upright bar, from the least to a full one."""
    levels: str
    """One day of a calendar, from nothing to the most."""


BLOCKS = Glyphs("█", "▏", "▁▂▃▄▅▆▇█", "·░▒▓█")
ASCII = Glyphs("#", "|", ".:#", ".-+*#")


def bar(value: float, most: float, width: int, glyphs: Glyphs) -> str:
    """Return a lying bar that is `width` cells long where `value` is `most`."""
    cells = round(width * value / most) if most else 0
    return glyphs.full * cells or (glyphs.trace if value else "")


def upright(
    values: Sequence[float], labels: Sequence[str], width: int, glyphs: Glyphs
) -> list[Line]:
    """Return a chart of upright bars with the highest value at its left.

    Below stand as many of `labels`, one for each value, as have room.
    """
    room = width - _AXIS_WIDTH
    values, labels = values[-room:], labels[-room:]
    cells = max(1, min(_WIDEST_COLUMN, room // max(1, len(values))))
    most = max(values, default=0)
    lines: list[Line] = []
    for row in reversed(range(_CHART_HEIGHT)):
        drawn = "".join(
            _column_cell(value, most, row, glyphs) * max(1, cells - 1)
            + " " * (cells > 1)
            for value in values
        )
        axis = _amount(most) if row == _CHART_HEIGHT - 1 else ""
        lines.append(((f"{axis:>{_AXIS_WIDTH - 1}} ", DIM), (drawn.rstrip(), BAR)))
    below = _labels_below(labels, cells, room)
    return [*lines, ((" " * _AXIS_WIDTH + below, DIM),)]


def year(
    counts: Mapping[date, int], today: date, width: int, glyphs: Glyphs
) -> list[Line]:
    """Return a calendar of the weeks up to `today`: a column a week, Monday on top."""
    room = width - _WEEKDAY_WIDTH
    weeks = min(CALENDAR_WEEKS, room)
    cells = 2 if room >= 2 * CALENDAR_WEEKS else 1
    monday = today - timedelta(days=today.weekday())
    mondays = [monday - timedelta(weeks=back) for back in reversed(range(weeks))]
    most = max(counts.values(), default=0)
    indent = " " * _WEEKDAY_WIDTH
    lines: list[Line] = [((indent + _months_above(mondays, cells), DIM),)]
    for weekday in range(_WEEK_DAYS):
        days = [each + timedelta(days=weekday) for each in mondays]
        name = f"{days[0]:%a}" if weekday in _NAMED_WEEKDAYS else ""
        marks = [
            _mark(counts.get(day, 0), most, glyphs) for day in days if day <= today
        ]
        label = (f"{name:<{_WEEKDAY_WIDTH}}", DIM)
        lines.append((label, *_shaded(marks, cells, glyphs)))
    return [*lines, ((indent + _legend(most, room, glyphs), DIM),)]


def _column_cell(value: float, most: float, row: int, glyphs: Glyphs) -> str:
    steps = len(glyphs.columns)
    units = round(_CHART_HEIGHT * steps * value / most) if most else 0
    inside = min(steps, max(units, 1 if value else 0) - row * steps)
    return glyphs.columns[inside - 1] if inside > 0 else " "


def _amount(value: float) -> str:
    if value >= _LARGE:
        return f"{value / 1000:,.0f}k"
    return f"{value:,.0f}" if value >= 10 or value == int(value) else f"{value:.1f}"


def _labels_below(labels: Sequence[str], cells: int, room: int) -> str:
    line = ""
    for place, label in enumerate(labels):
        start = place * cells
        has_gap = not line or start > len(line)
        if has_gap and start + len(label) <= room:
            line = line.ljust(start) + label
    return line


def _months_above(mondays: Sequence[date], cells: int) -> str:
    line, month = "", 0
    for place, monday in enumerate(mondays):
        start = place * cells
        is_new, month = monday.month != month, monday.month
        name = f"{monday:%b}"
        has_room = start + len(name) <= len(mondays) * cells
        if is_new and has_room and (not line or start > len(line)):
            line = line.ljust(start) + name
    return line


def _mark(count: int, most: int, glyphs: Glyphs) -> str:
    highest = len(glyphs.levels) - 1
    return glyphs.levels[-(-highest * count // most) if count else 0]


def _shaded(
    marks: Sequence[str], cells: int, glyphs: Glyphs
) -> Iterator[tuple[str, str]]:
    gap = " " * (cells - 1)
    for is_empty, run in groupby(marks, lambda mark: mark == glyphs.levels[0]):
        yield "".join(mark + gap for mark in run), DIM if is_empty else BAR


def _legend(most: int, room: int, glyphs: Glyphs) -> str:
    none, levels = glyphs.levels[0], glyphs.levels[1:]
    told = [f"{none} 0  up to:"]
    limits = [most * number // len(levels) for number in range(1, len(levels) + 1)]
    for before, limit, level in zip((0, *limits), limits, levels, strict=False):
        if limit > before:
            told.append(f"{level} {limit:,}")
    legend = "  ".join(told)
    return legend if len(legend) <= room else f"{levels[-1]} up to {most:,}"
