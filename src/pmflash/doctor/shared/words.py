"""How findings name what may be long: ids that anybody wrote, and many lines."""

from collections.abc import Sequence

from pmflash.model.text import one_line

_LONGEST = 120
_MOST_SPANS = 20


def named(text: str) -> str:
    """Return an id or a text of a learner, safe to show and not too long."""
    line = one_line(text[: 2 * _LONGEST])
    shortened = line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
    return shortened or "(empty)"


def lines_named(numbers: Sequence[int]) -> tuple[str, ...]:
    """Return where all lines are, `lines 4, 280 to 309`, when they are several."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and spans[-1][-1] == number - 1:
            spans[-1][1:] = [number]
        else:
            spans.append([number])
    told = [" to ".join(map(str, span)) for span in spans[:_MOST_SPANS]]
    more = len(spans) - _MOST_SPANS
    all_lines = f"lines {', '.join(told)}{f' and {more:,} more' if more > 0 else ''}"
    return (all_lines,) if len(numbers) > 1 else ()
