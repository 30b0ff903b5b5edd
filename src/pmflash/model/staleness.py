"""Facts past their date: what was true once, and may not be true today."""

from datetime import date

from pmflash.model.period import in_words, last_day

YEAR_DAYS = 366
"""Knowledge without a stated end may be out of date when it is older than this."""


def staleness(as_of: str, valid_until: str, today: date) -> str:
    """Return why a fact is past its date, as words that follow "is"; else nothing.

    Both dates may be empty. A stated end decides alone, however old the fact is.
    """
    if valid_until:
        is_over = last_day(valid_until) < today
        return f"out of date: valid until {in_words(valid_until)}" if is_over else ""
    if as_of and (today - last_day(as_of)).days > YEAR_DAYS:
        return f"perhaps out of date: as of {in_words(as_of)}, more than a year ago"
    return ""
