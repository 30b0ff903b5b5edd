import pytest
from rich.cells import cell_len

from learner import Learner
from tui.sitting import Sitting, sitting

PROMPTS = ("漢字" * 60, "word " * 60, "e\u0301" * 90, "short", "👩\u200d💻 " * 30)


@pytest.fixture
def wordy(learner: Learner) -> Learner:
    """A learner whose prompts have letters of every width."""
    facts = "".join(
        f"  - {{id: f{place}, q: '{prompt}', a: A}}\n"
        for place, prompt in enumerate(PROMPTS)
    )
    learner.writes("decks/biology.yaml", f"title: B\ncontext: ''\nfacts:\n{facts}")
    return learner


def rows(desk: Sitting) -> list[str]:
    return [line for line in desk.lines if " new  " in line]


@pytest.mark.parametrize("width", [40, 50, 63, 64, 80, 120])
async def test_rows_stay_in_their_columns_at_any_width(
    wordy: Learner, width: int
) -> None:
    async with sitting(wordy, on_today=True, size=(width, 24)) as desk:
        await desk.press("b")
        (head,) = [line for line in desk.lines if line.startswith("    State")]
        assert len(rows(desk)) == len(PROMPTS)
        for row, prompt in zip(rows(desk), PROMPTS, strict=True):
            assert row.index(prompt[:2]) == head.index("Prompt")
            assert cell_len(row) < width


@pytest.mark.parametrize(
    ("width", "columns"),
    [
        (40, ["State", "Prompt"]),
        (60, ["State", "Due", "Prompt"]),
        (80, ["State", "Due", "Ease", "Prompt"]),
    ],
)
async def test_a_narrow_list_leaves_columns_out(
    wordy: Learner, width: int, columns: list[str]
) -> None:
    async with sitting(wordy, on_today=True, size=(width, 24)) as desk:
        await desk.press("b")
        assert desk.lines[3].split() == columns
