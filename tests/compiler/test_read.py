import gc
from unittest.mock import Mock

import pytest

from compiler.content import a_deck, a_fact, places, slugs
from pmflash.compiler.nodes import placed_document
from pmflash.compiler.read import LARGEST, read_document
from pmflash.model.source_file import Role, SourceFile


def test_a_clean_file_gives_its_fields() -> None:
    document, diagnostics = read_document(a_deck("title: Biology\n"))
    assert document is not None
    assert document.content == {"title": "Biology"}
    assert diagnostics == ()


def test_a_byte_order_mark_is_accepted() -> None:
    document, _ = read_document(a_deck(b"\xef\xbb\xbftitle: Biology\n"))
    assert document is not None
    assert document.content == {"title": "Biology"}


def test_a_byte_order_mark_moves_no_column() -> None:
    _, diagnostics = read_document(a_deck(b"\xef\xbb\xbftitle: @x\n"))
    assert places(diagnostics) == [(1, 8, "needs-quotes")]


def test_windows_line_ends_are_accepted() -> None:
    document, _ = read_document(a_deck(b"title: Biology\r\nnote: |\r\n  a\r\n  b\r\n"))
    assert document is not None
    assert document.content == {"title": "Biology", "note": "a\nb"}


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lines_are_counted_whatever_ends_them(ending: str) -> None:
    text = ending.join(["title: a", "tags: []", "title: b", ""])
    _, diagnostics = read_document(a_deck(text))
    assert places(diagnostics) == [(3, 1, "repeated-field")]


@pytest.mark.parametrize("odd", ["\x85", "\u2028", "\u2029"])
def test_what_only_yaml_calls_a_line_end_moves_no_line(odd: str) -> None:
    _, diagnostics = read_document(a_deck(f"title: a{odd}b\ntitle: c\n"))
    assert places(diagnostics) == [(2, 1, "repeated-field")]


def test_latin_1_is_told_with_its_place() -> None:
    document, diagnostics = read_document(a_deck("a: b\nc: né\n".encode("latin-1")))
    assert document is None
    assert places(diagnostics) == [(2, 5, "not-utf-8")]


def test_utf_16_is_named() -> None:
    _, diagnostics = read_document(a_deck("title: Biology\n".encode("utf-16")))
    assert "UTF-16" in diagnostics[0].message


def test_a_control_character_is_told_with_its_place() -> None:
    _, diagnostics = read_document(a_deck("a: b\nc: \x1b[2J\n"))
    assert places(diagnostics) == [(2, 4, "not-text")]


def test_a_file_over_the_limit_is_not_even_decoded() -> None:
    _, diagnostics = read_document(a_deck(b"\xff" * (LARGEST + 1)))
    assert places(diagnostics) == [(0, 1, "too-large")]
    assert diagnostics[0].message.startswith("the file has more than 32 MB")


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing\n", "---\n", "~\n"])
def test_a_file_with_nothing_in_it_is_empty(text: str) -> None:
    document, diagnostics = read_document(a_deck(text))
    assert document is None
    assert slugs(diagnostics) == ["empty-file"]


@pytest.mark.parametrize("text", ["- a\n", "a\n", "'a'\n", "[]\n"])
def test_the_top_of_a_file_is_fields(text: str) -> None:
    document, diagnostics = read_document(a_deck(text))
    assert document is None
    assert slugs(diagnostics) == ["not-fields"]


def test_settings_that_are_no_fields_are_told_what_settings_look_like() -> None:
    source = SourceFile(Role.SETTINGS, "settings", "settings.yaml", b"- a\n")
    _, diagnostics = read_document(source)
    assert "new_per_day" in diagnostics[0].help


def test_a_flaw_in_one_fact_leaves_the_document_usable() -> None:
    text = "facts:\n" + a_fact(a="*x") + a_fact("wall")
    document, diagnostics = read_document(a_deck(text))
    assert document is not None
    assert document.damaged == {("facts", 0, "a")}
    assert slugs(diagnostics) == ["no-aliases"]


def test_the_collector_runs_again_after_reading() -> None:
    assert gc.isenabled()
    read_document(a_deck("a: [\n"))
    assert gc.isenabled()


@pytest.mark.parametrize(
    ("text", "is_seen_through"),
    [
        ("# a heading\nfacts: []  \n  # another\n", True),
        ("facts: []  # beside it\n", False),
        ("title: C# rules\n", True),
    ],
)
def test_only_a_comment_beside_a_value_needs_the_careful_reader(
    text: str, is_seen_through: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    careful = Mock(side_effect=placed_document)
    monkeypatch.setattr("pmflash.compiler.read.placed_document", careful)
    assert read_document(a_deck(text))[1] == ()
    assert careful.called is not is_seen_through
