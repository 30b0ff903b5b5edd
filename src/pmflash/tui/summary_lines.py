"""The lines of a summary: the figures of a sitting, what to watch, what comes next."""

from collections.abc import Iterator

from textual.content import Content

from pmflash.collection import Collection
from pmflash.model.rating import Rating
from pmflash.model.text import counted, one_line
from pmflash.study.session import Session
from pmflash.study.summary import Summary, summarise
from pmflash.tui.wording import coming_words, day_name, nothing_due, span

_LONGEST_BAR = 30
_BAR_STARTS_AT = 18
_MOST_WATCHED = 4
_LONGEST_PROMPT = 46
_MARGINS = 3
"""Of the screen, left and right, and of a list's line."""


def summary_lines(
    collection: Collection,
    session: Session,
    width: int,
    ahead_key: str = "",
    more_key: str = "",
) -> list[Content]:
    """Return what `session` came to, on a screen of `width` columns.

    `ahead_key` studies ahead and `more_key` asks more new cards; each is empty where
    there is nothing that it would ask.
    """
    first_met = {card.id for card in session.plan if card.is_new}
    figures = summarise(session.answers, first_met)
    coming = collection.next_due(session.scope)
    lines: list[Content] = []
    if figures.answers:
        lines += _figures(collection, session, figures, width)
        lines += _watched(collection, session, figures, width)
    elif not (session.turn or session.wish.is_cram or session.scope.is_found_empty):
        next_on, count = coming[0] if coming else (None, 0)
        told = nothing_due(next_on, count, session.today, ahead_key)
        lines += [Content(told), Content()] if coming else []
    if more_key:
        told = f"New cards wait beyond today's limit; {more_key}: ten of them"
        lines += [Content(told), Content()]
    named = coming_words(coming, session.today)
    if named or not more_key:
        lines.append(Content(f"Next due  {named or 'nothing yet'}"))
    if figures.answers:
        kept = "; no due date has changed" if session.wish.is_cram else ""
        lines.append(Content(f"Saved     {counted(figures.answers, 'answer')}{kept}"))
    return lines


def _figures(
    collection: Collection, session: Session, figures: Summary, width: int
) -> Iterator[Content]:
    pace = figures.milliseconds / figures.answers / 1000
    yield Content(
        f"{counted(figures.cards, 'card')} · {counted(figures.answers, 'answer')}"
        f" · {span(figures.milliseconds)} · {pace:.1f} s an answer"
    )
    yield Content()
    most = max(figures.by_rating.values())
    longest = min(_LONGEST_BAR, width - _BAR_STARTS_AT)
    for rating in Rating:
        count = figures.by_rating[rating]
        bar = "█" * round(longest * count / most)
        name = f"  {str(rating).capitalize():<6}{count:>4}  "
        yield Content.assemble(name, (bar, "$accent"))
    yield Content()
    if figures.reviews:
        share = round(100 * figures.recalled / figures.reviews)
        recalled = f"{figures.recalled} of {figures.reviews}"
        yield Content(f"Recalled  {share} % ({recalled})")
    if session.learnt and not session.wish.is_cram:
        yield Content(f"Learnt    {counted(session.learnt, 'new card')}")
    streak = collection.streak()
    grew = f"{streak - 1} -> " if collection.began_today(session) else ""
    yield Content(f"Streak    {grew}{counted(streak, 'day')}")
    yield Content()


def _watched(
    collection: Collection, session: Session, figures: Summary, width: int
) -> list[Content]:
    """Return the cards that were missed, and other leeches that were met."""
    missed = dict(figures.missed)
    leeches = [
        card
        for card in {answer.card for answer in session.answers}
        if card not in missed and _lapses(collection, card)
    ]
    rows = [
        _watched_row(collection, session, card, missed.get(card, 0), width)
        for card in [*missed, *sorted(leeches)][:_MOST_WATCHED]
    ]
    return [Content.styled("To watch", "bold"), *rows, Content()] if rows else []


def _watched_row(
    collection: Collection, session: Session, card_id: str, missed: int, width: int
) -> Content:
    lapses, due_on = _lapses(collection, card_id), collection.due_on(card_id)
    leech = f"leech, {counted(lapses, 'lapse')}" if lapses else ""
    day = day_name(due_on, session.today) if due_on else ""
    label = f"{missed}x again  " if missed else ""
    tail = "".join(f"  {part}" for part in (leech, day) if part)
    room = width - _MARGINS - 2 - len(label) - len(tail)
    prompt = Content(one_line(collection.card(card_id, answers_ago=1).prompt))
    prompt = prompt.truncate(min(_LONGEST_PROMPT, room), ellipsis=True)
    return Content(f"  {label}") + prompt + Content.styled(tail, "dim")


def _lapses(collection: Collection, card: str) -> int:
    """Return how often a leech was forgotten; 0 for any other card."""
    state = collection.standing(card).state
    return state.lapses if state is not None and state.is_leech else 0
