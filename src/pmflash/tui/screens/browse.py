"""Browse: every card with where it stands, searched as one types."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Key, Paste
from textual.widgets import Static

from pmflash.collection import ChangedElsewhere, Collection
from pmflash.model.card import Card
from pmflash.model.event import Event, EventKind
from pmflash.model.text import counted, one_line
from pmflash.study.search.error import SearchError
from pmflash.study.search.parse import Query
from pmflash.study.standing import Standing
from pmflash.tui.actions import MOVES, Action, bindings
from pmflash.tui.browse_actions import (
    CLEAR,
    DONE,
    LANGUAGE,
    MARKS,
    REVIEW,
    SEARCH,
    STOP,
    UNDO,
)
from pmflash.tui.card_about import about
from pmflash.tui.card_words import CardWords, card_words
from pmflash.tui.looking import Looking
from pmflash.tui.saving import is_saved
from pmflash.tui.screens.base import BACK, HELP, HELP_TYPING, PALETTE, QUIT
from pmflash.tui.screens.keyed import KeyedScreen
from pmflash.tui.screens.note import ask_for_note
from pmflash.tui.widgets.card_list import CardList, ListHead
from pmflash.tui.widgets.lines import EndsLine
from pmflash.tui.widgets.search_line import SearchLine

_ACTIONS = (SEARCH, REVIEW, *MOVES, *MARKS, UNDO, BACK, HELP, QUIT)
_MOVES_WHILE_TYPING = {"down": 1, "up": -1, "pagedown": 10, "pageup": -10}
# Not the key that asks: held down, that one would answer itself.
_YES = "y"
_QUESTION = f"Make it new? {_YES} yes, other keys no"
_LOOKING, _NOTHING_FOUND = "Looking ...", "No card is found."


class BrowseScreen(KeyedScreen):
    """A search, the cards that it finds, and the marked one below them."""

    ACTIONS = _ACTIONS
    ONCE = MARKS
    BINDINGS = bindings(_ACTIONS)
    TITLE_OF_HELP = "Browse: the keys, and what can be searched for"

    def __init__(self, collection: Collection) -> None:
        super().__init__()
        self._collection = collection
        self._looking = Looking(collection)
        self._marks: list[Event] = []
        """What was done to cards here."""
        self._asks_reset: str | None = None
        """The card that is to be reset, if the learner says yes."""

    def parts(self) -> ComposeResult:
        """Yield the search, the cards and the preview."""
        yield EndsLine("header")
        yield SearchLine()
        yield ListHead()
        yield CardList(self._words)
        with VerticalScroll(id="preview", can_focus=False):
            yield Static(id="about")

    def on_mount(self) -> None:
        """Show all cards."""
        self._look()

    def on_screen_resume(self) -> None:
        """Draw what was done meanwhile; look again where cards were edited."""
        if self._looking.renew():
            self._look()
        self._show_marks()

    def all_actions(self) -> Sequence[Action]:
        """Return every key, and what a search may say."""
        return (*_ACTIONS, *LANGUAGE)

    def actions_now(self) -> Sequence[Action]:
        """Return the keys that do something now."""
        if self.query_one(SearchLine).is_typing:
            return (DONE, CLEAR, HELP_TYPING, STOP)
        on_cards = (REVIEW, *MARKS, *self._moves) if self._list.cards else ()
        return (SEARCH, *on_cards, *[UNDO] * bool(self._marks), self.back, HELP, QUIT)

    @property
    def scroller(self) -> VerticalScroll:
        """The preview."""
        return self.query_one("#preview", VerticalScroll)

    @property
    def _moves(self) -> Sequence[Action]:
        down, up, *others = MOVES
        place, last = self._list.place, len(self._list.cards) - 1
        return [*[down] * (place < last), *[up] * (place > 0), *others]

    @property
    def _list(self) -> CardList:
        return self.query_one(CardList)

    async def obey(self, event: Key) -> bool:
        """Type into the search, answer the question about the reset, or mark."""
        if self._asks_reset is not None:
            is_meant = event.key == _YES and self._asks_reset == self._list.marked
            self._ask_reset(None)
            if is_meant:
                self._mark(EventKind.RESET)
        elif self.query_one(SearchLine).is_typing:
            self._type(event)
        else:
            return await super().obey(event)
        return True

    def on_paste(self, event: Paste) -> None:
        """Type what is pasted, where it can be typed."""
        line = self.query_one(SearchLine)
        if line.is_typing and self.is_in_sight:
            line.field.insert(one_line(event.text))
            self._look()

    def on_card_list_moved(self) -> None:
        """Draw the card that is marked now."""
        if self._asks_reset != self._list.marked:
            self._ask_reset(None)
        self._show_marked()

    async def run_bound(self, name: str, seconds: float) -> None:
        """Do what was clicked, which is no answer to the question."""
        self._ask_reset(None)
        await super().run_bound(name, seconds)

    def action_search(self) -> None:
        """Let keys be text of the search."""
        self._set_typing(True)

    def action_move(self, lines: int) -> None:
        """Mark another card."""
        self._list.move(lines)

    def action_leaf(self, pages: int) -> None:
        """Mark a card some pages away."""
        self._list.move(pages * max(1, self._list.size.height))

    def action_review(self) -> None:
        """Review what is due today, or new, of the cards found."""
        from pmflash.tui.screens.review import ReviewScreen

        collection = self._collection
        session = collection.session(self._looking.scope())
        if session.turn is None:
            self.tell("None of these is left to review today")
            return
        self.app.push_screen(ReviewScreen(collection, session))

    def action_suspend(self) -> None:
        """Set the card aside for good, or ask it again."""
        card = self._list.marked
        if card is not None:
            is_out = Standing.is_set_aside(*self._standing(card))
            self._mark(EventKind.RESUME if is_out else EventKind.SUSPEND)

    def action_flag(self) -> None:
        """Flag the card, or take the flag away."""
        self._mark(EventKind.FLAG)

    def action_note(self) -> None:
        """Ask what is wrong with the card."""
        card = self._list.marked or ""
        keep = partial(self._save, EventKind.NOTE, card)
        ask_for_note(self, self._collection, self._card(card), keep)

    def action_reset(self) -> None:
        """Ask whether the card is to be new."""
        self._ask_reset(self._list.marked)

    def action_undo(self) -> None:
        """Take back what was done here last."""
        collection = self._collection
        session = collection.refreshed(collection.session())
        last = collection.last_act(session)
        if last is None or last not in self._marks:
            if self._marks:
                self.tell("Undo first what you did in a review since")
        elif is_saved(self, lambda: collection.undo(session)):
            self._marks.remove(last)
        # What others did meanwhile is known now too, and the next key goes by it.
        self._show_marks()

    def _type(self, event: Key) -> None:
        line = self.query_one(SearchLine)
        before = line.field.text
        if event.key in _MOVES_WHILE_TYPING:
            self.action_move(_MOVES_WHILE_TYPING[event.key])
        elif event.key in {"enter", "escape"}:
            self._set_typing(False)
        elif event.key == HELP_TYPING.keys:
            self.action_help()
        elif event.key in self.keymap.of(PALETTE).keys.split(","):
            self.action_palette()
        elif line.field.take(event.key, event.character):
            line.refresh()
            if line.field.text != before:
                self._look()

    def _set_typing(self, is_typing: bool) -> None:
        line = self.query_one(SearchLine)
        line.is_typing = is_typing
        line.refresh()
        self.show_actions()

    def _look(self) -> None:
        """Show what is searched for, or what is wrong with the search."""
        line = self.query_one(SearchLine)
        try:
            self._looking.begin(line.field.text)
        except SearchError as wrong:
            line.show(wrong)
            return
        line.show(None)
        self._list.show(())
        self._look_on(self._looking.query)

    def _look_on(self, query: Query) -> None:
        """Add what is found next, and see to keys before going on."""
        looking = self._looking
        if query is not looking.query:
            return
        found = looking.more()
        self._list.when_empty = _NOTHING_FOUND if looking.is_over else _LOOKING
        self._list.add(found)
        self._show_header()
        if not looking.is_over:
            self.call_after_refresh(self._look_on, query)

    def _mark(self, kind: EventKind) -> None:
        card = self._list.marked
        if card is None:
            return
        try:
            is_saved(self, partial(self._save, kind, card))
        except ChangedElsewhere:
            self.tell("The card was changed elsewhere")
        self._show_marks()

    def _save(self, kind: EventKind, card: str, note: str = "") -> None:
        self._marks.append(self._collection.mark(kind, card, note))

    def _ask_reset(self, card: str | None) -> None:
        self._asks_reset = card
        self.query_one(ListHead).ask("" if card is None else _QUESTION)

    def _card(self, card_id: str) -> Card | None:
        try:
            return self._collection.card(card_id)
        except KeyError:
            return None

    def _words(self, card_id: str) -> CardWords:
        return card_words(self._card(card_id), *self._standing(card_id))

    def _standing(self, card_id: str) -> tuple[Standing, date]:
        return self._collection.standing(card_id), self._collection.today()

    def _show_marks(self) -> None:
        self._list.refresh()
        self._show_marked()
        self.show_actions()

    def _show_marked(self) -> None:
        card_id = self._list.marked
        told = Content()
        if card_id is not None:
            told = about(self._card(card_id), *self._standing(card_id))
        self.query_one("#about", Static).update(told)
        self.scroller.scroll_home(animate=False)
        self._show_header()

    def _show_header(self) -> None:
        count = len(self._list.cards)
        more = "" if self._looking.is_over else " so far"
        place = f"{self._list.place + 1:,} of " if count else ""
        self.query_one("#header", EndsLine).show(
            Content.styled("Browse", "bold"),
            Content(f"{place}{counted(count, 'card')}{more}"),
        )
        self.show_actions()
