from datetime import timedelta

from builders import DAY_0, an_event
from pmflash.model.event import Event, EventKind
from pmflash.model.filing import Filing
from pmflash.model.rating import Rating
from pmflash.scheduling.sm2 import Sm2
from pmflash.study.cram import cram_plan, last_round
from pmflash.study.history import History
from pmflash.study.index import CardIndex
from pmflash.study.scope import EVERYTHING, Scope

NAMES = "abcd"
INDEX: CardIndex = tuple((f"d/{n}/v", f"d/{n}", Filing(("d",))) for n in NAMES)


def days_ago(
    days: int, name: str, rating: Rating = Rating.GOOD, **more: object
) -> Event:
    quality = {Rating.AGAIN: 2, Rating.HARD: 3, Rating.GOOD: 4, Rating.EASY: 5}[rating]
    day = DAY_0 - timedelta(days=days)
    return an_event(f"d/{name}/v", day=day, rating=rating, quality=quality, **more)


def crammed(
    *events: Event, only_missed: bool = False, scope: Scope = EVERYTHING
) -> str:
    """The names of the cards, in the order of asking."""
    history = History(Sm2())
    history.add(events)
    plan = cram_plan(INDEX, history, DAY_0, scope, only_missed)
    return "".join(card.fact.removeprefix("d/") for card in plan)


def test_a_cram_asks_every_card_whatever_its_due_date() -> None:
    assert crammed() == NAMES


def test_new_cards_come_last() -> None:
    assert crammed(days_ago(3, "d"), days_ago(3, "c")) == "cdab"


def test_the_shortest_interval_comes_first() -> None:
    steady = [days_ago(9, "a"), days_ago(8, "a")]
    assert crammed(*steady, days_ago(3, "b")).startswith("ba")


def test_among_equal_intervals_the_lowest_ease_comes_first() -> None:
    events = [days_ago(3, "a"), days_ago(3, "b", Rating.HARD), days_ago(3, "c")]
    assert crammed(*events) == "bacd"


def test_a_card_that_is_set_aside_is_not_crammed() -> None:
    suspended = days_ago(3, "a", kind=EventKind.SUSPEND)
    buried = days_ago(0, "b", kind=EventKind.BURY)
    assert crammed(suspended, buried, days_ago(3, "c", kind=EventKind.FLAG)) == "cd"


def test_a_cram_stays_in_its_scope() -> None:
    assert crammed(scope=Scope(frozenset({"other"}))) == ""
    assert crammed(scope=Scope(cards=frozenset({"d/b/v"}))) == "b"


def test_only_what_was_missed_today_can_be_asked_again() -> None:
    events = [
        days_ago(1, "a", Rating.AGAIN),
        days_ago(0, "b", Rating.AGAIN),
        days_ago(0, "b", Rating.GOOD, kind=EventKind.DRILL),
        days_ago(0, "c", Rating.HARD),
        days_ago(0, "d", Rating.AGAIN, kind=EventKind.CRAM),
    ]
    assert crammed(*events, only_missed=True) == "b"


def a_round(*answers: Event) -> int:
    """How many of the answers belong to the last round, which asks `a` and `b`."""
    history = History(Sm2())
    plan = cram_plan(INDEX[:2], history, DAY_0, EVERYTHING, only_missed=False)
    return len(last_round(answers, plan))


def test_a_round_that_was_broken_off_goes_on() -> None:
    assert a_round(days_ago(0, "a")) == 1


def test_a_round_is_over_when_every_card_was_known() -> None:
    both = days_ago(0, "a"), days_ago(0, "b")
    assert a_round(*both) == 0
    assert a_round(*both, days_ago(0, "a")) == 1


def test_a_round_is_not_over_while_a_card_is_missed() -> None:
    missed = days_ago(0, "a", Rating.HARD), days_ago(0, "b")
    assert a_round(*missed) == 2
    assert a_round(*missed, days_ago(0, "a")) == 0
