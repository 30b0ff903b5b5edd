"""A comparison: what several seeds state of one measure, held beside each other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import ClassVar

from pmflash.facts.base import Fact, Text, about, names, slug
from pmflash.facts.shared.comparing import (
    Ends,
    common_ends,
    first_of_each_owner,
    seed_of,
    stated_across,
    telling,
    units_apart,
)
from pmflash.facts.shared.parts import too_few
from pmflash.facts.shared.wording import (
    bare,
    detailed,
    listed,
    nearest,
    paragraphs,
)
from pmflash.model.card import Face
from pmflash.model.diagnostic import Problem, Severity
from pmflash.model.measured import Measured, Peers
from pmflash.model.mode import Choice, Order
from pmflash.model.period import earliest
from pmflash.model.text import joined

_MOST_OWNERS = 12
"""No prompt can name more of them and still be read."""
_RANKED_VIEWS = {"highest", "lowest", "order"}
_LOW, _HIGH = 0, 1

Sides = tuple[Measured, ...]
"""What is compared: one statement of each owner."""


class Comparison(Fact):
    """Its cards are made from the facts of other files, and change with those."""

    kind_name: ClassVar[str] = "comparison"
    view_names: ClassVar[tuple[str, ...]] = ("highest", "lowest", "order", "which")
    needs_peers: ClassVar[bool] = True

    measure: Text
    of: Text
    """What is compared, such as `base salary`."""
    across: tuple[Text, ...]
    """Ids of the seeds that are compared, in the order in which cards name them."""
    highest: str = ""
    """Says who is highest, such as `pays the highest base salary`."""
    lowest: str = ""
    which: str = ""
    """Asks for the owner: `Whose base salary is` leads to a figure,
    `Whose advice is this` to a text below it."""

    def problems(self) -> Iterator[Problem]:
        yield from too_few(self.across, 1, "across", "seed")

    def problems_among(self, peers: Peers) -> Iterator[Problem]:
        if self.measure not in peers:
            yield self._unknown_measure(peers)
            return
        stated = stated_across(peers, self.measure, self.across)
        known = {seed_of(measured): None for measured in peers[self.measure]}
        for position, seed in enumerate(self.across):
            if seed not in known:
                yield Problem(
                    ("across", position),
                    "not-stated",
                    f"no fact of seed `{seed}` states `{self.measure}`",
                    nearest(seed, known),
                    Severity.WARNING,
                )
        sides = first_of_each_owner(stated)
        yield from self._unfit_count(len(sides))
        if not self.views or set(self.views) & _RANKED_VIEWS:
            yield from _units_differ(units_apart(sides))

    def faces(self, context: str) -> Iterator[Face]:
        return iter(())

    def faces_among(self, context: str, peers: Peers) -> Iterator[Face]:
        stated = stated_across(peers, self.measure, self.across)
        facts = tuple(dict.fromkeys(measured.fact for measured in stated))
        as_of = earliest(measured.as_of for measured in stated)
        valid_until = earliest(measured.valid_until for measured in stated)
        for face in self._compared(context, stated):
            yield replace(face, builds_on=facts, as_of=as_of, valid_until=valid_until)

    def _compared(self, context: str, stated: Sides) -> Iterator[Face]:
        sides = first_of_each_owner(stated)
        if not 2 <= len(sides) <= _MOST_OWNERS:
            return
        ends = common_ends(sides)
        if ends is not None:
            yield from self._extremes(context, sides, ends)
            yield from self._in_order(context, sides, ends)
        first, keys = set(sides), set[str]()
        for side in telling(stated):
            if side not in first and ends is not None:
                continue
            face = self._which(context, sides, side, ends is not None)
            if side not in first:
                fact_id = side.fact.partition("/")[2]
                face = replace(face, key=f"{face.key}--{fact_id}")
            if face.key in keys:
                # As those of `C++` and `C#` would be.
                face = replace(face, key=f"{face.key}--{slug(side.fact)}")
            keys.add(face.key)
            yield face

    def _extremes(
        self, context: str, sides: Sides, ends: Mapping[str, Ends]
    ) -> Iterator[Face]:
        for view, words, end, place in (
            ("highest", self.highest, _HIGH, "top"),
            ("lowest", self.lowest, _LOW, "bottom"),
        ):
            numbers = {owner: both[end] for owner, both in ends.items()}
            ranked = _by_number(sides, numbers, is_falling=end == _HIGH)
            if numbers[ranked[0].owner] == numbers[ranked[1].owner]:
                continue
            if len(sides) == 2 and view == "lowest" and "lowest" not in self.views:
                # It would ask of two what `highest` asks already.
                continue
            # Of two things, English knows no highest.
            degree = view if len(sides) > 2 else f"{view.removesuffix('est')}er"
            said = words or f"has the {degree} {bare(self.of)}"
            basis = "" if names(said, place) else _basis(ends, place)
            asked = f"Which of {_owners(sides)} {said}{basis}?"
            yield _choice(view, about(context, asked), sides, ranked)

    def _in_order(
        self, context: str, sides: Sides, ends: Mapping[str, Ends]
    ) -> Iterator[Face]:
        tops = {owner: high for owner, (_, high) in ends.items()}
        # Two owners are in order once the higher one is known.
        if len(sides) == 2 or len(set(tops.values())) < len(sides):
            return
        ranked = _by_number(sides, tops, is_falling=True)
        asked = f"Put {_owners(sides)} in order by {bare(self.of)}, from high to low."
        if any(low != high for low, high in ends.values()):
            asked += " Ranges count by their top."
        yield Face(
            "order",
            about(context, asked),
            listed(map(_line, ranked), ordered=True),
            Order(tuple(side.owner for side in ranked)),
            caveat=_caveat(ranked, ()),
        )

    def _which(
        self, context: str, sides: Sides, right: Measured, are_figures: bool
    ) -> Face:
        text = " ".join(right.statement.text.split())
        whose, owners = f"Whose {bare(self.of)} is", _owners(sides, "or")
        if right.statement.low is None:
            asked = f"{self.which or f'{whose} this'}: {owners}?\n“{text.rstrip('.')}”"
        else:
            asked = f"{self.which or whose} {text}: {owners}?"
        others = tuple(side for side in sides if side != right) if are_figures else ()
        face = _choice("which", about(context, asked), sides, (right, *others))
        answer = face.answer if are_figures else right.owner
        return replace(face, answer=answer, key=slug(right.owner) or seed_of(right))

    def _unknown_measure(self, peers: Peers) -> Problem:
        return Problem(
            ("measure",),
            "unknown-measure",
            f"no fact states `{self.measure}`, so there is nothing to compare",
            nearest(self.measure, peers)
            if peers
            else f"add `measure: {self.measure}` to the facts that state it",
        )

    def _unfit_count(self, count: int) -> Iterator[Problem]:
        if count < 2:
            found = "only one owner states" if count else "nobody states"
            yield Problem(
                ("across",),
                "nothing-to-compare",
                f"{found} `{self.measure}` in these seeds, and two are needed",
                "name another seed, or give facts of one seed an `owner:` each",
            )
        elif count > _MOST_OWNERS:
            yield Problem(
                ("across",),
                "too-many-owners",
                f"{count} owners state `{self.measure}` in these seeds,"
                f" and a card can name {_MOST_OWNERS}",
                "name fewer seeds, and compare the others in a fact of their own",
            )


def _units_differ(units: Sequence[str]) -> Iterator[Problem]:
    if units:
        named = joined(tuple(f"`{unit}`" if unit else "no unit" for unit in units))
        yield Problem(
            ("across",),
            "units-differ",
            f"these figures are stated in {named}, so nobody is highest or lowest",
            "write the facts in one unit, or choose `views: [which]` here",
            Severity.WARNING,
        )


def _choice(view: str, asked: str, sides: Sides, shown: Sequence[Measured]) -> Face:
    """Return the face whose right answer comes first among those `shown`."""
    right, *others = shown
    below = [f"Others:\n{listed(map(_line, others))}"] if others else []
    options = tuple(side.owner for side in sides)
    return Face(
        view,
        asked,
        paragraphs(_line(right), *below),
        Choice(right.owner, options),
        caveat=_caveat(others, (right,)),
    )


def _by_number(
    sides: Sides, numbers: Mapping[str, Decimal], is_falling: bool
) -> Sequence[Measured]:
    return sorted(sides, key=lambda side: numbers[side.owner], reverse=is_falling)


def _basis(ends: Mapping[str, Ends], place: str) -> str:
    """Return which end of a range counts, where anybody states one."""
    are_ranges = {low != high for low, high in ends.values()}
    if True not in are_ranges:
        return ""
    if False not in are_ranges:
        return f", by the {place} of its range"
    return f", by the {place} of its range where it has one"


def _owners(sides: Sides, word: str = "and") -> str:
    return joined(tuple(side.owner for side in sides), word)


def _line(side: Measured) -> str:
    return detailed(side.owner, side.statement.text)


def _caveat(others: Sequence[Measured], named: Sequence[Measured]) -> str:
    """Return the caveats to those that a card is about, and who else has some."""
    told = [about(side.owner, side.caveat) for side in named if side.caveat]
    owners = tuple(side.owner for side in others if side.caveat)
    if len(owners) == 1:
        told.append(f"There is a caveat to the figure of {owners[0]}.")
    elif owners:
        told.append(f"There are caveats to the figures of {joined(owners)}.")
    return " ".join(told)
