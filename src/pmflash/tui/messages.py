"""What screens tell the application, which alone knows what comes next."""

from collections.abc import Sequence
from typing import Any

from textual.message import Message
from textual.screen import Screen

from pmflash.model.event import Event
from pmflash.study.session import Session
from pmflash.tui.actions import Action


class TerminalGone(Message):
    """The terminal was closed: nothing is seen any more, and nothing typed."""


class SessionDone(Message):
    """A sitting is over: nothing is left to ask, or its time was up."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session


class TimeUp(Message):
    """A sitting took as long as it may, and more is left to ask."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session


class SittingWanted(Message):
    """A sitting begins or goes on, maybe with a card whose rating was taken back."""

    def __init__(self, session: Session, undone: Event | None = None) -> None:
        super().__init__()
        self.session = session
        self.undone = undone


class TodayWanted(Message):
    """The learner goes back to today's screen."""


class HelpWanted(Message):
    """The learner asks for the keys of a screen."""

    def __init__(self, title: str, actions: Sequence[Action]) -> None:
        super().__init__()
        self.title = title
        self.actions = tuple(actions)


class ActionWanted(Message):
    """The learner chose an action by name, or clicked it."""

    def __init__(self, action: Action) -> None:
        super().__init__()
        self.action = action


class PaletteWanted(Message):
    """The learner asks for all that a screen can do, to choose from by name."""

    def __init__(self, asking: Screen[Any], actions: Sequence[Action]) -> None:
        super().__init__()
        self.asking = asking
        self.actions = tuple(actions)


class CardClicked(Message):
    """The learner clicked the card, or what is written on it."""


class AnswerHeld(Message):
    """An answer could not be saved, or could be after all."""

    def __init__(self, is_held: bool) -> None:
        super().__init__()
        self.is_held = is_held


class CardMeasured(Message):
    """It is known how much of the card fits."""
