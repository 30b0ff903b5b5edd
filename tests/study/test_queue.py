from datetime import date, timedelta

from builders import DAY_0, an_event
from pmflash.model.event import Event, EventKind
from pmflash.model.filing import Filing
from pmflash.model.rating import Rating
from pmflash.scheduling.sm2 import Sm2
from pmflash.study.history import History
from pmflash.study.index import CardIndex
from pmflash.study.queue import Budget, plan_day
from pmflash.study.scope import EVERYTHING, Scope

PLENTY = Budget(new_per_day=20, reviews_per_day=200)
FLEXPORT = Scope(frozenset({"flexport"}))


def an_index(
    facts: int, deck: str = "flexport", views: int = 1, tags: tuple[str, ...] = ()
) -> CardIndex:
    return tuple(
        (f"{deck}/f{fact}/v{view}", f"{deck}/f{fact}", Filing((deck,), tags))
        for fact in range(facts)
        for view in range(views)
    )


def reviewed(index: CardIndex, on: date = DAY_0 - timedelta(days=1)) -> History:
    history = History(Sm2())
    history.add(an_event(card, day=on) for card, _, _ in index)
    return history


def test_new_cards_stop_at_the_daily_limit() -> None:
    plan = plan_day(an_index(50), History(Sm2()), DAY_0, PLENTY, EVERYTHING)
    assert len(plan) == 20


def test_new_cards_come_from_every_deck_in_turn() -> None:
    index = (*an_index(30, "descartes"), *an_index(30, "flexport"))
    plan = plan_day(index, History(Sm2()), DAY_0, PLENTY, EVERYTHING)
    assert [card.id.split("/")[0] for card in plan[:4]] == [
        "descartes", "flexport", "descartes", "flexport",
    ]  # fmt: skip


def test_the_new_cards_of_an_earlier_sitting_count_against_the_limit() -> None:
    index = (*an_index(30, "descartes"), *an_index(30, "flexport"))
    history = reviewed(an_index(15, "descartes"), on=DAY_0)
    plan = plan_day(index, history, DAY_0, PLENTY, FLEXPORT)
    assert len(plan) == 5


def an_undo_of(event: Event) -> Event:
    kind = EventKind.UNDO
    return an_event(event.card, kind=kind, target=event.id, rating=None, quality=None)


def test_what_was_answered_and_undone_comes_under_a_lower_limit_too() -> None:
    index = an_index(50)
    for before in (History(Sm2()), reviewed(index)):
        answers = [an_event(card, day=DAY_0) for card, _, _ in index[8:16]]
        before.add([*answers, an_undo_of(answers[2]), an_undo_of(answers[5])])
        plan = plan_day(index, before, DAY_0, Budget(6, 6), EVERYTHING)
        assert {card.id for card in plan} == {event.card for event in answers}


def test_what_was_undone_counts_against_the_limit_where_it_comes() -> None:
    index = (*an_index(30, "descartes"), *an_index(30, "flexport"))
    history = History(Sm2())
    answer = an_event(index[29][0], day=DAY_0)
    history.add([answer, an_undo_of(answer)])
    plan = plan_day(index, history, DAY_0, PLENTY, EVERYTHING)
    assert len(plan) == 20
    assert answer.card in {card.id for card in plan}
    assert len(plan_day(index, history, DAY_0, PLENTY, FLEXPORT)) == 20


def test_an_undone_card_still_keeps_its_siblings_away() -> None:
    index = an_index(2, views=2)
    history = History(Sm2())
    answer = an_event(index[1][0], day=DAY_0)
    history.add([answer, an_undo_of(answer)])
    plan = plan_day(index, history, DAY_0, PLENTY, EVERYTHING)
    assert {card.id for card in plan} == {"flexport/f0/v1", "flexport/f1/v0"}
    history.add([an_event(index[0][0], day=DAY_0)])
    plan = plan_day(index, history, DAY_0, PLENTY, EVERYTHING)
    assert {card.id for card in plan} == {"flexport/f0/v0", "flexport/f1/v0"}


def test_an_undone_card_that_was_set_aside_does_not_come() -> None:
    index = an_index(1)
    history = History(Sm2())
    answer = an_event(index[0][0], day=DAY_0)
    buried = an_event(answer.card, kind=EventKind.BURY, rating=None, quality=None)
    history.add([answer, an_undo_of(answer), buried])
    assert plan_day(index, history, DAY_0, PLENTY, EVERYTHING) == ()


def test_reviews_stop_at_the_daily_limit() -> None:
    index = an_index(50)
    plan = plan_day(index, reviewed(index), DAY_0, Budget(20, 30), EVERYTHING)
    assert len(plan) == 30


