"""Figures that do not add up, with the place and the caveat of their fact."""

from dataclasses import dataclass

from pmflash.model.disagreement import Disagreement


@dataclass(frozen=True, slots=True)
class Audited:
    """One disagreement as the audit lists it."""

    fact: str
    """`origin/fact-id`."""
    disagreement: Disagreement
    caveat: str
    is_explained: bool
    """Whether the caveat names one of the numbers that come out instead."""
    path: str
    line: int
    """From 1."""
