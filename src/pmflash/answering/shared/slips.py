"""How far a typed text is from the one that was meant."""

_LONGEST = 100
"""Texts above this are not compared letter by letter."""
_MOST_SLIPS = 2


def is_near(typed: str, meant: str) -> bool:
    """Tell whether `typed` is `meant` with a slip, or two where it is long.

    Another digit is another answer, never a slip.
    """
    letters = sum(map(str.isalpha, meant))
    most = 2 if letters >= 9 else 1 if letters >= 5 else 0
    return most > 0 and _digits(typed) == _digits(meant) and slips(typed, meant) <= most


def slips(typed: str, meant: str) -> int:
    """Return how many slips turn `meant` into `typed`, three for any more than two.

    A slip is one letter too many, too few or wrong, or two neighbours swapped.
    """
    too_many = _MOST_SLIPS + 1
    if abs(len(typed) - len(meant)) > _MOST_SLIPS or len(meant) > _LONGEST:
        return too_many
    before: list[int] = []
    above = list(range(len(typed) + 1))
    for row, letter in enumerate(meant, 1):
        line = [row]
        for column, other in enumerate(typed, 1):
            same = above[column - 1] + (letter != other)
            least = min(above[column] + 1, line[column - 1] + 1, same)
            is_swap = row > 1 and column > 1 and typed[column - 2] == letter
            if is_swap and meant[row - 2] == other:
                least = min(least, before[column - 2] + 1)
            line.append(least)
        before, above = above, line
    return min(above[-1], too_many)


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))
