import json
from datetime import timedelta

import pytest

from builders import DAY_0
from learner import Learner, answered, deck_of
from pmflash.model.cells import cells
from pmflash.model.failure import ExitCode
from shell import Shell

TABLE = """\
Deck         New  Drill    Due  Total
All decks      3      0      0      3
Biology        3      0      0      3
"""


def test_the_table_begins_with_all_decks_and_has_a_line_for_each(
    pmflash: Shell,
) -> None:
    ran = pmflash("due")
    assert (ran.code, ran.out, ran.err) == (ExitCode.FINE, TABLE, "")


def test_wide_titles_keep_the_columns_in_line(pmflash: Shell, learner: Learner) -> None:
    learner.writes("decks/biology.yaml", deck_of(3, "日本語"))
    head, _, row = pmflash("due").out.splitlines()
    assert cells(row) == cells(head)


def test_the_short_form_is_one_line(pmflash: Shell) -> None:
    ran = pmflash("due", "--short")
    assert ran.code is ExitCode.FINE
    assert (ran.out, ran.err) == ("0 due, 3 new, 0 drill\n", "")


def test_a_mistake_in_a_deck_is_mentioned(pmflash: Shell, learner: Learner) -> None:
    learner.writes("decks/chemistry.yaml", "facts: [{kind: trem}]")
    assert pmflash("due").err == (
        "something in your decks is wrong: `pmflash check` says what\n"
    )


def test_programs_get_every_count(pmflash: Shell) -> None:
    ran = pmflash("due", "--json")
    counts = {"new": 3, "drill": 0, "due": 0, "done": 0, "cards": 3}
    nothing_later = {"next_due_on": None, "next_due_count": 0}
    assert ran.code is ExitCode.FINE
    assert json.loads(ran.out) == {
        "version": 1,
        "study_day": "2026-01-05",
        "all": {"id": "", "title": "All decks", **counts, **nothing_later},
        "decks": [{"id": "biology", "title": "Biology", **counts, **nothing_later}],
    }


def test_every_form_counts_what_was_answered(pmflash: Shell, learner: Learner) -> None:
    collection = learner.opens()
    answered(collection, collection.session(), ["Again", "Good"])
    (deck,) = json.loads(pmflash("due", "--json").out)["decks"]
    assert (deck["new"], deck["drill"], deck["due"], deck["done"]) == (1, 1, 0, 1)
    assert deck["next_due_on"] == "2026-01-06"
    assert deck["next_due_count"] == 2
    assert pmflash("due", "--short").out == "0 due, 1 new, 1 drill\n"
    assert "Biology        1      1      0      3\n" in pmflash("due").out


def test_the_short_line_is_never_out_of_date(pmflash: Shell, learner: Learner) -> None:
    learner.writes("decks/own.yaml", "facts: [{id: a, q: Q?, a: A}]")
    for _ in range(2):
        assert pmflash("due", "--short").out == "0 due, 4 new, 0 drill\n"
    collection = learner.opens()
    answered(collection, collection.session(), ["Good"])
    assert pmflash("due", "--short").out == "0 due, 3 new, 0 drill\n"
    learner.writes("decks/more.yaml", "facts: [{id: b, q: Q?, a: A}]")
    assert pmflash("due", "--short").out == "0 due, 4 new, 0 drill\n"


