"""Things that tests are about, with every irrelevant part filled in."""

from dataclasses import replace
from datetime import date
from typing import Any

from pmflash.model.card import Card
from pmflash.model.mode import REVEAL
from pmflash.model.origin import Origin

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
