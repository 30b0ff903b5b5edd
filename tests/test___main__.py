import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from pmflash.__main__ import main
from pmflash.model.failure import ExitCode


def ends_with(problem: BaseException, monkeypatch: pytest.MonkeyPatch) -> object:
    """The exit code when running a command raises `problem`."""

    def run(words: Sequence[str]) -> ExitCode:
        raise problem

    monkeypatch.setattr("pmflash.cli.main.main", run)
    with pytest.raises(SystemExit) as left:
        main()
    return left.value.code


def test_the_code_of_a_command_is_the_code_of_the_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("pmflash.cli.main.main", lambda words: ExitCode.CONTENT)
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 1


def test_a_mistake_of_ours_is_told_as_a_bug(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ends_with(ZeroDivisionError("\x1b[2J"), monkeypatch) == ExitCode.BUG
    out, err = capsys.readouterr()
    assert out == ""
    assert "ZeroDivisionError: ␛[2J" in err
    assert "pmflash: this is a bug in pmflash" in err


def test_an_interrupt_is_no_bug(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ends_with(KeyboardInterrupt(), monkeypatch) == ExitCode.INTERRUPTED
    assert capsys.readouterr() == ("", "")


def process(
    home: Path, *words: str, stdout: int = subprocess.PIPE
) -> subprocess.CompletedProcess[bytes]:
    told = {
        "PMFLASH_HOME": str(home),
        "PMFLASH_CACHE": str(home / "cache"),
        "PMFLASH_NOW": "2026-01-05T08:00:00+01:00",
        # As in a plain shell, where output is held back until the end.
        "PYTHONUNBUFFERED": "",
    }
    return subprocess.run(
        [sys.executable, "-m", "pmflash", *words],
        env={**os.environ, **told},
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("words", [("--help",), ("compile", "--help"), ("due",)])
def test_a_reader_that_has_seen_enough_is_no_failure(
    words: tuple[str, ...], tmp_path: Path
) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = process(tmp_path, *words, stdout=writer)
    os.close(writer)
    assert (done.returncode, done.stderr) == (ExitCode.FINE, b"")


@pytest.mark.parametrize(
    "words", [("due",), ("compile", "--json"), ("export", "anki-csv", "-o", "-")]
)
def test_output_that_cannot_be_written_is_a_storage_failure(
    words: tuple[str, ...], tmp_path: Path
) -> None:
    unwritable = os.open(os.devnull, os.O_RDONLY)
    done = process(tmp_path, *words, stdout=unwritable)
    os.close(unwritable)
    assert done.returncode == ExitCode.STORAGE
    assert b"pmflash: cannot write the output: " in done.stderr
    assert b"bug" not in done.stderr


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("due", "--short"), ExitCode.FINE),
        ((), ExitCode.USAGE),
        (("nonsense",), ExitCode.USAGE),
    ],
)
def test_the_process_ends_with_the_code_of_its_command(
    words: tuple[str, ...], code: ExitCode, tmp_path: Path
) -> None:
    done = process(tmp_path, *words)
    assert done.returncode == code
    assert bool(done.stdout) is (code is ExitCode.FINE)


def test_an_export_in_a_plain_terminal_loses_no_letter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "own.yaml").write_text(
        "facts: [{id: a, q: “Naïve”?, a: 5 €}]", encoding="utf-8"
    )
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    done = process(tmp_path, "export", "anki-csv", "own", "-o", "-")
    assert "“Naïve”?" in done.stdout.decode()
    assert process(tmp_path, "compile", "own").returncode == ExitCode.FINE
