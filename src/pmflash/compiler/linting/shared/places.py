"""Which field of a fact to point at when one of its cards has a flaw."""

from pmflash.facts.base import Fact
from pmflash.model.card import Card
from pmflash.model.diagnostic import Where

_PROMPT_FIELDS = ("ask", "q", "text", "prompt", "situation", "weak", "term", "of")
_ANSWER_FIELDS = ("a", "text", "value", "strong", "lesson", "because", "meaning")


def prompt_place(fact: Fact, card: Card) -> Where:
    """Return the field that the prompt of `card` is made from."""
    return _part_of(fact, card) or first_written(fact, *_PROMPT_FIELDS, "name")


def answer_place(fact: Fact, card: Card) -> Where:
    """Return the field that the answer of `card` is made from."""
    return _part_of(fact, card) or first_written(fact, *_ANSWER_FIELDS)


def first_written(fact: Fact, *names: str) -> Where:
    """Return the first field of `names` that the author wrote, else the whole fact."""
    for name in names:
        if name in fact.model_fields_set:
            return (name,)
    return ()


def _part_of(fact: Fact, card: Card) -> Where:
    """Return the place of the piece of `fact` that `card` is filed by."""
    key = card.id.removeprefix(f"{card.fact}/{card.view}").removeprefix("/")
    if not key:
        return ()
    for name in type(fact).model_fields:
        value = getattr(fact, name)
        if isinstance(value, tuple):
            for position, piece in enumerate(value):
                if getattr(piece, "filed_as", "") == key:
                    return (name, position)
    return ()
