"""The periods in a row, the chosen one in brackets."""

from collections.abc import Iterator

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

from pmflash.study.tally import Period
from pmflash.tui.stats.page import PERIOD_NAMES

_GAP = " "


class PeriodTabs(Widget):
    """One line that names every period, for eyes and for the mouse."""

    DEFAULT_CSS = "PeriodTabs { height: 1; width: 1fr; }"

    class Picked(Message):
        """A period was clicked."""

        def __init__(self, period: Period) -> None:
            super().__init__()
            self.period = period

    def __init__(self, chosen: Period) -> None:
        super().__init__(id="periods")
        self._chosen = chosen

    def show(self, chosen: Period) -> None:
        """Mark `chosen`."""
        self._chosen = chosen
        self.refresh()

    def render(self) -> Content:
        """Return all names."""
        return Content(_GAP).join(
            Content.styled(tab, "bold $accent" if period is self._chosen else "")
            for period, tab in self._tabs()
        )

    def on_click(self, event: Click) -> None:
        """Tell which period was clicked."""
        end = 0
        for period, tab in self._tabs():
            start, end = end, end + len(tab)
            if start <= event.x < end:
                self.post_message(self.Picked(period))
            end += len(_GAP)

    def _tabs(self) -> Iterator[tuple[Period, str]]:
        for period, name in PERIOD_NAMES.items():
            yield period, f"[{name}]" if period is self._chosen else f" {name} "
