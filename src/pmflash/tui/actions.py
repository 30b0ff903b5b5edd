"""What a key does: one table a screen, which feeds its keys, footer and help."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.binding import BindingType

_CALLED = {
    "scroll(1)": "down",
    "scroll(-1)": "up",
    "move(1)": "down",
    "move(-1)": "up",
    "page(1)": "page-down",
    "page(-1)": "page-up",
    "leaf(1)": "page-down",
    "leaf(-1)": "page-up",
    "move(-1000000000)": "first",
    "move(1000000000)": "last",
    "turn(1)": "longer",
    "turn(-1)": "shorter",
}
_MARKING = re.compile(r"mark\('(\w+)'\)")


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a screen can do."""

    keys: str
    """Textual's names of the keys, separated by commas."""
    name: str
    """The screen's method without `action_`, with arguments where it takes some."""
    shown_key: str
    """The keys as footer and help write them."""
    label: str
    """Two words at most, for the footer; empty keeps it out of there."""
    help: str
    """A sentence for the help screen."""
    rank: int = 5
    """Low ranks stay in the footer when it gets narrow."""
    setting: str = ""
    """What settings call it, where that does not follow from its name."""
    each: tuple[str, ...] = ()
    """What every one of the keys does, where they do not all do the same."""

    @property
    def called(self) -> str:
        """What settings call it."""
        marking = _MARKING.fullmatch(self.name)
        usual = marking[1] if marking else _CALLED.get(self.name, self.name)
        return self.setting or usual


def one_by_one(action: Action) -> list[Action]:
    """Return `action`, or one a key where its keys do not all do the same."""
    if not action.each:
        return [action]
    keys = action.keys.split(",")
    return [
        Action(key, "", key, "", does, setting=action.called)
        for key, does in zip(keys, action.each, strict=True)
    ]


def bindings(actions: Iterable[Action]) -> "list[BindingType]":
    """Return the key bindings of `actions`; footers are drawn by our own widget."""
    # Inputs name their actions before the first card is painted, and Textual loaded.
    from textual.binding import Binding

    return [
        Binding(
            action.keys, action.name, action.help, show=False, id=action.called or None
        )
        for action in actions
    ]


SCROLL: tuple[Action, ...] = (
    Action("down,j", "scroll(1)", "j", "down", "Scroll down.", 4),
    Action("up,k", "scroll(-1)", "k", "up", "Scroll up.", 5),
    Action("pagedown", "page(1)", "PgDn", "", "Scroll a page down."),
    Action("pageup", "page(-1)", "PgUp", "", "Scroll a page up."),
)
MOVES: tuple[Action, ...] = (
    Action("down,j", "move(1)", "j", "down", "The line below.", 6),
    Action("up,k", "move(-1)", "k", "up", "The line above.", 7),
    Action("pagedown", "leaf(1)", "PgDn", "", "A page down."),
    Action("pageup", "leaf(-1)", "PgUp", "", "A page up."),
    Action("g,home", "move(-1000000000)", "g", "", "The first line."),
    Action("G,end", "move(1000000000)", "G", "", "The last line."),
    Action(
        "J",
        "scroll(1)",
        "J",
        "",
        "Scroll the preview down.",
        setting="preview-down",
    ),
    Action(
        "K",
        "scroll(-1)",
        "K",
        "",
        "Scroll the preview up.",
        setting="preview-up",
    ),
)
"""The keys that move the mark of a list, and scroll what is told of its line."""

AHEAD = Action(
    "a", "ahead", "a", "ahead", "Study ahead: review what is due the day after.", 2
)
