"""What a learner types for a setting: how it is understood, checked and saved."""

from datetime import date

from pmflash.choices import choose
from pmflash.model.settings import Settings
from pmflash.storage.locations import Locations
from pmflash.study.day_meant import NoDayError, day_meant
from pmflash.tui.screens.entry import Entry
from pmflash.tui.setting_rows import Row, Sort
from pmflash.tui.wording import days_ahead, failure_words, long_day

_EMPTY = {
    Sort.NUMBER: "Nothing at all means the default.",
    Sort.TEXT: "Nothing at all means none.",
    Sort.DAY: "Type 2026-12-17, 17 Dec or in 3 weeks. Nothing at all means none.",
}


def entry(row: Row, settings: Settings, locations: Locations, today: date) -> Entry:
    """Return what to ask for a setting that is typed."""

    def save(text: str) -> None:
        choose(locations, {row.name: text})

    def save_day(text: str) -> None:
        day = day_meant(text, today).isoformat() if text else ""
        choose(locations, {row.name: day})

    def read_day(text: str) -> str:
        return _day_words(text, today)

    told = f"{row.told} {_EMPTY[row.sort]}"
    text = str(getattr(settings, row.name))
    if row.sort is Sort.DAY:
        return Entry(row.name, told, text, save_day, read_day)
    return Entry(row.name, told, text, save)


def _day_words(text: str, today: date) -> str:
    if not text:
        return ""
    try:
        day = day_meant(text, today)
    except NoDayError as error:
        return failure_words(error)
    return f"{long_day(day)}, {days_ahead((day - today).days)}"
