from itertools import product

from builders import an_event
from pmflash.model.rating import Rating
from pmflash.study.progress import progress_of
from pmflash.study.queue import PlannedCard

PLAN = tuple(PlannedCard(name, name, is_new=name == "b") for name in "abc")
ANSWERS = (
    ("a", Rating.GOOD),
    ("a", Rating.AGAIN),
    ("b", Rating.GOOD),
    ("c", Rating.HARD),
)
QUALITY = {Rating.AGAIN: 2, Rating.HARD: 3, Rating.GOOD: 4}


def test_step_by_step_it_comes_to_the_same_as_at_once() -> None:
    for chosen in product(ANSWERS, repeat=4):
        answers = [an_event(c, rating=r, quality=QUALITY[r]) for c, r in chosen]
        stepped = progress_of(PLAN, ())
        for place, answer in enumerate(answers):
            stepped = stepped.after(answer, place)
        at_once = progress_of(PLAN, answers)
        assert stepped == at_once
        assert [*stepped.pending] == [*at_once.pending]


def test_the_first_card_that_waits_is_known() -> None:
    assert progress_of(PLAN, [an_event("b")]).first_waiting == 0
    assert progress_of(PLAN, [an_event("b"), an_event("a")]).first_waiting == 2
