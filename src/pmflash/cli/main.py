"""The entry of every command: finds it, runs it, tells how it went."""

import os
from collections.abc import Sequence
from importlib import import_module
from typing import cast

from pmflash import __version__
from pmflash.cli import report
from pmflash.cli.arguments import Command, parse
from pmflash.cli.commands.registry import COMMANDS, TODAY
from pmflash.model.failure import ExitCode, PmflashError, UsageError
from pmflash.model.text import one_line
from pmflash.storage.locations import find_locations


def main(words: Sequence[str]) -> ExitCode:
    """Run the command line `words` and return what the shell is told."""
    report.use_any_terminal()
    try:
        code = _run(words)
        report.finish()
        return code
    except PmflashError as error:
        report.failure(error)
        return error.exit_code


def _run(words: Sequence[str]) -> ExitCode:
    if words and words[0] in {"-h", "--help", "help"}:
        report.data(_overview())
        return ExitCode.FINE
    if words and words[0] == "--version":
        report.data(f"pmflash {__version__}")
        return ExitCode.FINE
    name, rest = (words[0], words[1:]) if words else (TODAY, words)
    if name not in {entry.name for entry in COMMANDS}:
        raise _unknown_command(name)
    command = cast(Command, import_module(f"pmflash.cli.commands.{name}"))
    try:
        arguments = parse(name, command, rest)
    except SystemExit:
        # The help was asked for and is printed.
        return ExitCode.FINE
    return command.run(arguments, find_locations(os.environ))


def _overview() -> str:
    width = max(len(entry.name) for entry in COMMANDS)
    lines = [f"  {entry.name:<{width}}  {entry.summary}" for entry in COMMANDS]
    return "\n".join(
        (
            "usage: pmflash [command] [options]",
            "",
            "Spaced repetition in the terminal. `pmflash` alone opens today's screen.",
            "",
            "commands:",
            *lines,
            "",
            "`pmflash COMMAND --help` tells more, with an example.",
        )
    )


def _unknown_command(name: str) -> UsageError:
    from pmflash.model.nearness import did_you_mean, near

    close = [f"`pmflash {each}`" for each in near(name, (e.name for e in COMMANDS))]
    help = did_you_mean(*close) if close else "see `pmflash --help`"
    return UsageError(f"there is no command `{one_line(name)}`", help)
