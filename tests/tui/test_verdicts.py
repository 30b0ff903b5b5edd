import pytest

from pmflash.answering.base import OPEN, Reply, Rightness, Verdict
from pmflash.tui.verdicts import verdict_words

RIGHT = Verdict(Rightness.RIGHT)
CASES: tuple[tuple[Verdict, Reply, tuple[str, str]], ...] = (
    (OPEN, (), ("", "")),
    (Verdict(remark="72 s"), ("72",), ("", "72 s")),
    (RIGHT, ("27",), ("Right", "")),
    (
        Verdict(Rightness.PARTLY, missed=("a", "b")),
        ("c",),
        ("Partly right", "missed a and b"),
    ),
    (
        Verdict(Rightness.PARTLY, missed=("a",), remark="95 s, 5 s over"),
        ("95", "b"),
        ("Partly right", "missed a; 95 s, 5 s over"),
    ),
    (Verdict(Rightness.WRONG), ("x\ny",), ("Not right", "you wrote “x y”")),
    (
        Verdict(Rightness.WRONG, remark="it is 27"),
        ("45",),
        ("Not right", "it is 27"),
    ),
    (
        Verdict(Rightness.WRONG, missed=tuple("abcdef")),
        ("x", "y"),
        ("Not right", "missed a, b, c and 3 more"),
    ),
)


@pytest.mark.parametrize(("verdict", "reply", "words"), CASES)
def test_a_verdict_says_what_was_missed(
    verdict: Verdict, reply: Reply, words: tuple[str, str]
) -> None:
    assert verdict_words(verdict, reply, "missed") == words
