import re

import pytest
from rich.cells import cell_len

from learner import Learner, deck_of
from tui.sitting import sitting

TITLES = (
    "A title that is much longer than any column could ever be made, so it is cut",
    "漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字",
)


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("width", [40, 60, 80, 120])
async def test_the_columns_stay_in_line(
    learner: Learner, title: str, width: int
) -> None:
    learner.writes("settings.yaml", "")
    learner.writes("decks/geology.yaml", deck_of(3, title))
    async with sitting(learner, on_today=True, size=(width, 20)) as desk:
        row = next(line for line in desk.lines if title[:2] in line)
        head = next(line for line in desk.lines if "Total" in line)
        ends = cell_len(row[: row.rindex(" 3") + 2]), head.index("Total") + 5
        assert ends[0] == ends[1]
        assert "…" in row or width == 120


async def test_the_mark_is_always_in_sight(learner: Learner) -> None:
    learner.writes("settings.yaml", "")
    for number in range(30):
        learner.writes(f"decks/deck-{number:02}.yaml", deck_of(1, f"Deck {number:02}"))
    async with sitting(learner, on_today=True, size=(80, 20)) as desk:
        assert "> All decks" in desk.picture
        assert "▲" not in desk.picture
        await desk.press(*["j"] * 20)
        assert "> Deck 18" in desk.picture
        assert re.search(r"─ ▲ \d+ more ▼ \d+ more$", desk.picture, re.MULTILINE)
        await desk.press(*["j"] * 20)
        assert "> Deck 29" in desk.picture
        assert "▼" not in desk.picture
        assert "! " not in desk.picture


async def test_a_deck_without_cards_has_nothing_ahead(learner: Learner) -> None:
    learner.writes("settings.yaml", "")
    learner.writes("decks/geology.yaml", "title: Geology\nfacts: []\n")
    async with sitting(learner, on_today=True) as desk:
        row = next(line for line in desk.lines if "Geology" in line)
        assert row.split() == ["Geology", "0", "0", "0", "0", "–"]
        await desk.press("j", "j", "enter")
        assert "Geology has no cards yet" in desk.picture
