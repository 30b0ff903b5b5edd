import json

import pytest

from learner import Learner, answered
from pmflash.model.failure import ExitCode
from shell import Shell

OWN = "title: Own\nfacts:\n%s"
FACT = "  - {id: %s, q: %s, a: So}\n"


@pytest.fixture(autouse=True)
def reviewed(learner: Learner) -> None:
    """One answer to a card of an own deck, which was read before."""
    learner.writes("decks/own.yaml", OWN % (FACT % ("a", "Why?")))
    collection = learner.opens()
    session = collection.session(collection.scope(["own"]))
    answered(collection, session, ["Good"])


def test_an_edit_is_told_before_it_happens(pmflash: Shell, learner: Learner) -> None:
    learner.writes("decks/own.yaml", OWN % (FACT % ("b", "Why?")))
    ran = pmflash("diff")
    assert ran.code is ExitCode.FINE
    assert ran.out == (
        "1 card added:\n"
        "    own/b/answer\n"
        "1 card gone, progress kept in case of a return:\n"
        "    own/a/answer: 1 review, due 2026-01-06\n"
        "  = help: a fact that only got another id keeps its progress when it says "
        "`formerly: old-id`\n"
    )
    assert ran.err == (
        "Compared with the cards when pmflash last read your files.\n"
        "0 cards with progress as before.\n"
    )


def test_when_nothing_changes_it_says_so(pmflash: Shell) -> None:
    ran = pmflash("diff")
    assert (ran.code, ran.out) == (ExitCode.FINE, "")
    assert ran.err == (
        "Compared with your reviews: no other cards are known from before.\n"
        "Nothing changes. 1 card with progress as before.\n"
    )


def test_a_draft_is_told_with_its_place(pmflash: Shell, learner: Learner) -> None:
    learner.writes("../own.yaml", OWN % (FACT % ("a", "Why so?")))
    ran = pmflash("diff", "own.yaml")
    assert ran.out == (
        "1 card reworded, progress kept:\n    own/a/answer: 1 review, due 2026-01-06\n"
    )
    assert ran.err.startswith("As if own.yaml stood in the place of ~/home/decks/own")


def test_long_lists_are_cut_short(pmflash: Shell, learner: Learner) -> None:
    facts = "".join(FACT % (f"f{number}", "Why?") for number in range(30))
    learner.writes("../more.yaml", OWN % facts)
    out = pmflash("diff", "more.yaml").out
    assert out.startswith("30 cards added:\n")
    assert out.endswith("\n    and 10 more, with --json\n")


def test_mistakes_are_told_by_the_exit_code(pmflash: Shell, learner: Learner) -> None:
    learner.writes("../own.yaml", "facts: [{id: a, q: Why}]")
    ran = pmflash("diff", "own.yaml")
    assert ran.code is ExitCode.CONTENT
    assert "There are mistakes" in ran.err


def test_programs_read_it_as_data(pmflash: Shell, learner: Learner) -> None:
    learner.writes("decks/own.yaml", OWN % (FACT % ("b, formerly: a", "Why?")))
    told = json.loads(pmflash("diff", "--json").out)
    assert (told["version"], told["compared_with"], told["kept"]) == (1, "last-read", 0)
    assert told["renamed"] == [
        {
            "card": "own/b/answer",
            "reviews": 1,
            "due_on": "2026-01-06",
            "formerly": "own/a/answer",
            "reviews_after": 1,
            "due_on_after": "2026-01-06",
            "is_gone": False,
            "joined": [],
            "left_under": [],
            "is_revised": False,
        }
    ]
    assert told["added"] == told["removed"] == told["orphaned"] == []


def renamed(learner: Learner) -> None:
    """Let the fact have been renamed, and its card be answered a second time."""
    learner.writes("decks/own.yaml", OWN % (FACT % ("b, formerly: a", "Why?")))
    learner.watch.set("2026-01-06T08:00:00+01:00")
    collection = learner.opens()
    answered(collection, collection.session(collection.scope(["own"])), ["Good"])


@pytest.mark.parametrize(
    ("fields", "card", "help_text"),
    [
        (
            "b",
            "own/b/answer",
            "`own/b` keeps all of it when its `formerly` also names `a`",
        ),
        (
            "c, formerly: b",
            "own/b/answer -> own/c/answer",
            "`own/c` keeps all of it when its `formerly` also names `a`",
        ),
    ],
)
def test_progress_of_an_older_id_that_no_fact_names_is_told_before_it_is_lost(
    fields: str, card: str, help_text: str, pmflash: Shell, learner: Learner
) -> None:
    renamed(learner)
    learner.writes("decks/own.yaml", OWN % (FACT % (fields, "Why?")))
    assert pmflash("diff").out == (
        "1 card with less progress than before:\n"
        f"    {card}: 2 reviews, due 2026-01-12\n"
        "        afterwards 1 review, due 2026-01-07; the rest is under own/a/answer\n"
        f"  = help: {help_text}\n"
    )


