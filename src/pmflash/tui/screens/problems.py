"""Problems: all that is wrong with content and reviews, and where to mend it."""

from collections.abc import Sequence
from dataclasses import replace

from textual.content import Content

from pmflash.collection import Collection
from pmflash.model.diagnostic import Diagnostic
from pmflash.model.text import counted, one_line, shown
from pmflash.storage.locations import is_builtin
from pmflash.tui.actions import MOVES, Action, bindings
from pmflash.tui.editing import edit_line
from pmflash.tui.problem_words import problem_detail, short_line
from pmflash.tui.screens.base import BACK, HELP, QUIT
from pmflash.tui.screens.list_page import ListScreen

_EDIT = Action("e", "edit", "e", "edit", "Open the file at its line in your editor.", 1)
_OPEN = replace(_EDIT, keys="enter", shown_key="enter", label="", setting="open")
_LOOK = Action(
    "r", "look", "r", "look again", "Read all files again.", 3, setting="look-again"
)
_ACTIONS = (_EDIT, _OPEN, _LOOK, *MOVES, BACK, HELP, QUIT)
_IN_LOG = "reviews"


class ProblemsScreen(ListScreen):
    """Every problem in a line, and the marked one whole below them."""

    ACTIONS = _ACTIONS
    BINDINGS = bindings(_ACTIONS)
    ONCE = (_EDIT, _OPEN, _LOOK)
    PICKED = _EDIT.name
    WHEN_EMPTY = "No problems: all of your files can be read."
    TITLE_OF_HELP = "Problems: the keys"

    def __init__(self, collection: Collection) -> None:
        super().__init__()
        self._collection = collection
        self._notices: Sequence[str] = ()
        self._diagnostics: Sequence[Diagnostic] = ()

    def actions_now(self) -> Sequence[Action]:
        """Return the keys that do something now."""
        edit = (_EDIT,) if self._to_mend is not None else ()
        return (*edit, _LOOK, *self.moves, BACK, HELP, QUIT)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let only files of the learner's own be edited."""
        can_do = action != _EDIT.name or self._to_mend is not None
        return can_do and super().check_action(action, parameters)

    def heading(self, width: int) -> tuple[Content, Content]:
        """Return the title, and how many problems there are."""
        count = self._count
        place = f"{self.place + 1:,} of " if count else ""
        told = Content(f"{place}{counted(count, 'problem')}")
        return Content.styled("Problems", "bold"), told

    def lines(self, width: int) -> Sequence[tuple[str, str]]:
        """Return a line for each problem, those of the reviews first."""
        return [
            *((one_line(notice), _IN_LOG) for notice in self._notices),
            *((short_line(each), str(each.severity)) for each in self._diagnostics),
        ]

    def detail(self, place: int, width: int) -> Content:
        """Return the problem at a place, with its line of the file."""
        notices = self._notices
        if place < len(notices):
            return Content(shown(notices[place]))
        return problem_detail(self._diagnostics[place - len(notices)], width)

    def action_edit(self) -> None:
        """Open the file of the marked problem, and look again afterwards."""
        problem = self._to_mend
        if problem is not None:
            edit_line(self, problem.path, max(1, problem.line), self._look)

    def action_look(self) -> None:
        """Read what has changed in any file, and say so."""
        self._look()
        self.tell(f"Looked again: {counted(self._count, 'problem')}")

    def _look(self) -> None:
        self._collection.reload_content()
        self.renew()

    def renew(self) -> None:
        """Show what is wrong now."""
        self._notices = self._collection.notices
        self._diagnostics = self._collection.diagnostics
        self.show()

    @property
    def _count(self) -> int:
        return len(self._notices) + len(self._diagnostics)

    @property
    def _to_mend(self) -> Diagnostic | None:
        """The marked problem, if it is in a file of the learner's own."""
        place = self.place - len(self._notices)
        if not 0 <= place < len(self._diagnostics):
            return None
        problem = self._diagnostics[place]
        return None if is_builtin(problem.path) else problem
