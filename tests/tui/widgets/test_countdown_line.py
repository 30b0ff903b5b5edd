from dataclasses import replace
from datetime import date

import pytest

from learner import Learner
from pmflash.study.countdown import Countdown
from pmflash.tui.widgets.countdown_line import pace_words, when_words
from tui.sitting import sitting

PANEL = Countdown("Panel", date(2026, 12, 17), 16, 400, 25, 0, 20)
SETTINGS = "interview_on: 2026-01-21\nnew_per_day: 1\ninterview: "


@pytest.mark.parametrize(
    ("days_left", "words"),
    [
        (0, "Thu 17 Dec · today"),
        (1, "Thu 17 Dec · tomorrow"),
        (16, "Thu 17 Dec · in 16 days"),
        (200, "Thu 17 Dec 2026 · in 200 days"),
    ],
)
def test_the_day_is_named_with_how_far_it_is(days_left: int, words: str) -> None:
    assert when_words(replace(PANEL, days_left=days_left)) == words


def test_a_pace_that_is_too_slow_stands_beside_the_one_needed() -> None:
    assert pace_words(PANEL) == "needs 25 new a day; you have 20"


def test_a_pace_that_is_enough_says_so() -> None:
    assert pace_words(replace(PANEL, new_per_day=25)) == "on track: 25 new a day"


def test_cards_that_no_pace_brings_in_time_are_counted() -> None:
    late = pace_words(replace(PANEL, needed_per_day=3, too_late=7))
    assert late == "on track: 3 new a day; 7 come too late"


def test_when_all_cards_are_met_no_pace_is_needed() -> None:
    assert pace_words(replace(PANEL, unseen=0)) == "all cards met"


def test_on_the_day_itself_what_is_not_met_is_counted() -> None:
    assert pace_words(replace(PANEL, days_left=0, unseen=1)) == "1 card not met"


async def test_today_names_the_interview_and_its_pace(learner: Learner) -> None:
    learner.writes("settings.yaml", f"{SETTINGS}Flexport panel\n")
    async with sitting(learner, on_today=True) as desk:
        place = desk.lines.index(" Interview  Flexport panel  Wed 21 Jan · in 16 days")
        assert desk.lines[place + 1].strip() == "needs 3 new a day; you have 1"


async def test_where_there_is_room_it_takes_one_line(learner: Learner) -> None:
    learner.writes("settings.yaml", f"{SETTINGS}Panel\n")
    async with sitting(learner, on_today=True, size=(120, 40)) as desk:
        (line,) = [line for line in desk.lines if "Interview" in line]
        assert line.endswith("needs 3 new a day; you have 1")
        await desk.resize((60, 20))
        assert "\n            needs 3 new a day" in desk.picture
        await desk.resize((120, 40))
        assert line in desk.picture


async def test_without_a_name_the_day_is_told_alone(learner: Learner) -> None:
    learner.writes("settings.yaml", "interview_on: 2026-01-21\nnew_per_day: 9\n")
    async with sitting(learner, on_today=True) as desk:
        assert " Interview  Wed 21 Jan · in 16 days " in desk.picture
        assert "on track: 3 new a day" in desk.picture


async def test_without_an_interview_there_is_no_line(learner: Learner) -> None:
    learner.writes("settings.yaml", "interview_on: 2026-01-04\ninterview: Panel\n")
    async with sitting(learner, on_today=True) as desk:
        assert "Interview" not in desk.picture


@pytest.mark.parametrize("width", [40, 60, 80, 120])
async def test_a_long_name_never_hides_the_day(learner: Learner, width: int) -> None:
    learner.writes("settings.yaml", f"{SETTINGS}{'漢字 and more ' * 20}\n")
    async with sitting(learner, on_today=True, size=(width, 20)) as desk:
        assert "…  Wed 21 Jan · in 16 days" in desk.picture


@pytest.mark.parametrize("width", [40, 60, 80])
async def test_a_long_pace_is_read_to_its_end(learner: Learner, width: int) -> None:
    terms = "".join(
        f"  - {{id: c{n}, kind: list, of: x{n}, items: "
        "[{text: A, cue: a}, {text: B, cue: b}, {text: C, cue: c}]}\n"
        for n in range(40)
    )
    learner.writes("decks/biology.yaml", f"title: B\nfacts:\n{terms}")
    learner.writes("settings.yaml", "interview_on: 2026-01-07\nnew_per_day: 1\n")
    async with sitting(learner, on_today=True, size=(width, 20)) as desk:
        told = " ".join(desk.picture.split())
        assert "needs 40 new a day; you have 1; 80 come too late" in told


async def test_a_hostile_name_is_shown_as_text(learner: Learner) -> None:
    learner.writes("settings.yaml", f'{SETTINGS}"[red]\\e[2J[/"\n')
    async with sitting(learner, on_today=True) as desk:
        assert "Interview  [red]␛[2J[/  Wed 21 Jan" in desk.picture


async def test_a_new_date_counts_when_today_comes_back(learner: Learner) -> None:
    async with sitting(learner, on_today=True) as desk:
        learner.writes("settings.yaml", f"{SETTINGS}Panel\n")
        await desk.press("question_mark", "escape")
        assert "Interview  Panel" in desk.picture
