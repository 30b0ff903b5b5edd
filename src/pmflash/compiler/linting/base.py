"""What a rule for good cards is: a name, a sentence, and the flaws it finds."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from pmflash.compiler.files import CheckedFile, FiledFact
from pmflash.compiler.words import quoted
from pmflash.facts.base import Fact
from pmflash.model.card import Card
from pmflash.model.diagnostic import Where


@dataclass(frozen=True, slots=True)
class Examined:
    """A fact with the cards it makes and the file it stands in."""

    file: CheckedFile
    filed: FiledFact
    cards: tuple[Card, ...]

    @property
    def fact(self) -> Fact:
        """What its author wrote."""
        return self.filed.fact


@dataclass(frozen=True, slots=True)
class Flaw:
    """Why a card is not a good one."""

    where: Where
    """Its place inside the fact."""
    message: str
    help: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A flaw and the fact that has it."""

    examined: Examined
    flaw: Flaw


class Rule(ABC):
    """Looks at all facts at once, for what only shows beside the others."""

    name: ClassVar[str]
    """The slug of its warnings, and what `allow:` calls it."""
    explained: ClassVar[str]
    """What it warns of, in one line."""

    @abstractmethod
    def findings(self, facts: Sequence[Examined]) -> Iterator[Finding]:
        """Yield what is wrong with the cards of `facts`, in their order."""


class FactRule(Rule):
    """Looks at one fact at a time."""

    def findings(self, facts: Sequence[Examined]) -> Iterator[Finding]:
        """Yield the flaws of each of `facts`."""
        for examined in facts:
            for flaw in self.flaws(examined):
                yield Finding(examined, flaw)

    @abstractmethod
    def flaws(self, examined: Examined) -> Iterator[Flaw]:
        """Yield what is wrong with one fact and its cards."""


class CardRule(FactRule):
    """Looks at one card at a time."""

    def flaws(self, examined: Examined) -> Iterator[Flaw]:
        """Yield the flaw of each card that has one."""
        for card in examined.cards:
            flaw = self.flaw(examined.fact, card)
            if flaw is not None:
                yield flaw

    @abstractmethod
    def flaw(self, fact: Fact, card: Card) -> Flaw | None:
        """Return what is wrong with `card`, which `fact` makes."""


def called(card: Card) -> str:
    """Return how messages call `card`: by its id, without the file's name."""
    return f"card {quoted(card.id.partition('/')[2])}"