def test_of_a_renamed_card_that_is_gone_it_says_where_its_progress_is(
    pmflash: Shell, learner: Learner
) -> None:
    renamed(learner)
    learner.writes("decks/own.yaml", "title: Own\nfacts: []\n")
    assert pmflash("diff").out == (
        "1 card gone, progress kept in case of a return:\n"
        "    own/b/answer: 2 reviews, due 2026-01-12\n"
        "        kept under own/a/answer and own/b/answer\n"
    )


def test_a_merge_is_told_with_what_it_makes(pmflash: Shell, learner: Learner) -> None:
    learner.writes("decks/own.yaml", OWN % (FACT % ("b", "Why?")))
    learner.watch.set("2026-01-06T08:00:00+01:00")
    collection = learner.opens()
    answered(collection, collection.session(collection.scope(["own"])), ["Good"])
    learner.writes("decks/own.yaml", OWN % (FACT % ("a, formerly: b", "Why?")))
    assert pmflash("diff").out == (
        "1 card merged with other progress:\n"
        "    own/b/answer -> own/a/answer: 1 review, due 2026-01-07\n"
        "        afterwards 2 reviews, due 2026-01-12, "
        "with what was done under own/a/answer\n"
        "  = help: to keep progress apart, choose an id that no fact had before, and "
        "name no id of another fact in `formerly`\n"
    )


def reviewed_under(learner: Learner, *ids: str) -> None:
    """Let the only fact of the deck go by one id after the other, each reviewed."""
    for name in ids:
        learner.writes("decks/own.yaml", OWN % (FACT % (name, "Why?")))
        collection = learner.opens()
        answered(collection, collection.session(collection.scope(["own"])), ["Good"])


def test_what_the_help_says_of_formerly_loses_nothing_else(
    pmflash: Shell, learner: Learner
) -> None:
    reviewed_under(learner, "b")
    learner.writes("decks/own.yaml", OWN % (FACT % ("c, formerly: [a, b]", "Why?")))
    learner.opens()
    learner.writes("decks/own.yaml", OWN % (FACT % ("c, formerly: a", "Why?")))
    told = "`own/c` keeps all of it when its `formerly` also names `b`\n"
    assert pmflash("diff").out.endswith(told)
    learner.writes("decks/own.yaml", OWN % (FACT % ("c, formerly: [a, b]", "Why?")))
    assert pmflash("diff").out == ""


def test_ids_that_change_places_in_formerly_are_not_told_to_stand_twice(
    pmflash: Shell, learner: Learner
) -> None:
    reviewed_under(learner, "b")
    facts = FACT % ("c, formerly: %s", "Why?") + FACT % ("d, formerly: %s", "Who?")
    learner.writes("decks/own.yaml", OWN % (facts % ("a", "b")))
    learner.opens()
    learner.writes("decks/own.yaml", OWN % (facts % ("b", "a")))
    out = pmflash("diff").out
    assert out.startswith("2 cards with less progress than before:\n")
    assert "also names" not in out
    assert "to keep progress apart" in out


def test_a_merge_into_a_fact_of_a_higher_rev_is_told_with_the_day_that_it_is_due(
    pmflash: Shell, learner: Learner
) -> None:
    reviewed_under(learner, "b")
    learner.writes("decks/own.yaml", OWN % (FACT % ("a, formerly: b, rev: 1", "Why?")))
    learner.watch.set("2026-01-05T20:00:00+01:00")
    assert "afterwards 2 reviews, due 2026-01-06 as its fact was revised, with" in (
        pmflash("diff").out
    )


def test_a_former_id_that_a_fact_still_has_is_told(
    pmflash: Shell, learner: Learner
) -> None:
    facts = FACT % ("a", "Why?") + FACT % ("b, formerly: a", "Who?")
    learner.writes("decks/own.yaml", OWN % facts)
    ran = pmflash("diff")
    assert ran.out == "1 card added:\n    own/b/answer\n"
    assert (
        "`own/b` says that it was `own/a`, which is still the id of a fact; "
        "no progress is carried over.\n"
    ) in ran.err
