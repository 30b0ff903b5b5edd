from typing import Any

import pytest

from fact_builders import EXAMPLES, a_fact, cards_of, problems_of
from pmflash.model.card import Card
from pmflash.model.disagreement import Disagreement
from pmflash.model.mode import REVEAL, Choice, Number, Order, Range, Typed

PROCESS = EXAMPLES["timeline"]
THREE = [*PROCESS["stages"], {"name": "Panel", "length": "60", "unit": "minutes"}]


def cards(**changes: Any) -> dict[str, Card]:
    return cards_of("timeline", **PROCESS | {"stages": THREE} | changes)


def problems(**changes: Any) -> list[tuple[str, Any]]:
    return problems_of("timeline", **PROCESS | changes)


def disagreements(*lengths: str | None, **changes: Any) -> list[Disagreement]:
    stages = [{"name": f"S{at}", "length": days} for at, days in enumerate(lengths)]
    fields = {"of": "hiring", "unit": "days", "total": "28", "stages": stages}
    return [*a_fact("timeline", **fields | changes).disagreements()]


def test_the_stages_are_put_in_order() -> None:
    card = cards()["order"]
    asked = "Flexport: Name the 3 stages of the hiring process, in order."
    assert card.prompt == asked
    assert (
        card.answer
        == "1. Screen – 45 minutes\n2. Case – 90 minutes\n3. Panel – 60 minutes"
    )
    assert card.mode == Order(("Screen", "Case", "Panel"))


def test_what_follows_is_asked_of_each_stage_but_the_last() -> None:
    card = cards()["next/screen"]
    assert card.prompt == "Flexport: In the hiring process, what follows “Screen”?"
    assert (card.answer, card.mode) == ("Case", Choice("Case", ("Case", "Panel")))
    assert "next/panel" not in cards()


def test_a_length_is_asked_in_the_unit_of_its_stage() -> None:
    card = cards()["length/screen"]
    assert card.prompt == "Flexport: In the hiring process, how long is “Screen”?"
    assert (card.answer, card.mode) == ("45 minutes", Number("45", "minutes"))


def test_a_length_without_a_unit_has_that_of_the_timeline() -> None:
    card = cards(stages=[{"name": "A", "length": "1"}, "B"])["length/a"]
    assert (card.answer, card.mode) == ("1 day", Number("1", "days"))


def test_what_a_stage_tests_is_asked_where_it_is_known() -> None:
    made = cards()
    asked = "Flexport: In the hiring process, what does “Screen” test?"
    assert (made["tests/screen"].prompt, made["tests/screen"].answer) == (asked, "Fit")
    assert "tests/case" not in made


def test_a_total_is_told_with_its_basis() -> None:
    card = cards()["total"]
    assert card.prompt == "Flexport: How long does the hiring process take in all?"
    assert (card.answer, card.mode) == ("27 days (fixed)", Number("27", "days"))


def test_a_total_with_two_ends_is_a_range() -> None:
    card = cards(total="4", total_high="6", unit="weeks", basis="")["total"]
    assert (card.answer, card.mode) == ("4 to 6 weeks", Range("4", "6", "weeks"))


def test_the_longest_stage_is_chosen_among_all() -> None:
    card = cards()["longest"]
    asked = "Flexport: Which stage of the hiring process is the longest?"
    assert (card.prompt, card.answer) == (asked, "Case – 90 minutes")
    assert card.mode == Choice("Case", ("Screen", "Case", "Panel"))


@pytest.mark.parametrize(
    "last",
    [
        "Panel",
        {"name": "Panel", "length": "90", "unit": "minutes"},
        {"name": "Panel", "length": "1", "unit": "hours"},
    ],
)
def test_the_longest_is_not_asked_where_none_is_known(last: object) -> None:
    assert "longest" not in cards(stages=[*THREE[:2], last])


def test_the_start_is_asked_where_it_is_known() -> None:
    card = cards()["start"]
    assert card.prompt == "Flexport: When does the hiring process start?"
    assert card.answer == "On a Monday"


def test_how_flexible_it_is_is_an_open_question() -> None:
    card = cards()["flexible"]
    asked = "Flexport: How flexible is the timing of the hiring process?"
    assert (card.prompt, card.answer) == (asked, "It does not stretch.")


def test_a_plan_counts_back_from_the_last_day() -> None:
    card = cards()["plan-back"]
    assert card.prompt == (
        "Flexport: The last day is to be 30 June 2027. Counting the 27 days back,"
        " on which day does the hiring process begin at the latest?"
    )
    assert card.answer == "3 June 2027 (worked out from the stated total)"
    assert card.mode == Typed(("3 June 2027", "2027-06-03"))


def test_a_plan_counts_the_full_range_back() -> None:
    card = cards(total="4", total_high="6", unit="weeks")["plan-back"]
    assert "Counting the full 6 weeks back" in card.prompt
    assert card.answer.startswith("19 May 2027 ")


