import json
from itertools import chain
from typing import Any

import pytest
from pydantic import ValidationError

from builders import FLEXPORT
from fact_builders import (
    EXAMPLES,
    EXAMPLES_OF_CLASSES,
    PEERS,
    Fields,
    a_fact,
    cards_of,
)
from pmflash.facts.base import ID_PATTERN, names
from pmflash.facts.registry import FACT_KINDS, KIND_BY_NAME
from pmflash.model.card_record import card_from_record, card_record
from pmflash.model.mode import Choice

ALL = [*EXAMPLES.items(), ("matrix", EXAMPLES_OF_CLASSES)]

REWORDED: dict[str, Fields] = {
    "basic": {"q": "Whose task is drift?", "a": "That of the PM"},
    "cloze": {"text": "From {{2:12 %}} of baseline on, {{decay}} is acted on."},
    "term": {"term": "model drift", "meaning": "Slow loss of accuracy."},
    "framework": {
        "name": "The Four P",
        "parts": [
            {"key": "problem", "name": "The pain", "meaning": "Hurts", "limit": "60 s"},
            {"key": "data", "name": "The data", "meaning": "Teaches"},
        ],
    },
    "matrix": {
        "name": "Effort-Impact",
        "items": [{"key": "chat-bot", "item": "Chatbot", "place": ["low", "low"]}],
    },
    "raci": {
        "name": "drift day",
        "activities": [
            {
                "key": "raise-alarm",
                "name": "Shout",
                "assign": {"PM": "RA", "Engineer": "I"},
            }
        ],
    },
    "timeline": {"of": "interviews", "total": "28", "start": "On any day"},
    "band": {"of": "fixed pay", "low": "150000", "basis": "senior"},
    "figure": {"of": "yearly bonus", "value": "12", "comparator": "about"},
    "allocation": {
        "of": "the days",
        "parts": [
            {"key": "scoping", "name": "Problems", "share": "40"},
            {"key": "building", "name": "Making", "share": "60"},
        ],
    },
    "list": {
        "of": "signals",
        "items": ["Alignment", {"key": "appetite", "text": "Daring", "cue": "Dares"}],
    },
    "contrast": {"weak": "I did ML.", "strong": "I saved $1 M.", "why": "Money."},
    "script": {"prompt": "When did you fail?", "beats": ["The loss", "The gain"]},
    "decision": {"situation": "What first?", "because": "It pays."},
    "story": {"situation": "No costs.", "outcome": "A no.", "lesson": "Count."},
    "formula": {"ask": "What does a lift of {lift} pay?", "expression": "lift * 9"},
    "comparison": {"of": "fixed pay", "highest": "pays most"},
}

ONE_MORE: dict[str, tuple[str, Any]] = {
    "framework": ("parts", {"name": "Product", "meaning": "What gets built"}),
    "matrix": ("items", {"item": "Search", "place": ["high", "low"]}),
    "raci": ("activities", {"name": "Retrain", "assign": {"PM": "R", "Director": "A"}}),
    "timeline": ("stages", {"name": "Panel", "length": "60", "unit": "minutes"}),
    "allocation": ("parts", {"name": "Rest", "share": "5"}),
    "list": ("items", {"text": "Influence", "cue": "Moves people"}),
}

every_fact = pytest.mark.parametrize(
    ("kind", "fields"), ALL, ids=[*EXAMPLES, "matrix-of-classes"]
)
every_kind = pytest.mark.parametrize("kind", KIND_BY_NAME)


def test_no_two_kinds_share_a_name() -> None:
    assert len(KIND_BY_NAME) == len(FACT_KINDS)


def test_every_kind_is_covered_by_these_promises() -> None:
    assert EXAMPLES.keys() == REWORDED.keys() == KIND_BY_NAME.keys()


@every_fact
def test_a_good_fact_has_no_problems(kind: str, fields: Fields) -> None:
    assert list(a_fact(kind, **fields).problems()) == []


@every_kind
def test_a_kind_makes_cards_of_every_view_that_it_declares(kind: str) -> None:
    made = [
        card.view for k, f in ALL if k == kind for card in cards_of(k, **f).values()
    ]
    assert set(made) == set(KIND_BY_NAME[kind].view_names)


