from fact_builders import cards_of, problems_of
from pmflash.facts.registry import KIND_BY_NAME
from pmflash.model.mode import REVEAL, Choice

FIELDS = {"weak": "I did ML.", "strong": "I cut churn.", "why": "Outcomes count."}


def test_the_stronger_text_is_chosen_of_two() -> None:
    card = cards_of("contrast", **FIELDS, of="telling a story")["better"]
    question, *options = card.prompt.split("\n")
    assert question == "Flexport: Telling a story – which of the two wins?"
    assert isinstance(card.mode, Choice)
    assert options == [f"(a) {card.mode.options[0]}", f"(b) {card.mode.options[1]}"]
    assert card.answer == card.mode.right == "I cut churn."


def test_a_weak_text_is_to_be_made_strong() -> None:
    card = cards_of("contrast", **FIELDS)["repair"]
    assert card.prompt == "Flexport: Make this strong.\nI did ML."
    assert (card.answer, card.mode) == ("I cut churn.", REVEAL)


def test_the_reason_is_on_both_cards() -> None:
    cards = cards_of("contrast", **FIELDS).values()
    assert [card.why for card in cards] == ["Outcomes count.", "Outcomes count."]


def test_the_strong_text_is_not_always_in_one_place() -> None:
    facts = (
        KIND_BY_NAME["contrast"].model_validate({"id": f"fact-{number}", **FIELDS})
        for number in range(20)
    )
    prompts = {next(fact.faces("")).prompt.split("\n")[1] for fact in facts}
    assert prompts == {"(a) I did ML.", "(a) I cut churn."}


def test_two_equal_texts_are_reported() -> None:
    found = problems_of("contrast", **FIELDS | {"weak": "I cut churn."})
    assert found == [("repeated-text", ("strong",))]
