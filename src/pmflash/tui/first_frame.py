"""The first card as plain ANSI, cell by cell as the review screen will draw it."""

import re
from collections.abc import Iterator
from enum import Enum
from itertools import pairwise

from pmflash.tui.asked import Asked
from pmflash.tui.inputs.base import Ink, Line
from pmflash.tui.wording import progress_bar

# The breakpoints of the screens and the paddings of pmflash.tcss.
_LEAST_WIDTH, _LEAST_HEIGHT = 42, 16
_TALL, _WIDE = 22, 70
_LONGEST_LINE = 96
_HEADER_LINES, _BAR_LINES, _FOOTER_LINES = 2, 3, 1

_WORD = re.compile(r"\s*\S+\s*")
_ONE_CELL_EACH = re.compile(
    "[ -~\u00a1-\u00ac\u00ae-\u02ff\u0391-\u03a1\u03a3-\u03ff\u0400-\u0482"
    "\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u2193\u2212\u2260-\u2265\n]*"
)


class _Ink(Enum):
    """How a stretch of text looks: bold or not, and its grey or colour."""

    PLAIN = (False, "224;224;224")
    BOLD = (True, "224;224;224")
    DIM = (False, "153;153;153")
    EDGE = (False, "90;90;90")
    LABEL = (False, "172;172;172")
    BAR = (False, "254;166;43")
    ACCENT = (True, "254;166;43")

    def sequence(self, coloured: bool) -> str:
        """Return what a terminal must read before the text."""
        is_bold, colour = self.value
        weight = ";1" if is_bold else ""
        colours = f";38;2;{colour};48;2;18;18;18" if coloured else ""
        return f"\x1b[0{weight}{colours}m"


_INKS = {
    Ink.PLAIN: _Ink.PLAIN,
    Ink.BOLD: _Ink.BOLD,
    Ink.DIM: _Ink.DIM,
    Ink.MARK: _Ink.ACCENT,
}
"""How inputs look at first; they have other looks later."""

_Line = tuple[tuple[str, _Ink], ...]


def first_frame(asked: Asked, width: int, height: int, coloured: bool) -> str | None:
    """Return what paints `asked` on `width` times `height` cells.

    None where that could differ from what the review screen draws a moment later.
    """
    texts = (asked.deck, asked.heading, asked.tags, asked.prompt)
    is_sure = all(_ONE_CELL_EACH.fullmatch(text) for text in texts)
    has_room = width >= _LEAST_WIDTH and height >= _LEAST_HEIGHT
    if not is_sure or not has_room:
        return None
    box_height = height - _HEADER_LINES - _BAR_LINES - _FOOTER_LINES
    box = _box(asked, width - 2, box_height)
    header = _header(asked, width - 2)
    if box is None or header is None:
        return None
    lines: list[_Line] = [header, _progress(asked, width - 2), *box]
    invitation = wrapped(asked.invitation, width - 2)
    lines += [((line.ljust(width - 2), _Ink.DIM),) for line in invitation]
    lines += [((" " * (width - 2), _Ink.PLAIN),)] * (height - len(lines))
    return "".join(_painted(row, line, coloured) for row, line in enumerate(lines, 1))


def wrapped(text: str, width: int) -> list[str]:
    """Return the lines of `text` as Textual breaks them, one cell a character."""
    return [
        line[start:end].rstrip()[:width]
        for line in text.split("\n")
        for start, end in _stretches(line, width)
    ]


def _stretches(line: str, width: int) -> Iterator[tuple[int, int]]:
    breaks = [0, *filter(None, _breaks(line, width)), len(line)]
    return pairwise(breaks)


def _breaks(line: str, width: int) -> Iterator[int]:
    filled = 0
    for word in _WORD.finditer(line):
        length = len(word[0].rstrip())
        if length <= width - filled:
            filled += len(word[0])
        elif length > width:
            pieces = range(word.start(), word.end(), width)
            yield from pieces
            filled = word.end() - pieces[-1]
        elif filled:
            yield word.start()
            filled = len(word[0])


def _header(asked: Asked, width: int) -> _Line | None:
    room = width - len(asked.waiting) - len(asked.due_words)
    if len(asked.deck) >= room:
        return None
    return (
        (asked.deck, _Ink.BOLD),
        (asked.waiting.rjust(room - len(asked.deck) + len(asked.waiting)), _Ink.PLAIN),
        (asked.due_words, _Ink.ACCENT),
    )


def _progress(asked: Asked, width: int) -> _Line:
    words = f"  {asked.progress_words}"
    done, rest = progress_bar(asked.done, asked.total, width - len(words))
    return ((done, _Ink.BAR), (rest, _Ink.DIM), (words, _Ink.PLAIN))


def _box(asked: Asked, width: int, height: int) -> list[_Line] | None:
    """Return the card, or None when it would scroll or a label would be cut."""
    is_tall = height + _HEADER_LINES + _BAR_LINES + _FOOTER_LINES >= _TALL
    is_wide = width + 2 >= _WIDE
    padding = 2 if not is_tall else 3 if is_wide else 1
    above = 1 if is_tall and is_wide else 0
    inside = width - 2 - 2 * padding
    card = _card(asked, min(inside, _LONGEST_LINE))
    rows = height - 2
    is_wide_label = max(len(asked.tags), len(asked.heading)) > width - 6
    if card is None or is_wide_label or len(card) > rows - 2 * above:
        return None
    texts = [*[()] * above, *card, *[()] * (rows - above - len(card))]
    edge, side = "─" * (width - 2), " " * padding
    label = f" {asked.heading} "
    tags = f" {asked.tags} " if asked.tags else ""
    middle: list[_Line] = [
        (
            (f"│{side}", _Ink.EDGE),
            *text,
            (f"{' ' * (inside - _length(text))}{side}│", _Ink.EDGE),
        )
        for text in texts
    ]
    top = (
        ("╭─", _Ink.EDGE),
        (label, _Ink.LABEL),
        (f"{edge[1 + len(label) :]}╮", _Ink.EDGE),
    )
    bottom = (
        (f"╰{edge[1 + len(tags) :]}", _Ink.EDGE),
        (tags, _Ink.LABEL),
        ("─╯", _Ink.EDGE),
    )
    return [top, *middle, bottom]


def _card(asked: Asked, width: int) -> list[_Line] | None:
    """Return the prompt and what may be entered; None when that is not certain."""
    entered = asked.input.lines(width, wrapped)
    if not all(_is_sure(line, width) for line in entered):
        return None
    return [
        *(((line, _Ink.BOLD),) for line in wrapped(asked.prompt, width)),
        *([()] if entered else []),
        *(
            tuple((text, _INKS[ink]) for text, ink in line.stretches)
            for line in entered
        ),
    ]


def _is_sure(line: Line, width: int) -> bool:
    is_plain = all(ink in _INKS for _, ink in line.stretches)
    text = line.text
    return is_plain and len(text) <= width and bool(_ONE_CELL_EACH.fullmatch(text))


def _length(line: _Line) -> int:
    return sum(len(text) for text, _ in line)


def _painted(row: int, line: _Line, coloured: bool) -> str:
    margin = ((" ", _Ink.PLAIN),)
    texts = (
        f"{ink.sequence(coloured)}{text}" for text, ink in (*margin, *line, *margin)
    )
    return f"\x1b[{row};1H{''.join(texts)}\x1b[0m"
