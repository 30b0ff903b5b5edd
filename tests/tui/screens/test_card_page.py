import pytest

from learner import Learner
from tui.sitting import sitting

FACT = (
    "{id: f, q: Who owns it?, a: The product manager, source: Part 2, "
    "tags: [roles], as_of: 2026}"
)


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (120, 40)])
async def test_a_page_tells_where_a_card_is_from(
    learner: Learner, size: tuple[int, int]
) -> None:
    learner.writes("decks/biology.yaml", f"title: Biology\nfacts: [{FACT}]")
    async with sitting(learner, size=size) as desk:
        await desk.press("i")
        for told in ("Who owns it?", "Part 2", "roles", "biology/f/answer", "none yet"):
            assert told in desk.picture


async def test_a_page_keeps_the_answer_to_itself(learner: Learner) -> None:
    learner.writes("decks/biology.yaml", f"title: Biology\nfacts: [{FACT}]")
    async with sitting(learner) as desk:
        await desk.press("i")
        assert "product manager" not in desk.picture


async def test_a_page_tells_what_was_done_to_a_card(learner: Learner) -> None:
    async with sitting(learner) as desk:
        await desk.press("f", "space", "1", "u", "i")
        history = desk.picture.partition("History")[2]
        assert "Mon 5 Jan 2026" in history
        assert "flagged" in history
        assert "Again" not in history
        await desk.press("escape")
        assert "Answer 1" in desk.picture


async def test_the_last_event_comes_first(learner: Learner) -> None:
    async with sitting(learner) as desk:
        await desk.press("space", "1", *["space", "3"] * 5, "i")
        history = desk.picture.partition("History")[2]
        assert "Question 1?" in desk.picture
        assert "Again" in history
        await desk.press("escape", "space", "2", "u", "f", "i")
        history = desk.picture.partition("History")[2]
        assert history.index("flagged") < history.index("Again")


async def test_a_page_tells_why_a_card_is_due_when_it_is(learner: Learner) -> None:
    async with sitting(learner) as desk:
        await desk.press("space", "2", *["space", "3"] * 5, "i")
        assert "Question 1?" in desk.picture
        assert "Mon 5 Jan 2026 + 1 day (the first interval)" in desk.picture
        assert "→ 1 day" in desk.picture.partition("History")[2]


async def test_a_card_that_was_never_reviewed_has_no_reason(learner: Learner) -> None:
    async with sitting(learner) as desk:
        await desk.press("i")
        assert "why then" not in desk.picture
