"""What may come after a session: a drill, more new cards, a day ahead."""

import re

import pytest

from learner import Learner, answered, deck_of
from pmflash.model.event import EventKind
from pmflash.model.rating import Rating
from pmflash.study.wish import CRAM
from tui.sitting import Sitting, sitting

SIX_DAYS_LATER = "2026-01-11T08:00:00+01:00"


def counts(desk: Sitting) -> tuple[int, ...]:
    """New, drill, the third one, done and total, as the header has them."""
    left = re.search(r"new (\d+)  drill (\d+)  (?:due|cram) (\d+)", desk.picture)
    done = re.search(r"(\d+)/(\d+) · ", desk.picture)
    assert left, desk.picture
    assert done, desk.picture
    return tuple(map(int, (*left.groups(), *done.groups())))


async def finishes(desk: Sitting, *keys: str) -> None:
    for key in keys:
        await desk.press("space", key)


@pytest.fixture
def beginner(learner: Learner) -> Learner:
    """A learner who meets two new cards a day."""
    learner.writes("settings.yaml", "decks: [biology]\nnew_per_day: 2\n")
    return learner


@pytest.fixture
def eager(beginner: Learner) -> Learner:
    """A learner with nothing due today, one card tomorrow, and one the day after."""
    for day, deck in (("05", 1), ("06", 2), ("07", 2)):
        beginner.writes("decks/biology.yaml", deck_of(deck))
        beginner.watch.set(f"2026-01-{day}T08:00:00+01:00")
        collection = beginner.opens()
        session = collection.session()
        answered(collection, session, ["Good"] * session.counts.left)
    beginner.watch.set(SIX_DAYS_LATER)
    return beginner


async def test_what_was_missed_is_drilled_without_a_change_of_schedule(
    beginner: Learner,
) -> None:
    async with sitting(beginner) as desk:
        await finishes(desk, "1", "3", "3")
        assert "r drill" in desk.lines[-1]
        before = beginner.opens().standing("biology/f01/answer")
        await desk.press("r")
        assert "cram · changes no due date" in desk.picture
        assert counts(desk) == (0, 0, 1, 0, 1)
        await finishes(desk, "2")
        assert counts(desk) == (0, 1, 0, 0, 1)
        await finishes(desk, "3")
        assert "Cram done" in desk.picture
        assert "2 answers; no due date has changed" in desk.picture
    assert [event.kind for event in desk.saved[-2:]] == [EventKind.CRAM] * 2
    assert beginner.opens().standing("biology/f01/answer") == before


async def test_a_day_without_a_miss_offers_no_drill(beginner: Learner) -> None:
    async with sitting(beginner) as desk:
        await finishes(desk, "3", "3")
        assert "drill" not in desk.lines[-1]
        await desk.press("r")
        assert "Nothing was missed today" in desk.picture


async def test_a_drill_of_what_was_missed_shows_no_interval(beginner: Learner) -> None:
    async with sitting(beginner) as desk:
        await finishes(desk, "1", "3", "3")
        await desk.press("r", "space")
        assert "again today" in desk.lines[-3]
        assert not re.search(r"\d", desk.lines[-3])


async def test_ten_more_new_cards_come_beyond_the_limit(beginner: Learner) -> None:
    async with sitting(beginner) as desk:
        await finishes(desk, "3", "3")
        await desk.press("m")
        assert counts(desk) == (10, 0, 0, 2, 12)
        await finishes(desk, *"3" * 10)
        assert "12 cards · 12 answers" in desk.picture
        assert "Learnt    12 new cards" in desk.picture


async def test_what_was_more_can_be_undone_into_the_day(beginner: Learner) -> None:
    async with sitting(beginner) as desk:
        await finishes(desk, "3", "3")
        await desk.press("m")
        await finishes(desk, "4")
        await desk.press("u", "u")
        assert "Answer 2" in desk.picture
        assert counts(desk) == (11, 0, 0, 1, 12)
        await desk.press("ctrl+r", "ctrl+r")
        assert counts(desk) == (9, 0, 0, 3, 12)


async def test_today_counts_what_was_more_as_done(beginner: Learner) -> None:
    async with sitting(beginner, on_today=True) as desk:
        await desk.press("enter")
        await finishes(desk, "3", "3")
        await desk.press("m")
        await finishes(desk, "3")
        await desk.press("escape")
        assert "3 of 3 done" in desk.picture


async def test_no_more_new_cards_is_said_and_not_offered(beginner: Learner) -> None:
    beginner.writes("decks/biology.yaml", deck_of(2))
    async with sitting(beginner) as desk:
        await finishes(desk, "3", "3")
        assert "more new" not in desk.lines[-1]
        await desk.press("m")
        assert "No more new cards today" in desk.picture


