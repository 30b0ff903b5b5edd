"""One seed or deck file: its heading checked, its facts checked one by one."""

from dataclasses import dataclass, field
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from pmflash.compiler.check import check_fact, kind_of
from pmflash.compiler.document import Document
from pmflash.compiler.events import Value
from pmflash.compiler.fields import leniently_checked
from pmflash.compiler.ids import made_id
from pmflash.compiler.mistakes import Subject
from pmflash.compiler.words import quoted
from pmflash.facts.base import Fact
from pmflash.model.diagnostic import Problem, Where
from pmflash.model.origin import Origin
from pmflash.model.source_file import Role
from pmflash.model.text import one_line

_ONE_BY_ONE = ("facts", "study")
_HEADING = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class SeedHeading(BaseModel):
    """What a seed says once for all of its facts."""

    model_config = _HEADING

    title: str = ""
    context: str | None = None
    document: str = ""
    tags: tuple[str, ...] = ()
    facts: tuple[Any, ...] = ()


class DeckHeading(SeedHeading):
    """What a deck says beside the facts of its own."""

    description: str = ""
    study: tuple[Any, ...] = ()


class Selection(BaseModel):
    """Which facts of a seed a deck studies; nothing chosen means all."""

    model_config = _HEADING

    seed: Annotated[str, Field(min_length=1)]
    kinds: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()


@dataclass(eq=False, slots=True)
class FiledFact:
    """A good fact with the file it came from."""

    fact: Fact
    origin: Origin
    position: int
    """Its place in the file's list of facts, from 0."""

    @property
    def where(self) -> Where:
        """Its place in the document."""
        return ("facts", self.position)


@dataclass(slots=True)
class CheckedFile:
    """A file's good facts and everything that is wrong with the others."""

    document: Document
    origin: Origin
    title: str
    study: list[Value] = field(default_factory=list)
    facts: list[FiledFact] = field(default_factory=list)
    declared: dict[str, int] = field(default_factory=dict)
    """Every id that its author gave, also to facts with errors, with its position."""
    problems: list[Problem] = field(default_factory=list)


def check_file(document: Document) -> CheckedFile:
    """Return the good facts of `document` and all problems that one file shows."""
    source, content = document.source, document.content
    model = SeedHeading if source.role is Role.SEED else DeckHeading
    # Facts and selections are checked one by one; here only that they are lists.
    outline = {
        name: [] if isinstance(value, list) and name in _ONE_BY_ONE else value
        for name, value in content.items()
    }
    heading, problems = leniently_checked(
        model, outline, Subject(f"this {source.role}")
    )
    title = one_line(heading.title) or source.id
    context = title if heading.context is None else one_line(heading.context)
    origin = Origin(source.id, context, one_line(heading.document), heading.tags)
    checked = CheckedFile(document, origin, title, problems=problems)
    facts, study = content.get("facts"), content.get("study")
    if isinstance(study, list) and model is DeckHeading:
        checked.study = study
    if isinstance(facts, list):
        _check_facts(checked, facts)
    return checked


def _check_facts(checked: CheckedFile, facts: list[Value]) -> None:
    damaged = {where[:2] for where in checked.document.damaged}
    checked.declared = _declared(facts)
    taken = set(checked.declared)
    for position, raw in enumerate(facts):
        written_id = raw.get("id") if isinstance(raw, dict) else None
        if ("facts", position) in damaged:
            continue
        name = ""
        if isinstance(raw, dict) and not written_id:
            name = made_id(raw, kind_of(raw) or Fact, taken)
            taken.add(name)
        elif isinstance(written_id, str) and checked.declared[written_id] != position:
            checked.problems.append(_repeated_id(checked, written_id, position))
            continue
        fact, problems = check_fact(raw, ("facts", position), name)
        checked.problems += problems
        if fact is not None:
            checked.facts.append(FiledFact(fact, checked.origin, position))


def _declared(facts: list[Value]) -> dict[str, int]:
    declared: dict[str, int] = {}
    for position, raw in enumerate(facts):
        if isinstance(raw, dict) and isinstance(name := raw.get("id"), str) and name:
            declared.setdefault(name, position)
    return declared


def _repeated_id(checked: CheckedFile, name: str, position: int) -> Problem:
    first: Where = ("facts", checked.declared[name], "id")
    return Problem(
        ("facts", position, "id"),
        "repeated-id",
        f"{quoted(name)} is already the id of the fact on line "
        f"{checked.document.line_of(first)}",
        "give this fact another id",
    )
