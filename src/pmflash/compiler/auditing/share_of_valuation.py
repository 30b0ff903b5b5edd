"""Equity in percent and in money: the valuation has to lead from one to the other."""

from collections.abc import Iterator
from decimal import Decimal

from pmflash.compiler.auditing.base import Finding, Ledger, Stated
from pmflash.compiler.auditing.shared.ends import Ends, disagreeing
from pmflash.compiler.auditing.shared.wording import told_ends
from pmflash.model.disagreement import Disagreement

EQUITY, VALUATION, EQUITY_VALUE = "equity", "valuation", "equity-value"
_PERCENT = "%"
_HUNDRED = Decimal(100)


class ShareOfValuation:
    """`equity` of `valuation` is `equity-value`; without one, the whole is implied."""

    name = "share-of-valuation"

    def findings(self, ledger: Ledger) -> Iterator[Finding]:
        """Yield every value of equity that its share does not bear out."""
        for value in ledger.stated(EQUITY_VALUE):
            share = ledger.first(EQUITY, value.owner)
            if share is None or not share.unit.startswith(_PERCENT) or share.low <= 0:
                continue
            whole = ledger.first(VALUATION, value.owner)
            if whole is None:
                yield self._implied(share, value)
            elif whole.unit == value.unit:
                yield from self._compared(share, whole, value)

    def _compared(
        self, share: Stated, whole: Stated, value: Stated
    ) -> Iterator[Finding]:
        worth: Ends = (
            share.low * whole.low / _HUNDRED,
            share.high * whole.high / _HUNDRED,
        )
        if wrong := disagreeing(worth, value):
            told = told_ends(worth, value.unit)
            arithmetic = f"{share.text} of {whole.text} = {told}; stated: {value.text}"
            message = "that share of the valuation is not worth this much"
            found = Disagreement(self.name, message, arithmetic, wrong)
            yield Finding(value.filed, found, told)

    def _implied(self, share: Stated, value: Stated) -> Finding:
        whole = (value.low / share.low * _HUNDRED, value.high / share.high * _HUNDRED)
        told = told_ends(whole, value.unit)
        arithmetic = f"{value.text} for {share.text} = a whole of {told}; stated: none"
        message = "no valuation is stated that would bear this value out"
        worked_out = tuple(dict.fromkeys(whole))
        found = Disagreement(self.name, message, arithmetic, worked_out)
        return Finding(value.filed, found, told)
