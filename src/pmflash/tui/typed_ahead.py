"""Keys that come faster than they are obeyed, each for the screen that it meets."""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from textual.events import Event, Key, Paste

from pmflash.tui.keymap import KeymapApp

_ROUNDS = 2
"""A key comes back to the application, and so does what a screen tells it."""


class TypedAheadApp(KeymapApp):
    """An application that obeys a key when every key before it has done its work.

    Textual hands a key at once to the screen in front, which may be the wrong one: the
    key before may be about to open another, where this one is meant to be text.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._typed: deque[Key | Paste] = deque()
        self._obeyed: Key | Paste | None = None
        self._back_at = 0.0
        """When the terminal was last given back, on the clock of events."""

    @property
    def has_typed_ahead(self) -> bool:
        """Whether a key is being obeyed, or waits for that."""
        return self._obeyed is not None

    def forget_typed_ahead(self) -> None:
        """Drop the keys that wait: what they were meant for is not there any more."""
        self._typed.clear()

    def simulate_key(self, key: str) -> None:
        """Press `key` before all that wait: it stands for one that is obeyed now."""
        event = Key(key, None)
        if self._obeyed is None:
            self.post_message(event)
            return
        event.time = self._obeyed.time
        self._typed.appendleft(event)

    @contextmanager
    def suspend(self) -> Iterator[None]:
        """Lend the terminal to another program, with all that is typed from then on."""
        with super().suspend():
            yield
            # Some may still be on their way from the thread that has read them.
            self._back_at = Event().time
        self.forget_typed_ahead()

    async def on_event(self, event: Event) -> None:
        """Take a key in, and anything else as ever."""
        if not isinstance(event, Key | Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        if event.time < self._back_at:
            return
        self._typed.append(event)
        if self._obeyed is None:
            await self._obey_next()

    async def _obey_next(self) -> None:
        self._obeyed = self._typed.popleft() if self._typed else None
        if self._obeyed is None:
            return
        await super().on_event(self._obeyed)
        self._wait_for_screen(_ROUNDS)

    def _wait_for_screen(self, rounds: int) -> None:
        """Go on when screen and application have done all that is waiting for them."""

        def come_back() -> None:
            if rounds:
                self.call_later(self._wait_for_screen, rounds - 1)
            else:
                self.call_later(self._obey_next)

        if not self.screen.call_later(come_back):
            come_back()
