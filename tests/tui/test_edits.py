import pytest

from learner import Learner, deck_of
from pmflash.model.rating import Rating
from tui.sitting import sitting
from tui.terminal import running

DECK = "decks/biology.yaml"
HALF_WRITTEN = {
    "nothing": "",
    "in the middle of a text": "title: Biology\nfacts:\n  - {id: f01, q: 'Quest",
    "in the middle of a fact": "title: Biology\nfacts:\n  - {id: f01, q: Question?}\n",
    "bytes of another sort": "title: Bio\x00logy\n",
}


def edited(*numbers: int, count: int = 36) -> str:
    """The deck, with other questions at some numbers."""
    deck = deck_of(count)
    for number in numbers:
        deck = deck.replace(f"Question {number}?", f"Edited {number}?")
    return deck


async def test_an_edit_from_outside_is_seen_at_the_next_card(learner: Learner) -> None:
    async with sitting(learner) as desk:
        learner.writes(DECK, edited(1, 2))
        await desk.press("space")
        assert "Question 1?" in desk.picture
        await desk.press("3")
        assert "Edited 2?" in desk.picture
        assert "edited · new card" in desk.picture
        await desk.press("space", "3")
        assert "edited" not in desk.picture
        assert desk.ratings == (Rating.GOOD, Rating.GOOD)


async def test_an_edit_of_another_card_is_no_news(learner: Learner) -> None:
    async with sitting(learner) as desk:
        learner.writes(DECK, edited(3))
        await desk.press("space", "3")
        assert "edited" not in desk.picture
        await desk.press("space", "3")
        assert "Edited 3?" in desk.picture


async def test_a_card_that_comes_again_comes_as_it_is_now(learner: Learner) -> None:
    learner.writes(DECK, deck_of(2))
    async with sitting(learner) as desk:
        await desk.press("space", "1")
        learner.writes(DECK, edited(1, count=2))
        await desk.press("space", "3")
        assert "Edited 1?" in desk.picture


@pytest.mark.parametrize("half", HALF_WRITTEN)
async def test_what_an_editor_has_half_written_takes_no_card_away(
    learner: Learner, half: str
) -> None:
    async with sitting(learner) as desk:
        learner.writes(DECK, HALF_WRITTEN[half])
        await desk.press("space", "3")
        assert "Question 2?" in desk.picture
        assert "new 35" in desk.lines[0]
        learner.writes(DECK, edited(3))
        await desk.press("space", "3")
        assert "Edited 3?" in desk.picture


async def test_an_edit_keeps_what_was_skipped_and_what_can_be_undone(
    learner: Learner,
) -> None:
    async with sitting(learner) as desk:
        await desk.press("s", "space", "3")
        learner.writes(DECK, edited(3))
        await desk.press("space", "3")
        assert "Question 4?" in desk.picture
        await desk.press("u")
        assert "Edited 3?" in desk.picture
        assert "Answer 3" in desk.picture
        await desk.press("u")
        assert "Question 2?" in desk.picture
        await desk.press("ctrl+r", "ctrl+r")
        assert "2/36" in desk.picture


async def test_a_new_deck_and_a_deck_that_is_gone_count_at_once(
    learner: Learner,
) -> None:
    learner.writes("settings.yaml", "new_per_day: 99\n")
    async with sitting(learner) as desk:
        learner.writes("decks/algebra.yaml", deck_of(4, "Algebra"))
        await desk.press("space", "3")
        assert "new 39" in desk.lines[0]
        (learner.locations.home / DECK).unlink()
        await desk.press("space", "3")
        assert "Algebra: " in desk.picture
        assert desk.picture.count("Biology") == 0


async def test_the_answers_count_that_were_given_before_an_edit(
    learner: Learner,
) -> None:
    learner.writes(DECK, deck_of(2))
    async with sitting(learner) as desk:
        await desk.press("space", "3")
        learner.writes(DECK, edited(1, 2, count=2))
        await desk.press("space", "4")
        assert "2 cards" in desk.picture
        assert desk.ratings == (Rating.GOOD, Rating.EASY)


def test_an_editor_that_replaces_the_file_is_heard_in_a_terminal(
    learner: Learner,
) -> None:
    with running(learner, "review") as terminal:
        terminal.wait_for("space answer")
        learner.writes("decks/.biology.yaml.swp", "an editor's own")
        learner.writes("decks/4913", "what vim tries first")
        learner.writes("decks/new", edited(2))
        decks = learner.locations.home / "decks"
        (decks / "biology.yaml").rename(decks / "biology.yaml~")
        (decks / "new").rename(decks / "biology.yaml")
        terminal.type(" 3")
        terminal.wait_for("Edited 2?")
        terminal.wait_for("edited · new card")
        terminal.type("q")
        assert terminal.wait_for_end() == 0
    assert (decks / "biology.yaml").read_text() == edited(2)
