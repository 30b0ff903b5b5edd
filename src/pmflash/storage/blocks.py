"""Files of lines, read block by block."""

from collections.abc import Iterator
from typing import IO

_BLOCK_BYTES = 1 << 17
"""What is made of a block is still in the processor's cache when it is used."""


def whole_lines(file: IO[bytes]) -> Iterator[bytes]:
    """Yield what `file` holds from here on, many lines at once, each with its end.

    The last piece may be a line without one.
    """
    # Joined only at a line's end: a line may have no end for many blocks.
    rest: list[bytes] = []
    while block := file.read(_BLOCK_BYTES):
        whole, end, begun = block.rpartition(b"\n")
        if end:
            yield b"".join([*rest, whole, end])
            rest = []
        rest.append(begun)
    if unended := b"".join(rest):
        yield unended
