"""Facts past their date, each at the line that says so."""

from collections.abc import Iterable
from datetime import date

from pmflash.compiler.files import CheckedFile, FiledFact
from pmflash.compiler.words import quoted
from pmflash.model.diagnostic import Problem, Severity
from pmflash.model.staleness import staleness


def add_stale(files: Iterable[CheckedFile], today: date) -> None:
    """Add a warning to its file for each fact that is past its date on `today`."""
    for file in files:
        for filed in file.facts:
            fact = filed.fact
            words = staleness(fact.as_of, fact.valid_until, today)
            if words:
                file.problems.append(_out_of_date(filed, words))


def _out_of_date(filed: FiledFact, words: str) -> Problem:
    fact = filed.fact
    field = "valid_until" if fact.valid_until else "as_of"
    return Problem(
        (*filed.where, field),
        "out-of-date",
        f"{fact.kind_name} {quoted(fact.id)} is {words}",
        f"look it up again, then correct the fact and its `{field}`",
        Severity.WARNING,
    )
