"""Questions that are answered aloud; what was there is ticked afterwards."""

from collections.abc import Callable, Sequence
from time import monotonic

from pmflash.answering.base import AskClock, Reply
from pmflash.cli.plain_question import Question, words_of
from pmflash.model.text import one_line
from pmflash.tui.inputs.shared.boxes import letters_of, texts_of


class TicksQuestion(Question):
    """Asks for things to be said aloud, and ticked once they are shown."""

    how = "Say all of them aloud. Enter shows them."

    def __init__(self, items: Sequence[str]) -> None:
        super().__init__()
        self._items = items
        letters = letters_of(items)
        # Numbers go on where letters end, too high by then to be ratings.
        numbers = map(str, range(len(letters) + 1, len(items) + 1))
        self._keys = (*letters, *numbers)

    @property
    def how_to_tick(self) -> str:
        """Return which letters tick."""
        first, last = self._keys[0], self._keys[-1]
        keys = f"{first} to {last}" if first != last else first
        sort = "letters and numbers" if last.isdigit() else "letters"
        return f"Reply with the {sort}, {keys}, of what you had said; or rate:"

    def turn(self, answer: str) -> str:
        """Put the letters before the lines of the answer, or below it."""
        found = texts_of(self._items, answer)
        texts, rest = found or ([*map(one_line, self._items)], "")
        pairs = zip(self._keys, texts, strict=True)
        named = "\n".join(f"{key} {text}" for key, text in pairs)
        parts = (named, rest) if found else (answer, named)
        return "\n".join(part for part in parts if part)

    def tick(self, line: str) -> bool:
        """Tick these things and no others."""
        said = _keys_in(line)
        if not said or not said <= {*self._keys}:
            return False
        pairs = zip(self._keys, self._items, strict=True)
        self._tick(tuple(item for key, item in pairs if key in said))
        return True

    def _tick(self, ticked: Reply) -> None:
        self.reply = ticked


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


def _keys_in(line: str) -> set[str]:
    """Return the letters and numbers of `line`; letters may stand together."""
    words = words_of(line.casefold())
    return {key for word in words for key in ([word] if word.isdigit() else word)}
