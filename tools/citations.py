"""Which facts cite which sentence of a document, and which sentence nobody cites."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml
from tools.sentences import Sentence

ROOT = Path(__file__).parents[1]
_SPAN = "[0-9]+(?:-[0-9]+)?"
_CITATION = re.compile(
    rf"(?P<section>.+), sentences? (?P<numbers>{_SPAN}(?:, {_SPAN})*)"
)
_ADVERTISING = "PM Interview Playbook"
"""A sentence that names it may stand without a fact: it may hold nothing else."""

Place = tuple[str, int]
"""Section and number of a sentence."""


def cited_places(source: str) -> Iterator[Place]:
    """Yield what a fact cites; raises `ValueError` for a source that is not exact.

    Such as `Compensation, sentences 1-2; FAQ, sentence 3`.
    """
    for part in source.split("; "):
        found = _CITATION.fullmatch(part)
        if found is None:
            raise ValueError(f"cites no sentence: {source or 'nothing'}")
        for span in found["numbers"].split(", "):
            first, _, last = span.partition("-")
            numbers = range(int(first), int(last or first) + 1)
            if not numbers:
                raise ValueError(f"cites sentences backwards: {source}")
            yield from ((found["section"], number) for number in numbers)


def report(
    seed: str, sentences: Sequence[Sentence], is_whole: bool
) -> tuple[list[str], list[str]]:
    """Return the lines to print about one document, and its faults among them."""
    cited, faults = _cited(seed)
    lines: list[str] = []
    known = {(each.section, each.number) for each in sentences}
    for place, facts in cited.items():
        if place not in known:
            faults += [f"{fact}: there is no {_named(*place)}" for fact in facts]
    for each in sentences:
        facts = cited.get((each.section, each.number), [])
        line = f"{seed}: {_named(each.section, each.number)}: {each.text}"
        if is_whole:
            lines += [line, f"    {', '.join(facts) or '-'}"]
        if not facts and _ADVERTISING not in each.text:
            faults.append(f"no fact cites {line}")
    return lines, faults


def _named(section: str, number: int) -> str:
    return f"{section}, sentence {number}"


def _cited(seed: str) -> tuple[dict[Place, list[str]], list[str]]:
    cited: defaultdict[Place, list[str]] = defaultdict(list)
    faults = []
    for fact in facts_of(seed):
        try:
            for place in cited_places(_source(fact)):
                cited[place].append(fact["id"])
        except ValueError as error:
            faults.append(f"{seed}/{fact['id']} {error}")
    return cited, faults


def facts_of(seed: str) -> list[dict[str, Any]]:
    """Return the facts of a seed as they stand in its file."""
    file = ROOT / "seeds" / f"{seed}.yaml"
    content = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
    facts: list[dict[str, Any]] = content["facts"]
    return facts


def _source(fact: dict[str, Any]) -> str:
    source = fact.get("source", "")
    return source if isinstance(source, str) else ""
