"""The review log at work: read from all journals, replayed, and added to."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from pmflash.clock import Clock, offset_minutes, utc_text
from pmflash.model.event import Event, EventKind
from pmflash.model.failure import StorageError
from pmflash.model.past import Past
from pmflash.model.renames import NO_RENAMES, Renames
from pmflash.model.settings import Settings
from pmflash.model.study_day import study_day
from pmflash.scheduling.base import Scheduler
from pmflash.scheduling.registry import SCHEDULER_BY_NAME
from pmflash.storage.journal import Journals, new_event_id
from pmflash.storage.locations import Locations
from pmflash.storage.snapshot import Snapshot, load_snapshot, save_snapshot
from pmflash.study.history import History
from pmflash.study.rows import are_rows, row_fields

MANY_EVENTS = 1000
"""So many are worth a new snapshot, when nothing else asks for one."""
KEPT_DAYS = 7
"""What other devices add within so many days does not reach behind a snapshot."""


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
        self._locations = locations
        self._now = now
        self._renames = renames
        self._day_starts_at = settings.day_starts_at
        self._journals = Journals(locations)
        self._unread: tuple[str, ...] = ()
        self._waiting: list[Event] = []
        """Events whose replay needs what could not be read."""
        self._news_count = 0
        """Events that are not in the snapshot that was last read or written."""
        self.edition = object()
        """Another one whenever other windows or devices have added something."""
        self.scheduler = scheduler_of(settings)
        past = self._saved_past()
        self.history = History(self.scheduler, renames, past, self._read_all)
        self._add(self._journals.read_new())

    @property
    def notices(self) -> tuple[str, ...]:
        """What could not be read, a sentence each."""
        return (*self._journals.notices, *self._unread)

    def is_replayed_by(self, settings: Settings, renames: Renames) -> bool:
        """Tell whether these settings and renames are those that it goes by."""
        return (
            scheduler_of(settings) == self.scheduler
            and settings.day_starts_at == self._day_starts_at
            and renames == self._renames
        )

    def today(self) -> date:
        """Return the study day that it is now."""
        return study_day(self._now(), self._day_starts_at)

    def check_writable(self) -> None:
        """Raise `StorageError` when nothing could be saved."""
        self._journals.preflight()

    def save(
        self, kind: EventKind, card: str, *, if_all_read: bool = False, **details: Any
    ) -> Event:
        """Save that something happens now, and return it as an event.

        Raises `StorageError` when it could not be saved; then nothing has changed.
        Asked to save it only `if_all_read`, it raises `Overtaken` when another
        window of this device has added something that was not read yet.
        """
        moment = self._now()
        day = study_day(moment, self._day_starts_at)
        at = utc_text(moment, after=self.history.last_at(day))
        plain = Event(new_event_id(), kind, card, at, offset_minutes(moment), day)
        event = plain._replace(**details)
        self._journals.append(event, if_all_read=if_all_read)
        self._take((event,), are_ours=True)
        return event

    def take_news(self) -> None:
        """Read what other windows or devices have added: it makes another edition.

        What cannot be read does not stop a sitting; the next start refuses it.
        """
        try:
            events = self._journals.read_new()
        except StorageError as error:
            self._unread = (error.message,)
            return
        self._take(events)

    def keep_snapshot(self, at_least: int = MANY_EVENTS) -> None:
        """Let the next start read only what is new, if `at_least` so many events are.

        It takes a moment, so call it when nobody waits.
        """
        if self._news_count < at_least:
            return
        # What was saved here is proven to be on disk only by reading it.
        self.take_news()
        logs = None if self._unread else self._journals.covered()
        if logs is None:
            return
        kept_from = self.today() - timedelta(days=KEPT_DAYS)
        past = self.history.past(kept_from.isoformat())
        now = {event.card: self.history.row(event.card) for event in past.kept}
        save_snapshot(self._locations, self._terms(), Snapshot(logs, past), now)
        self._news_count = 0

    def _saved_past(self) -> Past | None:
        saved = load_snapshot(self._locations, self._terms())
        state_type = self.scheduler.state_type
        if saved is None or not are_rows(saved.past.cards.values(), state_type):
            return None
        known = (event.id for event in saved.past.kept)
        return saved.past if self._journals.resume(saved.logs, known) else None

    def _terms(self) -> dict[str, Any]:
        return {
            "scheduler": self.scheduler.name,
            "fields": list(row_fields(self.scheduler.state_type)),
            "renames": dict(self._renames),
        }

    def _read_all(self) -> tuple[Event, ...]:
        journals = Journals(self._locations)
        events = journals.read_new()
        self._journals = journals
        return events

    def _take(self, events: Sequence[Event], *, are_ours: bool = False) -> None:
        has_news = bool(self._waiting or (events and not are_ours))
        self._waiting += events
        try:
            self._add(self._waiting)
        except StorageError as error:
            self._unread = (error.message,)
            return
        self._waiting, self._unread = [], ()
        if has_news:
            self.edition = object()

    def _add(self, events: Sequence[Event]) -> None:
        was_whole = self.history.is_whole
        self.history.add(events)
        self._news_count += len(events)
        if self.history.is_whole and not was_whole:
            # Every start from this snapshot would read everything again.
            self._news_count += MANY_EVENTS
