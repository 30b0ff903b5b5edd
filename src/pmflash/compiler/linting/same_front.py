"""Cards that cannot be told apart by their fronts."""

from collections.abc import Iterator, Sequence

from pmflash.compiler.linting.base import Examined, Finding, Flaw, Rule, called
from pmflash.compiler.linting.shared.places import prompt_place
from pmflash.compiler.linting.shared.words import tokens
from pmflash.compiler.words import quoted
from pmflash.model.card import Card


class SameFront(Rule):
    """Warns of a prompt that an earlier card of any file has."""

    name = "same-front"
    explained = "two cards of any seeds or decks have one front"

    def findings(self, facts: Sequence[Examined]) -> Iterator[Finding]:
        """Yield the later one of each two cards with the same prompt."""
        first: dict[str, tuple[Examined, Card]] = {}
        for examined in facts:
            for card in examined.cards:
                front = " ".join(tokens(card.prompt)) or card.prompt
                earlier, other = first.setdefault(front, (examined, card))
                if other is not card:
                    yield Finding(examined, _flaw(examined, card, earlier, other))


def _flaw(examined: Examined, card: Card, earlier: Examined, other: Card) -> Flaw:
    document = earlier.file.document
    return Flaw(
        prompt_place(examined.fact, card),
        f"{called(card)} asks the same as {quoted(other.id)} of"
        f" {document.source.path}, line {document.line_of(earlier.filed.where)}",
        "say in the prompt what sets the two apart, or delete one of the facts",
    )
