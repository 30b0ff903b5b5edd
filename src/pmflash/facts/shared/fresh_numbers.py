"""Which of many possible numbers a fact asks with: always the same, well spread."""

from collections.abc import Iterator, Sequence
from math import prod
from zlib import crc32

MOST_VARIANTS = 24


def fresh_places(fact_id: str, counts: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Yield different places, one below each of `counts`, that a fact keeps for ever.

    They come in no order that could be guessed.
    """
    total = prod(counts)
    most = min(total, MOST_VARIANTS)
    picks = [_between(fact_id, *_slot(n, most, total)) for n in range(most)]
    for pick in sorted(picks, key=lambda pick: _sum(f"{fact_id} {pick}")):
        yield _places(pick, counts)


def _slot(number: int, most: int, total: int) -> tuple[int, int]:
    return number * total // most, (number + 1) * total // most


def _between(fact_id: str, start: int, end: int) -> int:
    return start + ((end - start) * _sum(f"{fact_id}/{start}") >> 32)


def _places(pick: int, counts: Sequence[int]) -> tuple[int, ...]:
    places: list[int] = []
    for count in reversed(counts):
        pick, place = divmod(pick, count)
        places.append(place)
    return tuple(reversed(places))


def _sum(text: str) -> int:
    return crc32(text.encode())
