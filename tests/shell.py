"""pmflash as a shell sees it, inside the test's own process."""

from dataclasses import dataclass
from typing import Protocol

from pmflash.model.failure import ExitCode


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command left behind."""

    code: ExitCode
    out: str
    err: str


class Shell(Protocol):
    """Runs one command line."""

    def __call__(self, *words: str) -> Ran:
        """Run `pmflash` with these words."""


SEED = """\
title: Cells
document: Cell guide
tags: [cells]
facts:
  - {id: wall, q: What is outermost?, a: The wall, source: Part 1}
  - {id: core, q: What is in the middle?, a: The core, caveat: Not in all cells.}
"""

DECK = """\
title: Biology
study: [{seed: cells}]
facts:
  - {id: own, q: Whose card is this?, a: Mine, tags: [mine]}
"""
