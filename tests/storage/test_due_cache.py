import pytest

from pmflash.storage.due_cache import load_due_line, save_due_line
from pmflash.storage.locations import Locations

DAMAGED = (b"", b"{", b"[]", b"\xff", b"[" * 100_000, b'{"key": "k", "line": 3}')


def test_a_line_is_found_again_under_its_key(locations: Locations) -> None:
    locations.home.mkdir()
    save_due_line(locations, "k", "3 due · 2 new")
    assert load_due_line(locations, "k") == "3 due · 2 new"
    assert load_due_line(locations, "other") is None


def test_nothing_is_saved_before_there_is_a_home(locations: Locations) -> None:
    save_due_line(locations, "k", "3 due")
    assert not locations.cache.exists()
    assert load_due_line(locations, "k") is None


def test_a_cache_that_cannot_be_written_is_no_failure(locations: Locations) -> None:
    locations.home.mkdir()
    locations.cache.write_text("a file in the way")
    save_due_line(locations, "k", "3 due")
    assert load_due_line(locations, "k") is None


@pytest.mark.parametrize("content", DAMAGED)
def test_a_damaged_cache_counts_as_none(locations: Locations, content: bytes) -> None:
    locations.cache.mkdir()
    (locations.cache / "due.json").write_bytes(content)
    assert load_due_line(locations, "k") is None
