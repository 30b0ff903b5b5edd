from collections.abc import Callable
from pathlib import Path

import pytest

from pmflash.model.event import Event
from pmflash.storage.backup import packed
from pmflash.storage.journal_line import encode_event, encode_header
from pmflash.storage.locations import Locations
from storage.homes import FULL, LATER, NOW, SEED, fill


@pytest.fixture
def locations(tmp_path: Path) -> Locations:
    """A learner whose home does not exist yet."""
    return Locations(
        tmp_path / "home", tmp_path / "cache", tmp_path / "state", "laptop"
    )


@pytest.fixture
def copy(locations: Locations, tmp_path: Path) -> Path:
    """A copy of the full home, which went on to be another."""
    fill(locations, FULL)
    path = tmp_path / "copy.zip"
    path.write_bytes(packed(locations, NOW))
    (locations.home / SEED).unlink()
    fill(locations, LATER)
    return path


@pytest.fixture
def builtin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small stand-in for the built-in content."""
    root = tmp_path / "built"
    for name in ("seeds", "decks"):
        (root / name).mkdir(parents=True)
        (root / name / "flexport.yaml").write_text(f"built-in {name}")
    monkeypatch.setattr("pmflash.storage.content.builtin_folder", lambda: root)
    monkeypatch.setattr("pmflash.storage.stamps.builtin_folder", lambda: root)
    return root


@pytest.fixture
def write_log(locations: Locations) -> Callable[..., Path]:
    """Writes the log of any device, as that device would have."""

    def write(device: str, *events: Event) -> Path:
        locations.progress.mkdir(parents=True, exist_ok=True)
        path = locations.progress / f"reviews-{device}.jsonl"
        path.write_bytes(encode_header(device) + b"".join(map(encode_event, events)))
        return path

    return write
