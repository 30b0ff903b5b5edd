from pathlib import Path

from pmflash.cli.findings import as_records, as_text, headline
from pmflash.doctor.base import Finding


def test_a_finding_begins_with_its_place_and_its_rule() -> None:
    finding = Finding("torn", "this is torn", path=Path("/log"), line=3)
    assert headline(finding, "note") == "/log:3: note[torn]: this is torn"


def test_a_finding_ends_with_what_to_do() -> None:
    finding = Finding("torn", "this is torn", "mend it", details=("one", "two"))
    assert [*as_text([finding])] == [
        "trouble[torn]: this is torn",
        "    one",
        "    two",
        "  = help: mend it",
    ]


def test_of_many_details_the_first_twenty_are_told() -> None:
    details = tuple(str(number) for number in range(1021))
    finding = Finding("torn", "this is torn", details=details)
    *_, last, more = as_text([finding])
    assert (last, more) == ("    19", "    and 1,001 more, with --json")
    (record,) = as_records([finding])
    assert record["details"] == [*details]
