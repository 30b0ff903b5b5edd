"""Every input. Add one: write one module, add one line here.

Modules are named, not imported: the first card must appear at once.
"""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

from pmflash.answering.base import (
    Ask,
    AskChoice,
    AskClock,
    AskGrid,
    AskNothing,
    AskNumber,
    AskOrder,
    AskRange,
    AskText,
    AskTicks,
)
from pmflash.tui.inputs.base import Input

INPUTS: Mapping[type[Ask], tuple[str, str]] = {
    AskNothing: ("nothing", "NoInput"),
    AskText: ("text", "TextInput"),
    AskNumber: ("number", "NumberInput"),
    AskRange: ("range", "RangeInput"),
    AskChoice: ("choice", "ChoiceInput"),
    AskOrder: ("order", "OrderInput"),
    AskTicks: ("ticks", "TicksInput"),
    AskGrid: ("grid", "GridInput"),
    AskClock: ("clock", "ClockInput"),
}
"""For each ask a module, and the input in it."""


def input_for(ask: Ask, prompt: str) -> Input:
    """Return an empty input for `ask`, under a card's `prompt`."""
    module, name = INPUTS[type(ask)]
    make: Any = getattr(import_module(f"pmflash.tui.inputs.{module}"), name)
    made = make(ask, prompt) if isinstance(ask, AskChoice) else make(ask)
    assert isinstance(made, Input)
    return made
