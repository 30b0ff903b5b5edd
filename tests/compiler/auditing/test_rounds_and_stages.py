from typing import Any

from compiler.auditing.ledgers import a_band, a_figure, found, worked_out
from fact_builders import a_fact
from pmflash.compiler.auditing.rounds_and_stages import RoundsAndStages
from pmflash.facts.base import Fact

RULE = RoundsAndStages()
FIVE = a_figure("rounds", "5", "rounds")


def a_process(stages: str, **fields: Any) -> Fact:
    named = {"id": "hiring", "measure": "process-length", **fields}
    return a_fact("timeline", of="hiring", stages=list(stages), **named)


def test_a_process_has_to_list_as_many_stages_as_rounds_are_stated() -> None:
    arithmetic = "stages listed: 6; rounds stated: 5 rounds"
    assert found(RULE, FIVE, a_process("abcdef")) == [("hiring", arithmetic)]
    assert worked_out(RULE, FIVE, a_process("abcdef")) == ["6"]


def test_a_band_of_rounds_allows_the_stages_that_it_holds() -> None:
    four_to_five = a_band("rounds", "4", "5", "rounds")
    assert found(RULE, four_to_five, a_process("abcde")) == []
    assert worked_out(RULE, four_to_five, a_process("abcdef")) == ["6"]


def test_as_many_stages_as_rounds_are_fine() -> None:
    assert found(RULE, FIVE, a_process("abcde")) == []


def test_every_timeline_of_the_process_is_counted() -> None:
    lengths = a_process("abcd", id="lengths", measure="round-length")
    assert [fact for fact, _ in found(RULE, lengths, FIVE, a_process("abcdef"))] == [
        "lengths",
        "hiring",
    ]


def test_a_timeline_of_something_else_is_not_counted() -> None:
    assert found(RULE, FIVE, a_process("abc", measure="learning-plan")) == []
    assert found(RULE, FIVE, a_process("abc", measure="")) == []


def test_rounds_of_another_owner_do_not_matter() -> None:
    assert found(RULE, FIVE, a_process("abc", owner="traditional PM")) == []


def test_without_a_number_of_rounds_nothing_is_counted() -> None:
    assert found(RULE, a_process("abc")) == []
