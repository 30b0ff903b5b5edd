"""Figures of all files held against each other: what does not add up, and why."""

from collections import defaultdict
from collections.abc import Iterable

from pmflash.compiler.files import CheckedFile
from pmflash.model.measured import Measured, Peers


def stated_by_measure(files: Iterable[CheckedFile]) -> Peers:
    """Return what the facts of `files` state, by measure."""
    found: defaultdict[str, list[Measured]] = defaultdict(list)
    for file in files:
        for filed in file.facts:
            for measured in filed.fact.measured(filed.origin):
                found[measured.measure].append(measured)
    return {measure: tuple(stated) for measure, stated in found.items()}


def add_unexplained(files: Iterable[CheckedFile]) -> None:
    """Add a warning to its file for each disagreement that no caveat explains."""
