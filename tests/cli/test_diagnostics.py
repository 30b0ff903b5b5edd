import json
from textwrap import dedent
from typing import Any

import pytest

from pmflash.cli.diagnostics import (
    as_github,
    as_json,
    as_text,
    has_errors,
    headline,
    tally,
)
from pmflash.model.diagnostic import Diagnostic, Severity


def a_diagnostic(**changes: Any) -> Diagnostic:
    """The first sample of the house style, with `changes`."""
    plain = {
        "path": "decks/biology.yaml",
        "line": 4,
        "column": 11,
        "severity": Severity.ERROR,
        "slug": "unknown-kind",
        "message": "fact `osmosis` has kind `trem`, which pmflash does not know",
        "help": "did you mean `term`?",
        "source_line": "    kind: trem",
        "caret_start": 10,
        "caret_width": 4,
    }
    return Diagnostic(**{**plain, **changes})


REPEATED = a_diagnostic(
    line=18,
    column=5,
    slug="repeated-field",
    message="`term` is already set on line 17 of this fact",
    help="delete one of the two lines",
    source_line="    term: cell wall (plants)",
    caret_start=4,
    caret_width=24,
)

SAMPLES = {
    "one digit": (
        a_diagnostic(),
        """\
        decks/biology.yaml:4:11: error[unknown-kind]: fact `osmosis` has kind `trem`, which pmflash does not know
          |
        4 |     kind: trem
          |           ^^^^
          = help: did you mean `term`?""",  # noqa: E501
    ),
    "two digits": (
        REPEATED,
        """\
        decks/biology.yaml:18:5: error[repeated-field]: `term` is already set on line 17 of this fact
           |
        18 |     term: cell wall (plants)
           |     ^^^^^^^^^^^^^^^^^^^^^^^^
           = help: delete one of the two lines""",  # noqa: E501
    ),
}
