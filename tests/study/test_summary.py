from datetime import timedelta

from builders import DAY_0, an_event
from pmflash.model.event import EventKind
from pmflash.model.rating import Rating
from pmflash.study.summary import longest_streak_days, streak_days, summarise


def test_a_summary_counts_answers_by_rating() -> None:
    answers = (an_event(), an_event(rating=Rating.EASY), an_event(rating=Rating.EASY))
    assert summarise(answers).by_rating == {
        Rating.AGAIN: 0, Rating.HARD: 0, Rating.GOOD: 1, Rating.EASY: 2,
    }  # fmt: skip


def test_recall_leaves_the_drill_out() -> None:
    answers = (an_event(rating=Rating.AGAIN), an_event(kind=EventKind.DRILL))
    summary = summarise(answers)
    assert (summary.recalled, summary.reviews) == (0, 1)


def test_the_most_missed_card_is_named_first() -> None:
    missed = [an_event(card, rating=Rating.AGAIN) for card in ("a", "b", "b")]
    assert summarise(missed).missed == (("b", 2), ("a", 1))


def test_a_summary_adds_the_time_up() -> None:
    assert summarise((an_event(), an_event())).milliseconds == 8000


def test_a_streak_counts_back_from_today() -> None:
    days = [DAY_0 - timedelta(days=back) for back in (0, 1, 2, 4)]
    assert streak_days(days, DAY_0) == 3


def test_a_streak_is_not_broken_before_today_is_over() -> None:
    assert streak_days([DAY_0 - timedelta(days=1)], DAY_0) == 1


def test_a_missed_day_ends_the_streak() -> None:
    assert streak_days([DAY_0 - timedelta(days=2)], DAY_0) == 0


def test_the_longest_streak_is_the_longest_of_all() -> None:
    days = [DAY_0 - timedelta(days=back) for back in (9, 8, 7, 3, 2, 0)]
    assert longest_streak_days(days) == 3
    assert longest_streak_days([]) == 0


def test_a_first_meeting_is_no_part_of_recall() -> None:
    new, known = an_event("a", rating=Rating.AGAIN, quality=2), an_event("b")
    summary = summarise((new, known), {"a"})
    assert (summary.recalled, summary.reviews) == (1, 1)
