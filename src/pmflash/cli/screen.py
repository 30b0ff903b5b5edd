"""From the shell to the full screen and back."""

import gc
import os
import sys
from typing import TYPE_CHECKING

from pmflash.cli import report
from pmflash.cli.choice import Choice
from pmflash.cli.daily_copy import DailyCopy
from pmflash.clock import find_clock
from pmflash.collection import Collection
from pmflash.model.collector import collector_paused
from pmflash.model.failure import ExitCode, UsageError
from pmflash.storage.locations import Locations
from pmflash.study.session import Session
from pmflash.tui.first_paint import Paint, frame_of, painted

if TYPE_CHECKING:
    from pmflash.study.overview import Overview
    from pmflash.tui.app import PmflashApp

BROKEN = 1
"""What Textual returns after it has shown an exception that nobody caught."""


def run_screens(locations: Locations, review: Choice | None = None) -> ExitCode:
    """Run the full screen on today's screen, or on a review.

    Raises `UsageError` without a terminal and for what does not exist, and
    `StorageError` for an unusable home.
    """
    _check_terminal()
    # Nothing that is loaded now is ever dropped, so collecting is time lost.
    with collector_paused():
        collection = Collection(locations, find_clock(os.environ))
        collection.check_writable()
        # The first screen is known before the slow import below begins.
        first = review.session(collection) if review else collection.overview()
    copy = DailyCopy(locations, collection.today)
    with painted(_first_frame(collection, first)) as paint:
        app = _app(collection, first, paint, copy)
        app.run()
    if app.return_code == BROKEN:
        report.bug()
        return ExitCode.BUG
    report.talk_each(app.last_words())
    collection.keep_snapshot(at_least=1)
    copy.end()
    return ExitCode(app.return_code or 0)


def _first_frame(collection: Collection, first: "Session | Overview") -> str | None:
    if isinstance(first, Session):
        return frame_of(collection, first, os.environ)
    return None


def _app(
    collection: Collection,
    first: "Session | Overview",
    paint: Paint | None,
    copy: DailyCopy,
) -> "PmflashApp":
    with collector_paused():
        from pmflash.tui.app import PmflashApp

        # What the first screen is made of stays too: the collector, which would look
        # through all of it in the middle of a key, is spared both.
        app = PmflashApp(
            collection, first, paint, when_up=gc.freeze, when_used=copy.begin
        )
        gc.freeze()
        return app


def _check_terminal() -> None:
    # A stream that was closed before we started is None.
    if not all(stream and stream.isatty() for stream in (sys.stdin, sys.stderr)):
        raise UsageError(
            "the screens need a terminal, and this is a pipe or a file",
            "run it in a terminal; `pmflash due` works anywhere",
        )
    # Windows sets no TERM, and does not need one.
    terminal = os.environ.get("TERM", "")
    if terminal in {"", "dumb"} and os.name != "nt":
        named = f"a terminal of the kind `{terminal}`" if terminal else "this terminal"
        raise UsageError(
            f"{named} cannot show full screens",
            "set TERM to what your terminal is, such as xterm-256color; "
            "`pmflash review --plain` works in any",
        )
