"""A premium against the figures of the two owners that it is said to lie between."""

from collections.abc import Iterator
from decimal import Decimal

from pmflash.compiler.auditing.base import Finding, Ledger, Stated
from pmflash.compiler.auditing.shared.ends import disagreeing
from pmflash.compiler.auditing.shared.owners import compared
from pmflash.compiler.auditing.shared.wording import told_ends
from pmflash.model.disagreement import Disagreement

_ENDING = "-premium"
_PERCENT = "%"
_HUNDRED = Decimal(100)


class Premium:
    """`X-premium` is by how much one owner's `X` is above the other's."""

    name = "premium"

    def findings(self, ledger: Ledger) -> Iterator[Finding]:
        """Yield every premium that its two figures do not give."""
        for stated, over, under in compared(ledger, _ENDING):
            if stated.unit.startswith(_PERCENT) and min(*_ends(under)) > 0:
                yield from self._checked(stated, over, under)

    def _checked(
        self, stated: Stated, over: Stated, under: Stated
    ) -> Iterator[Finding]:
        pairs = zip(_ends(over), _ends(under), strict=True)
        low, high = sorted((top / base - 1) * _HUNDRED for top, base in pairs)
        if wrong := disagreeing((low, high), stated):
            told = told_ends((low, high), _PERCENT)
            arithmetic = (
                f"{over.text} ({over.owner}) over {under.text} ({under.owner})"
                f" = {told}; stated: {stated.text}"
            )
            message = "the two figures do not give this premium"
            found = Disagreement(self.name, message, arithmetic, wrong)
            yield Finding(stated.filed, found, told)


def _ends(stated: Stated) -> tuple[Decimal, Decimal]:
    return stated.low, stated.high
