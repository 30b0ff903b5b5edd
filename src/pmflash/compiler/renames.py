"""Facts that went by another id formerly: under which one their progress counts now."""

from collections.abc import Iterator, Sequence

from pmflash.compiler.files import CheckedFile, FiledFact
from pmflash.compiler.words import quoted
from pmflash.model.diagnostic import Problem, Severity, Where
from pmflash.model.renames import Renames


def renames_of(files: Sequence[CheckedFile]) -> Renames:
    """Return the present full id of each fact by every one that it had formerly.

    A former id that is still in use, or that two facts claim, goes to the problems of
    its file; progress under it stays with the fact that has it.
    """
    in_use = frozenset(_ids_in_use(files))
    first_by_former: dict[str, tuple[CheckedFile, FiledFact]] = {}
    for file in files:
        for filed in file.facts:
            for position, name in enumerate(filed.fact.formerly):
                former = filed.fact.full_name(name, file.origin)
                first = first_by_former.setdefault(former, (file, filed))
                where = (*filed.where, "formerly", position)
                if former in in_use:
                    file.problems.append(_in_use(filed, former, where))
                elif first[1] is not filed:
                    file.problems.append(_claimed(filed, former, where, *first))
    return {
        former: _full_id(filed)
        for former, (_, filed) in first_by_former.items()
        if former not in in_use
    }


def _ids_in_use(files: Sequence[CheckedFile]) -> Iterator[str]:
    for file in files:
        yield from (f"{file.origin.id}/{name}" for name in file.declared)
        yield from map(_full_id, file.facts)


def _full_id(filed: FiledFact) -> str:
    return f"{filed.origin.id}/{filed.fact.id}"


def _in_use(filed: FiledFact, former: str, where: Where) -> Problem:
    present = _full_id(filed)
    who = "its own id" if former == present else "still the id of a fact"
    return Problem(
        where,
        "former-id-in-use",
        f"{quoted(present)} says that it was {quoted(former)}, which is {who}; "
        "no progress is carried over",
        "name only ids that no fact has any more",
        Severity.WARNING,
    )


def _claimed(
    filed: FiledFact,
    former: str,
    where: Where,
    file: CheckedFile,
    first: FiledFact,
) -> Problem:
    path, line = file.document.source.path, file.document.line_of(first.where)
    return Problem(
        where,
        "former-id-shared",
        f"{quoted(_full_id(filed))} says that it was {quoted(former)}, and so does "
        f"{quoted(_full_id(first))} ({path}, line {line}), which has the progress",
        "take it out of one of the two",
        Severity.WARNING,
    )
