import asyncio
import re
from itertools import pairwise

import pytest
from textual.events import Paste

from learner import Learner, answered, deck_of
from pmflash.model.event import Event, EventKind
from pmflash.model.rating import Rating
from pmflash.storage.journal import Journals
from pmflash.tui.held_keys import REPEAT_SECONDS
from tui.sitting import Sitting, sitting, standing

HELD_KEY_SECONDS = 0.033
SIZES = ((80, 24), (60, 20), (120, 40))
SIXTY_LINES = "\\n".join(f"line {number} of the answer" for number in range(1, 61))


def counts_on(desk: Sitting) -> tuple[int, int, int, int, int]:
    """New, drill, due, done and all, as the two header lines say."""
    left = re.search(r"new (\d+)  drill (\d+)  due (\d+)", desk.lines[0])
    done = re.search(r"(\d+)/(\d+)", desk.lines[1])
    assert left
    assert done
    new, drill, due = map(int, left.groups())
    return new, drill, due, int(done[1]), int(done[2])


def place_of(desk: Sitting, text: str) -> tuple[int, int]:
    row = next(row for row, line in enumerate(desk.lines) if text in line)
    return row, desk.lines[row].index(text)


async def test_two_keys_rate_a_card(learner: Learner) -> None:
    async with sitting(learner) as desk:
        await desk.press("space", "3")
        assert desk.ratings == (Rating.GOOD,)
        assert "Question 2?" in desk.picture


async def test_a_card_cannot_be_rated_before_its_answer_is_shown(
    learner: Learner,
) -> None:
    async with sitting(learner) as desk:
        await desk.press("1", "2", "3", "4")
        assert desk.ratings == ()
        assert "Question 1?" in desk.picture


async def test_the_answer_is_nowhere_before_it_is_asked_for(learner: Learner) -> None:
    async with sitting(learner) as desk:
        assert "Answer 1" not in desk.picture
        await desk.press("space")
        assert "Answer 1" in desk.picture


async def test_nothing_takes_the_focus(learner: Learner) -> None:
    async with sitting(learner) as desk:
        await desk.press(*["tab"] * 5, "space", "3")
        assert desk.app.focused is None
        assert desk.ratings == (Rating.GOOD,)


@pytest.mark.parametrize("key", ["space", "enter"])
async def test_a_held_key_shows_the_answer_and_stops(
    learner: Learner, key: str
) -> None:
    async with sitting(learner) as desk:
        await desk.press(*[key] * 20, apart=HELD_KEY_SECONDS)
        assert desk.ratings == ()
        assert "Answer 1" in desk.picture


async def test_a_key_held_on_a_slow_keyboard_rates_nothing(learner: Learner) -> None:
    async with sitting(learner) as desk:
        await desk.press("space")
        await desk.press("space", "space", apart=0.5)
        await desk.press(*["space"] * 20, apart=0.033)
        await asyncio.sleep(2 * REPEAT_SECONDS)
        assert desk.ratings == ()


async def test_a_second_space_half_a_second_later_rates_good(learner: Learner) -> None:
    async with sitting(learner) as desk:
        await desk.press("space")
        await desk.press("space", apart=0.5)
        await asyncio.sleep(2 * REPEAT_SECONDS)
        await desk.settle()
        assert desk.ratings == (Rating.GOOD,)


async def test_a_key_after_a_quick_second_space_comes_second(learner: Learner) -> None:
    async with sitting(learner) as desk:
        await desk.press("space")
        await desk.press("space", "u", apart=0.5)
        await desk.settle()
        assert desk.ratings == (Rating.GOOD, None)


async def test_a_card_on_the_screen_that_another_window_rates_is_not_rated_twice(
    learner: Learner,
) -> None:
    async with sitting(learner) as desk:
        await desk.press("space")
        other = learner.opens()
        answered(other, other.session(other.scope(())), ["Good"])
        await desk.press("1")
        assert desk.ratings == (Rating.GOOD,)
        assert "rated elsewhere" in desk.picture
        assert "Question 2?" in desk.picture


