import os
from pathlib import Path

import pytest

from pmflash.model.failure import StorageError, UsageError
from pmflash.model.source_file import Role
from pmflash.storage import content
from pmflash.storage.content import read_paths, read_sources
from pmflash.storage.locations import Locations


def write(path: Path, text: str = "x") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def test_without_a_home_the_built_in_content_is_there(
    locations: Locations, builtin: Path
) -> None:
    found = read_sources(locations)
    assert [source.path for source in found.sources] == [
        "built-in/seeds/flexport.yaml",
        "built-in/decks/flexport.yaml",
    ]
    assert all(source.is_builtin for source in found.sources)
    assert not locations.home.exists()


def test_sources_come_as_seeds_then_decks_then_settings_each_by_name(
    locations: Locations, builtin: Path
) -> None:
    for name in ("settings.yaml", "decks/z.yaml", "decks/a.yml", "seeds/m.yaml"):
        write(locations.home / name)
    found = read_sources(locations).sources
    assert [(source.role, source.id) for source in found] == [
        (Role.SEED, "flexport"),
        (Role.SEED, "m"),
        (Role.DECK, "a"),
        (Role.DECK, "flexport"),
        (Role.DECK, "z"),
        (Role.SETTINGS, "settings"),
    ]


@pytest.mark.parametrize("name", ["flexport.yaml", "flexport.yml"])
def test_a_file_of_the_home_stands_in_for_the_built_in_one(
    locations: Locations, builtin: Path, name: str
) -> None:
    write(locations.home / "decks" / name, "mine")
    found = read_sources(locations)
    assert [source.raw for source in found.sources] == [b"built-in seeds", b"mine"]
    assert found.replaced == ("decks/flexport.yaml",)


def test_the_home_is_named_alike_from_every_folder(
    locations: Locations, builtin: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(locations.home / "decks" / "a.yaml")
    before = read_sources(locations)
    monkeypatch.chdir(locations.home)
    assert read_sources(locations) == before


def test_a_file_that_is_named_is_shown_from_where_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert read_paths([write(tmp_path / "a.yaml")]).sources[0].path == "a.yaml"


def test_a_file_that_cannot_be_read_costs_only_itself(
    locations: Locations, builtin: Path
) -> None:
    write(locations.home / "decks" / "good.yaml")
    (locations.home / "decks" / "lost.yaml").symlink_to("nowhere")
    os.mkfifo(locations.home / "decks" / "pipe.yaml")
    found = read_sources(locations)
    assert {each.slug for each in found.diagnostics} == {"unreadable-file"}
    assert [each.path.rpartition("/")[2] for each in found.diagnostics] == [
        "lost.yaml",
        "pipe.yaml",
    ]
    assert "good" in {source.id for source in found.sources}


def test_a_huge_file_is_read_one_byte_beyond_the_limit(
    locations: Locations, builtin: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(content, "MOST_BYTES", 100)
    write(locations.home / "seeds" / "huge.yaml", "x" * 1000)
    assert len(read_sources(locations).sources[1].raw) == 101


def test_a_file_in_place_of_the_home_is_told(locations: Locations) -> None:
    write(locations.home)
    with pytest.raises(StorageError):
        read_sources(locations)


def test_named_folders_are_searched_for_yaml(tmp_path: Path) -> None:
    for name in ("decks/b.yaml", "seeds/a.yml", "settings.yaml", ".git/c.yaml", "x"):
        write(tmp_path / name)
    found = read_paths([tmp_path]).sources
    assert [(source.role, source.id) for source in found] == [
        (Role.SEED, "a"),
        (Role.DECK, "b"),
        (Role.SETTINGS, "settings"),
    ]


def test_a_file_outside_of_both_folders_is_a_deck(tmp_path: Path) -> None:
    file = write(tmp_path / "mine.yaml")
    assert read_paths([file]).sources[0].role is Role.DECK


def test_the_nearest_folder_decides_what_a_file_is(tmp_path: Path) -> None:
    file = write(tmp_path / "decks" / "seeds" / "deep" / "a.yaml")
    assert read_paths([file]).sources[0].role is Role.SEED


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    file = write(tmp_path / "a.yaml")
    assert len(read_paths([tmp_path, file, file]).sources) == 1


def test_a_path_where_nothing_is_gets_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"there is no file or folder `.*/none`"):
        read_paths([tmp_path / "none"])
