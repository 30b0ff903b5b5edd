"""How long a script took each time that it was spoken against the clock."""

from dataclasses import replace

from pmflash.answering.base import Verdict
from pmflash.study.standing import Standing


def beside_earlier(verdict: Verdict, standing: Standing) -> Verdict:
    """Return the verdict on a rehearsal with the times of the earlier ones."""
    last, best = standing.last_spoken_seconds, standing.best_spoken_seconds
    if not last:
        return verdict
    told = [f"last time {last} s", *([f"best {best} s"] if best else ())]
    return replace(verdict, remark="; ".join([verdict.remark, ", ".join(told)]))
