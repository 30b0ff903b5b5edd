"""What the screens go by, proved from the log: every card, and the days studied."""

from collections.abc import Iterator
from functools import partial

from pmflash.doctor.base import Case, Finding
from pmflash.doctor.shared.figures import figures_of, unlike
from pmflash.model.text import counted
from pmflash.storage.caches import drop_caches

_HELP = "no review is lost: `pmflash doctor --fix` reads the log anew"


def look(case: Case) -> Iterator[Finding]:
    """Yield what would be shown otherwise than the log says."""
    mend = partial(drop_caches, case.locations)
    for rule, noun, wrong in (
        ("wrong-standing", "card", tuple(_wrong_cards(case))),
        ("wrong-day", "day", tuple(_wrong_days(case))),
    ):
        if wrong:
            count = counted(len(wrong), noun)
            message = f"your screens have {count} otherwise than the log"
            yield Finding(rule, message, _HELP, details=wrong, mend=mend)


def _wrong_cards(case: Case) -> Iterator[str]:
    collection, proof = case.collection, case.proof
    for card in sorted(proof.cards.keys() | collection.logged_cards()):
        standing, answers = collection.standing(card), collection.answer_count(card)
        if wrong := unlike(card, figures_of(standing, answers), proof):
            yield wrong


def _wrong_days(case: Case) -> Iterator[str]:
    collection, proof = case.collection, case.proof
    found, today = collection.study_days(), collection.today()
    for day in sorted(found ^ proof.study_days):
        told = "studied, and by the log it was not"
        yield f"{day}: {told if day in found else 'not studied, and by the log it was'}"
    true = {event for event in proof.counting if event.day == today}
    other = len(collection.counting_on(today) ^ true)
    if other:
        yield f"{today}: {counted(other, 'answer or mark')} otherwise than in the log"