def test_reviews_of_an_earlier_sitting_count_against_the_limit() -> None:
    index = (*an_index(10, "descartes"), *an_index(50, "flexport"))
    history = reviewed(index)
    history.add(an_event(card, day=DAY_0) for card, _, _ in index[:10])
    assert len(plan_day(index, history, DAY_0, Budget(20, 30), FLEXPORT)) == 20


def test_siblings_never_meet_on_one_day() -> None:
    plan = plan_day(an_index(8, views=3), History(Sm2()), DAY_0, PLENTY, EVERYTHING)
    facts = [card.fact for card in plan]
    assert len(facts) == len(set(facts)) == 8


def test_a_sibling_of_a_due_review_is_not_introduced() -> None:
    index = an_index(1, views=2)
    plan = plan_day(index, reviewed(index[:1]), DAY_0, PLENTY, EVERYTHING)
    assert [card.id for card in plan] == ["flexport/f0/v0"]


def test_a_sibling_of_a_card_answered_in_another_deck_waits() -> None:
    one, two = Filing(("one",)), Filing(("two",))
    index = (("a/f/v0", "a/f", one), ("a/f/v1", "a/f", two))
    history = reviewed(index[:1], on=DAY_0)
    scope = Scope(frozenset({"two"}))
    assert plan_day(index, history, DAY_0, PLENTY, scope) == ()


def test_the_most_overdue_card_for_its_interval_comes_first() -> None:
    index = an_index(2)
    history = reviewed(index[:1], on=DAY_0 - timedelta(days=2))
    history.add((an_event(index[1][0], day=DAY_0 - timedelta(days=9)),))
    plan = plan_day(index, history, DAY_0, PLENTY, EVERYTHING)
    assert [card.id for card in plan] == ["flexport/f1/v0", "flexport/f0/v0"]


def test_new_cards_are_spread_among_the_reviews() -> None:
    index = an_index(12)
    plan = plan_day(index, reviewed(index[:9]), DAY_0, PLENTY, EVERYTHING)
    assert [place for place, card in enumerate(plan) if card.is_new] == [2, 6, 10]


def test_a_plan_stays_the_same_while_it_is_answered() -> None:
    index = an_index(60, views=2)
    history = reviewed(index[:40:2])
    plan = plan_day(index, history, DAY_0, PLENTY, EVERYTHING)
    for card in plan:
        rating = Rating.AGAIN if card.is_new else Rating.GOOD
        history.add((an_event(card.id, day=DAY_0, rating=rating),))
        assert plan_day(index, history, DAY_0, PLENTY, EVERYTHING) == plan


def test_a_card_that_is_not_yet_due_is_not_asked() -> None:
    index = an_index(1)
    assert plan_day(index, reviewed(index, on=DAY_0), DAY_0, PLENTY, EVERYTHING) != ()
    history = reviewed(index)
    history.add((an_event(index[0][0], day=DAY_0),))
    tomorrow = DAY_0 + timedelta(days=1)
    assert plan_day(index, history, tomorrow, PLENTY, EVERYTHING) == ()


def test_a_suspended_card_is_not_asked() -> None:
    index = an_index(1)
    history = reviewed(index)
    history.add((an_event(index[0][0], kind=EventKind.SUSPEND),))
    assert plan_day(index, history, DAY_0, PLENTY, EVERYTHING) == ()


def test_a_card_buried_today_is_not_asked_until_tomorrow() -> None:
    index = an_index(1)
    history = reviewed(index)
    history.add((an_event(index[0][0], kind=EventKind.BURY),))
    assert plan_day(index, history, DAY_0, PLENTY, EVERYTHING) == ()
    tomorrow = DAY_0 + timedelta(days=1)
    assert len(plan_day(index, history, tomorrow, PLENTY, EVERYTHING)) == 1


def test_cards_of_no_deck_are_never_asked() -> None:
    index = (("a/f/v", "a/f", Filing((), ("pay",))),)
    assert plan_day(index, History(Sm2()), DAY_0, PLENTY, EVERYTHING) == ()


def test_only_cards_with_one_of_the_tags_are_asked() -> None:
    pay = an_index(2, tags=("round-1", "pay"))
    stories = an_index(2, "descartes", tags=("story",))
    index = (*pay, *stories, *an_index(9, "jd-com", tags=("process",)))
    scope = Scope(tags=frozenset({"pay", "story"}))
    plan = plan_day(index, History(Sm2()), DAY_0, PLENTY, scope)
    assert {card.id for card in plan} == {row[0] for row in (*pay, *stories)}


def test_a_tag_fills_the_budget_of_the_day() -> None:
    index = (*an_index(30), *an_index(30, "jd-com", tags=("pay",)))
    history = reviewed(index[:4], on=DAY_0)
    scope = Scope(tags=frozenset({"pay"}))
    assert len(plan_day(index, history, DAY_0, PLENTY, scope)) == 16


