"""Saving where a failure is only told: what was done so far stays as it is."""

from collections.abc import Callable

from pmflash.model.failure import PmflashError
from pmflash.tui.screens.base import PmflashScreen
from pmflash.tui.wording import not_saved


def is_saved(screen: PmflashScreen, save: Callable[[], object]) -> bool:
    """Tell whether `save` succeeded; otherwise the learner is told why not."""
    try:
        save()
    except PmflashError as error:
        screen.tell(not_saved(error), is_bad=True)
        return False
    return True
