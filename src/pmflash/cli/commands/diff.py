"""`diff`: what an edit of decks and seeds does to progress, before it does it."""

import json
import os
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path

from pmflash.cli import report
from pmflash.cli.diagnostics import has_errors
from pmflash.clock import find_clock
from pmflash.edits import Compared, Edit, edit
from pmflash.model.failure import ExitCode
from pmflash.model.text import counted, joined, one_line
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

_NOT_CARRIED = {"former-id-in-use", "former-id-shared"}
"""Mistakes in `formerly`, by which less progress is carried over than it says."""


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
    report.talk_each(map(report.broken, _about(found)))
    if arguments.json:
        report.data(_json(found))
    else:
        for line in _text(found.changes):
            report.data(report.broken(line))
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
    for each in found.diagnostics:
        if each.slug in _NOT_CARRIED:
            yield f"{each.message}."


def _text(found: Changes) -> Iterator[str]:
    gone = [each for each in found.orphaned if each.is_gone]
    less = [each for each in found.orphaned if not each.is_gone]
    for what, cards in (
        ("added", found.added),
        ("back, with progress", found.returned),
        ("reworded, progress kept", found.reworded),
        ("revised: due at once, history kept", found.revised),
        ("renamed, progress carried over", found.renamed),
        ("merged with other progress", found.merged),
        ("gone, never reviewed", found.removed),
        ("with less progress than before", less),
        ("gone, progress kept in case of a return", gone),
    ):
        yield from _listed(what, cards)
    if help_text := _help(found, less, gone):
        yield f"  = help: {help_text}"


def _listed(what: str, cards: Sequence[str | Learnt]) -> Iterator[str]:
    if not cards:
        return
    yield f"{counted(len(cards), 'card')} {what}:"
    for card in cards[:_MOST_LISTED]:
        yield from _entry(card)
    if len(cards) > _MOST_LISTED:
        yield f"    and {len(cards) - _MOST_LISTED:,} more, with --json"


def _entry(card: str | Learnt) -> Iterator[str]:
    if isinstance(card, str):
        yield f"    {one_line(card)}"
        return
    formerly = f"{card.formerly} -> " if card.formerly else ""
    stood = _standing(card.reviews, card.due_on)
    yield f"    {one_line(f'{formerly}{card.card}: {stood}')}"
    if more := "; ".join(_more(card)):
        yield f"        {one_line(more)}"


def _standing(reviews: int, due_on: date | None) -> str:
    return f"{counted(reviews, 'review')}, due {due_on}" if reviews else "new"


def _more(card: Learnt) -> Iterator[str]:
    """Yield what becomes of the progress of a card that does not just keep it."""
    ids = joined(card.left_under)
    if card.is_gone:
        if card.left_under != (card.card,):
            yield f"kept under {ids}"
        return
    if card.joined or card.left_under:
        came = f", with what was done under {joined(card.joined)}"
        stands = _standing(card.reviews_after, card.due_on_after)
        revised = " as its fact was revised" if card.is_revised else ""
        yield f"afterwards {stands}{revised}{came if card.joined else ''}"
    if card.left_under:
        rest = "the rest" if card.reviews_after else "its progress"
        yield f"{rest} is under {ids}"


def _help(found: Changes, less: Sequence[Learnt], gone: Sequence[Learnt]) -> str:
    mixed = [*found.merged, *(each for each in less if each.joined)]
    taken = {each.card for each in (*found.returned, *mixed)}
    for each in less:
        if each.left_under and taken.isdisjoint(each.left_under):
            return _help_to_keep(each)
    if mixed:
        return (
            "to keep progress apart, choose an id that no fact had before, and name no "
            "id of another fact in `formerly`"
        )
    if gone and found.added:
        return (
            "a fact that only got another id keeps its progress when it says "
            "`formerly: old-id`"
        )
    return ""


def _help_to_keep(card: Learnt) -> str:
    fact = _fact(card.card)
    file = fact.partition("/")[0]
    facts = dict.fromkeys(map(_fact, card.left_under))
    names = joined([f"`{name.removeprefix(f'{file}/')}`" for name in facts])
    return one_line(f"`{fact}` keeps all of it when its `formerly` also names {names}")


def _fact(card: str) -> str:
    return "/".join(card.split("/")[:2])


def _json(found: Edit) -> str:
    document = {
        "version": JSON_VERSION,
        "compared_with": found.compared,
        **asdict(found.changes),
    }
    return json.dumps(document, indent=1, default=str)
