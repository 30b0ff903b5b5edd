from dataclasses import replace

from builders import DAY_0, a_card, an_event
from pmflash.model.card import Card
from pmflash.model.renames import NO_RENAMES, Renames
from pmflash.scheduling.sm2 import Sm2
from pmflash.study.changes import Changes, Learnt, changes
from pmflash.study.replays import Replays
from pmflash.study.succession import Side, flow_of

CARD = a_card(id="cells/wall/answer", fact="cells/wall")
OTHER = a_card(id="cells/skin/answer", fact="cells/skin")


def changed(
    before: tuple[Card, ...],
    after: tuple[Card, ...],
    renames: Renames = NO_RENAMES,
    former: Renames = NO_RENAMES,
    log: tuple[str, ...] = (CARD.id,),
) -> Changes:
    """What an edit does to `CARD`, reviewed once on day 0, or to what is in the log."""
    replays = Replays([an_event(card) for card in log], Sm2())
    old, new = (
        Side({card.id: card for card in cards}, replays.by(names), names)
        for cards, names in ((before, former), (after, renames))
    )
    return changes(old, new, flow_of(replays.cards(), old, new), DAY_0)


def learnt(card: str = CARD.id, formerly: str = "") -> Learnt:
    due_on = DAY_0.replace(day=6)
    return Learnt(card, 1, due_on, formerly, reviews_after=1, due_on_after=due_on)


def gone() -> Learnt:
    return Learnt(CARD.id, 1, DAY_0.replace(day=6), is_gone=True, left_under=(CARD.id,))


def test_without_an_edit_nothing_changes() -> None:
    same = changed((CARD, OTHER), (CARD, OTHER))
    assert same == Changes(kept=1)
    assert same.is_nothing


def test_a_new_card_is_added() -> None:
    assert changed((CARD,), (CARD, OTHER)) == Changes(added=(OTHER.id,), kept=1)


def test_a_card_that_was_never_reviewed_is_only_removed() -> None:
    assert changed((CARD, OTHER), (CARD,)) == Changes(removed=(OTHER.id,), kept=1)


def test_a_card_with_progress_that_is_gone_is_orphaned() -> None:
    assert changed((CARD,), ()) == Changes(orphaned=(gone(),))


def test_a_card_that_comes_back_finds_its_progress() -> None:
    assert changed((), (CARD,)) == Changes(returned=(learnt(),))


def test_a_rewording_keeps_the_progress() -> None:
    reworded = replace(CARD, answer="The membrane")
    assert changed((CARD,), (reworded,)) == Changes(reworded=(learnt(),))


def test_a_rewording_of_a_new_card_is_nothing() -> None:
    reworded = replace(CARD, answer="The membrane")
    assert changed((CARD,), (reworded,), log=()).is_nothing


def test_a_raised_rev_is_told_once() -> None:
    first, second = (replace(CARD, rev=rev, answer=str(rev)) for rev in (1, 2))
    revised = replace(learnt(), is_revised=True)
    assert changed((CARD,), (first,)) == Changes(revised=(revised,))
    assert changed((first,), (second,)).revised == ()


def test_a_renamed_fact_carries_its_progress_over() -> None:
    renames = {"cells/wall": "cells/skin"}
    found = changed((CARD,), (OTHER,), renames)
    assert found == Changes(renamed=(learnt(OTHER.id, CARD.id),))
    assert not changed((CARD,), (OTHER,), renames, log=()).added


def test_a_review_that_another_takes_the_place_of_is_told_though_due_the_same() -> None:
    now, log = "cells/now/answer", ("cells/one/answer", "cells/two/answer")
    card = a_card(id=now, fact="cells/now")
    former, renames = {"cells/one": "cells/now"}, {"cells/two": "cells/now"}
    (told,) = changed((card,), (card,), renames, former, log).orphaned
    assert (told.left_under, told.joined) == (log[:1], log[1:])
    assert (told.reviews, told.due_on) == (told.reviews_after, told.due_on_after)


def test_of_a_card_of_which_only_the_id_is_known_no_rewording_is_told() -> None:
    replays = Replays([an_event(CARD.id)], Sm2())
    history = replays.by(NO_RENAMES)
    old = Side(dict.fromkeys((CARD.id, OTHER.id)), history, NO_RENAMES)
    new = Side({OTHER.id: OTHER}, history, NO_RENAMES)
    found = changes(old, new, flow_of(replays.cards(), old, new), DAY_0)
    assert found == Changes(orphaned=(gone(),))
