"""Keys that are held down, told from keys that are pressed again."""

from enum import Enum, auto

HELD_KEY_SECONDS = 0.3
"""The same key closer together than this comes from a key that is held down."""

LONGEST_FIRST_REPEAT_SECONDS = 1.0
"""By now every keyboard has begun to repeat a key that is held down."""

REPEAT_SECONDS = 0.06
"""A key that is held down repeats faster than this."""

TURN_KEYS = frozenset({"space", "enter"})
"""Two keys that do the same, so that one of them goes on where the other stopped."""


class Grip(Enum):
    """How sure it is that a key was let go before it came."""

    FRESH = auto()
    UNSURE = auto()
    """It may be the first repeat: a second one follows at once if so."""
    HELD = auto()


class HeldKeys:
    """Remembers the last key, and whether it has done its work already."""

    def __init__(self) -> None:
        self._key = ""
        self._at = 0.0
        self._is_spent = False

    def grip(self, key: str, seconds: float) -> Grip:
        """Return how a key is held that comes at a moment in `seconds`."""
        key = "space" if key in TURN_KEYS else key
        is_same, since = key == self._key, seconds - self._at
        self._key, self._at = key, seconds
        if is_same and since < HELD_KEY_SECONDS:
            return Grip.HELD
        if is_same and since < LONGEST_FIRST_REPEAT_SECONDS:
            return Grip.UNSURE
        self._is_spent = False
        return Grip.FRESH

    @property
    def last_at(self) -> float:
        """The moment of the last key, in seconds."""
        return self._at

    def is_last(self, key: str) -> bool:
        """Tell whether `key` is what came last."""
        return self._key == ("space" if key in TURN_KEYS else key)

    @property
    def is_spent(self) -> bool:
        """Whether the key has done its work, and does no more until it is let go."""
        return self._is_spent

    def spend(self) -> None:
        """Let the last key do nothing more until it is let go."""
        self._is_spent = True
