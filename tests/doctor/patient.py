"""A home to look over, and what is found in it."""

from pathlib import Path

from learner import Learner
from pmflash.doctor.base import Case, Finding
from pmflash.doctor.registry import CHECKS

LOG = "progress/reviews-laptop.jsonl"


def findings(learner: Learner) -> list[Finding]:
    """All that is found in the learner's home."""
    case = Case(learner.locations, learner.opens(), learner.watch())
    return [finding for look in CHECKS for finding in look(case)]


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
