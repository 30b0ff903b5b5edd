"""The learner's settings.yaml, checked key by key; a wrong value keeps its default."""

from collections.abc import Collection
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from pmflash.compiler.fields import leniently_checked
from pmflash.compiler.keys import checked_keys
from pmflash.compiler.mistakes import Fields, Subject
from pmflash.compiler.read import read_document
from pmflash.compiler.words import did_you_mean, quoted
from pmflash.facts.shared.dates import is_date
from pmflash.model.diagnostic import Diagnostic, Problem, Severity
from pmflash.model.settings import THEMES, Answering, Grades, Settings, Sm2Variant
from pmflash.model.source_file import SourceFile
from pmflash.model.text import one_line

_DEFAULT = Settings()
_Count = Annotated[int, Field(ge=0, le=100_000)]
_Hour = Annotated[int, Field(ge=0, le=23)]
_Keys = Annotated[tuple[str, ...], Field(min_length=1)]
_DAY_LENGTH = len("2026-12-17")


class SettingsFile(BaseModel):
    """The keys of settings.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    decks: tuple[str, ...] = _DEFAULT.decks
    new_per_day: _Count = _DEFAULT.new_per_day
    reviews_per_day: _Count = _DEFAULT.reviews_per_day
    minutes_per_sitting: _Count = _DEFAULT.minutes_per_sitting
    day_starts_at: _Hour = _DEFAULT.day_starts_at
    sm2: Sm2Variant = _DEFAULT.sm2
    grades: Grades = _DEFAULT.grades
    answering: Answering = _DEFAULT.answering
    theme: Annotated[str, Field(min_length=1)] = _DEFAULT.theme
    interview_on: str = _DEFAULT.interview_on
    interview: str = _DEFAULT.interview
    keys: dict[str, _Keys] = Field({}, examples=["{undo: [u, ctrl+y]}"])


def read_settings(source: SourceFile) -> tuple[Settings, tuple[Diagnostic, ...]]:
    """Return the settings in `source` and what is wrong with them."""
    document, diagnostics = read_document(source)
    if document is None:
        # All keys may be commented out.
        real = tuple(found for found in diagnostics if found.slug != "empty-file")
        return _DEFAULT, real
    raw: Fields = {
        name: value
        for name, value in document.content.items()
        if value is not None and (name,) not in document.damaged
    }
    raw = _with_lists_of_keys(raw)
    found, problems = leniently_checked(SettingsFile, raw, Subject("settings.yaml"))
    keys, wrong_keys = checked_keys(found.keys)
    problems += wrong_keys
    if found.theme not in THEMES:
        problems.append(_unknown_theme(found.theme))
        found = found.model_copy(update={"theme": _DEFAULT.theme})
    if found.interview_on and not _is_day(found.interview_on):
        problems.append(_no_day(found.interview_on))
        found = found.model_copy(update={"interview_on": _DEFAULT.interview_on})
    placed = (*diagnostics, *document.diagnostics(problems))
    in_order = sorted(placed, key=lambda each: (each.line, each.column))
    chosen = {**found.model_dump(), "keys": tuple(keys.items())}
    return Settings(**chosen), tuple(in_order)


def unknown_decks(
    settings: Settings, known: Collection[str], path: str
) -> tuple[Diagnostic, ...]:
    """Return a warning for each deck that the settings in `path` choose in vain."""
    choices = ", ".join(f"`{deck}`" for deck in sorted(known))
    return tuple(
        Diagnostic(
            path=path,
            line=0,
            column=0,
            severity=Severity.WARNING,
            slug="unknown-deck",
            message=f"the settings choose deck `{one_line(deck)}`, "
            "which does not exist",
            help=f"choose among {choices}",
        )
        for deck in settings.decks
        if deck not in known
    )


def _with_lists_of_keys(raw: Fields) -> Fields:
    """Return `raw` where an action's only key stands in a list, too."""
    keys = raw.get("keys")
    if not isinstance(keys, dict):
        return raw
    lists: Fields = {
        action: [key] if isinstance(key, str) else key for action, key in keys.items()
    }
    return {**raw, "keys": lists}


def _is_day(text: str) -> bool:
    return is_date(text) and len(text) == _DAY_LENGTH


def _no_day(text: str) -> Problem:
    return Problem(
        ("interview_on",),
        "not-a-date",
        f"`interview_on` of settings.yaml takes a day, and holds {quoted(text)}",
        "write year, month and day: `2026-12-17`",
    )


def _unknown_theme(name: str) -> Problem:
    return Problem(
        ("theme",),
        "unknown-theme",
        f"`theme` of settings.yaml is {quoted(name)}, which no theme is called",
        did_you_mean(name, THEMES, "themes"),
    )
