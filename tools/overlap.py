"""Wording that the built-in content shares with the documents it restates."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

LONGEST_SHARED_RUN = 5
"""Words; a longer run counts as copied."""
ROOT = Path(__file__).parents[1]
NAMES = (
    "recruiter screen",
    "technical screen",
    "technical case study",
    "case study panel",
    "case study presentation",
    "cross functional panel",
    "cross functional simulation",
    "hiring manager interview",
    "senior leadership matrix interview",
    "final leadership debrief",
    "machine learning engineer",
    "data product owner",
    "ai strategy lead",
    "platform pm",
    "technical program manager",
    "three tier impact framework",
    "career leverage matrix",
    "signal noise matrix",
    "signal vs noise",
    "four p",
)
"""What cannot be said in other words: titles of roles, stages and frameworks."""
_UNSAID_FIELDS = frozenset(
    (
        *("id", "kind", "source", "tags", "views", "measure", "key", "ordered"),
        *("comparator", "confuse_with", "owner", "as_of", "across", "expression"),
    )
)
_UNIT = re.compile("k|m|b|ms|million|(?:second|minute|hour|day|week|month|year)s?")
_THOUSANDS = re.compile(r"(?<=\d)[\s,](?=\d{3}(?!\d))")
_WORD = re.compile(r"\d+(?:\.\d+)?|[^\W\d_]+")
_APOSTROPHE = re.compile("['’ʼ]")
_HOLE = re.compile(r"\{\{(?:\d+:)?(.*?)(?:::.*?)?\}\}")


def words(text: str) -> list[str]:
    """Return the words and numbers of `text`, whatever its case and punctuation."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return _WORD.findall(_THOUSANDS.sub("", _APOSTROPHE.sub("", plain)))


def shared_runs(text: Sequence[str], documents: set[tuple[str, ...]]) -> Iterator[str]:
    """Yield each longest stretch of `text` whose runs all stand in `documents`."""
    size = LONGEST_SHARED_RUN + 1
    excused = _excused(text)
    end = 0
    start = 0
    for at in range(len(text) - size + 1):
        run = tuple(text[at : at + size])
        if run not in documents or all(excused[at : at + size]):
            continue
        if end and at + size > end + 1:
            yield " ".join(text[start:end])
            end = 0
        start = start if end else at
        end = at + size
    if end:
        yield " ".join(text[start:end])


def runs(text: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield every run of `text` that is just too long to share."""
    size = LONGEST_SHARED_RUN + 1
    return (tuple(text[at : at + size]) for at in range(len(text) - size + 1))


def texts(node: Any) -> Iterator[str]:
    """Yield all that a learner may read of a fact or heading, in its order."""
    if isinstance(node, str):
        yield _HOLE.sub(r"\1", node)
    elif isinstance(node, list):
        for inner in node:
            yield from texts(inner)
    elif isinstance(node, dict):
        for name, inner in node.items():
            if name not in _UNSAID_FIELDS:
                yield from texts(inner)


def _excused(text: Sequence[str]) -> list[bool]:
    """Tell of each word whether it is a figure or belongs to a name."""
    found = [word[0].isdigit() or _UNIT.fullmatch(word) is not None for word in text]
    for name in (name.split() for name in NAMES):
        for at in range(len(text) - len(name) + 1):
            if list(text[at : at + len(name)]) == name:
                found[at : at + len(name)] = [True] * len(name)
    return found


def shared_wording(folder: Path) -> Iterator[str]:
    """Yield a line for each stretch of the content that a document in `folder` has."""
    documents = {
        run
        for file in sorted(folder.glob("*.txt"))
        for run in runs(words(file.read_text(encoding="utf-8")))
    }
    for file in sorted((*ROOT.glob("seeds/*.yaml"), *ROOT.glob("decks/*.yaml"))):
        content = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
        heading = {name: value for name, value in content.items() if name != "facts"}
        for fact in ({"id": "heading", **heading}, *content.get("facts", ())):
            text = [word for said in texts(fact) for word in words(said)]
            for run in shared_runs(text, documents):
                yield f"{file.relative_to(ROOT)}: {fact['id']}: {run}"
