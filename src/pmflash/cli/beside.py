"""Work beside a sitting, which never speaks for itself and holds nobody back."""

from collections.abc import Callable
from types import TracebackType
from typing import Literal

_BETWEEN_LOOKS_SECONDS = 0.1
"""An interrupt of who waits is heeded between two of them, on every system."""


class Beside:
    """A deed done in a thread of its own, and broken off when the process ends."""

    def __init__(self, deed: Callable[[], object], name: str) -> None:
        """Begin the deed; `name` is that of the thread."""
        from threading import Thread

        self._deed = deed
        self._kept = _Kept()
        self._thread = Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def is_done_within(self, seconds: float) -> bool:
        """Wait as long as that at most, and tell whether it is done."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def finish(self) -> None:
        """Wait until it is done; raises whatever the deed has raised."""
        while not self.is_done_within(_BETWEEN_LOOKS_SECONDS):
            pass
        if self._kept.error is not None:
            raise self._kept.error

    def _run(self) -> None:
        with self._kept:
            self._deed()


class _Kept:
    """Keeps what is raised: a thread would write it over whatever is on the screen."""

    error: BaseException | None = None

    def __enter__(self) -> None:
        pass

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> Literal[True]:
        self.error = error
        return True
