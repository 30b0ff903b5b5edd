"""What a learner may choose in `settings.yaml`."""

from dataclasses import dataclass
from typing import Literal

Sm2Variant = Literal["listing", "text"]
Grades = Literal["buttons", "wozniak"]
Answering = Literal["modes", "reveal"]
THEMES = (
    "textual-dark",
    "textual-light",
    "nord",
    "gruvbox",
    "catppuccin-mocha",
    "dracula",
    "tokyo-night",
    "monokai",
    "flexoki",
    "catppuccin-latte",
    "catppuccin-frappe",
    "catppuccin-macchiato",
    "solarized-light",
    "solarized-dark",
    "rose-pine",
    "rose-pine-moon",
    "rose-pine-dawn",
    "atom-one-dark",
    "atom-one-light",
    "ansi-dark",
    "ansi-light",
)
"""What Textual can look like; known here, because checking must not load it."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Every choice with its default."""

    decks: tuple[str, ...] = ()
    """Ids of the decks to study; empty for all."""
    new_per_day: int = 20
    reviews_per_day: int = 200
    minutes_per_sitting: int = 20
    """After so long a sitting asks whether to go on; 0 for never."""
    day_starts_at: int = 4
    """The hour at which a study day begins, 0 to 23."""
    sm2: Sm2Variant = "listing"
    grades: Grades = "buttons"
    answering: Answering = "modes"
    """Whether cards are typed, picked, ordered and so on, or all just turned."""
    theme: str = "textual-dark"
    """One of `THEMES`."""
    interview_on: str = ""
    """The day of the next interview, such as `2026-12-17`; empty for none."""
    interview: str = ""
    """What the learner calls it."""
    keys: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """The keys of actions that have others than at first; names as in `model/keys`."""
