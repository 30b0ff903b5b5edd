"""The palette: all that a screen can do, found by name."""

from collections.abc import Sequence
from typing import Any

from textual.screen import Screen

from pmflash.tui.actions import Action
from pmflash.tui.messages import ActionWanted
from pmflash.tui.screens.choosing import ChoosingScreen


class PaletteScreen(ChoosingScreen):
    """Every action with its key; the chosen one is done where it was asked for."""

    HEADING = "What do you want to do?"

    def __init__(self, asking: Screen[Any], actions: Sequence[Action]) -> None:
        names = [action.label or action.called.replace("-", " ") for action in actions]
        width = max(map(len, names), default=0)
        super().__init__(
            [
                (f"{name:<{width}}  {action.help}", action.shown_key)
                for name, action in zip(names, actions, strict=True)
            ]
        )
        self._asking = asking
        self._actions = actions

    def chosen(self, place: int) -> None:
        """Do the action on the screen that asked, which is in front again."""
        self._asking.post_message(ActionWanted(self._actions[place]))
