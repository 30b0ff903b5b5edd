"""What the screen says of a reply, in one line above the answer."""

from pmflash.answering.base import Reply, Rightness, Verdict
from pmflash.model.text import joined, one_line

_MOST_MISSED = 3


def verdict_words(verdict: Verdict, reply: Reply, missed_words: str) -> tuple[str, str]:
    """Return the verdict in a word, and what there is to say about it.

    `missed_words` are said before the parts that were not there.
    """
    told = [f"{missed_words} {_missed(verdict)}"] if verdict.missed else []
    told += [verdict.remark] if verdict.remark else []
    match verdict.rightness:
        case Rightness.RIGHT:
            return "Right", verdict.remark
        case Rightness.PARTLY:
            return "Partly right", "; ".join(told)
        case Rightness.WRONG:
            return "Not right", "; ".join(told) or _wrote(reply)
        case Rightness.OPEN:
            return "", verdict.remark


def _missed(verdict: Verdict) -> str:
    missed = [one_line(each) for each in verdict.missed]
    if len(missed) > _MOST_MISSED:
        others = len(missed) - _MOST_MISSED
        missed = [*missed[:_MOST_MISSED], f"{others} more"]
    return joined(missed)


def _wrote(reply: Reply) -> str:
    """Return what was entered, where that is one thing."""
    return f"you wrote “{one_line(reply[0])}”" if len(reply) == 1 else ""
