from random import Random

import pytest
from textual.drivers.headless_driver import HeadlessDriver
from textual.events import Resize
from textual.geometry import Size

from learner import Learner, deck_of
from pmflash.tui.screens.sitting import SittingScreen
from tui.sitting import Sitting, sitting

SIZES = ((1, 1), (1, 200), (500, 3), (39, 9), (40, 10), (60, 20), (120, 40), (300, 2))
USUAL = (80, 24)
RESIZES = 200
HARMLESS = ("tab", "f5", "insert", "ctrl+b")
"""Keys that change nothing on any screen: they come while it is drawn anew."""

PLACES: dict[str, tuple[bool, tuple[str, ...]]] = {
    "today": (True, ("j",)),
    "front": (False, ()),
    "back": (False, ("space",)),
    "help": (False, ("question_mark",)),
    "palette": (False, ("ctrl+p", "u")),
    "about": (False, ("i",)),
    "summary": (False, ("space", "3", "space", "4")),
    "browse": (True, ("b", "j")),
    "browse-typing": (True, ("b", "slash", "u", "e")),
    "statistics": (True, ("s", "3")),
    "themes": (True, ("t", "j")),
}


def state(desk: Sitting) -> tuple[object, ...]:
    """Which screen is in front, and what it asks."""
    screen = desk.screen
    asks = screen._session.turn if isinstance(screen, SittingScreen) else None
    return type(screen), len(desk.app.screen_stack), asks, desk.saved


def announce(desk: Sitting, size: Size) -> None:
    """Let the terminal have another size, and go on before anything is drawn."""
    driver = desk.app._driver
    assert isinstance(driver, HeadlessDriver)
    driver._size = (size.width, size.height)
    desk.app.post_message(Resize(size, size))


@pytest.mark.parametrize("place", PLACES)
async def test_two_hundred_sizes_change_no_screen_and_no_card(
    learner: Learner, place: str
) -> None:
    learner.writes("decks/biology.yaml", deck_of(2))
    on_today, keys = PLACES[place]
    dice = Random(place)
    async with sitting(learner, on_today=on_today) as desk:
        await desk.press(*keys)
        before, picture = state(desk), desk.picture
        for number in range(RESIZES):
            columns, rows = dice.choice(
                (*SIZES, (dice.randint(1, 200), dice.randint(1, 60)))
            )
            announce(desk, Size(columns, rows))
            desk.app.simulate_key(dice.choice(HARMLESS))
            if number % 20 == 0:
                await desk.settle()
        await desk.resize(USUAL)
        assert state(desk) == before
        assert desk.picture == picture
