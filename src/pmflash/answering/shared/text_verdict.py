"""What a typed text is worth beside the spellings that are right."""

from collections.abc import Sequence
from dataclasses import replace

from pmflash.answering.base import Verdict
from pmflash.answering.shared.closeness import stated_by
from pmflash.answering.shared.dates import is_same_day
from pmflash.answering.shared.figures import figure_in
from pmflash.answering.shared.findings import Finding, finding
from pmflash.answering.shared.folding import folded, unaccented
from pmflash.answering.shared.slips import is_near
from pmflash.answering.shared.verdicts import partly, quoted, right, wrong


def text_verdict(typed: str, spellings: Sequence[str]) -> Verdict:
    """Return how near `typed` comes to one of `spellings`, the first one to show."""
    return (
        _same(typed, spellings)
        or _same_figure(typed, spellings)
        or _near(typed, spellings)
        or wrong(remark=_difference(typed, spellings[0]))
    )


def _same(typed: str, spellings: Sequence[str]) -> Verdict | None:
    said = folded(typed)
    if said in map(folded, spellings):
        return right()
    if any(is_same_day(typed, spelling) for spelling in spellings):
        return right()
    plain = unaccented(said)
    for spelling in spellings:
        if unaccented(folded(spelling)) == plain:
            return right(f"written {quoted(spelling)}")
    return None


def _same_figure(typed: str, spellings: Sequence[str]) -> Verdict | None:
    """Return the verdict on a number, where a spelling is one and the digits agree."""
    found = [each for s in spellings if (each := _as_figure(typed, s)) is not None]
    best = min(found, key=lambda each: each.closeness, default=None)
    if best is None or not best.is_nearly_right:
        return None
    return partly(remark=best.remark) if best.remark else right()


def _as_figure(typed: str, spelling: str) -> Finding | None:
    """Return what `typed` is worth beside a spelling that is a number, else None."""
    figure, given = figure_in(spelling), figure_in(typed)
    if figure is None or given is None or not figure.is_plain:
        return None
    found = finding(typed, stated_by(figure))
    if found.is_right and figure.measure.word and not given.measure.word:
        # No screen shows the unit of a text, as it does that of a number.
        return replace(found, remark=f"the number of {quoted(spelling)}, unit missing")
    return found


def _near(typed: str, spellings: Sequence[str]) -> Verdict | None:
    said = unaccented(folded(typed))
    for spelling in spellings:
        if is_near(said, unaccented(folded(spelling))):
            return partly(remark=_difference(typed, spelling))
    return None


def _difference(typed: str, expected: str) -> str:
    return f"you wrote {quoted(typed)}, expected {quoted(expected)}"
