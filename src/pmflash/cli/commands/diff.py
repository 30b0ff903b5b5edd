"""`diff`: what an edit of decks and seeds does to progress, before it does it."""

import json
import os
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from pmflash.cli import report
from pmflash.cli.diagnostics import has_errors
from pmflash.clock import find_clock
from pmflash.edits import Compared, Edit, edit
from pmflash.model.failure import ExitCode
from pmflash.model.text import counted, one_line
from pmflash.storage.locations import Locations
from pmflash.study.changes import Changes, Learnt

SUMMARY = "Say what an edit of decks and seeds will do to your progress."
EXAMPLE = "pmflash diff drafts/flexport.yaml"
JSON_VERSION = 1
_MOST_LISTED = 20
_COMPARED = {
    Compared.LAST_READ: "Compared with the cards when pmflash last read your files.",
    Compared.LOG: "Compared with your reviews: no other cards are known from before.",
}


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument(
        "path",
        nargs="*",
        type=Path,
        help="files of your home, to be told of these alone; or any other file, as if "
        "it stood in the place of the one of its name",
    )
    parser.add_argument("--json", action="store_true", help="as data, for programs")


def run(arguments: Namespace, locations: Locations) -> ExitCode:
    """Print what would happen."""
    found = edit(locations, arguments.path, find_clock(os.environ)())
    report.talk_each(_about(found))
    if arguments.json:
        report.data(_json(found))
    else:
        for line in _text(found.changes):
            report.data(line)
    kept = counted(found.changes.kept, "card")
    nothing = "Nothing changes. " if found.changes.is_nothing else ""
    report.talk(f"{nothing}{kept} with progress as before.")
    return ExitCode.CONTENT if has_errors(found.diagnostics) else ExitCode.FINE


def _about(found: Edit) -> Iterator[str]:
    if found.compared in _COMPARED:
        yield _COMPARED[found.compared]
    for path, place in found.placed:
        where = f"in the place of {place}" if place else "beside all others"
        yield f"As if {path} stood {where}."
    if has_errors(found.diagnostics):
        yield "There are mistakes: facts with one make no cards; see `pmflash check`."


def _text(found: Changes) -> Iterator[str]:
    yield from _listed("added", found.added)
    yield from _listed("back, with their progress", _learnt(found.returned))
    yield from _listed("reworded, progress kept", _learnt(found.reworded))
    yield from _listed("revised: due at once, history kept", _learnt(found.revised))
    yield from _listed("renamed, progress carried over", _learnt(found.renamed))
    yield from _listed("gone, never reviewed", found.removed)
    yield from _listed(
        "gone, progress kept for when they come back", _learnt(found.orphaned)
    )
    if found.orphaned and found.added:
        yield (
            "  = help: a fact that only got another id keeps its progress when it says "
            "`formerly: old-id`"
        )


def _listed(what: str, items: Sequence[str]) -> Iterator[str]:
    if not items:
        return
    yield f"{counted(len(items), 'card')} {what}:"
    yield from (f"    {one_line(item)}" for item in items[:_MOST_LISTED])
    if len(items) > _MOST_LISTED:
        yield f"    and {len(items) - _MOST_LISTED:,} more, with --json"


def _learnt(cards: Sequence[Learnt]) -> tuple[str, ...]:
    return tuple(
        f"{f'{each.formerly} -> ' if each.formerly else ''}{each.card}: "
        f"{counted(each.reviews, 'review')}, due {each.due_on}"
        for each in cards
    )


def _json(found: Edit) -> str:
    document = {
        "version": JSON_VERSION,
        "compared_with": found.compared,
        **asdict(found.changes),
    }
    return json.dumps(document, indent=1, default=str)
