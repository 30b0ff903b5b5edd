"""How lists write where a card stands: one word of state, a day, an ease, a line."""

from dataclasses import dataclass
from datetime import date

from pmflash.model.card import Card
from pmflash.model.text import counted, one_line
from pmflash.scheduling.sm2 import ease_percent
from pmflash.study.standing import Standing
from pmflash.tui.wording import day_name, days, mark_words


@dataclass(frozen=True, slots=True)
class CardWords:
    """One line of a list of cards."""

    state: str
    due: str
    ease: str
    prompt: str
    is_flagged: bool = False
    is_out: bool = False
    """Whether it is not asked, so that it stands back."""


def card_words(card: Card | None, standing: Standing, today: date) -> CardWords:
    """Return what a list says of a card, which may have gone meanwhile."""
    if card is None:
        return CardWords("gone", "", "", "", is_out=True)
    due_on = standing.due_on(today, card.rev)
    return CardWords(
        state=state_word(standing, today, card.rev),
        due=day_name(due_on, today) if due_on else "",
        ease=_ease(standing),
        prompt=one_line(card.prompt),
        is_flagged=standing.is_flagged,
        is_out=standing.is_set_aside(today),
    )


def state_word(standing: Standing, today: date, rev: int) -> str:
    """Return the one word that matters most of where a card stands."""
    if standing.is_suspended:
        return "suspended"
    if standing.buried_on == today:
        return "buried"
    if standing.state is None:
        return "new"
    if standing.is_due(today, rev):
        return "due"
    return "leech" if standing.state.is_leech else ""


def standing_words(standing: Standing, today: date, rev: int) -> str:
    """Return all that there is to say of where a card stands, on one line.

    `rev` is that of the card's fact.
    """
    state, due_on = standing.state, standing.due_on(today, rev)
    told = mark_words(standing)
    if standing.is_set_aside(today):
        told.append(state_word(standing, today, rev))
    if state is None or due_on is None:
        return " · ".join([*told, "never reviewed"])
    told += ["revised"] if standing.is_revised(rev) else []
    told += [
        f"due {day_name(due_on, today)}",
        f"interval {days(state.interval_days)}",
        f"ease {_ease(standing)}",
        counted(state.review_count, "review"),
        f"last {day_name(state.last_on, today)}",
    ]
    if state.lapses:
        told.append(counted(state.lapses, "lapse"))
    return " · ".join([*told, *(["leech"] if state.is_leech else [])])


def _ease(standing: Standing) -> str:
    percent = ease_percent(standing.state)
    return "" if percent is None else f"{percent / 100:.2f}"
