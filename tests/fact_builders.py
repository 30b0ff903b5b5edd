"""Facts as authors write them, and short ways to ask what becomes of them."""

from typing import Any

from builders import FLEXPORT
from pmflash.facts.base import Fact
from pmflash.facts.registry import KIND_BY_NAME
from pmflash.model.card import Card
from pmflash.model.diagnostic import Where

Fields = dict[str, Any]


def a_fact(kind: str, **fields: Any) -> Fact:
    """A fact `x` of `kind`, its fields given as they come out of YAML."""
    return KIND_BY_NAME[kind].model_validate({"id": "x", "kind": kind, **fields})


def cards_of(kind: str, **fields: Any) -> dict[str, Card]:
    """The fact's cards by `view[/key]`."""
    cards = a_fact(kind, **fields).cards(FLEXPORT)
    return {card.id.removeprefix("flexport/x/"): card for card in cards}


def problems_of(kind: str, **fields: Any) -> list[tuple[str, Where]]:
    """Slug and place of everything wrong with the fact."""
    problems = a_fact(kind, **fields).problems()
    return [(problem.slug, problem.where) for problem in problems]


_HIGH_LOW = ["high", "low"]

EXAMPLES: dict[str, Fields] = {
    "basic": {"q": "Who owns drift?", "a": "The product manager"},
    "cloze": {"text": "Act on {{drift}} above {{2:12 %::share}} of the baseline."},
    "term": {"term": "drift", "meaning": "Accuracy that is lost over time."},
    "framework": {
        "name": "Four-P",
        "purpose": "It gives an answer its shape.",
        "used_by": "Candidates in the case round",
        "ordered": "true",
        "parts": [
            {"name": "Problem", "meaning": "Whose pain it is", "limit": "a minute"},
            {"name": "Data", "meaning": "What there is to learn from"},
        ],
    },
    "matrix": {
        "name": "Impact-Effort",
        "purpose": "It ranks what could be built.",
        "rows": {"name": "impact", "values": _HIGH_LOW},
        "columns": {"name": "effort", "values": _HIGH_LOW},
        "cells": [
            {"row": "high", "column": "high", "meaning": "Plan it"},
            {"row": "high", "column": "low", "meaning": "Do it now"},
            {"row": "low", "column": "high", "meaning": "Leave it"},
            {"row": "low", "column": "low", "meaning": "Fill the gaps"},
        ],
        "items": [{"item": "Chat bot", "place": ["low", "high"], "reason": "A toy"}],
    },
    "raci": {
        "name": "the drift triage",
        "purpose": "It settles who acts.",
        "roles": ["PM", "Engineer", "Director"],
        "activities": [
            {"name": "Raise alarm", "assign": {"PM": "A", "Engineer": "R"}},
        ],
    },
    "timeline": {
        "of": "hiring process",
        "stages": [
            {"name": "Screen", "length": "45", "unit": "minutes", "tests": "Fit"},
            {"name": "Case", "length": "90", "unit": "minutes"},
        ],
        "total": "27",
        "unit": "days",
        "basis": "fixed",
        "start": "On a Monday",
        "flexible": "It does not stretch.",
    },
    "band": {"of": "base salary", "low": "155000", "high": "180000", "unit": "$"},
    "figure": {"of": "bonus", "value": "15", "unit": "%", "comparator": "up to"},
    "list": {
        "of": "judgment signals",
        "items": ["Alignment", {"text": "Appetite", "cue": "Ships early"}],
    },
    "contrast": {
        "of": "describing a project",
        "weak": "I trained a model.",
        "strong": "I cut churn by a tenth.",
        "why": "The outcome counts.",
    },
}
"""One fact of each kind that makes a card of every view the kind has."""

EXAMPLES_OF_CLASSES: Fields = {
    "name": "the Sieve",
    "classes": [{"name": "signal", "meaning": "What tells something"}, "noise"],
    "items": [{"item": "Buzzwords", "place": "noise"}],
}
"""A matrix of the other shape, for the one view that axes do not have."""
