"""One of several is picked."""

from itertools import chain
from string import ascii_lowercase

from pmflash.answering.base import AskChoice, Reply
from pmflash.tui.actions import Action
from pmflash.tui.inputs.base import DOWN, UP, Fold, Ink, Input, Line
from pmflash.tui.inputs.shared.hanging import hanging

MOST_DIGITS = 9
_SHORT_WIDTH = len("> 1 (a)  ")

_MARK = Action("j,k", "mark", "j/k", "mark", "Mark an option; enter picks it.", 4)
_PICK = Action("enter", "pick", "enter", "pick", "Pick what is marked.", 1)


class ChoiceInput(Input):
    """A list, of which a digit picks one at once."""

    def __init__(self, ask: AskChoice, prompt: str = "") -> None:
        super().__init__()
        self._options = ask.options
        # Some prompts list the options themselves, each with its letter.
        self._letters = ascii_lowercase[: len(ask.options)]
        self._is_listed = len(ask.options) <= MOST_DIGITS and all(
            f"\n({letter}) {option}" in prompt
            for letter, option in zip(self._letters, ask.options, strict=False)
        )
        self._marked: int | None = None
        self._picked: int | None = None
        self.invitation = f"  Pick one with {self._digits}, or press space to see it."

    @property
    def reply(self) -> Reply:
        """The option that was picked."""
        return () if self._picked is None else (self._options[self._picked],)

    @property
    def is_done(self) -> bool:
        """A pick is a whole reply."""
        return self._picked is not None

    @property
    def actions(self) -> tuple[Action, ...]:
        """Picking by digit, and by mark."""
        pick = Action("1", "pick", self._digits, "pick", "Pick an option.", 0)
        return (pick, _MARK) if self._marked is None else (pick, _PICK, _MARK)

    @property
    def taken(self) -> frozenset[str]:
        """The keys of the options, and those that mark."""
        letters = self._letters if self._is_listed else ""
        return frozenset({*letters, *UP, *DOWN})

    def take(self, key: str, character: str | None) -> bool:
        """Pick an option, or move the mark."""
        if key in UP | DOWN:
            self._move(1 if key in DOWN else -1)
        elif key == "enter" and self._marked is not None:
            self._picked = self._marked
        elif (place := self._place_of(key)) is not None:
            self._marked = self._picked = place
        else:
            return False
        return True

    def lines(self, width: int, fold: Fold) -> list[Line]:
        """Return the options with their keys, the marked one behind a `>`."""
        if self._is_listed:
            return self._short_lines(width)
        lines = []
        for place, option in enumerate(self._options):
            is_marked = place == self._marked
            digit = str(place + 1) if place < MOST_DIGITS else " "
            marks = (("> " if is_marked else "  ", Ink.MARK), (f"{digit}  ", Ink.MARK))
            ink = Ink.BOLD if is_marked else Ink.PLAIN
            lines += hanging(marks, option, width, fold, ink, digit.strip(), is_marked)
        return lines

    @property
    def _digits(self) -> str:
        most = min(MOST_DIGITS, len(self._options))
        return f"1-{most}" if most > 1 else "1"

    def _short_lines(self, width: int) -> list[Line]:
        parts: list[tuple[tuple[str, Ink], ...]] = []
        for place, letter in enumerate(self._letters):
            is_marked = place == self._marked
            mark = (f"{'>' if is_marked else ' '} {place + 1} ", Ink.MARK)
            ink = Ink.BOLD if is_marked else Ink.PLAIN
            parts.append((mark, (f"({letter})  ", ink)))
        row = max(1, width // _SHORT_WIDTH)
        rows = (parts[start : start + row] for start in range(0, len(parts), row))
        return [Line(tuple(chain(*each)), is_marked=True) for each in rows]

    def _move(self, places: int) -> None:
        last = len(self._options) - 1
        start = -1 if places > 0 else last + 1
        before = start if self._marked is None else self._marked
        self._marked = max(0, min(last, before + places))

    def _place_of(self, key: str) -> int | None:
        keys = "123456789"[: len(self._options)]
        if key and key in keys:
            return keys.index(key)
        if self._is_listed and len(key) == 1 and key in self._letters:
            return self._letters.index(key)
        return None
