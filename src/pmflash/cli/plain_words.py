"""What `review --plain` says: the front and back of a card, ratings, help, the end."""

import re
from collections.abc import Container, Iterable
from datetime import date

from pmflash.answering.base import Reply, Verdict
from pmflash.collection import Collection
from pmflash.model.card import Card
from pmflash.model.rating import Button
from pmflash.model.staleness import staleness
from pmflash.model.text import one_line
from pmflash.study.offers import AHEAD, DRILL, MORE
from pmflash.study.outcomes import Outcome
from pmflash.study.session import Session, Turn
from pmflash.tui.heading import marks, occasion, whose
from pmflash.tui.verdicts import verdict_words
from pmflash.tui.wording import coming_words, interval_words

HELP = "?"
"""No card is answered so; it needs no colon anywhere."""
COMMANDS = {"u": "undo", "h": "hint", "s": "skip", "q": "quit", HELP: "help"}
"""The letters of all commands, which may be written out too."""

NOTE = re.compile(r":n(?:ote)?(?:\s+(?P<text>.*))?", re.I | re.S)
"""The command that takes a text, and so needs its colon everywhere."""


_OFFERS = {
    DRILL: "r drills again what you missed today; no due date changes.",
    MORE: "m asks ten more new cards.",
    AHEAD: "a studies a day ahead.",
}
"""What further sittings are, each sentence beginning with the letter for it."""

_HELP = {
    "undo": "takes back what you did last",
    "hint": "shows the hint, on a card that has one",
    "skip": "puts the card behind all others",
    "quit": "ends the review; so does the end of the input",
    "help": "says this",
}


def command(line: str, is_typed: bool) -> str | None:
    """Return the command that `line` names, if any; typed text needs the colon."""
    if is_typed and not line.startswith(":") and line != HELP:
        return None
    word = line.removeprefix(":").strip().casefold()
    return COMMANDS.get(word, word if word in _HELP else None)


def heading(collection: Collection, session: Session, turn: Turn, card: Card) -> str:
    """Return whose card it is, why it is asked, and how much is left."""
    return " · ".join(
        (
            *whose(collection, session.scope, card),
            occasion(collection, turn, session.today, ", "),
            *marks(collection, card, session.today),
            f"{session.counts.left} left",
        )
    )


def verdict_line(verdict: Verdict, reply: Reply, missed_words: str) -> str:
    """Return what a reply was worth; empty where only the learner can tell."""
    word, remark = verdict_words(verdict, reply, missed_words)
    told = ": ".join(part for part in (word, remark) if part)
    return f"{told}." if told and not remark else told


def back(card: Card, answer: str, told: str, today: date) -> tuple[str, ...]:
    """Return the back of `card`, with what is `told` of the reply to it."""
    stale = staleness(card.as_of, card.valid_until, today)
    remarks = (
        f"As of {card.as_of}" if card.as_of else "",
        f"Valid until {card.valid_until}" if card.valid_until else "",
        f"Source: {card.source}" if card.source else "",
    )
    lines = (
        f"Answer:{_after(answer)}",
        told,
        card.why if card.why not in card.answer else "",
        f"Warning: {card.caveat}" if card.caveat else "",
        f"Warning: {stale}" if stale else "",
        " · ".join(remark for remark in remarks if remark),
    )
    return tuple(line for line in lines if line)


def _after(answer: str) -> str:
    return f"\n{answer}" if "\n" in answer else f" {answer}"


def rating_line(outcomes: Iterable[Outcome], suggested: Button) -> str:
    """Return every key that rates with what it does, and which one Enter presses."""
    keys = [
        f"{outcome.button.keyed_label} ({interval_words(outcome)})"
        for outcome in outcomes
    ]
    name = suggested.label.lstrip("0123456789 ")
    return "  ".join((*keys, f"Enter = {name}"))


def help_lines(how: str, is_typed: bool) -> tuple[str, ...]:
    """Return all that may be said now."""
    mark = ":" if is_typed else ""
    colon = (
        "need the colon: a reply may be any text" if is_typed else "may have a colon"
    )
    commands = (
        f"{mark}{letter} or {mark}{name}: {_HELP[name]}"
        for letter, name in COMMANDS.items()
    )
    note = ":n TEXT or :note TEXT: keeps what is wrong with the card; no TEXT, nothing"
    return (how, f"Commands {colon}.", *commands, note)


def end_lines(collection: Collection, session: Session) -> tuple[str, ...]:
    """Return that the day is done, and what comes next."""
    if session.scope.is_found_empty:
        return (f"No card matches {one_line(session.scope.search)}.",)
    coming = coming_words(collection.next_due(session.scope), session.today)
    if session.wish.is_cram:
        over = "The cram is over; no due date has changed."
    else:
        over = "Nothing is left for today."
    return (over, f"Next due: {coming or 'nothing yet'}.")


def how_to_go_on(further: Container[str], can_undo: bool) -> str:
    """Return what may be said when nothing is left: to leave, or to go on."""
    undo = ("u takes back what you did last.",) if can_undo else ()
    told = (told for name, told in _OFFERS.items() if name in further)
    return " ".join(("Enter leaves.", *undo, *told))


def offer_called(line: str) -> str:
    """Return which further sitting `line` asks for; empty for none."""
    letter = line.removeprefix(":").strip().casefold()
    return next((name for name, told in _OFFERS.items() if told[0] == letter), "")


def last_words(collection: Collection, session: Session, has_failed: bool) -> str:
    """Return what the sitting came to, in one line."""
    given = max(0, collection.saved_count)
    left = collection.anew(session).counts.left
    but = ", but for the last answer" if has_failed else ""
    return f"{given} reviewed, {left} left, saved{but}"
