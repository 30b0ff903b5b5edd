"""The rating keys, each with what it would do to the card."""

from collections.abc import Sequence

from textual.content import Content
from textual.events import Click
from textual.widget import Widget

from pmflash.study.outcomes import Outcome
from pmflash.tui.widgets.input_view import LEFT
from pmflash.tui.wording import interval_words

_WIDEST_CELL = 20


class RatingBar(Widget):
    """One column a button: its key, the next interval, the change of ease."""

    DEFAULT_CSS = "RatingBar { width: 1fr; height: 3; }"

    def __init__(self) -> None:
        super().__init__(id="ratings")
        self._outcomes: tuple[Outcome, ...] = ()
        self._words = self._suggested = ""

    def show(self, outcomes: Sequence[Outcome], suggested: str = "") -> None:
        """Draw the buttons, the one whose key is `suggested` behind a `>`."""
        self._outcomes, self._words = tuple(outcomes), ""
        self._suggested = suggested
        self.refresh()

    def hide(self, words: str) -> None:
        """Draw `words` where the buttons will be; no rating is possible yet."""
        self._outcomes, self._words = (), words
        self.refresh()

    def render(self) -> Content:
        """Return the columns at the present width."""
        if not self._outcomes:
            return Content.styled(self._words, "dim")
        width = self._cell_width
        columns = [
            _column(outcome, width, outcome.button.key == self._suggested)
            for outcome in self._outcomes
        ]
        lines = zip(*columns, strict=True)
        return Content("\n").join([Content().join(line) for line in lines])

    def on_click(self, event: Click) -> None:
        """Press the key of the button that was clicked."""
        place = event.x // self._cell_width if self._outcomes else 0
        if event.button == LEFT and place < len(self._outcomes):
            self.app.simulate_key(self._outcomes[place].button.key)

    @property
    def _cell_width(self) -> int:
        return max(1, min(_WIDEST_CELL, self.size.width // len(self._outcomes)))


def _column(outcome: Outcome, width: int, is_suggested: bool) -> tuple[Content, ...]:
    button, name = outcome.button, outcome.button.keyed_label
    # So that it stands where it would stand without the mark.
    marked = (f"> {name}  ", f">{name} ", f">{name}", f">{button.key}")
    names = marked if is_suggested else (name, button.key)
    shortest = next((each for each in names if len(each) < width), names[-1])
    texts = (shortest, interval_words(outcome), outcome.change)
    styles = ("bold reverse $accent" if is_suggested else "bold $accent", "", "dim")
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
