"""The words of today's screen: how long it takes, the week ahead, what is done."""

from textual.content import Content

from pmflash.collection import Collection
from pmflash.model.text import counted, one_line
from pmflash.study.overview import DeckRow, Overview
from pmflash.study.session import Counts
from pmflash.tui.wording import day_name

_SECONDS_AN_ANSWER = 14
"""A learner's usual pace, for the estimate of minutes."""


def minutes_words(counts: Counts) -> str:
    """Return about how long it takes to review what is left; empty for nothing."""
    minutes = round(counts.left * _SECONDS_AN_ANSWER / 60)
    return f"about {max(1, minutes)} min" if counts.left else ""


def week_lines(overview: Overview) -> Content:
    """Return the next seven days with their bars; empty when nothing comes due."""
    most = max((count for _, count in overview.forecast), default=0)
    if not most:
        return Content()
    days = "".join(f"{day:%a} {count:<5}" for day, count in overview.forecast)
    bars = "".join(
        f"{'▇' * round(7 * count / most) or ('▏' if count else ''):<9}"
        for _, count in overview.forecast
    )
    return Content.assemble(
        ("Next 7 days  ", "bold"), days, "\n", " " * 13, (bars, "$accent")
    )


def nothing_left(row: DeckRow, collection: Collection) -> str:
    """Return why a deck has nothing to review today, and what it has later."""
    if not row.total:
        return f"{one_line(row.title)} has no cards yet"
    if row.unseen:
        rule = f"at most {collection.settings.new_per_day} a day, one of each fact"
        cards = counted(row.unseen, "new card")
        return f"Nothing left today; {cards} to come ({rule})"
    if row.outlook.next_on is None:
        return "Nothing left today"
    day = day_name(row.outlook.next_on, collection.today())
    return f"Nothing left today; next: {counted(row.outlook.next_count, 'card')} {day}"
