import pytest

from compiler.content import a_deck, a_deck_of, a_fact, compiled, places, slugs
from pmflash.compiler.document import MOST_PROBLEMS
from pmflash.compiler.settings import read_settings
from pmflash.model.diagnostic import Severity
from pmflash.model.source_file import Role, SourceFile

WITHOUT_ID = "  - {q: Q?, a: A}\n"


@pytest.mark.parametrize("more", [0, 1, 1000])
def test_a_hundred_problems_of_a_file_are_told_and_the_others_counted(
    more: int,
) -> None:
    made = compiled(a_deck_of(*[a_fact("x")] * (1 + MOST_PROBLEMS + more)))
    last = ["too-many-problems"] if more else []
    assert slugs(made.diagnostics) == ["repeated-id"] * MOST_PROBLEMS + last
    assert not more or f"and {more:,} more" in made.diagnostics[-1].message


def test_the_last_problem_stands_behind_all_others_without_a_line_of_its_own() -> None:
    made = compiled(a_deck_of(*[WITHOUT_ID] * 200, "\n\n"))
    last = made.diagnostics[-1]
    assert places(made.diagnostics)[-1] == (201, 18, "too-many-problems")
    assert (last.source_line, last.caret_width) == ("", 0)


def test_no_error_is_left_out_for_a_warning() -> None:
    made = compiled(a_deck_of(*[WITHOUT_ID] * 200, a_fact("Bad")))
    assert "bad-id" in slugs(made.diagnostics)
    assert made.diagnostics[-1].severity is Severity.WARNING


def test_errors_that_are_left_out_stay_errors() -> None:
    made = compiled(a_deck_of(*[a_fact("x")] * 200))
    assert made.diagnostics[-1].severity is Severity.ERROR


def test_flaws_of_the_yaml_count_too() -> None:
    flawed = [a_fact(f"f{number}", a="x #1") for number in range(60)]
    made = compiled(a_deck_of(*flawed, *[a_fact("x")] * 60))
    assert len(made.diagnostics) == MOST_PROBLEMS + 1
    assert made.diagnostics[-1].message == "and 19 more in this file"


def test_every_file_has_its_own_hundred() -> None:
    facts = "".join([a_fact("x")] * 200)
    made = compiled(*(a_deck(f"facts:\n{facts}", name) for name in ("a", "b")))
    assert len(made.diagnostics) == 2 * (MOST_PROBLEMS + 1)


def test_settings_have_a_hundred_too() -> None:
    raw = "".join(f"key{number}: x\n" for number in range(200)).encode()
    source = SourceFile(Role.SETTINGS, "settings", "settings.yaml", raw)
    _, diagnostics = read_settings(source)
    assert len(diagnostics) == MOST_PROBLEMS + 1
