"""Today's table: one line a deck, with a mark on the chosen one."""

from collections.abc import Sequence
from datetime import date, timedelta

from textual.content import Content
from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.message import Message
from textual.widget import Widget

from pmflash.model.text import one_line
from pmflash.study.overview import DeckRow
from pmflash.tui.widgets.input_view import LEFT
from pmflash.tui.wording import day_name

_COLUMNS = ("New", "Drill", "Due", "Total")
_COLUMN_WIDTH = 7
_NEXT_DUE_WIDTH = 20
_NARROWEST_TITLE = 16
_HEAD_LINES = 2


class DeckTable(Widget):
    """Decks with what is left of each; keys of the screen move the mark."""

    DEFAULT_CSS = "DeckTable { width: 1fr; }"

    class Moved(Message):
        """Another row is marked."""

    def __init__(self) -> None:
        super().__init__(id="decks")
        self._rows: tuple[DeckRow, ...] = ()
        self._today = date.min
        self._chosen = 0

    @property
    def chosen(self) -> DeckRow | None:
        """The line that is marked; None when there are no decks."""
        return self._rows[self._chosen] if self._rows else None

    @property
    def above(self) -> int:
        """How many rows stand above the mark."""
        return self._chosen

    @property
    def below(self) -> int:
        """How many rows stand below the mark."""
        return max(0, len(self._rows) - 1 - self._chosen)

    def show(self, rows: Sequence[DeckRow], today: date) -> None:
        """Draw `rows`, keeping the mark where it was."""
        self._rows, self._today = tuple(rows), today
        self._chosen = min(self._chosen, max(0, len(self._rows) - 1))
        # What is left of the screen, but never more than there is to show.
        self.styles.max_height = len(self._rows) + _HEAD_LINES
        self.refresh(layout=True)

    def move(self, lines: int) -> None:
        """Move the mark up or down, stopping at both ends."""
        self._chosen += max(-self.above, min(self.below, lines))
        self.refresh()
        self.post_message(self.Moved())

    def render(self) -> Content:
        """Return as many rows around the mark as there is room for."""
        width = self.size.width
        head = Content.styled(self._line("  Deck", _COLUMNS, "Next due"), "bold")
        places = self._in_sight()
        hidden_below = len(self._rows) - places.stop
        rule = Content.styled(_rule(width, places.start, hidden_below), "dim")
        return Content("\n").join([head, rule, *map(self._row, places)])

    def on_click(self, event: Click) -> None:
        """Mark the row that was clicked, or begin with it where it was marked."""
        in_sight, line = self._in_sight(), event.y - _HEAD_LINES
        if event.button != LEFT or not 0 <= line < len(in_sight):
            return
        if in_sight[line] == self._chosen:
            self.app.simulate_key("enter")
        else:
            self.move(in_sight[line] - self._chosen)

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Move the mark down."""
        self.move(1)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Move the mark up."""
        self.move(-1)

    def _in_sight(self) -> range:
        """Return the places of the rows around the mark that there is room for."""
        room = max(1, self.size.height - _HEAD_LINES)
        first = max(0, min(self._chosen - room + 1, len(self._rows) - room))
        if self._chosen < first:
            first = self._chosen
        return range(first, min(len(self._rows), first + room))

    def _row(self, place: int) -> Content:
        row = self._rows[place]
        counts = (row.counts.new, row.counts.drill, row.counts.due, row.total)
        mark = ">" if place == self._chosen else " "
        text = self._line(
            f"{mark} {one_line(row.title)}",
            tuple(f"{count:,}" for count in counts),
            self._next_due(row),
        )
        if place == self._chosen:
            return Content.styled(text, "bold $accent")
        return Content.styled(text, "" if row.counts.left else "dim")

    def _next_due(self, row: DeckRow) -> str:
        if row.counts.left:
            return "now"
        next_on, count = row.outlook.next_on, row.outlook.next_count
        tomorrow = self._today + timedelta(days=1)
        if row.unseen and (next_on is None or next_on > tomorrow):
            return f"{day_name(tomorrow, self._today)} (new)"
        return f"{day_name(next_on, self._today)} ({count})" if next_on else "–"

    def _line(self, title: str, counts: Sequence[str], next_due: str) -> str:
        columns = "".join(f"{count:>{_COLUMN_WIDTH}}" for count in counts)
        room = self.size.width - len(columns)
        with_next_due = room - _NEXT_DUE_WIDTH
        if with_next_due >= _NARROWEST_TITLE:
            return _fitted(title, with_next_due) + columns + f"   {next_due}"
        return _fitted(title, max(0, room)) + columns


def _rule(width: int, above: int, below: int) -> str:
    """Return the line under the head, which tells how many rows are out of sight."""
    hidden = ((f"▲ {above} more", above), (f"▼ {below} more", below))
    told = "".join(f" {words}" for words, count in hidden if count)
    return "─" * (width - len(told)) + told


def _fitted(text: str, width: int) -> str:
    content = Content(text)
    if content.cell_length > width:
        content = content.truncate(width, ellipsis=True)
    return content.plain + " " * (width - content.cell_length)
