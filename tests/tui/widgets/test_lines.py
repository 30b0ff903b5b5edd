import re

from textual.content import Content

from learner import Learner, deck_of
from pmflash.tui.widgets.lines import two_ended
from tui.sitting import sitting


def test_both_ends_of_a_line_stand_at_its_ends() -> None:
    assert two_ended(Content("left"), Content("right"), 14).plain == "left     right"


def test_the_left_end_gives_way() -> None:
    line = two_ended(Content("a very long title"), Content("due 18"), 14).plain
    assert line == "a very… due 18"


def test_wide_characters_count_twice() -> None:
    line = two_ended(Content("漢字漢字漢字"), Content("due"), 10)
    assert line.cell_length == 10
    assert line.plain.endswith(" due")


async def test_the_bar_grows_with_what_is_done(learner: Learner) -> None:
    learner.writes("decks/biology.yaml", deck_of(4))
    full = []
    async with sitting(learner) as desk:
        for _ in range(4):
            full.append(desk.lines[1].count("━"))
            whole = len(re.findall("[━╸─]", desk.lines[1]))
            await desk.press("space", "3")
    assert full == [whole * done // 4 for done in range(4)]


async def test_a_narrow_footer_keeps_what_matters_most(learner: Learner) -> None:
    async with sitting(learner, size=(40, 10)) as desk:
        await desk.press("space", "3", "space")
        assert "1-4 rate" in desk.lines[-1]
        assert "q quit" in desk.lines[-1]
