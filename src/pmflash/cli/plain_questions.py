"""How each ask of an answer mode is put and answered in lines."""

from collections.abc import Sequence

from pmflash.answering.base import (
    Ask,
    AskChoice,
    AskClock,
    AskGrid,
    AskNumber,
    AskOrder,
    AskRange,
    AskText,
    AskTicks,
)
from pmflash.answering.number import is_number
from pmflash.cli.plain_aloud import ClockQuestion, TicksQuestion
from pmflash.cli.plain_question import Question, words_of
from pmflash.model.text import counted, one_line

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_NOTHING = {"-", ".", "_"}


class TextQuestion(Question):
    """Asks for a line of text, which may also be a number or both ends of a band."""

    is_typed = True

    def __init__(self, wanted: str, unit: str = "") -> None:
        super().__init__()
        within = f", in {one_line(unit)}" if unit else ""
        self.how = f"Type {wanted}{within}. Enter alone shows the answer."

    def take(self, line: str) -> bool:
        """Take the whole line."""
        self.reply, self.is_done = (line,), True
        return True


class NumberQuestion(TextQuestion):
    """Asks for one number, and takes nothing else for an answer."""

    def take(self, line: str) -> bool:
        """Take a line with a number."""
        return is_number(line) and super().take(line)


class ChoiceQuestion(Question):
    """Asks for one of several, by number, by letter where it has one, or by text."""

    def __init__(self, ask: AskChoice, prompt: str) -> None:
        super().__init__()
        self._options = ask.options
        # Some prompts list the options themselves, each with its letter.
        self._is_listed = all(
            f"\n({letter}) {option}" in prompt
            for letter, option in zip(_LETTERS, ask.options, strict=False)
        )
        named = "letter, number" if self._is_listed else "number"
        self.how = f"Reply with {named} or text. Enter alone shows the answer."

    @property
    def lines(self) -> tuple[str, ...]:
        """The options with their numbers, unless the prompt has them."""
        return () if self._is_listed else _numbered(self._options)

    def take(self, line: str) -> bool:
        """Take an option."""
        place = self._place_of(line)
        if place is None:
            return False
        self.reply, self.is_done = (self._options[place],), True
        return True

    def _place_of(self, line: str) -> int | None:
        place = _place(line, len(self._options))
        if place is not None:
            return place
        said = [_said(option) for option in self._options]
        if _said(line) in said:
            return said.index(_said(line))
        letter = line.casefold().strip("()")
        is_letter = self._is_listed and len(letter) == 1
        letters = _LETTERS[: len(self._options)]
        return letters.index(letter) if is_letter and letter in letters else None


class OrderQuestion(Question):
    """Asks for the numbers of all things in the right order."""

    missed_words = "out of place:"

    def __init__(self, ask: AskOrder) -> None:
        super().__init__()
        self._items = ask.items
        self.how = (
            f"Reply with the numbers 1 to {len(ask.items)} in the right order, spaces"
            " between. Enter alone shows it."
        )

    @property
    def lines(self) -> tuple[str, ...]:
        """The things with their numbers."""
        return _numbered(self._items)

    def take(self, line: str) -> bool:
        """Take every number, once each."""
        count = len(self._items)
        words = list(line) if line.isdigit() and count < 10 else words_of(line)
        places = [_place(word, count) for word in words]
        order = [place for place in places if place is not None]
        if len(places) != count or sorted(order) != [*range(count)]:
            return False
        self.reply, self.is_done = tuple(self._items[place] for place in order), True
        return True


class GridQuestion(Question):
    """Asks for a table, a row a line."""

    missed_words = "wrong:"

    def __init__(self, ask: AskGrid) -> None:
        super().__init__()
        self._rows, self._columns, self._values = ask.rows, ask.columns, ask.values
        self.how = self._how(0)

    @property
    def lines(self) -> tuple[str, ...]:
        """What may stand in a cell, and in which order the cells are given."""
        values = ", ".join(
            f"{number} {one_line(value)}"
            for number, value in enumerate(self._values, 1)
        )
        columns = ", ".join(map(one_line, self._columns))
        return (f"Columns: {columns}", f"Values: {values}")

    def take(self, line: str) -> bool:
        """Take the next row."""
        words = [line] if len(self._columns) == 1 else words_of(line)
        found = [self._value_of(word) for word in words]
        row = [value for value in found if value is not None]
        if not len(row) == len(found) == len(self._columns):
            return False
        self.reply = (*self.reply, *row)
        at = len(self.reply) // len(self._columns)
        self.is_done = at == len(self._rows)
        self.how = "" if self.is_done else self._how(at)
        return True

    def _how(self, at: int) -> str:
        """Return how to give one row, and which one it is where there are more."""
        count, width = len(self._rows), len(self._columns)
        row = f"Row {at + 1} of {count}, {one_line(self._rows[at])}. " * (count > 1)
        return (
            f"{row}Reply with {counted(width, 'value')}, by name or number, - for none."
            " Enter alone shows the answer."
        )

    def _value_of(self, word: str) -> str | None:
        if word in _NOTHING:
            return ""
        said = {_said(value): value for value in self._values}
        place = _place(word, len(self._values))
        named = None if place is None else self._values[place]
        return said.get(_said(word), named)


def question_for(ask: Ask, prompt: str) -> Question:
    """Return the question that puts `ask`, under a card's `prompt`."""
    match ask:
        case AskText():
            return TextQuestion("the answer")
        case AskNumber():
            return NumberQuestion("the number", ask.unit)
        case AskRange():
            return TextQuestion("both ends, such as 10 to 20", ask.unit)
        case AskChoice():
            return ChoiceQuestion(ask, prompt)
        case AskOrder():
            return OrderQuestion(ask)
        case AskTicks():
            return TicksQuestion(ask.items)
        case AskGrid():
            return GridQuestion(ask)
        case AskClock():
            return ClockQuestion(ask)
        case _:
            return Question()


def _numbered(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"{number} {one_line(text)}" for number, text in enumerate(texts, 1))


def _said(text: str) -> str:
    return one_line(text).casefold()


def _place(word: str, count: int) -> int | None:
    """Return the place that a number from 1 to `count` names."""
    is_number = word.isascii() and word.isdigit() and len(word) < 4
    return int(word) - 1 if is_number and 1 <= int(word) <= count else None
