import pytest
from textual.events import Paste

from learner import Learner, deck_of
from pmflash.model.event import EventKind
from tui.hostile import ACTING
from tui.sitting import Sitting, sitting

QUESTION = "What is wrong with this card?"


def notes(desk: Sitting) -> list[str]:
    return [event.note for event in desk.saved if event.kind is EventKind.NOTE]


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (120, 40), (40, 10)])
async def test_n_asks_what_is_wrong_and_shows_the_front_alone(
    learner: Learner, size: tuple[int, int]
) -> None:
    async with sitting(learner, size=size) as desk:
        await desk.press("space", "n")
        assert QUESTION in desk.picture
        assert "Question 1?" in desk.picture
        assert "Answer 1" not in desk.picture
        assert "enter save" in desk.lines[-1]


async def test_a_note_is_kept_and_the_card_goes_on_as_it_stood(
    learner: Learner,
) -> None:
    async with sitting(learner) as desk:
        await desk.press("space", "n", *"vague", "enter")
        assert "new card · noted" in desk.picture
        assert "Answer 1" in desk.picture
        assert notes(desk) == ["vague"]
        await desk.press("3")
        assert "Question 2?" in desk.picture


@pytest.mark.parametrize("keys", [["escape"], [*"vague", "escape"], ["enter"]])
async def test_nothing_is_saved_where_nothing_changed(
    learner: Learner, keys: list[str]
) -> None:
    async with sitting(learner) as desk:
        before = desk.picture
        await desk.press("n", *keys)
        assert desk.picture == before
        assert desk.saved == ()


async def test_a_note_is_taken_up_where_it_was_left(learner: Learner) -> None:
    async with sitting(learner) as desk:
        await desk.press("n", *"vague", "enter", "n")
        assert "> vague" in desk.picture
        await desk.press("exclamation_mark", *"ly", "enter")
        assert notes(desk) == ["vague", "vaguely"]


async def test_an_emptied_line_takes_the_note_away(learner: Learner) -> None:
    async with sitting(learner) as desk:
        await desk.press("n", *"vague", "enter", "n", "ctrl+u", "enter")
        assert "noted" not in desk.picture
        assert notes(desk) == ["vague", ""]


async def test_undo_takes_a_note_back_and_redo_brings_it_again(
    learner: Learner,
) -> None:
    async with sitting(learner) as desk:
        await desk.press("n", *"vague", "enter", "u")
        assert "undid the note · new card ─" in desk.picture
        await desk.press("ctrl+r")
        assert "redid the note · new card · noted" in desk.picture


async def test_the_page_about_a_card_shows_the_note(learner: Learner) -> None:
    async with sitting(learner) as desk:
        await desk.press("n", *"vague", "enter", "i")
        assert "  noted    vague" in desk.picture
        assert "Mon 5 Jan 2026   noted: vague" in desk.picture


async def test_the_palette_takes_notes_where_letters_are_text(
    learner: Learner,
) -> None:
    fact = "{id: f, q: What is watched?, a: Dwell time, accept: [dwell]}"
    learner.writes("decks/biology.yaml", f"title: Biology\nfacts: [{fact}]")
    async with sitting(learner) as desk:
        await desk.press("n", "ctrl+p", *"note", "enter", *"why", "enter")
        assert "new card · noted" in desk.picture
        assert "> n" in desk.picture


async def test_a_note_stays_with_the_card_it_was_written_on(learner: Learner) -> None:
    learner.writes("decks/biology.yaml", deck_of(2))
    async with sitting(learner) as desk:
        await desk.press("n", *"vague")
        elsewhere = learner.opens()
        elsewhere.answer(elsewhere.session(), elsewhere.buttons[3], 1000)
        await desk.press("enter")
        (note,) = (event for event in desk.saved if event.note)
        assert note.card == "biology/f01/answer"


@pytest.mark.parametrize("on_today", [True, False])
async def test_a_note_may_be_typed_ahead(learner: Learner, on_today: bool) -> None:
    async with sitting(learner, on_today=on_today) as desk:
        if on_today:
            await desk.press("b")
        await desk.press("n", *"quite vague".replace(" ", "-"), "enter", apart=0.0)
        assert notes(desk) == ["quite-vague"]


async def test_a_note_that_cannot_be_saved_is_tried_again(learner: Learner) -> None:
    async with sitting(learner) as desk:
        folder = learner.locations.progress
        folder.parent.mkdir(exist_ok=True)
        folder.write_text("in the way")
        await desk.press("n", *"vague", "enter")
        assert "Not saved: " in desk.picture
        assert "> vague_" in desk.picture
        folder.unlink()
        await desk.press("enter")
        assert notes(desk) == ["vague"]


@pytest.mark.parametrize("payload", ACTING)
async def test_a_note_drives_no_terminal(learner: Learner, payload: str) -> None:
    collection = learner.opens()
    collection.mark(EventKind.NOTE, "biology/f01/answer", payload)
    async with sitting(learner) as desk:
        for key in ("i", "escape", "n"):
            await desk.press(key)
            assert not set(desk.picture) & set("\x1b\x07\x9b\x9d\x9c\u202e\u202c\x08")
        await desk.send(Paste(payload))
        assert not set(desk.picture) & set("\x1b\x07\x9b\x9d\x9c\u202e\u202c\x08")


async def test_notes_are_taken_and_shown_in_the_browser_too(learner: Learner) -> None:
    async with sitting(learner, on_today=True) as desk:
        await desk.press("b", "j", "n")
        assert QUESTION in desk.picture
        await desk.press(*"vague", "enter")
        assert "You noted: vague" in desk.picture
        assert "noted · never reviewed" in desk.picture
        assert [event.card for event in desk.saved] == ["biology/f02/answer"]
        await desk.press("slash", *"is:noted", "enter")
        assert "1 of 1 card" in desk.lines[0]
        await desk.press("u")
        assert "You noted" not in desk.picture


async def test_a_long_front_moves_neither_the_line_nor_the_footer(
    learner: Learner,
) -> None:
    fact = "{id: f, q: " + "What is it? " * 60 + ", a: It}"
    learner.writes("decks/biology.yaml", f"title: Biology\nfacts: [{fact}]")
    async with sitting(learner, size=(40, 10)) as desk:
        await desk.press("n")
        assert desk.lines[1] == " > _"
        assert desk.lines[-1].endswith("esc close")
        assert desk.screen.max_scroll_y == 0
