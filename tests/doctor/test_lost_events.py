from datetime import timedelta
from pathlib import Path

import pytest

from builders import an_event
from doctor.patient import findings, log, mend, rules, the_finding
from learner import Learner, answered
from pmflash.model.text import counted
from pmflash.storage.backup import keep_copy_of, keep_extra_copy
from pmflash.storage.journal_line import encode_event, encode_header
from pmflash.storage.restore import restore


def cut(learner: Learner, lines: int) -> None:
    """Take the last lines from the log."""
    kept = log(learner).read_bytes().splitlines(keepends=True)[:-lines]
    log(learner).write_bytes(b"".join(kept))


def test_an_undo_of_something_that_is_not_there_is_named(learner: Learner) -> None:
    lines = log(learner).read_bytes().splitlines(keepends=True)
    del lines[3]
    log(learner).write_bytes(b"".join(lines))
    finding = the_finding(learner)
    assert (finding.rule, finding.is_trouble) == ("missing-target", True)


def copied(learner: Learner) -> None:
    """Keep the copy of the day."""
    keep_copy_of(learner.opens().today(), learner.locations, learner.watch())


def test_what_only_a_copy_has_is_brought_back_by_mending(learner: Learner) -> None:
    copied(learner)
    assert findings(learner) == []
    whole = learner.saved()
    cut(learner, 2)
    finding = the_finding(learner)
    assert (finding.rule, finding.is_trouble) == ("missing-event", True)
    assert finding.message.startswith("2 events of this device in no log any more")
    assert finding.details == ("copy `2026-01-05`: 2 events",)
    mend(learner)
    assert findings(learner) == []
    assert learner.saved() == whole


def test_events_of_a_copy_whose_line_feeds_are_lost_are_brought_back(
    learner: Learner,
) -> None:
    whole = log(learner).read_bytes()
    log(learner).write_bytes(whole.replace(b"}\n{", b"}{"))
    copied(learner)
    log(learner).write_bytes(whole)
    cut(learner, 2)
    assert the_finding(learner).details == ("copy `2026-01-05`: 2 events",)
    mend(learner)
    assert log(learner).read_bytes() == whole


def test_what_was_lost_before_the_last_copy_is_missed_too(learner: Learner) -> None:
    copied(learner)
    cut(learner, 1)
    learner.watch.moment += timedelta(days=1)
    collection = learner.opens()
    answered(collection, collection.session(), ["Good"])
    copied(learner)
    assert the_finding(learner).details == ("copy `2026-01-05`: 1 event",)
    mend(learner)
    assert rules(learner) == ["clock-went-back"]


def test_what_another_device_may_have_taken_out_is_only_noted(
    learner: Learner,
) -> None:
    phone = log(learner, "progress/reviews-phone.jsonl")
    early = an_event(at="2026-01-05T06:00:00.000000Z")
    phone.write_bytes(encode_header("phone") + encode_event(early))
    copied(learner)
    phone.write_bytes(encode_header("phone"))
    finding = the_finding(learner)
    assert (finding.rule, finding.is_trouble) == ("missing-event", False)
    assert finding.message.startswith("1 event of other devices in no log any more")
    assert finding.mend is None


def test_a_home_that_is_gone_is_not_made_anew_by_mending(learner: Learner) -> None:
    copied(learner)
    away = learner.locations.home.with_name("away")
    learner.locations.home.rename(away)
    finding = the_finding(learner)
    assert (finding.rule, finding.mend) == ("missing-event", None)
    assert "`pmflash restore 2026-01-05`" in finding.help


def test_answers_of_a_wrong_clock_may_be_deleted(learner: Learner) -> None:
    before = log(learner).read_bytes()
    late = an_event(at="2027-01-05T08:00:00.000000Z")
    log(learner).write_bytes(before + encode_event(late))
    copied(learner)
    log(learner).write_bytes(before)
    assert findings(learner) == []


@pytest.mark.parametrize("later_days", [0, 7])
def test_answers_of_a_wrong_clock_stay_deleted_when_their_time_has_come(
    later_days: int, learner: Learner
) -> None:
    before = log(learner).read_bytes()
    late = an_event(at="2026-01-08T08:00:00.000000Z")
    log(learner).write_bytes(before + encode_event(late))
    copied(learner)
    assert "future-event" in rules(learner)
    log(learner).write_bytes(before)
    learner.watch.moment += timedelta(days=later_days)
    assert findings(learner) == []


