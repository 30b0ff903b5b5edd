from datetime import timedelta

import pytest

from builders import DAY_0, an_event
from learner import Learner, answered, deck_of
from pmflash.model.rating import Rating
from pmflash.storage.journal_line import encode_event, encode_header
from pmflash.tui.screens.review import ReviewScreen
from pmflash.tui.screens.stats import StatsScreen
from tui.sitting import Sitting, sitting

SIZES = ((120, 40), (80, 24), (60, 20), (40, 10))


@pytest.fixture
def studied(learner: Learner) -> Learner:
    """A learner who rated f01 on each of forty days, Again on every fifth."""
    events = [
        an_event(
            "biology/f01/answer",
            day=(day := DAY_0 - timedelta(days=ago)),
            at=f"{day}T07:00:00.000000Z",
            rating=Rating.GOOD if ago % 5 else Rating.AGAIN,
        )
        for ago in range(40)
    ]
    log = b"".join([encode_header("desktop"), *map(encode_event, events)])
    learner.writes("progress/reviews-desktop.jsonl", log.decode())
    return learner


async def whole_page(desk: Sitting) -> str:
    """All of the page, read by scrolling."""
    seen = [desk.picture]
    for _ in range(20):
        await desk.press("pagedown")
        seen.append(desk.picture)
    return "\n".join(seen)


async def test_s_shows_the_last_thirty_days(studied: Learner) -> None:
    async with sitting(studied, on_today=True) as desk:
        await desk.press("s")
        assert isinstance(desk.screen, StatsScreen)
        assert "[30 days]" in desk.lines[1]
        assert "Recall   80 % (24 of 30 reviews not rated Again," in desk.picture


@pytest.mark.parametrize(
    ("keys", "chosen", "reviews"),
    [
        (("1",), "7 days", 7),
        (("2",), "30 days", 30),
        (("3",), "1 year", 40),
        (("4",), "all", 40),
        (("left",), "7 days", 7),
        (("h", "h", "h"), "7 days", 7),
        (("right",), "1 year", 40),
        (("l", "l", "l", "l"), "all", 40),
        (("l", "h"), "30 days", 30),
    ],
)
async def test_keys_choose_the_period(
    studied: Learner, keys: tuple[str, ...], chosen: str, reviews: int
) -> None:
    async with sitting(studied, on_today=True) as desk:
        await desk.press("s", *keys)
        assert f"[{chosen}]" in desk.lines[1]
        assert f"Answers  {reviews} reviews" in desk.picture


@pytest.mark.parametrize("size", SIZES)
async def test_every_section_can_be_reached(
    studied: Learner, size: tuple[int, int]
) -> None:
    async with sitting(studied, on_today=True, size=size) as desk:
        await desk.press("s")
        text = await whole_page(desk)
    for heading in (
        *("Recall ", "Answers", "Streak", "Reviews a day", "Minutes a day"),
        *("Ratings", "Recall after", "Hours", "Cards", "Due", "The year"),
        *("Hardest cards", "Question 1?"),
    ):
        assert heading in text
    assert all(len(line) <= size[0] for line in text.splitlines())


@pytest.mark.parametrize("size", SIZES)
async def test_no_chart_is_cut(studied: Learner, size: tuple[int, int]) -> None:
    async with sitting(studied, on_today=True, size=size) as desk:
        await desk.press("s", "4")
        lines = (await whole_page(desk)).splitlines()
    assert not [line for line in lines if set("█▓▒░·") & set(line) and "…" in line]


async def test_a_resize_draws_the_page_anew(studied: Learner) -> None:
    async with sitting(studied, on_today=True) as desk:
        await desk.press("s")
        before = desk.picture
        await desk.resize((60, 20))
        assert desk.picture != before
        await desk.resize((1, 1))
        await desk.resize((80, 24))
        assert desk.picture == before


async def test_the_place_on_the_page_stays_when_the_period_changes(
    studied: Learner,
) -> None:
    async with sitting(studied, on_today=True) as desk:
        await desk.press("s", "j", "j", "j", "4")
        assert desk.screen.scroller is not None
        assert desk.screen.scroller.scroll_y == 3


async def test_before_the_first_answer_the_next_step_is_named(
    learner: Learner,
) -> None:
    async with sitting(learner, on_today=True) as desk:
        await desk.press("s")
        assert "Nothing is answered yet" in desk.picture
        assert "Esc, then Enter on today's screen" in desk.picture
        await desk.press("escape", "enter")
        assert "Question 1?" in desk.picture


async def test_without_cards_the_screen_says_so(learner: Learner) -> None:
    learner.writes("decks/biology.yaml", "facts: []\n")
    async with sitting(learner, on_today=True) as desk:
        await desk.press("s")
        assert "The decks you study have no cards" in desk.picture


async def test_what_was_undone_is_not_counted(learner: Learner) -> None:
    collection = learner.opens()
    session = answered(collection, collection.session(), ["Good", "Again", "Easy"])
    collection.undo(session)
    async with sitting(learner, on_today=True) as desk:
        await desk.press("s")
        assert "Answers  2 reviews" in desk.picture


async def test_answers_given_meanwhile_are_counted(studied: Learner) -> None:
    async with sitting(studied, on_today=True) as desk:
        await desk.press("s", "escape", "enter", "space", "3", "escape", "s")
        assert "Answers  31 reviews" in desk.picture


async def test_escape_leads_back_to_today(studied: Learner) -> None:
    async with sitting(studied, on_today=True) as desk:
        before = desk.picture
        await desk.press("s", "escape")
        assert desk.picture == before


async def test_a_hostile_prompt_is_shown_as_text(studied: Learner) -> None:
    prompt = '"[red]\\e[2J [/ one\\ntwo"'
    learner = studied
    learner.writes("decks/biology.yaml", f"facts: [{{id: f01, q: {prompt}, a: A}}]")
    async with sitting(learner, on_today=True) as desk:
        await desk.press("s")
        assert "[red]␛[2J [/ one two" in await whole_page(desk)


async def test_the_help_lists_all_keys(studied: Learner) -> None:
    async with sitting(studied, on_today=True) as desk:
        await desk.press("s", "question_mark")
        for action in StatsScreen.ACTIONS:
            assert action.help in desk.picture


async def test_no_card_is_hard_before_it_was_failed(learner: Learner) -> None:
    learner.writes("decks/biology.yaml", deck_of(1))
    collection = learner.opens()
    answered(collection, collection.session(), ["Good"])
    async with sitting(learner, on_today=True) as desk:
        await desk.press("s")
        assert "Hardest" not in await whole_page(desk)


async def test_reviews_that_cannot_be_read_any_more_are_told(studied: Learner) -> None:
    studied.opens().keep_snapshot(at_least=1)
    async with sitting(studied, on_today=True) as desk:
        newer = '{"pmflash":"reviews","format":2}\n'
        studied.writes("progress/reviews-phone.jsonl", newer)
        await desk.press("s")
        assert "written by a newer pmflash" in " ".join(desk.picture.split())
        await desk.press("enter", "i")
        assert isinstance(desk.screen, ReviewScreen)
