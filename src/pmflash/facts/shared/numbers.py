"""Numbers as authors write them and as answer modes want them."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field

Amount = Annotated[Decimal, Field(max_digits=24, decimal_places=9)]
"""A finite number; the bounds keep `1e999999` from filling the memory."""


def numeral(value: Decimal) -> str:
    """Return `value` in plain digits, without exponent or grouping."""
    return f"{value:f}"
