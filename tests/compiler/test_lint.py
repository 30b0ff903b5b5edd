from compiler.content import a_deck, a_deck_of, a_fact, a_seed, compiled, places
from pmflash.compiler.compile import compile_content
from pmflash.model.diagnostic import Diagnostic, Severity
from pmflash.model.source_file import SourceFile

YES_NO = a_fact(q="Is it wet?", a="Only inside")


def looked_at(*sources: SourceFile) -> tuple[Diagnostic, ...]:
    return compile_content(sources, is_thorough=True).diagnostics


def test_a_rule_warns_at_the_field_that_breaks_it() -> None:
    assert places(looked_at(a_deck_of(YES_NO))) == [(3, 8, "yes-no-question")]


def test_a_card_that_is_not_good_is_no_error() -> None:
    (found,) = looked_at(a_deck_of(YES_NO))
    assert found.severity is Severity.WARNING
    assert len(compiled(a_deck_of(YES_NO)).cards) == 1


def test_only_a_thorough_look_judges_cards() -> None:
    assert compiled(a_deck_of(YES_NO)).diagnostics == ()


def test_a_fact_may_break_a_rule_that_it_names() -> None:
    allowed = a_fact(extra="allow: [yes-no-question]", q="Is it wet?", a="Only inside")
    assert looked_at(a_deck_of(allowed)) == ()


def test_naming_one_rule_allows_no_other() -> None:
    allowed = a_fact(extra="allow: [long-list]", q="Is it wet?", a="Only inside")
    assert places(looked_at(a_deck_of(allowed))) == [(3, 8, "yes-no-question")]


def test_a_rule_that_is_none_is_told_of() -> None:
    fact = a_fact(extra="allow: [yes-no-questions]")
    (found,) = looked_at(a_deck_of(fact))
    assert (found.slug, found.line, found.column) == ("unknown-rule", 5, 13)
    assert found.help == "did you mean `yes-no-question`?"


def test_cards_made_from_one_place_share_one_message() -> None:
    parts = "{name: Data, meaning: Data of a user}, {name: Data set, meaning: Rows}"
    fact = f"  - {{id: x, kind: framework, name: F, parts: [{parts}]}}\n"
    assert [found.slug for found in looked_at(a_deck_of(fact))] == ["answer-in-prompt"]


def test_facts_that_no_deck_studies_are_judged_too() -> None:
    seed = a_seed("title: Cells\nfacts:\n" + YES_NO)
    deck = a_deck("facts:\n" + a_fact(q="What grows?", a="All of them"))
    assert [found.path for found in looked_at(seed, deck)] == ["seeds/cells.yaml"]


def test_texts_without_a_single_word_break_nothing() -> None:
    assert looked_at(a_deck_of(a_fact(q="'?'", a="'...'"))) == ()
