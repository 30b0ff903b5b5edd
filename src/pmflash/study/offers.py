"""What may come after a sitting: the ones among further sittings that ask something."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from pmflash.study.session import Session
from pmflash.study.wish import A_DAY_AHEAD, MISSED_AGAIN, MORE_NEW, WHAT_IS_DUE, Wish

DRILL, MORE, AHEAD = "drill", "more", "ahead"


def offers(session: Session, begun: Callable[[Wish], Session]) -> Mapping[str, Session]:
    """Return the sittings that may follow `session`, by name.

    `begun` returns the sitting in the same scope that a wish makes. What the day asks
    anyway comes before anything beyond it.
    """
    wishes = {DRILL: MISSED_AGAIN}
    day = begun(WHAT_IS_DUE) if session.wish.is_cram else session
    if day.turn is None:
        days_ahead = session.wish.days_ahead + A_DAY_AHEAD.days_ahead
        ahead = replace(A_DAY_AHEAD, days_ahead=days_ahead)
        wishes |= {MORE: MORE_NEW, AHEAD: ahead}
    sittings = {name: begun(wish) for name, wish in wishes.items()}
    return {name: each for name, each in sittings.items() if each.turn is not None}
