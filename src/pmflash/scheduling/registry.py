"""Every scheduler. Add one: write one module, add one line here."""

from typing import Any

from pmflash.scheduling.base import Scheduler
from pmflash.scheduling.sm2 import Sm2

SCHEDULERS: tuple[Scheduler[Any], ...] = (
    Sm2("listing"),
    Sm2("text"),
)

SCHEDULER_BY_NAME: dict[str, Scheduler[Any]] = {each.name: each for each in SCHEDULERS}
