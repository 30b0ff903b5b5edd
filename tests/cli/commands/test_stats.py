import json
import re
from datetime import timedelta
from typing import Any

import pytest

from builders import DAY_0, an_event
from learner import Learner, answered
from pmflash.model.failure import ExitCode
from pmflash.model.rating import Rating
from pmflash.storage.journal_line import encode_event, encode_header
from shell import Shell

CARD = "cells/wall/answer"


@pytest.fixture
def studied(learner: Learner) -> Learner:
    """A learner who rated one card on each of ten days, Again every other time."""
    events = [
        an_event(
            CARD,
            day=(day := DAY_0 - timedelta(days=ago)),
            at=f"{day}T07:00:00.000000Z",
            rating=Rating.GOOD if ago % 2 else Rating.AGAIN,
        )
        for ago in range(10)
    ]
    log = b"".join([encode_header("desktop"), *map(encode_event, events)])
    learner.writes("progress/reviews-desktop.jsonl", log.decode())
    return learner


def told(pmflash: Shell, *words: str) -> Any:
    """What programs get."""
    return json.loads(pmflash("stats", "--json", *words).out)


def test_the_last_thirty_days_are_told_when_nothing_is_chosen(
    studied: Learner, pmflash: Shell
) -> None:
    ran = pmflash("stats")
    assert (ran.code, ran.err) == (ExitCode.FINE, "")
    assert ran.out.startswith("Sat 27 Dec 2025 to Mon 5 Jan 2026\n\nRecall   44 %")
    assert ran.out == pmflash("stats", "--period", "30d").out


def test_a_shorter_period_tells_less(studied: Learner, pmflash: Shell) -> None:
    out = pmflash("stats", "--period", "7d").out
    assert out.startswith("Tue 30 Dec 2025 to Mon 5 Jan 2026\n")
    assert "Answers  7 reviews" in out
    assert "In all   10 answers on 10 days" in out


def test_a_hard_card_goes_by_its_id(studied: Learner, pmflash: Shell) -> None:
    assert re.search(rf"^ +5 +1\.30 +{CARD}$", pmflash("stats").out, re.M)


def test_a_period_that_does_not_exist_is_refused(pmflash: Shell) -> None:
    ran = pmflash("stats", "--period", "8d")
    assert (ran.code, ran.out) == (ExitCode.USAGE, "")
    assert "'8d'" in ran.err


def test_before_the_first_answer_the_next_step_is_named(
    pmflash: Shell, learner: Learner
) -> None:
    out = pmflash("stats").out
    assert out.startswith("Nothing is answered yet")
    assert "`pmflash review` asks the first card." in out
    assert not learner.locations.home.exists()


def test_a_terminal_without_blocks_gets_plain_characters(
    studied: Learner, pmflash: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "█" in pmflash("stats").out
    monkeypatch.setattr("pmflash.cli.report.can_show", lambda characters: False)
    out = pmflash("stats").out
    assert out.isascii()
    assert re.search(r"Good +5 +0 +#{40}", out)


def test_programs_get_every_period(studied: Learner, pmflash: Shell) -> None:
    periods = told(pmflash)["periods"]
    assert {name: each["reviews"] for name, each in periods.items()} == {
        "7d": 7, "30d": 10, "1y": 10, "all": 10,
    }  # fmt: skip
    assert [*told(pmflash, "--period", "1y")["periods"]] == ["1y"]


def test_programs_get_every_figure_of_a_period(
    studied: Learner, pmflash: Shell
) -> None:
    week = told(pmflash)["periods"]["7d"]
    hours, elapsed = week.pop("hours"), week.pop("elapsed")
    steps = week.pop("steps")
    assert week == {
        "first_day": "2025-12-30",
        "days": 7,
        "days_studied": 7,
        "reviews": 7,
        "recalled": 3,
        "recall": 0.4286,
        "retention": {"reviews": 7, "recalled": 3, "recall": 0.4286},
        "estimated_recall": None,
        "drill_answers": 0,
        "cram_answers": 0,
        "milliseconds": 28000,
        "ratings": {"again": 4, "hard": 0, "good": 3, "easy": 0},
        "drill_ratings": {"again": 0, "hard": 0, "good": 0, "easy": 0},
        "cram_ratings": {"again": 0, "hard": 0, "good": 0, "easy": 0},
        "step": "day",
    }
    assert hours[8] == {"reviews": 7, "recalled": 3, "recall": 0.4286}
    assert (len(hours), len(elapsed), len(steps)) == (24, 7, 7)
    assert [each["from_days"] for each in elapsed] == [None, 0, 2, 7, 21, 60, 180]
    assert [each["to_days"] for each in elapsed] == [None, 1, 6, 20, 59, 179, None]
    assert steps[0] == {
        "first_day": "2025-12-30", "days": 1, "reviews": 1, "milliseconds": 4000,
    }  # fmt: skip


def test_programs_get_the_rest_too(studied: Learner, pmflash: Shell) -> None:
    record = told(pmflash)
    assert (record["version"], record["study_day"]) == (1, "2026-01-05")
    assert (record["streak_days"], record["longest_streak_days"]) == (10, 10)
    assert record["cards"] == {
        "total": 3, "new": 2, "young": 1, "mature": 0, "suspended": 0,
    }  # fmt: skip
    assert record["due_now"] == 0
    assert record["due"]["2026-01-06"] == 1
    assert len(record["due"]) == 30
    assert record["calendar"]["2026-01-05"] == 1
    (hardest,) = record["hardest"]
    assert (hardest["id"], hardest["lapses"], hardest["reviews"]) == (CARD, 5, 10)


def test_what_was_undone_is_in_no_figure(pmflash: Shell, learner: Learner) -> None:
    before = told(pmflash)
    collection = learner.opens()
    session = answered(collection, collection.session(), ["Again"])
    collection.undo(session)
    assert told(pmflash) == before


def test_only_cards_of_the_chosen_decks_are_counted(
    studied: Learner, pmflash: Shell
) -> None:
    studied.writes("decks/own.yaml", "facts: [{id: a, q: Q?, a: A}]")
    studied.writes("settings.yaml", "decks: [own]")
    record = told(pmflash)
    assert record["cards"]["total"] == record["cards"]["new"] == 1
    assert record["periods"]["all"]["reviews"] == 10


def test_a_mistake_in_a_deck_is_mentioned(pmflash: Shell, learner: Learner) -> None:
    learner.writes("decks/chemistry.yaml", "facts: [{kind: trem}]")
    assert pmflash("stats", "--json").err == (
        "something in your decks is wrong: `pmflash check` says what\n"
    )
