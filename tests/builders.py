"""Things that tests are about, with every irrelevant part filled in."""

from dataclasses import replace
from datetime import date
from itertools import count
from typing import Any

from pmflash.model.card import Card
from pmflash.model.event import Event, EventKind
from pmflash.model.mode import REVEAL
from pmflash.model.origin import Origin
from pmflash.model.rating import FOUR_BUTTONS, Rating

DAY_0 = date(2026, 1, 5)

FLEXPORT = Origin("flexport", "Flexport", "Flexport guide", ("flexport",))


def a_card(**changes: Any) -> Card:
    """A card that differs from the plainest one only in `changes`."""
    plain = Card(
        id="flexport/four-p/answer",
        fact="flexport/four-p",
        kind="basic",
        view="answer",
        context="Flexport",
        prompt="What comes first in Four-P?",
        answer="Problem",
        mode=REVEAL,
        decks=("flexport",),
    )
    return replace(plain, **changes)


_SERIAL = count()
_QUALITY = {button.rating: button.quality for button in FOUR_BUTTONS}


def an_event(card: str = "flexport/a/answer", **changes: Any) -> Event:
    """A Good review on day 0; later calls give later events."""
    serial = next(_SERIAL)
    rating = changes.get("rating") or Rating.GOOD
    plain = Event(
        id=f"{serial:016x}",
        kind=EventKind.REVIEW,
        card=card,
        at=f"2026-01-05T{8 + serial // 3600:02}:{serial // 60 % 60:02}:"
        f"{serial % 60:02}.{serial:06}Z",
        offset_minutes=60,
        day=DAY_0,
        rating=rating,
        quality=_QUALITY[rating],
        milliseconds=4000,
    )
    return plain._replace(**changes)
