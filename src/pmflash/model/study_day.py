"""The learner's day, which starts in the small hours and not at midnight."""

from datetime import date, datetime, timedelta

YEARS = range(1971, 9000)
"""Years whose days can be counted forth and back on every system."""


def study_day(local_now: datetime, day_starts_at: int) -> date:
    """Return the study day at `local_now`, the time on the learner's own clock.

    `day_starts_at` is the hour, 0 to 23, at which a new study day begins.
    """
    return (local_now.replace(tzinfo=None) - timedelta(hours=day_starts_at)).date()
