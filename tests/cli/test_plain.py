import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import count
from typing import Protocol

import pytest

from learner import Learner, answered, deck_of, use_builtin
from pmflash.cli.plain_aloud import ClockQuestion
from pmflash.model.event import Event, EventKind
from pmflash.model.failure import ExitCode, StorageError
from pmflash.storage.journal import Journals
from pmflash.storage.locations import builtin_folder
from shell import Ran, Shell

HOSTILE = "\x1b[2J\x1b]0;owned\x07\x9b31m\u202egpj\u2028\x85\x08"
FIRST = """\
Biology · new card · 3 left
Cells: What is outermost?
Think of the answer. Enter shows it. ? is help.
Answer: The wall
Source: Cell guide, Part 1
1 Again (today + 1 day)  2 Hard (today + 1 day)  3 Good (1 day)  4 Easy (1 day)\
  Enter = Good

"""


class Plain(Protocol):
    """Reviews in lines."""

    def __call__(self, *lines: str, words: tuple[str, ...] = ()) -> Ran:
        """Run `pmflash review --plain` with these lines as its input."""


@pytest.fixture
def review(pmflash: Shell, monkeypatch: pytest.MonkeyPatch) -> Plain:
    """The review of the learner of three cards."""

    def run(*lines: str, words: tuple[str, ...] = ()) -> Ran:
        typed = io.StringIO("".join(f"{line}\n" for line in lines))
        monkeypatch.setattr(sys, "stdin", typed)
        return pmflash("review", "--plain", *words)

    return run


@pytest.fixture
def review_of(review: Plain, learner: Learner) -> Callable[..., Ran]:
    """The review of a deck with one fact, whose fields are given first."""

    def run(fact: str, *lines: str) -> Ran:
        learner.writes("decks/own.yaml", f"context: ''\nfacts: [{{id: it, {fact}}}]")
        return review(*lines, words=("own",))

    return run


def ratings(learner: Learner) -> list[str]:
    """What was saved."""
    return [str(event.rating or event.kind) for event in learner.saved()]


def test_two_lines_rate_a_card(review: Plain, learner: Learner) -> None:
    ran = review("", "3")
    assert ran.code is ExitCode.FINE
    assert ran.out.startswith(FIRST)
    assert ran.err == "1 reviewed, 2 left, saved\n"
    assert ratings(learner) == ["good"]


def test_the_end_of_the_input_rates_nothing(review: Plain, learner: Learner) -> None:
    for lines in ((), ("",), ("?",)):
        ran = review(*lines)
        assert (ran.code, ran.err) == (ExitCode.FINE, "0 reviewed, 3 left, saved\n")
    assert learner.saved() == ()


