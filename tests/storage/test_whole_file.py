import errno
import os
from collections.abc import Callable
from pathlib import Path
from stat import S_ISDIR

import pytest

from pmflash.storage.whole_file import (
    make_file,
    real_place,
    replace_file,
    sync_folder,
)


def refusal(number: int) -> Callable[[int], None]:
    """What stands in for `os.fsync` on a disk that answers with `number`."""

    def refuse(descriptor: int) -> None:
        raise OSError(number, "refused")

    return refuse


def test_a_file_that_cannot_be_written_leaves_the_old_one_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace_file(tmp_path / "a", b"old")
    monkeypatch.setattr(os, "fsync", refusal(errno.ENOSPC))
    with pytest.raises(OSError, match="refused"):
        replace_file(tmp_path / "a", b"new")
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [b"old"]


def steps_of(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What happens to files from now on, in order."""
    steps: list[str] = []
    real_fsync, real_replace = os.fsync, Path.replace

    def fsync(descriptor: int) -> None:
        is_folder = S_ISDIR(os.fstat(descriptor).st_mode)
        steps.append("folder on disk" if is_folder else "file on disk")
        real_fsync(descriptor)

    def replace(path: Path, target: Path) -> Path:
        steps.append("replaced")
        return real_replace(path, target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(Path, "replace", replace)
    return steps


def test_a_file_is_on_disk_before_it_takes_the_old_ones_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = steps_of(monkeypatch)
    replace_file(tmp_path / "a", b"new")
    assert steps == ["file on disk", "replaced", "folder on disk"]


def test_a_cache_waits_for_no_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = steps_of(monkeypatch)
    replace_file(tmp_path / "a", b"new", is_cache=True)
    assert steps == ["replaced"]


def test_a_missing_folder_is_made(tmp_path: Path) -> None:
    replace_file(tmp_path / "a" / "b" / "c", b"new")
    assert (tmp_path / "a" / "b" / "c").read_bytes() == b"new"


def refuse_links(source: Path, target: Path) -> None:
    """What stands in for `os.link` on a memory stick."""
    raise PermissionError(errno.EPERM, "no links here")


@pytest.fixture(params=["links", "no links"])
def disk(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A folder on a disk of either sort."""
    if request.param == "no links":
        monkeypatch.setattr(os, "link", refuse_links)
    return tmp_path


def test_a_file_is_made_where_there_was_none(disk: Path) -> None:
    make_file(disk / "a" / "b", b"new")
    assert [each.read_bytes() for each in (disk / "a").iterdir()] == [b"new"]


def test_a_file_is_never_made_in_the_place_of_another(disk: Path) -> None:
    (disk / "a").write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        make_file(disk / "a", b"new")
    assert [each.read_bytes() for each in disk.iterdir()] == [b"mine"]


def test_no_other_program_ever_finds_half_of_a_file_that_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, found = tmp_path / "a", []
    for name in ("open", "link", "fsync", "close"):
        true = getattr(os, name)

        def watched(*words: object, true: Callable[..., object] = true) -> object:
            found.append(made.read_bytes() if made.exists() else None)
            return true(*words)

        monkeypatch.setattr(os, name, watched)
    make_file(made, b"new")
    assert {*found} == {None, b"new"}


def test_a_link_leads_to_its_end_or_in_a_ring_nowhere(tmp_path: Path) -> None:
    link, ring = tmp_path / "link", tmp_path / "ring"
    link.symlink_to("file")
    ring.symlink_to("ring")
    assert (real_place(link), real_place(ring)) == (tmp_path / "file", ring)


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP, errno.EACCES])
def test_a_folder_that_cannot_be_synced_is_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(os, "fsync", refusal(number))
    sync_folder(tmp_path)


def test_a_fault_of_the_disk_is_not_hidden(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", refusal(errno.EIO))
    with pytest.raises(OSError, match="refused"):
        sync_folder(tmp_path)
