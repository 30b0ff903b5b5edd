import json
from pathlib import Path

import pytest

from learner import Learner
from pmflash.model.event import EventKind
from pmflash.model.failure import ExitCode
from pmflash.storage.backup_file import copies
from shell import DECK, Ran, Shell

FAULTY = "facts:\n  - {id: a, q: Q?, a: A}\n  - {id: Bad Id, q: Q?, a: A}\n"
FAULT = "~/home/decks/own.yaml:3:10: error[bad-id]: "
OTHER_DECK = DECK.replace("Whose card is this?", "Whose card is that?")


def test_good_content_has_no_problems(pmflash: Shell) -> None:
    ran = pmflash("check")
    assert (ran.code, ran.out) == (ExitCode.FINE, "")
    assert ran.err == "No problems in 2 files; 3 cards ready.\n"


def test_a_mistake_is_shown_with_its_line(pmflash: Shell, learner: Learner) -> None:
    learner.writes("decks/own.yaml", FAULTY)
    ran = pmflash("check")
    assert ran.code is ExitCode.CONTENT
    assert ran.out.startswith(FAULT)
    assert "\n3 |   - {id: Bad Id, q: Q?, a: A}\n  |          ^^^^^^\n" in ran.out
    assert "  = help: write `bad-id`\n" in ran.out
    assert ran.err == "1 problem in 1 file; 4 cards ready.\n"


def test_a_warning_alone_is_no_failure(pmflash: Shell, learner: Learner) -> None:
    learner.writes("decks/own.yaml", "facts:\n  - {q: Q?, a: A}\n")
    ran = pmflash("check")
    assert ran.code is ExitCode.FINE
    assert "warning[missing-id]" in ran.out
    assert ran.err == "1 problem in 1 file; 4 cards ready.\n"


def test_programs_get_problems_and_nothing_else(
    pmflash: Shell, learner: Learner
) -> None:
    learner.writes("decks/own.yaml", FAULTY)
    ran = pmflash("check", "--format", "json")
    document = json.loads(ran.out)
    assert (ran.code, ran.err) == (ExitCode.CONTENT, "")
    assert document["version"] == 1
    (problem,) = document["problems"]
    assert (problem["path"], problem["line"]) == ("~/home/decks/own.yaml", 3)
    assert (problem["slug"], problem["column"]) == ("bad-id", 10)


def test_a_code_review_gets_marks_and_nothing_else(
    pmflash: Shell, learner: Learner
) -> None:
    learner.writes("decks/own.yaml", FAULTY)
    ran = pmflash("check", "--format", "github")
    place = "::error file=~/home/decks/own.yaml,line=3,col=10,title=bad-id::"
    assert (ran.code, ran.err) == (ExitCode.CONTENT, "")
    assert ran.out.startswith(place)
    assert ran.out.count("\n") == 1


@pytest.mark.parametrize("form", ["json", "github"])
def test_no_problems_are_good_news_in_every_format(form: str, pmflash: Shell) -> None:
    ran = pmflash("check", "--format", form)
    assert ran.code is ExitCode.FINE
    assert "error" not in ran.out


def checked(pmflash: Shell, text: str, *, name: str = "mine.yaml") -> Ran:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text)
    return pmflash("check", name)


def test_a_file_outside_the_home_can_be_checked(pmflash: Shell) -> None:
    ran = checked(pmflash, FAULTY)
    assert ran.code is ExitCode.CONTENT
    assert ran.out.startswith("mine.yaml:3:10: error[bad-id]: ")
    assert ran.err == "1 problem in 1 file; 1 card ready.\n"


def test_only_the_file_that_is_named_is_spoken_of(
    pmflash: Shell, learner: Learner
) -> None:
    learner.writes("decks/own.yaml", FAULTY)
    ran = checked(pmflash, "facts: [{id: a, q: Q?, a: A}]")
    assert (ran.code, ran.out) == (ExitCode.FINE, "")
    assert ran.err == "No problems in 1 file; 1 card ready.\n"


