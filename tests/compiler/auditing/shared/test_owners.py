from compiler.auditing.ledgers import a_figure, a_ledger, stated
from pmflash.compiler.auditing.shared.owners import two_owners
from pmflash.facts.base import Fact


def rounds(value: str, owner: str, unit: str = "rounds") -> Fact:
    return a_figure("rounds", value, unit, owner=owner)


def compared(bearer_owner: str, *facts: Fact) -> list[str]:
    bearer = stated(a_figure("rounds-difference", "2", "rounds", owner=bearer_owner))
    pair = two_owners(a_ledger(*facts), "rounds", bearer)
    return [each.owner for each in pair or ()]


def test_the_owner_of_the_comparing_fact_comes_first() -> None:
    facts = (rounds("5", "AI"), rounds("3", "other"))
    assert compared("AI", *facts) == ["AI", "other"]
    assert compared("other", *facts) == ["other", "AI"]


def test_for_a_fact_of_neither_owner_the_larger_figure_comes_first() -> None:
    assert compared("", rounds("3", "other"), rounds("5", "AI")) == ["AI", "other"]
    assert compared("", rounds("5", "AI"), rounds("3", "other")) == ["AI", "other"]


def test_it_takes_exactly_two_owners() -> None:
    assert compared("A", rounds("5", "A")) == []
    assert compared("A", rounds("5", "A"), rounds("4", "B"), rounds("3", "C")) == []


def test_the_first_figure_of_an_owner_counts() -> None:
    facts = (rounds("5", "A"), rounds("3", "B"), rounds("9", "B"))
    assert compared("", *facts) == ["A", "B"]


def test_units_that_have_nothing_in_common_are_not_compared() -> None:
    assert compared("A", rounds("5", "A"), rounds("3", "B", "days")) == []
