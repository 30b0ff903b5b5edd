"""Everything that a learner's disk can hold, told in one message each."""

import os
from collections.abc import Callable
from pathlib import Path
from zlib import crc32

import pytest

from learner import Learner, answered
from pmflash.model.failure import ExitCode
from shell import Ran, Shell

COMMANDS: tuple[tuple[str, ...], ...] = (
    ("due",),
    ("due", "--short"),
    ("due", "--json"),
    ("compile",),
    ("compile", "--json"),
    ("check",),
    ("export", "anki-csv", "-o", "-"),
)
READERS = COMMANDS[:5]
each_command = pytest.mark.parametrize("words", COMMANDS, ids=" ".join)


def refused(ran: Ran) -> str:
    """The one message of a storage failure."""
    assert (ran.code, ran.out) == (ExitCode.STORAGE, "")
    message, help = ran.err.splitlines()
    assert message.startswith("pmflash: ")
    assert help.startswith("  = help: ")
    return message.removeprefix("pmflash: ")


@each_command
def test_a_missing_home_is_a_new_learners(
    words: tuple[str, ...], pmflash: Shell, tmp_path: Path
) -> None:
    assert pmflash(*words).code is ExitCode.FINE
    assert not (tmp_path / "home").exists()


@each_command
def test_a_home_that_is_a_file_is_refused(
    words: tuple[str, ...], pmflash: Shell, tmp_path: Path
) -> None:
    (tmp_path / "home").write_text("precious")
    told = refused(pmflash(*words))
    assert told == "cannot use the folder `home`: a file is where a folder should be"
    assert (tmp_path / "home").read_text() == "precious"


@each_command
@pytest.mark.parametrize("name", ["home", "home/decks"])
def test_a_home_without_permission_is_refused(
    name: str, words: tuple[str, ...], pmflash: Shell, tmp_path: Path
) -> None:
    (tmp_path / "home" / "decks").mkdir(parents=True)
    with pytest.MonkeyPatch.context() as patch:
        forbid(tmp_path / name, patch)
        told = refused(pmflash(*words))
    assert told.endswith(f"`{name}`: you have no permission there")


