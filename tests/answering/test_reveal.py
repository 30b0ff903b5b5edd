import pytest

from builders import a_card
from pmflash.answering.base import AskNothing, Verdict
from pmflash.answering.reveal import RevealAnswer


def test_a_card_that_is_only_turned_asks_for_nothing() -> None:
    assert RevealAnswer().ask(a_card()) == AskNothing()


@pytest.mark.parametrize("reply", ["", "Problem", "something else"])
def test_only_the_learner_judges_what_was_thought(reply: str) -> None:
    verdict = RevealAnswer().judge(a_card(answer="Problem"), reply)
    assert verdict == Verdict(suggested=None, missed=())
