from datetime import timedelta

import pytest

from builders import DAY_0
from pmflash.tui.stats.charts import ASCII, BLOCKS, Glyphs, bar, upright, year
from pmflash.tui.stats.rows import plain

both_glyphs = pytest.mark.parametrize("glyphs", [BLOCKS, ASCII])


def test_a_bar_is_as_long_as_its_value() -> None:
    assert [bar(value, 4, 8, BLOCKS) for value in (0, 1, 4)] == ["", "██", "████████"]


def test_what_is_too_little_for_a_block_leaves_a_trace() -> None:
    assert bar(1, 1000, 10, BLOCKS) == "▏"
    assert bar(1, 1000, 0, ASCII) == "|"


def test_nothing_at_all_needs_no_bar() -> None:
    assert bar(0, 0, 10, BLOCKS) == ""


COLUMNS = """\
   10   █
        █
      ▄ █
      █ █ ▁
      a b c d"""


def test_upright_bars_stand_over_their_labels() -> None:
    drawn = plain(upright([3.7, 10, 0.1, 0], "abcd", 14, BLOCKS))
    assert drawn == COLUMNS


@both_glyphs
@pytest.mark.parametrize("width", [36, 56, 76, 116])
@pytest.mark.parametrize("count", [1, 7, 24, 31, 200])
def test_upright_bars_fit_any_width(width: int, count: int, glyphs: Glyphs) -> None:
    values = [float(number * 997) for number in range(count)]
    labels = [f"{number}" for number in range(count)]
    lines = plain(upright(values, labels, width, glyphs)).splitlines()
    assert max(map(len, lines)) <= width
    assert len(lines) == 5


def test_labels_never_touch_each_other() -> None:
    labels = [f"{number}" for number in range(100, 130)]
    *_, below = plain(upright([1.0] * 30, labels, 36, BLOCKS)).splitlines()
    assert below.split() == [f"{number}" for number in range(100, 128, 4)]


def test_a_calendar_ends_today_with_its_weekday_in_its_row() -> None:
    wednesday = DAY_0 + timedelta(days=2)
    _, monday, tuesday, this_day, thursday, *_ = plain(
        year({DAY_0: 1, wednesday: 4}, wednesday, 58, BLOCKS)
    ).splitlines()
    assert (monday[-1], tuesday[-1], this_day[-1]) == ("░", "·", "█")
    assert len(monday) == len(this_day) == len(thursday) + 1 == 58


def test_the_legend_names_the_most_that_each_mark_stands_for() -> None:
    *_, legend = plain(year({DAY_0: 63}, DAY_0, 58, BLOCKS)).splitlines()
    assert legend.strip() == "· 0  up to:  ░ 15  ▒ 31  ▓ 47  █ 63"


@pytest.mark.parametrize("most", range(1, 12))
def test_every_day_is_marked_as_the_legend_says(most: int) -> None:
    for count in range(1, most + 1):
        earlier = DAY_0 - timedelta(days=7)
        rows = plain(year({earlier: count, DAY_0: most}, DAY_0, 58, BLOCKS))
        mark = rows.splitlines()[1][-2]
        *_, legend = rows.splitlines()
        limits = dict(zip(legend.split()[4::2], legend.split()[5::2], strict=True))
        smaller = [int(limit) for limit in limits.values() if int(limit) < count]
        assert int(limits[mark]) >= count > max(smaller, default=0)


@both_glyphs
@pytest.mark.parametrize("width", [36, 56, 76, 116])
def test_a_calendar_fits_any_width(width: int, glyphs: Glyphs) -> None:
    counts = {DAY_0 - timedelta(days=back): back for back in range(365)}
    lines = plain(year(counts, DAY_0, width, glyphs)).splitlines()
    assert max(map(len, lines)) <= width
    assert len(lines) == 9


def test_plain_characters_are_enough() -> None:
    drawn = [*upright([1, 2], "ab", 36, ASCII), *year({DAY_0: 3}, DAY_0, 36, ASCII)]
    assert plain(drawn).isascii()
