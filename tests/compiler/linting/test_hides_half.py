import pytest

from compiler.linting.looking import hidden, rules_broken_by

RULE = ["hides-half"]


@pytest.mark.parametrize(
    "text",
    [
        "Watch {{precision}} now.",
        "Half is {{hiding}}.",
        "{{1:Precision}} and {{1:recall}} matter there.",
        "There is a lot to say of all this first. Do {{monitor}} it. Then say more.",
    ],
)
def test_a_hole_as_long_as_the_rest_of_its_sentence_is_found(text: str) -> None:
    assert hidden(text) == RULE


@pytest.mark.parametrize(
    "text",
    [
        "For rare fraud, watch {{precision}} and {{recall}}, not accuracy.",
        "Half is {{hide}} not.",
        "At 0.07 {{per cent}} of all the shares, it is small.",
    ],
)
def test_a_hole_shorter_than_the_rest_stays(text: str) -> None:
    assert hidden(text) == []


def test_the_context_in_front_is_no_part_of_the_sentence() -> None:
    fact = "kind: cloze\ntext: Watch {{precision}} now."
    assert rules_broken_by(fact, "context: A rather long name of a company") == RULE
