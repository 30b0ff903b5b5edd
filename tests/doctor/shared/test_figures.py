from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from builders import DAY_0
from pmflash.doctor.shared.figures import figures_in, figures_of, unlike
from pmflash.scheduling.sm2 import Sm2
from pmflash.study.proof import Proof, ProvedCard
from pmflash.study.rows import row_fields, row_of
from pmflash.study.standing import Standing

NAMES = row_fields(Sm2().state_type)
STATE = Sm2().review(None, 4, DAY_0)
CARDS = (
    Standing(),
    Standing(STATE),
    Standing(STATE, True, DAY_0, True, "why?", 2, 30, 20),
    Standing(None, is_flagged=True),
)


@pytest.mark.parametrize("card", CARDS, ids=str)
def test_a_row_says_what_it_was_made_of(card: Standing) -> None:
    assert figures_in(row_of(card, 3), NAMES) == figures_of(card, 3)


@pytest.mark.parametrize("row", [[], [1, 2], "text", None, 7])
def test_what_is_no_row_says_nothing(row: Any) -> None:
    with pytest.raises((IndexError, TypeError, ValueError)):
        figures_in(row, NAMES)


def told(found: Standing, proved: ProvedCard) -> str:
    """In which words a card of one answer is unlike what is proved of it."""
    proved.answer_count = 1
    return unlike("a/b", figures_of(found, 1), Proof({"a/b": proved}, ()))


def test_a_card_that_is_as_it_is_proved_is_not_told() -> None:
    assert told(Standing(STATE), ProvedCard(STATE)) == ""


def test_a_card_that_should_be_new_is_told_by_its_due_date_alone() -> None:
    new = "a/b: due 2026-01-06, and by the log never"
    assert told(Standing(STATE), ProvedCard()) == new


def test_every_figure_that_is_unlike_is_told() -> None:
    later = replace(STATE, due_on=DAY_0 + timedelta(days=9), lapses=2)
    assert told(Standing(later, is_suspended=True), ProvedCard(STATE)) == (
        "a/b: due 2026-01-14, and by the log 2026-01-06; lapses 2, and by the log 0; "
        "suspended, and by the log it is not"
    )


def test_a_card_that_no_log_speaks_of_is_told() -> None:
    found = unlike("a/b", figures_of(Standing(STATE), 1), Proof({}, ()))
    assert found.startswith("a/b: answers 1, and by the log 0; due 2026-01-06, and by")
