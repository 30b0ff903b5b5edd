import re
from datetime import timedelta

import pytest

from builders import DAY_0, an_event
from pmflash.model.event import Event, EventKind
from pmflash.model.filing import Filing
from pmflash.model.rating import Rating
from pmflash.scheduling.sm2 import Sm2
from pmflash.study.history import History
from pmflash.study.stats import statistics
from pmflash.study.tally import Period
from pmflash.tui.stats.charts import ASCII
from pmflash.tui.stats.page import page
from pmflash.tui.stats.rows import Paper, plain

INDEX = tuple(
    (f"flexport/{name}/answer", f"flexport/{name}", Filing(("flexport",), (), ()))
    for name in "abcd"
)

WIDE = Paper(76)


def told(
    *events: Event,
    paper: Paper = WIDE,
    period: Period = Period.MONTH,
    index: tuple[tuple[str, str, Filing], ...] = INDEX,
) -> str:
    """The page of four cards, `a` to `d`."""
    history = History(Sm2())
    history.add(events)
    return plain(page(statistics(index, history, DAY_0), period, paper))


def days_ago(days: int, **changes: object) -> Event:
    day = DAY_0 - timedelta(days=days)
    card = "flexport/a/answer"
    return an_event(card, day=day, at=f"{day}T08:00:00.000000Z", **changes)


BUSY = (
    days_ago(9),
    days_ago(8),
    days_ago(2, rating=Rating.AGAIN),
    days_ago(2, kind=EventKind.DRILL),
    days_ago(0),
)


def test_recall_is_told_with_its_count() -> None:
    recall = "67 % (2 of 3 reviews not rated Again, first meetings apart)"
    assert f"Recall   {recall}" in told(*BUSY)


def test_cram_answers_are_told_apart() -> None:
    cram = days_ago(1, kind=EventKind.CRAM)
    assert "4 reviews, and 1 in the drill and 1 crammed, apart from" in told(
        *BUSY, cram
    )
    assert "0 reviews, and 0 in the drill and 1 crammed" in told(cram)


def test_drill_answers_are_told_apart() -> None:
    assert "Answers  4 reviews, and 1 in the drill, apart from recall" in told(*BUSY)
    assert re.search(r"Good +3 +1 +█", told(*BUSY))
    assert re.search(r"Again +1 +0 +█", told(*BUSY))


def test_pace_counts_every_day_of_the_period() -> None:
    text = told(*BUSY)
    assert "Reviews a day  0.4, by day" in text
    assert "Studied  4 of 10 days, 20 s, 4.0 s an answer" in text


def test_recall_is_shown_by_how_long_a_card_waited() -> None:
    text = told(*BUSY)
    assert "SM-2 makes no estimate" in text
    assert re.search(r"first meeting +100 % +1 ", text)
    assert re.search(r"2 to 6 days +50 % +2 ", text)
    assert "7 to 20 days" not in text


def test_the_busiest_hour_is_the_learners_own() -> None:
    assert "most reviews from 9:00, 75 % recalled" in told(*BUSY)


def test_a_period_without_answers_says_when_the_last_was() -> None:
    text = told(days_ago(40), period=Period.WEEK)
    assert "Answers  none in 7 days; the last one was Wed 26 Nov" in text
    assert "The year  1 answer" in text
    assert "Recall " not in text


def test_a_hard_card_goes_by_its_prompt_where_it_is_known() -> None:
    assert re.search(r"1 +2.18 +flexport/a/answer", told(*BUSY))
    paper = Paper(76, prompts={"flexport/a/answer": "What\nis \x1b[2J drift?"})
    assert re.search(r"1 +2.18 +What is ␛\[2J drift\?", told(*BUSY, paper=paper))


def test_without_answers_the_page_names_the_first_step() -> None:
    text = told(paper=Paper(76, first_step="Press Enter."))
    assert text.startswith("Nothing is answered yet, so there is little to tell.")
    assert "Press Enter." in text
    assert re.search(r"New +4 +100 %", text)


def test_without_cards_no_first_step_is_promised() -> None:
    text = told(paper=Paper(76, first_step="Press Enter."), index=())
    assert "Press Enter." not in text
    assert "The decks you study have no cards" in text


@pytest.mark.parametrize("width", [36, 56, 76, 116])
@pytest.mark.parametrize("period", Period)
def test_everything_but_long_headings_fits_its_paper(
    width: int, period: Period
) -> None:
    prompts = {"flexport/a/answer": "Who?"}
    rows = told(*BUSY, paper=Paper(width, prompts=prompts), period=period)
    headings = ("Hours ", "Due ")
    lines = [row for row in rows.splitlines() if not row.startswith(headings)]
    assert max(map(len, lines)) <= width


def test_plain_characters_tell_everything() -> None:
    assert told(*BUSY, paper=Paper(76, ASCII)).isascii()
