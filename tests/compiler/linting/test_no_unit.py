import pytest

from compiler.linting.looking import asked, hidden, rules_broken_by

RULE = ["no-unit"]


@pytest.mark.parametrize(
    "fact",
    [
        "kind: figure\nof: bonus\nvalue: 15",
        "kind: figure\nof: bonus\nvalue: 2000",
        "kind: framework\nname: Pitch\nparts: [{name: Opening, limit: 2}, Close]",
    ],
)
def test_a_figure_without_a_unit_is_found(fact: str) -> None:
    assert rules_broken_by(fact) == RULE


@pytest.mark.parametrize("answer", ["5", "about 45", "3,000.", "five", "~ 0.07"])
def test_a_bare_number_is_no_answer(answer: str) -> None:
    assert asked("How long is it?", answer) == RULE


@pytest.mark.parametrize(
    "answer",
    ["5 rounds", "15 %", "$5", "2013", "$10 k", "1:30", "5 to 7 days", "five of"],
)
def test_a_number_that_says_what_it_is_stays(answer: str) -> None:
    assert asked("How much is it?", answer) == []


@pytest.mark.parametrize(
    "text",
    [
        "The recruiter screen lasts {{45}}.",
        "The delay that shoppers accept is at most {{200}}, they say.",
        "The model runs for {{48}} and is then stopped again.",
    ],
)
def test_a_hole_with_a_bare_number_is_found(text: str) -> None:
    assert hidden(text) == RULE


@pytest.mark.parametrize(
    "text",
    [
        "The recruiter screen lasts {{45}} minutes.",
        "The whole process takes {{4}} to 7 weeks.",
        "In round {{3}} the panel listens.",
        "A seat costs ${{5}} per month.",
        "Growth was {{12}} % within a year.",
        "Pick the top {{three}} noisy metrics.",
        "Keep {{two}} of the features running.",
        "The firm began in {{2013}}, in a garage.",
        "The new F1 rose to {{0.9}}, and then fell.",
        "It is a {{30}}-day plan for new PMs.",
    ],
)
def test_a_hole_whose_number_has_its_noun_beside_it_stays(text: str) -> None:
    assert hidden(text) == []


@pytest.mark.parametrize(
    "fact",
    [
        'kind: figure\nof: bonus\nvalue: 15\nunit: "%"',
        "kind: figure\nof: year of the founding\nvalue: 2013",
        "kind: figure\nof: F1 score of the model\nvalue: 0.9",
    ],
)
def test_years_scores_and_figures_with_units_stay(fact: str) -> None:
    assert rules_broken_by(fact) == []


def test_the_unit_of_a_hole_stands_close_by() -> None:
    assert hidden("One model of many. " + "{{1:4}} and " * 20 + "days later") != []
    assert hidden("It takes {{1:4}} to {{1:5}} to {{1:6}} days, as we heard.") == []


def test_what_goes_by_a_number_is_not_counted() -> None:
    assert asked("Which level do new PMs have?", "5") == []
