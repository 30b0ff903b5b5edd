"""Dates as prompts and answers write them."""

from datetime import date

# The names that `strftime` gives depend on the learner's system.
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def written(day: date) -> str:
    """Return `day` in words: `3 June 2026`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
