"""Speak against the clock, then tick the beats that came."""

import re
from datetime import date
from typing import ClassVar

from pmflash.answering.base import OPEN, Ask, AskClock, AskNothing, Reply, Verdict
from pmflash.answering.shared.verdicts import by_share, is_blank, partly
from pmflash.model.card import Card
from pmflash.model.mode import Rehearse

_SECONDS = re.compile(r"([0-9]{1,6})(?:\.[0-9]*)?")


class RehearseAnswer:
    """Counts the beats, and holds the speaker to the time."""

    name: ClassVar[str] = "rehearse"

    def ask(self, card: Card, today: date) -> Ask:
        """Return the clock and the beats in the author's order."""
        mode = card.mode
        if not isinstance(mode, Rehearse):
            return AskNothing()
        return AskClock(mode.seconds, mode.beats)

    def judge(self, card: Card, reply: Reply) -> Verdict:
        """Return whether all beats came in time, or at least half of them at all."""
        mode = card.mode
        if not isinstance(mode, Rehearse) or is_blank(reply):
            return OPEN
        taken, *ticked = reply
        seconds = _seconds(taken)
        remark = _time(seconds, mode.seconds)
        if is_blank(tuple(ticked)):
            return Verdict(remark=remark)
        missed = tuple(beat for beat in mode.beats if beat not in ticked)
        if not missed and 0 < mode.seconds < seconds:
            return partly(remark=remark)
        return by_share(missed, len(mode.beats), remark)


def spoken_seconds(card: Card, reply: Reply) -> int:
    """Return how long a script was spoken; 0 where no clock ran."""
    return _seconds(reply[0]) if isinstance(card.mode, Rehearse) and reply else 0


def _seconds(taken: str) -> int:
    found = _SECONDS.fullmatch(taken.strip())
    return int(found[1]) if found else 0


def _time(seconds: int, limit: int) -> str:
    """Return how long it took; nothing for a clock that never ran."""
    if not seconds:
        return ""
    if not limit:
        return f"{seconds} s"
    left = limit - seconds
    return f"{seconds} s, {abs(left)} s {'left' if left >= 0 else 'over'}"
