"""What can be done among all cards, with its keys, and what can be searched for."""

from pmflash.study.search.fields import FIELDS
from pmflash.tui.actions import Action

SEARCH = Action("slash", "search", "/", "search", "Type a search.", 1)
REVIEW = Action("enter", "review", "enter", "review", "Review these cards.", 2)
SUSPEND = Action("z", "suspend", "z", "suspend", "Ask the card no more, or again.", 3)
FLAG = Action("f", "flag", "f", "flag", "Flag the card, or take the flag away.", 4)
NOTE = Action("n", "note", "n", "note", "Note what is wrong with the card.", 5)
RESET = Action("r", "reset", "r", "reset", "Make the card new, after asking.", 5)
UNDO = Action("u", "undo", "u", "undo", "Take back what was done here last.", 4)
MARKS = (SUSPEND, FLAG, NOTE, RESET)
DONE = Action("enter", "", "enter", "done", "Back to the cards.", 0)
STOP = Action("escape", "", "esc", "done", "Back to the cards.", 1)
CLEAR = Action("ctrl+u", "", "^u", "clear", "Delete the search.", 2)
_WORDS = (
    ("drift", "The word, in prompt or answer."),
    ('"label noise"', "These words side by side."),
    *((field.example, field.help) for field in FIELDS),
    ("-tag:pay", "Not these."),
    ("is:due or is:new", "One or the other; parentheses group."),
)
LANGUAGE = tuple(Action("", "", example, "", help) for example, help in _WORDS)
