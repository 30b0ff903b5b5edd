"""Settings: every choice with what it is now, changed by one key."""

from collections.abc import Sequence

from textual.content import Content

from pmflash.choices import Choices, choose, read_choices
from pmflash.collection import Collection
from pmflash.model.diagnostic import Diagnostic
from pmflash.model.text import counted, one_line
from pmflash.storage.locations import Locations, lasting_path, shown_path
from pmflash.tui.actions import MOVES, Action, bindings
from pmflash.tui.editing import edit_line
from pmflash.tui.problem_words import problem_detail
from pmflash.tui.saving import is_saved
from pmflash.tui.screens.base import BACK, HELP, QUIT
from pmflash.tui.screens.list_page import ListScreen
from pmflash.tui.setting_rows import (
    ROWS,
    Row,
    Sort,
    choices_of,
    default_words,
    value_words,
)

_CHANGE = Action("enter", "change", "enter", "change", "Change the marked setting.", 0)
_EDIT = Action(
    "e", "edit", "e", "edit", "Open settings.yaml at the setting in your editor.", 2
)
_ACTIONS = (_CHANGE, _EDIT, *MOVES, BACK, HELP, QUIT)
_NAME_WIDTH = max(len(row.name) for row in ROWS) + 2
_LEAST_GAP = 2
_WITH_DEFAULT = 56
"""From so many cells on there is room for what a setting is at first."""


class SettingsScreen(ListScreen):
    """A line a setting, below those that tell what is wrong with the file."""

    ACTIONS = _ACTIONS
    BINDINGS = bindings(_ACTIONS)
    ONCE = (_CHANGE, _EDIT)
    PICKED = _CHANGE.name
    TITLE_OF_HELP = "Settings: the keys"

    def __init__(self, collection: Collection) -> None:
        super().__init__()
        self._collection = collection
        self._choices = self._read()

    def actions_now(self) -> Sequence[Action]:
        """Return the keys that do something now."""
        return (_CHANGE, _EDIT, *self.moves, BACK, HELP, QUIT)

    def heading(self, width: int) -> tuple[Content, Content]:
        """Return the title, and the file or how much is wrong with it."""
        title, count = "Settings", len(self._choices.problems)
        file = shown_path(self._locations.settings_file)
        told = Content(counted(count, "problem") if count else file)
        room = width - len(title) - _LEAST_GAP
        if told.cell_length > room:
            told = told.truncate(room, ellipsis=True)
        return Content.styled(title, "bold"), told

    def lines(self, width: int) -> Sequence[tuple[str, str]]:
        """Return a line for each problem, then for each setting."""
        settings = self._choices.settings
        has_room = width >= _WITH_DEFAULT
        return [
            *((_problem_words(problem), "") for problem in self._choices.problems),
            *(
                (
                    f"{row.name:<{_NAME_WIDTH}}{value_words(row, settings)}",
                    default_words(row, settings) if has_room else "",
                )
                for row in ROWS
            ),
        ]

    def detail(self, place: int, width: int) -> Content:
        """Return the problem, or what the setting does."""
        row = self._row(place)
        if row is None:
            return problem_detail(self._choices.problems[place], width)
        default = default_words(row, self._choices.settings)
        told = f"{row.told} {default.capitalize()}." if default else row.told
        return Content(told)

    def renew(self) -> None:
        """Show what the file says now, the mark on the setting where it was."""
        place, row = self.place, self._row(self.place)
        self._choices = self._read()
        if row is not None:
            place = len(self._choices.problems) + ROWS.index(row)
        self.show(place)

    def action_change(self) -> None:
        """Change the marked setting, or mend the marked problem."""
        row = self._row(self.place)
        if row is None or row.sort is Sort.KEYS:
            self.action_edit()
        elif row.sort is Sort.CHOICE:
            self._take_next(row)
        elif row.sort is Sort.DECKS:
            self._tick_decks()
        elif row.sort is Sort.THEME:
            self._choose_theme()
        else:
            self._type(row)

    def action_edit(self) -> None:
        """Open settings.yaml at what is marked."""
        file = self._locations.settings_file
        if not file.exists():
            self.tell(f"There is no {shown_path(file)} yet: any change here makes it")
            return
        row = self._row(self.place)
        if row is None:
            line = self._choices.problems[self.place].line
        else:
            line = self._choices.lines.get(row.name, 1)
        edit_line(self, lasting_path(file), max(1, line), self.renew)

    @property
    def _locations(self) -> Locations:
        return self._collection.locations

    def _row(self, place: int) -> Row | None:
        """Return the setting at a place of the list; None for a problem."""
        place -= len(self._choices.problems)
        return ROWS[place] if place >= 0 else None

    def _read(self) -> Choices:
        decks = {deck.id for deck in self._collection.decks}
        return read_choices(self._collection.locations, decks)

    def _take_next(self, row: Row) -> None:
        words = choices_of(row.name)
        place = words.index(getattr(self._choices.settings, row.name)) + 1
        chosen = {row.name: words[place % len(words)]}
        is_saved(self, lambda: choose(self._locations, chosen))
        self.renew()

    def _tick_decks(self) -> None:
        from pmflash.tui.screens.ticking import TickingScreen

        decks, chosen = self._collection.decks, self._choices.settings.decks
        screen = TickingScreen(decks, chosen, self._locations, self.held_keys)
        self.app.push_screen(screen)

    def _choose_theme(self) -> None:
        from pmflash.tui.screens.themes import ThemesScreen

        screen = ThemesScreen(self._locations, self.app.theme, self.held_keys)
        self.app.push_screen(screen)

    def _type(self, row: Row) -> None:
        from pmflash.tui.entries import entry
        from pmflash.tui.screens.entry import EntryScreen

        today = self._collection.today()
        asked = entry(row, self._choices.settings, self._locations, today)
        self.app.push_screen(EntryScreen(asked, self.held_keys))


def _problem_words(problem: Diagnostic) -> str:
    place = f"line {problem.line}: " if problem.line else ""
    return one_line(f"! {place}{problem.message}")
