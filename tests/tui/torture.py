"""pmflash killed at random moments of a review, and what must be true afterwards."""

import re
from itertools import groupby
from random import Random
from signal import SIGKILL
from time import monotonic

from learner import Learner, deck_of
from pmflash.storage.journal import Journals
from tui.terminal import PATIENCE_SECONDS, Terminal, running

CARDS = 900
"""So many that they outlast thirty rounds and more."""

_LONGEST_SECONDS = 2.5
_LONGEST_AFTER_A_KEY_SECONDS = 0.04
_A_LOOK_SECONDS = 0.005
_MOST_BURSTS = 6
_ACTS = (" 1", " 2", " 3", " 3", " 3", " 4", "z", "b")
_QUESTION = re.compile(rb"Question (\d+)\?")


def prepare(learner: Learner) -> None:
    """Give the learner a long deck, and a day that asks all of it."""
    learner.writes("decks/biology.yaml", deck_of(CARDS))
    learner.writes("settings.yaml", f"decks: [biology]\nnew_per_day: {CARDS}\n")


def torment(learner: Learner, dice: Random) -> int:
    """Review until a kill at a random moment, and check all that it left behind.

    Return how many answers and marks were saved meanwhile.
    """
    before = learner.saved()
    expected = _next_card(learner)
    with running(learner, "review") as terminal:
        _review_for_a_while(terminal, dice)
        terminal.signal(SIGKILL)
        terminal.wait_for_end()
    # Everything that was drawn, also what came too late for anyone to read.
    drawn = [f"biology/f{int(n):02}/answer" for n in _QUESTION.findall(terminal.raw)]
    shown = [card for card, _ in groupby(drawn)]
    assert shown[:1] in ([], [expected]), "it did not go on where it stopped"
    journals = Journals(learner.locations)
    saved = journals.read_new()
    assert saved[: len(before)] == before
    assert journals.notices == ()
    fresh = [event.card for event in saved[len(before) :]]
    assert len(shown) - 1 <= len(fresh) <= len(shown), "an answer is lost, or made up"
    assert fresh == shown[: len(fresh)]
    return len(fresh)


def _review_for_a_while(terminal: Terminal, dice: Random) -> None:
    """Rate cards as fast as they appear, until some moment or shortly after a key."""
    bursts = dice.choice([dice.randrange(1, _MOST_BURSTS), None])
    seconds = dice.uniform(0, _LONGEST_SECONDS) if bursts is None else PATIENCE_SECONDS
    deadline, answered, act = monotonic() + seconds, 0, ""
    while answered != bursts and monotonic() < deadline:
        terminal.read_for(_A_LOOK_SECONDS)
        shown = [card for card, _ in groupby(_QUESTION.findall(terminal.raw))]
        if len(shown) > answered and "space answer" in terminal.picture:
            # The same mark at once would count as a key that is held down.
            act = dice.choice([each for each in _ACTS if each[0] == " " or each != act])
            terminal.type(act)
            answered = len(shown)
    terminal.read_for(dice.uniform(0, _LONGEST_AFTER_A_KEY_SECONDS))


def _next_card(learner: Learner) -> str:
    """The card that must come next, as the log alone says."""
    collection = learner.opens()
    turn = collection.session(collection.scope(())).turn
    assert turn is not None
    return turn.card
