"""Everything about one card but its answer: where it is from, and why it comes when."""

from collections.abc import Iterator, Sequence
from datetime import date

from pmflash.model.card import Card
from pmflash.model.event import EventKind
from pmflash.model.text import one_line
from pmflash.study.standing import Standing
from pmflash.study.steps import Step
from pmflash.tui.card_words import standing_words
from pmflash.tui.screens.page import PageScreen, Told
from pmflash.tui.wording import days, long_day, span

_DONE = {
    EventKind.SUSPEND: "suspended",
    EventKind.RESUME: "resumed",
    EventKind.BURY: "buried for the day",
    EventKind.FLAG: "the flag taken off",
    EventKind.RESET: "made new again",
    EventKind.NOTE: "the note taken away",
}
_ANSWERED_IN = {EventKind.DRILL: " in the drill", EventKind.CRAM: " in a cram"}


def card_page(
    card: Card, standing: Standing, steps: Sequence[Step], today: date
) -> PageScreen:
    """Return the page about `card`; the answer is not on it, in any form."""
    told = [Told(card.prompt, style="bold"), Told()]
    told += [
        Told(one_line(text), f"  {name:<9}", "dim")
        for name, text in _facts(card, standing, steps, today)
        if text
    ]
    told += [Told(), Told("History, the last first", style="bold")]
    history = [Told(_step_words(step), "  ") for step in reversed(steps)]
    return PageScreen(
        "About this card", [*told, *(history or [Told("none yet", "  ")])]
    )


def _facts(
    card: Card, standing: Standing, steps: Sequence[Step], today: date
) -> Iterator[tuple[str, str]]:
    yield "stands", standing_words(standing, today, card.rev)
    yield "why then", _why(steps)
    yield "noted", standing.note
    yield "source", card.source
    yield "as of", card.as_of
    yield "tags", ", ".join(card.tags)
    yield "decks", ", ".join(card.decks)
    yield "kind", f"{card.kind}, {card.view}"
    yield "card", card.id
    yield "fact", card.fact


def _why(steps: Sequence[Step]) -> str:
    """Return how the due date came about: it was counted from the last review."""
    reviews = [step for step in steps if step.state is not None]
    if not reviews or steps[-1].event.kind is EventKind.RESET:
        return ""
    return f"{long_day(reviews[-1].event.day)} + {_interval(reviews[-1])}"


def _step_words(step: Step) -> str:
    interval = _interval(step)
    return _event_words(step) + (f" → {interval}" if interval else "")


def _interval(step: Step) -> str:
    if step.state is None:
        return ""
    return f"{days(step.state.interval_days)} ({step.reason})"


def _event_words(step: Step) -> str:
    event = step.event
    day = f"{long_day(event.day):<15}"
    if event.kind is EventKind.FLAG and step.is_flagged:
        return f"{day}  flagged"
    if event.note:
        return f"{day}  noted: {one_line(event.note)}"
    if event.rating is None:
        return f"{day}  {_DONE.get(event.kind, str(event.kind))}"
    rating = str(event.rating).capitalize()
    where = _ANSWERED_IN.get(event.kind, "")
    spoken = f", spoken in {event.spoken_seconds} s" if event.spoken_seconds else ""
    return f"{day}  {rating}{where}, {span(event.milliseconds)}{spoken}"
