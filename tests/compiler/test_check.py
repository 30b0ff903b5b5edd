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


@pytest.mark.parametrize("rev", ["-1", "9999999999", "two", "1.5"])
def test_a_rev_is_a_number_that_was_raised_by_hand(rev: str) -> None:
    fact, problems = check_fact(a_raw(rev=rev), WHERE)
    assert fact is None
    assert [problem.where for problem in problems] == [(*WHERE, "rev")]


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


@pytest.mark.parametrize("name", ["as_of", "valid_until"])
def test_a_date_that_is_none_is_told_at_its_field(name: str) -> None:
    fact, problems = check_fact(a_raw(**{name: "2026-13-01", "rev": "x"}), WHERE)
    assert fact is None
    found = [(problem.slug, problem.where) for problem in problems]
    assert found == [("not-a-date", (*WHERE, name)), ("not-a-number", (*WHERE, "rev"))]


@pytest.mark.parametrize("text", ["2026", "2026-11", "2026-11-21", "", None, " 2026 "])
def test_a_date_may_be_a_year_a_month_or_a_day(text: Value) -> None:
    assert check_fact(a_raw(as_of=text, valid_until=text), WHERE)[1] == []


@pytest.mark.parametrize("axis", ["rows", "columns"])
def test_values_without_the_name_of_their_axis_are_shown_how(axis: str) -> None:
    values: Value = ["Hi", "Lo"]
    raw: dict[str, Value] = {"id": "m", "kind": "matrix", "name": "M", axis: values}
    _, (problem,) = check_fact(raw, WHERE)
    assert problem.help.startswith(f"write `{axis}: {{name: ")
    assert problem.help.endswith(", values: [High, Low]}`")
