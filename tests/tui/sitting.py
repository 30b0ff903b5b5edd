"""The screens in this very process: keys go in, what is on the screen comes out."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from time import monotonic
from typing import TypeVar

from textual.events import Key
from textual.message import Message
from textual.pilot import Pilot
from textual.widget import Widget

from learner import Learner
from pmflash.collection import Collection
from pmflash.model.event import Event, EventKind
from pmflash.model.rating import Rating
from pmflash.study.wish import WHAT_IS_DUE, Wish
from pmflash.tui.app import PmflashApp
from pmflash.tui.screens.base import PmflashScreen

SLOWLY = 3.0
"""Seconds between keys of a learner who reads the card."""

_OBEYED_SECONDS = 1.0
_ROUNDS_UNTIL_QUIET = 3
_CHARACTERS = {"space": " ", "enter": "\r", "question_mark": "?"}

AnyWidget = TypeVar("AnyWidget", bound=Widget)


class Sitting:
    """One run of the screens, with a learner whose keys have exact times."""

    def __init__(self, learner: Learner, app: PmflashApp, pilot: Pilot[None]) -> None:
        self._learner = learner
        self.app = app
        self._pilot = pilot
        self._time = monotonic()

    async def press(self, *keys: str, apart: float = SLOWLY) -> None:
        """Press keys, `apart` seconds from each other by their own times.

        Less than a second apart they come faster than they are obeyed.
        """
        for key in keys:
            self._time += apart
            event = Key(key, _CHARACTERS.get(key, key if len(key) == 1 else None))
            event.time = self._time
            self.app.post_message(event)
            if apart >= _OBEYED_SECONDS:
                await self.settle()
        await self.settle()

    async def send(self, message: Message) -> None:
        """Send what is not a key, such as a paste."""
        self.app.post_message(message)
        await self.settle()

    async def click(self, sort: type[Widget], place: tuple[int, int]) -> None:
        """Click on a widget, so many columns and lines from its corner."""
        await self._pilot.click(sort, offset=place)
        await self.settle()

    async def clicks(self, widget: Widget, offset: tuple[int, int]) -> None:
        """Click on a widget, so many cells right and below of its corner."""
        await self._pilot.click(widget, offset=offset)
        await self.settle()

    async def resize(self, size: tuple[int, int]) -> None:
        """Change the size of the terminal."""
        await self._pilot.resize_terminal(*size)
        await self.settle()

    async def settle(self) -> None:
        """Wait until everything sent so far is done and drawn."""
        await asyncio.sleep(0)
        while self.is_running and self.app.has_typed_ahead:
            await asyncio.sleep(0)
        for _ in range(_ROUNDS_UNTIL_QUIET):
            heard = asyncio.Event()
            if not self.is_running or not self.app.call_later(heard.set):
                return
            await heard.wait()
            await self._pilot.pause(0)

    @property
    def is_running(self) -> bool:
        """Whether the learner has not left yet."""
        return self.app.is_running and not self.app._exit

    @property
    def screen(self) -> PmflashScreen:
        """The screen in front."""
        assert isinstance(self.app.screen, PmflashScreen)
        return self.app.screen

    def widget(self, sort: type[AnyWidget]) -> AnyWidget:
        """The one widget of that sort on the screen."""
        return self.screen.query_one(sort)

    @property
    def lines(self) -> list[str]:
        """What is on the screen, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return [strip.text.rstrip() for strip in strips]

    @property
    def picture(self) -> str:
        """What is on the screen."""
        return "\n".join(self.lines)

    @property
    def saved(self) -> tuple[Event, ...]:
        """Every event in the log."""
        return self._learner.saved()

    @property
    def ratings(self) -> tuple[Rating | None, ...]:
        """The ratings in the log, oldest first; an undo is None."""
        return tuple(event.rating for event in self.saved)


@asynccontextmanager
async def sitting(
    learner: Learner,
    *decks: str,
    tags: Sequence[str] = (),
    search: str = "",
    on_today: bool = False,
    wish: Wish = WHAT_IS_DUE,
    size: tuple[int, int] = (80, 24),
    when_used: Callable[[], None] = lambda: None,
) -> AsyncIterator[Sitting]:
    """Open pmflash on a review of `decks`, or on today's screen."""
    collection = learner.opens()
    chosen = collection.scope(decks, tags, search)
    first = collection.overview() if on_today else collection.session(chosen, wish)
    app = PmflashApp(collection, first, when_used=when_used)
    async with app.run_test(size=size, notifications=True) as pilot:
        opened = Sitting(learner, app, pilot)
        await opened.settle()
        yield opened


def standing(collection: Collection) -> tuple[object, ...]:
    """Everything about the day that an undo must bring back."""
    session = collection.session(collection.scope(()))
    due = tuple(collection.due_on(card.id) for card in session.plan)
    return session.turn, session.counts, session.done, session.answers, due


def counted(events: Sequence[Event]) -> int:
    """How many of `events` rate a card."""
    return sum(event.kind in {EventKind.REVIEW, EventKind.DRILL} for event in events)