def test_an_input_that_is_closed_is_at_its_end(
    pmflash: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    ran = pmflash("review", "--plain")
    assert (ran.code, ran.err) == (ExitCode.FINE, "0 reviewed, 3 left, saved\n")


def test_enter_takes_the_rating_that_is_suggested(
    review_of: Callable[..., Ran], learner: Learner
) -> None:
    ran = review_of("q: Say it?, a: Problem, accept: [Problem]", "Solution", "")
    assert "\nNot right: you wrote “Solution”, expected “Problem”\n" in ran.out
    assert ran.out.count("Enter = Again") == 1
    assert ratings(learner) == ["again"]


DECISION = (
    "kind: decision, situation: S, options: [X, Y], choice: Y, because: B,"
    " views: [choose]"
)
MODES = (
    ("q: Say it?, a: Problem, accept: [Problem]", "problem", "Right."),
    ("kind: figure, of: rounds, value: 5, unit: rounds", "5", "Right."),
    ("kind: figure, of: rounds, value: 5, unit: rounds", "4", "Not right: you said"),
    ("kind: band, of: pay, low: 155, high: 180, unit: days", "155-180", "Right."),
    ("kind: band, of: pay, low: 155, high: 180, unit: days", "155", "Partly right:"),
    (DECISION, "b", "Right."),
    (DECISION, "x", "Not right: you chose “X”"),
)


@pytest.mark.parametrize(("fact", "line", "verdict"), MODES)
def test_a_reply_is_judged(
    fact: str, line: str, verdict: str, review_of: Callable[..., Ran]
) -> None:
    assert f"\n{verdict}" in review_of(fact, line, "3").out


ORDERED = "kind: list, of: rounds, items: [One, Two, Three], ordered: true"
LISTED = "kind: list, of: rounds, items: [One, Two, Three], views: [items]"
SCRIPT = "kind: script, prompt: Say it, beats: [One, Two], seconds: 90"
RACI = (
    "kind: raci, name: chart, roles: [PM, Legal], views: [row],"
    " activities: [{name: launch, assign: {PM: A, Legal: R}}]"
)
TABLE = (
    "kind: matrix, name: chart, views: [grid], rows: {name: Impact, values: [High,"
    " Low]}, columns: {name: Effort, values: [Low, High]}, cells: [{row: High,"
    " column: Low, meaning: Do}, {row: High, column: High, meaning: Plan},"
    " {row: Low, column: Low, meaning: Fill}, {row: Low, column: High, meaning: Drop}]"
)


def test_ticks_are_given_by_letter_before_the_rating(
    review_of: Callable[..., Ran], learner: Learner
) -> None:
    ran = review_of(LISTED, "", "a c", "")
    assert "\nAnswer:\na One\nb Two\nc Three\n" in ran.out
    assert "\nPartly right: missed Two\n" in ran.out
    assert ratings(learner) == ["hard"]


@pytest.mark.parametrize("fact", [LISTED, SCRIPT, ORDERED, RACI, TABLE, MODES[0][0]])
def test_two_lines_rate_a_card_of_every_mode(
    fact: str, review_of: Callable[..., Ran], learner: Learner
) -> None:
    assert review_of(fact, "", "3").err.startswith("1 reviewed, ")
    assert ratings(learner) == ["good"]


def test_a_script_may_be_said_against_the_clock(review_of: Callable[..., Ran]) -> None:
    told = review_of(SCRIPT, "c", "", "ab", "3").out
    assert "\nThe clock runs. Enter stops it and shows the answer. ? is help.\n" in told
    assert "\nRight." in told


def test_a_rehearsal_is_told_beside_the_one_before(
    review_of: Callable[..., Ran],
    learner: Learner,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    moments = iter((0.0, 97.9, 200.0, 285.0))
    monkeypatch.setattr(
        ClockQuestion.__init__, "__defaults__", (lambda: next(moments),)
    )
    review_of(SCRIPT, "c", "", "1")
    told = review_of(SCRIPT, "c", "", "3").out
    assert "\n85 s, 5 s left; last time 97 s\n" in told
    assert [event.spoken_seconds for event in learner.saved()] == [97, 85]


@pytest.mark.parametrize("word", [":n", ":note", ":N"])
def test_a_note_is_kept_on_either_line(
    word: str, review: Plain, learner: Learner
) -> None:
    ran = review(f"{word} too vague", "", ":n far too vague", "3")
    assert ran.out.count("\nNoted.\n") == 2
    notes = [event.note for event in learner.saved()]
    assert notes == ["too vague", "far too vague", ""]
    assert "3 Good" in ran.out.rpartition("Noted.")[2]


def test_a_note_without_a_text_takes_the_old_one_away(
    review: Plain, learner: Learner
) -> None:
    ran = review(":n", ":n vague", ":n vague", ":n", "u", ":n")
    told = ("There is no note.", "Noted.", "The note is the same.")
    places = [ran.out.index(f"\n{each}\n") for each in told]
    assert places == sorted(places)
    assert ran.out.count("\nThe note is taken away.\n") == 2
    assert "\nUndid the note.\n\nBiology · new card · noted · 3 left\n" in ran.out
    assert len(learner.saved()) == 4


def test_a_note_needs_its_colon(review_of: Callable[..., Ran]) -> None:
    assert "\nNot understood: n wrong\n" in review_of(TABLE, "n wrong").out
    typed = review_of(MODES[0][0], "n wrong", "3").out
    assert "Not right: you wrote “n wrong”" in typed


def test_a_note_that_cannot_be_saved_is_told(
    review: Plain, learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise StorageError("cannot save: no room", "free some")

    monkeypatch.setattr(Journals, "append", refuse)
    ran = review(":n vague")
    assert "pmflash: cannot save: no room\n" in ran.err
    assert "Noted." not in ran.out


def test_a_raci_row_is_one_line(review_of: Callable[..., Ran]) -> None:
    ran = review_of(RACI, "A", "A R", "3")
    assert "\nNot understood: A\n" in ran.out
    assert "\nRight.\n" in ran.out


def test_an_order_is_asked_in_numbers(review_of: Callable[..., Ran]) -> None:
    told = review_of(ORDERED, "one two", "9 9 9").out
    assert told.count("Not understood: ") == 2


def test_the_setting_turns_all_questions_off(
    review_of: Callable[..., Ran], learner: Learner
) -> None:
    learner.writes("settings.yaml", "answering: reveal")
    assert "Think of the answer." in review_of(MODES[0][0]).out


def test_the_grades_of_sm2_rate_too(review: Plain, learner: Learner) -> None:
    learner.writes("settings.yaml", "grades: wozniak")
    ran = review("", "0")
    assert "0 Blank (today + 1 day)  1 Wrong" in ran.out
    assert "Enter = Good" in ran.out
    assert [event.quality for event in learner.saved()] == [0]


@pytest.mark.parametrize("line", ["5", "0", "33", "good", ":3", "-1", "٣"])
def test_what_is_no_rating_is_asked_again(
    line: str, review: Plain, learner: Learner
) -> None:
    ran = review("", line, "2")
    assert f"\nNot understood: {line}\n1 Again" in ran.out
    assert ratings(learner) == ["hard"]


@pytest.mark.parametrize("undo", ["u", ":u", "undo", ":UNDO", "U"])
def test_undo_brings_the_card_back_with_its_answer(
    undo: str, review: Plain, learner: Learner
) -> None:
    ran = review("", "1", undo, "3")
    assert "\nUndid Again.\n\nBiology · new card · 3 left\n" in ran.out
    assert "outermost?\nAnswer: The wall\n" in ran.out.split("Undid")[1]
    assert ratings(learner) == ["again", "undo", "good"]
    assert ran.err == "1 reviewed, 2 left, saved\n"


def test_undo_works_at_the_rating(review: Plain, learner: Learner) -> None:
    review("", "1", "", "u", "4")
    assert ratings(learner) == ["again", "undo", "easy"]


def test_undo_works_when_nothing_is_left(review: Plain, learner: Learner) -> None:
    ran = review(*("", "3") * 3, "u", "4", "")
    assert ran.err == "3 reviewed, 0 left, saved\n"
    assert ran.out.count("Nothing is left for today.\nNext due: tomorrow 3 cards.") == 2
    assert ratings(learner)[-3:] == ["good", "undo", "easy"]


def test_there_may_be_nothing_to_undo(review: Plain) -> None:
    assert "There is nothing to undo.\nThink of" in review("u").out


def test_undo_takes_back_a_mark_from_the_screens(
    review: Plain, learner: Learner
) -> None:
    learner.opens().mark(EventKind.SUSPEND, "cells/wall/answer")
    assert "Undid suspending.\n\nBiology · new card · 3 left\n" in review("u").out


def test_a_skipped_card_comes_last(review: Plain, learner: Learner) -> None:
    ran = review("s", *("", "3") * 3)
    assert ran.out.startswith(FIRST[: FIRST.index("Answer")] + "Skipped.\n")
    assert learner.saved()[-1].card == "cells/wall/answer"


def test_a_skip_can_be_taken_back(review: Plain, learner: Learner) -> None:
    assert "Undid skipping." in review("", "s", "u", "", "3").out
    assert learner.saved()[0].card == "cells/wall/answer"


def test_the_only_card_left_is_not_skipped(review: Plain) -> None:
    assert "It is the only card left." in review(*("", "3") * 2, "s").out


def test_quitting_is_possible_at_both_questions(review: Plain) -> None:
    for lines in (("q", "", "3"), ("", "q", "3"), ("quit", "", "3")):
        assert review(*lines).err == "0 reviewed, 3 left, saved\n"


def test_a_hint_is_shown_at_both_questions(review_of: Callable[..., Ran]) -> None:
    ran = review_of("q: Say it?, a: Problem, hint: It begins with P", "h", "", "hint")
    assert ran.out.count("\nHint: It begins with P\n") == 2


def test_a_card_without_a_hint_says_so(review: Plain) -> None:
    assert "There is no hint.\n" in review("h").out


def test_where_text_is_typed_a_command_needs_its_colon(
    review_of: Callable[..., Ran],
) -> None:
    fact = "q: Say it?, a: Problem, accept: [Problem], hint: It begins with P"
    assert "\nHint: It begins with P\n" in review_of(fact, ":h").out
    assert "you wrote “h”" in review_of(fact, "h").out
    assert "Not understood: :x\n" in review_of(fact, ":x").out
    assert "Commands need the colon" in review_of(fact, "?").out


@pytest.mark.parametrize(
    ("fact", "told"),
    [
        (MODES[0][0], "Commands need the colon: a reply may be any text.\n:u or :undo"),
        (LISTED, "Commands may have a colon.\nu or undo: takes back"),
    ],
)
def test_the_help_says_every_command(
    fact: str, told: str, review_of: Callable[..., Ran]
) -> None:
    assert told in review_of(fact, ":?").out


def test_everything_about_a_card_is_said(review_of: Callable[..., Ran]) -> None:
    fact = (
        "q: Say it?, a: Problem, why: It comes first, caveat: Not everywhere,"
        " source: Part 1, as_of: '2020', tags: [pay]"
    )
    ran = review_of(fact, "")
    heading, _, _, *back, _ = ran.out.splitlines()
    assert heading == "own · new card · perhaps out of date · 1 left"
    assert back == [
        "Answer: Problem",
        "It comes first",
        "Warning: Not everywhere",
        "Warning: perhaps out of date: as of 2020, more than a year ago",
        "As of 2020 · Source: Part 1",
    ]


def test_a_card_in_the_drill_says_so(review: Plain) -> None:
    ran = review("", "1", *("", "3") * 2, "")
    assert "\nBiology · drill · 1 left\n" in ran.out
    assert "1 Again (again today)  2 Hard (again today)  3 Good (done)" in ran.out


def test_decks_tags_and_searches_choose_the_cards(review: Plain) -> None:
    for words in (("--tag", "mine"), ("--search", "tag:mine"), ("biology",)):
        left = 3 if words == ("biology",) else 1
        assert review(words=words).err == f"0 reviewed, {left} left, saved\n"
    assert review(words=("--tag", "mine")).out.startswith("mine · Biology · new card")


def test_a_deck_that_does_not_exist_is_refused(review: Plain) -> None:
    ran = review(words=("biologi",))
    assert (ran.code, ran.out) == (ExitCode.USAGE, "")
    assert "did you mean `biology`?" in ran.err


def test_nothing_to_review_is_said_at_once(review: Plain) -> None:
    review(*("", "3") * 3)
    ran = review("")
    assert ran.out.startswith("Nothing is left for today.\nNext due: tomorrow 3 cards.")
    assert ran.err == "0 reviewed, 0 left, saved\n"


def test_a_rating_is_on_disk_before_the_next_card(
    learner: Learner, pmflash: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []

    def typed() -> Iterator[str]:
        for line in ("", "3", "", "3", ""):
            seen.append(len(learner.saved()))
            yield f"{line}\n"
        yield ""

    monkeypatch.setattr(sys, "stdin", Typist(typed()))
    pmflash("review", "--plain")
    assert seen == [0, 0, 1, 1, 2]


class Typist:
    """An input that does something before each of its lines."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self.is_terminal = False

    def readline(self, size: int = -1) -> str:
        return next(self._lines)

    def isatty(self) -> bool:
        return self.is_terminal


SIGNALS = (
    (signal.SIGINT, ExitCode.INTERRUPTED),
    (signal.SIGTERM, ExitCode.TERMINATED),
    (signal.SIGHUP, ExitCode.HUNG_UP),
)


@pytest.mark.parametrize(("number", "code"), SIGNALS)
def test_a_signal_ends_it_with_everything_saved(
    number: signal.Signals,
    code: ExitCode,
    pmflash: Shell,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def typed() -> Iterator[str]:
        yield from ("\n", "3\n")
        signal.raise_signal(number)

    before = signal.getsignal(number)
    monkeypatch.setattr(sys, "stdin", Typist(typed()))
    ran = pmflash("review", "--plain")
    after = signal.signal(number, before)
    assert (ran.code, ran.err) == (code, "1 reviewed, 2 left, saved\n")
    # A terminal that goes away tells so twice.
    assert after is (signal.SIG_IGN if number == signal.SIGHUP else before)


def test_a_terminal_that_goes_away_while_something_is_said_has_hung_up(
    pmflash: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    typist = Typist(iter(()))
    typist.is_terminal = True

    def refused(text: str) -> None:
        typist.is_terminal = False
        raise StorageError("cannot write the output", "send it elsewhere")

    monkeypatch.setattr(sys, "stdin", typist)
    monkeypatch.setattr("pmflash.cli.report.data", refused)
    before = signal.getsignal(signal.SIGHUP)
    ran = pmflash("review", "--plain")
    signal.signal(signal.SIGHUP, before)
    assert (ran.code, ran.err) == (ExitCode.HUNG_UP, "0 reviewed, 3 left, saved\n")


def test_a_signal_while_saving_waits_until_that_is_done(
    review: Plain, learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    append = Journals.append

    def interrupted(self: Journals, event: Event, *, if_all_read: bool) -> None:
        signal.raise_signal(signal.SIGTERM)
        append(self, event, if_all_read=if_all_read)

    monkeypatch.setattr(Journals, "append", interrupted)
    ran = review("", "3", "", "3")
    assert (ran.code, ran.err) == (ExitCode.TERMINATED, "1 reviewed, 2 left, saved\n")
    assert ratings(learner) == ["good"]


def test_a_card_that_is_rated_elsewhere_at_the_same_moment_is_rated_once(
    review: Plain, learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    append = Journals.append

    def overtaken(self: Journals, event: Event, *, if_all_read: bool) -> None:
        monkeypatch.setattr(Journals, "append", append)
        other = learner.opens()
        other.answer(other.session(), other.buttons[0], 1)
        append(self, event, if_all_read=if_all_read)

    monkeypatch.setattr(Journals, "append", overtaken)
    ran = review("", "3", "", "4")
    assert "Rated elsewhere meanwhile." in ran.out
    assert ran.err == "1 reviewed, 2 left, saved\n"
    assert ratings(learner) == ["again", "easy"]


def test_a_rating_that_cannot_be_saved_brings_the_same_card_again(
    review: Plain, learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    append, failing = Journals.append, [True, False]

    def sometimes(self: Journals, event: Event, *, if_all_read: bool) -> None:
        if failing.pop(0):
            raise StorageError("cannot save: the disk is full", "free some space")
        append(self, event, if_all_read=if_all_read)

    monkeypatch.setattr(Journals, "append", sometimes)
    ran = review("", "3", "", "3")
    assert ran.code is ExitCode.FINE
    assert ran.err.startswith("pmflash: cannot save: the disk is full\n")
    assert ran.out.count("Biology · new card · 3 left\n") == 2
    assert ratings(learner) == ["good"]


def test_leaving_with_an_unsaved_rating_is_a_storage_failure(
    review: Plain, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise StorageError("cannot save: the disk is full", "free some space")

    monkeypatch.setattr(Journals, "append", full)
    ran = review("", "3", "q")
    assert ran.code is ExitCode.STORAGE
    assert ran.err.endswith("0 reviewed, 3 left, saved, but for the last answer\n")


def test_a_reader_that_has_seen_enough_is_no_failure(
    review: Plain, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(text: str) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("pmflash.cli.report.data", closed)
    monkeypatch.setattr("pmflash.cli.report.drop_output", lambda: None)
    ran = review("", "3")
    assert (ran.code, ran.err) == (ExitCode.FINE, "0 reviewed, 3 left, saved\n")


def test_a_card_rated_elsewhere_is_not_rated_twice(
    learner: Learner, pmflash: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def typed() -> Iterator[str]:
        yield "\n"
        other = learner.opens()
        answered(other, other.session(), ["Again"])
        yield "3\n"
        yield ""

    monkeypatch.setattr(sys, "stdin", Typist(typed()))
    ran = pmflash("review", "--plain")
    assert "Rated elsewhere meanwhile.\n\nBiology · new card · 3 left\n" in ran.out
    assert ratings(learner) == ["again"]


def test_what_was_undone_elsewhere_is_not_undone_twice(
    learner: Learner, pmflash: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def typed() -> Iterator[str]:
        yield from ("\n", "3\n")
        other = learner.opens()
        other.undo(other.session())
        yield "u\n"
        yield ""

    monkeypatch.setattr(sys, "stdin", Typist(typed()))
    ran = pmflash("review", "--plain")
    assert "Undid Good.\n\nBiology · new card · 3 left\n" in ran.out
    assert len(learner.saved()) == 2


def test_what_was_rated_elsewhere_since_is_not_undone_in_its_place(
    learner: Learner, pmflash: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def typed() -> Iterator[str]:
        yield from ("\n", "3\n")
        other = learner.opens()
        other.answer(other.session(), other.buttons[0], 1)
        yield "u\n"
        yield ""

    monkeypatch.setattr(sys, "stdin", Typist(typed()))
    ran = pmflash("review", "--plain")
    assert "Changed elsewhere meanwhile." in ran.out
    assert ratings(learner) == ["good", "again"]


def test_nothing_of_a_hostile_deck_acts(review_of: Callable[..., Ran]) -> None:
    text = json.dumps(f"[/done] %s {HOSTILE}")
    fact = f"q: {text}, a: {text}, hint: {text}, why: {text}, caveat: {text}"
    ran = review_of(fact, "h", HOSTILE.replace("\x85", ""), "", HOSTILE, "?", "3")
    assert "[/done] %s ␛[2J" in ran.out
    assert not {"\x1b", "\x07", "\x9b", "\x08", "\u202e"} & {*ran.out, *ran.err}


def test_an_old_encoding_gets_ascii_instead_of_question_marks(
    review: Plain, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pmflash.cli.report.can_show", str.isascii)
    assert review().out.startswith("Biology - new card - 3 left\n")


def test_a_line_that_nobody_typed_is_cut(review: Plain, learner: Learner) -> None:
    ran = review("x" * 50_000, "", "3")
    assert ran.out.count("Not understood: ") == 1
    assert ratings(learner) == ["good"]


def test_a_day_of_all_cards_goes_through_a_pipe(
    review: Plain, learner: Learner
) -> None:
    learner.writes("decks/big.yaml", deck_of(36, "Big"))
    learner.writes("settings.yaml", "new_per_day: 50")
    ran = review(*("", "1") * 39, *("", "3") * 39)
    assert ran.err == "78 reviewed, 0 left, saved\n"
    assert len(learner.saved()) == 78


def test_the_built_in_cards_of_a_day_go_through_a_pipe(
    review: Plain, learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_builtin(builtin_folder(), monkeypatch)
    learner.writes("settings.yaml", "new_per_day: 500")
    ran = review(*("", "3") * 600)
    assert ran.code is ExitCode.FINE
    assert " left, saved\n" in ran.err
    assert "\x1b" not in ran.out
    assert int(ran.err.split()[0]) == len(learner.saved()) > 100


LOADED = """
import sys
from pmflash.cli.main import main
main(["review", "--plain"])
print(*sys.modules)
"""


def test_no_part_of_the_screens_is_loaded(learner: Learner) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
        timeout=60,
    )
    loaded = {*done.stdout.decode().split()}
    assert "pmflash.cli.plain" in loaded
    assert not loaded & {"textual", "rich"}


def test_an_ascii_terminal_gets_through_a_card(learner: Learner) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pmflash", "review", "--plain"],
        env={**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C", "TERM": "dumb"},
        input="é\n3\n".encode(),
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert done.stdout.startswith(b"AI PM vs traditional PM - new card - 20 left\n")
    assert done.stderr == b"1 reviewed, 19 left, saved\n"


def test_a_search_that_finds_no_card_is_told_as_such(review: Plain) -> None:
    ran = review(words=("--search", "nosuchword"))
    assert ran.out.startswith("No card matches nosuchword.\n")


def test_a_card_whose_fact_is_revised_says_so(
    review_of: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert review_of("q: Why?, a: So", "", "3").err == "1 reviewed, 0 left, saved\n"
    monkeypatch.setenv("PMFLASH_NOW", "2026-01-06T08:00:00+01:00")
    again = review_of("q: Why?, a: Because, rev: 1", "", "3")
    assert again.out.startswith("own · review, 2nd time · revised · 1 left\n")


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a minute goes by between two looks at the clock."""
    looks = count(step=30)
    monkeypatch.setattr("pmflash.cli.plain.monotonic", lambda: next(looks))


UP = "1 minute is up: 2 answered, 1 left. Everything is saved.\n"
HOW = "Enter ends; m goes on for 10 more minutes.\n"


@pytest.mark.usefixtures("slow")
def test_a_sitting_ends_when_its_time_is_up(review: Plain) -> None:
    ran = review(*("", "3") * 2, "", words=("--minutes", "1"))
    assert ran.out.endswith(f"\n\n{UP}{HOW}")
    assert (ran.code, ran.err) == (ExitCode.FINE, "2 reviewed, 1 left, saved\n")


@pytest.mark.usefixtures("slow")
def test_a_sitting_goes_on_when_its_time_is_up(review: Plain) -> None:
    ran = review(*("", "3") * 2, "3", "m", "", "3", words=("--minutes", "1"))
    assert f"{UP}{HOW}Not understood: 3\n{HOW}Biology" in ran.out
    assert ran.err == "3 reviewed, 0 left, saved\n"


@pytest.mark.usefixtures("slow")
def test_the_last_rating_can_be_undone_when_the_time_is_up(
    review: Plain, learner: Learner
) -> None:
    ran = review(*("", "3") * 2, "u", "4", "", words=("--minutes", "1"))
    assert f"{HOW}Undid Good.\n\nBiology" in ran.out
    assert ran.out.count(UP) == 2
    assert ratings(learner) == ["good", "good", "undo", "easy"]


@pytest.mark.usefixtures("slow")
def test_the_settings_say_how_long_a_sitting_is(
    review: Plain, learner: Learner
) -> None:
    learner.writes("settings.yaml", "minutes_per_sitting: 1")
    assert UP in review(*("", "3") * 2).out
    assert UP not in review("u", "3", "", "3", words=("--minutes", "0")).out


def test_a_cram_asks_all_cards_and_changes_no_due_date(
    review: Plain, learner: Learner
) -> None:
    review(*("", "3") * 3)
    ran = review("", "1", *("", "3") * 3, "", words=("--cram",))
    assert ran.out.startswith("Biology · cram, changes no due date · 3 left\n")
    assert "1 Again (again today)  2 Hard (again today)  3 Good (done)" in ran.out
    assert "The cram is over; no due date has changed.\n" in ran.out
    assert ran.err == "4 reviewed, 0 left, saved\n"
    kinds = [event.kind for event in learner.saved()]
    assert kinds == [EventKind.REVIEW] * 3 + [EventKind.CRAM] * 4


def test_a_cram_may_be_about_some_cards(review: Plain) -> None:
    ran = review(words=("--cram", "--tag", "mine"))
    assert ran.err == "0 reviewed, 1 left, saved\n"


def test_a_cram_of_nothing_is_over_at_once(review: Plain) -> None:
    ran = review(words=("--cram", "--search", "is:suspended"))
    assert ran.out.startswith("No card matches is:suspended.\n")


def test_what_may_follow_is_named_and_done(review: Plain, learner: Learner) -> None:
    learner.writes("settings.yaml", "new_per_day: 1")
    ran = review("", "1", "", "3", "r", "", "3", "m", "", "3")
    told = "Enter leaves. u takes back what you did last. r drills again what you"
    assert ran.out.count(told) == 2
    assert "m asks ten more new cards.\n\nBiology · cram, changes" in ran.out
    assert "Biology · new card · 2 left" in ran.out
    kinds = [str(event.kind) for event in learner.saved()]
    assert kinds == ["review", "drill", "cram", "review"]


def test_what_cannot_follow_is_not_named(review: Plain) -> None:
    ran = review(*("", "3") * 3, "m", "")
    assert "Enter leaves. u takes back what you did last.\n" in ran.out
    assert "Not understood: m\n" in ran.out
