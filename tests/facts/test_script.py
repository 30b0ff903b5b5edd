from typing import Any

import pytest
from pydantic import ValidationError

from fact_builders import EXAMPLES, a_fact, cards_of, problems_of
from pmflash.model.card import Card
from pmflash.model.mode import Rehearse

FAILURE = EXAMPLES["script"]


def card(**changes: Any) -> Card:
    (only,) = cards_of("script", **FAILURE | changes).values()
    return only


def problems(**changes: Any) -> list[tuple[str, Any]]:
    return problems_of("script", **FAILURE | changes)


def test_a_script_is_said_aloud_against_the_clock() -> None:
    assert card().prompt == (
        "Flexport: Tell me about a model that failed."
        "\nSay it aloud in at most 90 seconds."
    )
    assert card().mode == Rehearse(("The failure", "What it taught"), 90)


@pytest.mark.parametrize("seconds", [{"seconds": "0"}, {}])
def test_without_a_stated_time_there_is_no_limit(seconds: dict[str, str]) -> None:
    untimed = {name: FAILURE[name] for name in ("prompt", "beats")} | seconds
    made = cards_of("script", **untimed)["rehearse"]
    assert made.prompt.endswith("\nSay it aloud.")
    assert made.mode == Rehearse(("The failure", "What it taught"), 0)


def test_the_beats_come_before_the_model_answer() -> None:
    assert card().answer == (
        "- The failure\n- What it taught\n“Ours went stale. I set an alarm.”"
    )


def test_a_model_answer_of_several_lines_becomes_one_paragraph() -> None:
    made = card(model_answer="Ours went stale.\n\nI set an alarm.")
    assert made.answer.endswith("\n“Ours went stale. I set an alarm.”")


def test_the_beats_alone_are_answer_enough() -> None:
    assert card(model_answer="").answer == "- The failure\n- What it taught"


def test_a_beat_may_have_a_key() -> None:
    beats = [{"text": "The failure", "key": "fall"}, "What it taught"]
    assert card(beats=beats) == card()


def test_beats_need_no_letter_for_a_key() -> None:
    assert problems(beats=["?", "!"]) == []


def test_a_beat_that_stands_twice_is_reported() -> None:
    found = problems(beats=["Cost", "Gain", "cost"])
    assert found == [("repeated-text", ("beats", 2))]


def test_one_beat_is_too_few() -> None:
    assert problems(beats=["Cost"]) == [("too-few-parts", ("beats",))]


@pytest.mark.parametrize(("count", "slugs"), [(7, []), (8, ["too-many-parts"])])
def test_more_than_seven_beats_are_too_many(count: int, slugs: list[str]) -> None:
    found = problems(beats=[f"Beat {number}" for number in range(count)])
    assert [slug for slug, _ in found] == slugs


@pytest.mark.parametrize("seconds", ["-1", "3601", "1.5", "a minute"])
def test_a_time_is_whole_seconds_up_to_an_hour(seconds: str) -> None:
    with pytest.raises(ValidationError, match="seconds"):
        a_fact("script", **FAILURE | {"seconds": seconds})


def test_a_script_states_nothing_to_compare() -> None:
    assert a_fact("script", **FAILURE).statement() is None


@pytest.mark.parametrize(
    ("seconds", "said"),
    [("60", "1 minute"), ("600", "10 minutes"), ("61", "61 seconds")],
)
def test_whole_minutes_are_said_as_minutes(seconds: str, said: str) -> None:
    card = cards_of("script", **FAILURE | {"seconds": seconds})["rehearse"]
    assert f"Say it aloud in at most {said}." in card.prompt
