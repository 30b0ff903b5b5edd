"""Questions that are answered aloud; what was there is ticked afterwards."""

import re
from collections.abc import Callable, Sequence
from time import monotonic

from pmflash.answering.base import AskClock, Reply
from pmflash.cli.plain_question import Question, words_of
from pmflash.model.text import one_line

TICK_LETTERS = "abcdefglmnoprtvwxy"
"""One a thing, as on the screens; the letters left out are commands there."""

_LISTED = re.compile(r"(?:-|\d+\.) (.*)")


class TicksQuestion(Question):
    """Asks for things to be said aloud, and ticked once they are shown."""

    how = "Say all of them aloud. Enter shows them."

    def __init__(self, items: Sequence[str]) -> None:
        super().__init__()
        self._items = items

    @property
    def how_to_tick(self) -> str:
        """Return which letters tick."""
        several = f"{self._keys[0]} to {self._keys[-1]}" * (len(self._keys) > 1)
        letters = several or self._keys
        return f"Reply with the letters, {letters}, of what you had said; or rate:"

    def turn(self, answer: str) -> str:
        """Put the letters before the lines of the answer, or below it."""
        lines, count = answer.split("\n"), len(self._items)
        listed = [found[1] for each in lines if (found := _LISTED.fullmatch(each))]
        pairs = list(zip(self._items, listed, lines, strict=False))
        is_listed = len(pairs) == count and all(
            text.startswith(item) and line.endswith(text) for item, text, line in pairs
        )
        texts = listed[:count] if is_listed else [*map(one_line, self._items)]
        letters = (f"{key} " for key in self._keys.ljust(count, "-"))
        named = [key + text for key, text in zip(letters, texts, strict=True)]
        return "\n".join([*named, *lines[count:]] if is_listed else [*lines, *named])

    def tick(self, line: str) -> bool:
        """Tick these things and no others."""
        letters = "".join(words_of(line)).casefold()
        if not letters or not {*letters} <= {*self._keys}:
            return False
        self._tick(
            tuple(
                item
                for key, item in zip(self._keys, self._items, strict=False)
                if key in letters
            )
        )
        return True

    def _tick(self, ticked: Reply) -> None:
        self.reply = ticked

    @property
    def _keys(self) -> str:
        return TICK_LETTERS[: len(self._items)]


class ClockQuestion(TicksQuestion):
    """Asks for a script to be said, against the clock if the learner starts it."""

    def __init__(self, ask: AskClock, now: Callable[[], float] = monotonic) -> None:
        super().__init__(ask.beats)
        self._now = now
        self._started: float | None = None
        self._seconds = ""
        limit = f", in {ask.seconds} seconds" if ask.seconds else ""
        start = "c starts a clock first"
        self.how = f"Say it aloud{limit}. Enter shows the answer; {start}."

    def take(self, line: str) -> bool:
        """Start the clock, or start it anew."""
        if line.casefold() != "c":
            return False
        self._started = self._now()
        self.how = "The clock runs. Enter stops it and shows the answer."
        return True

    def turn(self, answer: str) -> str:
        """Stop the clock."""
        if self._started is not None:
            self._seconds = str(int(self._now() - self._started))
            self.reply = (self._seconds,)
        return super().turn(answer)

    def _tick(self, ticked: Reply) -> None:
        self.reply = (self._seconds, *ticked)
