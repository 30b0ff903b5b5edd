"""Where YAML's grammar breaks: our words, place and next step for the author.

Told apart by the line itself as far as possible, as libyaml and the pure parser word
the same mistake differently.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pmflash.compiler.events import too_deep
from pmflash.compiler.places import Span
from pmflash.compiler.words import quoted
from pmflash.model.diagnostic import Problem, Where

_FIELD = re.compile(r"(?P<lead>[ \t]*(?:- +)*)(?:(?P<name>[^\s:#][^:#]*):(?=\s|$))?")
_GLUED_DASH = re.compile(r"[ \t]*(?:- +)*(?P<dash>-)(?P<name>[A-Za-z_]\w*):(?=\s|$)")
_INDENT = re.compile(r"[ -]*\t")
_SPACES = re.compile(r"[ \t]*")
_READ_AS = {
    "[": "the start of a list",
    "{": "the start of fields in braces",
    "*": "the name of another place",
    "&": "a name for this place",
    "|": "the start of a text on several lines",
    ">": "the start of a text on several lines",
    "-": "an item of a list",
    "!": "a tag",
}
_CLOSER = {"[": "]", "{": "}"}
CURLY_QUOTES = ("“", "”", "„", "‟", "‘", "’", "‚", "‛", "«", "»")
STRAIGHT_QUOTES = (
    "put straight quotes, `\"` or `'`, round the text: to YAML curly ones are letters"
)


def explained(error: Exception, lines: Sequence[str]) -> tuple[Problem, Span]:
    """Return what stopped the parser, in words for the author, and its place."""
    at, began = _place(error, "problem_mark"), _place(error, "context_mark")
    if at is None:
        return _unexplained(), _rest_of(lines, *(began or (0, 0)))
    context = str(getattr(error, "context", ""))
    words = f"{context} {getattr(error, 'problem', '')}"
    for explain in _EXPLANATIONS:
        found = explain(words, at, began or at, lines)
        if found is not None:
            return _with_straight_quotes(found, at, lines)
    return _unexplained(), _rest_of(lines, *at)


def no_space_after_dash(name: str, where: Where = ()) -> Problem:
    """Return what is wrong with a list's item that starts like `-id:`."""
    return Problem(
        where,
        "no-space-after-dash",
        f"there is no space between `-` and {quoted(name)} here",
        f"write {quoted(f'- {name}:')} and the value behind it",
        on_key=True,
    )


Position = tuple[int, int]
Explained = tuple[Problem, Span] | None


def _depth(
    words: str, at: Position, began: Position, lines: Sequence[str]
) -> Explained:
    # libyaml reads ahead, and has a limit of its own far beyond ours.
    if "nesting depth" not in words:
        return None
    return too_deep(), Span(at[0], at[1], at[0], at[1] + 1)


def _tab(words: str, at: Position, began: Position, lines: Sequence[str]) -> Explained:
    for number in (at[0], at[0] - 1):
        tab = _INDENT.match(_line(lines, number))
        if tab is not None and "quoted" not in words:
            end = tab.end()
            return Problem(
                (),
                "tab-indentation",
                "a tab stands in front of this line, where YAML takes only spaces",
                "write spaces in its place",
            ), Span(number, end - 1, number, end)
    return None


def _quotation(
    words: str, at: Position, began: Position, lines: Sequence[str]
) -> Explained:
    if "quoted scalar" not in words:
        return None
    mark = _line(lines, began[0])[began[1] : began[1] + 1]
    if "escape" in words or "hexdec" in words:
        slash = max(_line(lines, at[0]).rfind("\\", 0, at[1] + 1), 0)
        return Problem(
            (),
            "unknown-escape",
            "inside double quotes a `\\` starts an escape, and this is none",
            "put single quotes round the text, or write `\\\\`",
        ), Span(at[0], slash, at[0], slash + 2)
    return Problem(
        (),
        "unclosed-quote",
        f"the text that starts with {quoted(mark)} here is never closed",
        f"write {quoted(mark)} at its end; inside single quotes, `'` is written `''`",
    ), _rest_of(lines, *began)


def _dash(words: str, at: Position, began: Position, lines: Sequence[str]) -> Explained:
    for number in (at[0], _line_above(lines, at[0])):
        glued = _GLUED_DASH.match(_line(lines, number))
        if glued is not None:
            span = Span(number, glued.start("dash"), number, glued.end())
            return no_space_after_dash(glued.group("name")), span
    return None


