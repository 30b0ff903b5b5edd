"""Kill pmflash at random moments of a review: `python tools/torture.py --rounds 200`.

Each round runs the real program in a terminal, kills it with SIGKILL, and checks that
no answer whose next card was shown is lost, none is made up, and the next start goes on
at the right card.
"""

import argparse
import sys
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

_ROUNDS_A_HOME = 30
"""In more of them a fast machine could answer every card of the deck."""
TESTS = Path(__file__).parents[1] / "tests"


def main() -> None:
    """Run the rounds, and stop at the first that fails."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0, help="other moments and keys")
    wanted = parser.parse_args()
    sys.path.insert(0, str(TESTS))
    from learner import a_learner
    from tui.torture import prepare, torment

    dice, saved = Random(wanted.seed), 0
    with TemporaryDirectory() as folder:
        for number in range(wanted.rounds):
            if number % _ROUNDS_A_HOME == 0:
                learner = a_learner(Path(folder, str(number)))
                prepare(learner)
            saved += torment(learner, dice)
            if number % 10 == 9:
                print(
                    f"{number + 1} kills, {saved} answers and marks, none lost",
                    flush=True,
                )


if __name__ == "__main__":
    main()
