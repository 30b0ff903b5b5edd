from rich.segment import Segment
from textual.color import Color

from pmflash.tui.filters import ControlFilter

BLACK = Color(0, 0, 0)


def filtered(text: str) -> str:
    segments = ControlFilter().apply([Segment("a"), Segment(text)], BLACK)
    return "".join(segment.text for segment in segments)


def test_plain_text_passes_as_it_is() -> None:
    segments = [Segment("a [b] $c 漢字 é ━")]
    assert ControlFilter().apply(segments, BLACK) is segments


def test_what_a_terminal_would_obey_becomes_visible() -> None:
    assert filtered("\x1b[2J\x07\x9b1m\u202e") == "a␛[2J␇<U+009B>1m<U+202E>"


def test_a_line_never_becomes_two() -> None:
    assert filtered("b\nc") == "ab c"


def test_marks_that_join_are_left_alone() -> None:
    assert filtered("e\u0301 \u200d") == "ae\u0301 \u200d"
