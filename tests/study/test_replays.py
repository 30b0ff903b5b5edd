from builders import an_event
from pmflash.model.event import EventKind
from pmflash.scheduling.sm2 import Sm2
from pmflash.study.replays import Replays

FORMER, PRESENT = "cells/wall/answer", "cells/skin/answer"
RENAMES = {"cells/wall": "cells/skin"}


def test_one_log_is_replayed_by_the_ids_of_any_time() -> None:
    replays = Replays(iter([an_event(FORMER), an_event(PRESENT)]), Sm2())
    assert replays.by(RENAMES).standing(PRESENT).review_count == 2
    assert replays.by({}).standing(PRESENT).review_count == 1


def test_what_was_replayed_once_is_not_replayed_again() -> None:
    replays = Replays([an_event(FORMER)], Sm2())
    assert replays.by(RENAMES) is replays.by({**RENAMES})


def test_a_card_of_which_all_was_undone_is_none_of_the_log() -> None:
    done = an_event(PRESENT)
    undo = an_event(PRESENT, kind=EventKind.UNDO, target=done.id)
    replays = Replays([an_event(FORMER), done, undo], Sm2())
    assert replays.cards() == [FORMER]
    assert replays.cards(RENAMES) == [PRESENT]
