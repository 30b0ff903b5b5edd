import re
from collections import Counter

import pytest
from textual.events import Key

from learner import Learner, answered, deck_of
from pmflash.model.event import EventKind
from pmflash.model.rating import Rating
from tui.sitting import Sitting, sitting, standing


def figure(desk: Sitting, pattern: str) -> tuple[int, ...]:
    found = re.search(pattern, desk.picture)
    assert found, desk.picture
    return tuple(int(group) for group in found.groups())


async def session_of_nine(desk: Sitting) -> None:
    for key in "312413341":
        await desk.press("space", key)
    for _ in range(9):
        if "Session done" not in desk.picture:
            await desk.press("space", "3")


async def test_the_figures_equal_the_log(learner: Learner) -> None:
    learner.writes("decks/biology.yaml", deck_of(9))
    async with sitting(learner) as desk:
        await session_of_nine(desk)
        log = Counter(desk.ratings)
        for rating in Rating:
            shown = figure(desk, rf"{rating.capitalize()} +(\d+)")
            assert shown == (log[rating],)
        answers = len(desk.saved)
        assert figure(desk, r"(\d+) cards · (\d+) answers") == (9, answers)
        assert figure(desk, r"Saved +(\d+) answers") == (answers,)


async def test_recall_counts_the_first_answer_of_each_card_met_before(
    learner: Learner,
) -> None:
    learner.writes("decks/biology.yaml", deck_of(9))
    collection = learner.opens()
    answered(collection, collection.session(), ["Good"] * 9)
    learner.watch.set("2026-01-06T08:00:00+01:00")
    async with sitting(learner) as desk:
        await session_of_nine(desk)
        reviews = [e.rating for e in desk.saved if e.kind is EventKind.REVIEW]
        firsts = reviews[9:]
        recalled = len(firsts) - firsts.count(Rating.AGAIN)
        assert figure(desk, r"Recalled +\d+ % \((\d+) of (\d+)\)") == (recalled, 9)


async def test_the_next_due_days_are_those_of_the_cards(learner: Learner) -> None:
    learner.writes("decks/biology.yaml", deck_of(9))
    async with sitting(learner) as desk:
        await session_of_nine(desk)
        assert "Next due  tomorrow 9 cards" in desk.picture


async def test_missed_cards_are_named_with_the_day_of_return(learner: Learner) -> None:
    learner.writes("decks/biology.yaml", deck_of(2))
    async with sitting(learner) as desk:
        await desk.press("space", "1", "space", "3", "space", "3")
        assert re.search(r"Biology: Question 1\? +tomorrow", desk.picture)
        assert "Question 2?" not in desk.picture


async def test_the_last_rating_can_be_undone_from_the_summary(
    learner: Learner,
) -> None:
    learner.writes("decks/biology.yaml", deck_of(1))
    before = standing(learner.opens())
    async with sitting(learner) as desk:
        await desk.press("space", "3")
        assert "Session done" in desk.picture
        await desk.press("u")
        assert "Answer 1" in desk.picture
    assert standing(learner.opens()) == before


async def test_a_card_undone_from_the_summary_can_be_rated_anew(
    learner: Learner,
) -> None:
    learner.writes("decks/biology.yaml", deck_of(1))
    async with sitting(learner) as desk:
        await desk.press("space", "3", "u", "4")
        assert desk.ratings == (Rating.GOOD, None, Rating.EASY)
        assert figure(desk, r"Easy +(\d+)") == (1,)


async def test_enter_leads_to_a_fresh_today(learner: Learner) -> None:
    learner.writes("decks/biology.yaml", deck_of(1))
    async with sitting(learner) as desk:
        await desk.press("space", "3", "enter")
        assert "Nothing is due; next 1 card tomorrow" in desk.picture
        assert "1 of 1 done" in desk.picture


async def test_a_review_with_nothing_due_says_what_comes_next(
    learner: Learner,
) -> None:
    learner.writes("decks/biology.yaml", deck_of(1))
    collection = learner.opens()
    answered(collection, collection.session(collection.scope(())), ["Good"])
    learner.watch.set("2026-01-05T20:00:00+01:00")
    async with sitting(learner) as desk:
        assert "Next due  tomorrow 1 card" in desk.picture


