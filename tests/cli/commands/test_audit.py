import json

from compiler.content import TIMELINE
from learner import Learner
from pmflash.model.failure import ExitCode
from shell import Shell

CAVEAT = "The stages make 11 days."
EXPLAINED = f"{TIMELINE}    caveat: {CAVEAT}\n"
OTHER = EXPLAINED.replace("11 days", "28 days, so they say")
ARITHMETIC = "    1 + 10 = 11 days; stated: 28 days"


def test_content_that_adds_up_leaves_nothing_to_list(pmflash: Shell) -> None:
    ran = pmflash("audit")
    assert (ran.code, ran.out) == (ExitCode.FINE, "")
    assert ran.err == "nothing unexplained\n"


def test_what_nothing_explains_is_listed_with_its_arithmetic(
    pmflash: Shell, learner: Learner
) -> None:
    learner.writes("seeds/acme.yaml", TIMELINE)
    ran = pmflash("audit")
    seed, headline, *rest = ran.out.splitlines()
    assert ran.code is ExitCode.CONTENT
    assert (seed, rest) == ("acme", [ARITHMETIC])
    assert headline.startswith("  hiring  stage-sum: ")
    assert ran.err == "1 unexplained\n"


def test_what_a_caveat_explains_is_only_counted(
    pmflash: Shell, learner: Learner
) -> None:
    learner.writes("seeds/acme.yaml", EXPLAINED)
    ran = pmflash("audit")
    assert (ran.code, ran.out) == (ExitCode.FINE, "")
    assert ran.err == "nothing unexplained; 1 explained by a caveat, shown by --all\n"


def test_all_shows_what_is_explained_with_its_caveat(
    pmflash: Shell, learner: Learner
) -> None:
    learner.writes("seeds/acme.yaml", EXPLAINED)
    learner.writes("seeds/beta.yaml", TIMELINE)
    ran = pmflash("audit", "--all")
    lines = ran.out.splitlines()
    assert ran.code is ExitCode.CONTENT
    assert (lines[0], lines[4]) == ("acme", "beta")
    assert lines[2:4] == [ARITHMETIC, f"    explained: {CAVEAT}"]
    assert ran.err == "1 unexplained; 1 explained by a caveat\n"


def test_a_caveat_that_explains_nothing_is_shown_as_such(
    pmflash: Shell, learner: Learner
) -> None:
    learner.writes("seeds/acme.yaml", OTHER)
    ran = pmflash("audit")
    assert ran.code is ExitCode.CONTENT
    assert ran.out.endswith("\n    its caveat: The stages make 28 days, so they say.\n")


def test_programs_get_every_field(pmflash: Shell, learner: Learner) -> None:
    learner.writes("seeds/acme.yaml", EXPLAINED)
    ran = pmflash("audit", "--all", "--json")
    document = json.loads(ran.out)
    (entry,) = document.pop("disagreements")
    assert document == {"version": 1, "unexplained": 0, "explained": 1}
    assert entry.pop("message")
    assert entry == {
        "fact": "acme/hiring",
        "rule": "stage-sum",
        "arithmetic": ARITHMETIC.strip(),
        "worked_out": ["11"],
        "is_explained": True,
        "caveat": CAVEAT,
        "path": "~/home/seeds/acme.yaml",
        "line": 9,
    }


def test_programs_get_the_unexplained_ones_unless_they_ask_for_all(
    pmflash: Shell, learner: Learner
) -> None:
    learner.writes("seeds/acme.yaml", EXPLAINED)
    learner.writes("seeds/beta.yaml", TIMELINE)
    ran = pmflash("audit", "--json")
    facts = [each["fact"] for each in json.loads(ran.out)["disagreements"]]
    assert (facts, ran.code, ran.err) == (["beta/hiring"], ExitCode.CONTENT, "")


def test_facts_that_were_left_out_are_spoken_of(
    pmflash: Shell, learner: Learner
) -> None:
    learner.writes("seeds/acme.yaml", "facts: [{id: Bad Id, q: Q?, a: A}]")
    ran = pmflash("audit")
    assert ran.code is ExitCode.FINE
    assert ran.err.startswith("something in your decks is wrong: ")


def test_hostile_text_cannot_act_or_break_a_line(
    pmflash: Shell, learner: Learner
) -> None:
    evil = '"\\u001b[2J\\nbeta\\u202e"'
    text = TIMELINE.replace("unit: days", f"unit: {evil}\n    caveat: {evil}")
    learner.writes("seeds/acme.yaml", text)
    ran = pmflash("audit")
    assert not set("\x1b\u202e") & {*ran.out}
    assert len(ran.out.splitlines()) == 4
    assert "\x1b" not in pmflash("audit", "--json").out


def test_check_warns_of_what_nothing_explains(pmflash: Shell, learner: Learner) -> None:
    learner.writes("seeds/acme.yaml", TIMELINE)
    ran = pmflash("check", str(learner.locations.home / "seeds" / "acme.yaml"))
    assert "warning[does-not-add-up]: timeline `hiring`: " in ran.out
    assert ran.code is ExitCode.FINE


def test_the_audit_writes_nothing(pmflash: Shell, learner: Learner) -> None:
    pmflash("audit", "--all")
    assert not learner.locations.home.exists()
    assert not learner.locations.cache.exists()
