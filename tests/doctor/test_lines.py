from doctor.patient import LOG, findings, log, mend, rules, the_finding
from learner import Learner
from pmflash.storage.journal_line import encode_header, sealed


def test_a_damaged_line_is_named(learner: Learner) -> None:
    lines = log(learner).read_bytes().splitlines(keepends=True)
    lines[1] = lines[1].replace(b'"good"', b'"easy"')
    log(learner).write_bytes(b"".join(lines))
    finding = the_finding(learner)
    assert (finding.rule, finding.line, finding.is_trouble) == ("damaged-line", 2, True)
    assert (finding.details, finding.mend) == ((), None)
    damaged = log(learner, "progress/damaged-laptop.jsonl").read_bytes()
    assert damaged == lines[1]


def test_many_damaged_lines_are_named_in_a_row(learner: Learner) -> None:
    lines = log(learner).read_bytes().splitlines(keepends=True)
    torn = [b"torn\n"] * 3
    log(learner).write_bytes(b"".join([lines[0], b"\0\n", *lines[1:], *torn]))
    assert the_finding(learner).details == ("lines 2, 7 to 9",)


def test_lines_that_lost_what_parts_them_are_whole(learner: Learner) -> None:
    lines = log(learner).read_bytes().splitlines(keepends=True)
    lines[1] = lines[1].rstrip(b"\n")
    log(learner).write_bytes(b"".join(lines))
    assert findings(learner) == []


def test_marks_of_a_merge_are_only_noted(learner: Learner) -> None:
    lines = log(learner).read_bytes().splitlines(keepends=True)
    marked = [b"<<<<<<< HEAD\n", *lines[1:], b"=======\n", b">>>>>>> other\n"]
    log(learner).write_bytes(b"".join([lines[0], *marked]))
    finding = the_finding(learner)
    assert (finding.rule, finding.is_trouble) == ("merge-mark", False)
    assert finding.details == ("lines 2, 7 to 8",)


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
    with log(learner, LOG).open("ab") as file:
        file.write(sealed({"id": "1", "card": "a/b/c", "kind": "praise"}))
    finding = the_finding(learner)
    assert (finding.rule, finding.line) == ("unknown-line", 6)
    assert finding.help.startswith("nothing is lost: update pmflash on this device")
