"""How close a number that was given comes to the one that is stated."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import IntEnum

from pmflash.answering.shared.figures import Figure
from pmflash.answering.shared.units import (
    ONE_AS_SHARE,
    SHARE,
    Measure,
    measure_in,
)
from pmflash.model.quantity import amount

_OTHER_SCALES = (2, 3, 6, 9, 12)
"""Powers of ten that people mix up: percent and shares, thousands, millions."""


class Closeness(IntEnum):
    """How close, from the best to the worst."""

    RIGHT = 0
    OTHER_UNIT = 1
    """The right number, in another unit."""
    OTHER_SCALE = 2
    """The right digits, a hundred or a thousand times too large or small."""
    OFF = 3


@dataclass(frozen=True, slots=True)
class Stated:
    """The right number."""

    value: Decimal
    """In the scale and unit of its measure."""
    measure: Measure
    unit: str = ""
    """The unit as cards show it."""
    tolerance: Decimal = Decimal(0)
    """Largest distance from `value` that still counts."""

    @property
    def text(self) -> str:
        """The number with its unit, as cards show it."""
        return amount(self.value, self.unit)


def stated(value: str, unit: str, tolerance: str = "0") -> Stated:
    """Return the right number of a card."""
    measure = measure_in(unit.casefold())
    return Stated(Decimal(value), measure, unit, Decimal(tolerance))


def stated_by(figure: Figure) -> Stated:
    """Return the right number of an accepted spelling, whose unit no screen tells."""
    measure = figure.measure
    value = figure.values[0] * (measure.scale or 1)
    return Stated(value, replace(measure, scale=None), measure.word)


def closeness(figure: Figure, right: Stated) -> Closeness:
    """Return how close `figure` comes, in the best of its readings."""
    given, asked = figure.measure, right.measure
    factor = _scale(asked) * (asked.unit.size if asked.unit else 1)
    sought = right.value * factor
    is_foreign = _is_foreign(given, asked)
    readings = () if is_foreign else tuple(_readings(figure, right))
    if any(abs(each - sought) <= right.tolerance * factor for each in readings):
        return Closeness.RIGHT
    if (is_foreign or given.unit not in (None, asked.unit)) and _same_number(
        figure, right
    ):
        return Closeness.OTHER_UNIT
    powers = (*_OTHER_SCALES, *(-power for power in _OTHER_SCALES))
    if sought and sought in {each.scaleb(n) for each in readings for n in powers}:
        return Closeness.OTHER_SCALE
    return Closeness.OFF


def _scale(measure: Measure) -> int:
    return measure.scale or 1


def _same_number(figure: Figure, right: Stated) -> bool:
    """Tell whether the number is the right one, whatever it counts."""
    meant = {right.value, right.value * _scale(right.measure)}
    return any(value * _scale(figure.measure) in meant for value in figure.values)


def _is_foreign(given: Measure, asked: Measure) -> bool:
    """Tell whether what was given cannot be turned into what is asked for."""
    if given.unit is None:
        return bool(given.word and asked.unit)
    return bool(asked.word) and given.family != asked.family


def _readings(figure: Figure, right: Stated) -> Iterator[Decimal]:
    """Yield what the figure can mean, in the smallest unit of what is asked for."""
    given, asked = figure.measure, right.measure
    unit = given.unit if given.family == asked.family else asked.unit
    size = unit.size if unit else 1
    for value in figure.values:
        yield value * size * _scale(given)
        if given.scale is None:
            yield value * size * _scale(asked)
        # A share of 12 % may be written 0.12; 0.5 % may not, as 0.5 is itself.
        if asked.family == SHARE and figure.is_bare and value < 1 <= right.value:
            yield value * ONE_AS_SHARE