def test_a_file_that_is_named_may_study_a_built_in_seed(pmflash: Shell) -> None:
    ran = checked(pmflash, OTHER_DECK, name="decks/other.yaml")
    assert (ran.code, ran.out) == (ExitCode.FINE, "")
    assert ran.err == "No problems in 1 file; 3 cards ready.\n"


def test_a_file_may_be_called_like_an_option(pmflash: Shell) -> None:
    Path("-draft.yaml").write_text(OTHER_DECK)
    ran = pmflash("check", "--", "-draft.yaml")
    assert (ran.code, ran.err) == (
        ExitCode.FINE,
        "No problems in 1 file; 3 cards ready.\n",
    )


def test_a_folder_means_all_content_inside(pmflash: Shell) -> None:
    checked(pmflash, FAULTY, name="new/decks/one.yaml")
    checked(pmflash, FAULTY, name="new/seeds/two.yaml")
    ran = pmflash("check", "new")
    assert ran.out.count("error[bad-id]") == 2
    assert ran.err == "2 problems in 2 files; 2 cards ready.\n"


def test_a_path_where_nothing_is_is_no_content(pmflash: Shell) -> None:
    ran = pmflash("check", "nowhere.yaml")
    assert (ran.code, ran.out) == (ExitCode.USAGE, "")
    assert ran.err.startswith("pmflash: there is no file or folder `nowhere.yaml`\n")


def test_a_file_in_the_place_of_a_built_in_one_is_named(
    pmflash: Shell, learner: Learner
) -> None:
    learner.writes("decks/biology.yaml", "facts: [{id: a, q: Q?, a: A}]")
    ran = pmflash("check")
    assert ran.code is ExitCode.FINE
    assert "decks/biology.yaml in your home replaces the built-in file" in ran.err


def test_checking_writes_nothing(pmflash: Shell, learner: Learner) -> None:
    pmflash("check")
    assert not learner.locations.home.exists()
    assert not learner.locations.cache.exists()


STALE = """\
facts:
  - {id: a, q: Q?, a: A, valid_until: 2026-01-04}
  - {id: b, kind: term, term: T, meaning: M, as_of: 2024-06}
  - {id: c, q: Why?, a: A, valid_until: 2026-01}
"""


def test_facts_past_their_date_are_listed_when_asked_for(
    pmflash: Shell, learner: Learner
) -> None:
    learner.writes("decks/own.yaml", STALE)
    ran = pmflash("check", "--stale")
    place = "~/home/decks/own.yaml"
    assert ran.code is ExitCode.FINE
    assert ran.out.startswith(f"{place}:2:39: warning[out-of-date]: basic `a` is out ")
    assert f"\n{place}:3:53: warning[out-of-date]: term `b` is perhaps " in ran.out
    assert ran.err == "2 problems in 1 file; 7 cards ready.\n"


def test_facts_past_their_date_are_no_mistakes(
    pmflash: Shell, learner: Learner
) -> None:
    learner.writes("decks/own.yaml", STALE)
    assert pmflash("check").out == ""


def test_a_named_file_is_searched_for_old_facts_in_every_format(pmflash: Shell) -> None:
    Path("mine.yaml").write_text(STALE)
    ran = pmflash("check", "--stale", "--format", "json", "mine.yaml")
    problems = json.loads(ran.out)["problems"]
    assert [(p["slug"], p["line"]) for p in problems] == [
        ("out-of-date", 2),
        ("out-of-date", 3),
    ]
    assert "line=2" in pmflash("check", "--stale", "--format=github", "mine.yaml").out