@every_fact
def test_views_appear_in_their_declared_order(kind: str, fields: Fields) -> None:
    positions = [
        KIND_BY_NAME[kind].view_names.index(card.view)
        for card in cards_of(kind, **fields).values()
    ]
    assert positions == sorted(positions)


@every_fact
def test_card_ids_are_unique_paths_below_the_fact(kind: str, fields: Fields) -> None:
    ids = [card.id for card in a_fact(kind, **fields).cards(FLEXPORT, peers=PEERS)]
    assert len(set(ids)) == len(ids)
    assert all(card_id.startswith("flexport/x/") for card_id in ids)
    steps = chain.from_iterable(card_id.split("/") for card_id in ids)
    assert all(ID_PATTERN.fullmatch(step.replace("--", "-")) for step in steps)


@every_fact
def test_every_prompt_names_its_context(kind: str, fields: Fields) -> None:
    cards = cards_of(kind, **fields).values()
    assert all(names(card.prompt, FLEXPORT.context) for card in cards)


@every_fact
def test_no_two_cards_of_a_fact_ask_the_same(kind: str, fields: Fields) -> None:
    prompts = [card.prompt for card in cards_of(kind, **fields).values()]
    assert len(set(prompts)) == len(prompts)


@every_fact
def test_every_card_has_a_tidy_answer(kind: str, fields: Fields) -> None:
    for card in cards_of(kind, **fields).values():
        assert card.answer
        assert all(line and line == line.strip() for line in card.answer.split("\n"))


@every_fact
def test_no_prompt_gives_its_answer_away(kind: str, fields: Fields) -> None:
    cards = cards_of(kind, **fields).values()
    told = [c for c in cards if c.answer.casefold() in c.prompt.casefold()]
    # Some choices are spelt out in the prompt, all options alike.
    assert {card.view for card in told} <= {"better", "cell"}


@every_fact
def test_a_choice_offers_the_right_option_once(kind: str, fields: Fields) -> None:
    modes = [card.mode for card in cards_of(kind, **fields).values()]
    choices = [mode for mode in modes if isinstance(mode, Choice)]
    assert all(mode.options.count(mode.right) == 1 for mode in choices)
    assert all(len(set(mode.options)) == len(mode.options) > 1 for mode in choices)


@every_kind
def test_rewording_a_fact_keeps_its_card_ids(kind: str) -> None:
    before = cards_of(kind, **EXAMPLES[kind])
    after = cards_of(kind, **EXAMPLES[kind] | REWORDED[kind])
    assert before.keys() == after.keys()
    assert any(before[name].prompt != after[name].prompt for name in before)


@pytest.mark.parametrize("kind", ONE_MORE)
def test_adding_a_part_keeps_every_earlier_card(kind: str) -> None:
    field, part = ONE_MORE[kind]
    before = cards_of(kind, **EXAMPLES[kind])
    longer = EXAMPLES[kind] | {field: [*EXAMPLES[kind][field], part]}
    after = cards_of(kind, **longer)
    assert before.keys() < after.keys()
    of_parts = [name for name in before if "/" in name]
    assert all(after[name].prompt == before[name].prompt for name in of_parts)
    assert all(after[name].answer == before[name].answer for name in of_parts)


@every_kind
def test_views_choose_among_the_cards_of_a_kind(kind: str) -> None:
    last = KIND_BY_NAME[kind].view_names[-1]
    chosen = cards_of(kind, **EXAMPLES[kind], views=[last]).values()
    assert {card.view for card in chosen} == {last}


@every_kind
def test_a_field_that_a_kind_does_not_have_is_refused(kind: str) -> None:
    with pytest.raises(ValidationError, match="extra_forbidden"):
        a_fact(kind, **EXAMPLES[kind], colour="red")


@every_fact
def test_cards_survive_a_trip_through_json(kind: str, fields: Fields) -> None:
    for card in a_fact(kind, **fields).cards(FLEXPORT, peers=PEERS):
        assert card_from_record(json.loads(json.dumps(card_record(card)))) == card
