"""A search that cannot be understood, with the place where it went wrong."""

from pmflash.model.cells import cells
from pmflash.model.failure import UsageError
from pmflash.model.text import shown


class SearchError(UsageError):
    """Something in a search is not what it could be; `start` and `end` tell where."""

    def __init__(
        self, message: str, start: int, end: int, help: str = "", text: str = ""
    ) -> None:
        super().__init__(message, help)
        self.start = start
        self.end = end
        self.text = text

    @property
    def excerpt(self) -> tuple[str, ...]:
        """The search, and carets under the part that is meant."""
        before, part = self.text[: self.start], self.text[self.start : self.end]
        carets = "^" * max(1, cells(_flat(part)))
        return "", _flat(self.text), " " * cells(_flat(before)) + carets


def _flat(text: str) -> str:
    """Return `text` safe and on one line, cut nowhere and joined nowhere."""
    return "".join(shown(letter) for letter in text).replace("\n", " ")
