"""The review log at work: read from all journals, replayed, and added to."""

from dataclasses import replace
from typing import Any

from pmflash.clock import Clock, offset_minutes, utc_text
from pmflash.model.event import Event, EventKind
from pmflash.model.failure import StorageError
from pmflash.model.renames import NO_RENAMES, Renames
from pmflash.model.settings import Settings
from pmflash.model.study_day import study_day
from pmflash.scheduling.base import Scheduler
from pmflash.scheduling.registry import SCHEDULER_BY_NAME
from pmflash.storage.journal import Journals, new_event_id
from pmflash.storage.locations import Locations
from pmflash.study.history import History


def scheduler_of(settings: Settings) -> Scheduler[Any]:
    """Return the scheduler that the settings choose."""
    return SCHEDULER_BY_NAME[f"sm2-{settings.sm2}"]


class Log:
    """Everything that was ever answered and marked, on this device and on others."""

    def __init__(
        self,
        locations: Locations,
        now: Clock,
        settings: Settings,
        renames: Renames = NO_RENAMES,
    ) -> None:
        self._now = now
        self._day_starts_at = settings.day_starts_at
        self._journals = Journals(locations)
        self._unread: tuple[str, ...] = ()
        self.scheduler = scheduler_of(settings)
        self.history = History(self.scheduler, renames)
        self.history.add(self._journals.read_new())

    @property
    def notices(self) -> tuple[str, ...]:
        """What could not be read, a sentence each."""
        return (*self._journals.notices, *self._unread)

    def check_writable(self) -> None:
        """Raise `StorageError` when nothing could be saved."""
        self._journals.preflight()

    def save(self, kind: EventKind, card: str, **details: Any) -> Event:
        """Save that something happens now, and return it as an event.

        Raises `StorageError` when it could not be saved; then nothing has changed.
        """
        moment = self._now()
        day = study_day(moment, self._day_starts_at)
        at = utc_text(moment, after=self.history.last_at(day))
        plain = Event(new_event_id(), kind, card, at, offset_minutes(moment), day)
        event = replace(plain, **details)
        self._journals.append(event)
        self.history.add((event,))
        return event

    def takes_news(self) -> bool:
        """Tell whether other windows or devices have added to the reviews.

        What cannot be read does not stop a sitting; the next start refuses it.
        """
        try:
            events = self._journals.read_new()
        except StorageError as error:
            self._unread = (error.message,)
            return False
        self._unread = ()
        self.history.add(events)
        return bool(events)