@pytest.mark.parametrize("size", [(60, 20), (40, 10)])
async def test_the_last_line_can_be_reached_on_a_small_screen(
    learner: Learner, size: tuple[int, int]
) -> None:
    learner.writes("decks/biology.yaml", deck_of(9))
    async with sitting(learner, size=size) as desk:
        await session_of_nine(desk)
        await desk.press("pagedown", "pagedown", "pagedown")
        assert "Saved" in desk.picture


async def test_the_end_of_a_review_of_a_tag_names_it(learner: Learner) -> None:
    fact = "{id: f, q: Who?, a: I, tags: [pay]}"
    learner.writes("decks/biology.yaml", f"facts: [{fact}]")
    async with sitting(learner, tags=("pay",)) as desk:
        assert desk.lines[0].split()[:3] == ["pay", "·", "biology"]
        await desk.press("space", "3")
        assert desk.lines[0].split() == ["Session", "done", "·", "pay"]
        assert "Next due  tomorrow 1 card" in desk.picture
        assert figure(desk, r"(\d+) card · (\d+) answer") == (1, 1)


async def test_a_long_tag_leaves_the_title_of_the_end_alone(learner: Learner) -> None:
    tag = "round-" * 20
    fact = f"{{id: f, q: Who?, a: I, tags: [{tag}]}}"
    learner.writes("decks/biology.yaml", f"facts: [{fact}]")
    async with sitting(learner, tags=(tag,)) as desk:
        await desk.press("space", "3")
        assert desk.lines[0].startswith(" Session done · round-round-")


async def test_a_key_held_since_the_last_rating_does_not_leave_the_summary(
    learner: Learner,
) -> None:
    learner.writes("decks/biology.yaml", deck_of(1))
    async with sitting(learner) as desk:
        await desk.press("space", "enter")
        await desk.press("enter", apart=0.5)
        await desk.press(*["enter"] * 20, apart=0.033)
        assert "Session done" in desk.picture
        await desk.press("enter")
        assert "Session done" not in desk.picture


async def test_whoever_rates_with_space_keeps_the_summary(learner: Learner) -> None:
    learner.writes("decks/biology.yaml", deck_of(1))
    async with sitting(learner) as desk:
        await desk.press("space", "space", "space")
        assert "Session done" in desk.picture


async def test_a_search_that_finds_no_card_is_no_finished_day(learner: Learner) -> None:
    async with sitting(learner, search="nosuchword") as desk:
        assert "No card matches · nosuchword" in desk.picture
        assert "Nothing is due" not in desk.picture


async def test_an_undo_that_another_window_was_faster_with_is_done_once(
    learner: Learner,
) -> None:
    learner.writes("decks/biology.yaml", deck_of(1))
    async with sitting(learner) as desk:
        await desk.press("space", "3")
        elsewhere = learner.opens()
        elsewhere.undo(elsewhere.session())
        await desk.press("u")
        assert "Answer 1" in desk.picture
        assert len(desk.saved) == 2


async def test_a_key_from_before_the_summary_appeared_was_meant_for_a_card(
    learner: Learner,
) -> None:
    learner.writes("decks/biology.yaml", deck_of(1))
    async with sitting(learner) as desk:
        await desk.press("space", "3")
        for key in ("enter", "u", "m"):
            event = Key(key, None)
            event.time = 0.0
            desk.app.post_message(event)
        await desk.settle()
        assert "Session done" in desk.picture
        assert len(desk.saved) == 1


async def test_a_streak_grows_once_a_day(learner: Learner) -> None:
    learner.writes("decks/biology.yaml", deck_of(1))
    async with sitting(learner) as desk:
        await desk.press("space", "3")
        assert "Streak    0 -> 1 day" in desk.picture
    learner.writes("decks/biology.yaml", deck_of(2))
    async with sitting(learner) as desk:
        await desk.press("space", "3")
        assert "Streak    1 day" in desk.picture
