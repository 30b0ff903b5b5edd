import pytest

from pmflash import __version__
from pmflash.cli.commands.registry import COMMANDS
from pmflash.model.failure import ExitCode
from shell import Shell


@pytest.mark.parametrize("word", ["help", "-h", "--help"])
def test_the_overview_lists_every_command(word: str, pmflash: Shell) -> None:
    ran = pmflash(word)
    assert (ran.code, ran.err) == (ExitCode.FINE, "")
    assert all(entry.name in ran.out for entry in COMMANDS)
    assert all(entry.summary in ran.out for entry in COMMANDS)


def test_the_overview_fits_a_small_terminal(pmflash: Shell) -> None:
    assert max(map(len, pmflash("--help").out.splitlines())) <= 80


def test_the_version_is_told(pmflash: Shell) -> None:
    assert pmflash("--version").out == f"pmflash {__version__}\n"


@pytest.mark.parametrize(
    ("name", "help"),
    [
        ("deu", "did you mean `pmflash due`?"),
        ("reviw", "did you mean `pmflash review`?"),
        ("xyz", "see `pmflash --help`"),
        ("--short", "see `pmflash --help`"),
        ("", "see `pmflash --help`"),
    ],
)
def test_an_unknown_command_is_refused_with_a_way_on(
    name: str, help: str, pmflash: Shell
) -> None:
    ran = pmflash(name)
    assert (ran.code, ran.out) == (ExitCode.USAGE, "")
    assert ran.err == f"pmflash: there is no command `{name}`\n  = help: {help}\n"


def test_an_option_is_never_guessed(pmflash: Shell) -> None:
    assert pmflash("due", "--sho").code is ExitCode.USAGE


def test_a_word_too_many_is_refused(pmflash: Shell) -> None:
    ran = pmflash("due", "extra")
    assert ran.code is ExitCode.USAGE
    assert ran.err.startswith("pmflash: unrecognized arguments: extra\n")


def test_a_clock_that_is_no_time_is_refused(
    pmflash: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PMFLASH_NOW", "noon")
    ran = pmflash("due")
    assert (ran.code, ran.out) == (ExitCode.USAGE, "")
    assert ran.err.startswith("pmflash: PMFLASH_NOW is `noon`")
