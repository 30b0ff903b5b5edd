import json
from dataclasses import fields

from learner import Learner
from pmflash.model.card import Card
from pmflash.model.failure import ExitCode
from shell import Shell

LISTED = """\
cells/wall/answer  (reveal)
  Q  Cells: What is outermost?
  A  The wall
cells/core/answer  (reveal)
  Q  Cells: What is in the middle?
  A  The core
  !  Not in all cells.
biology/own/answer  (reveal)
  Q  Biology: Whose card is this?
  A  Mine
"""


def test_cards_are_listed_with_prompt_answer_and_caveat(pmflash: Shell) -> None:
    ran = pmflash("compile")
    assert (ran.code, ran.out, ran.err) == (ExitCode.FINE, LISTED, "3 cards.\n")


def test_programs_get_every_field_of_a_card(pmflash: Shell) -> None:
    document = json.loads(pmflash("compile", "--json").out)
    card = document["cards"][0]
    assert document["version"] == 1
    assert document["problems"] == []
    assert {*card} == {field.name for field in fields(Card)} - {"cloze", "variants"}
    assert (card["id"], card["fact"]) == ("cells/wall/answer", "cells/wall")
    assert (card["kind"], card["view"]) == ("basic", "answer")
    assert (card["decks"], card["tags"]) == (["biology"], ["cells"])
    assert (card["source"], card["mode"]) == ("Cell guide, Part 1", {"name": "reveal"})


def test_programs_get_the_stretches_of_a_cloze_card(
    pmflash: Shell, learner: Learner
) -> None:
    fact = "{id: c, kind: cloze, text: 'The {{core::place}} rules.'}"
    learner.writes("decks/own.yaml", f"facts: [{fact}]")
    (card,) = json.loads(pmflash("compile", "own", "--json").out)["cards"]
    assert ["core", True, "place"] in card["cloze"]


def test_programs_get_what_a_choice_may_offer(pmflash: Shell, learner: Learner) -> None:
    asked = "{id: a, q: Q?, a: A, mode: choice, confuse_with: [b]}"
    facts = f"[{asked}, {{id: b, q: P?, a: B}}]"
    learner.writes("decks/own.yaml", f"facts: {facts}")
    card, _ = json.loads(pmflash("compile", "own", "--json").out)["cards"]
    mode = card["mode"]
    assert (mode["name"], mode["right"], mode["options"]) == ("choice", "A", ["A"])
    assert mode["distractors"] == [["B"], ["Mine", "The core", "The wall"]]


def test_only_the_decks_that_are_named_are_listed(
    pmflash: Shell, learner: Learner
) -> None:
    learner.writes("decks/own.yaml", "facts: [{id: a, q: Q?, a: A}]")
    ran = pmflash("compile", "own")
    assert ran.out == "own/a/answer  (reveal)\n  Q  own: Q?\n  A  A\n"
    assert ran.err == "1 card.\n"


def test_a_deck_goes_by_its_title_too(pmflash: Shell) -> None:
    assert pmflash("compile", "Biology").out == LISTED


def test_a_deck_that_does_not_exist_is_refused(pmflash: Shell) -> None:
    ran = pmflash("compile", "biologi")
    assert (ran.code, ran.out) == (ExitCode.USAGE, "")
    assert ran.err == (
        "pmflash: there is no deck called `biologi`\n"
        "  = help: did you mean `biology`?\n"
    )


def test_good_cards_are_listed_beside_bad_ones(
    pmflash: Shell, learner: Learner
) -> None:
    learner.writes("decks/own.yaml", "facts: [{id: a, q: Q?}, {id: b, q: Q?, a: A}]")
    ran = pmflash("compile", "own")
    assert ran.code is ExitCode.CONTENT
    assert ran.out.startswith("own/b/answer")
    assert "error[missing-field]" in ran.err
    document = json.loads(pmflash("compile", "--json").out)
    assert [problem["slug"] for problem in document["problems"]] == ["missing-field"]


def test_the_cache_changes_nothing_that_is_told(
    pmflash: Shell, learner: Learner
) -> None:
    learner.writes("decks/own.yaml", "facts: [{id: a, q: Q?}, {id: b, q: Q?, a: A}]")
    for words in (("compile",), ("compile", "--json"), ("due",)):
        fresh = pmflash(*words)
        assert pmflash(*words) == fresh
    assert (learner.locations.cache / "cards.sqlite").exists()


def test_an_answer_of_several_lines_stays_in_its_place(
    pmflash: Shell, learner: Learner
) -> None:
    learner.writes("decks/own.yaml", 'facts: [{id: a, q: Q?, a: "One\\nTwo"}]')
    assert "  A  One\n  A  Two\n" in pmflash("compile", "own").out


def test_a_card_is_listed_for_any_of_the_tags(pmflash: Shell) -> None:
    assert pmflash("compile", "--tag", "mine", "--tag", "cells").out == LISTED
    assert pmflash("compile", "--tag", "mine").out == LISTED[LISTED.index("biology/") :]


def test_a_tag_counts_in_all_decks_whatever_the_settings_choose(
    pmflash: Shell, learner: Learner
) -> None:
    learner.writes("decks/own.yaml", "facts: [{id: a, q: Q?, a: A}]")
    learner.writes("settings.yaml", "decks: [own]")
    assert pmflash("compile", "--tag", "cells").err == "2 cards.\n"


def test_a_search_chooses_what_is_listed(pmflash: Shell) -> None:
    mine = pmflash("compile", "--tag", "mine").out
    assert pmflash("compile", "--search", 'kind:basic "mine"').out == mine
    assert pmflash("compile", "biology", "--search", "-tag:cells x").out == ""
