"""Searches read into conditions: `deck:flexport (is:due or ease<2) -"Four-P"`."""

from dataclasses import dataclass
from datetime import date

from pmflash.model.fold import folded
from pmflash.study.scope import did_you_mean
from pmflash.study.search.error import SearchError
from pmflash.study.search.fields import (
    COMPARISONS,
    FIELD_BY_NAME,
    Asked,
    ValueProblem,
)
from pmflash.study.search.names import Names, quoted
from pmflash.study.search.row import Condition, Row, either, every, opposite
from pmflash.study.search.tokens import Sort, Token, tokens

DEEPEST = 40
"""Levels of parentheses; nobody means more, and each costs a call."""

_ANYTHING = Condition(lambda row: True)
_QUOTES = "put quotes round it to look for these words"
_TO_LOOK_FOR = 'write `"{}"` to look for that itself'
_HYPHEN = "write `-word` for cards without the word, or leave the `-` out"
_LEAVE_OUT = "leave it out"


@dataclass(frozen=True, slots=True)
class Query:
    """A search that was understood."""

    text: str
    condition: Condition

    @property
    def reads_text(self) -> bool:
        """Whether rows must have the texts of their cards."""
        return self.condition.reads_text

    def matches(self, row: Row) -> bool:
        """Tell whether a card is searched for."""
        return self.condition.holds(row)


def parse(text: str, today: date, names: Names) -> Query:
    """Return the query that `text` writes; without a word it matches every card.

    Raises `SearchError`.
    """
    try:
        return Query(text, _Reader(text, today, names).all())
    except SearchError as error:
        raise SearchError(
            error.message, error.start, error.end, error.help, text
        ) from None


class _Reader:
    """Reads one search from left to right.

    `-` binds closest, then what stands side by side, `or` last.
    """

    def __init__(self, text: str, today: date, names: Names) -> None:
        self._tokens = tuple(tokens(text))
        self._place = 0
        self._depth = 0
        self._today = today
        self._names = names

    def all(self) -> Condition:
        """Return the whole search as one condition."""
        if not self._tokens:
            return _ANYTHING
        condition = self._alternatives()
        if self._next is not None:
            raise _unopened(self._next)
        return condition

    @property
    def _next(self) -> Token | None:
        return self._tokens[self._place] if self._place < len(self._tokens) else None

    def _takes(self, sort: Sort, text: str) -> Token | None:
        token = self._next
        if token is None or token.sort is not sort or token.text != text:
            return None
        self._place += 1
        return token

    def _alternatives(self) -> Condition:
        found = [self._together()]
        while self._takes(Sort.LINK, "or"):
            found.append(self._together())
        return either(found)

    def _together(self) -> Condition:
        found = [self._one()]
        while self._takes(Sort.LINK, "and") or self._is_one_next():
            found.append(self._one())
        return every(found)

    def _is_one_next(self) -> bool:
        token = self._next
        return token is not None and not _ends(token)

    def _one(self) -> Condition:
        is_turned = False
        while hyphen := self._takes(Sort.SIGN, "-"):
            is_turned = not is_turned
            if self._next is not None and self._next.start > hyphen.end:
                raise _wrong(hyphen, "a space follows the `-`", _HYPHEN)
        token = self._next
        if token is None or _ends(token):
            raise self._missing(token)
        self._place += 1
        found = self._group(token) if _is_sign(token, "(") else self._term(token)
        return opposite(found) if is_turned else found

    def _group(self, opening: Token) -> Condition:
        self._depth += 1
        if self._depth > DEEPEST:
            raise _wrong(opening, f"parentheses go deeper than {DEEPEST}", _LEAVE_OUT)
        condition = self._alternatives()
        if not self._takes(Sort.SIGN, ")"):
            raise _unclosed(opening)
        self._depth -= 1
        return condition

    def _term(self, token: Token) -> Condition:
        if token.sort is Sort.FIELD:
            return self._field(token)
        words = folded(token.text)
        if not words:
            raise _wrong(token, "there is nothing to look for", "write a word")
        return Condition(lambda row: words in row.text.words, reads_text=True)

    def _field(self, token: Token) -> Condition:
        field = FIELD_BY_NAME.get(token.field)
        name_end = token.start + len(token.field)
        if field is None:
            close = did_you_mean(token.field, {name: name for name in FIELD_BY_NAME})
            message = f"there is no field called {quoted(token.field)}"
            raise SearchError(message, token.start, name_end, close or _QUOTES)
        if field.compares is not (token.operator in COMPARISONS):
            message = f"`{token.operator}` cannot follow `{field.name}`"
            help = f"write it as in `{field.example}`"
            raise SearchError(message, name_end, token.value_start, help)
        try:
            return field.read(
                Asked(token.operator, token.text, self._today, self._names)
            )
        except ValueProblem as wrong:
            place = token.value_start, token.end
            raise SearchError(wrong.message, *place, wrong.help) from None

    def _missing(self, found: Token | None) -> SearchError:
        """Return what is wrong where a thing to look for should stand."""
        before = self._tokens[self._place - 1] if self._place else None
        if before is not None and not _is_sign(before, "("):
            words = f"nothing follows `{before.text}`"
            return _wrong(before, words, _TO_LOOK_FOR.format(before.text))
        if found is None:
            return _unclosed(self._tokens[-1])
        if found.sort is Sort.LINK:
            words = f"nothing stands before `{found.text}`"
            return _wrong(found, words, _TO_LOOK_FOR.format(found.text))
        if before is None:
            return _unopened(found)
        message = "nothing stands between the parentheses"
        return SearchError(message, before.start, found.end, _LEAVE_OUT)


def _is_sign(token: Token, text: str) -> bool:
    return token.sort is Sort.SIGN and token.text == text


def _ends(token: Token) -> bool:
    """Tell whether nothing to look for can begin with `token`."""
    return token.sort is Sort.LINK or _is_sign(token, ")")


def _unopened(closing: Token) -> SearchError:
    return _wrong(closing, "nothing opens this parenthesis", _LEAVE_OUT)


def _unclosed(opening: Token) -> SearchError:
    return _wrong(opening, "nothing closes this parenthesis", "write `)` behind it")


def _wrong(token: Token, message: str, help: str) -> SearchError:
    return SearchError(message, token.start, token.end, help)
