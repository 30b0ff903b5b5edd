"""What a typed number is worth beside the stated one, and what there is to say."""

from dataclasses import dataclass

from pmflash.answering.shared.closeness import Closeness, Stated, closeness
from pmflash.answering.shared.figures import Figure, figure_in
from pmflash.answering.shared.verdicts import clipped, quoted
from pmflash.model.quantity import amount


@dataclass(frozen=True, slots=True)
class Finding:
    """How close a typed text comes to a number."""

    closeness: Closeness
    remark: str = ""
    """What differs; empty for nothing."""

    @property
    def is_right(self) -> bool:
        """Whether it is that number."""
        return self.closeness is Closeness.RIGHT

    @property
    def is_nearly_right(self) -> bool:
        """Whether its digits are the right ones."""
        return self.closeness < Closeness.OFF


def finding(typed: str, right: Stated, beside: str = "") -> Finding:
    """Return what `typed` is worth; it may borrow its unit from what is `beside` it."""
    family = right.measure.family
    figure = figure_in(typed, family)
    if figure is None:
        return Finding(Closeness.OFF, _unreadable(typed))
    close = closeness(figure, right)
    lender = figure_in(beside, family)
    if lender is not None:
        figure = figure.like(lender)
        close = min(close, closeness(figure, right))
    return Finding(close, _remark(close, typed, figure, right))


def _remark(close: Closeness, typed: str, figure: Figure, right: Stated) -> str:
    match close:
        case Closeness.RIGHT:
            return ""
        case Closeness.OTHER_UNIT:
            word = clipped(figure.measure.word)
            return f"right number, but in {word} not {clipped(right.unit)}"
        case Closeness.OTHER_SCALE:
            return "right digits, other scale"
        case _:
            said = amount(figure.values[0], right.unit) if figure.is_bare else typed
            return f"you said {clipped(said)}; it is {clipped(right.text)}"


def _unreadable(typed: str) -> str:
    has_digits = any(map(str.isdigit, typed))
    return f"{'more than one' if has_digits else 'no'} number in {quoted(typed)}"
