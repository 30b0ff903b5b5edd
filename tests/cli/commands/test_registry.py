from importlib import import_module
from typing import cast

import pytest

from pmflash.cli.arguments import Command, parse
from pmflash.cli.commands.registry import COMMANDS, TODAY
from pmflash.model.failure import ExitCode
from shell import Shell

NAMES = [entry.name for entry in COMMANDS]
each_command = pytest.mark.parametrize("name", NAMES)


def command(name: str) -> Command:
    return cast(Command, import_module(f"pmflash.cli.commands.{name}"))


@each_command
def test_the_help_of_a_command_says_what_it_does_with_an_example(
    name: str, pmflash: Shell
) -> None:
    ran = pmflash(name, "--help")
    assert (ran.code, ran.err) == (ExitCode.FINE, "")
    assert ran.out.startswith(f"usage: pmflash {name}")
    assert command(name).SUMMARY in ran.out
    assert f"example:\n  {command(name).EXAMPLE}" in ran.out


@each_command
def test_the_example_of_a_command_can_be_typed(name: str) -> None:
    program, *words = command(name).EXAMPLE.split()
    assert program == "pmflash"
    assert not words or words[0] == name
    assert parse(name, command(name), words[1:])


@each_command
def test_a_command_takes_no_option_that_it_does_not_know(
    name: str, pmflash: Shell
) -> None:
    ran = pmflash(name, "--nonsense")
    assert (ran.code, ran.out) == (ExitCode.USAGE, "")
    assert ran.err.startswith("pmflash: ")
    assert ran.err.endswith(f"\n  = help: see `pmflash {name} --help`\n")


def test_no_two_commands_share_a_name() -> None:
    assert len({*NAMES}) == len(NAMES)
    assert TODAY in NAMES
