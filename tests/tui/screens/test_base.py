from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from learner import Learner
from pmflash.tui.actions import Action
from tui.sitting import Sitting, sitting

LONG = "\\n".join(f"line {number}" for number in range(60))
BROKEN = 'title: Geology\nfacts: [{id: broken, q: "What?"}]\n'
STATES = {
    "today": (True, ("j",)),
    "front": (False, ()),
    "back": (False, ("space", "j", "j")),
    "undone": (False, ("space", "3", "u", "j", "j")),
    "summary": (False, ("space", "3", "space", "3")),
    "browse": (True, ("b", "j")),
    "help": (False, ("question_mark",)),
    "problems": (True, ("exclamation_mark",)),
    "stats": (True, ("s",)),
    "settings": (True, ("comma", "j")),
    "decks": (True, ("comma", "enter", "j")),
    "plan": (True, ("p",)),
    "note": (False, ("n",)),
    "day": (True, ("p", "d", "s")),
    "themes": (True, ("t", "down")),
    "palette": (True, ("ctrl+p",)),
    "nothing found": (True, ("ctrl+p", "x", "y", "z", "z", "y")),
}


@pytest.fixture
def busy(learner: Learner) -> Learner:
    """A learner who meets every footer: two long cards, and a problem."""
    facts = "".join(f'  - {{id: f{n}, q: Long {n}?, a: "{LONG}"}}\n' for n in (1, 2))
    learner.writes("decks/biology.yaml", f"title: Biology\nfacts:\n{facts}")
    learner.writes("decks/geology.yaml", BROKEN)
    learner.writes("settings.yaml", "")
    return learner


@asynccontextmanager
async def in_state(
    learner: Learner, state: str, size: tuple[int, int]
) -> AsyncIterator[Sitting]:
    on_today, keys = STATES[state]
    for log in learner.locations.progress.glob("*"):
        log.unlink()
    async with sitting(learner, on_today=on_today, size=size) as desk:
        await desk.press(*keys)
        yield desk


def offered(desk: Sitting) -> list[Action]:
    footer = desk.lines[-1]
    return [
        action
        for action in desk.screen.actions_now()
        if action.keys
        and action.label
        and f"{action.shown_key} {action.label}" in footer
    ]


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("size", [(40, 10), (60, 20), (80, 24), (120, 40)])
async def test_the_footer_fits_without_cut_words(
    busy: Learner, state: str, size: tuple[int, int]
) -> None:
    async with in_state(busy, state, size) as desk:
        words = " ".join(
            f"{action.shown_key} {action.label}" for action in offered(desk)
        )
        assert desk.lines[-1].replace("type to filter", "").split() == words.split()
        assert words.endswith(("q quit", "esc close"))
        assert all(len(line) <= size[0] for line in desk.lines)


@pytest.mark.parametrize("state", STATES)
async def test_every_key_in_the_footer_does_something(
    busy: Learner, state: str
) -> None:
    async with in_state(busy, state, (120, 20)) as desk:
        actions = offered(desk)
    assert actions
    for action in actions:
        key = "2" if action.name == "rate" else action.keys.split(",")[0]
        async with in_state(busy, state, (120, 20)) as desk:
            before = desk.picture
            await desk.press(key)
            assert not desk.is_running or desk.picture != before, action


async def test_a_screen_that_is_too_small_says_so(learner: Learner) -> None:
    async with sitting(learner, size=(32, 8)) as desk:
        words = " ".join(desk.picture.split())
        assert words.startswith("pmflash needs 40x10, this is 32x8.")
        assert "q quits" in words


@pytest.mark.parametrize("on_today", [True, False])
@pytest.mark.parametrize("small", [(39, 24), (80, 9), (1, 1)])
async def test_a_screen_that_was_too_small_is_as_it_was(
    learner: Learner, on_today: bool, small: tuple[int, int]
) -> None:
    async with sitting(learner, on_today=on_today) as desk:
        await desk.press("space")
        before = desk.picture
        await desk.resize(small)
        assert desk.picture != before
        await desk.resize((80, 24))
        assert desk.picture == before


async def test_no_key_works_on_a_screen_that_cannot_be_seen(learner: Learner) -> None:
    async with sitting(learner, on_today=True) as desk:
        before = desk.picture
        await desk.resize((30, 8))
        await desk.press("enter", "question_mark", "j", "escape")
        await desk.resize((80, 24))
        assert desk.picture == before


async def test_a_screen_that_is_too_small_can_be_left(learner: Learner) -> None:
    async with sitting(learner, size=(30, 8)) as desk:
        await desk.press("q")
        assert not desk.is_running


@pytest.mark.parametrize("size", [(40, 10), (60, 20), (80, 24), (120, 40)])
async def test_what_matters_fits(learner: Learner, size: tuple[int, int]) -> None:
    async with sitting(learner, size=size) as desk:
        await desk.press("space")
        for needed in ("Question 1?", "Answer 1", "1 Again", "4 Easy", "q quit"):
            assert needed in desk.picture
        assert "due 0" in desk.lines[0]
