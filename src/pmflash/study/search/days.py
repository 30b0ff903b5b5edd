"""Days and stretches of days, as `due:` takes them: `today..7d`, `2026-12-17`."""

import re
from datetime import date, timedelta

_NAMED_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}
_AHEAD = re.compile(r"([+-]?\d{1,5})d", re.ASCII)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_TO = ".."


def stretch(text: str, today: date) -> tuple[date, date]:
    """Return the first and the last day that `text` means.

    Raises `ValueError`, whose words follow a name of `text`.
    """
    if _TO not in text:
        only = _day(text, today)
        return only, only
    first_text, _, last_text = text.partition(_TO)
    if not first_text and not last_text:
        raise ValueError("has no day at either end")
    first = _day(first_text, today) if first_text else date.min
    last = _day(last_text, today) if last_text else date.max
    if last < first:
        raise ValueError("ends before it begins")
    return first, last


def _day(text: str, today: date) -> date:
    name = text.casefold()
    ahead = _NAMED_DAYS.get(name)
    if found := _AHEAD.fullmatch(name):
        ahead = int(found[1])
    try:
        if ahead is not None:
            return today + timedelta(days=ahead)
        if _DATE.fullmatch(text):
            return date.fromisoformat(text)
    except (OverflowError, ValueError):
        raise ValueError("names a day that no calendar has") from None
    raise ValueError("is no day")
