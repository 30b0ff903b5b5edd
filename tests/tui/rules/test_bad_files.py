"""Twelve sorts of bad files, each beside a good deck of 36 cards."""

import pytest

from learner import Learner
from pmflash.content import check_home
from pmflash.model.diagnostic import Severity
from tui.sitting import sitting

GOOD = "  - {id: good, q: Good?, a: Yes}\n"
ONE_BAD = "title: Own\nfacts:\n" + GOOD
"""A deck whose other fact is bad."""

FILES: dict[str, tuple[bytes, int]] = {
    "tabs": (b"title: Own\nfacts:\n\t- {q: Q?, a: A}\n", 0),
    "duplicate ids": (f"{ONE_BAD}{GOOD}".encode(), 1),
    "a fact without an answer": (f"{ONE_BAD}  - {{id: h2so4, q: Q?}}\n".encode(), 1),
    "a list for a text": (f"{ONE_BAD}  - {{id: x, q: [a], a: {{}}}}\n".encode(), 1),
    "an unknown kind": (f"{ONE_BAD}  - {{id: x, kind: poem}}\n".encode(), 1),
    "cut in a text": (f'{ONE_BAD}  - {{id: x, q: "Wh'.encode(), 0),
    "latin-1": ("title: Ökologie\nfacts: []\n".encode("latin-1"), 0),
    "empty": (b"", 0),
    "a mark of bytes and nothing": (b"\xef\xbb\xbf", 0),
    "an alias bomb": (b"a: &a [x]\nb: &b [*a, *a]\nfacts: [*b, *b]\n", 0),
    "a line of a megabyte": (b"title: Own\nfacts: [" + b"x" * 1_000_000 + b"\n", 0),
    "a hundred thousand brackets": (b"facts: " + b"[" * 100_000, 0),
    "no deck at all": (b"PK\x03\x04" + bytes(range(256)), 0),
}


@pytest.mark.parametrize("sort", FILES)
async def test_one_bad_file_costs_no_other(learner: Learner, sort: str) -> None:
    raw, good_count = FILES[sort]
    learner.writes("settings.yaml", "new_per_day: 99\n")
    (learner.locations.home / "decks/own.yaml").write_bytes(raw)
    checked = check_home(learner.locations)
    mistakes = [
        each for each in checked.compiled.diagnostics if each.severity is Severity.ERROR
    ]
    assert mistakes
    assert {each.path for each in mistakes} == {"~/home/decks/own.yaml"}
    assert all(len(each.message) < 300 for each in mistakes)
    async with sitting(learner, on_today=True) as desk:
        assert f"{36 + good_count} new" in desk.picture
        assert "! " in desk.picture
        assert "own.yaml" in desk.picture


def test_there_are_twelve_sorts_of_bad_files() -> None:
    assert len(FILES) >= 12
