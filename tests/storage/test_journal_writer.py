import errno
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time

import pytest

from builders import an_event
from pmflash.model.failure import StorageError
from pmflash.storage import journal_writer, whole_file
from pmflash.storage.journal_line import encode_event, encode_header
from pmflash.storage.journal_writer import append_line, set_aside
from pmflash.storage.locations import Locations

WriteLog = Callable[..., Path]
FIRST, SECOND = encode_event(an_event()), encode_event(an_event())
HEADER = encode_header("a")

LIMITED = """
import resource, sys
from pathlib import Path
from pmflash.storage.journal_writer import append_line
limit = int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    append_line(Path(sys.argv[1]), "a", sys.argv[3].encode())
except OSError as error:
    sys.exit(error.errno)
"""


MANY_BLOCKS = 64 << 16


@pytest.fixture
def progress(locations: Locations) -> Path:
    return locations.progress


def log(progress: Path) -> bytes:
    return (progress / "reviews-a.jsonl").read_bytes()


def fail_once(name: str, error: OSError) -> Callable[..., int]:
    """Let `os.name` do half of its work and raise, the first time only."""
    real: Callable[..., int] = getattr(os, name)
    failures = iter((error,))

    def failing(descriptor: int, *content: bytes) -> int:
        for failure in failures:
            real(descriptor, *(part[: len(part) // 2] for part in content))
            raise failure
        return real(descriptor, *content)

    return failing


def test_the_first_line_makes_the_home_and_the_log(progress: Path) -> None:
    append_line(progress, "a", FIRST)
    assert log(progress) == HEADER + FIRST


def test_a_line_is_on_disk_after_one_write_and_before_we_go_on(
    progress: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    append_line(progress, "a", FIRST)
    calls: list[str] = []
    for name in ("write", "fsync"):
        real = getattr(os, name)

        def noted(*given: object, name: str = name, real: object = real) -> object:
            calls.append(name)
            assert callable(real)
            return real(*given)

        monkeypatch.setattr(os, name, noted)
    append_line(progress, "a", SECOND)
    assert calls == ["write", "fsync"]


def synced(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders that are synced from now on, as it happens."""
    folders: list[Path] = []
    real = whole_file.sync_folder

    def noted(folder: Path) -> None:
        real(folder)
        folders.append(folder)

    monkeypatch.setattr(journal_writer, "sync_folder", noted)
    return folders


def test_every_folder_that_the_first_line_makes_survives_a_power_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = synced(monkeypatch)
    append_line(tmp_path / "a" / "b" / "home" / "progress", "a", FIRST)
    made = {path.parent for path in tmp_path.rglob("*")}
    assert {*folders} >= made >= {tmp_path, tmp_path / "a", tmp_path / "a" / "b"}


def test_half_a_line_that_is_set_aside_survives_a_power_cut(
    progress: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    append_line(progress, "a", FIRST)
    path = progress / "reviews-a.jsonl"
    path.write_bytes(path.read_bytes() + SECOND[:40])
    folders, cut = synced(monkeypatch), os.ftruncate

    def cut_late(descriptor: int, length: int) -> None:
        assert folders == [progress]
        cut(descriptor, length)

    monkeypatch.setattr(os, "ftruncate", cut_late)
    append_line(progress, "a", SECOND)
    assert log(progress) == HEADER + FIRST + SECOND


@pytest.mark.parametrize("name", ["write", "fsync"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EDQUOT])
def test_a_failed_line_leaves_nothing_and_can_be_tried_again(
    progress: Path, monkeypatch: pytest.MonkeyPatch, name: str, number: int
) -> None:
    append_line(progress, "a", FIRST)
    monkeypatch.setattr(os, name, fail_once(name, OSError(number, "refused")))
    with pytest.raises(OSError, match="refused"):
        append_line(progress, "a", SECOND)
    assert log(progress) == HEADER + FIRST
    append_line(progress, "a", SECOND)
    assert log(progress) == HEADER + FIRST + SECOND


def test_a_write_that_stops_short_goes_on(
    progress: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    append_line(progress, "a", FIRST)
    real = os.write
    monkeypatch.setattr(os, "write", lambda to, content: real(to, content[:9]))
    append_line(progress, "a", SECOND)
    assert log(progress) == HEADER + FIRST + SECOND


def test_a_system_that_writes_nothing_without_a_reason_is_not_tried_forever(
    progress: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    append_line(progress, "a", FIRST)
    monkeypatch.setattr(os, "write", lambda to, content: 0)
    with pytest.raises(OSError, match="nothing is written"):
        append_line(progress, "a", SECOND)
    assert log(progress) == HEADER + FIRST


def test_a_new_log_whose_folder_cannot_be_synced_is_not_taken_for_saved(
    progress: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(folder: Path) -> None:
        raise OSError(errno.EIO, "fault")

    monkeypatch.setattr(journal_writer, "sync_folder", refuse)
    with pytest.raises(OSError, match="fault"):
        append_line(progress, "a", FIRST)
    assert log(progress) == b""


@pytest.mark.parametrize("room", [0, 1, 60])
def test_a_limit_on_the_size_of_files_is_named_and_leaves_no_half_line(
    progress: Path, room: int
) -> None:
    append_line(progress, "a", FIRST)
    before = log(progress)
    given = [str(progress), str(len(before) + room), SECOND.decode()]
    run = subprocess.run([sys.executable, "-c", LIMITED, *given], check=False)
    assert run.returncode == errno.EFBIG
    assert log(progress) == before


@pytest.mark.parametrize("end", [b"", b"\r", b"\r\r"])
def test_a_whole_line_without_its_end_gets_it(progress: Path, end: bytes) -> None:
    append_line(progress, "a", FIRST)
    path = progress / "reviews-a.jsonl"
    path.write_bytes(path.read_bytes()[:-1] + end)
    append_line(progress, "a", SECOND)
    assert log(progress) == HEADER + FIRST[:-1] + end + b"\n" + SECOND


@pytest.mark.parametrize("block", [7, 1 << 16])
def test_a_torn_end_is_set_aside_before_it_is_cut(
    progress: Path, monkeypatch: pytest.MonkeyPatch, block: int
) -> None:
    monkeypatch.setattr(journal_writer, "_BLOCK_BYTES", block)
    append_line(progress, "a", FIRST)
    path = progress / "reviews-a.jsonl"
    path.write_bytes(path.read_bytes() + SECOND[:40])
    append_line(progress, "a", SECOND)
    assert log(progress) == HEADER + FIRST + SECOND
    assert (progress / "damaged-a.jsonl").read_bytes() == SECOND[:40] + b"\n"


def test_a_torn_end_of_many_blocks_costs_no_more_than_its_length(
    progress: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal_writer, "_BLOCK_BYTES", 64)
    append_line(progress, "a", FIRST)
    with (progress / "reviews-a.jsonl").open("ab") as file:
        file.write(b"x" * MANY_BLOCKS)
    started = process_time()
    append_line(progress, "a", SECOND)
    # A tenth of a second; a quarter of a minute when each block copies all before.
    assert process_time() - started < 5
    assert log(progress) == HEADER + FIRST + SECOND


def test_a_torn_end_stays_when_it_cannot_be_set_aside(
    progress: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    append_line(progress, "a", FIRST)
    path = progress / "reviews-a.jsonl"
    path.write_bytes(path.read_bytes() + SECOND[:40])
    full = OSError(errno.ENOSPC, "full")
    monkeypatch.setattr(os, "write", fail_once("write", full))
    with pytest.raises(OSError, match="full"):
        append_line(progress, "a", SECOND)
    assert log(progress) == HEADER + FIRST + SECOND[:40]


@pytest.mark.parametrize("torn", [HEADER[:20], b"\0" * 300])
def test_a_log_of_nothing_but_a_torn_line_starts_over(
    progress: Path, torn: bytes
) -> None:
    progress.mkdir(parents=True)
    (progress / "reviews-a.jsonl").write_bytes(torn)
    append_line(progress, "a", FIRST)
    assert log(progress) == HEADER + FIRST


def test_a_log_of_a_newer_format_is_not_touched(progress: Path) -> None:
    progress.mkdir(parents=True)
    newer = b'{"pmflash":"reviews","format":2,"sum":"33394f89"}\n'
    (progress / "reviews-a.jsonl").write_bytes(newer)
    with pytest.raises(StorageError, match="newer pmflash"):
        append_line(progress, "a", FIRST)
    assert log(progress) == newer


def test_a_line_is_set_aside_only_once(progress: Path) -> None:
    progress.mkdir(parents=True)
    set_aside(progress, "a", [b"one", b"one", b"two"])
    set_aside(progress, "a", [b"two", b"three"])
    kept = (progress / "damaged-a.jsonl").read_bytes()
    assert kept == b"one\ntwo\nthree\n"


def test_a_log_that_was_replaced_while_waiting_is_not_written_to(
    progress: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    append_line(progress, "a", FIRST)
    path = progress / "reviews-a.jsonl"

    def replacements() -> Iterator[None]:
        path.rename(progress / "old")
        yield
        path.write_bytes(HEADER)
        path.replace(progress / "older")
        path.write_bytes(HEADER)
        while True:
            yield

    steps = replacements()
    monkeypatch.setattr(journal_writer, "_lock", lambda descriptor: next(steps))
    append_line(progress, "a", SECOND)
    assert (progress / "old").read_bytes() == HEADER + FIRST
    assert log(progress) == HEADER + SECOND


def test_a_log_that_cannot_be_opened_again_is_closed_once(
    progress: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    append_line(progress, "a", FIRST)
    closed, close = [], os.close

    def noted(descriptor: int) -> None:
        closed.append(descriptor)
        close(descriptor)

    def replace_by_a_folder(descriptor: int) -> None:
        (progress / "reviews-a.jsonl").rename(progress / "old")
        (progress / "reviews-a.jsonl").mkdir()

    monkeypatch.setattr(journal_writer, "_lock", replace_by_a_folder)
    monkeypatch.setattr(os, "close", noted)
    with pytest.raises(IsADirectoryError):
        append_line(progress, "a", SECOND)
    assert len(closed) == len({*closed})


def refuse_locks(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def refuse(descriptor: int, operation: int) -> None:
        raise OSError(number, "refused")

    monkeypatch.setattr("fcntl.flock", refuse)


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.ENOTSUP, errno.EINVAL])
def test_a_disk_that_knows_no_locks_is_written_without(
    progress: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    refuse_locks(monkeypatch, number)
    append_line(progress, "a", FIRST)
    assert log(progress) == HEADER + FIRST


def test_a_lock_that_fails_otherwise_lets_nothing_be_written(
    progress: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_locks(monkeypatch, errno.EIO)
    with pytest.raises(OSError, match="refused"):
        append_line(progress, "a", FIRST)
    assert log(progress) == b""
