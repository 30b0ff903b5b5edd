import errno
from pathlib import Path

import pytest

from pmflash.storage.causes import IN_HOME, cannot, cause, is_dangling

KNOWN = (
    (errno.ENOSPC, "the disk is full"),
    (errno.EDQUOT, "your share of the disk is full"),
    (errno.EROFS, "the disk is read-only"),
    (errno.EACCES, "you have no permission there"),
    (errno.ENOTDIR, "a file is where a folder should be"),
    (errno.EIO, "the disk reports a fault"),
)


@pytest.mark.parametrize(("number", "words"), KNOWN)
def test_a_refusal_is_told_in_the_houses_words(number: int, words: str) -> None:
    failure = cannot("save to", Path("/x/y"), OSError(number, "prose"))
    assert failure.message == f"cannot save to `/x/y`: {words}"
    assert failure.help


def test_another_home_is_named_only_where_it_helps() -> None:
    def help_for(number: int, elsewhere: str) -> str:
        error = OSError(number, "prose")
        return cannot("save to", Path("/x/y"), error, elsewhere).help

    assert help_for(errno.EACCES, IN_HOME).endswith(
        "permission, or set PMFLASH_HOME to another folder"
    )
    assert help_for(errno.EACCES, "go there") == (
        "give yourself that permission, or go there"
    )
    assert help_for(errno.EACCES, "") == "give yourself that permission"
    assert help_for(errno.ENOENT, IN_HOME) == "put it back, then try again"


def test_the_file_that_is_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "state").touch()
    path = tmp_path / "state" / "backups" / "2026-01-05.zip"
    failure = cannot("save to", path, NotADirectoryError(errno.ENOTDIR, "prose"))
    assert failure.message.startswith(f"cannot save to `{tmp_path}/state`: a file is")


def test_an_unusual_refusal_quotes_the_system() -> None:
    assert "Too many links" in cause(OSError(errno.EMLINK, "Too many links"))
    assert "odd" in cause(OSError("odd"))


def test_a_link_to_a_disk_that_is_put_away_is_told_as_such(tmp_path: Path) -> None:
    (tmp_path / "home").symlink_to(tmp_path / "disk")
    log = tmp_path / "home" / "progress" / "reviews-a.jsonl"
    failure = cannot("save to", log, FileExistsError(errno.EEXIST, "prose"))
    link = f"cannot save to `{tmp_path}/home`: it is a link"
    assert failure.message == f"{link}, and what it links to is not there"
    assert failure.help.startswith("put that back")
    (tmp_path / "disk").mkdir()
    assert not is_dangling(tmp_path / "home")
