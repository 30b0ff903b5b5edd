"""The units in which people write numbers, long and short."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from pmflash.model.quantity import CURRENCIES
from pmflash.model.units import SCALES

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that can be turned into every other one of its family."""

    family: str
    size: int
    """How many of the family's smallest unit make one."""


SHARE = "share"
ONE_AS_SHARE = 10_000
"""The whole, in the smallest unit of shares."""
_TIME, _CALENDAR = "time", "calendar"
_WORDS = {
    "ms msec millisecond": Unit(_TIME, 1),
    "s sec second": Unit(_TIME, 1_000),
    "min minute": Unit(_TIME, 60_000),
    "h hr hour": Unit(_TIME, 3_600_000),
    "d day": Unit(_TIME, 86_400_000),
    "w wk week": Unit(_TIME, 604_800_000),
    "mo mth month": Unit(_CALENDAR, 1),
    "q qtr quarter": Unit(_CALENDAR, 3),
    "y yr year": Unit(_CALENDAR, 12),
    "bp bps basis": Unit(SHARE, 1),
    "% pct percent": Unit(SHARE, 100),
    "$ usd dollar": Unit("$", 1),
    "€ eur euro": Unit("€", 1),
    "£ gbp pound": Unit("£", 1),
    "¥ jpy yen cny rmb yuan": Unit("¥", 1),
}
_UNITS = {word: unit for words, unit in _WORDS.items() for word in words.split()}
_M_OF_FAMILY = {_TIME: _UNITS["min"], _CALENDAR: _UNITS["mo"]}
"""What `m` stands for among lengths of time; elsewhere it is a million."""
_WORD = re.compile(rf"[^\W\d_]+|[%{CURRENCIES}]")
_SIDE_REMARK = re.compile(r"/|\b(?:an?|each|for|from|in|of|on|over|per|within)\b")
"""What follows says more of the number, such as `of base`, and not its unit."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What the words beside a number say."""

    scale: int | None = None
    """A thousand for `k`; None where none is written."""
    unit: Unit | None = None
    word: str = ""
    """The unit as it is written, or what stands there instead."""
    is_clear: bool = True
    """Whether every word is understood."""

    @property
    def family(self) -> str:
        """The family of the unit; empty for none that is known."""
        return self.unit.family if self.unit else ""


def measure_in(text: str, family: str = "") -> Measure:
    """Return what `text`, in small letters, says in front of any side remark."""
    told, *others = _SIDE_REMARK.split(text, maxsplit=1)
    return measure(_WORD.findall(told), family, not others)


def measure(words: Iterable[str], family: str = "", is_clear: bool = True) -> Measure:
    """Return what `words` say; `m` is a minute or month where `family` is of time."""
    scale, unit, written = None, None, ""
    unknown: list[str] = []
    for word in words:
        read = _M_OF_FAMILY.get(family) if word == "m" else _known(word, _UNITS)
        if unit is None and read is not None:
            unit, written = read, word
        elif scale is None and (found := _known(word, SCALES)) is not None:
            scale = found
        else:
            unknown.append(word)
    return Measure(scale, unit, written or " ".join(unknown), is_clear and not unknown)


def currency_before(text: str) -> tuple[str, bool]:
    """Return the currency in front of a number, and whether nothing else is there."""
    words = _WORD.findall(text)
    known = [word for word in words if _is_currency(word)]
    return (known[-1] if known else ""), len(words) == len(known)


def _is_currency(word: str) -> bool:
    unit = _known(word, _UNITS)
    return unit is not None and unit.family in CURRENCIES


def _known(word: str, table: Mapping[str, _Value]) -> _Value | None:
    return table.get(word, table.get(word.removesuffix("s")))
