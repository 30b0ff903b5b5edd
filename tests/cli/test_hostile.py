"""Text of strangers is shown, whatever it holds, and never acts."""

import json
import re

import pytest

from learner import Learner
from shell import Ran, Shell

ACTING = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]"
)
HOSTILE = "\x1b[2J\x1b]0;owned\x07\x9b31m\u202egpj\u2066\u2028\x85\x08"
MARKUP = ("[R]esponsible", "[/done]", "[@click=app.quit]x[/]", "[bold]", "%s {0} $(x)")

DECK = f"""
title: {json.dumps("Bio [/done] " + HOSTILE)}
context: {json.dumps("[bold] " + HOSTILE)}
tags: [{json.dumps("tag" + HOSTILE)}]
facts:
  - id: a
    q: {json.dumps("Who is [R]esponsible? " + HOSTILE)}
    a: {json.dumps("[@click=app.quit]x[/] " + HOSTILE)}
    why: {json.dumps(HOSTILE)}
    caveat: {json.dumps("%s {0} $(x) " + HOSTILE)}
  - id: {json.dumps("b" + HOSTILE)}
    {json.dumps("field" + HOSTILE)}: {json.dumps(HOSTILE)}
  - kind: {json.dumps(HOSTILE)}
study:
  - seed: {json.dumps("seed" + HOSTILE)}
"""
SETTINGS = f"decks: [{json.dumps('deck' + HOSTILE)}]\ntheme: {json.dumps(HOSTILE)}\n"
FILE = "own\x1b[2J\u202e\x9b.yaml"

COMMANDS: tuple[tuple[str, ...], ...] = (
    ("due",),
    ("due", "--short"),
    ("due", "--json"),
    ("compile",),
    ("compile", "--json"),
    ("check",),
    ("check", "--format", "json"),
    ("check", "--format", "github"),
    ("check", f"home/decks/{FILE}"),
    ("check", f"home/decks/{HOSTILE}"),
    ("export", "anki-csv", "-o", "-"),
    ("export", "anki-csv", "-o", HOSTILE),
    ("export", HOSTILE, "-o", "-"),
    ("compile", HOSTILE),
    ("due", HOSTILE),
    ("due", "--short", f"--{HOSTILE}"),
    (HOSTILE,),
)


@pytest.fixture
def hostile(pmflash: Shell, learner: Learner) -> Shell:
    """The command line of a learner who downloaded a deck."""
    learner.writes(f"decks/{FILE}", DECK)
    learner.writes("settings.yaml", SETTINGS)
    learner.writes(f"progress/reviews-{HOSTILE.replace('/', '')}.jsonl", HOSTILE)
    return pmflash


def lines_of(ran: Ran) -> str:
    return ran.out + ran.err


@pytest.mark.parametrize("words", COMMANDS, ids=ascii)
def test_nothing_that_a_command_prints_acts(
    words: tuple[str, ...], hostile: Shell
) -> None:
    fresh, cached = hostile(*words), hostile(*words)
    assert ACTING.findall(lines_of(fresh)) == []
    assert ACTING.findall(lines_of(cached)) == []
    assert lines_of(fresh)


def test_markup_is_shown_as_it_was_written(hostile: Shell, learner: Learner) -> None:
    learner.writes("settings.yaml", "decks: []\n")
    told = hostile("compile").out
    assert all(markup in told for markup in MARKUP if markup != "[/done]")
    assert "[/done]" in hostile("due").out


def test_programs_get_the_markup_as_it_was_written(hostile: Shell) -> None:
    (card, *_) = json.loads(hostile("compile", "--json").out)["cards"][3:]
    assert "[R]esponsible" in card["prompt"]
    assert card["answer"].startswith("[@click=app.quit]x[/]")


@pytest.mark.parametrize("variable", ["PMFLASH_HOME", "PMFLASH_CACHE", "PMFLASH_NOW"])
def test_no_surrounding_of_pmflash_acts(
    variable: str, pmflash: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, HOSTILE.replace("\x00", ""))
    assert ACTING.findall(lines_of(pmflash("due"))) == []
