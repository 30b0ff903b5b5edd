"""Sums as authors write them: names, numbers, `+ - * / ( )`, `min` and `max`.

Whatever is written, working it out takes no time and no memory to speak of.
"""

import ast
import operator
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, localcontext

from simpleeval import InvalidExpression, SimpleEval

from pmflash.facts.shared.exact import EXACT

FUNCTIONS = {"min": min, "max": max}
_MOST_TOKENS = 60
"""Bounds nesting and results, because parser and evaluator recurse."""
_MOST_DIGITS = 15
"""The parser reads floats, which keep that many digits."""
_TOKEN = re.compile(r"[^\W\d]\w*|[0-9]+(?:\.[0-9]+)?|[-+*/(),]|\S")
_SIGNS = {"+": "+", "-": "-", "*": "×", "/": "÷"}
"""What the sum may do, and how people write it."""
_KNOWN = {*_SIGNS, "(", ")", ","}
_BEFORE_A_MINUS = {"", "(", ",", *_SIGNS}
_NO_SUM = "this is no sum that can be worked out"


class ExpressionError(ValueError):
    """What is written is no sum that can be worked out."""


@dataclass(frozen=True, slots=True)
class Expression:
    """A sum that reads well; names still have to be given their values."""

    tokens: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """What needs a value, in the order of its first mention."""
        words = (token for token in self.tokens if token.isidentifier())
        return tuple(dict.fromkeys(word for word in words if word not in FUNCTIONS))

    def value(self, values: Mapping[str, Decimal]) -> Decimal:
        """Return what comes out; raises `ExpressionError` or `ZeroDivisionError`."""
        evaluator = _evaluator(values)
        try:
            with localcontext(EXACT):
                found = evaluator.eval(" ".join(self.tokens))
        except (InvalidExpression, SyntaxError, TypeError) as error:
            raise ExpressionError(_NO_SUM) from error
        if not isinstance(found, Decimal):
            raise ExpressionError(_NO_SUM)
        return found

    def written(self, texts: Mapping[str, str]) -> str:
        """Return the sum as people write it, with `texts` in place of the names."""
        shown, before = "", ""
        for token in self.tokens:
            shown += _spaced(token, before, texts)
            before = token
        return shown


def read_expression(text: str) -> Expression:
    """Return the sum in `text`; raises `ExpressionError` for what cannot be one."""
    tokens = tuple(_TOKEN.findall(text))
    if len(tokens) > _MOST_TOKENS:
        raise ExpressionError(
            f"this has {len(tokens)} names, numbers and signs, and nobody works out"
            f" more than {_MOST_TOKENS} in the head"
        )
    for token in tokens:
        if _is_number(token):
            if len(token.replace(".", "")) > _MOST_DIGITS:
                raise ExpressionError(f"a number has more than {_MOST_DIGITS} digits")
        elif token not in _KNOWN and not (token.isascii() and token.isidentifier()):
            raise ExpressionError(f"`{token}` means nothing in an expression")
    return Expression(tokens)


def _evaluator(values: Mapping[str, Decimal]) -> SimpleEval:
    operators = {
        ast.Add: operator.add,
        ast.Sub: operator.sub,
        ast.Mult: operator.mul,
        ast.Div: _divided,
        ast.USub: operator.neg,
        ast.UAdd: operator.pos,
    }
    evaluator = SimpleEval(operators, FUNCTIONS, dict(values))
    known = (ast.Expr, ast.Name, ast.UnaryOp, ast.BinOp, ast.Call)
    evaluator.nodes = {node: evaluator.nodes[node] for node in known}
    evaluator.nodes[ast.Constant] = _number
    return evaluator


def _number(node: ast.Constant) -> Decimal:
    # The type itself, because `True` is an `int` too.
    if type(node.value) not in (int, float):
        raise InvalidExpression
    return Decimal(repr(node.value))


def _divided(dividend: Decimal, divisor: Decimal) -> Decimal:
    if divisor == 0:
        raise ZeroDivisionError
    return dividend / divisor


def _is_number(token: str) -> bool:
    return token[0] in "0123456789"


def _spaced(token: str, before: str, texts: Mapping[str, str]) -> str:
    if token in texts:
        text = texts[token]
        return f"({text})" if text.startswith("-") and before in _SIGNS else text
    if _is_number(token):
        return f"{Decimal(token):,f}"
    if token == ",":
        return ", "
    is_between = token in _SIGNS and before not in _BEFORE_A_MINUS
    return f" {_SIGNS[token]} " if is_between else token
