from doctor.patient import LOG, findings, log, mend, rules, the_finding
from learner import Learner
from pmflash.storage.journal_line import encode_header


def test_a_damaged_line_is_named(learner: Learner) -> None:
    lines = log(learner).read_bytes().splitlines(keepends=True)
    lines[1] = lines[1].replace(b'"good"', b'"easy"')
    log(learner).write_bytes(b"".join(lines))
    finding = the_finding(learner)
    assert (finding.rule, finding.line, finding.is_trouble) == ("damaged-line", 2, True)
    assert finding.details == ("line 2",)
    assert "copied to `progress/damaged-*.jsonl`" in finding.help
    damaged = log(learner, "progress/damaged-laptop.jsonl").read_bytes()
    assert damaged == lines[1]


def test_a_torn_end_is_set_aside_by_mending(learner: Learner) -> None:
    before = log(learner).read_bytes()
    log(learner).write_bytes(before + b'{"id":"12')
    assert (the_finding(learner).rule, the_finding(learner).line) == ("torn-end", 6)
    mend(learner)
    assert findings(learner) == []
    assert log(learner).read_bytes() == before
    aside = log(learner, "progress/damaged-laptop.jsonl").read_bytes()
    assert aside == b'{"id":"12\n'


def test_a_last_line_without_its_end_gets_one_by_mending(learner: Learner) -> None:
    before = log(learner).read_bytes()
    log(learner).write_bytes(before.removesuffix(b"\n"))
    assert rules(learner) == ["unended-line"]
    mend(learner)
    assert log(learner).read_bytes() == before


def test_the_end_of_a_log_of_another_device_is_not_ours_to_mend(
    learner: Learner,
) -> None:
    phone = log(learner, "progress/reviews-phone.jsonl")
    phone.write_bytes(encode_header("phone") + b'{"id":"12')
    finding = the_finding(learner)
    assert (finding.rule, finding.is_trouble) == ("torn-end", False)
    assert finding.mend is None


def test_a_line_that_only_a_newer_version_knows_is_named(learner: Learner) -> None:
    from pmflash.storage.journal_line import sealed

    with log(learner, LOG).open("ab") as file:
        file.write(sealed({"id": "1", "card": "a/b/c", "kind": "praise"}))
    finding = the_finding(learner)
    assert (finding.rule, finding.line) == ("unknown-line", 6)
    assert finding.help == "update pmflash on this device"
