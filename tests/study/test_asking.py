import pytest

from builders import a_card, an_event
from pmflash.model.card import Variant
from pmflash.model.event import Event, EventKind
from pmflash.model.mode import REVEAL
from pmflash.scheduling.sm2 import Sm2
from pmflash.study.asking import as_asked
from pmflash.study.history import History

VARIANTS = tuple(Variant(f"{number}?", f"{number}", REVEAL) for number in range(4))
CARD = a_card(id="flexport/a/answer", variants=VARIANTS)


def history_of(*events: Event) -> History:
    history = History(Sm2("listing"))
    history.add(events)
    return history


@pytest.mark.parametrize("count", range(6))
def test_every_answer_brings_the_next_variant(count: int) -> None:
    history = history_of(*(an_event() for _ in range(count)))
    assert as_asked(CARD, history).prompt == f"{count % 4}?"


def test_the_last_asking_can_be_shown_again() -> None:
    assert as_asked(CARD, history_of(an_event(), an_event()), 1).prompt == "1?"


@pytest.mark.parametrize(
    "kind", [kind for kind in EventKind if kind is not EventKind.UNDO]
)
def test_only_answers_bring_fresh_numbers(kind: EventKind) -> None:
    counts = kind in {EventKind.REVIEW, EventKind.DRILL, EventKind.CRAM}
    history = history_of(an_event(kind=kind))
    assert history.answer_count(CARD.id) == counts


def test_an_answer_to_another_card_changes_nothing() -> None:
    history = history_of(an_event(card="flexport/b/answer"))
    assert as_asked(CARD, history).prompt == "0?"


def test_an_answer_that_was_taken_back_does_not_count() -> None:
    answer = an_event()
    history = history_of(answer, an_event(kind=EventKind.UNDO, target=answer.id))
    assert as_asked(CARD, history).prompt == "0?"


def test_a_card_without_variants_is_asked_as_it_is() -> None:
    card = a_card()
    assert as_asked(card, history_of(an_event(card=card.id))) is card
