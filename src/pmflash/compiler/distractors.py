"""Cards that are asked as one of several: which other answers stand beside theirs."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from itertools import chain, islice

from pmflash.answering.shared.figures import Figure, figure_in
from pmflash.answering.shared.folding import folded
from pmflash.compiler.files import CheckedFile, FiledFact
from pmflash.compiler.words import listed, quoted
from pmflash.facts.base import names
from pmflash.model.card import Card
from pmflash.model.diagnostic import Problem, Severity
from pmflash.model.mode import Choice, Number, Range, Reveal, Typed
from pmflash.model.quantity import amount, span

CardsOf = dict[FiledFact, tuple[Card, ...]]

_MOST = 12
"""Distractors that a card carries; each day draws from them."""
_ENOUGH = 3
"""After so many of one preference, none of a lower one is ever drawn."""
_MOST_LOOKED_AT = 120
"""Answers that are looked at for one card, so that work grows with the cards alone."""
_LONGEST_ANSWER = 100
_TEXT = "text"

_Sort = tuple[str, ...]
"""What answers must have in common to stand beside each other."""


def offer_choices(
    asking: Sequence[tuple[CheckedFile, FiledFact]], cards: CardsOf
) -> None:
    """Let the cards of the `asking` facts be asked as one of several, where that goes.

    What keeps it from going is added to the problems of their files.
    """
    answers = _Answers(chain.from_iterable(cards.values()))
    for file, filed in asking:
        fact = filed.fact
        pinned = [fact.full_name(name, filed.origin) for name in fact.confuse_with]
        asked = [answers.of(card) for card in cards[filed]]
        short = [answer for answer in asked if answer.sort]
        choices = {answer.card.id: answers.choice(answer, pinned) for answer in short}
        cards[filed] = tuple(
            replace(card, mode=choices.get(card.id) or card.mode)
            for card in cards[filed]
        )
        if not short:
            file.problems.append(_no_short_answer(filed))
        elif alone := [each.card for each in short if not choices[each.card.id]]:
            file.problems.append(_no_distractors(filed, alone))


@dataclass(frozen=True)
class _Answer:
    """The answer of a card, with what tells it from others."""

    card: Card

    @cached_property
    def sort(self) -> _Sort:
        """What can stand beside it; empty for what is no single short answer."""
        card = self.card
        is_short = 0 < len(card.answer) <= _LONGEST_ANSWER and "\n" not in card.answer
        if not is_short or card.variants:
            return ()
        match card.mode:
            case Number(unit=unit) | Range(unit=unit):
                return (card.view, card.mode.name, unit)
            case Reveal() | Typed():
                return (card.view, _TEXT)
        return ()

    @cached_property
    def family(self) -> str | None:
        """What a text measures that is nothing but a figure; None for other texts."""
        measure = self.figure.measure if self.figure else None
        return (measure.family or measure.word) if measure else None

    @cached_property
    def numbers(self) -> tuple[Decimal, ...]:
        """The number, or both ends; none of a text."""
        match self.card.mode:
            case Number(value=value):
                return (Decimal(value),)
            case Range(low=low, high=high):
                return (Decimal(low), Decimal(high))
        return ()

    @cached_property
    def shown(self) -> str:
        """The numbers as the card shows them."""
        match self.card.mode:
            case Number(unit=unit):
                return amount(self.numbers[0], unit)
            case Range(unit=unit):
                low, high = self.numbers
                return span(low, high, unit)
        return self.card.answer

    @cached_property
    def keys(self) -> frozenset[object]:
        """What no two answers that stand side by side have in common."""
        mode, figure = self.card.mode, self.figure
        if self.numbers:
            return frozenset((self.numbers,))
        accepted = mode.accept if isinstance(mode, Typed) else ()
        spellings = map(folded, (self.card.answer, *accepted))
        return frozenset((*spellings, *(_values(figure) if figure else ())))

    @cached_property
    def tolerance(self) -> Decimal:
        """How far off a number still counts as this one."""
        mode = self.card.mode
        return Decimal(mode.tolerance if isinstance(mode, Number) else 0)

    @cached_property
    def figure(self) -> Figure | None:
        """The number that a text says, and nothing beside it."""
        figure = None if self.numbers else figure_in(self.card.answer)
        return figure if figure is not None and figure.is_plain else None

    def may_stand_beside(self, right: "_Answer") -> bool:
        """Tell whether it is another answer than the `right` one, of its sort."""
        if self.sort != right.sort or self.family != right.family:
            return False
        if not self.keys.isdisjoint(right.keys):
            return False
        pairs = zip(self.numbers, right.numbers, strict=True)
        tolerance = max(self.tolerance, right.tolerance)
        is_near = all(abs(one - other) <= tolerance for one, other in pairs)
        # What the prompt says itself is not what it asks for.
        is_said = names(right.card.prompt, self.shown)
        return not is_said and not (self.numbers and is_near)

    def beside(self, right: "_Answer") -> str:
        """Return the answer as an option, put into the same words as the `right` one.

        A comparator or a basis that only one of them has would give it away.
        """
        if self.numbers and right.shown in right.card.answer:
            return right.card.answer.replace(right.shown, self.shown, 1)
        return self.card.answer


class _Answers:
    """The answers of all cards, grouped once by what may stand beside what."""

    def __init__(self, cards: Iterable[Card]) -> None:
        self._answers = {card.id: _Answer(card) for card in cards}
        self._by_fact: defaultdict[str, list[_Answer]] = defaultdict(list)
        self._by_kind: defaultdict[_Sort, list[_Answer]] = defaultdict(list)
        self._by_measure: defaultdict[_Sort, list[_Answer]] = defaultdict(list)
        self._places: dict[str, int] = {}
        for answer in self._answers.values():
            card, sort = answer.card, answer.sort
            if sort:
                self._by_fact[card.fact].append(answer)
                group = self._by_kind[(card.kind, *sort)]
                self._places[card.id] = len(group)
                group.append(answer)
                if card.measure:
                    self._by_measure[(card.measure, card.kind, *sort)].append(answer)

    def of(self, card: Card) -> _Answer:
        """Return the answer of `card`."""
        return self._answers[card.id]

    def choice(self, right: _Answer, pinned: Iterable[str]) -> Choice | None:
        """Return the answer as one of several; None where nothing stands beside it.

        Facts that are `pinned` come first, then those of its kind and measure with
        the other answers of its own, then those of its kind.
        """
        card, sort = right.card, right.sort
        in_order = (
            chain.from_iterable(self._by_fact.get(fact, ()) for fact in pinned),
            chain(
                self._by_fact[card.fact],
                self._by_measure.get((card.measure, card.kind, *sort), ()),
            ),
            self._around(right),
        )
        known, pools = set(right.keys), list[tuple[str, ...]]()
        room = _MOST
        for candidates in in_order:
            looked_at = islice(candidates, _MOST_LOOKED_AT)
            others = (each for each in looked_at if each.may_stand_beside(right))
            fresh = [*islice(_unlike(others, known), room)]
            pools.append(tuple(each.beside(right) for each in fresh))
            room -= len(fresh)
            if room <= _MOST - _ENOUGH:
                break
        distractors = tuple(filter(None, pools))
        return Choice(card.answer, (card.answer,), distractors) if distractors else None

    def _around(self, right: _Answer) -> Iterator[_Answer]:
        """Yield the answers of its kind, those of its own file before and behind it."""
        group = self._by_kind[(right.card.kind, *right.sort)]
        at = self._places[right.card.id]
        for distance in range(1, len(group)):
            yield from group[at + distance : at + distance + 1]
            if distance <= at:
                yield group[at - distance]


def _unlike(answers: Iterable[_Answer], known: set[object]) -> Iterator[_Answer]:
    """Yield those of `answers` that say nothing `known`, which they add to."""
    for answer in answers:
        if known.isdisjoint(answer.keys):
            known |= answer.keys
            yield answer


def _values(figure: Figure) -> Iterator[Decimal]:
    """Yield what a figure can mean, in the smallest unit of its family."""
    scale, unit = figure.measure.scale or 1, figure.measure.unit
    for value in figure.values:
        yield value * scale * (unit.size if unit else 1)


def _no_short_answer(filed: FiledFact) -> Problem:
    return Problem(
        (*filed.where, "mode"),
        "no-short-answer",
        f"{filed.fact.kind_name} {quoted(filed.fact.id)} has no card with a single"
        " short answer, so that none can be asked as a choice",
        "delete this line, or choose other `views`",
        Severity.WARNING,
    )


def _no_distractors(filed: FiledFact, alone: Sequence[Card]) -> Problem:
    ids = [card.id.removeprefix(f"{card.fact}/") for card in alone]
    return Problem(
        (*filed.where, "mode"),
        "no-distractors",
        f"{filed.fact.kind_name} {quoted(filed.fact.id)}: {listed(ids)} cannot be asked"
        " as a choice, for want of other answers to offer",
        "name facts with answers of the same sort under `confuse_with`",
        Severity.WARNING,
    )
