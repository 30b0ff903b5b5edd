"""Every command. Add one: write one module, add one line here.

Modules are named, not imported: a command loads nothing that it does not use.
"""

from typing import NamedTuple


class Entry(NamedTuple):
    """A command by name, with what the overview says of it."""

    name: str
    summary: str


TODAY = "today"

COMMANDS: tuple[Entry, ...] = (
    Entry(TODAY, "today's screen: what is due in which deck (the default)"),
    Entry("review", "review cards now, of all decks or of those named"),
    Entry("due", "what is due today, also as one short line for a shell prompt"),
    Entry("stats", "recall, reviews and time, as bars or for programs"),
    Entry("check", "find mistakes in decks and seeds, each with its line"),
    Entry("diff", "what an edit does to your progress, before it does it"),
    Entry("audit", "list figures that do not add up, with their arithmetic"),
    Entry("compile", "list the cards that the facts become"),
    Entry("doctor", "prove from the log where cards stand, and mend what can be"),
    Entry("backup", "copy your reviews, decks and settings into one file"),
    Entry("restore", "go back to such a copy, or list those that there are"),
    Entry("export", "write cards to a file for another program"),
)
