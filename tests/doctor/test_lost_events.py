from doctor.patient import findings, log, rules, the_finding
from learner import Learner
from pmflash.storage.backup import keep_copy_of, keep_extra_copy
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


def test_events_that_only_the_last_copy_has_are_named(learner: Learner) -> None:
    keep_copy_of(learner.opens().today(), learner.locations, learner.watch())
    assert findings(learner) == []
    cut(learner, 2)
    finding = the_finding(learner)
    assert finding.rule == "missing-event"
    assert finding.message.startswith("2 events of the copy `2026-01-05`")
    assert finding.help == "`pmflash restore 2026-01-05` brings them back"


def test_what_a_restore_took_out_is_not_missed(learner: Learner) -> None:
    early = keep_extra_copy(learner.locations, learner.watch())
    collection = learner.opens()
    collection.undo(collection.session())
    restore(learner.locations, early, learner.watch())
    assert findings(learner) == []


def test_a_last_copy_that_is_damaged_is_named(learner: Learner) -> None:
    copy = keep_extra_copy(learner.locations, learner.watch())
    raw = bytearray(copy.read_bytes())
    raw[60] ^= 1
    copy.write_bytes(raw)
    assert rules(learner) == ["damaged-copy"]
