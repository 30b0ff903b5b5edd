"""What is wrong with a card, typed while it is in mind."""

from collections.abc import Callable

from pmflash.collection import Collection
from pmflash.model.card import Card
from pmflash.tui.screens.entry import Entry, EntryScreen
from pmflash.tui.screens.keyed import KeyedScreen

_QUESTION = "What is wrong with this card?"
_ABOUT = "`pmflash check` lists it. An empty line takes it away."


def ask_for_note(
    screen: KeyedScreen,
    collection: Collection,
    card: Card | None,
    keep: Callable[[str], None],
) -> None:
    """Let the learner say what is wrong with `card`; `keep` saves what changes.

    Its front alone is shown: it may not be answered yet.
    """
    if card is None:
        return
    before = collection.standing(card.id).note

    def save(note: str) -> None:
        if note != before:
            keep(note)

    entry = Entry(_QUESTION, f"{_ABOUT}\n\n{card.prompt}", before, save)
    screen.app.push_screen(EntryScreen(entry, screen.held_keys))
