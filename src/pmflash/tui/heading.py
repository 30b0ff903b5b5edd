"""What stands over a card, on screens and in lines: whose it is, why it is asked."""

from datetime import date

from pmflash.collection import Collection
from pmflash.model.card import Card
from pmflash.model.event import EventKind
from pmflash.model.staleness import staleness
from pmflash.model.text import one_line
from pmflash.study.scope import Scope
from pmflash.study.session import Turn
from pmflash.tui.wording import choice_words, day_name, mark_words, ordinal


def whose(collection: Collection, scope: Scope, card: Card) -> tuple[str, ...]:
    """Return what a review is limited to, if it is, and the title of a card's deck."""
    titles = {deck.id: deck.title for deck in collection.decks}
    title = one_line(titles.get(card.decks[0], "")) if card.decks else ""
    return tuple(part for part in (choice_words(scope), title) if part)


def occasion(collection: Collection, turn: Turn, today: date, joint: str) -> str:
    """Return why a card is asked; `joint` is put between the parts."""
    if turn.kind is EventKind.CRAM:
        return f"cram{joint}changes no due date"
    if turn.is_new:
        return "new card"
    if turn.kind is EventKind.DRILL:
        return "drill"
    times = collection.standing(turn.card).review_count
    due_on = collection.due_on(turn.card)
    early = f"{joint}due {day_name(due_on, today)}" if due_on and due_on > today else ""
    return f"review{joint}{ordinal(times + 1)} time{early}"


def marks(collection: Collection, card: Card, today: date) -> tuple[str, ...]:
    """Return what must be known of a card before its answer: its age, its marks."""
    # In short; the rest is on the card's back.
    stale, _, _ = staleness(card.as_of, card.valid_until, today).partition(":")
    standing = collection.standing(card.id)
    revised = "revised" if standing.is_revised(card.rev) else ""
    return tuple(part for part in (revised, stale, *mark_words(standing)) if part)
