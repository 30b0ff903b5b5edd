from random import Random

from learner import Learner
from tui.torture import prepare, torment

ROUNDS = 8
"""`python tools/torture.py --rounds 200` does more of them."""


def test_a_kill_at_any_moment_loses_no_answer_whose_next_card_was_shown(
    learner: Learner,
) -> None:
    prepare(learner)
    dice = Random(20261121)
    saved = [torment(learner, dice) for _ in range(ROUNDS)]
    assert sum(saved) == len(learner.saved()) > ROUNDS / 2
