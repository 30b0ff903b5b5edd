import pytest

from learner import Learner
from pmflash.tui.widgets.period_tabs import PeriodTabs
from tui.sitting import sitting


@pytest.mark.parametrize("name", ["7 days", "30 days", "1 year", "all"])
async def test_a_period_can_be_clicked(learner: Learner, name: str) -> None:
    async with sitting(learner, on_today=True) as desk:
        await desk.press("s")
        place = desk.lines[1].index(name)
        await desk.click(PeriodTabs, (place, 0))
        assert f"[{name}]" in desk.lines[1]


async def test_a_click_beside_the_periods_changes_nothing(learner: Learner) -> None:
    async with sitting(learner, on_today=True) as desk:
        await desk.press("s")
        before = desk.picture
        await desk.click(PeriodTabs, (70, 0))
        assert desk.picture == before
