"""Orders that look random, yet are the same for one card all day."""

from collections.abc import Iterable
from datetime import date
from zlib import crc32

from pmflash.model.card import Card

_SCATTER = 0x9E3779B1


def shuffled(
    texts: Iterable[str], card: Card, today: date, attempt: int = 0
) -> tuple[str, ...]:
    """Return `texts` in the order of this card, day and attempt."""
    seed = f"{card.id} {today.isoformat()} {attempt} "
    return tuple(sorted(texts, key=lambda text: _number(seed + text)))


def _number(text: str) -> int:
    # Alone, the sums of texts of one length would keep much of their order.
    return crc32(text.encode(errors="surrogatepass")) * _SCATTER % 2**32
