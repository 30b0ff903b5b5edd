from compiler.linting.looking import asked, rules_broken_by

RULE = ["long-answer"]


def words(count: int) -> str:
    return " ".join(["word"] * count)


def test_an_answer_has_at_most_forty_words() -> None:
    assert asked("What is drift?", words(40)) == []
    assert asked("What is drift?", words(41)) == RULE


def test_dashes_are_no_words() -> None:
    assert asked("What is drift?", f"{words(20)} – {words(20)}") == []


def test_reasons_are_not_counted() -> None:
    fact = f"q: What is drift?\na: It moves\nwhy: {words(60)}\ncaveat: {words(60)}"
    assert rules_broken_by(fact) == []


def test_of_a_list_only_what_is_asked_for_is_counted() -> None:
    parts = ", ".join(f"{{name: P{n}, meaning: {words(15)} {n}x}}" for n in range(3))
    fact = f"kind: framework\nname: F\nviews: [parts]\nparts: [{parts}]"
    assert rules_broken_by(fact) == []


def test_long_items_together_make_a_long_answer() -> None:
    items = ", ".join(f"{words(15)} {n}x" for n in range(3))
    assert rules_broken_by(f"kind: list\nof: things\nitems: [{items}]") == RULE
