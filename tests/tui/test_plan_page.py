from dataclasses import replace
from datetime import date

import pytest

from pmflash.study.countdown import Countdown
from pmflash.tui.plan_page import fit_words

PANEL = Countdown("Panel", date(2026, 12, 17), 10, 100, 10, 0, 10)


def test_a_pace_that_is_just_enough_fits() -> None:
    assert fit_words(PANEL) == "It fits."


def test_what_the_pace_leaves_out_is_counted() -> None:
    told = fit_words(replace(PANEL, new_per_day=9))
    assert told.startswith("It does not fit: at 9 a day, 10 cards or more will not be")


@pytest.mark.parametrize("new_per_day", [8, 10])
def test_cards_that_no_pace_brings_in_time_are_told_apart(new_per_day: int) -> None:
    late = replace(PANEL, unseen=107, too_late=7, new_per_day=new_per_day)
    assert "7 cards will not be met at any pace" in fit_words(late)


def test_when_all_cards_are_met_no_pace_is_needed() -> None:
    assert fit_words(replace(PANEL, unseen=0)) == (
        "All cards are met: only reviews are left."
    )
