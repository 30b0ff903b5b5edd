from pathlib import Path

import pytest

from learner import Learner
from pmflash.model.failure import ExitCode
from shell import Shell

EXPORT = ("export", "anki-csv")


def test_cards_go_to_the_file_that_is_named(pmflash: Shell) -> None:
    ran = pmflash(*EXPORT, "-o", "out.csv")
    assert (ran.code, ran.out) == (ExitCode.FINE, "")
    assert ran.err.startswith("3 cards in 1 deck written to out.csv.\n")
    assert '"cells/wall/answer"' in Path("out.csv").read_text()


def test_a_dash_is_stdout(pmflash: Shell) -> None:
    pmflash(*EXPORT, "-o", "out.csv")
    ran = pmflash(*EXPORT, "-o", "-")
    assert ran.out.encode() == Path("out.csv").read_bytes()
    assert ran.err.startswith("3 cards in 1 deck written to stdout.\n")


def test_only_the_decks_that_are_named_are_exported(
    pmflash: Shell, learner: Learner
) -> None:
    learner.writes("decks/own.yaml", "facts: [{id: a, q: Q?, a: A}]")
    ran = pmflash(*EXPORT, "own", "-o", "-")
    assert ran.err.startswith("1 card in 1 deck written to stdout.\n")
    assert "cells/wall" not in ran.out


def test_cards_that_build_on_others_come_last(pmflash: Shell, learner: Learner) -> None:
    facts = "{id: a, q: Q?, a: A, builds_on: [b]}, {id: b, q: R?, a: B}"
    learner.writes("decks/own.yaml", f"facts: [{facts}]")
    out = pmflash(*EXPORT, "own", "-o", "-").out
    assert out.index("own/b/answer") < out.index("own/a/answer")


def test_only_cards_with_the_tag_are_exported(pmflash: Shell) -> None:
    ran = pmflash(*EXPORT, "--tag", "mine", "-o", "-", "biology")
    assert ran.err.startswith("1 card in 1 deck written to stdout.\n")
    assert '"biology/own/answer"' in ran.out


def test_a_tag_that_the_deck_lacks_leaves_nothing_to_export(
    pmflash: Shell, learner: Learner
) -> None:
    learner.writes("decks/own.yaml", "facts: [{id: a, q: Q?, a: A}]")
    ran = pmflash(*EXPORT, "own", "--tag", "cells", "-o", "out.csv")
    assert ran.code is ExitCode.CONTENT
    assert "  = help: name other decks or tags\n" in ran.err


@pytest.mark.parametrize("name", ["pay", "own"])
def test_a_card_of_several_decks_goes_where_it_was_asked_for(
    name: str, pmflash: Shell, learner: Learner
) -> None:
    for title in ("Pay", "Own"):
        text = f"title: {title}\nstudy: [{{seed: cells}}]\n"
        learner.writes(f"decks/{title.lower()}.yaml", text)
    ran = pmflash(*EXPORT, name, "-o", "-")
    assert ran.err.startswith("2 cards in 1 deck written to stdout.\n")
    assert ran.out.count(f'"pmflash::{name.title()}"') == 2


def test_a_card_of_several_chosen_decks_goes_once(
    pmflash: Shell, learner: Learner
) -> None:
    learner.writes("decks/pay.yaml", "title: Pay\nstudy: [{seed: cells}]")
    ran = pmflash(*EXPORT, "biology", "pay", "-o", "-")
    assert ran.err.startswith("3 cards in 1 deck written to stdout.\n")


def test_options_may_stand_before_the_decks(pmflash: Shell, learner: Learner) -> None:
    learner.writes("decks/own.yaml", "facts: [{id: a, q: Q?, a: A}]")
    after = pmflash(*EXPORT, "own", "biology", "-o", "-", "--no-tags")
    assert pmflash("export", "-o", "-", *EXPORT[1:], "own", "--no-tags", "biology") == (
        after
    )
    assert pmflash(*EXPORT, "--no-tags", "-o", "-", "own", "biology") == after
    assert (after.code, "own/a" in after.out) == (ExitCode.FINE, True)


def test_facts_that_are_left_out_are_told(pmflash: Shell, learner: Learner) -> None:
    learner.writes("decks/own.yaml", "facts: [{id: a, q: Q?, a: A}, {kind: trem}]")
    ran = pmflash(*EXPORT, "own", "-o", "out.csv", "--no-tags")
    assert (ran.code, ran.out) == (ExitCode.CONTENT, "")
    assert ran.err == (
        "1 card in 1 deck written to out.csv.\n"
        "something in your decks is wrong: `pmflash check` says what\n"
    )
    assert '"own/a/answer"' in Path("out.csv").read_text()


def test_tags_can_be_left_alone(pmflash: Shell) -> None:
    assert "#tags column" in pmflash(*EXPORT, "-o", "-").out
    assert "#tags column" not in pmflash(*EXPORT, "-o", "-", "--no-tags").out


def test_a_german_anki_gets_german_names(pmflash: Shell) -> None:
    ran = pmflash(*EXPORT, "-o", "-", "--notetype-names", "de")
    assert '"Einfach"' in ran.out


@pytest.mark.parametrize(
    "words",
    [
        ("export",),
        EXPORT,
        ("export", "anki", "-o", "x"),
        (*EXPORT, "-o", "x", "nope"),
        (*EXPORT, "-o", "x", "--notetype-names", "klingon"),
    ],
)
def test_an_export_that_cannot_be_meant_is_refused(
    words: tuple[str, ...], pmflash: Shell
) -> None:
    ran = pmflash(*words)
    assert (ran.code, ran.out) == (ExitCode.USAGE, "")
    assert ran.err.startswith("pmflash: ")
    assert not Path("x").exists()


@pytest.mark.parametrize("target", ["missing/out.csv", "file/out.csv", "folder"])
def test_a_file_that_cannot_be_written_is_told(target: str, pmflash: Shell) -> None:
    Path("file").write_text("")
    Path("folder").mkdir()
    ran = pmflash(*EXPORT, "-o", target)
    assert (ran.code, ran.out) == (ExitCode.STORAGE, "")
    assert ran.err.startswith("pmflash: cannot write `")
    assert "\n  = help: " in ran.err


def test_an_export_that_fails_leaves_the_old_file(
    pmflash: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("out.csv").write_text("old")
    monkeypatch.setattr("pmflash.storage.whole_file.os.fsync", refuse)
    ran = pmflash(*EXPORT, "-o", "out.csv")
    assert ran.code is ExitCode.STORAGE
    assert "the disk is full" in ran.err
    assert Path("out.csv").read_text() == "old"


def refuse(*_: object) -> None:
    raise OSError(28, "no room")


def test_nothing_to_export_is_told(pmflash: Shell, learner: Learner) -> None:
    learner.writes("decks/own.yaml", "title: Empty")
    ran = pmflash(*EXPORT, "own", "-o", "out.csv")
    assert ran.code is ExitCode.CONTENT
    assert ran.err.startswith("pmflash: there are no cards to export\n")
    assert not Path("out.csv").exists()


def test_a_search_chooses_what_is_exported(pmflash: Shell) -> None:
    tagged = pmflash(*EXPORT, "--tag", "mine", "-o", "-")
    assert pmflash(*EXPORT, "--search", "tag:mine", "-o", "-") == tagged
    ran = pmflash(*EXPORT, "--search", "nowhere", "-o", "out.csv")
    assert ran.code is ExitCode.CONTENT
    assert "  = help: search for something else\n" in ran.err
