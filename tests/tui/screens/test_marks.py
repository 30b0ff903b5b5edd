import re

import pytest

from learner import Learner, deck_of
from pmflash.model.event import EventKind
from pmflash.model.rating import Rating
from pmflash.tui.screens.review import ReviewScreen
from tui.sitting import Sitting, sitting, standing

FAST = 0.05


def counts_on(desk: Sitting) -> tuple[int, ...]:
    """New, drill, due, done and all, as the two header lines say."""
    left = re.search(r"new (\d+)  drill (\d+)  due (\d+)", desk.lines[0])
    done = re.search(r"(\d+)/(\d+)", desk.lines[1])
    assert left
    assert done
    return tuple(map(int, (*left.groups(), *done.groups())))


def kinds(desk: Sitting) -> list[EventKind]:
    return [event.kind for event in desk.saved]


@pytest.mark.parametrize(("key", "kind"), [("z", "suspend"), ("b", "bury")])
async def test_a_card_that_is_set_aside_is_asked_no_more(
    learner: Learner, key: str, kind: str
) -> None:
    async with sitting(learner) as desk:
        await desk.press(key)
        assert "Question 2?" in desk.picture
        assert kinds(desk) == [EventKind(kind)]
        assert counts_on(desk) == (35, 0, 0, 0, 35)


async def test_a_suspended_card_stays_out_and_a_buried_one_comes_back(
    learner: Learner,
) -> None:
    learner.writes("decks/biology.yaml", deck_of(3))
    async with sitting(learner) as desk:
        await desk.press("z", "b", "space", "3")
        assert "Session done" in desk.picture
    learner.watch.set("2026-01-06T08:00:00+01:00")
    async with sitting(learner) as desk:
        assert "Question 2?" in desk.picture or "Question 3?" in desk.picture
        assert counts_on(desk) == (1, 0, 1, 0, 2)


async def test_the_counts_add_up_after_every_mark(learner: Learner) -> None:
    learner.writes("decks/biology.yaml", deck_of(9))
    async with sitting(learner) as desk:
        for keys in ("z", " 1", "b", "s", "f", " 3", "s", " 1", "z", "u", "u"):
            await desk.press(*("space" if key == " " else key for key in keys))
            new, drill, due, done, all_cards = counts_on(desk)
            assert new + drill + due + done == all_cards


async def test_a_flag_stands_on_the_card_until_it_is_taken_off(
    learner: Learner,
) -> None:
    async with sitting(learner) as desk:
        await desk.press("f")
        assert "new card · flagged" in desk.picture
        await desk.press("f")
        assert "flagged" not in desk.picture
        assert "Question 1?" in desk.picture


async def test_a_flag_does_not_turn_the_card_back(learner: Learner) -> None:
    async with sitting(learner) as desk:
        await desk.press("space", "f")
        assert "Answer 1" in desk.picture
        assert "1 Again" in desk.picture


async def test_a_skipped_card_is_asked_when_the_others_are_done(
    learner: Learner,
) -> None:
    learner.writes("decks/biology.yaml", deck_of(3))
    async with sitting(learner) as desk:
        await desk.press("s")
        assert "Question 2?" in desk.picture
        assert counts_on(desk) == (3, 0, 0, 0, 3)
        await desk.press(*["space", "3"] * 2)
        assert "Question 1?" in desk.picture
        assert len(desk.saved) == 2


async def test_the_only_card_left_cannot_be_skipped(learner: Learner) -> None:
    learner.writes("decks/biology.yaml", deck_of(1))
    async with sitting(learner) as desk:
        await desk.press("s")
        assert "the only card left" in desk.picture
        assert "Question 1?" in desk.picture


async def test_a_skip_is_taken_back_without_a_trace(learner: Learner) -> None:
    async with sitting(learner) as desk:
        await desk.press("s", "s", "u")
        assert "Question 2?" in desk.picture
        await desk.press("u")
        assert "Question 1?" in desk.picture
        assert desk.saved == ()


async def test_undo_goes_back_over_marks_in_their_order(learner: Learner) -> None:
    before = standing(learner.opens())
    async with sitting(learner) as desk:
        start = counts_on(desk)
        await desk.press("space", "3", "f", "z", "space", "1", "b")
        await desk.press("u")
        assert "undid burying" in desk.picture
        await desk.press("u")
        assert "undid Again" in desk.picture
        await desk.press("u")
        assert "undid suspending" in desk.picture
        await desk.press("u", "u")
        assert "undid Good" in desk.picture
        assert counts_on(desk) == start
    assert standing(learner.opens()) == before


async def test_redo_does_again_what_undo_took_back(learner: Learner) -> None:
    async with sitting(learner) as desk:
        await desk.press("space", "3", "z", "space", "2")
        end, counted = desk.lines[3:8], counts_on(desk)
        await desk.press("u", "u", "u")
        assert "undid Good" in desk.picture
        await desk.press("ctrl+r")
        assert "redid Good" in desk.picture
        await desk.press("ctrl+r", "ctrl+r")
        assert desk.lines[3:8] == end
        assert counts_on(desk) == counted


async def test_where_nothing_is_left_to_undo_or_redo_it_says_so(
    learner: Learner,
) -> None:
    async with sitting(learner) as desk:
        await desk.press("space", "3", "u", "u")
        assert "nothing to undo" in desk.picture
        await desk.press("ctrl+r", "ctrl+r")
        assert "nothing to redo" in desk.picture
        assert "redid" not in desk.picture


async def test_a_new_rating_leaves_nothing_to_redo(learner: Learner) -> None:
    async with sitting(learner) as desk:
        await desk.press("space", "3", "u", "1")
        saved = len(desk.saved)
        assert "^r redo" not in desk.lines[-1]
        await desk.press("ctrl+r")
        assert len(desk.saved) == saved