async def test_a_day_ahead_is_offered_where_something_is_due_then(
    eager: Learner,
) -> None:
    async with sitting(eager) as desk:
        assert "Nothing is due; next 1 card tomorrow, a: study ahead" in desk.picture
        assert "a ahead" in desk.lines[-1]
        await desk.press("a")
        assert "review · 3rd time · due tomorrow" in desk.picture
        await finishes(desk, "3")
        assert "Session done" in desk.picture
        assert "a ahead" in desk.lines[-1]


async def test_studying_ahead_goes_on_with_the_day_after(eager: Learner) -> None:
    async with sitting(eager) as desk:
        await desk.press("a")
        await finishes(desk, "3")
        await desk.press("a")
        assert counts(desk) == (0, 0, 1, 1, 2)


async def test_today_offers_a_day_ahead_where_nothing_is_left(eager: Learner) -> None:
    async with sitting(eager, on_today=True) as desk:
        assert "Nothing is due; next 1 card tomorrow, a: study ahead" in desk.picture
        assert "a ahead" in desk.lines[-1]
        await desk.press("a")
        await finishes(desk, "3")
        await desk.press("enter")
        assert "1 of 1 done" in desk.picture


async def test_today_offers_nothing_ahead_while_something_is_left(
    learner: Learner,
) -> None:
    async with sitting(learner, on_today=True) as desk:
        assert "ahead" not in desk.picture
        await desk.press("a")
        assert "36 left: 0 due · 36 new · 0 drill" in desk.picture


async def test_cards_first_met_today_are_not_studied_ahead(learner: Learner) -> None:
    learner.writes("decks/biology.yaml", deck_of(1))
    async with sitting(learner) as desk:
        await finishes(desk, "3")
        assert "ahead" not in desk.lines[-1]
        await desk.press("enter")
        assert "Nothing is due; next 1 card tomorrow\n" in desk.picture


async def test_keys_typed_ahead_of_the_next_sitting_do_no_harm(
    beginner: Learner,
) -> None:
    async with sitting(beginner) as desk:
        await finishes(desk, "3", "3")
        await desk.press("m", "m", "enter", apart=0.05)
        assert counts(desk) == (10, 0, 0, 2, 12)


async def test_the_streak_is_told_as_it_grew(learner: Learner) -> None:
    learner.writes("decks/biology.yaml", deck_of(1))
    async with sitting(learner) as desk:
        await finishes(desk, "3")
        assert "Streak    0 -> 1 day" in desk.picture


async def test_what_was_missed_is_told_with_how_often(learner: Learner) -> None:
    learner.writes("decks/biology.yaml", deck_of(1))
    async with sitting(learner) as desk:
        await finishes(desk, "1", "1", "3")
        assert re.search(r"2x again  Biology: Question 1\? +tomorrow", desk.picture)


async def test_a_leech_is_to_be_watched(learner: Learner) -> None:
    learner.writes("decks/biology.yaml", deck_of(1))
    labels = ["Good", *["Again", "Good"] * 8]
    for day, label in enumerate(labels, 5):
        learner.watch.set(f"2026-01-{day:02}T08:00:00+01:00")
        collection = learner.opens()
        session = collection.session()
        drilled = ["Good"] if label == "Again" else []
        answered(collection, session, [label, *drilled])
    async with sitting(learner) as desk:
        assert re.search(r"Question 1\?  leech, 8 lapses  tomorrow", desk.picture)


async def test_a_cram_asks_all_cards_in_the_scope(learner: Learner) -> None:
    async with sitting(learner, wish=CRAM) as desk:
        assert counts(desk) == (36, 0, 0, 0, 36)
        await finishes(desk, "3", "1")
        await desk.press("u")
        assert counts(desk) == (35, 0, 0, 1, 36)
        assert desk.ratings == (Rating.GOOD, Rating.AGAIN, None)
        await desk.press("ctrl+r")
        assert counts(desk) == (34, 1, 0, 1, 36)


async def test_a_cram_goes_on_after_a_restart(learner: Learner) -> None:
    async with sitting(learner, wish=CRAM) as desk:
        await finishes(desk, "3", "1")
    async with sitting(learner, wish=CRAM) as desk:
        assert counts(desk) == (34, 1, 0, 1, 36)
        await desk.press("u")
        assert "undid Again" in desk.picture
    assert learner.opens().session().counts.new == 36


async def test_a_card_suspended_in_a_cram_leaves_it(learner: Learner) -> None:
    async with sitting(learner, wish=CRAM) as desk:
        await finishes(desk, "3")
        await desk.press("z")
        assert counts(desk) == (34, 0, 0, 1, 35)
        await desk.press("u")
        assert counts(desk) == (35, 0, 0, 1, 36)
