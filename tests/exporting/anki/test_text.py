import pytest

from pmflash.exporting.anki.text import as_cloze, as_html, is_blank, plain
from pmflash.model.card import ClozeSegment


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
        ('"it\'s" = -1', '"it\'s" = -1'),
        ("one\ntwo\r\nthree\rfour\u2028five", "one<br>two<br>three<br>four<br>five"),
        ("&lt;b&gt;", "&amp;lt;b&amp;gt;"),
        ("[sound:a.mp3] [SOUND:b]", "&#91;sound:a.mp3] &#91;SOUND:b]"),
        (
            "[latex]x[/latex] [$]y[/$] [$$]z",
            "&#91;latex]x[/latex] &#91;$]y[/$] &#91;$$]z",
        ),
        (
            "[anki:tts lang=en] [[type:Back]]",
            "&#91;anki:tts lang=en] &#91;[type:Back]]",
        ),
        ("[$10 M] [note] [...]", "[$10 M] [note] [...]"),
    ],
)
def test_html_shows_the_text_letter_by_letter(text: str, expected: str) -> None:
    assert as_html(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bell\x07 esc\x1b[2J del\x7f c1\x9b", "bell esc[2J del c1"),
        ("one\ttwo", "one two"),
        ("half \ud83d pair", "half \ufffd pair"),
        ("cafe\u0301", "café"),
        ("سلام 👩‍💻", "سلام 👩‍💻"),
    ],
)
def test_plain_text_holds_only_what_a_file_can_hold(text: str, expected: str) -> None:
    assert plain(text) == expected


@pytest.mark.parametrize(
    "text", ["", " \t\r\n", "\u00a0\u3000", "\u200b\ufeff", "\x1b"]
)
def test_text_that_nobody_can_see_is_blank(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", ["0", " .", "\ud83d", "\u200b👩"])
def test_text_with_one_visible_character_is_not_blank(text: str) -> None:
    assert not is_blank(text)


@pytest.mark.parametrize(
    ("segment", "expected"),
    [
        (ClozeSegment("Problem", True), "{{c1::Problem}}"),
        (ClozeSegment("Problem", True, "P"), "{{c1::Problem::P}}"),
        (ClozeSegment("std::map", True), "{{c1::std&#58;&#58;map}}"),
        (ClozeSegment("a}}b", True), "{{c1::a&#125;&#125;b}}"),
        (ClozeSegment("{x}", True), "{{c1::{x&#125;}}"),
        (ClozeSegment("a:", True, "b}"), "{{c1::a&#58;::b&#125;}}"),
        (ClozeSegment("a<b", True), "{{c1::a&lt;b}}"),
        (ClozeSegment("see {{c2::x}}"), "see &#123;&#123;c2::x}}"),
        (ClozeSegment("open {"), "open &#123;"),
    ],
)
def test_a_cloze_segment_cannot_break_its_braces(
    segment: ClozeSegment, expected: str
) -> None:
    assert as_cloze([segment]) == expected


def test_all_holes_of_a_card_open_together() -> None:
    segments = [ClozeSegment("A", True), ClozeSegment(" or "), ClozeSegment("B", True)]
    assert as_cloze(segments) == "{{c1::A}} or {{c1::B}}"
