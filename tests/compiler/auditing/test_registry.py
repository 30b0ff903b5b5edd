import re

import pytest

from compiler.auditing.ledgers import a_ledger
from fact_builders import EXAMPLES, a_fact
from pmflash.compiler.auditing.base import Rule
from pmflash.compiler.auditing.registry import RULES

OF_THE_FACTS = {"stage-sum", "share-sum", "named-count", "announced-count"}
"""Names of the sums that a fact checks on its own."""

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


@each_rule
def test_a_rule_is_named_in_kebab_case(rule: Rule) -> None:
    assert re.fullmatch("[a-z]+(-[a-z]+)*", rule.name)


def test_no_two_rules_share_a_name() -> None:
    names = {rule.name for rule in RULES}
    assert len(names) == len(RULES)
    assert not names & OF_THE_FACTS


@each_rule
def test_a_rule_finds_nothing_where_nothing_is_measured(rule: Rule) -> None:
    facts = (a_fact(kind, **fields) for kind, fields in EXAMPLES.items())
    assert not [*rule.findings(a_ledger())]
    assert not [*rule.findings(a_ledger(*facts))]


MEASURES = (
    *("equity", "valuation", "equity-value", "rounds", "base-salary", "bonus"),
    *("base-salary-premium", "rounds-difference", "bonus-payout", "process-length"),
)


@each_rule
@pytest.mark.parametrize("kind", sorted(EXAMPLES.keys() - {"figure", "band"}))
def test_only_figures_and_bands_are_compared_whatever_is_measured(
    rule: Rule, kind: str
) -> None:
    facts = (
        a_fact(kind, **{**EXAMPLES[kind], "measure": measure, "owner": owner})
        for measure in MEASURES
        for owner in ("", "AI PM", "other")
    )
    assert not [*rule.findings(a_ledger(*facts))]
