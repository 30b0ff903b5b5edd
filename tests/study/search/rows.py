"""Rows to search among, and searches for them."""

from datetime import date, timedelta
from typing import Any

from builders import DAY_0, a_card
from pmflash.model.card_text import text_of
from pmflash.model.filing import Filing
from pmflash.scheduling.sm2 import Sm2State
from pmflash.study.search.names import Names
from pmflash.study.search.parse import Query, parse
from pmflash.study.search.row import Row
from pmflash.study.standing import UNSEEN, Standing

TODAY = DAY_0
NAMES = Names(
    {"flexport": "flexport", "side by side": "comparisons", "jd-com": "jd-com"},
    lambda: frozenset({"pay", "Round-panel", "round-screen"}),
    lambda: frozenset({"basic", "framework", "term"}),
)


def asked(text: str) -> Query:
    """What `text` means to a learner of a few decks, on day 0."""
    return parse(text, TODAY, NAMES)


def finds(text: str, row: Row) -> bool:
    """Tell whether a search finds a card."""
    return asked(text).matches(row)


def a_row(
    standing: Standing = UNSEEN,
    decks: tuple[str, ...] = ("flexport",),
    tags: tuple[str, ...] = (),
    **card: Any,
) -> Row:
    """A card that differs from the plainest one only in what is given."""
    text = text_of(a_card(**card))
    return Row("flexport/four-p/answer", "", Filing(decks, tags), standing, text)


def reviewed(due_in: int = 0, **changes: Any) -> Standing:
    """Where a card stands that was reviewed, and is due so many days after day 0."""
    plain = {
        "due_on": TODAY + timedelta(days=due_in),
        "interval_days": 6,
        "last_on": date(2026, 1, 1),
        "review_count": 2,
        "lapses": 0,
        "repetitions": 2,
        "ease_percent": 250,
    }
    return Standing(Sm2State(**{**plain, **changes}))
