"""Verdicts with the ratings that go with them, and the words of their remarks."""

from pmflash.answering.base import Reply, Rightness, Verdict
from pmflash.model.rating import Rating
from pmflash.model.text import one_line

_LONGEST_QUOTE = 40
_MOST_READ = 200
"""Of a text that nobody typed by hand, no more than this is looked at."""


def right(remark: str = "") -> Verdict:
    """Return that everything was there."""
    return Verdict(Rightness.RIGHT, Rating.GOOD, (), remark)


def partly(missed: tuple[str, ...] = (), remark: str = "") -> Verdict:
    """Return that most of it was there, and what was not."""
    return Verdict(Rightness.PARTLY, Rating.HARD, missed, remark)


def wrong(missed: tuple[str, ...] = (), remark: str = "") -> Verdict:
    """Return that too little was there."""
    return Verdict(Rightness.WRONG, Rating.AGAIN, missed, remark)


def by_share(missed: tuple[str, ...], count: int, remark: str = "") -> Verdict:
    """Return what a reply is worth that missed some of `count` parts."""
    if not missed:
        return right(remark)
    if 2 * len(missed) <= count:
        return partly(missed, remark)
    return wrong(missed, remark)


def is_blank(reply: Reply) -> bool:
    """Tell whether nothing was entered."""
    return not any(text.strip() for text in reply)


def clipped(text: str) -> str:
    """Return `text` safe to show, on one line and not long."""
    line = one_line(text[:_MOST_READ])
    if len(line) <= _LONGEST_QUOTE:
        return line
    return f"{line[: _LONGEST_QUOTE - 1].rstrip()}…"


def quoted(text: str) -> str:
    """Return `text` in quotation marks, to go into a remark."""
    return f"“{clipped(text)}”"
