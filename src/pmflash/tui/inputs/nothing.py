"""No input: the learner thinks, and turns the card."""

from pmflash.answering.base import AskNothing
from pmflash.tui.inputs.base import Input


class NoInput(Input):
    """Takes no key."""

    def __init__(self, ask: AskNothing) -> None:
        super().__init__()
