"""A home with all that a copy holds, and what stands in one."""

from datetime import datetime
from pathlib import Path

from builders import an_event
from pmflash.model.event import Event
from pmflash.storage.journal_line import encode_event, encode_header
from pmflash.storage.locations import Locations

OWN, OTHER = "progress/reviews-laptop.jsonl", "progress/reviews-phone.jsonl"
DECK, SEED, SETTINGS = "decks/mine.yaml", "seeds/cells.yaml", "settings.yaml"
FIRST, SECOND, THIRD = an_event("a/a/a"), an_event("b/b/b"), an_event("c/c/c")

NOW = datetime.fromisoformat("2026-01-05T08:00:00+01:00")
"""When copies are made and restored."""


def a_log(device: str, *events: Event) -> bytes:
    """The review log of a device."""
    return encode_header(device) + b"".join(map(encode_event, events))


FULL = {
    OWN: a_log("laptop", FIRST),
    OTHER: a_log("phone", SECOND),
    DECK: b"title: Mine\n",
    SEED: b"title: Cells\n",
    SETTINGS: b"new_per_day: 5\n",
}

LATER = {
    OWN: a_log("laptop", FIRST, THIRD),
    OTHER: FULL[OTHER],
    DECK: b"title: Changed\n",
    "decks/new.yaml": b"title: New\n",
    "decks/notes.txt": b"not ours",
    SETTINGS: FULL[SETTINGS],
}
"""What the home of `FULL` came to be: answers, a deck more, a seed less."""
BACK = FULL | {"decks/notes.txt": b"not ours"}
"""That home after it was restored: what copies do not hold is left alone."""


def fill(locations: Locations, files: dict[str, bytes]) -> None:
    """Write these files into the home."""
    for name, content in files.items():
        path = locations.home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file in a folder and below, by its name from there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
