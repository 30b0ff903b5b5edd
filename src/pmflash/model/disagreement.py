"""Figures that do not add up, with the arithmetic that shows it."""

from dataclasses import dataclass
from decimal import Decimal

from pmflash.model.diagnostic import Where


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One figure that does not follow from others of the same document."""

    rule: str
    """Kebab-case name of the check that found it, such as `stage-sum`."""
    message: str
    """What disagrees, in a sentence without its full stop."""
    arithmetic: str
    """The sum itself, such as `1 + 2 + 3 + 4 + 1 = 11 days; stated: 28 days`."""
    worked_out: tuple[Decimal, ...]
    """What comes out instead, in full units; a caveat names one of these."""
    where: Where = ()
    """Place inside the fact."""
