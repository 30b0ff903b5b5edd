"""Facts as authors write them, and short ways to ask what becomes of them."""

from decimal import Decimal
from typing import Any

from builders import FLEXPORT
from pmflash.facts.base import Fact, slug
from pmflash.facts.registry import KIND_BY_NAME
from pmflash.model.card import Card
from pmflash.model.diagnostic import Where
from pmflash.model.measured import Measured, Peers, Statement

Fields = dict[str, Any]


def a_fact(kind: str, **fields: Any) -> Fact:
    """A fact `x` of `kind`, its fields given as they come out of YAML."""
    return KIND_BY_NAME[kind].model_validate({"id": "x", "kind": kind, **fields})


def stated(owner: str, text: str, *ends: str, **more: str) -> Measured:
    """What the seed of `owner` states of a base salary; `ends` in `unit`."""
    low, high = (Decimal(ends[0]), Decimal(ends[-1])) if ends else (None, None)
    unit, seed = more.get("unit", "$"), more.get("seed") or slug(owner)
    statement = Statement(text, low, high, unit, more.get("comparator", ""))
    fact = f"{seed}/base-salary"
    return Measured("base-salary", owner, fact, statement, more.get("caveat", ""))


PEERS: Peers = {
    "base-salary": (
        stated("Flexport", "$155,000 to $180,000", "155000", "180000"),
        stated("Descartes", "$173,000 to $189,000", "173000", "189000"),
        stated("JD.com", "$160,000", "160000"),
    )
}
"""What other files state, for the kinds that are made from it."""


def cards_of(kind: str, **fields: Any) -> dict[str, Card]:
    """The fact's cards by `view[/key]`."""
    cards = a_fact(kind, **fields).cards(FLEXPORT, peers=PEERS)
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
    "allocation": {
        "of": "a week",
        "basis": "example",
        "parts": [
            {"name": "Scoping", "share": "30", "why": "It comes first"},
            {"name": "Building", "share": "70"},
        ],
    },
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
    "script": {
        "prompt": "Tell me about a model that failed.",
        "beats": ["The failure", "What it taught"],
        "model_answer": "Ours went stale. I set an alarm.",
        "seconds": "90",
    },
    "decision": {
        "situation": "One quarter is left for one of two models.",
        "options": ["Route planning", "A chat bot"],
        "choice": "Route planning",
        "because": "Its data is there.",
    },
    "story": {
        "situation": "A candidate skipped the costs.",
        "outcome": "The panel said no.",
        "lesson": "Price what you promise.",
    },
    "comparison": {
        "measure": "base-salary",
        "of": "base salary",
        "across": ["descartes", "flexport", "jd-com"],
    },
    "formula": {
        "of": "accelerator payout",
        "ask": "Accuracy rises by {lift}. What does the accelerator pay?",
        "inputs": {"lift": {"low": "1", "high": "6", "step": "1", "unit": "%"}},
        "expression": "lift * 5000",
        "unit": "$",
        "rule": "$5,000 for each point",
    },
}
"""One fact of each kind that makes a card of every view the kind has."""

EXAMPLES_OF_CLASSES: Fields = {
    "name": "the Sieve",
    "classes": [{"name": "signal", "meaning": "What tells something"}, "noise"],
    "items": [{"item": "Buzzwords", "place": "noise"}],
}
"""A matrix of the other shape, for the one view that axes do not have."""
