"""What the review says around a card, known before any screen is loaded."""

from dataclasses import dataclass

from pmflash.answering.base import AnswerMode, Reply, Verdict
from pmflash.answering.registry import mode_of
from pmflash.answering.rehearse import spoken_seconds
from pmflash.collection import Collection
from pmflash.model.card import Card
from pmflash.model.event import EventKind
from pmflash.model.text import one_line
from pmflash.study.session import Session, Turn
from pmflash.tui.heading import marks, occasion, whose
from pmflash.tui.inputs.base import Input
from pmflash.tui.inputs.registry import input_for
from pmflash.tui.wording import clock


@dataclass(frozen=True, slots=True)
class Asked:
    """The front of one card, and the words around it; nothing of its answer."""

    deck: str
    """Title of the card's deck, behind the tags that the review is limited to."""
    new: int
    drill: int
    due: int
    due_name: str
    """What those are called that are neither new nor in drill."""
    done: int
    total: int
    spent: str
    """Time spent on the answers so far, in minutes and seconds."""
    heading: str
    tags: str
    prompt: str
    input: Input
    """What may be entered; still empty."""

    @property
    def invitation(self) -> str:
        """What to do now; stands where the buttons will be after the answer."""
        return self.input.invitation

    @property
    def waiting(self) -> str:
        """How much is left that is not due, with the space before what is."""
        return f"new {self.new}  drill {self.drill}  "

    @property
    def due_words(self) -> str:
        """How much is due, or to be crammed."""
        return f"{self.due_name} {self.due}"

    @property
    def progress_words(self) -> str:
        """How far the day has come, and how long it took."""
        return f"{self.done}/{self.total} · {self.spent}"


def asked(collection: Collection, session: Session, turn: Turn, card: Card) -> Asked:
    """Return what is shown when `turn` of `session`, which is `card`, is asked."""
    counts = session.counts
    return Asked(
        deck=" · ".join(whose(collection, session.scope, card)),
        new=counts.new,
        drill=counts.drill,
        due=counts.due,
        due_name="cram" if session.wish.is_cram else "due",
        done=session.done,
        total=session.total,
        spent=clock(session.progress.milliseconds),
        heading=heading(collection, session, turn, card),
        tags=" ".join(one_line(tag) for tag in card.tags),
        prompt=card.prompt,
        input=input_for(mode(collection, card).ask(card, session.today), card.prompt),
    )


def mode(collection: Collection, card: Card) -> AnswerMode:
    """Return how `card` is answered, which the settings have a say in."""
    return mode_of(card, reveal_only=collection.settings.answering == "reveal")


def judged(collection: Collection, card: Card, reply: Reply) -> Verdict:
    """Return what `reply` is worth, beside earlier ones where it was spoken in time."""
    verdict = mode(collection, card).judge(card, reply)
    if not spoken_seconds(card, reply):
        return verdict
    from pmflash.study.rehearsals import beside_earlier

    return beside_earlier(verdict, collection.standing(card.id))


def heading(collection: Collection, session: Session, turn: Turn, card: Card) -> str:
    """Return what stands in the frame of a card: why it is asked, and its marks."""
    why = occasion(collection, turn, session.today, " · ")
    if turn.kind is EventKind.DRILL:
        why += ": until it is known today"
    return " · ".join((why, *marks(collection, card, session.today)))
