from builders import an_event
from pmflash.model.event import Event, EventKind
from pmflash.study.undos import Undos


def an_undo(event_id: str, target: str) -> Event:
    return an_event(id=event_id, kind=EventKind.UNDO, target=target)


def undos(*events: Event) -> Undos:
    found = Undos()
    for event in events:
        found.add(event)
    return found


def test_the_root_of_a_row_of_undos_is_what_the_first_one_took_back() -> None:
    row = [an_undo("b", "a"), an_undo("c", "b"), an_undo("d", "c")]
    known = undos(*row[::-1])
    assert {known.root(undo) for undo in row} == {"a"}


def test_undos_of_each_other_have_a_root_all_the_same() -> None:
    ring = [an_undo("a", "b"), an_undo("b", "a")]
    known = undos(*ring)
    assert {known.root(undo) for undo in ring} <= {"a", "b"}


def test_what_was_not_taken_back_counts() -> None:
    kept, undone, redone = (an_event(id=name) for name in "xyz")
    taken = [an_undo("a", "y"), an_undo("b", "z"), an_undo("c", "b")]
    assert undos(*taken).counting([kept, undone, redone]) == [kept, redone]
