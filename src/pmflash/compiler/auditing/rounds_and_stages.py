"""The stated number of interview rounds against the stages that are listed."""

from collections.abc import Iterator
from decimal import Decimal

from pmflash.compiler.auditing.base import Finding, Ledger, Stated, owner_of
from pmflash.compiler.auditing.shared.ends import disagreeing
from pmflash.compiler.files import FiledFact
from pmflash.facts.timeline import Timeline
from pmflash.model.disagreement import Disagreement

ROUNDS = "rounds"
_OF_PROCESSES = frozenset((ROUNDS, "round-length", "process-length"))
"""Measures of timelines whose stages are rounds; others, such as plans, have none."""


class RoundsAndStages:
    """`rounds` is how many stages every timeline of the process lists."""

    name = "rounds-and-stages"

    def findings(self, ledger: Ledger) -> Iterator[Finding]:
        """Yield every timeline that lists another number of stages."""
        counts: dict[str, Stated] = {}
        for stated in ledger.stated(ROUNDS):
            if not isinstance(stated.filed.fact, Timeline):
                counts.setdefault(stated.owner, stated)
        for filed in ledger.facts:
            fact, rounds = filed.fact, counts.get(owner_of(filed))
            if isinstance(fact, Timeline) and rounds and fact.measure in _OF_PROCESSES:
                yield from self._checked(filed, len(fact.stages), rounds)

    def _checked(
        self, filed: FiledFact, stages: int, rounds: Stated
    ) -> Iterator[Finding]:
        listed = Decimal(stages)
        if wrong := disagreeing((listed, listed), rounds):
            arithmetic = f"stages listed: {stages}; rounds stated: {rounds.text}"
            message = f"it lists {stages} stages, which is not the number of rounds"
            found = Disagreement(self.name, message, arithmetic, wrong)
            yield Finding(filed, found, f"{stages} stages")
