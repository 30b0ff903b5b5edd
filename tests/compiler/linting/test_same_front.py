from compiler.content import a_deck, a_fact, a_seed
from compiler.linting.looking import found
from pmflash.compiler.compile import compile_content

ONE = "context: Ada\nfacts:\n" + a_fact("pay", q="What is the bonus?", a="A tenth")


def test_one_front_in_a_seed_and_a_deck_is_found_at_the_later_one() -> None:
    other = "context: Ada\n\nfacts:\n" + a_fact("more", q="'ADA: what is  the bonus'")
    assert found(a_seed(ONE), a_deck(other)) == [("same-front", 5)]


def test_the_message_says_where_the_earlier_card_stands() -> None:
    sources = (a_seed(ONE), a_deck(ONE))
    (found,) = compile_content(sources, is_thorough=True).diagnostics
    assert "`cells/pay/answer` of seeds/cells.yaml, line 3" in found.message


def test_one_question_in_two_contexts_is_two_fronts() -> None:
    assert found(a_seed(ONE), a_deck(ONE.replace("Ada", "Bo"))) == []


def test_fronts_that_differ_in_where_the_hole_is_are_two() -> None:
    ways = ("{{Drift}} of a model comes slowly", "Drift of a model {{comes}} slowly")
    facts = "".join(
        f"  - {{id: x{n}, kind: cloze, text: '{text}'}}\n"
        for n, text in enumerate(ways)
    )
    assert found(a_deck("facts:\n" + facts)) == []


def test_fronts_that_differ_in_a_sign_are_two() -> None:
    questions = ("'What costs 5 $ a day?'", "'What costs 5 % a day?'")
    facts = [a_fact(f"x{n}", q=text) for n, text in enumerate(questions)]
    assert found(a_deck("facts:\n" + "".join(facts))) == []


def test_a_fact_studied_by_two_decks_has_one_front() -> None:
    deck = "study:\n  - seed: cells\n"
    assert found(a_seed(ONE), a_deck(deck), a_deck(deck, "again")) == []
