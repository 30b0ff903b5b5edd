from datetime import timedelta

from builders import DAY_0, an_event
from pmflash.model.event import Event, EventKind
from pmflash.model.filing import Filing
from pmflash.model.rating import Rating
from pmflash.scheduling.sm2 import Sm2
from pmflash.study.history import History
from pmflash.study.stats import CardAges, Statistics, statistics
from pmflash.study.tally import Period

FILING = Filing(("flexport",), (), ())
NAMES = "abcd"


def ids(names: str) -> list[str]:
    return [f"flexport/{name}/answer" for name in names]


def found(*events: Event) -> Statistics:
    """The statistics of four cards, `a` to `d`."""
    history = History(Sm2())
    history.add(events)
    index = [(card, card.removesuffix("/answer"), FILING) for card in ids(NAMES)]
    return statistics(index, history, DAY_0)


def reviewed(name: str, *days: int, **changes: object) -> list[Event]:
    """Reviews so many days ago each."""
    return [
        an_event(
            f"flexport/{name}/answer",
            day=(day := DAY_0 - timedelta(days=ago)),
            at=f"{day}T08:00:00.000000Z",
            **changes,
        )
        for ago in days
    ]


def test_without_answers_all_cards_are_new() -> None:
    nothing = found()
    assert nothing.cards == CardAges(new=4, young=0, mature=0, suspended=0)
    assert (nothing.last_studied_on, nothing.hardest, nothing.streak) == (None, (), 0)


def test_every_card_has_one_age() -> None:
    mature = reviewed("a", 70, 69, 60, 40)
    suspended = reviewed("c", 3) + reviewed("c", 1, kind=EventKind.SUSPEND)
    cards = found(*mature, *reviewed("b", 1), *suspended).cards
    assert cards == CardAges(new=1, young=1, mature=1, suspended=1)
    assert cards.total == 4


def test_a_new_card_that_is_suspended_is_not_new() -> None:
    cards = found(*reviewed("a", 0, kind=EventKind.SUSPEND)).cards
    assert (cards.new, cards.suspended) == (3, 1)


def test_answers_of_cards_that_are_gone_count_but_the_cards_do_not() -> None:
    gone = found(*reviewed("z", 0))
    assert gone.periods[Period.ALL].answers == 1
    assert gone.cards.new == 4


def test_what_is_overdue_is_due_now() -> None:
    due = found(*reviewed("a", 9), *reviewed("b", 1), *reviewed("c", 0))
    assert due.due_now == 2
    assert due.forecast[0] == (DAY_0 + timedelta(days=1), 1)
    assert sum(count for _, count in due.forecast) == 1


def test_the_forecast_names_thirty_days() -> None:
    days = [day for day, _ in found().forecast]
    assert (len(days), days[-1]) == (30, DAY_0 + timedelta(days=30))


def test_a_buried_or_suspended_card_is_not_due() -> None:
    buried = reviewed("a", 5) + reviewed("a", 0, kind=EventKind.BURY)
    suspended = reviewed("b", 0) + reviewed("b", 0, kind=EventKind.SUSPEND)
    due = found(*buried, *suspended)
    assert due.due_now == 0
    assert not any(count for _, count in due.forecast)


def test_the_hardest_cards_have_most_lapses_then_lowest_ease() -> None:
    failed = reviewed("a", 9, 7) + reviewed("a", 5, rating=Rating.AGAIN)
    hard = reviewed("b", 9, 8, rating=Rating.HARD)
    harder = reviewed("c", 9, 8, 2, rating=Rating.HARD)
    hardest = found(*failed, *hard, *harder, *reviewed("d", 9)).hardest
    assert [card.id for card in hardest] == ids("acb")
    assert [card.lapses for card in hardest] == [1, 0, 0]


def test_the_calendar_counts_drill_answers_too() -> None:
    drill = reviewed("a", 0, kind=EventKind.DRILL)
    calendar = found(*reviewed("a", 0), *drill, *reviewed("b", 2)).calendar
    assert calendar == {DAY_0 - timedelta(days=2): 1, DAY_0: 2}


def test_the_calendar_begins_on_a_monday_a_year_ago() -> None:
    assert DAY_0.weekday() == 0
    calendar = found(*reviewed("a", 365, 364)).calendar
    assert [*calendar] == [DAY_0 - timedelta(weeks=52)]


def test_the_longest_streak_may_be_over() -> None:
    both = found(*reviewed("a", 20, 19, 18, 17, 1, 0))
    assert (both.streak, both.longest_streak) == (2, 4)


def test_what_was_undone_is_in_no_figure() -> None:
    (review,) = reviewed("a", 0, rating=Rating.AGAIN)
    undo = an_event(review.card, kind=EventKind.UNDO, target=review.id, rating=None)
    assert found(review, undo) == found()


def test_every_period_is_there() -> None:
    assert {*found().periods} == {*Period}
