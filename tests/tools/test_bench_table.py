import pytest
from tools.bench_table import Row, percentile, table


def test_the_ratio_is_that_of_the_medians() -> None:
    row = Row("first card", "ms", (10.0, 30.0, 20.0), (5.0, 10.0, 90.0), 1.2)
    assert row.ratio == 2.0


def test_the_ratio_of_minima_forgives_a_noisy_machine() -> None:
    row = Row("first card", "ms", (10.0, 300.0), (10.0, 20.0))
    assert row.ratio_of_minima == 1.0


@pytest.mark.parametrize(
    ("milliseconds", "verdict"), [(11.9, "ok"), (12.0, "ok"), (12.1, "over")]
)
def test_an_aim_is_met_up_to_its_own_ratio(milliseconds: float, verdict: str) -> None:
    assert Row("first card", "ms", (milliseconds,), (10.0,), 1.2).verdict == verdict


def test_without_an_aim_there_is_no_verdict() -> None:
    assert Row("peak memory", "MB", (40.0,), (30.0,)).verdict == ""


def test_without_a_floor_there_is_no_ratio() -> None:
    row = Row("fsync", "ms", (0.1,), aim=2)
    assert (row.ratio, row.ratio_of_minima, row.verdict) == (None, None, "")


@pytest.mark.parametrize(
    ("share", "expected"), [(0.0, 1), (0.5, 25), (0.98, 49), (0.99, 50), (1.0, 50)]
)
def test_a_percentile_is_a_sample_that_was_measured(
    share: float, expected: int
) -> None:
    samples = [float(number) for number in range(50, 0, -1)]
    assert percentile(samples, share) == expected


def test_a_table_names_the_ratio_beside_the_aim() -> None:
    row = Row("first card", "ms", (1500.0,), (1000.0,), 1.2)
    head, line, end = table("start", [row])
    assert _words(head) == "start median min floor ratio of mins aim"
    amounts = "1,500 ms 1,500 ms 1,000 ms 1.50 1.50 1.20"
    assert _words(line) == f"first card {amounts} over"
    assert end == ""


def _words(line: str) -> str:
    return " ".join(line.split())
