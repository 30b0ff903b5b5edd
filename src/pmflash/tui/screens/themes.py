"""Themes, each seen as its line is marked; the chosen one is kept in the settings."""

from pmflash.choices import choose
from pmflash.model.settings import THEMES
from pmflash.storage.locations import Locations
from pmflash.tui.held_keys import HeldKeys
from pmflash.tui.saving import is_saved
from pmflash.tui.screens.choosing import ChoosingScreen


class ThemesScreen(ChoosingScreen):
    """What pmflash may look like."""

    HEADING = "Choose a theme"

    def __init__(
        self, locations: Locations, now: str, held: HeldKeys | None = None
    ) -> None:
        marked = THEMES.index(now) if now in THEMES else 0
        lines = [(name, "now" if name == now else "") for name in THEMES]
        super().__init__(lines, marked, held)
        self._locations = locations
        self._before = now

    def marked(self, place: int) -> None:
        """Look as the marked theme does."""
        self.app.theme = THEMES[place]

    def left(self) -> None:
        """Look as before."""
        self.app.theme = self._before

    def chosen(self, place: int) -> None:
        """Keep the theme; where that fails, until pmflash is left."""
        theme = THEMES[place]
        is_saved(self, lambda: choose(self._locations, {"theme": theme}))
