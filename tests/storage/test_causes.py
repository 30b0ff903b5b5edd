import errno
from pathlib import Path

import pytest

from pmflash.storage.causes import cannot, cause

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


def test_an_unusual_refusal_quotes_the_system() -> None:
    assert "Too many links" in cause(OSError(errno.EMLINK, "Too many links"))
    assert "odd" in cause(OSError("odd"))