def test_the_short_line_knows_the_next_day(
    pmflash: Shell, learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    collection = learner.opens()
    answered(collection, collection.session(), ["Good"])
    assert pmflash("due", "--short").out == "0 due, 2 new, 0 drill\n"
    learner.watch.morning_of(DAY_0 + timedelta(days=1))
    monkeypatch.setenv("PMFLASH_NOW", learner.watch.moment.isoformat())
    assert pmflash("due", "--short").out == "1 due, 2 new, 0 drill\n"


def test_the_short_line_is_not_worked_out_twice(
    pmflash: Shell, learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    learner.writes("settings.yaml", "new_per_day: 2")
    first = pmflash("due", "--short")
    monkeypatch.delattr("pmflash.collection.Collection")
    assert pmflash("due", "--short") == first
    assert first.out == "0 due, 2 new, 0 drill\n"


def test_the_short_line_is_known_in_every_folder(
    pmflash: Shell, learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    learner.writes("settings.yaml", "new_per_day: 2")
    first = pmflash("due", "--short")
    monkeypatch.chdir(learner.locations.home)
    monkeypatch.delattr("pmflash.collection.Collection")
    assert pmflash("due", "--short") == first


@pytest.mark.parametrize(
    "form", [(), ("--short",), ("--json",), ("--short", "--tag=cells")]
)
def test_every_form_tells_each_time_what_could_not_be_read(
    form: tuple[str, ...], pmflash: Shell, learner: Learner
) -> None:
    learner.writes("settings.yaml", "new_per_day: 2")
    pmflash("due", *form)
    (learner.locations.progress / "reviews-phone.jsonl").mkdir(parents=True)
    for _ in range(2):
        ran = pmflash("due", *form)
        assert ran.code is ExitCode.FINE
        assert ran.err.endswith("a folder is where a file should be\n")


def test_asking_what_is_due_writes_nothing_at_first(
    pmflash: Shell, learner: Learner
) -> None:
    for form in ((), ("--short",), ("--json",)):
        pmflash("due", *form)
    assert not learner.locations.home.exists()
    assert not learner.locations.cache.exists()


def test_a_line_is_short_or_for_programs(pmflash: Shell) -> None:
    ran = pmflash("due", "--short", "--json")
    assert ran.code is ExitCode.USAGE
    assert "--json" in ran.err


TAGGED = """\
Deck         New  Drill    Due  Total
All decks      1      0      0      1
Biology        1      0      0      1
"""


def test_a_tag_limits_what_is_counted(pmflash: Shell, learner: Learner) -> None:
    learner.writes("decks/other.yaml", "facts: [{id: a, q: Q?, a: A}]")
    assert pmflash("due", "--tag", "mine").out == TAGGED
    (row,) = json.loads(pmflash("due", "--json", "--tag", "mine").out)["decks"]
    assert (row["id"], row["new"], row["cards"]) == ("biology", 1, 1)


def test_the_short_line_of_a_tag_is_no_other_line(
    pmflash: Shell, learner: Learner
) -> None:
    learner.writes("settings.yaml", "new_per_day: 20")
    for _ in range(2):
        assert pmflash("due", "--short").out == "0 due, 3 new, 0 drill\n"
        assert pmflash("due", "--short", "--tag", "cells").out == (
            "0 due, 2 new, 0 drill\n"
        )


def test_a_tag_that_no_card_has_is_refused(pmflash: Shell) -> None:
    ran = pmflash("due", "--short", "--tag", "cell")
    assert (ran.code, ran.out) == (ExitCode.USAGE, "")
    assert ran.err == (
        "pmflash: no card of your decks is tagged `cell`\n"
        "  = help: did you mean `cells`?\n"
    )


def test_a_search_limits_what_is_counted(pmflash: Shell) -> None:
    assert pmflash("due", "--search", "tag:mine").out == TAGGED
    assert pmflash("due", "--short", "--search", "outermost or is:due").out == (
        "0 due, 1 new, 0 drill\n"
    )


def test_the_short_line_of_an_empty_search_is_the_usual_one(pmflash: Shell) -> None:
    assert pmflash("due", "--short", "--search", " ") == pmflash("due", "--short")


def test_a_search_with_a_mistake_is_shown_with_carets(pmflash: Shell) -> None:
    ran = pmflash("due", "--search", "is:due deck:biologie")
    assert (ran.code, ran.out) == (ExitCode.USAGE, "")
    assert ran.err == (
        "pmflash: there is no deck called `biologie`\n"
        "  |\n"
        "  | is:due deck:biologie\n"
        "  |             ^^^^^^^^\n"
        "  = help: did you mean `biology`?\n"
    )


def test_a_search_may_begin_with_a_hyphen(pmflash: Shell) -> None:
    assert pmflash("due", "--search=-tag:cells").out == TAGGED
    assert pmflash("due", "--search", "-tag:cells is:new").out == TAGGED
