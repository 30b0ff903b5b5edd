import pytest

from builders import DAY_0, a_card
from pmflash.answering.base import OPEN, AskNothing
from pmflash.answering.reveal import RevealAnswer


def test_a_card_that_is_only_turned_asks_for_nothing() -> None:
    assert RevealAnswer().ask(a_card(), DAY_0) == AskNothing()


@pytest.mark.parametrize("reply", [(), ("Problem",), ("something else",)])
def test_only_the_learner_judges_what_was_thought(reply: tuple[str, ...]) -> None:
    assert RevealAnswer().judge(a_card(answer="Problem"), reply) == OPEN
