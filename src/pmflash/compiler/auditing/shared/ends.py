"""Bands held against each other, end by end, with some room for rounding."""

from decimal import Decimal

from pmflash.compiler.auditing.base import Stated

Ends = tuple[Decimal, Decimal]

_ROOM = Decimal("0.01")
_ROOM_OF_ABOUT = Decimal("0.1")
_UPPER_LIMITS = frozenset(("up to", "at most", "<=", "<"))
_LOWER_LIMITS = frozenset(("at least", ">=", ">"))


def disagreeing(worked_out: Ends, stated: Stated) -> tuple[Decimal, ...]:
    """Return the ends that were worked out and do not agree with the stated ones.

    Two bands agree end by end. A single number agrees with a band that it lies in,
    a limit with all that it allows.
    """
    room, limit = _room(stated), stated.statement.comparator
    is_limit = limit in _UPPER_LIMITS or limit in _LOWER_LIMITS
    if stated.low < stated.high and worked_out[0] < worked_out[1] and not is_limit:
        pairs = zip(worked_out, (stated.low, stated.high), strict=True)
        return tuple(mine for mine, theirs in pairs if not _near(mine, theirs, room))
    low, high = _reach(stated)
    is_below = low is not None and worked_out[1] < low - room * abs(low)
    is_above = high is not None and worked_out[0] > high + room * abs(high)
    return tuple(dict.fromkeys(worked_out)) if is_below or is_above else ()


def are_apart(one: Stated, other: Stated) -> bool:
    """Tell whether no number is within what both facts state; needs one unit."""
    low, high = _reach(one)
    other_low, other_high = _reach(other)
    room = max(_room(one), _room(other))
    return _is_over(low, other_high, room) or _is_over(other_low, high, room)


def is_upper_limit(stated: Stated) -> bool:
    """Tell whether the stated number is a cap."""
    return stated.statement.comparator in _UPPER_LIMITS


def exceeds(value: Decimal, cap: Decimal) -> bool:
    """Tell whether `value` lies above `cap` by more than rounding explains."""
    return _is_over(value, cap, _ROOM)


def _near(value: Decimal, stated: Decimal, room: Decimal) -> bool:
    return abs(value - stated) <= room * abs(stated)


def _is_over(low: Decimal | None, high: Decimal | None, room: Decimal) -> bool:
    return low is not None and high is not None and low > high + room * abs(high)


def _room(stated: Stated) -> Decimal:
    return _ROOM_OF_ABOUT if stated.is_about else _ROOM


def _reach(stated: Stated) -> tuple[Decimal | None, Decimal | None]:
    limit = stated.statement.comparator
    low = None if limit in _UPPER_LIMITS else stated.low
    high = None if limit in _LOWER_LIMITS else stated.high
    return low, high
