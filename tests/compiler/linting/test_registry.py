import re
from pathlib import Path

import pytest

from compiler.content import a_deck, a_fact, a_seed
from compiler.golden import CASES
from compiler.linting.looking import found
from pmflash.compiler.linting.base import Rule
from pmflash.compiler.linting.registry import RULES

README = Path(__file__).parents[3] / "README.md"
EXAMPLE = re.compile(r"`(\{.*?\})`")
SEED = a_seed("context: Flexport\nfacts:\n" + a_fact(q="What is the bonus?"))

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


def row_of(rule: Rule) -> str:
    """What stands behind the rule's name and sentence in the README."""
    chapter = README.read_text("utf-8").partition("\n## Good cards\n")[2]
    return chapter.partition(f"| `{rule.name}` | {rule.explained} |")[2].split("\n")[0]


def rules_broken_by(example: str, rule: Rule) -> list[str]:
    context = '""' if rule.name == "no-context" else "Flexport"
    fact = example.replace("{", "{id: x, ", 1).replace("...", "word " * 60)
    deck = a_deck(f"context: {context}\nfacts:\n  - {fact}\n")
    return [name for name, _ in found(SEED, deck)]


@each_rule
def test_a_rule_has_a_golden_case(rule: Rule) -> None:
    assert (CASES / rule.name / "expected.txt").exists()


@each_rule
def test_the_example_that_authors_are_warned_of_breaks_the_rule(rule: Rule) -> None:
    assert rules_broken_by(EXAMPLE.findall(row_of(rule))[0], rule) == [rule.name]


@each_rule
def test_the_example_that_authors_should_follow_breaks_no_rule(rule: Rule) -> None:
    assert rules_broken_by(EXAMPLE.findall(row_of(rule))[1], rule) == []


@each_rule
def test_a_rule_has_a_slug_for_a_name(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)


def test_no_two_rules_have_one_name() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
