"""A bonus worked out at stated figures against the stated cap of the bonus."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import islice, product

from pmflash.compiler.auditing.base import Finding, Ledger, Stated, owner_of
from pmflash.compiler.auditing.shared.ends import exceeds, is_upper_limit
from pmflash.compiler.auditing.shared.wording import told
from pmflash.compiler.files import FiledFact
from pmflash.facts.formula import Formula
from pmflash.facts.shared.formula_parts import Input
from pmflash.model.disagreement import Disagreement
from pmflash.model.quantity import amount
from pmflash.model.units import reduced

PAYOUT, BONUS, BASE_SALARY = "bonus-payout", "bonus", "base-salary"
_OF_BASE = "% of base"
_HUNDRED = Decimal(100)
_MOST_TRIED = 64
"""Combinations of stated figures that one formula is worked out for."""


class BonusCap:
    """A formula of `bonus-payout` stays below `bonus` of the highest `base-salary`."""

    name = "bonus-cap"

    def findings(self, ledger: Ledger) -> Iterator[Finding]:
        """Yield every stated case in which a payout is above the cap."""
        for filed in ledger.facts:
            fact, owner = filed.fact, owner_of(filed)
            if not isinstance(fact, Formula) or fact.measure != PAYOUT:
                continue
            bonus, base = ledger.first(BONUS, owner), ledger.first(BASE_SALARY, owner)
            if bonus is None or base is None or not is_upper_limit(bonus):
                continue
            in_one, unit = reduced(Decimal(1), fact.unit)
            if bonus.unit.startswith(_OF_BASE) and unit == base.unit:
                for values in islice(_cases(fact, ledger, owner), _MOST_TRIED):
                    payout = _payout(fact, values)
                    if payout is not None:
                        yield from self._checked(
                            filed, fact, values, payout * in_one, bonus, base
                        )

    def _checked(
        self,
        filed: FiledFact,
        fact: Formula,
        values: Mapping[str, Decimal],
        payout: Decimal,
        bonus: Stated,
        base: Stated,
    ) -> Iterator[Finding]:
        cap = bonus.high * base.high / _HUNDRED
        if exceeds(payout, cap):
            case = ", ".join(
                f"{name} {amount(value, fact.inputs[name].unit)}"
                for name, value in values.items()
            )
            paid, allowed = told(payout, base.unit), told(cap, base.unit)
            arithmetic = (
                f"at the stated {case}: {paid};"
                f" cap: {bonus.text} of {base.text} = {allowed}"
            )
            message = "what it pays at a stated figure is above the cap of the bonus"
            found = Disagreement(self.name, message, arithmetic, (payout,))
            yield Finding(filed, found, paid)


def _cases(
    fact: Formula, ledger: Ledger, owner: str
) -> Iterator[Mapping[str, Decimal]]:
    """Yield stated values for all inputs; none where an input has no stated one."""
    choices = [
        tuple(_stated_values(each, ledger, owner)) for each in fact.inputs.values()
    ]
    for chosen in product(*choices):
        yield dict(zip(fact.inputs, chosen, strict=True))


def _stated_values(wanted: Input, ledger: Ledger, owner: str) -> dict[Decimal, None]:
    """Return each end that is stated of the input's measure once, in its unit."""
    in_one, unit = reduced(Decimal(1), wanted.unit)
    return dict.fromkeys(
        end / in_one
        for stated in ledger.stated(wanted.measure)
        if stated.owner == owner and stated.unit == unit
        for end in (stated.low, stated.high)
    )


def _payout(fact: Formula, values: Mapping[str, Decimal]) -> Decimal | None:
    try:
        return fact.value_at(values)
    except ArithmeticError:
        # The figures of other facts need not suit the formula.
        return None
