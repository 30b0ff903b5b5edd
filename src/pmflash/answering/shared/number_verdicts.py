"""What typed numbers are worth beside those that a card states."""

from pmflash.answering.base import Reply, Verdict
from pmflash.answering.shared.closeness import Stated, stated
from pmflash.answering.shared.figures import two_ends
from pmflash.answering.shared.findings import Finding, finding
from pmflash.answering.shared.verdicts import clipped, partly, right, wrong
from pmflash.model.mode import Number, Range
from pmflash.model.quantity import span

_NAMES = ("low end", "high end")


def number_verdict(typed: str, mode: Number) -> Verdict:
    """Return how close `typed` comes to the number."""
    found = finding(typed, stated(mode.value, mode.unit, mode.tolerance))
    if found.is_right:
        return right()
    if found.is_nearly_right:
        return partly(remark=found.remark)
    return wrong(remark=found.remark)


def range_verdict(reply: Reply, mode: Range) -> Verdict:
    """Return how many of the ends are right, in whichever order they were typed."""
    ends = stated(mode.low, mode.unit), stated(mode.high, mode.unit)
    typed = _typed(reply)
    if len(typed) == 1:
        return _one_end(typed[0], ends)
    found = _findings(typed, ends)
    turned = _findings(typed, ends[::-1])
    if all(each.is_right for each in found) or all(e.is_right for e in turned):
        return right()
    return _both_ends(typed, found, ends)


def _typed(reply: Reply) -> tuple[str, ...]:
    """Return both ends, or one where no more was typed."""
    given = tuple(text for text in reply[:2] if text.strip())
    return two_ends(given[0]) if len(given) == 1 else given


def _findings(
    typed: tuple[str, ...], ends: tuple[Stated, Stated]
) -> tuple[Finding, ...]:
    pairs = zip(typed, typed[::-1], ends, strict=True)
    return tuple(finding(text, end, beside) for text, beside, end in pairs)


def _one_end(typed: str, ends: tuple[Stated, Stated]) -> Verdict:
    low, high = (finding(typed, end) for end in ends)
    if low.is_right:
        return partly((_missed(1, ends),))
    if high.is_right:
        return partly((_missed(0, ends),))
    return _neither(typed, ends)


def _both_ends(
    typed: tuple[str, ...], found: tuple[Finding, ...], ends: tuple[Stated, Stated]
) -> Verdict:
    remark = next(each.remark for each in found if each.remark)
    missed = tuple(_missed(at, ends) for at in (0, 1) if not found[at].is_right)
    if len(missed) == 1:
        return partly(missed, remark)
    if all(each.is_nearly_right for each in found):
        return partly(remark=remark)
    return _neither(" to ".join(typed), ends)


def _missed(end: int, ends: tuple[Stated, Stated]) -> str:
    return f"{_NAMES[end]} {clipped(ends[end].text)}"


def _neither(typed: str, ends: tuple[Stated, Stated]) -> Verdict:
    low, high = ends
    band = clipped(span(low.value, high.value, low.unit))
    return wrong(remark=f"you said {clipped(typed)}; it is {band}")
