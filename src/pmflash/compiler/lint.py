"""Good cards: what the rules for them find, each at its fact."""

from collections.abc import Iterable, Mapping

from pmflash.compiler.files import CheckedFile, FiledFact
from pmflash.model.card import Card


def add_lint(
    files: Iterable[CheckedFile], cards: Mapping[FiledFact, tuple[Card, ...]]
) -> None:
    """Add a warning to its file for each card that is not a good one."""
