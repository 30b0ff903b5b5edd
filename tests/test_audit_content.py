from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from pmflash.compiler.compile import compile_content
from pmflash.model.compiled import Compiled
from pmflash.model.source_file import Role, SourceFile

SEEDS = Path(__file__).parents[1] / "seeds"

FOUND = (
    ("ai-pm-vs-traditional/premium", "premium"),
    ("ai-pm-vs-traditional/extra-preparation", "difference"),
    ("descartes/equity-value", "share-of-valuation"),
    ("descartes/judgment-signals", "announced-count"),
    ("flexport/equity-value", "share-of-valuation"),
    ("flexport/four-p", "named-count"),
    ("flexport/hiring-timeline", "stage-sum"),
    ("jd-com/equity-value", "share-of-valuation"),
    ("jd-com/hiring-timeline", "stage-sum"),
    ("jd-com/hiring-timeline", "rounds-and-stages"),
    ("jd-com/kpi-bonus-payout", "bonus-cap"),
)
NAMED = {fact for fact, _ in FOUND}


def audit_of(*sources: SourceFile) -> Compiled:
    return compile_content(sources, is_thorough=True)


@cache
def the_audit() -> Compiled:
    """What a thorough look at all built-in seeds finds."""
    files = sorted(SEEDS.glob("*.yaml"))
    return audit_of(*(a_source(file.stem, file.read_bytes()) for file in files))


def a_source(seed: str, raw: bytes) -> SourceFile:
    return SourceFile(Role.SEED, seed, f"seeds/{seed}.yaml", raw, True)


def without_the_caveat_of(fact: str) -> SourceFile:
    """The seed of a fact, with that fact's caveat left out."""
    seed, _, name = fact.partition("/")
    content: Any = yaml.load((SEEDS / f"{seed}.yaml").read_bytes(), yaml.BaseLoader)
    for each in content["facts"]:
        if each["id"] == name:
            del each["caveat"]
    return a_source(seed, yaml.safe_dump(content).encode())


def unexplained(compiled: Compiled) -> list[tuple[str, str]]:
    return [
        (each.fact, each.disagreement.rule)
        for each in compiled.audited
        if not each.is_explained
    ]


def test_the_audit_finds_what_does_not_add_up_in_the_documents() -> None:
    found = [(each.fact, each.disagreement.rule) for each in the_audit().audited]
    assert sorted(found) == sorted(FOUND)


def test_a_caveat_explains_all_that_does_not_add_up() -> None:
    assert unexplained(the_audit()) == []


@pytest.mark.parametrize("fact", sorted(NAMED))
def test_without_its_caveat_a_fact_is_warned_of(fact: str) -> None:
    compiled = audit_of(without_the_caveat_of(fact))
    slugs = [each.slug for each in compiled.diagnostics]
    rules = [pair for pair in FOUND if pair[0] == fact]
    assert unexplained(compiled) == rules
    assert slugs.count("does-not-add-up") == len(rules)
