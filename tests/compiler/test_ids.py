from pmflash.compiler.ids import made_id, short_slug
from pmflash.facts.base import ID_PATTERN
from pmflash.facts.basic import Basic


def test_an_id_is_made_from_the_question() -> None:
    assert made_id({"a": "It", "q": "What is it?"}, Basic, ()) == "what-is-it"


def test_a_made_id_avoids_those_that_are_taken() -> None:
    taken = {"what", "what-2"}
    assert made_id({"q": "What?"}, Basic, taken) == "what-3"


def test_a_long_question_gives_whole_words() -> None:
    name = short_slug("supercalifragilistic " * 9)
    assert name == "supercalifragilistic-supercalifragilistic"


def test_one_endless_word_is_cut() -> None:
    assert short_slug("x" * 1000) == "x" * 48


def test_a_script_without_ascii_still_gets_a_lasting_id() -> None:
    name = made_id({"q": "什么"}, Basic, ())
    assert ID_PATTERN.fullmatch(name)
    assert name == made_id({"q": "什么"}, Basic, ("other",))


def test_a_fact_without_any_text_still_gets_an_id() -> None:
    assert ID_PATTERN.fullmatch(made_id({}, Basic, ()))
