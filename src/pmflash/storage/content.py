"""Content files as they are found, built-in and the learner's own."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pmflash.model.diagnostic import Diagnostic, Severity
from pmflash.model.failure import UsageError
from pmflash.model.source_file import Role, SourceFile
from pmflash.storage.causes import cause
from pmflash.storage.home import check_home
from pmflash.storage.listing import content_entries, is_content_name
from pmflash.storage.locations import (
    Locations,
    builtin_folder,
    builtin_name,
    lasting_path,
    shown_path,
)
from pmflash.storage.regular_file import read_regular

MOST_BYTES = 32 * 1024 * 1024
"""A file above this is read one byte further and no more."""

_FOLDERS = ((Role.SEED, "seeds"), (Role.DECK, "decks"))
_ROLES = tuple(Role)


@dataclass(frozen=True, slots=True)
class Content:
    """All content files that could be read, and a diagnostic for each other."""

    sources: tuple[SourceFile, ...] = ()
    """Seeds, then decks, then settings."""
    diagnostics: tuple[Diagnostic, ...] = ()
    replaced: tuple[str, ...] = ()
    """Built-in files that a file of the home stands in for, as `seeds/NAME`."""


@dataclass(frozen=True, slots=True)
class _Found:
    role: Role
    file: Path
    shown: str
    is_builtin: bool = False


def read_sources(locations: Locations) -> Content:
    """Return all built-in content, with the learner's own added or in its place.

    Raises `StorageError` for a home that cannot be read.
    """
    check_home(locations)
    found: list[_Found] = []
    replaced: list[str] = []
    for role, name in _FOLDERS:
        builtin = _found_in(builtin_folder() / name, role, builtin_name(f"{name}/"))
        own = _found_in(locations.home / name, role)
        own_ids = {each.file.stem for each in own}
        kept = [each for each in builtin if each.file.stem not in own_ids]
        replaced += [f"{name}/{each.file.name}" for each in builtin if each not in kept]
        found += sorted([*kept, *own], key=lambda each: each.file.name)
    if os.path.lexists(locations.settings_file):
        found.append(_kept(locations.settings_file, Role.SETTINGS))
    return _read_all(found, tuple(replaced))


def read_paths(paths: Iterable[Path]) -> Content:
    """Return the content of files and folders that the learner names.

    Raises `UsageError` for a path where nothing is.
    """
    files: dict[Path, Path] = {}
    for path in paths:
        if not os.path.lexists(path):
            raise UsageError(
                f"there is no file or folder `{shown_path(path)}`",
                "check the spelling; a path starts from the folder you are in",
            )
        for file in _files_under(path):
            files.setdefault(file.absolute(), file)
    found = [_Found(_role_of(file), file, shown_path(file)) for file in files]
    found.sort(key=lambda each: _ROLES.index(each.role))
    return _read_all(found, ())


def _found_in(folder: Path, role: Role, builtin_prefix: str = "") -> list[_Found]:
    files = [Path(entry.path) for entry in content_entries(folder)]
    if not builtin_prefix:
        return [_kept(file, role) for file in files]
    return [
        _Found(role, file, builtin_prefix + file.name, is_builtin=True)
        for file in files
    ]


def _kept(file: Path, role: Role) -> _Found:
    # What is said of it goes into a cache, which is read in other folders too.
    return _Found(role, file, lasting_path(file))


def _files_under(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for folder, inner, names in os.walk(path):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        for name in sorted(filter(is_content_name, names)):
            yield Path(folder, name)


def _role_of(file: Path) -> Role:
    for parent in file.parents:
        for role, name in _FOLDERS:
            if parent.name == name:
                return role
    return Role.SETTINGS if file.name == "settings.yaml" else Role.DECK


def _read_all(found: list[_Found], replaced: tuple[str, ...]) -> Content:
    sources: list[SourceFile] = []
    diagnostics: list[Diagnostic] = []
    for each in found:
        try:
            raw = read_regular(each.file, MOST_BYTES + 1)
        except OSError as error:
            diagnostics.append(_unreadable(each.shown, cause(error)))
            continue
        source = SourceFile(each.role, each.file.stem, each.shown, raw, each.is_builtin)
        sources.append(source)
    return Content(tuple(sources), tuple(diagnostics), replaced)


def _unreadable(shown: str, why: str) -> Diagnostic:
    return Diagnostic(
        path=shown,
        line=0,
        column=0,
        severity=Severity.ERROR,
        slug="unreadable-file",
        message=f"`{shown}` cannot be read: {why}",
        help="make it a file that you may read, or remove it",
    )
