"""The learner's choices: what settings.yaml says, and how one of them is changed."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from pmflash.compiler.settings import read_settings, unknown_decks
from pmflash.model.diagnostic import Diagnostic, Severity
from pmflash.model.failure import ContentError, StorageError
from pmflash.model.settings import Settings
from pmflash.model.source_file import Role, SourceFile
from pmflash.storage.locations import Locations, lasting_path
from pmflash.storage.settings_file import (
    Written,
    not_one_line,
    read_settings_file,
    save_settings_file,
    with_setting,
)


@dataclass(frozen=True, slots=True)
class Choices:
    """What settings.yaml says now."""

    settings: Settings
    problems: tuple[Diagnostic, ...]
    """What is wrong with it."""
    lines: Mapping[str, int]
    """On which line each setting stands that is in the file."""


def read_choices(locations: Locations, decks: Collection[str]) -> Choices:
    """Return what settings.yaml says, where there are `decks`."""
    path = lasting_path(locations.settings_file)
    try:
        content = read_settings_file(locations.settings_file)
    except StorageError as error:
        return Choices(Settings(), (_unreadable(path, error),), {})
    settings, problems = _read(content, path)
    return Choices(
        settings,
        (*problems, *unknown_decks(settings, decks, path)),
        _lines(content),
    )


def choose(locations: Locations, changes: Mapping[str, Written]) -> None:
    """Write settings into settings.yaml, and change nothing else in it.

    What is so without a line gets none. Raises `ContentError` for a value that no
    settings file may hold, and `StorageError` when the file cannot be changed so.
    """
    file = locations.settings_file
    before = after = read_settings_file(file)
    alone = b"".join(with_setting(b"", *change) for change in changes.items())
    wanted, wrong = _read(alone)
    if wrong:
        raise ContentError(wrong[0].message, wrong[0].help)
    was, told = _read(before)
    lines = _lines(before)
    for name, value in changes.items():
        if name in lines or getattr(was, name) != getattr(wanted, name):
            after = with_setting(after, name, value)
    now, _ = _read(after)
    changed = {name: getattr(wanted, name) for name in changes}
    if now != replace(was, **changed):
        raise _in_the_way(told) or not_one_line(*next(iter(changes.items())))
    if after != before:
        save_settings_file(file, after)


def _read(
    content: bytes, path: str = "settings.yaml"
) -> tuple[Settings, tuple[Diagnostic, ...]]:
    return read_settings(SourceFile(Role.SETTINGS, "settings", path, content))


def _unreadable(path: str, error: StorageError) -> Diagnostic:
    return Diagnostic(
        path, 0, 0, Severity.ERROR, "unreadable-file", error.message, error.help
    )


def _in_the_way(told: tuple[Diagnostic, ...]) -> StorageError | None:
    """Return what has to be mended before anything can be changed."""
    for problem in told:
        if problem.severity is Severity.ERROR:
            place = f"line {problem.line} of " if problem.line else ""
            return StorageError(
                f"{place}settings.yaml has to be mended first: {problem.message}",
                problem.help,
            )
    return None


def _lines(content: bytes) -> dict[str, int]:
    lines: dict[str, int] = {}
    for number, line in enumerate(content.splitlines(), start=1):
        name, colon, _ = line.decode(errors="replace").partition(":")
        if colon and name == name.strip() and not name.startswith("#"):
            lines.setdefault(name, number)
    return lines
