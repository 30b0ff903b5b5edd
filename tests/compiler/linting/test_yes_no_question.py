import pytest

from compiler.linting.looking import asked, rules_broken_by

RULE = ["yes-no-question"]


@pytest.mark.parametrize(
    "question",
    [
        "Is drift bad?",
        "Does the panel test coding?",
        "Biology: Are rounds fixed?",
        "A candidate is late. Can the panel move?",
        "Isn't drift rare?",
        "Is it fixed or not?",
        "Must the PM code?",
    ],
)
def test_a_question_that_yes_answers_is_found(question: str) -> None:
    assert asked(question) == RULE


@pytest.mark.parametrize("answer", ["Yes", "no.", "“No”"])
def test_yes_and_no_are_no_answers(answer: str) -> None:
    assert asked("What says the guide?", answer) == RULE


@pytest.mark.parametrize(
    "question",
    [
        "What is drift?",
        "Is drift a fault of data or of models?",
        "Can you name the owner?",
        "Do the sums: how many rounds are left?",
        "They ask: “Do you code?” What do you say?",
        "Is drift costly? Why?",
        "What does the panel mean by “Is it fair?”",
        "In which round is coding tested?",
        "Island trade: what is it?",
        "Must-have features: what are they?",
        "Does the panel pay, and how much?",
    ],
)
def test_an_open_question_is_left_alone(question: str) -> None:
    assert asked(question) == []


def test_the_weak_side_of_a_contrast_may_be_such_a_question() -> None:
    ways = (
        "weak: Can I get more?\nstrong: Pay should follow value.\nwhy: It shows worth"
    )
    assert rules_broken_by(f"kind: contrast\n{ways}") == []


def test_questions_of_an_author_s_own_are_read_in_all_kinds() -> None:
    fact = 'kind: figure\nof: bonus\nask: Is there a bonus?\nvalue: 5\nunit: "%"'
    assert rules_broken_by(fact) == RULE
