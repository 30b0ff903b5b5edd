"""What can be done in a review, with the keys that do it."""

from dataclasses import replace

from pmflash.model.rating import FOUR_BUTTONS, SIX_GRADES
from pmflash.tui.actions import SCROLL, Action
from pmflash.tui.keymap import Keymap, is_text, shown_key
from pmflash.tui.screens.base import BACK, PALETTE, QUIT

SHOW_ANSWER = Action(
    "space,enter", "turn", "space", "answer", "Show the answer; then rate Good.", 0
)
RATE_SUGGESTED = replace(SHOW_ANSWER, label="Good", rank=2)
RATE = Action(
    "1,2,3,4",
    "rate",
    "1-4",
    "rate",
    "Rate how well you knew it.",
    0,
    each=tuple(f"Rate {button.label}." for button in FOUR_BUTTONS),
)
GRADE = Action(
    "0,1,2,3,4,5",
    "rate",
    "0-5",
    "grade",
    "Grade how well you knew it.",
    0,
    each=tuple(f"Grade {button.label}." for button in SIX_GRADES),
)
HINT = Action("h,f2", "hint", "h", "hint", "Show the hint, on a card that has one.", 3)
UNDO = Action("u,ctrl+t", "undo", "u", "undo", "Take back what you did last.", 4)
REDO = Action("ctrl+r", "redo", "^r", "redo", "Do again what you took back.", 4)
SKIP = Action("s", "skip", "s", "skip", "Skip the card until the others are done.", 8)
BURY = Action("b", "mark('bury')", "b", "bury", "Leave the card for tomorrow.", 9)
SUSPEND = Action(
    "z", "mark('suspend')", "z", "suspend", "Take the card out, until you resume it.", 8
)
FLAG = Action(
    "f", "mark('flag')", "f", "flag", "Flag the card, or take the flag off.", 9
)
NOTE = Action(
    "n", "note", "n", "note", "Note what is wrong with the card, for `check`.", 8
)
EDIT = Action("e", "edit", "e", "edit", "Open the card's file in your editor.", 7)
ABOUT = Action(
    "i", "about", "i", "about", "Where the card is from, and its history.", 7
)
HELP = Action(
    "question_mark,f1", "help", "?", "help", "Show the keys of this screen.", 1
)

MARKS = (EDIT, ABOUT, NOTE, SUSPEND, SKIP, BURY, FLAG)
COMMANDS = (UNDO, REDO, HINT, *MARKS, *SCROLL, BACK, HELP, QUIT)
"""What a key does that is not meant for the card's answer."""
ALL = (SHOW_ANSWER, RATE, *COMMANDS)
REPEATABLE = frozenset({"undo", "redo", *(action.name for action in SCROLL)})
"""What may go on while its key is held down."""

_LETTERS = {*MARKS, QUIT, *SCROLL[:2]}


def while_typing(actions: tuple[Action, ...], keymap: Keymap) -> tuple[Action, ...]:
    """Return what is left of `actions` where letters are text, under other keys."""
    left = (keymap.of(action) for action in actions if action not in _LETTERS)
    return tuple(typed for action in left if (typed := _typed(action)) is not None)


def beside(
    actions: tuple[Action, ...], taken: frozenset[str], keymap: Keymap
) -> tuple[Action, ...]:
    """Return what is left of `actions` where an input has `taken` some keys."""
    left = []
    for action in actions:
        keys = keymap.of(action).keys.split(",")
        free = [key for key in keys if key not in taken]
        if len(free) == len(keys):
            left.append(action)
        elif free:
            free_key = shown_key(free[0])
            left.append(replace(action, shown_key=free_key, setting="beside"))
    return tuple(left)


def told_while_typing(
    actions: tuple[Action, ...], keymap: Keymap
) -> tuple[Action, ...]:
    """Return `actions` under the keys that do them where letters are text.

    What has none there is found by its name.
    """
    by_name = keymap.of(PALETTE).shown_key
    return tuple(
        (action not in _LETTERS and _typed(keymap.of(action)))
        or replace(action, shown_key=by_name, setting="typed")
        for action in actions
    )


def typing_keys(keymap: Keymap) -> Action:
    """Return a line of help: what can be done where letters are text, and how."""
    left = while_typing((HELP, HINT, UNDO), keymap)
    names = ", ".join(action.label for action in left).capitalize()
    keys = " ".join(action.shown_key for action in left)
    return Action("", "", keys, "", f"{names}, where letters are text.", 0)


def command(key: str, keymap: Keymap) -> Action | None:
    """Return what `key` does beside answering."""
    return next(
        (each for each in COMMANDS if key in keymap.of(each).keys.split(",")), None
    )


def _typed(action: Action) -> Action | None:
    keys = action.keys.split(",")
    if not is_text(keys[0]) or keys[0] == "space":
        return action
    key = next((key for key in keys if not is_text(key)), None)
    shown = shown_key(key) if key else ""
    return replace(action, shown_key=shown, setting="typed") if key else None
