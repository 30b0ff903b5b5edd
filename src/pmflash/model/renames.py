"""Facts that go by another id than they once did, and what their cards are called."""

from collections.abc import Mapping
from types import MappingProxyType

Renames = Mapping[str, str]
"""Present `origin/fact-id` by the one that a fact went by formerly."""

NO_RENAMES: Renames = MappingProxyType({})


def present_name(card_id: str, renames: Renames) -> str:
    """Return the id that the card called `card_id` goes by now."""
    if not renames:
        return card_id
    origin, _, rest = card_id.partition("/")
    fact, slash, view = rest.partition("/")
    present = renames.get(f"{origin}/{fact}")
    return card_id if present is None else f"{present}{slash}{view}"
