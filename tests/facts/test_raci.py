from typing import Any

import pytest

from fact_builders import EXAMPLES, a_fact, cards_of, problems_of
from pmflash.model.card import Card
from pmflash.model.mode import REVEAL, Choice, Grid, Ticks

CHART = EXAMPLES["raci"]
WORDS = ("Responsible", "Accountable", "Consulted", "Informed")


def cards(assign: dict[str, str]) -> dict[str, Card]:
    activities = [{"name": "Raise alarm", "assign": assign}]
    return cards_of("raci", **CHART | {"activities": activities})


def problems(assign: dict[str, str], **changes: Any) -> list[tuple[str, Any]]:
    activities = [{"name": "Raise alarm", "assign": assign}]
    return problems_of("raci", **CHART | {"activities": activities} | changes)


def test_the_accountable_role_is_chosen_among_all() -> None:
    card = cards({"PM": "A", "Engineer": "R"})["accountable/raise-alarm"]
    asked = "In the drift triage, who is accountable for “Raise alarm”?"
    assert card.prompt == f"Flexport: {asked}"
    assert card.mode == Choice("PM", ("PM", "Engineer", "Director"))


def test_a_role_with_one_letter_is_a_choice_of_four() -> None:
    card = cards({"PM": "A", "Engineer": "R"})["cell/raise-alarm--engineer"]
    assert card.prompt == (
        "Flexport: In the drift triage, is “Engineer” responsible, accountable,"
        " consulted or informed for “Raise alarm”?"
    )
    assert (card.answer, card.mode) == ("Responsible", Choice("Responsible", WORDS))


@pytest.mark.parametrize("written", ["RA", "R, A", "A/R", "a r", "A & R", "AAR"])
def test_several_letters_may_be_written_in_any_way(written: str) -> None:
    card = cards({"PM": written})["cell/raise-alarm--pm"]
    assert (card.answer, card.mode) == ("Responsible and Accountable", REVEAL)


def test_a_role_without_a_part_has_no_card_of_its_own() -> None:
    assert "cell/raise-alarm--director" not in cards({"PM": "RA"})


def test_a_row_holds_the_letters_of_every_role() -> None:
    card = cards({"PM": "A/R", "Engineer": "c"})["row/raise-alarm"]
    asked = "which RACI letters does each role hold for “Raise alarm”?"
    roles = "Roles: PM, Engineer, Director"
    assert card.prompt == f"Flexport: In the drift triage, {asked}\n{roles}"
    assert card.answer == "- PM: RA\n- Engineer: C\n- Director: none"
    columns = ("PM", "Engineer", "Director")
    assert card.mode == Grid(("Raise alarm",), columns, (("RA", "C", ""),))


def test_a_chart_without_activities_asks_for_the_letters_alone() -> None:
    made = cards_of("raci", name="RACI")
    assert [*made] == ["letters"]
    assert made["letters"].mode == Ticks(WORDS)
    assert problems_of("raci", name="RACI") == []


@pytest.mark.parametrize(
    "assign", [{"PM": "R", "Engineer": "C"}, {"PM": "RA", "Engineer": "A"}]
)
def test_exactly_one_role_must_be_accountable(assign: dict[str, str]) -> None:
    where = ("activities", 0, "assign")
    assert problems(assign) == [("raci-accountable", where)]


def test_at_least_one_role_must_be_responsible() -> None:
    found = problems({"PM": "A", "Engineer": "C"})
    assert found == [("raci-responsible", ("activities", 0, "assign"))]


def test_several_roles_may_be_responsible() -> None:
    assert problems({"PM": "A", "Engineer": "R", "Director": "R"}) == []


def test_an_unknown_role_is_reported_with_the_nearest() -> None:
    activities = [{"name": "Alarm", "assign": {"PM": "RA", "Enginer": "C"}}]
    (problem,) = a_fact("raci", **CHART | {"activities": activities}).problems()
    assert problem.where == ("activities", 0, "assign", "Enginer")
    assert (problem.slug, problem.on_key) == ("unknown-role", True)
    assert problem.help == "did you mean `Engineer`?"


@pytest.mark.parametrize("written", ["X", "RX", "Responsible", "", "-"])
def test_what_is_no_letter_of_raci_is_reported_alone(written: str) -> None:
    found = problems({"PM": written, "Engineer": "C"})
    assert found == [("unknown-letter", ("activities", 0, "assign", "PM"))]


def test_activities_need_two_roles() -> None:
    found = problems({"PM": "RA"}, roles=["PM"])
    assert found == [("too-few-parts", ("roles",))]


def test_missing_roles_are_one_mistake() -> None:
    assert problems({"PM": "RA"}, roles=[]) == [("too-few-parts", ())]


def test_roles_that_would_share_a_card_are_reported() -> None:
    found = problems({"PM": "RA"}, roles=["PM", "pm"])
    assert found == [("repeated-key", ("roles", 1))]
