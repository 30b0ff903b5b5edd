import re
from datetime import date, timedelta
from itertools import product

import pytest

from builders import an_event
from learner import Learner, deck_of
from pmflash.model.rating import FOUR_BUTTONS
from pmflash.scheduling.sm2 import Sm2, Sm2State
from pmflash.storage.journal_line import encode_event, encode_header
from pmflash.study.history import History
from pmflash.tui.screens.summary import SummaryScreen
from tui.sitting import Sitting, sitting

PASTS = tuple(
    past for length in range(4) for past in product(FOUR_BUTTONS, repeat=length)
)
"""What was pressed on every card so far: 85 different pasts."""
TODAY = date(2030, 1, 7)
DRILL_WORDS = "again today"


@pytest.fixture
def seasoned(learner: Learner) -> Learner:
    """A learner with a card of every past, reviewed once a year, all of them due."""
    learner.writes("decks/biology.yaml", deck_of(len(PASTS)))
    learner.writes("settings.yaml", "new_per_day: 999\n")
    events = [
        an_event(
            f"biology/f{number:02}/answer",
            rating=button.rating,
            day=date(2026 + year, 1, 5),
            at=f"{2026 + year}-01-05T08:00:00.{number:06}Z",
        )
        for number, past in enumerate(PASTS, 1)
        for year, button in enumerate(past)
    ]
    log = b"".join([encode_header("desktop"), *map(encode_event, events)])
    learner.writes("progress/reviews-desktop.jsonl", log.decode())
    learner.watch.morning_of(TODAY)
    return learner


def columns(lines: list[str]) -> list[tuple[int, int]]:
    """Under each button: the interval in days, and the ease in hundredths."""
    row = next(row for row, line in enumerate(lines) if "1 Again" in line)
    days = re.findall(r"([\d,]+) days?", lines[row + 1])
    ease = re.findall(r"ease (\d)\.(\d\d)", lines[row + 2])
    return [
        (int(number.replace(",", "")), int(whole + hundredths))
        for number, (whole, hundredths) in zip(days, ease, strict=True)
    ]


def card_on(lines: list[str]) -> str:
    """The id of the card that is asked."""
    found = re.search(r"Question (\d+)\?", "\n".join(lines))
    assert found
    return f"biology/f{int(found[1]):02}/answer"


async def rate_all(desk: Sitting, shift: int) -> dict[str, tuple[int, int]]:
    """Rate every card, in turn with every button; return what the buttons said."""
    promised = {}
    for turn in range(2 * len(PASTS)):
        if isinstance(desk.screen, SummaryScreen):
            break
        await desk.press("space")
        # Drawing the screen takes longer than all else here.
        lines = desk.lines
        if any(DRILL_WORDS in line for line in lines):
            await desk.press("3")
            continue
        place = (turn + shift) % 4
        promised[card_on(lines)] = columns(lines)[place]
        await desk.press(FOUR_BUTTONS[place].key)
    return promised


@pytest.mark.parametrize("shift", range(4))
async def test_what_stands_under_a_button_is_what_will_be_stored(
    seasoned: Learner, shift: int
) -> None:
    async with sitting(seasoned) as desk:
        promised = await rate_all(desk, shift)
    history = History(Sm2())
    history.add(seasoned.saved())
    stored = {}
    for card in promised:
        state = history.standing(card).state
        assert isinstance(state, Sm2State)
        assert state.due_on == TODAY + timedelta(days=state.interval_days)
        stored[card] = (state.interval_days, state.ease_percent)
    assert len(promised) == len(PASTS)
    assert promised == stored


async def test_a_better_button_never_brings_the_card_back_sooner(
    seasoned: Learner,
) -> None:
    async with sitting(seasoned) as desk:
        for _ in PASTS:
            await desk.press("space")
            labels = columns(desk.lines)
            assert len(labels) == 4
            assert labels == sorted(labels)
            await desk.press("3")


async def test_the_drill_promises_no_interval(learner: Learner) -> None:
    learner.writes("decks/biology.yaml", deck_of(1))
    async with sitting(learner) as desk:
        await desk.press("space", "1", "space")
        assert re.search(r"again today +again today +done +done", desk.picture)
        assert "ease" not in desk.picture


async def test_a_failed_card_is_promised_for_today_too(learner: Learner) -> None:
    async with sitting(learner) as desk:
        await desk.press("space")
        assert re.search(r"today \+ 1 day +today \+ 1 day +1 day +1 day", desk.picture)


@pytest.mark.parametrize("width", [40, 60, 80, 120])
async def test_the_labels_are_never_cut(seasoned: Learner, width: int) -> None:
    async with sitting(seasoned, size=(width, 16)) as desk:
        for _ in PASTS[:40]:
            await desk.press("space")
            lines = desk.lines
            row = next(row for row, line in enumerate(lines) if "1 Again" in line)
            assert re.fullmatch(
                r" *((today ?\+ ?|now\+)?[\d,]+( days?|d)( \(~[\d.]+ (mo|y)\))? *){4}",
                lines[row + 1],
            )
            await desk.press("3")


async def test_no_label_stands_there_before_the_answer(learner: Learner) -> None:
    async with sitting(learner) as desk:
        assert "Again" not in desk.picture
        assert "press space" in desk.picture
