"""Saving where a failure is only told: what was done so far stays as it is."""

from collections.abc import Callable

from textual.app import App

from pmflash.model.failure import StorageError
from pmflash.model.text import one_line


def is_saved(app: App[None], save: Callable[[], object]) -> bool:
    """Tell whether `save` succeeded; otherwise the learner is told why not."""
    try:
        save()
    except StorageError as error:
        told = one_line(f"Not saved: {error.message}. {error.help}")
        app.notify(told, severity="error", markup=False)
        return False
    return True
