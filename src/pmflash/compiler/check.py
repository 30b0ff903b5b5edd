"""One fact as its author wrote it: the kind's model, or what is wrong with it."""

from collections.abc import Iterator
from dataclasses import replace

from pmflash.compiler.events import Value
from pmflash.compiler.fields import checked
from pmflash.compiler.ids import short_slug
from pmflash.compiler.mistakes import Subject, written
from pmflash.compiler.words import did_you_mean, quoted, requoted
from pmflash.facts.base import ID_PATTERN, Fact
from pmflash.facts.registry import DEFAULT_KIND, KIND_BY_NAME
from pmflash.facts.shared.dates import is_date
from pmflash.model.diagnostic import Problem, Severity, Where


def kind_of(raw: dict[str, Value]) -> type[Fact] | None:
    """Return the kind that a fact names, None when there is no such kind."""
    name = raw.get("kind") or DEFAULT_KIND
    return KIND_BY_NAME.get(name) if isinstance(name, str) else None


def check_fact(
    raw: Value, where: Where, made_id: str = ""
) -> tuple[Fact | None, list[Problem]]:
    """Return the fact at `where`, None when it has an error, and its problems.

    `made_id` names a fact whose author did not.
    """
    if not isinstance(raw, dict):
        return None, [_not_a_fact(raw, where)]
    kind = kind_of(raw)
    if kind is None:
        return None, [_unknown_kind(raw, where)]
    problems: list[Problem] = []
    subject = Subject(_name(raw, where, kind.kind_name), where)
    if made_id:
        raw = {**raw, "id": made_id}
        problems.append(_missing_id(subject, made_id))
    elif isinstance(written_id := raw["id"], str):
        problems += _bad_id(subject, written_id)
    problems += _bad_dates(subject, raw)
    problems += _bad_former_ids(subject, raw)
    fact, wrong = checked(kind, raw, subject)
    problems += wrong
    if fact is not None:
        problems += _inner_problems(fact, subject)
    if any(problem.severity is Severity.ERROR for problem in problems):
        return None, problems
    return fact, problems


def _inner_problems(fact: Fact, subject: Subject) -> Iterator[Problem]:
    for position, view in enumerate(fact.views):
        if view not in fact.view_names:
            yield Problem(
                (*subject.where, "views", position),
                "unknown-view",
                f"{subject.name} has no view called {quoted(view)}",
                did_you_mean(view, fact.view_names, "views"),
            )
    for problem in fact.problems():
        yield told_of(problem, subject.where)


def told_of(problem: Problem, where: Where) -> Problem:
    """Return what the fact at `where` finds wrong with itself, as messages tell it."""
    return replace(
        problem,
        where=(*where, *problem.where),
        message=requoted(problem.message),
        help=requoted(problem.help),
    )


def _not_a_fact(raw: Value, where: Where) -> Problem:
    found = "nothing" if raw is None else written(raw)
    return Problem(
        where,
        "not-a-fact",
        f"a fact is made of lines like `name: value`, and this is {found}",
        "write `- id: a-name`, and `q:` and `a:` in line with `id`",
    )


def _unknown_kind(raw: dict[str, Value], where: Where) -> Problem:
    kind = raw["kind"]
    word = kind if isinstance(kind, str) else ""
    named = quoted(word) if word else written(kind)
    return Problem(
        (*where, "kind"),
        "unknown-kind",
        f"{_name(raw, where, 'fact')} has kind {named}, which pmflash does not know",
        did_you_mean(word, KIND_BY_NAME, "kinds"),
    )


def _missing_id(subject: Subject, made_id: str) -> Problem:
    return Problem(
        subject.where,
        "missing-id",
        f"{subject.name} has no `id`, so its progress hangs on its wording",
        f"add `id: {made_id}` so that rewording keeps its progress",
        Severity.WARNING,
    )


def _bad_id(subject: Subject, written_id: str) -> Iterator[Problem]:
    if ID_PATTERN.fullmatch(written_id) is None:
        name = short_slug(written_id)
        yield Problem(
            (*subject.where, "id"),
            "bad-id",
            f"{subject.name}: an id is lowercase words joined by hyphens",
            f"write `{name}`" if name else "write a name such as `cell-wall`",
        )


def _bad_former_ids(subject: Subject, raw: dict[str, Value]) -> Iterator[Problem]:
    formerly = raw.get("formerly")
    for position, former in enumerate(
        formerly if isinstance(formerly, list) else [formerly]
    ):
        name = former.rpartition("/")[2].strip() if isinstance(former, str) else ""
        if name and ID_PATTERN.fullmatch(name) is None:
            yield Problem(
                (*subject.where, "formerly", position),
                "bad-former-id",
                f"{subject.name} says that it was {quoted(name)}, which no fact can be",
                "write the `id` that it had, or `file/id` when it was in another file",
            )


def _bad_dates(subject: Subject, raw: dict[str, Value]) -> Iterator[Problem]:
    for name in ("as_of", "valid_until"):
        text = raw.get(name)
        if isinstance(text, str) and text.strip() and not is_date(text.strip()):
            yield Problem(
                (*subject.where, name),
                "not-a-date",
                f"{quoted(name)} of {subject.name} takes a date, and holds "
                f"{quoted(text)}",
                "write a year, a month or a day: `2026`, `2026-11` or `2026-11-21`",
            )


def _name(raw: dict[str, Value], where: Where, noun: str) -> str:
    written_id = raw.get("id")
    if isinstance(written_id, str) and written_id:
        return f"{noun} {quoted(written_id)}"
    position = where[-1]
    return f"{noun} number {position + 1}" if isinstance(position, int) else noun
