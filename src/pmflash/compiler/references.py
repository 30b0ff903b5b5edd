"""Facts that name other facts: whether those exist."""

from collections.abc import Collection, Iterable, Sequence

from pmflash.compiler.files import CheckedFile, FiledFact
from pmflash.compiler.words import did_you_mean_one_of, quoted
from pmflash.model.diagnostic import Problem, Severity

_FIELDS = {
    "confuse_with": "to confuse this one with",
    "builds_on": "for this one to build on",
}
"""The fields that name facts, and what for."""
_MOST_COMPARED = 50_000
"""Names that unknown ones are held against in all; a learner's start waits for it."""


def add_unknown_facts(
    files: Sequence[CheckedFile], unreadable: Collection[str]
) -> None:
    """Add a warning to its file for each fact that is named and does not exist.

    Facts of `unreadable` files may well exist.
    """
    known = {f"{file.origin.id}/{name}" for file in files for name in file.declared}
    left = _MOST_COMPARED
    for file in files:
        for filed in file.facts:
            for field in _FIELDS:
                for position, name in enumerate(getattr(filed.fact, field)):
                    full = filed.fact.full_name(name, file.origin)
                    origin = full.partition("/")[0]
                    if full not in known and origin not in unreadable:
                        left -= len(known)
                        near = known if left >= 0 else ()
                        problem = _unknown_fact(filed, field, position, name, near)
                        file.problems.append(problem)


def _unknown_fact(
    filed: FiledFact, field: str, position: int, name: str, known: Iterable[str]
) -> Problem:
    names = (other.removeprefix(f"{filed.origin.id}/") for other in known)
    return Problem(
        (*filed.where, field, position),
        "unknown-fact",
        f"there is no fact {quoted(name)} {_FIELDS[field]}",
        did_you_mean_one_of(
            name, names, "name a fact by its `id`, and one of another file by `file/id`"
        ),
        Severity.WARNING,
    )
