"""The interview to come: its day, and the pace that meets every card before it."""

from datetime import date

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from pmflash.model.text import counted, one_line
from pmflash.study.countdown import Countdown
from pmflash.tui.widgets.input_view import folded
from pmflash.tui.wording import days_ahead

_TITLE = "Interview  "
_GAP = "  "
_DAYS_WITHOUT_YEAR = 180


class CountdownLine(Widget):
    """One line where both texts fit beside each other, else more; or none at all."""

    DEFAULT_CSS = """
    CountdownLine { height: auto; width: 1fr; }
    CountdownLine.-none { display: none; }
    """

    def __init__(self) -> None:
        super().__init__(id="interview", classes="-none")
        self._countdown: Countdown | None = None

    def show(self, countdown: Countdown | None) -> None:
        """Draw `countdown`, or nothing without one."""
        self._countdown = countdown
        self.set_class(countdown is None, "-none")
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines are needed at `width`."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Return all of its lines."""
        return Content("\n").join(self._lines(self.size.width))

    def _lines(self, width: int) -> list[Content]:
        if self._countdown is None:
            return []
        when, pace = when_words(self._countdown), pace_words(self._countdown)
        name = Content(one_line(self._countdown.name))
        room = width - len(_TITLE) - len(when) - len(_GAP)
        if name.cell_length > room:
            name = name.truncate(max(0, room), ellipsis=True)
        parts = [name, Content(when)] if name else [Content(when)]
        first = Content.styled(_TITLE, "bold") + Content(_GAP).join(parts)
        missing = width - first.cell_length - len(pace)
        if missing >= len(_GAP):
            return [first + Content(" " * missing + pace)]
        return [first, *_indented(pace, width)]


def _indented(words: str, width: int) -> list[Content]:
    lines = folded(words, max(1, width - len(_TITLE)))
    return [Content(" " * len(_TITLE) + line) for line in lines]


def when_words(countdown: Countdown) -> str:
    """Return the day and how far it is: `Thu 17 Dec · in 16 days`."""
    day = _day(countdown.on, countdown.days_left)
    return f"{day} · {days_ahead(countdown.days_left)}"


def pace_words(countdown: Countdown) -> str:
    """Return the pace that is needed, beside the learner's own where that is less."""
    if not countdown.unseen:
        return "all cards met"
    if not countdown.days_left:
        return f"{counted(countdown.unseen, 'card')} not met"
    late = f"; {countdown.too_late:,} come too late" if countdown.too_late else ""
    needed, chosen = countdown.needed_per_day, countdown.new_per_day
    if needed <= chosen:
        return f"on track: {needed:,} new a day{late}"
    return f"needs {needed:,} new a day; you have {chosen:,}{late}"


def _day(on: date, days_left: int) -> str:
    year = f" {on.year}" if days_left > _DAYS_WITHOUT_YEAR else ""
    return f"{on:%a} {on.day} {on:%b}{year}"
