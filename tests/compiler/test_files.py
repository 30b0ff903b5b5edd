import pytest

from compiler.content import a_deck, a_fact, a_seed
from pmflash.compiler.files import CheckedFile, check_file
from pmflash.compiler.read import read_document
from pmflash.model.origin import Origin
from pmflash.model.source_file import SourceFile


def checked(source: SourceFile) -> CheckedFile:
    document, _ = read_document(source)
    assert document is not None
    return check_file(document)


def ids(file: CheckedFile) -> list[str]:
    return [filed.fact.id for filed in file.facts]


def slugs(file: CheckedFile) -> list[str]:
    return [problem.slug for problem in file.problems]


def test_a_heading_says_it_once_for_all_facts() -> None:
    text = "title: Cells\ncontext: Acme\ndocument: Acme guide\ntags: [acme]\n"
    file = checked(a_seed(text))
    assert file.origin == Origin("cells", "Acme", "Acme guide", ("acme",))


def test_the_context_is_the_title_unless_given() -> None:
    assert checked(a_seed("title: Cells\n")).origin.context == "Cells"


def test_an_empty_context_is_allowed() -> None:
    assert checked(a_seed("title: Cells\ncontext: ''\n")).origin.context == ""


def test_a_file_without_a_title_goes_by_its_name() -> None:
    file = checked(a_deck("facts: []\n"))
    assert (file.title, file.origin.context) == ("biology", "biology")


def test_a_wrong_heading_costs_no_fact() -> None:
    file = checked(a_deck("title: [a]\ntags: x\nfacts:\n" + a_fact()))
    assert slugs(file) == ["wrong-shape", "wrong-shape"]
    assert ids(file) == ["osmosis"]


def test_a_seed_studies_nothing() -> None:
    assert slugs(checked(a_seed("study: []\n"))) == ["unknown-field"]


def test_facts_are_a_list() -> None:
    file = checked(a_deck("facts: osmosis\n"))
    assert slugs(file) == ["wrong-shape"]
    assert ids(file) == []


def test_one_bad_fact_costs_one_fact() -> None:
    text = "facts:\n" + a_fact("one") + a_fact("two", "hnit: x") + a_fact("three")
    assert ids(checked(a_deck(text))) == ["one", "three"]


def test_a_fact_with_a_flaw_is_left_out_without_a_second_message() -> None:
    file = checked(a_deck("facts:\n" + a_fact("one", a="*x") + a_fact("two")))
    assert (ids(file), slugs(file)) == (["two"], [])


def test_the_first_of_two_facts_with_one_id_stays() -> None:
    file = checked(a_deck("facts:\n" + a_fact(a="first") + a_fact(a="second")))
    assert ids(file) == ["osmosis"]
    assert slugs(file) == ["repeated-id"]
    assert "on line 2" in file.problems[0].message


def test_a_made_id_never_meets_one_that_is_written_below() -> None:
    file = checked(a_deck("facts:\n  - q: What?\n    a: It\n" + a_fact("what")))
    assert ids(file) == ["what-2", "what"]


def test_two_facts_without_ids_get_two() -> None:
    file = checked(a_deck("facts:\n" + "  - q: What?\n    a: It\n" * 2))
    assert ids(file) == ["what", "what-2"]
    assert slugs(file) == ["missing-id", "missing-id"]


def test_the_first_of_two_lists_of_facts_stays() -> None:
    text = "facts:\n" + a_fact("one") + "facts:\n" + a_fact("two")
    assert ids(checked(a_deck(text))) == ["one"]


@pytest.mark.parametrize("facts", ["facts:\n  id: x\n  q: Q\n", "facts: some text\n"])
def test_facts_that_are_no_list_are_told_how_each_starts(facts: str) -> None:
    (problem,) = checked(a_deck(facts)).problems
    assert (problem.slug, problem.where) == ("wrong-shape", ("facts",))
    assert problem.help == "start each fact with `- `"


def test_facts_with_no_space_behind_the_dash_are_told_where() -> None:
    (problem,) = checked(a_deck("facts:\n  -id: x\n  q: Q\n")).problems
    assert (problem.slug, problem.where) == ("no-space-after-dash", ("facts", "-id"))
