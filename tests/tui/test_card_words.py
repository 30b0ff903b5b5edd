from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from builders import DAY_0, a_card
from pmflash.scheduling.sm2 import Sm2State
from pmflash.study.standing import UNSEEN, Standing
from pmflash.tui.card_words import card_words, standing_words, state_word


def reviewed(due_in: int, **changes: Any) -> Standing:
    plain = Sm2State(DAY_0 + timedelta(due_in), 6, DAY_0, 3, 0, 2, 236)
    return Standing(replace(plain, **changes))


@pytest.mark.parametrize(
    ("standing", "word"),
    [
        (UNSEEN, "new"),
        (reviewed(0), "due"),
        (reviewed(1), ""),
        (reviewed(1, lapses=8), "leech"),
        (reviewed(0, lapses=8), "due"),
        (UNSEEN._replace(is_suspended=True, buried_on=DAY_0), "suspended"),
        (reviewed(0)._replace(buried_on=DAY_0), "buried"),
        (reviewed(0)._replace(buried_on=DAY_0 - timedelta(1)), "due"),
    ],
)
def test_one_word_says_what_matters_most(standing: Standing, word: str) -> None:
    assert state_word(standing, DAY_0, 0) == word


def test_a_list_tells_day_ease_and_prompt_on_one_line() -> None:
    words = card_words(a_card(prompt="Two\nlines \x1b[2J?"), reviewed(1), DAY_0)
    assert (words.due, words.ease) == ("tomorrow", "2.36")
    assert words.prompt == "Two lines ␛[2J?"


def test_a_new_card_has_neither_day_nor_ease() -> None:
    words = card_words(a_card(), UNSEEN, DAY_0)
    assert (words.state, words.due, words.ease) == ("new", "", "")


def test_a_card_set_aside_stands_back() -> None:
    assert card_words(a_card(), UNSEEN._replace(is_suspended=True), DAY_0).is_out
    assert not card_words(a_card(), reviewed(5), DAY_0).is_out


def test_the_whole_standing_is_told_in_words() -> None:
    flagged = reviewed(6, lapses=8)._replace(is_flagged=True, is_suspended=True)
    assert standing_words(flagged, DAY_0, 0) == (
        "flagged · suspended · due Sun 11 Jan · interval 6 days · ease 2.36 · "
        "3 reviews · last today · 8 lapses · leech"
    )
    assert standing_words(UNSEEN, DAY_0, 0) == "never reviewed"
    noted = UNSEEN._replace(is_flagged=True, note="vague")
    assert standing_words(noted, DAY_0, 0) == "flagged · noted · never reviewed"


def test_a_revised_card_is_due_today_with_the_interval_that_it_had() -> None:
    card, standing = a_card(rev=1), reviewed(6, last_on=DAY_0 - timedelta(6))
    words = card_words(card, standing, DAY_0)
    assert (words.state, words.due) == ("due", "today")
    told = standing_words(standing, DAY_0, card.rev)
    assert told.startswith("revised · due today · interval 6 days")
