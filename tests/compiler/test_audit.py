import pytest

from compiler.content import TIMELINE, a_seed
from pmflash.compiler.compile import compile_content
from pmflash.model.audited import Audited
from pmflash.model.compiled import Compiled
from pmflash.model.diagnostic import Diagnostic, Severity
from pmflash.model.source_file import SourceFile

EQUITY = """\
title: Acme
facts:
  - {id: worth, kind: figure, of: worth, measure: equity-value, value: 100000, unit: $}
  - {id: share, kind: figure, of: share, measure: equity, value: 0.07, unit: "%"}
  - {id: whole, kind: figure, of: whole, measure: valuation, value: 2.4, unit: $ B}
"""


def thorough(*sources: SourceFile) -> Compiled:
    return compile_content(sources, is_thorough=True)


def warned(text: str) -> list[Diagnostic]:
    found = thorough(a_seed(text)).diagnostics
    return [each for each in found if each.slug == "does-not-add-up"]


def audited(text: str) -> Audited:
    (only,) = thorough(a_seed(text)).audited
    return only


def test_what_a_fact_finds_in_itself_is_a_warning_at_its_place() -> None:
    (warning,) = warned(TIMELINE)
    assert (warning.line, warning.severity) == (9, Severity.WARNING)
    assert warning.message.startswith("timeline `hiring`: ")
    assert "(1 + 10 = 11 days; stated: 28 days)" in warning.message
    assert (
        warning.help == "correct the figure, or add `caveat:` that says so and names 11"
    )


def test_what_does_not_follow_from_other_facts_is_a_warning_too() -> None:
    (warning,) = warned(EQUITY)
    assert (warning.line, warning.help) == (
        3,
        "correct the figure, or add `caveat:` that says so and names $1.68 M",
    )


@pytest.mark.parametrize("caveat", ["The stages make 11 days.", "Only eleven days."])
def test_a_caveat_that_names_what_comes_out_makes_it_quiet(caveat: str) -> None:
    explained = f"{TIMELINE}    caveat: {caveat}\n"
    assert warned(explained) == []
    assert audited(explained).is_explained
    assert audited(explained).caveat == caveat


def test_a_caveat_about_something_else_explains_nothing() -> None:
    (warning,) = warned(f"{TIMELINE}    caveat: The 28 days are strict.\n")
    assert warning.message.endswith("; its caveat does not name 11")
    assert warning.help == "name 11 in the caveat, with what it belongs to"


def test_each_disagreement_is_listed_with_its_fact_and_place() -> None:
    found = audited(EQUITY)
    assert (found.fact, found.path, found.line) == (
        "cells/worth",
        "seeds/cells.yaml",
        3,
    )
    assert found.disagreement.rule == "share-of-valuation"
    assert not found.is_explained


def test_figures_of_two_files_are_not_mixed() -> None:
    *head, last = EQUITY.splitlines(keepends=True)
    other = a_seed(f"title: Acme\nfacts:\n{last}", id="other")
    (found,) = thorough(a_seed("".join(head)), other).audited
    assert "stated: none" in found.disagreement.arithmetic


def test_disagreements_come_in_the_order_of_the_facts() -> None:
    later = "".join(TIMELINE.splitlines(keepends=True)[2:])
    found = thorough(a_seed(EQUITY + later)).audited
    assert [each.fact for each in found] == ["cells/worth", "cells/hiring"]


def test_learners_do_not_wait_for_the_audit() -> None:
    compiled = compile_content([a_seed(EQUITY)])
    assert (compiled.audited, compiled.diagnostics) == ((), ())


def test_a_message_stays_short_and_on_one_line_whatever_a_unit_holds() -> None:
    unit = "a\\u001b[31m\\n" + "x" * 5000
    (warning,) = warned(TIMELINE.replace("unit: days", f'unit: "{unit}"'))
    assert len(warning.message) < 800
    assert not set("\x1b\n") & {*warning.message, *warning.help}
