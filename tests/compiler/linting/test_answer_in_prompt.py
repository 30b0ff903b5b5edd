import pytest

from compiler.linting.looking import asked, hidden, rules_broken_by

RULE = ["answer-in-prompt"]


LONG = "a long note that each lead of each function keeps for audits"


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("What is model drift called?", "Drift"),
        ("Which team owns the drift monitoring?", "The monitoring team."),
        ("What lasts 45 minutes in the screen?", "45 minutes"),
        (f"Why is {LONG} good?", LONG),
    ],
)
def test_a_prompt_that_holds_its_answer_is_found(question: str, answer: str) -> None:
    assert asked(question, answer) == RULE


def test_other_forms_of_a_word_give_it_away_too() -> None:
    assert asked("What follows once it has shipped models?", "Shipping a model") == RULE


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Who decides, the PM or the engineer?", "The engineer"),
        ("Between speed and accuracy, which wins?", "Accuracy"),
        ("Ada and Bo both name a premium. Which one pays it?", "Bo"),
        ("Whose rounds are longer?", "Longer rounds come with senior roles at Ada"),
        ("Which two of the 4 rounds test coding?", "4"),
        ("Who owns the plan? The impact is large. Measure it.", "Impact measures"),
    ],
)
def test_a_prompt_that_offers_or_touches_the_answer_is_left_alone(
    question: str, answer: str
) -> None:
    assert "answer-in-prompt" not in asked(question, answer)


def test_the_name_of_the_context_gives_nothing_away() -> None:
    fact = "q: Which word do they study at school?\na: Biology"
    assert rules_broken_by(fact) == []


def test_a_part_whose_meaning_holds_its_name_is_found() -> None:
    parts = (
        "{name: Problem, meaning: The problem of a user}, {name: Data, meaning: Facts}"
    )
    fact = f"kind: framework\nname: Four-P\nparts: [{parts}]"
    assert rules_broken_by(fact) == RULE


def test_a_name_that_lists_all_classes_gives_them_away() -> None:
    classes = "kind: matrix\nname: Signal-vs-Noise\nclasses: [Signal, Noise]"
    assert rules_broken_by(classes) == RULE


def test_options_that_stand_in_the_prompt_are_no_give_away() -> None:
    ways = (
        "kind: contrast\nweak: I trained a model.\nstrong: I cut churn.\nwhy: Outcome"
    )
    assert rules_broken_by(ways) == []


def test_a_figure_that_stands_in_the_sentence_once_more_is_found() -> None:
    text = "After 90 days of trial, the model is judged within {{90 days}} of launch."
    assert hidden(text) == RULE
