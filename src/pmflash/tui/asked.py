"""What the review says around a card, known before any screen is loaded."""

from dataclasses import dataclass
from datetime import date

from pmflash.answering.base import AskNothing
from pmflash.answering.registry import mode_of
from pmflash.collection import Collection
from pmflash.model.card import Card
from pmflash.model.event import EventKind
from pmflash.model.staleness import staleness
from pmflash.model.text import one_line
from pmflash.study.session import Session, Turn
from pmflash.tui.wording import clock, ordinal, tag_words

INVITATION = {AskNothing: "  Think of the answer, then press space."}
"""What an ask invites to; stands where the buttons will be after the answer."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The front of one card, and the words around it; nothing of its answer."""

    deck: str
    """Title of the card's deck, behind the tags that the review is limited to."""
    new: int
    drill: int
    due: int
    done: int
    total: int
    spent: str
    """Time spent on the answers so far, in minutes and seconds."""
    heading: str
    tags: str
    prompt: str
    invitation: str

    @property
    def waiting(self) -> str:
        """How much is left that is not due, with the space before what is."""
        return f"new {self.new}  drill {self.drill}  "

    @property
    def due_words(self) -> str:
        """How much is due."""
        return f"due {self.due}"

    @property
    def progress_words(self) -> str:
        """How far the day has come, and how long it took."""
        return f"{self.done}/{self.total} · {self.spent}"


def asked(collection: Collection, session: Session, turn: Turn, card: Card) -> Asked:
    """Return what is shown when `turn` of `session`, which is `card`, is asked."""
    titles = {deck.id: deck.title for deck in collection.decks}
    title = one_line(titles.get(card.decks[0], "")) if card.decks else ""
    counts = session.counts
    return Asked(
        deck=" · ".join(part for part in (tag_words(session.scope), title) if part),
        new=counts.new,
        drill=counts.drill,
        due=counts.due,
        done=session.done,
        total=session.total,
        spent=clock(sum(answer.milliseconds for answer in session.answers)),
        heading=_heading(collection, turn) + _warning(card, session.today),
        tags=" ".join(one_line(tag) for tag in card.tags),
        prompt=card.prompt,
        invitation=INVITATION[type(mode_of(card).ask(card))],
    )


def _heading(collection: Collection, turn: Turn) -> str:
    if turn.is_new:
        return "new card"
    if turn.kind is EventKind.DRILL:
        return "drill: until it is known today"
    return f"review · {ordinal(collection.review_count(turn.card) + 1)} time"


def _warning(card: Card, today: date) -> str:
    """Return that the card is past its date, in short; the rest is on its back."""
    stale, _, _ = staleness(card.as_of, card.valid_until, today).partition(":")
    return f" · {stale}" if stale else ""
