"""What a key does: one table a screen, which feeds its keys, footer and help."""

from collections.abc import Iterable
from dataclasses import dataclass

from textual.binding import Binding, BindingType


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


def bindings(actions: Iterable[Action]) -> list[BindingType]:
    """Return the key bindings of `actions`; footers are drawn by our own widget."""
    return [
        Binding(action.keys, action.name, action.help, show=False) for action in actions
    ]


SCROLL: tuple[Action, ...] = (
    Action("down,j", "scroll(1)", "j", "down", "Scroll down.", 4),
    Action("up,k", "scroll(-1)", "k", "up", "Scroll up.", 5),
    Action("pagedown", "page(1)", "PgDn", "", "Scroll a page down."),
    Action("pageup", "page(-1)", "PgUp", "", "Scroll a page up."),
)
