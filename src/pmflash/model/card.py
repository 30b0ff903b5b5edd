"""A card: one prompt and its answer, made from a fact and never stored as truth."""

from dataclasses import dataclass, replace

from pmflash.model.filing import Filing
from pmflash.model.mode import REVEAL, Mode


@dataclass(frozen=True, slots=True)
class ClozeSegment:
    """A stretch of a cloze text, hidden on the front or not."""

    text: str
    hidden: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Variant:
    """One of several ways to ask the same card, such as with other numbers."""

    prompt: str
    answer: str
    mode: Mode


@dataclass(frozen=True, slots=True)
class Face:
    """What one view of a fact asks and answers, before it is filed as a card."""

    view: str
    """Name of the view, one of its kind's `view_names`."""
    prompt: str
    answer: str
    mode: Mode = REVEAL
    key: str = ""
    """Which part of the fact, where the view makes several cards."""
    cloze: tuple[ClozeSegment, ...] = ()
    """The whole sentence in stretches, for cloze cards only."""
    variants: tuple[Variant, ...] = ()
    """All ways to ask it, the first one being its own prompt and answer."""
    caveat: str = ""
    """What to beware of on this face alone; the fact's own caveat comes before it."""
    builds_on: tuple[str, ...] = ()
    """Full ids of facts that it builds on beside those that its author named."""
    as_of: str = ""
    valid_until: str = ""
    """Dates that hold where the author of the fact gave none."""


@dataclass(frozen=True, slots=True)
class Card:
    """One prompt and answer with all that a screen or an exporter shows of it."""

    id: str
    """`origin/fact-id/view[/key]`; outlives every rewording."""
    fact: str
    """`origin/fact-id`; cards with the same fact are siblings."""
    kind: str
    view: str
    context: str
    """Whose fact it is: a company, or the author's own heading."""
    prompt: str
    answer: str
    mode: Mode
    decks: tuple[str, ...] = ()
    """Ids of the decks that study it, the first one being its home."""
    hint: str = ""
    why: str = ""
    caveat: str = ""
    source: str = ""
    tags: tuple[str, ...] = ()
    measure: str = ""
    as_of: str = ""
    valid_until: str = ""
    rev: int = 0
    cloze: tuple[ClozeSegment, ...] = ()
    variants: tuple[Variant, ...] = ()
    """All ways to ask it, the first one being its own prompt, answer and mode."""
    builds_on: tuple[str, ...] = ()
    """Full ids of facts to be met before it is introduced."""

    @property
    def filing(self) -> Filing:
        """What choosing cards needs to know of it."""
        return Filing(self.decks, self.tags, self.builds_on, self.rev)

    def asked(self, answer_count: int) -> "Card":
        """Return the card, which must have variants, as it is after so many answers."""
        now = self.variants[answer_count % len(self.variants)]
        return replace(self, prompt=now.prompt, answer=now.answer, mode=now.mode)