@pytest.mark.parametrize(("hour", "found"), [("03:59", 0), ("04:00", 1)])
def test_a_fact_gets_old_with_the_study_day(
    hour: str, found: int, pmflash: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("mine.yaml").write_text("facts: [{id: a, q: Q?, a: A, valid_until: 2026-02}]")
    monkeypatch.setenv("PMFLASH_NOW", f"2026-03-01T{hour}:00+01:00")
    assert pmflash("check", "--stale", "mine.yaml").out.count("[out-of-date]") == found


NOTED = "facts:\n  - {id: x, q: Whose is it?, a: Mine}\n"


def notes(learner: Learner, *cards: str, text: str = "too vague") -> None:
    for card in cards:
        learner.opens().mark(EventKind.NOTE, card, text)


def test_notes_stand_at_the_lines_of_their_facts(
    pmflash: Shell, learner: Learner
) -> None:
    learner.writes("decks/own.yaml", NOTED)
    notes(learner, "own/x/answer", "cells/wall/answer")
    ran = pmflash("check")
    assert ran.code is ExitCode.FINE
    told = "warning[noted]: you noted on card"
    assert f"seeds/cells.yaml:5:10: {told} `cells/wall/answer`: too vague" in ran.out
    assert f"own.yaml:2:10: {told} `own/x/answer`: too vague\n" in ran.out
    assert "2 problems in 2 files; " in ran.err


@pytest.mark.parametrize("form", ["json", "github"])
def test_programs_get_notes_too(form: str, pmflash: Shell, learner: Learner) -> None:
    notes(learner, "cells/wall/answer", text="\x1b[2J100 % wrong\nhere")
    ran = pmflash("check", "--format", form)
    assert "you noted on card `cells/wall/answer`: " in ran.out
    assert "\x1b" not in ran.out
    assert "noted" in ran.out


def test_a_note_is_no_problem_elsewhere(pmflash: Shell, learner: Learner) -> None:
    notes(learner, "cells/wall/answer")
    assert learner.opens().diagnostics == ()


def test_named_files_are_checked_without_notes(
    pmflash: Shell, learner: Learner
) -> None:
    learner.writes("decks/own.yaml", NOTED)
    notes(learner, "own/x/answer")
    assert pmflash("check", "home/decks/own.yaml").out == ""


def test_a_note_that_was_taken_away_is_not_listed(
    pmflash: Shell, learner: Learner
) -> None:
    notes(learner, "cells/wall/answer")
    notes(learner, "cells/wall/answer", text="")
    assert pmflash("check").out == ""


def test_a_note_on_a_card_that_is_gone_has_no_line(
    pmflash: Shell, learner: Learner
) -> None:
    notes(learner, "cells/gone/answer")
    out = pmflash("check").out
    assert out.startswith("~/home/progress: warning[noted]: you noted on card")
    assert "`cells/gone/answer`, which is not there now: too vague\n" in out


def test_lost_notes_are_taken_away_when_asked(pmflash: Shell, learner: Learner) -> None:
    notes(learner, "cells/gone/answer", "cells/wall/answer")
    assert "1 note taken away\n" in pmflash("check", "--forget-lost").err
    out = pmflash("check").out
    assert "gone" not in out
    assert "cells/wall/answer" in out


def test_before_notes_are_taken_away_the_copy_of_the_day_is_made(
    pmflash: Shell, learner: Learner
) -> None:
    notes(learner, "cells/wall/answer")
    pmflash("check", "--forget-lost")
    assert copies(learner.locations.backups).usable == ()
    notes(learner, "cells/gone/answer")
    pmflash("check", "--forget-lost")
    assert [copy.events for copy in copies(learner.locations.backups).usable] == [2]


def test_no_note_is_lost_to_a_mistake_in_its_file(
    pmflash: Shell, learner: Learner
) -> None:
    notes(learner, "cells/gone/answer")
    learner.writes("decks/own.yaml", FAULTY)
    assert "taken away" not in pmflash("check", "--forget-lost").err
    assert "cells/gone/answer" in pmflash("check").out


def test_content_is_checked_where_the_log_cannot_be_read(
    pmflash: Shell, learner: Learner
) -> None:
    learner.writes("progress/reviews-x.jsonl", '{"pmflash":"reviews","format":99}\n')
    ran = pmflash("check")
    assert ran.code is ExitCode.FINE
    assert ran.err.startswith("your notes on cards are not listed: ")
