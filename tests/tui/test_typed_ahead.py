from contextlib import nullcontext

import pytest
from textual.app import App
from textual.events import Key, Paste

from learner import Learner, deck_of
from pmflash.model.rating import Rating
from pmflash.tui.widgets.search_line import SearchLine
from tui.sitting import Sitting, sitting


async def typed(desk: Sitting, *keys: str) -> None:
    """Press all keys before any of them can be obeyed."""
    await desk.press(*keys, apart=0.0)


async def test_keys_typed_ahead_are_for_the_screen_that_opens(learner: Learner) -> None:
    async with sitting(learner, on_today=True) as desk:
        await typed(desk, "b", "slash", *"question")
        assert desk.widget(SearchLine).field.text == "question"


async def test_a_name_typed_after_the_palette_touches_no_card(learner: Learner) -> None:
    async with sitting(learner) as desk:
        await typed(desk, "ctrl+p", *"zbfsq")
        assert desk.saved == ()
        assert "> zbfsq" in desk.picture


async def test_what_is_pasted_comes_after_the_keys_before_it(learner: Learner) -> None:
    async with sitting(learner, on_today=True) as desk:
        for key in ("b", "slash"):
            desk.app.post_message(Key(key, None))
        await desk.send(Paste("answer 7"))
        assert desk.widget(SearchLine).field.text == "answer 7"


async def test_what_is_chosen_by_name_is_done_before_the_keys_after_it(
    learner: Learner,
) -> None:
    async with sitting(learner) as desk:
        await typed(desk, "ctrl+p", *"show the answer", "enter", "4")
        assert desk.ratings == (Rating.EASY,)


async def test_a_way_out_waits_for_the_ratings_before_it(learner: Learner) -> None:
    async with sitting(learner) as desk:
        await typed(desk, "space", "3", "ctrl+q")
        assert not desk.is_running
    assert len(desk.saved) == 1


async def test_a_summary_is_not_passed_by_keys_that_were_for_cards(
    learner: Learner,
) -> None:
    learner.writes("decks/biology.yaml", deck_of(1))
    async with sitting(learner) as desk:
        await typed(desk, "space", "3", "enter", "u", "q")
        assert "Session done" in desk.picture
        assert len(desk.saved) == 1


async def test_a_key_from_while_another_program_had_the_terminal_is_not_obeyed(
    learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(App, "suspend", lambda _: nullcontext())
    async with sitting(learner) as desk:
        on_its_way = Key("space", None)
        with desk.app.suspend():
            pass
        await desk.send(on_its_way)
        await desk.press("3")
        assert desk.saved == ()
        await desk.press("space", "3")
        assert desk.ratings == (Rating.GOOD,)