def test_what_a_log_held_that_a_program_renamed_is_missed(learner: Learner) -> None:
    renamed = log(learner, "progress/Copy of reviews-phone.jsonl")
    early = an_event(at="2026-01-05T06:00:00.000000Z")
    renamed.write_bytes(encode_header("phone") + encode_event(early))
    copied(learner)
    renamed.unlink()
    assert the_finding(learner).details == ("copy `2026-01-05`: 1 event",)


def test_what_a_restore_took_out_is_not_missed(learner: Learner) -> None:
    early = keep_extra_copy(learner.locations, learner.watch())
    collection = learner.opens()
    collection.undo(collection.session())
    restore(learner.locations, early, learner.watch())
    assert findings(learner) == []
    keep_extra_copy(learner.locations, learner.watch())
    assert findings(learner) == []


def copied_daily(learner: Learner, days: int) -> list[Path]:
    """Answer once a day, and keep the copy of each day."""
    made = []
    for _ in range(days):
        learner.watch.moment += timedelta(days=1)
        collection = learner.opens()
        answered(collection, collection.session(), ["Good"])
        copied(learner)
        made.append(learner.locations.backups / f"{collection.today()}.zip")
    return made


@pytest.mark.parametrize("lines", [1, 2])
def test_what_was_restored_is_missed_when_it_is_gone(
    lines: int, learner: Learner
) -> None:
    _, second, _ = copied_daily(learner, 3)
    restore(learner.locations, second, learner.watch())
    assert findings(learner) == []
    whole = log(learner).read_bytes()
    cut(learner, lines)
    finding = the_finding(learner)
    assert finding.details == (f"copy `{second.stem}`: {counted(lines, 'event')}",)
    mend(learner)
    assert log(learner).read_bytes() == whole


def test_a_damaged_line_that_was_brought_back_is_not_told_to_be_lost(
    learner: Learner,
) -> None:
    copied(learner)
    whole = learner.saved()
    damaged = log(learner).read_bytes().replace(b'"again"', b'"easy"', 1)
    log(learner).write_bytes(damaged)
    mend(learner)
    finding = the_finding(learner)
    assert finding.rule == "damaged-line"
    assert "or `--fix` has brought it back" in finding.help
    assert {*learner.saved()} == {*whole}


def test_a_log_that_is_gone_after_a_restore_is_missed(learner: Learner) -> None:
    _, second, _ = copied_daily(learner, 3)
    restore(learner.locations, second, learner.watch())
    whole = log(learner).read_bytes()
    log(learner).unlink()
    mend(learner)
    assert log(learner).read_bytes() == whole


def test_what_a_restore_that_was_undone_took_out_is_missed_again(
    learner: Learner,
) -> None:
    first, *_ = copied_daily(learner, 3)
    before = restore(learner.locations, first, learner.watch()).before
    assert before is not None
    restore(learner.locations, before, learner.watch())
    cut(learner, 1)
    assert the_finding(learner).details == (f"copy `{before.stem}`: 1 event",)


def test_where_the_restored_copy_is_gone_only_later_ones_are_gone_by(
    learner: Learner,
) -> None:
    _, second, _ = copied_daily(learner, 3)
    restore(learner.locations, second, learner.watch())
    second.unlink()
    (later,) = copied_daily(learner, 1)
    cut(learner, 1)
    assert the_finding(learner).details == (f"copy `{later.stem}`: 1 event",)
    cut(learner, 1)
    whole = log(learner).read_bytes()
    later.unlink()
    assert findings(learner) == []
    assert log(learner).read_bytes() == whole


def test_every_copy_that_is_damaged_is_named(learner: Learner) -> None:
    torn, flipped, whole = (
        keep_extra_copy(learner.locations, learner.watch()) for _ in range(3)
    )
    torn.write_bytes(torn.read_bytes()[:-9])
    learner.locations.backups.joinpath("empty.zip").touch()
    raw = bytearray(flipped.read_bytes())
    raw[60] ^= 1
    flipped.write_bytes(raw)
    found = findings(learner)
    assert [each.rule for each in found] == ["unusable-copy"] * 3
    assert {each.path for each in found} == {
        *(torn, flipped, torn.with_name("empty.zip")),
    }
    assert whole.exists()
