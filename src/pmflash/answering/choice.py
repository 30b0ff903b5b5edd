"""Pick one of several."""

from datetime import date
from typing import ClassVar

from pmflash.answering.base import OPEN, Ask, AskChoice, AskNothing, Reply, Verdict
from pmflash.answering.shared.shuffle import shuffled
from pmflash.answering.shared.verdicts import is_blank, quoted, right, wrong
from pmflash.model.card import Card
from pmflash.model.mode import Choice

_MOST_WITH_DRAWN = 4
"""So many options at most where some are drawn."""
_SCALES = (
    ("yes", "no"),
    ("true", "false"),
    ("right", "wrong"),
    ("below the band", "inside the band", "above the band"),
    ("responsible", "accountable", "consulted", "informed"),
)
"""Options with an order of their own, in which they are found at once."""


class ChoiceAnswer:
    """Offers the options in an order that is another one each day."""

    name: ClassVar[str] = "choice"

    def ask(self, card: Card, today: date) -> Ask:
        """Return the options; those that the prompt lists keep their letters."""
        mode = card.mode
        if not isinstance(mode, Choice):
            return AskNothing()
        if _is_listed(mode.options, card.prompt) or _is_scale(mode.options):
            return AskChoice(mode.options)
        options = (*mode.options, *_drawn(mode, card, today))
        return AskChoice(shuffled(options, card, today))

    def judge(self, card: Card, reply: Reply) -> Verdict:
        """Return whether the right option was picked."""
        mode = card.mode
        if not isinstance(mode, Choice) or is_blank(reply[:1]):
            return OPEN
        if reply[0] == mode.right:
            return right()
        return wrong(remark=f"you chose {quoted(reply[0])}")


def _drawn(mode: Choice, card: Card, today: date) -> tuple[str, ...]:
    """Return the distractors of the day: of a group that is too large, some."""
    drawn: tuple[str, ...] = ()
    for group in mode.distractors:
        room = max(0, _MOST_WITH_DRAWN - len(mode.options) - len(drawn))
        # Another order than that of the options: in that, those drawn would be first.
        drawn += shuffled(group, card, today, attempt=1)[:room]
    return drawn


def _is_listed(options: tuple[str, ...], prompt: str) -> bool:
    """Tell whether `prompt` lists them as `(a)`, `(b)` and so on."""
    lines = (f"\n({chr(at)}) {option}" for at, option in enumerate(options, ord("a")))
    return "".join(lines) in prompt


def _is_scale(options: tuple[str, ...]) -> bool:
    said = tuple(option.casefold() for option in options)
    return any(said in (scale, scale[::-1]) for scale in _SCALES)
