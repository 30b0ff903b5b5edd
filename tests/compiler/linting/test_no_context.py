from compiler.content import a_deck, a_fact, a_seed
from compiler.linting.looking import found, rules_broken_by

NO_CONTEXT = 'title: Mixed\ncontext: ""'
QUESTION = "q: What is the top of the range?\na: $5 k"
SEED = a_seed("title: Sea Freight\nfacts:\n" + a_fact(q="What moves?"))


def deck_asking(question: str) -> list[tuple[str, int]]:
    fact = a_fact(q=question, a="$5 k")
    return found(SEED, a_deck(f"{NO_CONTEXT}\nfacts:\n{fact}"))


def test_a_prompt_of_a_file_without_context_has_to_name_somebody() -> None:
    assert deck_asking("What is the top of the range?") == [("no-context", 5)]


def test_naming_the_context_of_any_file_is_enough() -> None:
    assert deck_asking("What is the top of the range at Sea Freight?") == []


def test_half_a_name_is_not_the_name() -> None:
    assert deck_asking("What is the range in freight?") == [("no-context", 5)]


def test_a_fact_with_an_owner_is_known_to_be_somebodys() -> None:
    assert rules_broken_by(f"{QUESTION}\nowner: Ada", NO_CONTEXT) == []


def test_the_title_of_a_deck_is_context_enough() -> None:
    assert rules_broken_by(QUESTION, "title: My notes") == []
