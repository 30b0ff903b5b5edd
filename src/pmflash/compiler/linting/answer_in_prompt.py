"""Fronts that give their answer away."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pmflash.compiler.linting.base import CardRule, Flaw, called
from pmflash.compiler.linting.shared.places import prompt_place
from pmflash.compiler.linting.shared.words import (
    STOP_WORDS,
    content_stems,
    is_number,
    sentences,
    stands_in,
    stem,
    tokens,
)
from pmflash.compiler.words import quoted
from pmflash.facts.base import Fact
from pmflash.model.card import Card
from pmflash.model.mode import Choice, Grid, Order, Rehearse, Ticks

_SHORT_ANSWER_WORDS = 4
_FRESH_NUMBERS = "formula"
_ARTICLES = {"a", "an", "the"}
_ASKS_WHICH = re.compile(r"\b(?:which|whose|who)\b", re.I)
_OFFER = re.compile(r"\b(?:or|between|versus)\b|\svs\.?\s|\bwhich of\b|^of\b", re.I)


@dataclass(frozen=True, slots=True)
class _Sought:
    """The words of an answer that a prompt must not say: stems, or a whole figure."""

    words: tuple[str, ...]
    is_figure: bool = False


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence of a prompt, taken apart once for all answers."""

    words: tuple[str, ...]
    stems: tuple[str, ...]
    known: frozenset[str]
    """The stems, to look one up."""

    def tells(self, answer: _Sought) -> bool:
        """Tell whether the sentence says `answer`."""
        words = answer.words
        # Nearly all answers are ruled out by this, however long the prompt.
        if not words or not (answer.is_figure or self.known.issuperset(words)):
            return False
        if answer.is_figure:
            return stands_in(words, self.words)
        return len(words) <= _SHORT_ANSWER_WORDS or stands_in(words, self.stems)


class AnswerInPrompt(CardRule):
    """Warns of prompts that hold the answer, or each word of a short one."""

    name = "answer-in-prompt"
    explained = "the front gives the answer away"

    def flaw(self, fact: Fact, card: Card) -> Flaw | None:
        """Return the flaw of a card whose prompt answers it."""
        answers = tuple(_answers(card))
        if not answers:
            return None
        telling = tuple(map(_said, _telling(card)))
        for answer in map(_sought, answers):
            if not any(sentence.tells(answer) for sentence in telling):
                return None
        told = ", ".join(answers)
        return Flaw(
            prompt_place(fact, card),
            f"{called(card)} gives its answer away: {quoted(told)} is in its prompt",
            "reword the prompt without these words",
        )


def _answers(card: Card) -> Iterator[str]:
    """Yield what has to be said; nothing where the prompt may well name it."""
    if card.kind == _FRESH_NUMBERS:
        return
    match card.mode:
        case Order() | Grid() | Rehearse():
            return
        case Ticks(items=items):
            yield from items
        case Choice(right=right, options=options):
            prompt = tokens(card.prompt)
            offered = sum(stands_in(tokens(option), prompt) for option in options)
            if offered < 2:
                yield right
        case _:
            yield card.answer


def _telling(card: Card) -> list[str]:
    """Return the prompt's sentences, without its context and offers to choose."""
    prompt = card.prompt
    if card.context:
        name = rf"(?<!\w){re.escape(card.context)}(?!\w)"
        prompt = re.sub(name, " ", prompt, flags=re.IGNORECASE)
    asks_which = _ASKS_WHICH.search(prompt) is not None
    asked = _named(card.answer)
    return [
        sentence
        for sentence in sentences(prompt.lstrip(" :"))
        if not (_is_question(sentence) and _OFFER.search(sentence))
        and not (asks_which and _is_one_of_many(asked, sentence))
    ]


def _is_question(sentence: str) -> bool:
    return sentence.rstrip(" ”\"'’)").endswith("?")


def _named(text: str) -> list[str]:
    return [word for word in tokens(text) if word not in _ARTICLES]


def _is_one_of_many(name: list[str], sentence: str) -> bool:
    """Tell whether `name` is joined to others, as in `A and B: which is older?`."""
    if len(name) >= len(sentence):
        return False
    words = _named(sentence)
    joined = ([*name, "and"], [*name, "or"], ["and", *name], ["or", *name])
    return any(stands_in(together, words) for together in joined)


def _sought(answer: str) -> _Sought:
    words = [word for word in tokens(answer) if word not in STOP_WORDS]
    if any(map(is_number, words)):
        # A number alone may count something else; with its unit it is the answer.
        return _Sought(() if all(map(is_number, words)) else tuple(words), True)
    return _Sought(tuple(map(stem, words)))


def _said(sentence: str) -> _Said:
    stems = tuple(content_stems(sentence))
    return _Said(tuple(tokens(sentence)), stems, frozenset(stems))
