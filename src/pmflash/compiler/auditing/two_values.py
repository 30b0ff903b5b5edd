"""One measure of one owner, stated twice in a file with different numbers."""

from collections.abc import Iterator

from pmflash.compiler.auditing.base import Finding, Ledger, Stated
from pmflash.compiler.auditing.shared.ends import are_apart
from pmflash.compiler.auditing.shared.wording import told_ends
from pmflash.compiler.words import quoted
from pmflash.model.disagreement import Disagreement


class TwoValues:
    """A later number has to fit the first one of its owner and measure."""

    name = "two-values"

    def findings(self, ledger: Ledger) -> Iterator[Finding]:
        """Yield every number that excludes the one stated first."""
        for measure in ledger.measures:
            first_by_owner: dict[str, Stated] = {}
            for stated in ledger.stated(measure):
                first = first_by_owner.setdefault(stated.owner, stated)
                if stated.unit == first.unit and are_apart(first, stated):
                    yield self._found(measure, first, stated)

    def _found(self, measure: str, first: Stated, later: Stated) -> Finding:
        arithmetic = (
            f"{first.text} in {quoted(first.filed.fact.id)}; stated here: {later.text}"
        )
        message = f"{quoted(measure)} is stated twice, with different numbers"
        ends = (first.low, first.high, first.statement.low, first.statement.high)
        worked_out = tuple(dict.fromkeys(end for end in ends if end is not None))
        found = Disagreement(self.name, message, arithmetic, worked_out)
        named = told_ends((first.low, first.high), first.unit)
        return Finding(later.filed, found, named)
