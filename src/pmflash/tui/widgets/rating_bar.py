"""The rating keys, each with what it would do to the card."""

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

from pmflash.model.rating import DRILL_QUALITY
from pmflash.study.outcomes import Outcome
from pmflash.tui.wording import days_and_months

_WIDEST_CELL = 20


class RatingBar(Widget):
    """One column a button: its key, the next interval, the change of ease."""

    DEFAULT_CSS = "RatingBar { width: 1fr; height: 3; }"

    def __init__(self) -> None:
        super().__init__(id="ratings")
        self._outcomes: tuple[Outcome, ...] = ()
        self._words = ""

    def show(self, outcomes: Sequence[Outcome]) -> None:
        """Draw the buttons."""
        self._outcomes, self._words = tuple(outcomes), ""
        self.refresh()

    def hide(self, words: str) -> None:
        """Draw `words` where the buttons will be; no rating is possible yet."""
        self._outcomes, self._words = (), words
        self.refresh()

    def render(self) -> Content:
        """Return the columns at the present width."""
        if not self._outcomes:
            return Content.styled(self._words, "dim")
        width = min(_WIDEST_CELL, self.size.width // len(self._outcomes))
        columns = [_column(outcome, width) for outcome in self._outcomes]
        lines = zip(*columns, strict=True)
        return Content("\n").join([Content().join(line) for line in lines])


def interval_words(outcome: Outcome) -> str:
    """Return when the card comes back after this button."""
    in_drill = outcome.button.quality < DRILL_QUALITY
    if outcome.state is None:
        return "again today" if in_drill else "done"
    interval = days_and_months(outcome.state.interval_days)
    return f"today + {interval}" if in_drill else interval


def _column(outcome: Outcome, width: int) -> tuple[Content, ...]:
    button = outcome.button
    name = (
        button.label if button.label[:1].isdigit() else f"{button.key} {button.label}"
    )
    if len(name) >= width:
        name = button.key
    texts = (name, interval_words(outcome), outcome.change)
    styles = ("bold $accent", "", "dim")
    return tuple(
        _cell(text, style, width) for text, style in zip(texts, styles, strict=True)
    )


def _cell(text: str, style: str, width: int) -> Content:
    shortest = next(
        (short for short in _shorter(text) if len(short) < width), text[: width - 1]
    )
    return Content.styled(shortest.center(width), style)


def _shorter(text: str) -> tuple[str, ...]:
    """Return `text` and ever shorter ways to say it."""
    bare = text.split(" (")[0]
    terse = (
        bare.replace("today + ", "today+").replace(" days", "d").replace(" day", "d")
    )
    return (text, bare, terse.replace("ease ", ""), terse.replace("today+", "now+"))
