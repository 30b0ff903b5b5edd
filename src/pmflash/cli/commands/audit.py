"""`audit`: every figure that does not add up, with the arithmetic that shows it."""

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from itertools import groupby

from pmflash.cli import report
from pmflash.cli.diagnostics import has_errors
from pmflash.content import check_home
from pmflash.model.audited import Audited
from pmflash.model.failure import ExitCode
from pmflash.model.text import one_line
from pmflash.storage.locations import Locations

SUMMARY = "List the figures that do not add up, each with its arithmetic."
EXAMPLE = "pmflash audit --all"
JSON_VERSION = 1


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument(
        "--all", action="store_true", help="those that a caveat explains, too"
    )
    parser.add_argument("--json", action="store_true", help="as data, for programs")


def run(arguments: Namespace, locations: Locations) -> ExitCode:
    """Print what does not add up."""
    compiled = check_home(locations).compiled
    unexplained = [each for each in compiled.audited if not each.is_explained]
    listed = compiled.audited if arguments.all else unexplained
    explained_count = len(compiled.audited) - len(unexplained)
    if has_errors(compiled.diagnostics):
        report.wrong_content()
    if arguments.json:
        report.data(_json(listed, len(unexplained), explained_count))
    else:
        for line in _text(listed):
            report.data(line)
        report.talk(_tally(len(unexplained), explained_count, arguments.all))
    return ExitCode.CONTENT if unexplained else ExitCode.FINE


def _text(listed: Sequence[Audited]) -> Iterator[str]:
    for origin, entries in groupby(listed, lambda each: each.fact.partition("/")[0]):
        yield one_line(origin)
        for entry in entries:
            found = entry.disagreement
            name = entry.fact.partition("/")[2]
            yield f"  {one_line(name)}  {found.rule}: {one_line(found.message)}"
            yield f"    {one_line(found.arithmetic)}"
            if entry.caveat:
                what = "explained" if entry.is_explained else "its caveat"
                yield f"    {what}: {one_line(entry.caveat)}"


def _tally(unexplained: int, explained: int, are_all_shown: bool) -> str:
    """Return the count line: `2 unexplained; 9 explained by caveats`."""
    line = f"{unexplained or 'nothing'} unexplained"
    if explained:
        caveats = "a caveat" if explained == 1 else "caveats"
        line += f"; {explained} explained by {caveats}"
        line += "" if are_all_shown else ", shown by --all"
    return line


def _json(listed: Sequence[Audited], unexplained: int, explained: int) -> str:
    document = {
        "version": JSON_VERSION,
        "unexplained": unexplained,
        "explained": explained,
        "disagreements": [_record(entry) for entry in listed],
    }
    return json.dumps(document, indent=1)


def _record(entry: Audited) -> dict[str, object]:
    found = entry.disagreement
    return {
        "fact": entry.fact,
        "rule": found.rule,
        "message": found.message,
        "arithmetic": found.arithmetic,
        "worked_out": [f"{number.normalize():f}" for number in found.worked_out],
        "is_explained": entry.is_explained,
        "caveat": entry.caveat,
        "path": entry.path,
        "line": entry.line,
    }
