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


def test_a_file_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert read_settings_file(tmp_path / "settings.yaml") == b""


def test_a_link_leads_to_the_file_that_is_written(tmp_path: Path) -> None:
    real, link = tmp_path / "real.yaml", tmp_path / "settings.yaml"
    real.write_bytes(b"a: 1\n")
    link.symlink_to(real)
    save_settings_file(link, b"a: 2\n")
    assert link.is_symlink()
    assert real.read_bytes() == b"a: 2\n"


def test_a_folder_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "settings.yaml").mkdir()
    with pytest.raises(StorageError):
        save_settings_file(tmp_path / "settings.yaml", b"")
    with pytest.raises(StorageError):
        read_settings_file(tmp_path / "settings.yaml")
