import pytest

from pmflash.tui.stats.rows import Paper, figure, plain, portion, time_spent


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 s"),
        (59, "59 s"),
        (60, "1 min"),
        (3599, "59 min"),
        (3600, "1 h 00 min"),
        (5_400_000, "1,500 h 00 min"),
    ],
)
def test_time_is_told_as_exactly_as_it_matters(seconds: int, words: str) -> None:
    assert time_spent(seconds * 1000) == words


def test_a_share_of_nothing_is_no_number() -> None:
    assert portion(0, 0) == "-"


def test_a_long_sentence_goes_on_below_itself() -> None:
    rows = figure("Streak", "2 days, the longest 9 days", Paper(24))
    assert plain(rows) == "Streak   2 days, the\n         longest 9 days"
