from builders import a_card, an_event
from pmflash.model.renames import NO_RENAMES, Renames
from pmflash.scheduling.sm2 import Sm2
from pmflash.study.replays import Replays
from pmflash.study.succession import Flow, Side, first_of_each, flow_of, heirs

WALL, SKIN, BARK = (f"cells/{name}/answer" for name in ("wall", "skin", "bark"))
REPLAYS = Replays([an_event(WALL), an_event(SKIN)], Sm2())
WALL_IS_SKIN = {"cells/wall": "cells/skin"}
SKIN_IS_BARK = {"cells/skin": "cells/bark"}


def side(renames: Renames, *cards: str) -> Side:
    known = {card: a_card(id=card) for card in cards}
    return Side(known, REPLAYS.by(renames), renames)


def flow(before: Side, after: Side) -> Flow:
    return flow_of(REPLAYS.cards(), before, after)


def test_what_no_fact_names_any_more_is_left_under_its_old_id() -> None:
    found = flow(side(WALL_IS_SKIN, SKIN), side(SKIN_IS_BARK, BARK))
    assert found.left(SKIN, BARK) == (WALL,)
    assert found.left(SKIN, None) == (WALL, BARK)
    assert found.joined(BARK, SKIN) == ()


def test_what_gets_an_id_that_has_progress_is_joined_by_it() -> None:
    found = flow(side(NO_RENAMES, WALL), side(WALL_IS_SKIN, SKIN))
    assert found.joined(SKIN, WALL) == (SKIN,)
    assert found.left(WALL, SKIN) == ()


def test_a_card_is_the_one_whose_fact_says_so() -> None:
    before, after = side(NO_RENAMES, WALL, BARK), side(WALL_IS_SKIN, SKIN)
    assert heirs(before, after, flow(before, after)) == {WALL: SKIN, BARK: None}


def test_a_fact_that_takes_back_its_old_id_is_what_it_was() -> None:
    before, after = side(WALL_IS_SKIN, SKIN), side(NO_RENAMES, WALL)
    assert heirs(before, after, flow(before, after)) == {SKIN: WALL}


def test_of_cards_that_became_one_the_first_is_that_with_its_id_or_progress() -> None:
    before = side(NO_RENAMES, BARK, WALL, SKIN)
    assert first_of_each({BARK: SKIN, WALL: SKIN, SKIN: SKIN}, before) == {SKIN: SKIN}
    assert first_of_each({BARK: "x", WALL: "x"}, before) == {"x": WALL}
