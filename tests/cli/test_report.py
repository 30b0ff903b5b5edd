import os
import sys
from collections.abc import Callable
from io import BytesIO, TextIOWrapper

import pytest

from pmflash.cli import report
from pmflash.model.failure import StorageError

Capture = pytest.CaptureFixture[str]


def test_data_goes_to_stdout_alone(capsys: Capture) -> None:
    report.data("a line")
    assert capsys.readouterr() == ("a line\n", "")


def test_talk_goes_to_stderr_alone(capsys: Capture) -> None:
    report.talk_each(["one", "two"])
    assert capsys.readouterr() == ("", "one\ntwo\n")


def test_a_line_is_broken_between_words_on_a_narrow_terminal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    line = "  = help: look at home/reviews-laptop.jsonl twice"
    assert report.broken(line) == line
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "20")
    assert report.broken(line) == (
        "  = help: look at\n    home/reviews-laptop.jsonl\n    twice"
    )


def test_raw_data_is_written_as_it_is(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    report.raw_data("“é”\r\nno end")
    report.finish()
    assert capfdbinary.readouterr().out == "“é”\r\nno end".encode()


def test_a_failure_says_what_happened_and_what_to_do(capsys: Capture) -> None:
    report.failure(StorageError("cannot save", "free some space"))
    told = "pmflash: cannot save\n  = help: free some space\n"
    assert capsys.readouterr() == ("", told)


def test_a_failure_without_help_is_one_line(capsys: Capture) -> None:
    report.failure(StorageError("cannot save"))
    assert capsys.readouterr().err == "pmflash: cannot save\n"


def test_a_bug_is_told_with_its_trace(capsys: Capture) -> None:
    report.bug("Traceback: deep inside")
    told = capsys.readouterr().err
    assert told.startswith("Traceback: deep inside\npmflash: this is a bug in pmflash")
    assert "every answer you gave is saved" in told


@pytest.mark.parametrize("tell", [report.data, report.talk, report.bug])
def test_nothing_that_is_printed_acts(
    tell: Callable[[str], None], capsys: Capture
) -> None:
    tell("\x1b[2J\x9b31m\u202e\x07[/done]")
    told = "".join(capsys.readouterr())
    assert "␛[2J<U+009B>31m<U+202E>␇[/done]\n" in told
    assert not {"\x1b", "\x9b", "\u202e", "\x07"} & {*told}


def test_a_terminal_without_a_character_shows_a_question_mark(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    written = BytesIO()
    plain = TextIOWrapper(written, encoding="ascii", newline="\n")
    monkeypatch.setattr(sys, "stdout", plain)
    report.use_any_terminal()
    report.data("naïve")
    report.finish()
    assert written.getvalue() == b"na?ve\n"


def test_a_closed_stdout_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    report.use_any_terminal()
    report.data("unheard")
    report.finish()


def test_talk_that_nobody_can_hear_is_no_failure(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w", buffering=1) as unheard:
        monkeypatch.setattr(sys, "stderr", unheard)
        report.talk("into the void")
        report.talk("and again")


def test_talk_does_not_go_to_stdout_where_stderr_is_closed(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    report.talk("unheard")
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("encoding", "can_show"),
    [("utf-8", True), ("ascii", False), ("cp437", False), ("latin-1", False)],
)
def test_what_an_encoding_lacks_cannot_be_shown(
    encoding: str, can_show: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout", TextIOWrapper(BytesIO(), encoding))
    assert report.can_show("▁█") is can_show
    assert report.can_show("#")
