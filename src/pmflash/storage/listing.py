"""Which files are in the folders of a home. Light: `due --short` needs it."""

import os
from pathlib import Path

from pmflash.storage.causes import cannot, is_dangling

_YAML = (".yaml", ".yml")


def is_content_name(name: str) -> bool:
    """True for a YAML file that is neither hidden nor an editor's backup."""
    return not name.startswith(".") and name.lower().endswith(_YAML)


def is_journal_name(name: str) -> bool:
    """True for the review log of a device, and for a copy of one."""
    # Who copies a file puts words before its name, or behind it.
    is_other = name.startswith((".", "damaged-"))
    return "reviews-" in name and name.endswith(".jsonl") and not is_other


def content_entries(folder: Path) -> list[os.DirEntry[str]]:
    """Return the YAML files of `folder` sorted by name; none when it is missing."""
    return [
        entry
        for entry in _entries(folder)
        if is_content_name(entry.name) and not _is_folder(entry)
    ]


def journal_entries(progress: Path) -> list[os.DirEntry[str]]:
    """Return the review logs of every device, and copies of them, sorted by name."""
    return [entry for entry in journal_names(progress) if is_file(entry)]


def journal_names(progress: Path) -> list[os.DirEntry[str]]:
    """Return what is called like a review log, also a link to nowhere or a folder."""
    return [entry for entry in _entries(progress) if is_journal_name(entry.name)]


def log_entries(progress: Path) -> list[os.DirEntry[str]]:
    """Return the review logs, and the files of lines that were set aside."""
    return [
        entry
        for entry in _entries(progress)
        if entry.name.endswith(".jsonl") and is_file(entry)
    ]


def code_entries(folder: Path) -> list[os.DirEntry[str]]:
    """Return the Python modules in `folder` and the folders inside it."""
    found = []
    for entry in _entries(folder):
        if entry.name.endswith(".py"):
            found.append(entry)
        elif "." not in entry.name and entry.name != "__pycache__":
            found += code_entries(folder / entry.name)
    return found


def is_file(entry: os.DirEntry[str]) -> bool:
    """Tell whether a file is there, or at the other end of a link."""
    try:
        return entry.is_file()
    except OSError:
        return False


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        if _is_missing(folder, error):
            return []
        raise cannot("read the folder", folder, error) from error


def _is_missing(folder: Path, error: OSError) -> bool:
    """Tell whether there is no such folder yet, and no link to one either."""
    return isinstance(error, FileNotFoundError) and not is_dangling(folder)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False
