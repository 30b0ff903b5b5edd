"""Decks to tick: those that are studied, or none of them for all."""

from collections.abc import Sequence

from textual.content import Content

from pmflash.choices import choose
from pmflash.model.deck import Deck
from pmflash.model.text import counted, one_line
from pmflash.storage.locations import Locations
from pmflash.tui.actions import MOVES, Action, bindings
from pmflash.tui.held_keys import HeldKeys
from pmflash.tui.saving import is_saved
from pmflash.tui.screens.base import BACK, HELP, QUIT
from pmflash.tui.screens.list_page import ListScreen

_TICK = Action("space", "tick", "space", "tick", "Take the deck, or leave it out.", 0)
_SAVE = Action("enter", "save", "enter", "save", "Study the decks that are ticked.", 0)
_ACTIONS = (_TICK, _SAVE, *MOVES, BACK, HELP, QUIT)
_GONE = "no such deck"


class TickingScreen(ListScreen):
    """Every deck with a box to tick."""

    ACTIONS = _ACTIONS
    BINDINGS = bindings(_ACTIONS)
    ONCE = (_TICK, _SAVE)
    PICKED = _TICK.name
    WHEN_EMPTY = "There are no decks."
    TITLE_OF_HELP = "Decks to study: the keys"

    def __init__(
        self,
        decks: Sequence[Deck],
        chosen: Sequence[str],
        locations: Locations,
        held: HeldKeys,
    ) -> None:
        super().__init__(held)
        self._titles = {deck.id: deck.title for deck in decks}
        self._counts = {deck.id: deck.card_count for deck in decks}
        gone = [deck for deck in chosen if deck not in self._titles]
        self._ids = [*self._titles, *gone]
        self._ticked = list(chosen)
        self._before = tuple(chosen)
        self._locations = locations

    def actions_now(self) -> Sequence[Action]:
        """Return the keys that do something now."""
        tick = (_TICK,) if self._ids else ()
        return (*tick, _SAVE, *self.moves, BACK, HELP, QUIT)

    def heading(self, width: int) -> tuple[Content, Content]:
        """Return the title, and how many decks are ticked."""
        told = f"{len(self._ticked)} ticked" if self._ticked else "none ticked: all"
        return Content.styled("Decks to study", "bold"), Content(told)

    def lines(self, width: int) -> Sequence[tuple[str, str]]:
        """Return a line for each deck, with its size."""
        return [
            (
                f"[{'x' if deck in self._ticked else ' '}] {self._title(deck)}",
                self._count_words(deck),
            )
            for deck in self._ids
        ]

    def detail(self, place: int, width: int) -> Content:
        """Return how the deck is called in settings.yaml."""
        deck = self._ids[place]
        return Content(f"{self._title(deck)}, in settings.yaml: {one_line(deck)}")

    def action_tick(self) -> None:
        """Tick the marked deck, or take its tick away."""
        if not self._ids:
            return
        deck = self._ids[self.place]
        if deck in self._ticked:
            self._ticked.remove(deck)
        else:
            self._ticked.append(deck)
        self.show()

    def action_save(self) -> None:
        """Keep what is ticked, and go back."""
        chosen = {"decks": tuple(self._ticked)}
        if is_saved(self, lambda: choose(self._locations, chosen)):
            self._before = chosen["decks"]
            self.action_back()

    def action_back(self) -> None:
        """Go back, and say so when that leaves ticks behind."""
        if tuple(self._ticked) != self._before:
            self.tell("The ticks are not saved: enter does that")
        super().action_back()

    def _title(self, deck: str) -> str:
        return one_line(self._titles.get(deck, deck))

    def _count_words(self, deck: str) -> str:
        count = self._counts.get(deck)
        return _GONE if count is None else counted(count, "card")
