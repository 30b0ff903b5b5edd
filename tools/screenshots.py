"""Draws the README's picture from the real application, on the built-in decks."""

import asyncio
import re
import sys
import tempfile
from pathlib import Path
from zlib import crc32

from pmflash.clock import find_clock
from pmflash.collection import Collection
from pmflash.storage.locations import find_locations
from pmflash.tui.app import PmflashApp

PICTURES = Path(__file__).parent / "pictures"
STUDIED_ON = ("2026-11-12", "2026-11-13", "2026-11-14", "2026-11-19")
PICTURED_ON = "2026-11-20"
SIZE = (80, 24)
FACT = "flexport/four-p"

# A picture must not make its viewer fetch anything.
_FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}\s*")


def a_collection(home: Path, day: str) -> Collection:
    """Return the collection in `home` as it is on the morning of `day`."""
    environ = {
        "PMFLASH_HOME": str(home),
        "PMFLASH_CACHE": str(home / "cache"),
        "PMFLASH_DEVICE": "pictures",
        "PMFLASH_NOW": f"{day}T08:00:00+00:00",
    }
    return Collection(find_locations(environ), find_clock(environ))


def study(home: Path, day: str) -> None:
    """Answer all that `day` asks of Flexport's deck, some of it with Hard."""
    collection = a_collection(home, day)
    session = collection.session(collection.scope(("flexport",)))
    while session.turn is not None:
        is_hard = crc32(session.turn.card.encode()) % 5 == 0
        known = session.turn.card in {answer.card for answer in session.answers}
        button = collection.buttons[1 if is_hard and not known else 2]
        session = collection.answer(session, button, 6_000)


async def review_picture(home: Path) -> str:
    """Return the review of the framework that has a caveat, answer shown, as SVG."""
    collection = a_collection(home, PICTURED_ON)
    session = collection.session(collection.scope(("flexport",)))
    asked = next(place for place, card in enumerate(session.plan) if card.fact == FACT)
    app = PmflashApp(collection, session)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*(("space", "3") * asked), "space")
        await pilot.pause()
        svg = app.export_screenshot(title="pmflash")
    return _FONT_FACE.sub("", svg).replace("Fira Code", "DejaVu Sans Mono")


def main() -> int:
    """Write the picture and say where it is."""
    with tempfile.TemporaryDirectory() as folder:
        for day in STUDIED_ON:
            study(Path(folder), day)
        svg = asyncio.run(review_picture(Path(folder)))
    PICTURES.mkdir(exist_ok=True)
    target = PICTURES / "review.svg"
    target.write_text(svg, encoding="utf-8")
    print(target.relative_to(Path(__file__).parents[1]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
