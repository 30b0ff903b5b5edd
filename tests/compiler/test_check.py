import pytest

from pmflash.compiler.check import check_fact, kind_of
from pmflash.compiler.events import Value
from pmflash.facts.basic import Basic
from pmflash.model.diagnostic import Severity

WHERE = ("facts", 4)


def a_raw(**changes: Value) -> dict[str, Value]:
    return {"id": "osmosis", "q": "What?", "a": "Water", **changes}


def test_a_good_fact_becomes_its_kind() -> None:
    fact, problems = check_fact(a_raw(), WHERE)
    assert fact == Basic(id="osmosis", q="What?", a="Water")
    assert problems == []


@pytest.mark.parametrize("kind", [None, "basic"])
def test_the_plainest_kind_needs_no_naming(kind: Value) -> None:
    assert kind_of(a_raw(kind=kind)) is Basic


@pytest.mark.parametrize("kind", ["trem", ["basic"], {"basic": "x"}, "x" * 100_000])
def test_an_unknown_kind_is_one_message(kind: Value) -> None:
    fact, problems = check_fact(a_raw(kind=kind, nothing="else"), WHERE)
    assert fact is None
    assert [(p.slug, p.where) for p in problems] == [("unknown-kind", (*WHERE, "kind"))]


@pytest.mark.parametrize("id", ["Cell Wall", "a_b", "-a", "a--b", "é", "a/b"])
def test_an_id_is_lowercase_words_joined_by_hyphens(id: str) -> None:
    fact, problems = check_fact(a_raw(id=id), WHERE)
    assert fact is None
    assert [problem.slug for problem in problems] == ["bad-id"]


def test_a_bad_id_hides_no_other_mistake() -> None:
    _, problems = check_fact(a_raw(id="Cell Wall", a=None), WHERE)
    assert [problem.slug for problem in problems] == ["bad-id", "empty-field"]


def test_a_made_id_is_a_warning_that_keeps_the_fact() -> None:
    fact, problems = check_fact({"q": "What?", "a": "Water"}, WHERE, "what")
    assert fact is not None
    assert fact.id == "what"
    assert [problem.severity for problem in problems] == [Severity.WARNING]


def test_a_view_that_the_kind_lacks_costs_the_fact() -> None:
    fact, problems = check_fact(a_raw(views=["answer", "anwser"]), WHERE)
    assert fact is None
    assert problems[0].where == (*WHERE, "views", 1)
    assert problems[0].help == "did you mean `answer`?"


def test_problems_that_the_kind_finds_get_their_whole_place() -> None:
    raw = a_raw(kind="list", of="things", items=["one", "One"])
    del raw["q"], raw["a"]
    fact, problems = check_fact(raw, WHERE)
    assert fact is None
    assert {problem.where[:3] for problem in problems} == {(*WHERE, "items")}


@pytest.mark.parametrize("raw", ["osmosis", None, ["osmosis"]])
def test_a_fact_is_made_of_fields(raw: Value) -> None:
    fact, problems = check_fact(raw, WHERE)
    assert fact is None
    assert [(p.slug, p.where) for p in problems] == [("not-a-fact", WHERE)]
