import gc
import sys
from collections.abc import Callable, Iterator
from io import StringIO
from types import SimpleNamespace
from typing import ClassVar

import pytest

from learner import Learner
from pmflash.collection import Collection
from pmflash.model.event import EventKind
from pmflash.model.failure import ExitCode
from pmflash.storage.backup_file import copies
from pmflash.study.overview import Overview
from pmflash.study.scope import Scope
from pmflash.study.session import Session
from shell import Shell


class Terminal(StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        return True


class Screens:
    """Stands in for the application and keeps what it was given."""

    opened: ClassVar[list[Overview | Session]] = []
    return_code: ClassVar[int | None] = None

    def __init__(
        self,
        collection: Collection,
        first: Overview | Session,
        paint: None,
        when_up: Callable[[], None],
        when_used: Callable[[], None],
    ) -> None:
        self.opened.append(first)
        self._when_used = when_used
        assert when_up is gc.freeze

    def run(self) -> None:
        assert gc.isenabled()
        self._when_used()
        self.used()

    def used(self) -> None:
        """Do what the learner does."""

    def last_words(self) -> tuple[str, ...]:
        return ("2 reviewed, 1 left, saved",)


@pytest.fixture
def terminal(
    pmflash: Shell, monkeypatch: pytest.MonkeyPatch
) -> Iterator[SimpleNamespace]:
    """The streams of a terminal, on which the screens may open."""
    streams = SimpleNamespace(stdin=Terminal(), stderr=Terminal())
    monkeypatch.setattr("pmflash.cli.screen.sys", streams)
    monkeypatch.setattr(Screens, "opened", [])
    app = SimpleNamespace(PmflashApp=Screens)
    monkeypatch.setitem(sys.modules, "pmflash.tui.app", app)
    monkeypatch.setattr("pmflash.cli.screen.frame_of", lambda *_: None)
    monkeypatch.setenv("TERM", "xterm-256color")
    yield streams
    gc.unfreeze()


on_a_terminal = pytest.mark.usefixtures("terminal")
SCREENS = ((), ("today",), ("review",), ("review", "biology"))


@pytest.mark.parametrize("words", SCREENS)
def test_no_screen_opens_without_a_terminal(
    words: tuple[str, ...], pmflash: Shell
) -> None:
    ran = pmflash(*words)
    assert (ran.code, ran.out) == (ExitCode.USAGE, "")
    assert ran.err == (
        "pmflash: the screens need a terminal, and this is a pipe or a file\n"
        "  = help: run it in a terminal; `pmflash due` works anywhere\n"
    )


@pytest.mark.parametrize("stream", ["stdin", "stderr"])
def test_a_stream_that_is_closed_is_no_terminal(
    stream: str, terminal: SimpleNamespace, pmflash: Shell
) -> None:
    setattr(terminal, stream, None)
    assert pmflash().code is ExitCode.USAGE
    assert Screens.opened == []


@on_a_terminal
@pytest.mark.parametrize(
    ("term", "named"),
    [("dumb", "a terminal of the kind `dumb`"), ("", "this terminal")],
)
def test_a_terminal_that_cannot_move_its_cursor_is_refused(
    term: str, named: str, pmflash: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", term)
    ran = pmflash()
    assert ran.code is ExitCode.USAGE
    assert ran.err.startswith(f"pmflash: {named} cannot show full screens\n")


@on_a_terminal
@pytest.mark.parametrize("words", [(), ("today",)])
def test_pmflash_alone_opens_todays_screen(
    words: tuple[str, ...], pmflash: Shell
) -> None:
    assert pmflash(*words).code is ExitCode.FINE
    (first,) = Screens.opened
    assert isinstance(first, Overview)
    assert first.all_decks.counts.new == 3


@on_a_terminal
@pytest.mark.parametrize("decks", [(), ("biology",)])
def test_a_review_opens_with_its_first_card(
    decks: tuple[str, ...], pmflash: Shell
) -> None:
    assert pmflash("review", *decks).code is ExitCode.FINE
    (first,) = Screens.opened
    assert isinstance(first, Session)
    assert first.turn is not None
    assert first.scope.decks == {*decks}


@on_a_terminal
def test_the_last_words_stay_on_the_terminal(pmflash: Shell) -> None:
    assert pmflash().err == "2 reviewed, 1 left, saved\n"


CODES = (ExitCode.FINE, ExitCode.STORAGE, ExitCode.INTERRUPTED, ExitCode.TERMINATED)


@on_a_terminal
@pytest.mark.parametrize("code", CODES)
def test_the_screens_decide_what_the_shell_is_told(
    code: ExitCode, pmflash: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Screens, "return_code", code)
    assert pmflash().code is code


@on_a_terminal
def test_screens_that_break_are_a_bug(
    pmflash: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Screens, "return_code", 1)
    ran = pmflash()
    assert ran.code is ExitCode.BUG
    assert ran.err.startswith("pmflash: this is a bug in pmflash")


@on_a_terminal
def test_a_review_may_be_about_a_search(pmflash: Shell) -> None:
    assert pmflash("review", "--search", "tag:mine").code is ExitCode.FINE
    (session,) = Screens.opened
    assert isinstance(session, Session)
    assert session.scope.search == "tag:mine"
    assert [card.id for card in session.plan] == ["biology/own/answer"]


@on_a_terminal
def test_the_screens_leave_a_copy_of_the_day(pmflash: Shell, learner: Learner) -> None:
    assert pmflash().code is ExitCode.FINE
    assert not learner.locations.backups.exists()
    learner.opens().mark(EventKind.FLAG, "biology/own/answer")
    assert pmflash().code is ExitCode.FINE
    assert [copy.events for copy in copies(learner.locations.backups).usable] == [1]


@on_a_terminal
def test_of_the_first_day_the_copy_is_made_on_leaving(
    pmflash: Shell, learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    def used(screens: Screens) -> None:
        learner.opens().mark(EventKind.FLAG, "biology/own/answer")

    monkeypatch.setattr(Screens, "used", used)
    pmflash()
    assert [copy.events for copy in copies(learner.locations.backups).usable] == [1]


@on_a_terminal
def test_a_review_may_be_about_a_tag(pmflash: Shell) -> None:
    assert pmflash("review", "--tag", "mine", "biology").code is ExitCode.FINE
    (first,) = Screens.opened
    assert isinstance(first, Session)
    assert first.scope == Scope(frozenset({"biology"}), frozenset({"mine"}))
    assert [card.id for card in first.plan] == ["biology/own/answer"]


@on_a_terminal
def test_a_deck_that_does_not_exist_opens_nothing(pmflash: Shell) -> None:
    ran = pmflash("review", "biologi")
    assert ran.code is ExitCode.USAGE
    assert "did you mean `biology`?" in ran.err
    assert Screens.opened == []


@on_a_terminal
def test_a_home_that_takes_no_answers_opens_nothing(
    pmflash: Shell, learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    learner.writes("settings.yaml", "new_per_day: 3")
    monkeypatch.setattr("pmflash.storage.writable.os.access", lambda *_: False)
    ran = pmflash()
    assert ran.code is ExitCode.STORAGE
    assert ran.err.startswith("pmflash: cannot save answers in `home`: ")
    assert Screens.opened == []
    assert gc.isenabled()


@on_a_terminal
def test_a_review_may_be_a_cram(pmflash: Shell) -> None:
    assert pmflash("review", "--cram", "biology").code is ExitCode.FINE
    (first,) = Screens.opened
    assert isinstance(first, Session)
    assert first.wish.is_cram
    assert first.counts.left == 3


@on_a_terminal
@pytest.mark.parametrize(("words", "minutes"), [((), 20), (("--minutes", "7"), 7)])
def test_a_review_is_as_long_as_the_learner_says(
    words: tuple[str, ...], minutes: int, pmflash: Shell
) -> None:
    pmflash("review", *words)
    (first,) = Screens.opened
    assert isinstance(first, Session)
    assert first.limit.minutes == minutes


@pytest.mark.parametrize("words", ["-1", "many", "2.5", "99999999999999", "٣"])
def test_minutes_are_a_whole_number(words: str, pmflash: Shell) -> None:
    ran = pmflash("review", f"--minutes={words}")
    assert ran.code is ExitCode.USAGE
    assert "a whole number of minutes is needed, 0 for no limit" in ran.err
