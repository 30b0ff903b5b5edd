"""`compile`: the cards that the facts become, for people and programs."""

import json
import os
from argparse import ArgumentParser, Namespace
from dataclasses import asdict

from pmflash.cli import report
from pmflash.cli.arguments import add_choice
from pmflash.cli.diagnostics import as_text, has_errors
from pmflash.clock import find_clock
from pmflash.collection import Collection
from pmflash.model.card import Card
from pmflash.model.card_record import card_record
from pmflash.model.failure import ExitCode
from pmflash.model.text import counted
from pmflash.storage.locations import Locations

SUMMARY = "Turn facts into cards and list them."
EXAMPLE = "pmflash compile flexport --json"
JSON_VERSION = 1


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("deck", nargs="*", help="decks to list; all when none is named")
    add_choice(parser)
    parser.add_argument("--json", action="store_true", help="every field of every card")


def run(arguments: Namespace, locations: Locations) -> ExitCode:
    """Print the cards."""
    collection = Collection(locations, find_clock(os.environ))
    scope = collection.scope(
        arguments.deck, arguments.tag, arguments.search, in_all=True
    )
    cards = collection.cards(scope)
    if arguments.json:
        report.data(_json(collection, cards))
    else:
        report.talk_each(as_text(collection.diagnostics))
        for card in cards:
            report.data(_entry(card))
        report.talk(f"{counted(len(cards), 'card')}.")
    return ExitCode.CONTENT if has_errors(collection.diagnostics) else ExitCode.FINE


def _entry(card: Card) -> str:
    lines = [f"{card.id}  ({card.mode.name})"]
    lines += [f"  Q  {line}" for line in card.prompt.splitlines()]
    lines += [f"  A  {line}" for line in card.answer.splitlines()]
    if card.caveat:
        lines.append(f"  !  {card.caveat}")
    return "\n".join(lines)


def _json(collection: Collection, cards: tuple[Card, ...]) -> str:
    document = {
        "version": JSON_VERSION,
        "cards": [card_record(card) for card in cards],
        "problems": [asdict(diagnostic) for diagnostic in collection.diagnostics],
    }
    return json.dumps(document, indent=1)
