"""Keys obeyed in the order in which they came, and held ones only once."""

from typing import ClassVar

from textual.events import Key
from textual.timer import Timer

from pmflash.tui.actions import Action
from pmflash.tui.held_keys import REPEAT_SECONDS, Grip, HeldKeys
from pmflash.tui.screens.base import PmflashScreen


class KeyedScreen(PmflashScreen):
    """A screen on which no key that is held down does any harm."""

    ONCE: ClassVar[tuple[Action, ...]] = ()
    """What a key does only once until it is let go."""

    def __init__(self, held_keys: HeldKeys | None = None) -> None:
        super().__init__()
        # From the screen below, where a key that opened this one may be held down.
        self.held_keys = held_keys or HeldKeys()
        self._delayed: Key | None = None
        self._timer: Timer | None = None

    async def obey(self, event: Key) -> bool:
        """Tell whether the key means something here; it is done then."""
        for action in self.ONCE:
            if event.key in self.keymap.of(action).keys.split(","):
                self.held_keys.spend()
                await self.run_action(action.name)
                return True
        return False

    def is_harmless(self, key: str, grip: Grip) -> bool:
        """Tell whether a key may do its work again while it is held down."""
        return False

    async def on_key(self, event: Key) -> None:
        """Obey the key, at once or when it is sure that it is not held down."""
        if not self.is_in_sight:
            # It may have been typed ahead, for the screen that now lies over this.
            return
        if self._delayed is not None:
            if self.held_keys.is_last(event.key):
                self.held_keys.grip(event.key, event.time)
                self._take_delayed()
                event.stop()
                return
            await self._settle()
        grip = self.held_keys.grip(event.key, event.time)
        is_doubtful = self.held_keys.is_spent and grip is not Grip.FRESH
        if is_doubtful and not self.is_harmless(event.key, grip):
            event.stop()
            if grip is Grip.UNSURE:
                self._delayed = event
                self._timer = self.set_timer(REPEAT_SECONDS, self._settle)
        elif await self.obey(event):
            event.stop()

    async def run_bound(self, name: str, seconds: float) -> None:
        """Do what a key would; but not for both clicks of a double click."""
        if self.held_keys.grip(name, seconds) is Grip.HELD and self.held_keys.is_spent:
            return
        if any(action.name == name for action in self.ONCE):
            self.held_keys.spend()
        await super().run_bound(name, seconds)

    async def _settle(self) -> None:
        """Obey a key that no other has followed."""
        event = self._take_delayed()
        if event is not None:
            await self.obey(event)

    def _take_delayed(self) -> Key | None:
        event, self._delayed = self._delayed, None
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        return event
