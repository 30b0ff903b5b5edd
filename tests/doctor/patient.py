"""A home to look over, and what is found in it."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from learner import Learner
from pmflash.doctor import registry
from pmflash.doctor.base import Case, Finding
from pmflash.storage.journal_line import sealed

LOG = "progress/reviews-laptop.jsonl"


def findings(learner: Learner) -> list[Finding]:
    """All that is found in the learner's home."""
    case = Case(learner.locations, learner.opens, learner.watch())
    return [*registry.findings(case)]


def rules(learner: Learner) -> list[str]:
    """The names of what is found."""
    return [finding.rule for finding in findings(learner)]


def the_finding(learner: Learner) -> Finding:
    """The only one."""
    (finding,) = findings(learner)
    return finding


def mend(learner: Learner) -> None:
    """Do what every finding offers."""
    for finding in findings(learner):
        if finding.mend is not None:
            finding.mend()


def log(learner: Learner, name: str = LOG) -> Path:
    """A review log of the home."""
    return learner.locations.home / name


def saved_state(learner: Learner) -> Path:
    """What a start reads instead of the log, if it is there."""
    return learner.locations.progress / "state.json"


@contextmanager
def tampered(learner: Learner) -> Iterator[dict[str, Any]]:
    """Let the block change the saved state, and give that a sum as if we wrote it."""
    record = json.loads(saved_state(learner).read_bytes())
    del record["sum"]
    yield record
    saved_state(learner).write_bytes(sealed(record))
