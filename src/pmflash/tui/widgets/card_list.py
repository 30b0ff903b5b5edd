"""A list of any number of cards: only the lines in sight are ever made."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.content import Content
from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from pmflash.tui.card_words import CardWords

_STATE_WIDTH = 11
_DUE_WIDTH = 13
_EASE_WIDTH = 6
_WITH_DUE, _WITH_EASE = 50, 64
"""From so many cells on there is room for the due date, and for the ease."""


class CardList(ScrollView):
    """Cards in lines, one of them marked; keys of the screen move the mark."""

    DEFAULT_CSS = """
    CardList {
        height: 1fr; width: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1;
    }
    CardList > .list--marked { color: $accent; text-style: bold; }
    CardList > .list--out { color: $foreground 60%; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"list--marked", "list--out"}

    class Moved(Message):
        """Another card is marked."""

    def __init__(self, words: Callable[[str], CardWords]) -> None:
        super().__init__(id="cards")
        self.can_focus = False
        self._words = words
        self._cards: list[str] = []
        self._marked = 0
        self.when_empty = ""
        """What stands there when no card does."""

    @property
    def cards(self) -> Sequence[str]:
        """Ids of all cards in the list."""
        return self._cards

    @property
    def marked(self) -> str | None:
        """The id of the marked card; None in an empty list."""
        return self._cards[self._marked] if self._cards else None

    @property
    def place(self) -> int:
        """How many cards stand above the mark."""
        return self._marked

    def show(self, cards: Sequence[str]) -> None:
        """Draw other cards, the first one marked."""
        self._cards = list(cards)
        self._marked = 0
        self._resized()
        self.scroll_home(animate=False, immediate=True)

    def add(self, cards: Sequence[str]) -> None:
        """Draw more cards below."""
        was_empty = not self._cards
        self._cards += cards
        self._resized()
        if was_empty:
            self.post_message(self.Moved())

    def move(self, lines: int) -> None:
        """Move the mark up or down, stopping at both ends."""
        self._marked = max(0, min(len(self._cards) - 1, self._marked + lines))
        self._follow()

    def render_line(self, y: int) -> Strip:
        """Return what stands on a line of the part in sight."""
        width = self.size.width
        place = y + self.scroll_offset.y
        if not self._cards and place == 0:
            return self._strip(self.when_empty)
        if place >= len(self._cards):
            return Strip.blank(width, self.rich_style)
        words = self._words(self._cards[place])
        is_marked = place == self._marked
        looks = "list--marked" if is_marked else "list--out" if words.is_out else ""
        return self._strip(_line(words, ">" if is_marked else " ", width), looks)

    def on_resize(self) -> None:
        """Keep the mark in sight."""
        self._resized()
        self._show_place()

    def on_click(self, event: Click) -> None:
        """Mark the card that was clicked."""
        self.move(event.y + self.scroll_offset.y - self._marked)

    def _strip(self, text: str, looks: str = "") -> Strip:
        width = self.size.width
        style = self.get_component_rich_style(looks) if looks else self.rich_style
        cut = Content(text).truncate(width, ellipsis=True).plain
        return Strip([Segment(cut, style)]).adjust_cell_length(width, style)

    def _resized(self) -> None:
        self.virtual_size = Size(self.size.width, len(self._cards))
        self.refresh()

    def _follow(self) -> None:
        """Keep the mark in sight, and tell of it."""
        self._show_place()
        self.refresh()
        self.post_message(self.Moved())

    def _show_place(self) -> None:
        line = Region(0, self._marked, 1, 1)
        self.scroll_to_region(line, animate=False, immediate=True, x_axis=False)


class ListHead(Widget):
    """Titles over the columns of a list, or a question instead of them."""

    DEFAULT_CSS = "ListHead { height: 1; width: 1fr; text-wrap: nowrap; }"

    def __init__(self) -> None:
        super().__init__(id="columns")
        self._question = ""

    def ask(self, question: str) -> None:
        """Draw a question; an empty one brings the titles back."""
        self._question = question
        self.refresh()

    def render(self) -> Content:
        """Return the line at its present width."""
        if self._question:
            return Content.styled(self._question, "bold $warning")
        titles = _columns(" ", " ", "State", "Due", "Ease", "Prompt", self.size.width)
        return Content.styled(titles, "bold")


def _line(words: CardWords, mark: str, width: int) -> str:
    flag = "f" if words.is_flagged else " "
    return _columns(mark, flag, words.state, words.due, words.ease, words.prompt, width)


def _columns(
    mark: str, flag: str, state: str, due: str, ease: str, prompt: str, width: int
) -> str:
    text = f"{mark}{flag} {state:<{_STATE_WIDTH}}"
    if width >= _WITH_DUE:
        text += f"{due:<{_DUE_WIDTH}}"
    if width >= _WITH_EASE:
        text += f"{ease:<{_EASE_WIDTH}}"
    return text + prompt
