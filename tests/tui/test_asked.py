from collections.abc import Sequence

import pytest

from learner import Learner, answered, deck_of
from pmflash.study.wish import CRAM
from pmflash.tui.asked import Asked, asked


def front_after(learner: Learner, *labels: str, tags: Sequence[str] = ()) -> Asked:
    """What is around the card that is asked after these ratings."""
    collection = learner.opens()
    session = collection.session(collection.scope((), tags))
    session = answered(collection, session, labels)
    assert session.turn
    card = collection.card(session.turn.card)
    return asked(collection, session, session.turn, card)


def test_a_first_card_is_new_and_the_day_has_not_begun(learner: Learner) -> None:
    front = front_after(learner)
    assert (front.deck, front.heading, front.tags) == ("Biology", "new card", "")
    assert front.waiting + front.due_words == "new 36  drill 0  due 0"
    assert (front.prompt, front.progress_words) == (
        "Biology: Question 1?",
        "0/36 · 0:00",
    )


def test_answers_move_the_day_on(learner: Learner) -> None:
    front = front_after(learner, "Good", "Good", "Again")
    assert front.waiting == "new 33  drill 1  "
    assert (front.prompt, front.progress_words) == (
        "Biology: Question 4?",
        "2/36 · 0:12",
    )


def test_a_card_in_drill_says_so(learner: Learner) -> None:
    front = front_after(learner, "Again", *["Good"] * 5)
    assert front.heading == "drill: until it is known today"
    assert front.prompt == "Biology: Question 1?"


@pytest.mark.parametrize(("times", "heading"), [(1, "2nd"), (2, "3rd")])
def test_a_review_tells_which_one_it_is(
    learner: Learner, times: int, heading: str
) -> None:
    learner.writes("decks/biology.yaml", deck_of(1))
    for day in range(times):
        learner.watch.set(f"2026-01-{5 + day:02}T08:00:00+01:00")
        answered(learner.opens(), learner.opens().session(), ["Good"])
    learner.watch.set("2026-03-01T08:00:00+01:00")
    assert front_after(learner).heading == f"review · {heading} time"


@pytest.mark.parametrize(
    ("date", "words"),
    [("valid_until: 2025", "out of date"), ("as_of: 2024", "perhaps out of date")],
)
def test_a_card_past_its_date_says_so_before_it_is_turned(
    learner: Learner, date: str, words: str
) -> None:
    learner.writes("decks/biology.yaml", f"facts: [{{id: f, q: Who?, a: I, {date}}}]")
    assert front_after(learner).heading == f"new card · {words}"


def test_tags_and_titles_stay_on_their_line(learner: Learner) -> None:
    fact = '{q: "Who?", a: "I", tags: ["one", "two"]}'
    learner.writes("decks/biology.yaml", f'title: "a\\nb"\nfacts: [{fact}]\n')
    front = front_after(learner)
    assert (front.deck, front.tags) == ("a b", "one two")


def test_a_review_of_tags_names_them_before_the_deck(learner: Learner) -> None:
    fact = '{q: "Who?", a: "I", tags: [rounds, "pay\\nband"]}'
    learner.writes("decks/biology.yaml", f"title: Biology\nfacts: [{fact}]\n")
    front = front_after(learner, tags=("rounds", "PAY\nband"))
    assert front.deck == "pay band, rounds · Biology"


def test_a_card_whose_fact_is_revised_says_so(learner: Learner) -> None:
    learner.writes("decks/biology.yaml", deck_of(1))
    collection = learner.opens()
    answered(collection, collection.session(), ["Good"])
    learner.watch.set("2026-01-06T08:00:00+01:00")
    revised = deck_of(1).replace("a: 'Answer 1'", "a: New, rev: 1")
    learner.writes("decks/biology.yaml", revised)
    assert front_after(learner).heading == "review · 2nd time · revised"


def test_a_cram_says_that_it_changes_no_due_date(learner: Learner) -> None:
    collection = learner.opens()
    session = collection.session(wish=CRAM)
    assert session.turn is not None
    card = collection.card(session.turn.card)
    front = asked(collection, session, session.turn, card)
    assert front.heading == "cram · changes no due date"
    assert front.waiting + front.due_words == "new 36  drill 0  cram 0"
