"""Cards that do not say whose fact they ask for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from pmflash.compiler.linting.base import Examined, Finding, Flaw, Rule, called
from pmflash.compiler.linting.shared.places import prompt_place
from pmflash.compiler.linting.shared.words import tokens

_Names = dict[str, set[tuple[str, ...]]]


class NoContext(Rule):
    """Warns of prompts without any name, in files that have no context of their own."""

    name = "no-context"
    explained = "the prompt names no company and no other context"

    def findings(self, facts: Sequence[Examined]) -> Iterator[Finding]:
        """Yield each card that could be anybody's."""
        loose = [each for each in facts if _is_loose(each)]
        if not loose:
            return
        known = _by_first_word(
            name
            for each in facts
            for name in (each.filed.origin.context, each.fact.owner)
        )
        for examined in loose:
            for card in examined.cards:
                if not _names_any(card.prompt, known):
                    flaw = Flaw(
                        prompt_place(examined.fact, card),
                        f"{called(card)} does not say whose fact it asks for",
                        "name the company in the prompt, or give the file a `context:`",
                    )
                    yield Finding(examined, flaw)


def _is_loose(examined: Examined) -> bool:
    return not examined.filed.origin.context and not examined.fact.owner


def _by_first_word(names: Iterable[str]) -> _Names:
    """Return the words of all `names` by the first, so that a prompt is read once."""
    known: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for name in set(names):
        if words := tuple(tokens(name)):
            known[words[0]].add(words)
    return known


def _names_any(prompt: str, known: _Names) -> bool:
    words = tuple(tokens(prompt))
    return any(
        words[at : at + len(name)] == name
        for at, word in enumerate(words)
        for name in known.get(word, ())
    )
