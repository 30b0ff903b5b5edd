"""Both sides of a card with all that there is to know of it, for previews."""

from datetime import date

from textual.content import Content

from pmflash.model.card import Card
from pmflash.model.text import one_line
from pmflash.study.standing import Standing
from pmflash.tui.card_words import standing_words
from pmflash.tui.widgets.card_panel import back_of


def about(card: Card | None, standing: Standing, today: date) -> Content:
    """Return prompt and back of `card`, where it stands, and what it goes by."""
    if card is None:
        return Content("This card is not there any more.")
    note = Content.assemble(("You noted: ", "bold $warning"), one_line(standing.note))
    filed = " · ".join(one_line(part) for part in (card.id, *card.tags))
    return Content("\n").join(
        [
            Content.styled(card.prompt, "bold"),
            *([note] if standing.note else []),
            back_of(card, today),
            Content(standing_words(standing, today, card.rev)),
            Content.styled(filed, "dim"),
        ]
    )
