import pytest

from answering.replies import PARTLY, RIGHT, WRONG, judged
from builders import DAY_0, a_card
from pmflash.answering.base import AskText, Verdict
from pmflash.answering.typed import TypedAnswer
from pmflash.model.card import Card
from pmflash.model.mode import Typed


def a_typed_card(answer: str, *accept: str) -> Card:
    return a_card(answer=answer, mode=Typed(accept or (answer,)))


def told(answer: str, typed: str) -> Verdict:
    """The verdict on `typed` where `answer` is the one spelling."""
    return judged(a_typed_card(answer), typed)


def test_a_typed_card_asks_for_a_text() -> None:
    assert TypedAnswer().ask(a_typed_card("Problem"), DAY_0) == AskText()


SAME = (
    ("Problem", "problem"),
    ("Problem", "  The PROBLEM. "),
    ("Problem", "“Problem”"),
    ("the user's goal", "user’s goal"),
    ("precision-recall", "precision–recall"),
    ("precision-recall", "Precision recall"),
    ("A/B test", "a/b  test"),
    ("Straße", "STRASSE"),
    ("résumé", "re\u0301sume\u0301"),
    ("two senior PMs", "2 senior PMs"),
)


@pytest.mark.parametrize(("answer", "typed"), SAME)
def test_typography_does_not_matter(answer: str, typed: str) -> None:
    assert told(answer, typed).rightness is RIGHT
    assert told(answer, typed).remark == ""


def test_a_missing_accent_is_remarked_on() -> None:
    verdict = told("résumé", "resume")
    assert verdict.rightness is RIGHT
    assert verdict.remark == "written “résumé”"


@pytest.mark.parametrize("typed", ["click-through rate", "CTR"])
def test_every_accepted_spelling_is_right(typed: str) -> None:
    card = a_typed_card("Click-through rate", "ctr")
    assert judged(card, typed).rightness is RIGHT


def test_a_long_answer_is_no_spelling() -> None:
    card = a_typed_card("Yes.\nIt is, because it was.", "yes")
    verdict = judged(card, "no")
    assert verdict.remark == "you wrote “no”, expected “yes”"


SLIPS = (
    ("Problem", "Probelm"),
    ("Problem", "Prolem"),
    ("Problem", "Problems"),
    ("quarterly", "qarterli"),
    ("résumé", "resmue"),
)


@pytest.mark.parametrize(("answer", "typed"), SLIPS)
def test_a_slip_of_the_finger_is_nearly_right(answer: str, typed: str) -> None:
    verdict = told(answer, typed)
    assert verdict.rightness is PARTLY
    assert verdict.remark == f"you wrote “{typed}”, expected “{answer}”"


OTHERS = (
    ("GTM", "GTN"),
    ("increase", "decrease"),
    ("3 June 2026", "2 June 2026"),
    ("2026-06-03", "2026-06-04"),
    ("$5,000", "$6,000"),
    ("F1 score", "F2 score"),
    ("drift", "…"),
)


@pytest.mark.parametrize(("answer", "typed"), OTHERS)
def test_another_answer_is_no_slip(answer: str, typed: str) -> None:
    verdict = told(answer, typed)
    assert verdict.rightness is WRONG
    assert f"expected “{answer}”" in verdict.remark


FIGURES = (
    ("5 %", "5%"),
    ("$5,000", "5000 dollars"),
    ("$1 M", "$1,000,000"),
    ("$185K", "$ 185k"),
    ("12 months", "1 year"),
    ("two weeks", "14 days"),
    ("three", "3"),
    ("0.03", "0,03"),
)


@pytest.mark.parametrize(("answer", "typed"), FIGURES)
def test_a_number_may_be_written_in_any_way(answer: str, typed: str) -> None:
    assert told(answer, typed).rightness is RIGHT


NEARLY = (
    ("5 %", "5", "the number of “5 %”, unit missing"),
    ("5 %", "$5", "right number, but in $ not %"),
    ("$1 M", "$1", "right digits, other scale"),
)


@pytest.mark.parametrize(("answer", "typed", "remark"), NEARLY)
def test_a_number_with_another_unit_is_nearly_right(
    answer: str, typed: str, remark: str
) -> None:
    assert told(answer, typed).rightness is PARTLY
    assert told(answer, typed).remark == remark


def test_a_name_with_a_digit_in_it_is_no_number() -> None:
    assert told("F1 score", "1").rightness is WRONG


@pytest.mark.parametrize("typed", ["June 3rd", "3 Jun", "June 3, 2026", "2026-06-03"])
def test_a_day_may_be_written_in_any_way(typed: str) -> None:
    card = a_typed_card("3 June 2026 (worked out)", "3 June 2026", "2026-06-03")
    assert judged(card, typed).rightness is RIGHT


def test_a_remark_shows_no_more_than_the_start_of_a_long_text() -> None:
    verdict = told("Problem", "word " * 100)
    assert len(verdict.remark) < 80
