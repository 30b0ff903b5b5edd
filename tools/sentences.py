"""The documents behind the seeds, cut into numbered sentences.

The documents are not in this repository. They are recognised by their headings.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

SECTIONS: dict[str, tuple[tuple[str, str], ...]] = {
    "flexport": (
        ("Opening", "flexport ai ml product manager"),
        ("Responsibilities", "responsibilities will a flexport"),
        ("Technical depth and product judgment", "technical depth versus"),
        ("Compensation", "compensation package should"),
        ("Timeline", "how long does the interview"),
        ("Preparation", "the prep that"),
        ("Weak patterns", "patterns that signal"),
        ("FAQ", "faq"),
    ),
    "descartes": (
        ("Opening", "descartes ai ml product manager"),
        ("Responsibilities", "responsibilities of a descartes"),
        ("Product sense", "evaluate product sense"),
        ("Compensation", "compensation package can"),
        ("Timeline", "how many interview rounds"),
        ("Signals", "what signals do hiring"),
        ("Preparation", "a practical prep"),
        ("Weak patterns", "patterns that signal"),
        ("FAQ", "faq"),
    ),
    "jd-com": (
        ("Opening", "jd.com ai ml product manager"),
        ("Responsibilities", "responsibilities of a jd.com"),
        ("Interview rounds", "evaluate ai product manager"),
        ("Signals", "what signals do jd.com"),
        ("Compensation", "compensation package for"),
        ("Timeline", "how long does the jd.com"),
        ("Preparation", "a practical prep"),
        ("Weak patterns", "the gaps that"),
        ("FAQ", "faq"),
    ),
    "ai-pm-vs-traditional": (
        ("Opening", "ai pm vs traditional pm"),
        ("Day to day", "differences between an ai"),
        ("Compensation", "how does compensation"),
        ("When to move", "when should i consider"),
        ("Alternatives", "what alternative career"),
        ("Interviews", "how do interview expectations"),
        ("Preparation", "the prep that"),
        ("Weak patterns", "traps that cost"),
        ("FAQ", "faq"),
    ),
}
"""Of each seed: its sections in order, each with what its heading contains."""

_ADVERTISING = (
    "related:",
    "ready to build",
    "get the full",
    "the book is also",
    "related reading",
)
_LONGEST_HEADING = 16
"""Words."""
_LONGEST_LEAD_IN = 6
"""Words of a line such as `Script:`, which says nothing itself."""
_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“(]?[A-Z0-9$])|\s+(?=GOOD:)")
_SPACES = re.compile(r"\s+")
_BULLET = re.compile(r"^\s*(?:[•>-]\s+)+")
_ABBREVIATION = re.compile(r"\b(?:e\.g|i\.e|vs|etc)\.$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a document, by its section and its number there, from 1."""

    section: str
    number: int
    text: str


def documents(folder: Path) -> dict[str, tuple[Sentence, ...]]:
    """Return the sentences of every document in `folder`, by the seed's name."""
    found = {}
    for file in sorted(folder.glob("*.txt")):
        text = file.read_text(encoding="utf-8")
        seed = _seed_of(text)
        if seed is not None:
            found[seed] = tuple(sentences(text, SECTIONS[seed]))
    return found


def sentences(text: str, sections: Iterable[tuple[str, str]]) -> Iterator[Sentence]:
    """Yield the sentences of `text`, without headings, links and advertising."""
    waiting = list(sections)
    section, number = "", 0
    for line in text.splitlines():
        said = _SPACES.sub(" ", _BULLET.sub("", line)).strip()
        if waiting and _is_heading(said, waiting[0][1]):
            section, number = waiting.pop(0)[0], 0
        elif said and section and not _is_left_out(said):
            for piece in _pieces(said):
                yield Sentence(section, number := number + 1, piece)


def _seed_of(text: str) -> str | None:
    first = _plain(text.splitlines()[0]) if text else ""
    for seed, sections in SECTIONS.items():
        if sections[0][1] in first:
            return seed
    return None


def _plain(line: str) -> str:
    return _SPACES.sub(" ", line).casefold()


def _is_heading(line: str, contained: str) -> bool:
    return contained in _plain(line) and len(line.split()) <= _LONGEST_HEADING


def _is_left_out(line: str) -> bool:
    """Tell whether a line is advertising, or a question that is a heading."""
    if any(said in _plain(line)[:24] for said in _ADVERTISING):
        return True
    words = len(line.split())
    if line.endswith(":"):
        return words <= _LONGEST_LEAD_IN
    return line.endswith("?") and words <= 2 * _LONGEST_HEADING


def _pieces(line: str) -> Iterator[str]:
    start = 0
    for gap in _END.finditer(line):
        piece = line[start : gap.end()].strip()
        if _ABBREVIATION.search(piece) is None:
            yield piece
            start = gap.end()
    if line[start:].strip():
        yield line[start:].strip()
