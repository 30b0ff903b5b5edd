"""Numbers that were worked out, as messages write them."""

from decimal import ROUND_HALF_UP, Decimal

from pmflash.model.quantity import CURRENCIES, amount, span

_SCALES = ((Decimal(10) ** 9, " B"), (Decimal(10) ** 6, " M"))
_DIGITS = 3
"""How many digits of a number that is not whole are worth reading."""


def told(value: Decimal, unit: str) -> str:
    """Return a worked-out number with its unit: `$1.68 M`, `11.8 %`, `14 days`."""
    scale, mark = _scale(value, unit)
    return amount(rounded(value / scale), unit + mark)


def told_ends(ends: tuple[Decimal, ...], unit: str) -> str:
    """Return worked-out ends as a band, or as a number where there is but one."""
    low, high = ends[0], ends[-1]
    if low == high:
        return told(low, unit)
    if _is_money(unit):
        return f"{told(low, unit)} to {told(high, unit)}"
    return span(rounded(low), rounded(high), unit)


def rounded(value: Decimal) -> Decimal:
    """Return `value` with three digits that count, a whole number with all of its."""
    whole = value.to_integral_value()
    if value == whole:
        return whole or Decimal(0)
    places = max(0, _DIGITS - 1 - value.adjusted())
    near = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    text = f"{near:f}"
    return Decimal(text.rstrip("0").rstrip(".")) if "." in text else near


def _scale(value: Decimal, unit: str) -> tuple[Decimal, str]:
    if _is_money(unit):
        for scale, mark in _SCALES:
            if abs(value) >= scale:
                return scale, mark
    return Decimal(1), ""


def _is_money(unit: str) -> bool:
    return len(unit) == 1 and unit in CURRENCIES