def _value_start(
    words: str, at: Position, began: Position, lines: Sequence[str]
) -> Explained:
    line = _line(lines, at[0])
    start = _value_column(line)
    value = line[start:].rstrip()
    first = value[:1]
    span = Span(at[0], start, at[0], start + len(value))
    if not first or first.isalnum() or at[1] < start:
        return None
    if first in "\"'":
        return Problem(
            (),
            "text-after-quote",
            f"the quotes that open with {quoted(first)} close before the text ends",
            "put the whole text in quotes, and double those of the same sort inside it"
            if first == "'"
            else "put single quotes round the whole text",
        ), span
    unclosed = first in _CLOSER and _CLOSER[first] not in value
    if first in "[{*&|>-!@`%,]}?" and not unclosed:
        role = _READ_AS.get(first, "a sign of its own")
        return Problem(
            (),
            "needs-quotes",
            f"{quoted(value)} starts with `{first}`, which YAML reads as {role}",
            f"put quotes round text that starts with `{first}`",
        ), span
    return None


def _colon(
    words: str, at: Position, began: Position, lines: Sequence[str]
) -> Explained:
    if "expected ':'" in words:
        return _no_colon(), _rest_of(lines, *began)
    if "mapping values are not allowed" not in words:
        return None
    line = _line(lines, at[0])
    start = _value_column(line)
    if at[1] > start:
        return Problem(
            (),
            "colon-in-text",
            "a text that holds `: ` looks like a name and its value to YAML",
            "put quotes round text that contains `: `",
        ), Span(at[0], start, at[0], len(line.rstrip()))
    above = _line_above(lines, at[0])
    if above >= 0 and _value_column(lines[above]) == _lead(lines[above]):
        return _no_colon(), _rest_of(lines, above, _lead(lines[above]))
    return _misaligned(), _rest_of(lines, at[0], _lead(line))


def _bracket(
    words: str, at: Position, began: Position, lines: Sequence[str]
) -> Explained:
    if "flow" not in words:
        return None
    opener = _line(lines, began[0])[began[1] : began[1] + 1]
    if opener not in _CLOSER:
        # The file ended before anything stood inside the bracket.
        last = _line_above(lines, len(lines))
        began = (last, max(_line(lines, last).rfind(sign) for sign in _CLOSER))
        opener = _line(lines, last)[began[1] : began[1] + 1]
    if opener not in _CLOSER:
        return None
    return Problem(
        (),
        "unclosed-bracket",
        f"the `{opener}` here has no `{_CLOSER[opener]}` where one has to come",
        f"write `{_CLOSER[opener]}`, or put quotes round text that starts with "
        f"`{opener}`",
    ), _rest_of(lines, *began)


def _indentation(
    words: str, at: Position, began: Position, lines: Sequence[str]
) -> Explained:
    line = _line(lines, at[0])
    if "block" not in words or at[1] > _lead(line) or line[at[1] : at[1] + 1] == ":":
        return None
    return _misaligned(), _rest_of(lines, *at)


_EXPLANATIONS = (
    _depth,
    _tab,
    _quotation,
    _dash,
    _value_start,
    _colon,
    _bracket,
    _indentation,
)


def _with_straight_quotes(
    found: tuple[Problem, Span], at: Position, lines: Sequence[str]
) -> tuple[Problem, Span]:
    problem, span = found
    above = _value(_line(lines, _line_above(lines, at[0])))
    is_open = above.startswith(CURLY_QUOTES) and not above.endswith(CURLY_QUOTES)
    if is_open or _value(_line(lines, span.line)).startswith(CURLY_QUOTES):
        return replace(problem, help=STRAIGHT_QUOTES), span
    return found


def _no_colon() -> Problem:
    return Problem(
        (),
        "no-colon",
        "this line has no name with a colon and a space behind it",
        "write `name: value`, or put it in quotes with the text it belongs to",
    )


def _misaligned() -> Problem:
    return Problem(
        (),
        "misaligned",
        "this line starts in a column that fits none of the lines above",
        "line it up with the other fields of the same fact",
    )


def _unexplained() -> Problem:
    return Problem(
        (),
        "not-yaml",
        "YAML cannot read the file from here on",
        "put quotes round the text, or compare with the lines above",
    )


def _value(line: str) -> str:
    return line[_value_column(line) :].rstrip()


def _value_column(line: str) -> int:
    found = _FIELD.match(line)
    end = found.end() if found else 0
    spaces = _SPACES.match(line, end)
    return spaces.end() if spaces else end


def _lead(line: str) -> int:
    found = _FIELD.match(line)
    return len(found.group("lead")) if found else 0


def _line_above(lines: Sequence[str], number: int) -> int:
    above = number - 1
    while above >= 0 and not lines[above].strip():
        above -= 1
    return above


def _line(lines: Sequence[str], number: int) -> str:
    return lines[number] if 0 <= number < len(lines) else ""


def _rest_of(lines: Sequence[str], number: int, column: int) -> Span:
    """The rest of a line; the last line with text where the file ended too soon."""
    number = min(number, len(lines) - 1)
    if number and not lines[number].strip():
        number = max(_line_above(lines, number), 0)
        column = _lead(lines[number])
    end = len(_line(lines, number).rstrip())
    return Span(number, min(column, end), number, end)


def _place(error: Any, name: str) -> Position | None:
    mark = getattr(error, name, None)
    return None if mark is None else (mark.line, mark.column)
