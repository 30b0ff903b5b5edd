"""Numbers with their units, written the way people read them."""

from decimal import Decimal

CURRENCIES = "$€£¥"
"""Signs that stand in front of their number."""
_ONE = Decimal(1)


def amount(value: Decimal, unit: str) -> str:
    """Return `value` with its unit: `$155,000`, `$2.4 B`, `0.07 %`, `1 day`.

    A unit that starts with a currency sign may go on with a scale, as in `$ M`.
    A countable unit is written in the plural, as in `days`.
    """
    number = f"{value:,f}"
    if unit[:1] and unit[0] in CURRENCIES:
        minus = "-" if number[0] == "-" else ""
        return f"{minus}{unit[0]}{number.lstrip('-')} {unit[1:].strip()}".rstrip()
    if abs(value) == _ONE and len(unit) > 2 and unit.endswith("s"):
        unit = unit[:-1]
    return f"{number} {unit}".rstrip()


def span(low: Decimal, high: Decimal, unit: str) -> str:
    """Return a band: `$155,000 to $180,000`, `0.03 to 0.05 %`, `4 to 6 weeks`."""
    if unit[:1] and unit[0] in CURRENCIES:
        return f"{amount(low, unit)} to {amount(high, unit)}"
    return f"{low:,f} to {amount(high, unit)}"
