"""Every field of the search language. Add one: write how it reads, add one line."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from operator import eq, ge, gt, le, lt

from pmflash.model.staleness import staleness
from pmflash.scheduling.base import CardState
from pmflash.scheduling.sm2 import ease_percent
from pmflash.study.scope import NO_TAGS, did_you_mean, offered
from pmflash.study.search.days import stretch
from pmflash.study.search.names import Names, by_folded_name, meant, quoted
from pmflash.study.search.row import Condition, Row

COMPARISONS = {"<": lt, "<=": le, "=": eq, ">": gt, ">=": ge}
STATES = (
    *("due", "new", "learned", "suspended"),
    *("buried", "flagged", "noted", "leech", "stale"),
)
"""What `is:` knows."""

_LONGEST_NUMBER = 9
_DAYS_HELP = "write a date, `today`, `tomorrow`, `7d`, or two with `..` between them"


class ValueProblem(Exception):
    """A value that its field cannot take."""

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.help = help


@dataclass(frozen=True, slots=True)
class Asked:
    """What stands behind a field's name, and what it is read by."""

    operator: str
    value: str
    today: date
    names: Names


@dataclass(frozen=True, slots=True)
class Field:
    """One field: how it is written, and what it becomes."""

    name: str
    example: str
    read: Callable[[Asked], Condition]
    help: str
    """What it finds, as a sentence for the help screen."""
    compares: bool = False
    """Whether a comparison follows its name, and not a colon."""


def _deck(asked: Asked) -> Condition:
    decks = _named(asked, asked.names.decks, "there is no deck called {}")
    return Condition(lambda row: not decks.isdisjoint(row.filing.decks))


def _tag(asked: Asked) -> Condition:
    known = by_folded_name(asked.names.tags())
    message = "no card of your decks is tagged {}"
    chosen = {tag.casefold() for tag in _named(asked, known, message, NO_TAGS)}
    # Tags that differ in case alone are one.
    tags = {tag for tag in asked.names.tags() if tag.casefold() in chosen}
    return Condition(lambda row: not tags.isdisjoint(row.filing.tags))


def _kind(asked: Asked) -> Condition:
    known = by_folded_name(asked.names.kinds())
    kinds = _named(asked, known, "no card of your decks is of the kind {}")
    return Condition(lambda row: row.text.kind in kinds, reads_text=True)


def _id(asked: Asked) -> Condition:
    part = asked.value.casefold()
    return Condition(lambda row: part in row.card.casefold())


def _is(asked: Asked) -> Condition:
    name = asked.value.casefold()
    if name not in STATES:
        help = did_you_mean(name, {each: each for each in STATES}) or offered(STATES)
        raise ValueProblem(f"a card is never {quoted(asked.value)}", help)
    return _states(asked.today)[name]


def _due(asked: Asked) -> Condition:
    try:
        first, last = stretch(asked.value, asked.today)
    except ValueError as wrong:
        raise ValueProblem(f"{quoted(asked.value)} {wrong}", _DAYS_HELP) from None

    def holds(row: Row) -> bool:
        due_on = row.standing.due_on(asked.today, row.filing.rev)
        return due_on is not None and first <= due_on <= last

    return Condition(holds)


def _ease(asked: Asked) -> Condition:
    return _compared(asked, ease_percent, percent=True)


def _interval(asked: Asked) -> Condition:
    return _compared(asked, lambda state: state.interval_days if state else None)


def _lapses(asked: Asked) -> Condition:
    return _compared(asked, lambda state: state.lapses if state else 0)


def _reviews(asked: Asked) -> Condition:
    return _compared(asked, lambda state: state.review_count if state else 0)


FIELDS: tuple[Field, ...] = (
    Field("deck", "deck:flexport", _deck, "Cards of a deck, by its id or title."),
    Field("tag", "tag:round-*", _tag, "Cards with a tag; `*` ends the start of one."),
    Field("kind", "kind:framework", _kind, "Cards made from facts of a kind."),
    Field("id", "id:four-p", _id, "Cards whose id contains this."),
    Field("is", "is:due", _is, f"Or {', '.join(STATES[1:])}."),
    Field("due", "due:today..7d", _due, "Due on a day, or from one to another."),
    Field("ease", "ease<2.1", _ease, "By ease; also <= = >= >.", compares=True),
    Field(
        "interval", "interval>21", _interval, "By days between reviews.", compares=True
    ),
    Field("lapses", "lapses>=3", _lapses, "By how often forgotten.", compares=True),
    Field("reviews", "reviews=0", _reviews, "By how often reviewed.", compares=True),
)
FIELD_BY_NAME = {field.name: field for field in FIELDS}


def _states(today: date) -> dict[str, Condition]:
    """Return what `is:` knows, by name."""

    def is_stale(row: Row) -> bool:
        return bool(staleness(row.text.as_of, row.text.valid_until, today))

    def is_leech(row: Row) -> bool:
        return row.standing.state is not None and row.standing.state.is_leech

    return {
        "due": Condition(lambda row: row.standing.is_due(today, row.filing.rev)),
        "new": Condition(lambda row: row.standing.state is None),
        "learned": Condition(lambda row: row.standing.state is not None),
        "suspended": Condition(lambda row: row.standing.is_suspended),
        "buried": Condition(lambda row: row.standing.buried_on == today),
        "flagged": Condition(lambda row: row.standing.is_flagged),
        "noted": Condition(lambda row: bool(row.standing.note)),
        "leech": Condition(is_leech),
        "stale": Condition(is_stale, reads_text=True),
    }


def _named(
    asked: Asked, known: Mapping[str, str], message: str, otherwise: str = ""
) -> frozenset[str]:
    try:
        return meant(asked.value, known)
    except LookupError as help:
        words = message.format(quoted(asked.value))
        raise ValueProblem(words, str(help) or otherwise) from None


def _compared(
    asked: Asked,
    figure: Callable[[CardState | None], int | None],
    percent: bool = False,
) -> Condition:
    """Return the comparison of a state's figure, which fails where there is none.

    A `percent` figure is in hundredths of what is typed.
    """
    compare = COMPARISONS[asked.operator]
    limit = _number(asked.value) * (100 if percent else 1)

    def holds(row: Row) -> bool:
        found = figure(row.standing.state)
        return found is not None and compare(found, limit)

    return Condition(holds)


def _number(text: str) -> Decimal:
    try:
        if len(text) <= _LONGEST_NUMBER:
            number = Decimal(text)
            if number.is_finite():
                return number
    except InvalidOperation:
        pass
    help = "write a number, such as `2` or `2.5`"
    raise ValueProblem(f"{quoted(text)} is no number", help)
