"""From samples to a table of ratios. Nothing here measures."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

_HEAD = ("", "median", "min", "floor", "ratio", "of mins", "aim", "")


@dataclass(frozen=True, slots=True)
class Row:
    """One measure, with the samples of its floor where it has one."""

    name: str
    unit: str
    samples: tuple[float, ...]
    floor: tuple[float, ...] = ()
    aim: float | None = None
    """The largest ratio to the floor that is good."""
    most: float | None = None
    """The largest median that is good, in `unit`."""

    @property
    def ratio(self) -> float | None:
        """The median by the floor's median; None without a floor."""
        return median(self.samples) / median(self.floor) if self.floor else None

    @property
    def ratio_of_minima(self) -> float | None:
        """The fastest run by the floor's fastest run; None without a floor."""
        return min(self.samples) / min(self.floor) if self.floor else None

    @property
    def verdict(self) -> str:
        """`ok` or `over`; empty where there is no aim."""
        if self.most is not None:
            return "ok" if median(self.samples) <= self.most else "over"
        if self.aim is None or self.ratio is None:
            return ""
        return "ok" if self.ratio <= self.aim else "over"


def table(title: str, rows: Iterable[Row]) -> list[str]:
    """Return the lines of a table with one line a row."""
    lines = [(title, *_HEAD[1:]), *(_cells(row) for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return [*(_line(cells, widths) for cells in lines), ""]


def percentile(samples: Sequence[float], share: float) -> float:
    """Return the smallest sample that `share` (0 to 1) of all do not exceed."""
    ordered = sorted(samples)
    place = -int(-share * len(ordered) // 1) - 1
    return ordered[max(0, min(place, len(ordered) - 1))]


def _cells(row: Row) -> tuple[str, ...]:
    return (
        f"  {row.name}",
        _amount(median(row.samples), row.unit),
        _amount(min(row.samples), row.unit),
        _amount(median(row.floor), row.unit) if row.floor else "",
        _plain(row.ratio),
        _plain(row.ratio_of_minima),
        _plain(row.aim) if row.most is None else _amount(row.most, row.unit),
        row.verdict,
    )


def _amount(value: float, unit: str) -> str:
    digits = 0 if value >= 1000 else 1 if value >= 10 else 2
    return f"{value:,.{digits}f} {unit}"


def _plain(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(_padded(cells, widths)).rstrip()


def _padded(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    for place, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        is_text = place in {0, len(cells) - 1}
        yield cell.ljust(width) if is_text else cell.rjust(width)
