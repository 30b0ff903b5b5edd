"""Every screen of pmflash, and how a learner gets there in a terminal."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from learner import Learner, deck_of
from tui.terminal import Terminal, running

_ROOM_FOR_NO_ANSWER = 10
REVIEW = ("review",)


@dataclass(frozen=True, slots=True)
class Place:
    """A screen, reached by waiting for a text and typing, in turns."""

    words: tuple[str, ...]
    steps: tuple[str, ...]
    """What is waited for, then typed, then waited for, and so on."""
    cards: int = 36
    largest_file: int | None = None


PLACES = {
    "today": Place((), ("All decks",)),
    "front": Place(REVIEW, ("space answer",)),
    "back": Place(REVIEW, ("space answer", " ", "1 Again")),
    "about": Place(REVIEW, ("space answer", "i", "biology/f01")),
    "help": Place(REVIEW, ("space answer", "?", "Review: the keys")),
    "palette": Place(REVIEW, ("space answer", "\x10", "What do you want to do?")),
    "summary": Place(REVIEW, ("space answer", " 3", "Session done"), cards=1),
    "trouble": Place(
        REVIEW, ("space answer", " 3", "not saved"), largest_file=_ROOM_FOR_NO_ANSWER
    ),
    "browse": Place((), ("All decks", "b", "Browse")),
    "browse-typing": Place((), ("All decks", "b/Que", "/ Que")),
    "statistics": Place((), ("All decks", "s", "Statistics")),
    "themes": Place((), ("All decks", "t", "Choose a theme")),
}


@contextmanager
def at_place(learner: Learner, name: str, controls: bool = True) -> Iterator[Terminal]:
    """Run pmflash in a terminal, on the screen called `name`."""
    place = PLACES[name]
    learner.writes("decks/biology.yaml", deck_of(place.cards))
    with running(
        learner, *place.words, largest_file=place.largest_file, controls=controls
    ) as terminal:
        for number, step in enumerate(place.steps):
            if number % 2:
                terminal.type(step)
            else:
                terminal.wait_for(step)
        yield terminal
