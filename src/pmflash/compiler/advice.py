"""What to write in place of a value that its field does not take."""

import re
from decimal import Decimal, InvalidOperation

from pmflash.compiler.events import Value
from pmflash.compiler.words import quoted

_AROUND_A_NUMBER = re.compile(r"[\s,_$€£¥%]")
_GLUED_DASH = re.compile(r"-(?=[A-Za-z_])")


def digits(value: str) -> str:
    """Return the help for a text where a number has to stand."""
    bare = _AROUND_A_NUMBER.sub("", value)
    try:
        number = Decimal(bare)
    except InvalidOperation:
        return "write digits alone, such as `12`"
    if bare == value or not number.is_finite():
        return "write digits alone, such as `12`"
    return f"write {quoted(bare)}"


def shape(name: str, expected: str, value: Value, example: str = "") -> str:
    """Return the help for `value` under `name`, where `expected` has to stand."""
    if expected == "a list" and isinstance(value, str):
        return f"write `{name}: [{quoted(value)[1:-1]}]`"
    if expected == "a list":
        return f"start each item under `{name}:` with `- `"
    if expected == "a text" and isinstance(value, dict):
        return "put quotes round text that contains `: `"
    if expected == "a text":
        return "write a single text, in quotes if it starts with `[` or `-`"
    if expected == "fields" and example:
        return f"write `{name}: {example}`"
    if expected == "fields":
        return "write lines like `name: value` under it"
    return "write it as the other facts of this kind do"


def glued_dash(value: Value) -> str:
    """Return the first field of `value` that was meant to be an item, as in `-id:`."""
    names = value if isinstance(value, dict) else ()
    return next((name for name in names if _GLUED_DASH.match(name)), "")
