"""Everything about one card but its answer: where it is from, what was done to it."""

from collections.abc import Iterator, Sequence
from datetime import date

from textual.content import Content

from pmflash.model.card import Card
from pmflash.model.event import Event, EventKind
from pmflash.model.text import one_line
from pmflash.study.history import Standing
from pmflash.tui.card_words import standing_words
from pmflash.tui.screens.page import PageScreen
from pmflash.tui.wording import long_day, span

_DONE = {
    EventKind.SUSPEND: "suspended",
    EventKind.RESUME: "resumed",
    EventKind.BURY: "buried for the day",
    EventKind.FLAG: "flagged, or the flag taken off",
    EventKind.RESET: "made new again",
    EventKind.NOTE: "noted, or the note taken off",
}


def card_page(
    card: Card, standing: Standing, events: Sequence[Event], today: date
) -> PageScreen:
    """Return the page about `card`; the answer is not on it, in any form."""
    lines = [Content.styled(card.prompt, "bold"), Content()]
    lines += [
        Content.assemble((f"  {name:<8}", "dim"), one_line(text))
        for name, text in _facts(card, standing, today)
        if text
    ]
    lines += [Content(), Content.styled("History, the last first", "bold")]
    told = [Content(f"  {_event_words(event)}") for event in reversed(events)]
    return PageScreen("About this card", [*lines, *(told or [Content("  none yet")])])


def _facts(card: Card, standing: Standing, today: date) -> Iterator[tuple[str, str]]:
    yield "stands", standing_words(standing, today)
    yield "source", card.source
    yield "as of", card.as_of
    yield "tags", ", ".join(card.tags)
    yield "decks", ", ".join(card.decks)
    yield "kind", f"{card.kind}, {card.view}"
    yield "card", card.id
    yield "fact", card.fact


def _event_words(event: Event) -> str:
    day = f"{long_day(event.day):<15}"
    if event.rating is None:
        return f"{day}  {_DONE.get(event.kind, str(event.kind))}"
    rating = str(event.rating).capitalize()
    in_drill = " in the drill" if event.kind is EventKind.DRILL else ""
    return f"{day}  {rating}{in_drill}, {span(event.milliseconds)}"