@pytest.mark.parametrize(
    ("total", "unit"),
    [("3", "months"), ("2.5", "days"), ("0", "days"), ("99999999999999", "weeks")],
)
def test_no_plan_is_made_of_a_total_that_is_no_run_of_days(
    total: str, unit: str
) -> None:
    assert "plan-back" not in cards(total=total, unit=unit)


def test_half_weeks_are_counted_when_they_make_whole_days() -> None:
    card = cards(total="1.0", unit="weeks")["plan-back"]
    assert card.answer.startswith("23 June 2027 ")


def test_bare_stages_make_no_cards_about_lengths() -> None:
    made = cards_of("timeline", of="triage", stages=["See", "Act"])
    assert [*made] == ["order", "next/see"]
    assert made["next/see"].mode == REVEAL


def test_a_length_without_any_unit_is_reported() -> None:
    stages = [{"name": "A", "length": "1"}, "B"]
    found = problems_of("timeline", of="triage", stages=stages, total="3")
    assert found == [
        ("missing-unit", ("stages", 0, "length")),
        ("missing-unit", ("total",)),
    ]


@pytest.mark.parametrize("high", ["27", "26"])
def test_a_total_that_is_upside_down_is_reported(high: str) -> None:
    assert problems(total_high=high) == [("band-order", ("total_high",))]


def test_an_upper_end_needs_a_lower_one() -> None:
    found = problems(total=None, total_high="30")
    assert found == [("band-order", ("total_high",))]


def test_stages_of_one_name_are_reported() -> None:
    assert problems(stages=["Panel", "Panel"]) == [("repeated-key", ("stages", 1))]


def test_one_stage_is_too_few() -> None:
    assert problems(stages=["Panel"]) == [("too-few-parts", ("stages",))]


def test_stages_that_do_not_make_the_total_are_a_disagreement() -> None:
    (found,) = disagreements("1", "2", "3", "4", "1", basis="fixed")
    assert (found.rule, found.where) == ("stage-sum", ("total",))
    assert found.message == (
        "the stages of the hiring add up to 11 days,"
        " and the stated total is 28 days (fixed)"
    )
    assert found.arithmetic == "1 + 2 + 3 + 4 + 1 = 11 days; stated: 28 days (fixed)"
    assert [*map(int, found.worked_out)] == [11]


def test_a_sum_of_weeks_may_be_named_in_days() -> None:
    (found,) = disagreements("1", "2", unit="weeks")
    assert [*map(int, found.worked_out)] == [3, 21]


@pytest.mark.parametrize("low", ["4", "5", "6"])
def test_a_sum_up_to_the_upper_end_of_the_total_agrees(low: str) -> None:
    assert disagreements("2", "4", total=low, total_high="7") == []
    assert disagreements("2", "4", total="3", total_high="6") == []


@pytest.mark.parametrize(("total", "high"), [("7", "9"), ("3", "5")])
def test_a_sum_outside_a_total_with_two_ends_disagrees(total: str, high: str) -> None:
    (found,) = disagreements("2", "4", total=total, total_high=high)
    assert found.arithmetic == f"2 + 4 = 6 days; stated: {total} to {high} days"


@pytest.mark.parametrize(("days", "count"), [("26", 0), ("28", 0), ("15", 1)])
def test_a_total_of_about_agrees_within_a_tenth(days: str, count: int) -> None:
    assert len(disagreements("1", days, basis="about")) == count


def test_a_sum_is_held_against_the_total_in_its_own_unit_only() -> None:
    stages = [{"name": "A", "length": "1", "unit": "hours"}, {"name": "B", "length": 2}]
    assert disagreements(stages=stages) == []


def days_and_a_week(days: str) -> list[Disagreement]:
    stages = [{"name": "A", "length": days, "unit": "days"}, {"name": "B", "length": 1}]
    return disagreements(stages=stages, total="2", unit="weeks")


def test_lengths_in_days_are_held_against_a_total_in_weeks() -> None:
    (found,) = days_and_a_week("5")
    assert found.arithmetic == "5 + 7 = 12 days; stated: 2 weeks"
    assert [*map(int, found.worked_out)] == [12]
    assert days_and_a_week("7") == []


def test_a_day_is_a_unit_like_days() -> None:
    stages = [{"name": name, "length": "5", "unit": "days"} for name in "AB"]
    (found,) = disagreements(stages=stages, total="1", unit="day")
    assert found.arithmetic == "5 + 5 = 10 days; stated: 1 day"


def test_a_length_that_is_not_stated_leaves_the_sum_open() -> None:
    assert disagreements("1", None, "2") == []


def test_without_a_total_the_stages_contradict_nothing() -> None:
    assert disagreements("1", "2", total=None) == []
