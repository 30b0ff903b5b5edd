"""Rows of the page of statistics: headings, figures, and counts with their bars."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from textwrap import wrap

from pmflash.study.periods import Recall
from pmflash.tui.stats.charts import BAR, BLOCKS, BOLD, DIM, PLAIN, Glyphs, Line, bar

BLANK: Line = (("", PLAIN),)

_NAME_WIDTH = 9
_LABEL_WIDTH, _FIRST_WIDTH, _SECOND_WIDTH = 17, 7, 8
_BAR_STARTS_AT = _LABEL_WIDTH + _FIRST_WIDTH + _SECOND_WIDTH + 2
_LONGEST_BAR = 40
_MINUTE, _HOUR = 60_000, 3_600_000


@dataclass(frozen=True, slots=True)
class Paper:
    """What a page is drawn on, and what it has to call things."""

    width: int
    glyphs: Glyphs = BLOCKS
    first_step: str = ""
    """What to do when nothing was answered so far."""
    prompts: Mapping[str, str] = field(default_factory=dict)
    """What to call cards by id; a card without a prompt goes by its id."""


def heading(name: str, told: str) -> Line:
    """Return the title of a section, with a few words about all of it."""
    return ((name, BOLD), (f"  {told}", DIM))


def table_heading(name: str, first: str, second: str) -> Line:
    """Return the title of a section whose rows hold two numbers and a bar."""
    columns = f"{first:>{_FIRST_WIDTH}}{second:>{_SECOND_WIDTH}}"
    return ((f"{name:<{_LABEL_WIDTH}}", BOLD), (columns, DIM))


def table_row(
    label: str, first: str, second: str, value: float, most: float, paper: Paper
) -> Line:
    """Return two numbers, and a bar for `value` that is longest at `most`."""
    room = max(0, min(_LONGEST_BAR, paper.width - _BAR_STARTS_AT))
    words = f"  {label}".ljust(_LABEL_WIDTH)
    words += f"{first:>{_FIRST_WIDTH}}{second:>{_SECOND_WIDTH}}  "
    return ((words, PLAIN), (bar(value, most, room, paper.glyphs), BAR))


def figure(name: str, told: str, paper: Paper) -> list[Line]:
    """Return a name with a sentence, in as many rows as it takes."""
    first, *more = wrap(told, paper.width - _NAME_WIDTH)
    rows: list[Line] = [((f"{name:<{_NAME_WIDTH}}", BOLD), (first, PLAIN))]
    return [*rows, *(((" " * _NAME_WIDTH + row, PLAIN),) for row in more)]


def paragraph(told: str, paper: Paper) -> list[Line]:
    """Return a sentence, in as many rows as it takes."""
    return [((row, PLAIN),) for row in wrap(told, paper.width)]


def percent(recall: Recall) -> str:
    """Return the share of reviews that were recalled: `92 %`."""
    return portion(recall.recalled, recall.reviews)


def portion(part: int, whole: int) -> str:
    """Return a share in percent, a hyphen of nothing."""
    return f"{round(100 * part / whole)} %" if whole else "-"


def time_spent(milliseconds: int) -> str:
    """Return a long time in words: `4 h 05 min`, `12 min`, `40 s`."""
    if milliseconds < _MINUTE:
        return f"{milliseconds // 1000} s"
    hours, rest = divmod(milliseconds, _HOUR)
    minutes = rest // _MINUTE
    return f"{hours:,} h {minutes:02} min" if hours else f"{minutes} min"


def plain(rows: Iterable[Line]) -> str:
    """Return `rows` as they are printed, without their marks."""
    return "\n".join("".join(words for words, _ in row).rstrip() for row in rows)