def test_due_reviews_outside_the_tag_wait() -> None:
    index = (*an_index(1), *an_index(1, "jd-com", tags=("pay",)))
    scope = Scope(tags=frozenset({"pay"}))
    plan = plan_day(index, reviewed(index), DAY_0, PLENTY, scope)
    assert [card.id for card in plan] == ["jd-com/f0/v0"]


def an_advanced_card(*builds_on: str) -> CardIndex:
    return (("deep/d/v", "deep/d", Filing(("deep",), (), builds_on)),)


def is_introduced(index: CardIndex, history: History, scope: Scope) -> bool:
    plan = plan_day(index, history, DAY_0, PLENTY, scope)
    return "deep/d/v" in {card.id for card in plan}


def test_a_card_waits_until_all_that_it_builds_on_was_met() -> None:
    basics = an_index(2, views=2)
    index = (*an_advanced_card("flexport/f0", "flexport/f1"), *basics)
    assert not is_introduced(index, History(Sm2()), EVERYTHING)
    assert not is_introduced(index, reviewed(basics[:1]), EVERYTHING)
    assert is_introduced(index, reviewed(basics[1:3]), EVERYTHING)


def test_what_is_met_today_is_built_on_tomorrow() -> None:
    basics = an_index(1)
    index = (*an_advanced_card("flexport/f0"), *basics)
    assert not is_introduced(index, reviewed(basics, on=DAY_0), EVERYTHING)


def test_nothing_waits_for_a_fact_outside_the_scope() -> None:
    index = (*an_advanced_card("flexport/f0", "gone/x"), *an_index(1))
    assert is_introduced(index, History(Sm2()), Scope(frozenset({"deep"})))
    assert is_introduced(index[:1], History(Sm2()), EVERYTHING)


def test_nothing_waits_for_a_suspended_card() -> None:
    index = (*an_advanced_card("flexport/f0"), *an_index(1))
    history = History(Sm2())
    history.add([an_event("flexport/f0/v0", kind=EventKind.SUSPEND)])
    assert is_introduced(index, history, EVERYTHING)


def test_a_fact_is_met_though_its_card_was_suspended_later() -> None:
    basics = an_index(1, views=2)
    history = reviewed(basics[:1])
    history.add([an_event(basics[0][0], kind=EventKind.SUSPEND)])
    index = (*an_advanced_card("flexport/f0"), *basics)
    assert is_introduced(index, history, EVERYTHING)


def test_a_new_card_put_off_until_tomorrow_is_not_met_by_that() -> None:
    basics = an_index(1, views=2)
    history = History(Sm2())
    history.add([an_event(basics[0][0], kind=EventKind.BURY)])
    index = (*an_advanced_card("flexport/f0"), *basics)
    assert not is_introduced(index, history, EVERYTHING)


def test_two_facts_that_build_on_each_other_do_not_wait_for_ever() -> None:
    other = (("deep/e/v", "deep/e", Filing(("deep",), (), ("deep/d",))),)
    index = (*an_advanced_card("deep/e"), *other)
    assert is_introduced(index, History(Sm2()), EVERYTHING)


def test_what_builds_on_an_advanced_card_waits_longer_than_that_card() -> None:
    advanced = an_advanced_card("flexport/f0")
    expert = (("deep/e/v", "deep/e", Filing(("deep",), (), ("deep/d",))),)
    index = (*an_index(1), *advanced, *expert)
    plan = plan_day(index, reviewed(index[:1]), DAY_0, PLENTY, EVERYTHING)
    assert [card.id for card in plan if card.is_new] == ["deep/d/v"]


def test_what_waits_for_a_ring_is_introduced_with_it() -> None:
    ring = (
        ("deep/e/v", "deep/e", Filing(("deep",), (), ("deep/f",))),
        ("deep/f/v", "deep/f", Filing(("deep",), (), ("deep/e",))),
    )
    index = (*an_advanced_card("deep/e"), *ring)
    assert is_introduced(index, History(Sm2()), EVERYTHING)


def test_a_card_asked_ahead_of_what_it_builds_on_stays_in_the_plan_of_its_day() -> None:
    index = (*an_advanced_card("flexport/f0"), *an_index(1))
    history = reviewed(index[:1], on=DAY_0)
    assert is_introduced(index, history, EVERYTHING)


def test_a_tag_hurries_nothing_along() -> None:
    index = (*an_advanced_card("flexport/f0"), *an_index(1))
    tagged = tuple(
        (card, fact, filing._replace(tags=("pay",) if fact == "deep/d" else ()))
        for card, fact, filing in index
    )
    pay = Scope(tags=frozenset({"pay"}))
    assert not is_introduced(tagged, History(Sm2()), pay)
    assert is_introduced(tagged, reviewed(tagged[1:]), pay)