async def test_the_last_mark_is_taken_back_from_the_summary(learner: Learner) -> None:
    learner.writes("decks/biology.yaml", deck_of(1))
    async with sitting(learner) as desk:
        await desk.press("z")
        assert "Nothing is due" in desk.picture
        await desk.press("u")
        assert "undid suspending" in desk.picture
        assert "Question 1?" in desk.picture


async def test_marks_of_an_earlier_start_can_be_undone(learner: Learner) -> None:
    async with sitting(learner) as desk:
        await desk.press("z")
    async with sitting(learner) as desk:
        await desk.press("u")
        assert "Question 1?" in desk.picture


async def test_a_mark_on_a_card_of_another_deck_is_not_undone(
    learner: Learner,
) -> None:
    learner.writes("decks/geology.yaml", deck_of(2, title="Geology"))
    async with sitting(learner, "geology") as desk:
        await desk.press("z")
    async with sitting(learner, "biology") as desk:
        await desk.press("u")
        assert len(desk.saved) == 1


@pytest.mark.parametrize("key", ["z", "b", "s"])
async def test_a_held_key_sets_one_card_aside(learner: Learner, key: str) -> None:
    async with sitting(learner) as desk:
        await desk.press(*[key] * 20, apart=FAST)
        assert "Question 2?" in desk.picture


async def test_several_undos_may_come_fast(learner: Learner) -> None:
    async with sitting(learner) as desk:
        await desk.press(*["space", "3"] * 4)
        await desk.press(*["u"] * 4, apart=FAST)
        assert "Question 1?" in desk.picture


async def test_a_mark_that_cannot_be_saved_is_told_and_tried_again(
    learner: Learner,
) -> None:
    async with sitting(learner) as desk:
        folder = learner.locations.progress
        folder.parent.mkdir(exist_ok=True)
        folder.write_text("in the way")
        await desk.press("z")
        assert "not saved" in desk.picture
        folder.unlink()
        await desk.press("r")
        assert "Question 2?" in desk.picture
        assert kinds(desk) == [EventKind.SUSPEND]


async def test_ratings_and_marks_keep_their_order_in_the_log(learner: Learner) -> None:
    async with sitting(learner) as desk:
        await desk.press("f", "space", "3", "z")
        assert desk.ratings == (None, Rating.GOOD, None)


async def test_a_card_rated_elsewhere_is_not_rated_again_by_redo(
    learner: Learner,
) -> None:
    learner.writes("decks/biology.yaml", deck_of(2))
    async with sitting(learner) as desk:
        await desk.press("space", "3", "u")
        elsewhere = learner.opens()
        session = elsewhere.session(elsewhere.scope(()))
        elsewhere.answer(session, elsewhere.buttons[3], 1000)
        await desk.press("ctrl+r")
        assert "rated elsewhere" in desk.picture
        assert desk.ratings == (Rating.GOOD, None, Rating.EASY)


async def test_a_card_flagged_elsewhere_meanwhile_stays_flagged(
    learner: Learner,
) -> None:
    async with sitting(learner) as desk:
        elsewhere = learner.opens()
        elsewhere.mark(EventKind.FLAG, "biology/f01/answer")
        await desk.press("f")
        assert "changed elsewhere" in desk.picture
        assert "flagged" in desk.picture
        assert learner.opens().standing("biology/f01/answer").is_flagged
        await desk.press("f")
        assert not learner.opens().standing("biology/f01/answer").is_flagged


async def test_a_card_flagged_elsewhere_at_the_last_moment_stays_flagged(
    learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sitting(learner) as desk:
        screen = desk.app.screen
        assert isinstance(screen, ReviewScreen)
        is_in_step = screen.is_in_step

        def and_then_another_window_is_faster() -> bool:
            found = is_in_step()
            monkeypatch.setattr(screen, "is_in_step", is_in_step)
            learner.opens().mark(EventKind.FLAG, "biology/f01/answer")
            return found

        monkeypatch.setattr(screen, "is_in_step", and_then_another_window_is_faster)
        await desk.press("f")
        assert "changed elsewhere" in desk.picture
        assert "flagged" in desk.picture
        assert learner.opens().standing("biology/f01/answer").is_flagged


async def test_a_mark_redone_elsewhere_is_not_redone_again(learner: Learner) -> None:
    async with sitting(learner) as desk:
        await desk.press("f", "u")
        elsewhere = learner.opens()
        elsewhere.redo(elsewhere.session())
        await desk.press("ctrl+r")
        assert "changed elsewhere" in desk.picture
        assert "flagged" in desk.picture
        assert len(desk.saved) == 3


async def test_the_keys_rate_as_the_settings_say_after_an_edit(
    learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pmflash.tui.editing._edited", lambda *_: "")
    async with sitting(learner) as desk:
        settings = learner.locations.home / "settings.yaml"
        before = settings.read_text(encoding="utf-8") if settings.exists() else ""
        learner.writes("settings.yaml", f"{before}grades: wozniak\n")
        await desk.press("e", "space", "3")
        assert [event.quality for event in desk.saved] == [3]


async def test_what_two_windows_undo_is_undone_once_and_can_be_redone(
    learner: Learner,
) -> None:
    async with sitting(learner) as desk:
        await desk.press("space", "3")
        elsewhere = learner.opens()
        theirs = elsewhere.undo(elsewhere.session())
        await desk.press("u")
        assert "undid Good" in desk.picture
        assert "Answer 1" in desk.picture
        assert desk.ratings == (Rating.GOOD, None)
    elsewhere.redo(elsewhere.refreshed(theirs))
    assert learner.opens().standing("biology/f01/answer").review_count == 1
