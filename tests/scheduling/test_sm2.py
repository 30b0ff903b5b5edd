from collections.abc import Sequence
from datetime import timedelta
from decimal import ROUND_CEILING, ROUND_HALF_EVEN, Decimal
from itertools import product

import pytest

from builders import DAY_0
from pmflash.model.settings import Sm2Variant
from pmflash.scheduling.sm2 import Sm2, Sm2State

VARIANTS: tuple[Sm2Variant, ...] = ("listing", "text")
HISTORIES = tuple(product(range(6), repeat=5))


def states_after(qualities: Sequence[int], variant: Sm2Variant) -> list[Sm2State]:
    """States after each answer, every one given on the day it is due."""
    scheduler = Sm2(variant)
    states: list[Sm2State] = []
    state = None
    for quality in qualities:
        state = scheduler.review(state, quality, state.due_on if state else DAY_0)
        states.append(state)
    return states


def intervals(qualities: Sequence[int], variant: Sm2Variant = "listing") -> list[int]:
    return [state.interval_days for state in states_after(qualities, variant)]


def restated(
    qualities: Sequence[int], variant: Sm2Variant
) -> list[tuple[int, int, Decimal]]:
    """SM-2 once more, from the published rules and with decimal fractions."""
    repetitions, interval, ease = 0, Decimal(0), Decimal("2.5")
    told = []
    for quality in qualities:
        passed = quality >= 3
        if not passed:
            repetitions, interval = 0, Decimal(1)
        else:
            rounding = ROUND_HALF_EVEN if variant == "listing" else ROUND_CEILING
            grown = (interval * ease).quantize(Decimal(1), rounding)
            interval = {0: Decimal(1), 1: Decimal(6)}.get(repetitions, grown)
            repetitions += 1
        if passed or variant == "listing":
            miss = 5 - quality
            change = Decimal("0.1") - miss * (Decimal("0.08") + miss * Decimal("0.02"))
            ease = max(Decimal("1.3"), ease + change)
        told.append((repetitions, int(interval), ease))
    return told


@pytest.mark.parametrize("variant", VARIANTS)
def test_all_five_answer_histories_follow_the_published_rules(
    variant: Sm2Variant,
) -> None:
    assert len(HISTORIES) == 7776
    for history in HISTORIES:
        told = [
            (state.repetitions, state.interval_days, Decimal(state.ease_percent) / 100)
            for state in states_after(history, variant)
        ]
        assert told == restated(history, variant), history


@pytest.mark.parametrize("variant", VARIANTS)
def test_five_good_answers_space_a_card_as_published(variant: Sm2Variant) -> None:
    assert intervals((4, 4, 4, 4, 4), variant) == [1, 6, 15, 38, 95]


def test_the_listing_rounds_to_the_nearest_day() -> None:
    assert intervals((5, 5, 5), "listing") == [1, 6, 16]


def test_the_text_rounds_every_fraction_up() -> None:
    assert intervals((5, 5, 5), "text") == [1, 6, 17]


def test_hard_answers_slow_the_growth_down() -> None:
    assert intervals((3, 3, 3, 3)) == [1, 6, 13, 27]


def test_an_exact_product_is_never_rounded_up() -> None:
    state = Sm2State(DAY_0, 55, DAY_0, 9, 0, repetitions=5, ease_percent=220)
    assert Sm2("text").review(state, 4, DAY_0).interval_days == 121


def test_a_failure_starts_the_spacing_over() -> None:
    failed = states_after((4, 5, 4, 2), "listing")[-1]
    assert (failed.repetitions, failed.interval_days, failed.lapses) == (0, 1, 1)


def test_failing_a_card_that_was_never_passed_is_no_lapse() -> None:
    assert states_after((2, 2, 2), "listing")[-1].lapses == 0


def test_the_ease_factor_never_sinks_below_its_floor() -> None:
    assert states_after((0,) * 5, "listing")[-1].ease_percent == 130


def test_the_text_leaves_the_ease_factor_alone_on_a_failure() -> None:
    assert states_after((0,), "text")[-1].ease_percent == 250


def test_good_leaves_the_ease_factor_where_it_is() -> None:
    assert states_after((4,) * 5, "listing")[-1].ease_percent == 250


def test_a_late_answer_grows_from_the_scheduled_interval() -> None:
    state = states_after((4, 4), "listing")[-1]
    late = Sm2().review(state, 4, state.due_on + timedelta(days=100))
    assert late.interval_days == 15


def test_an_early_pass_leaves_the_ease_factor_alone() -> None:
    state = states_after((4, 4, 4), "listing")[-1]
    early = Sm2().review(state, 5, state.due_on - timedelta(days=1))
    assert early.ease_percent == state.ease_percent


def test_an_early_pass_grows_from_the_days_that_really_passed() -> None:
    state = states_after((4, 4, 4), "listing")[-1]
    early = Sm2().review(state, 4, state.last_on + timedelta(days=10))
    assert (early.interval_days, early.repetitions) == (25, 4)


def test_an_early_pass_never_shortens_the_interval() -> None:
    state = states_after((4, 4, 4), "listing")[-1]
    early = Sm2().review(state, 4, state.last_on + timedelta(days=1))
    assert early.interval_days == state.interval_days


def test_a_second_pass_on_the_first_day_counts_for_nothing() -> None:
    state = states_after((4,), "listing")[-1]
    again = Sm2().review(state, 5, DAY_0)
    assert (again.repetitions, again.interval_days, again.due_on) == (
        1,
        1,
        state.due_on,
    )


def test_an_early_failure_is_a_failure() -> None:
    state = states_after((4, 4, 4), "listing")[-1]
    failed = Sm2().review(state, 2, state.due_on - timedelta(days=3))
    assert (failed.repetitions, failed.interval_days) == (0, 1)


def test_no_interval_exceeds_a_hundred_years() -> None:
    state = Sm2State(DAY_0, 30_000, DAY_0, 9, 0, repetitions=9, ease_percent=250)
    assert Sm2().review(state, 5, DAY_0).interval_days == 36_500


def test_a_card_is_due_its_interval_after_the_answer() -> None:
    state = states_after((4, 4), "listing")[-1]
    assert state.due_on == state.last_on + timedelta(days=6)


def test_better_ratings_never_bring_a_card_back_sooner() -> None:
    for history in HISTORIES[::7]:
        state = states_after(history, "listing")[-1]
        due = [Sm2().review(state, q, state.due_on).due_on for q in (2, 3, 4, 5)]
        assert due == sorted(due)


def test_the_change_of_ease_is_told_with_its_sign() -> None:
    scheduler = Sm2()
    before = scheduler.review(None, 4, DAY_0)
    after = scheduler.review(before, 3, before.due_on)
    assert scheduler.change(before, after) == "ease 2.36 (-0.14)"
