from pathlib import Path

import pytest

from pmflash.model.failure import StorageError
from pmflash.storage.settings_file import (
    read_settings_file,
    save_settings_file,
    with_setting,
)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"", b"theme: nord\n"),
        (b"sm2: text", b"sm2: text\ntheme: nord\n"),
        (b"theme: x  # dark\nsm2: text\n", b"theme: nord  # dark\nsm2: text\n"),
        (b"# theme: x\ntheme:\n", b"# theme: x\ntheme: nord\n"),
        (b"theme:  # none\n", b"theme: nord  # none\n"),
        (b"a: 1\r\ntheme: x\r\n", b"a: 1\r\ntheme: nord\r\n"),
        (b"a: 1\r\n", b"a: 1\r\ntheme: nord\r\n"),
        (b"interview: a theme: x\n", b"interview: a theme: x\ntheme: nord\n"),
    ],
)
def test_only_the_line_of_the_setting_changes(before: bytes, after: bytes) -> None:
    assert with_setting(before, "theme", "nord") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"", b"decks: [a, c]\n"),
        (b"decks: []  # all\nsm2: text\n", b"decks: [a, c]  # all\nsm2: text\n"),
        (b"decks: [b,\n  d]\nsm2: text\n", b"decks: [a, c]\nsm2: text\n"),
        (b"decks:\nsm2: text\n", b"decks: [a, c]\nsm2: text\n"),
        (
            b"decks:  # mine\n  - a  # first\n  # no more\n  - b\n\nsm2: text\n",
            b"decks:  # mine\n  - a  # first\n  # no more\n  - c\n\nsm2: text\n",
        ),
        (b"decks:\r\n- b\r\n- 'a'\r\n", b"decks:\r\n- 'a'\r\n- c\r\n"),
        (b'decks:\n- "a"', b'decks:\n- "a"\n- c\n'),
        (b"decks:\n  - {a: b}\n", b"decks:\n  - a\n  - c\n"),
    ],
)
def test_a_list_keeps_the_lines_of_what_stays_in_it(
    before: bytes, after: bytes
) -> None:
    assert with_setting(before, "decks", ("a", "c")) == after


def test_an_empty_list_takes_the_place_of_its_lines() -> None:
    before = b"decks:\n  - a\n  - b\n# end\n"
    assert with_setting(before, "decks", ()) == b"decks: []\n# end\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b'interview: "a # b"  # c\n', b"interview: New  # c\n"),
        (b"interview: 'it''s # b'\n", b"interview: New\n"),
        (
            b"interview: >\n  Flexport\n\n  panel\nsm2: text\n",
            b"interview: New\nsm2: text\n",
        ),
        (b"interview: Flexport\n  panel\n", b"interview: New\n"),
        (b"\xef\xbb\xbfinterview: x\n", b"\xef\xbb\xbfinterview: New\n"),
        (
            b"interview: x\n# a\n\n# b\nsm2: text\n",
            b"interview: New\n# a\n\n# b\nsm2: text\n",
        ),
    ],
)
def test_a_text_is_replaced_whole_wherever_it_ends(before: bytes, after: bytes) -> None:
    assert with_setting(before, "interview", "New") == after


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Flexport panel", "x: Flexport panel"),
        ("2026-12-17", "x: 2026-12-17"),
        ("", "x:"),
        ("a: b", 'x: "a: b"'),
        ("[red]", 'x: "[red]"'),
        ('say "hi"', 'x: "say \\"hi\\""'),
        ("Null", 'x: "Null"'),
        ("漢字", "x: 漢字"),
    ],
)
def test_quotes_stand_where_they_are_needed(text: str, line: str) -> None:
    assert with_setting(b"", "x", text).decode() == f"{line}\n"


def test_a_hostile_file_is_searched_at_once() -> None:
    hostile = b"decks:\n" + b"  # - x\n\n" * 20_000 + b'x: "' + b"\\" * 20_000
    assert with_setting(hostile, "decks", ("a",)).startswith(b"decks: [a]\n")


def test_a_file_without_permission_to_write_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "settings.yaml"
    file.write_bytes(b"a: 1\n")
    file.chmod(0o444)
    with pytest.raises(StorageError, match="no permission"):
        save_settings_file(file, b"a: 2\n")
    assert file.read_bytes() == b"a: 1\n"


def test_a_file_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert read_settings_file(tmp_path / "settings.yaml") == b""


def test_a_link_leads_to_the_file_that_is_written(tmp_path: Path) -> None:
    real, link = tmp_path / "real.yaml", tmp_path / "settings.yaml"
    real.write_bytes(b"a: 1\n")
    link.symlink_to(real)
    save_settings_file(link, b"a: 2\n")
    assert link.is_symlink()
    assert real.read_bytes() == b"a: 2\n"


def test_a_link_that_leads_back_to_itself_is_replaced(tmp_path: Path) -> None:
    file = tmp_path / "settings.yaml"
    file.symlink_to(file)
    save_settings_file(file, b"grades: four\n")
    assert file.read_bytes() == b"grades: four\n"


def test_a_folder_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "settings.yaml").mkdir()
    with pytest.raises(StorageError):
        save_settings_file(tmp_path / "settings.yaml", b"")
    with pytest.raises(StorageError):
        read_settings_file(tmp_path / "settings.yaml")
