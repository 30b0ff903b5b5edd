"""A list with one line marked, and what there is to know of that line below."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from pmflash.tui.actions import MOVES, Action
from pmflash.tui.screens.base import SMALLEST_WIDTH
from pmflash.tui.screens.keyed import KeyedScreen
from pmflash.tui.widgets.choice_list import ChoiceList
from pmflash.tui.widgets.lines import EndsLine

_BESIDE_DETAIL = 3
"""Cells that the screen's padding and the scroll bar take."""


class ListScreen(KeyedScreen):
    """Lines to move among, with a detail of the marked one."""

    WHEN_EMPTY: ClassVar[str] = ""
    PICKED: ClassVar[str] = ""
    """The action that a click on the marked line does."""

    def parts(self) -> ComposeResult:
        """Yield the title, the list and the detail."""
        yield EndsLine("header")
        yield ChoiceList(self.WHEN_EMPTY)
        with VerticalScroll(id="preview", can_focus=False):
            yield Static(id="detail")

    def heading(self, width: int) -> tuple[Content, Content]:
        """Return what stands at the two ends of the title."""
        return Content(), Content()

    def lines(self, width: int) -> Sequence[tuple[str, str]]:
        """Return all lines of the list, each with a word at its right end."""
        return ()

    def detail(self, place: int, width: int) -> Content:
        """Return what there is to know of the line at a place."""
        return Content()

    @property
    def place(self) -> int:
        """How many lines stand above the mark."""
        # Keys are checked also before there is a list, and when there is none any more.
        return next((each.marked for each in self.query(ChoiceList)), 0)

    @property
    def scroller(self) -> VerticalScroll:
        """The detail."""
        return self.query_one("#preview", VerticalScroll)

    @property
    def moves(self) -> Sequence[Action]:
        """The keys that move the mark, where they can."""
        down, up, *others = MOVES
        last = self.query_one(ChoiceList).count - 1
        moves = [*[down] * (self.place < last), *[up] * (self.place > 0)]
        return [*moves, *others] if last > 0 else moves

    def renew(self) -> None:
        """Take what the lines are made of anew, and draw them."""
        self.show()

    def show(self, marked: int | None = None) -> None:
        """Draw everything anew, the mark where it was or at a place."""
        # A key that was typed ahead may have closed the screen meanwhile.
        if not self.query(ChoiceList):
            return
        place = self.place if marked is None else marked
        self.query_one(ChoiceList).show(self.lines(self._width), place)
        self._show_marked()

    def on_screen_resume(self) -> None:
        """Draw what has changed meanwhile."""
        self.renew()

    def on_resize(self, event: Resize) -> None:
        """Draw everything at its new width."""
        self.show()

    def on_choice_list_moved(self) -> None:
        """Tell about the line that is marked now."""
        self._show_marked()

    async def on_choice_list_picked(self, message: ChoiceList.Picked) -> None:
        """Do what the keyboard does with the marked line."""
        await self.run_bound(self.PICKED, message.time)

    def action_move(self, lines: int) -> None:
        """Mark another line."""
        self.query_one(ChoiceList).move(lines)

    def action_leaf(self, pages: int) -> None:
        """Mark a line some pages away."""
        listed = self.query_one(ChoiceList)
        listed.move(pages * max(1, listed.size.height))

    @property
    def _width(self) -> int:
        return max(SMALLEST_WIDTH, self.app.size.width) - _BESIDE_DETAIL

    def _show_marked(self) -> None:
        if not self.query(ChoiceList):
            return
        self.query_one(EndsLine).show(*self.heading(self._width))
        is_empty = self.query_one(ChoiceList).count == 0
        told = Content() if is_empty else self.detail(self.place, self._width)
        self.query_one("#detail", Static).update(told)
        self.scroller.scroll_home(animate=False)
        self.show_actions()
