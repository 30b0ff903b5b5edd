"""Numbers as people type them: `155k`, `$2.4 B`, `155 000`, `0,07 %`, `2 weeks`."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from pmflash.answering.shared.folding import unified
from pmflash.answering.shared.units import Measure, currency_before, measure_in

_LONGEST = 100
_NUMBER = re.compile(r"(?:(?<![\w.,])[.,])?\d(?:[ ,.'_]?\d)*")
_MINUS = re.compile(r"(?:-|\bminus)[\s$€£¥]*$")
_SPAN = re.compile(r"(.*?\d.*?)\s*(?:-|\bto\b|\band\b|\.{2,})\s*(.*\d.*)")


@dataclass(frozen=True, slots=True)
class _Form:
    """One way to write a number: its pattern, what groups digits, and the point."""

    pattern: re.Pattern[str]
    grouping: str
    point: str

    def value(self, digits: str) -> Decimal | None:
        """Return what `digits` say in this form; None where they do not have it."""
        if not self.pattern.fullmatch(digits):
            return None
        for sign in self.grouping:
            digits = digits.replace(sign, "")
        return Decimal(digits.replace(self.point, "."))


_FORMS = (
    _Form(re.compile(r"\d*\.?\d+"), "", "."),
    _Form(re.compile(r"[^\D0]\d{0,2}(?:,\d{2,3})*,\d{3}(?:\.\d+)?"), ",", "."),
    _Form(re.compile(r"(?![^\D0]\d{0,2},\d{3}$)\d*,\d+"), "", ","),
    _Form(re.compile(r"\d{1,3}(?:[ '_]\d{3})+(?:[.,]\d+)?"), " '_", ","),
    _Form(re.compile(r"[^\D0]\d{0,2}(?:\.\d{3})+(?:,\d+)?"), ".", ","),
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it was typed, with what stands beside it."""

    values: tuple[Decimal, ...]
    """What the digits can mean, the likeliest first."""
    measure: Measure
    is_plain: bool
    """Whether nothing but the number and its unit was typed."""

    @property
    def is_bare(self) -> bool:
        """Whether no unit of any kind was typed."""
        return self.measure.scale is None and not self.measure.word

    def like(self, other: "Figure") -> "Figure":
        """Return the figure with `other`'s scale and unit where it has none."""
        own, lent = self.measure, other.measure
        if own.scale is None:
            own = replace(own, scale=lent.scale)
        if own.unit is None:
            own = replace(own, unit=lent.unit, word=lent.word)
        return replace(self, measure=own)


def figure_in(text: str, family: str = "") -> Figure | None:
    """Return the number in `text`; None where there is none, or more than one.

    `family` is that of the unit which is asked for; it tells what `m` means.
    """
    text = _plain(text)
    found = _NUMBER.search(text)
    if found is None:
        return None
    before, behind = text[: found.start()], text[found.end() :]
    values = _values(found.group())
    if not values or _NUMBER.search(behind):
        return None
    if _MINUS.search(before):
        values = tuple(-value for value in values)
    currency, is_alone = currency_before(before)
    measure = measure_in(f"{currency} {behind}", family)
    return Figure(values, measure, is_alone and measure.is_clear)


def two_ends(text: str) -> tuple[str, ...]:
    """Return both ends of a range such as `155-180k`, or just `text`."""
    found = _SPAN.fullmatch(_plain(text))
    return found.groups() if found else (text,)


def _plain(text: str) -> str:
    # Some characters become many when they are unified.
    return unified(text[:_LONGEST])[:_LONGEST].replace("per cent", "percent")


def _values(digits: str) -> tuple[Decimal, ...]:
    read = (form.value(digits) for form in _FORMS)
    return tuple(dict.fromkeys(value for value in read if value is not None))