def forbid(folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Refuse to look into `folder`, also to the superuser, who may everything."""

    def guarded(real: Callable[..., object]) -> Callable[..., object]:
        def call(path: Path, *rest: object, **options: object) -> object:
            if Path(path) == folder:
                raise PermissionError(13, "Permission denied")
            return real(path, *rest, **options)

        return call

    patch.setattr(os, "scandir", guarded(os.scandir))
    patch.setattr(Path, "stat", guarded(Path.stat))


@pytest.mark.parametrize("words", READERS, ids=" ".join)
def test_reviews_of_a_newer_pmflash_are_refused_untouched(
    words: tuple[str, ...], pmflash: Shell, learner: Learner
) -> None:
    header = '{"pmflash":"reviews","format":99,"sum":"1cc36ddb"}'
    name = "progress/reviews-phone.jsonl"
    learner.writes(name, sealed(header))
    assert "was written by a newer pmflash" in refused(pmflash(*words))
    assert (learner.locations.home / name).read_text() == sealed(header)


def sealed(line: str) -> str:
    """A line with the sum that belongs to it."""
    body = line[: line.index(',"sum"')]
    return f'{body},"sum":"{crc32(body.encode()):08x}"}}\n'


def test_a_deck_that_names_a_missing_seed_is_told_by_its_line(
    pmflash: Shell, learner: Learner
) -> None:
    learner.writes("decks/own.yaml", "title: Own\nstudy:\n  - seed: cels\n")
    ran = pmflash("check")
    assert ran.code is ExitCode.CONTENT
    assert ran.out.count("error[") == 1
    assert ran.out.startswith("~/home/decks/own.yaml:3:11: error[unknown-seed]: ")
    assert "`cels`" in ran.out
    assert "  = help: did you mean `cells`?\n" in ran.out


def test_a_deck_that_names_a_missing_seed_costs_no_other_deck(
    pmflash: Shell, learner: Learner
) -> None:
    learner.writes("decks/own.yaml", "title: Own\nstudy:\n  - seed: cels\n")
    ran = pmflash("due", "--short")
    assert (ran.code, ran.out) == (ExitCode.FINE, "0 due, 3 new, 0 drill\n")


def test_two_facts_of_one_id_are_told_with_both_lines(
    pmflash: Shell, learner: Learner
) -> None:
    facts = "facts:\n- {id: a, q: Q?, a: First}\n- {id: a, q: And?, a: Second}\n"
    learner.writes("decks/own.yaml", facts)
    ran = pmflash("check")
    assert ran.code is ExitCode.CONTENT
    assert ran.out.count("error[") == 1
    assert ran.out.startswith("~/home/decks/own.yaml:3:8: error[repeated-id]: `a` ")
    assert "line 2" in ran.out
    assert "A  First" in pmflash("compile", "own").out


FILES = {
    "binary": (b"\x00\x01\x02" * 100, "not-text"),
    "latin-1": ("facts:\n- {q: é, a: à}".encode("latin-1"), "not-utf-8"),
    "empty": (b"", "empty-file"),
    "two documents": (b"facts: []\n---\nfacts: []\n", "second-document"),
    "brackets": (b"[" * 100_000, "too-deep"),
    "aliases": (b"a: &a [x]\nb: [*a, *a]\n", "no-aliases"),
    "a list": (b"- a\n- b\n", "not-fields"),
    "tabs": (b"facts:\n\t- a: b\n", ""),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_deck_is_told_and_costs_itself(
    name: str, pmflash: Shell, learner: Learner
) -> None:
    raw, slug = FILES[name]
    learner.writes("decks/own.yaml", "")
    (learner.locations.home / "decks" / "own.yaml").write_bytes(raw)
    ran = pmflash("check")
    assert ran.code is ExitCode.CONTENT
    assert f"error[{slug}" in ran.out
    assert ran.out.startswith("~/home/decks/own.yaml")
    assert pmflash("due", "--short").out == "0 due, 3 new, 0 drill\n"


def test_a_setting_that_is_wrong_is_told_and_keeps_its_default(
    pmflash: Shell, learner: Learner
) -> None:
    learner.writes("settings.yaml", "new_per_day: many\nreviews_per_dya: 5\n")
    ran = pmflash("check")
    assert ran.code is ExitCode.CONTENT
    assert ran.out.startswith("~/home/settings.yaml:1:14: error[")
    assert "~/home/settings.yaml:2:1: error[unknown-field]" in ran.out
    assert pmflash("due", "--short").out == "0 due, 3 new, 0 drill\n"


def a_torn_log(learner: Learner) -> Path:
    """The log of two answers, of which a power cut took the end of the second."""
    collection = learner.opens()
    answered(collection, collection.session(), ["Good", "Good"])
    (log,) = (learner.locations.home / "progress").glob("*.jsonl")
    log.write_bytes(log.read_bytes()[:-20])
    return log


@pytest.mark.parametrize("words", [("due",), ("due", "--json")])
def test_a_torn_last_line_is_told_and_blocks_nothing(
    words: tuple[str, ...], pmflash: Shell, learner: Learner
) -> None:
    a_torn_log(learner)
    ran = pmflash(*words)
    assert ran.code is ExitCode.FINE
    assert ran.err == (
        "`home/progress/reviews-laptop.jsonl` stops in the middle of line 3, "
        "which does not count\n"
    )


def test_a_torn_last_line_costs_that_answer_alone(
    pmflash: Shell, learner: Learner
) -> None:
    log = a_torn_log(learner)
    torn = log.read_bytes().splitlines()[-1]
    assert pmflash("due", "--short").out == "0 due, 2 new, 0 drill\n"
    collection = learner.opens()
    answered(collection, collection.session(), ["Good"])
    ran = pmflash("due", "--short")
    assert (ran.out, ran.err) == ("0 due, 1 new, 0 drill\n", "")
    (kept,) = log.parent.glob("damaged-*")
    assert torn in kept.read_bytes()
