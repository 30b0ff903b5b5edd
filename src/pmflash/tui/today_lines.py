"""The words of today's screen: how long it takes, the week ahead, what is left out."""

from textual.content import Content

from pmflash.collection import Collection
from pmflash.model.text import one_line
from pmflash.storage.locations import is_builtin
from pmflash.study.overview import Overview
from pmflash.study.session import Counts

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


def left_out(collection: Collection, settings_key: str) -> str:
    """Return which of the learner's own decks the settings leave out, if any."""
    chosen = collection.settings.decks
    titles = [
        one_line(deck.title)
        for deck in collection.decks
        if chosen and deck.id not in chosen and not is_builtin(deck.path)
    ]
    if not titles:
        return ""
    return f"Not among the decks that you study ({settings_key}): {', '.join(titles)}"
