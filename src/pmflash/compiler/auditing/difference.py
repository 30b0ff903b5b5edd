"""A difference against the figures of the two owners that it is said to lie between."""

from collections.abc import Iterator
from decimal import Decimal

from pmflash.compiler.auditing.base import Finding, Ledger, Stated
from pmflash.compiler.auditing.shared.ends import disagreeing
from pmflash.compiler.auditing.shared.owners import compared
from pmflash.compiler.auditing.shared.wording import told_ends
from pmflash.model.disagreement import Disagreement
from pmflash.model.units import reduced

_ENDING = "-difference"


class Difference:
    """`X-difference` is one owner's `X` less the other's."""

    name = "difference"

    def findings(self, ledger: Ledger) -> Iterator[Finding]:
        """Yield every difference that its two figures do not give."""
        for stated, more, less in compared(ledger, _ENDING):
            if stated.unit == more.unit:
                yield from self._checked(stated, more, less)

    def _checked(self, stated: Stated, more: Stated, less: Stated) -> Iterator[Finding]:
        low, high = sorted((more.low - less.low, more.high - less.high))
        if high < 0 <= stated.low:
            # Without a sign, a difference does not say who has less.
            yield from self._checked(stated, less, more)
            return
        if wrong := disagreeing((low, high), stated):
            own_unit = stated.statement.unit
            in_one, _ = reduced(Decimal(1), own_unit)
            told = told_ends((low / in_one, high / in_one), own_unit)
            arithmetic = (
                f"{more.text} ({more.owner}) less {less.text} ({less.owner})"
                f" = {told}; stated: {stated.text}"
            )
            worked_out = (*wrong, *(end / in_one for end in wrong))
            message = "the two figures do not give this difference"
            found = Disagreement(
                self.name, message, arithmetic, tuple(dict.fromkeys(worked_out))
            )
            yield Finding(stated.filed, found, told)