async def test_a_card_that_is_rated_elsewhere_at_the_same_moment_is_rated_once(
    learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    append = Journals.append

    def overtaken(self: Journals, event: Event, *, if_all_read: bool) -> None:
        monkeypatch.setattr(Journals, "append", append)
        other = learner.opens()
        answered(other, other.session(other.scope(())), ["Good"])
        append(self, event, if_all_read=if_all_read)

    async with sitting(learner) as desk:
        monkeypatch.setattr(Journals, "append", overtaken)
        await desk.press("space", "1")
        assert desk.ratings == (Rating.GOOD,)
        assert "rated elsewhere" in desk.picture
        assert "Question 2?" in desk.picture


async def test_esc_says_leave_where_it_leaves(learner: Learner) -> None:
    async with sitting(learner) as desk:
        assert "esc leave" in desk.lines[-1]


async def test_a_held_rating_rates_one_card(learner: Learner) -> None:
    async with sitting(learner) as desk:
        await desk.press("space", *["3"] * 20, apart=HELD_KEY_SECONDS)
        assert desk.ratings == (Rating.GOOD,)


@pytest.mark.parametrize("key", ["space", "enter"])
async def test_a_second_press_after_reading_rates_good(
    learner: Learner, key: str
) -> None:
    async with sitting(learner) as desk:
        await desk.press(key, key, apart=3.0)
        assert desk.ratings == (Rating.GOOD,)


async def test_a_paste_rates_nothing(learner: Learner) -> None:
    async with sitting(learner) as desk:
        await desk.press("space")
        await desk.send(Paste(" 1 2 3\r4\n"))
        assert desk.ratings == ()


async def test_keys_typed_ahead_are_all_obeyed(learner: Learner) -> None:
    async with sitting(learner) as desk:
        await desk.press(*["space", "3"] * 4, apart=0.0)
        assert desk.ratings == (Rating.GOOD,) * 4


async def test_as_many_undos_as_ratings_lead_back_to_the_start(
    learner: Learner,
) -> None:
    before = standing(learner.opens())
    async with sitting(learner) as desk:
        start = counts_on(desk)
        for key in "13242" * 4:
            await desk.press("space", key)
        assert counts_on(desk) != start
        await desk.press(*["u"] * 20)
        assert counts_on(desk) == start
    assert standing(learner.opens()) == before


async def test_an_undone_card_returns_with_its_answer(learner: Learner) -> None:
    async with sitting(learner) as desk:
        await desk.press("space", "3", "u")
        assert "undid Good" in desk.picture
        assert "Question 1?" in desk.picture
        assert "Answer 1" in desk.picture


async def test_an_undo_reaches_behind_a_restart(learner: Learner) -> None:
    async with sitting(learner) as desk:
        await desk.press("space", "3")
    async with sitting(learner) as desk:
        await desk.press("u")
        assert "Question 1?" in desk.picture
        assert desk.saved[-1].kind is EventKind.UNDO


async def test_there_is_nothing_to_undo_at_the_start(learner: Learner) -> None:
    async with sitting(learner) as desk:
        await desk.press("u")
        assert desk.saved == ()
        assert "nothing to undo" in desk.picture


@pytest.mark.parametrize("size", SIZES)
async def test_the_question_stays_where_it_is(
    learner: Learner, size: tuple[int, int]
) -> None:
    async with sitting(learner, size=size) as desk:
        before = place_of(desk, "Question 1?")
        await desk.press("space")
        assert place_of(desk, "Question 1?") == before


@pytest.mark.parametrize("size", [*SIZES, (40, 10)])
@pytest.mark.parametrize("key", ["j", "down", "pagedown"])
async def test_the_end_of_a_long_answer_can_be_reached(
    learner: Learner, size: tuple[int, int], key: str
) -> None:
    learner.writes("decks/biology.yaml", f'facts: [{{q: Long?, a: "{SIXTY_LINES}"}}]')
    async with sitting(learner, size=size) as desk:
        await desk.press("space")
        assert "line 60 " not in desk.picture
        await desk.press(*[key] * 70, apart=0.0)
        assert "line 60 of the answer" in desk.picture


async def test_a_long_answer_says_how_much_is_below(learner: Learner) -> None:
    learner.writes("decks/biology.yaml", f'facts: [{{q: Long?, a: "{SIXTY_LINES}"}}]')
    async with sitting(learner) as desk:
        await desk.press("space")
        more = [int(found) for found in re.findall(r"▼ (\d+) more", desk.picture)]
        await desk.press("j")
        assert f"▼ {more[0] - 1} more" in desk.picture


@pytest.mark.parametrize("keys", [(), ("space",)])
async def test_a_resize_changes_neither_card_nor_phase(
    learner: Learner, keys: tuple[str, ...]
) -> None:
    async with sitting(learner) as desk:
        await desk.press("space", "3", *keys)
        before = desk.picture
        for size in ((60, 20), (120, 40), (30, 8), (80, 24)):
            await desk.resize(size)
        assert desk.picture == before


async def test_the_counts_add_up_at_every_card(learner: Learner) -> None:
    learner.writes("decks/biology.yaml", deck_of(9))
    async with sitting(learner) as desk:
        for key in "312413341":
            await desk.press("space", key)
            new, drill, due, done, all_cards = counts_on(desk)
            assert new + drill + due + done == all_cards == 9


async def test_the_counts_fall_by_one_a_passed_card(learner: Learner) -> None:
    async with sitting(learner) as desk:
        left = [sum(counts_on(desk)[:3])]
        for key in "3434":
            await desk.press("space", key)
            left.append(sum(counts_on(desk)[:3]))
        assert all(before - after == 1 for before, after in pairwise(left))


async def test_a_failed_card_comes_back_until_it_is_known(learner: Learner) -> None:
    learner.writes("decks/biology.yaml", deck_of(2))
    async with sitting(learner) as desk:
        await desk.press(*["space", "1"] * 2)
        assert counts_on(desk) == (0, 2, 0, 0, 2)
        await desk.press(*["space", "3"] * 2)
        assert "Session done" in desk.picture


async def test_six_grades_rate_with_their_own_keys(learner: Learner) -> None:
    learner.writes("settings.yaml", "grades: wozniak\nnew_per_day: 36\n")
    async with sitting(learner) as desk:
        await desk.press(*(key for grade in "012345" for key in ("space", grade)))
        assert [event.quality for event in desk.saved] == [0, 1, 2, 3, 4, 5]


async def test_six_grades_stand_on_the_screen_with_their_keys(learner: Learner) -> None:
    learner.writes("settings.yaml", "grades: wozniak\n")
    async with sitting(learner) as desk:
        await desk.press("space")
        for label in ("0 Blank", "1 Wrong", "2 Nearly", "3 Hard", "4 Good", "5 Easy"):
            assert label in desk.picture
        await desk.press("question_mark")
        assert "0-5" in desk.picture


async def test_the_clock_of_a_card_starts_when_it_appears(
    learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    seconds = iter((100.0, 107.25, 200.0, 203.5, 300.0))
    monkeypatch.setattr("pmflash.tui.screens.review.monotonic", lambda: next(seconds))
    async with sitting(learner) as desk:
        await desk.press("space", "3", "space", "3")
        assert [event.milliseconds for event in desk.saved] == [7250, 3500]


async def test_a_forgotten_card_counts_ten_minutes_at_most(
    learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    seconds = iter((0.0, 40_000.0, 40_000.0))
    monkeypatch.setattr("pmflash.tui.screens.review.monotonic", lambda: next(seconds))
    async with sitting(learner) as desk:
        await desk.press("space", "3")
        assert desk.saved[0].milliseconds == 600_000


async def test_a_card_that_another_window_rated_is_not_asked(learner: Learner) -> None:
    async with sitting(learner) as desk:
        other = learner.opens()
        answered(other, other.session(other.scope(())), ["Good", "Good"])
        await desk.press("space", "3")
        assert "Question 3?" in desk.picture


async def test_the_heading_says_how_often_a_card_was_seen(learner: Learner) -> None:
    collection = learner.opens()
    answered(collection, collection.session(collection.scope(())), ["Good"])
    learner.watch.set("2026-01-06T08:00:00+01:00")
    async with sitting(learner) as desk:
        for _ in range(30):
            if "Question 1?" not in desk.picture:
                await desk.press("space", "3")
        assert "review · 2nd time" in desk.picture


async def test_keys_typed_ahead_of_the_summary_rate_nothing(learner: Learner) -> None:
    learner.writes("decks/biology.yaml", deck_of(1))
    async with sitting(learner) as desk:
        await desk.press("space", "3", "space", "3", "u", apart=0.0)
        assert desk.ratings == (Rating.GOOD,)
        assert "Session done" in desk.picture


async def test_an_undo_can_be_taken_back_by_rating_again(learner: Learner) -> None:
    async with sitting(learner) as desk:
        await desk.press("space", "1", "u", "4")
        assert desk.ratings == (Rating.AGAIN, None, Rating.EASY)
        assert counts_on(desk) == (35, 0, 0, 1, 36)


async def test_no_key_rates_a_card_that_cannot_be_seen(learner: Learner) -> None:
    async with sitting(learner, size=(30, 8)) as desk:
        await desk.press("space", "3", "1", "u")
        assert desk.saved == ()


async def test_a_hint_is_shown_when_it_is_asked_for(learner: Learner) -> None:
    deck = "facts: [{id: f, q: Question?, a: Answer, hint: Think of dwell time}]"
    learner.writes("decks/biology.yaml", deck)
    async with sitting(learner) as desk:
        assert "dwell time" not in desk.picture
        assert "h hint" in desk.lines[-1]
        await desk.press("h")
        assert "Hint: Think of dwell time" in desk.picture


async def test_a_card_without_a_hint_offers_none(learner: Learner) -> None:
    async with sitting(learner) as desk:
        before = desk.picture
        await desk.press("h")
        assert desk.picture == before
        assert "hint" not in before


@pytest.mark.parametrize("size", SIZES)
async def test_a_fact_past_its_date_is_flagged_on_both_sides(
    learner: Learner, size: tuple[int, int]
) -> None:
    fact = "{id: f, q: Who?, a: I, valid_until: 2025-12-31}"
    learner.writes("decks/biology.yaml", f"facts: [{fact}]")
    async with sitting(learner, size=size) as desk:
        assert "new card · out of date" in desk.picture
        assert "valid until" not in desk.picture
        await desk.press("space")
        assert "! Out of date: valid until 31 December 2025" in desk.picture
