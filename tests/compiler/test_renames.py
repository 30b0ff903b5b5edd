import pytest

from compiler.content import a_deck, a_deck_of, a_fact, a_seed, compiled, slugs
from pmflash.model.source_file import SourceFile


def renames(*sources: SourceFile) -> dict[str, str]:
    return dict(compiled(*sources).renames)


def test_a_fact_names_the_id_that_it_had() -> None:
    made = compiled(a_deck_of(a_fact("wall", "formerly: cell-wall")))
    assert made.renames == {"biology/cell-wall": "biology/wall"}
    assert made.diagnostics == ()


def test_a_fact_that_was_renamed_twice_names_both_ids() -> None:
    deck = a_deck_of(a_fact("wall", "formerly: [skin, cell-wall]"))
    assert renames(deck) == {
        "biology/skin": "biology/wall",
        "biology/cell-wall": "biology/wall",
    }


def test_a_fact_of_another_file_is_named_with_it() -> None:
    deck = a_deck_of(a_fact("wall", "formerly: old-notes/wall"))
    assert renames(deck) == {"old-notes/wall": "biology/wall"}


def test_what_a_present_fact_is_called_is_not_taken_from_it() -> None:
    deck = a_deck_of(a_fact("wall"), a_fact("skin", "formerly: [wall, skin, bark]"))
    assert renames(deck) == {"biology/bark": "biology/skin"}


@pytest.mark.parametrize("mistake", ["kind: trem", "views: [none]"])
def test_a_fact_with_a_mistake_still_has_its_id(mistake: str) -> None:
    deck = a_deck_of(a_fact("wall", mistake), a_fact("skin", "formerly: wall"))
    assert renames(deck) == {}


def test_a_fact_of_a_seed_and_a_deck_of_one_name_keeps_its_id() -> None:
    seed = a_seed("facts:\n" + a_fact("wall"), "biology")
    assert renames(seed, a_deck_of(a_fact("skin", "formerly: wall"))) == {}


def test_a_made_id_is_in_use_too() -> None:
    made = a_deck("facts:\n  - {q: Why, a: So}\n" + a_fact("how", "formerly: why"))
    assert renames(made) == {}


def test_of_two_facts_that_claim_one_id_the_first_has_it() -> None:
    first, second = (a_fact(name, "formerly: wall") for name in ("skin", "bark"))
    made = compiled(a_deck_of(first, second))
    assert made.renames == {"biology/wall": "biology/skin"}
    assert slugs(made.diagnostics) == ["former-id-shared"]


def test_an_id_named_twice_in_one_fact_is_named_once() -> None:
    made = compiled(a_deck_of(a_fact("wall", "formerly: [skin, biology/skin]")))
    assert made.renames == {"biology/skin": "biology/wall"}
    assert made.diagnostics == ()
