from pathlib import Path

from tools.sentences import Sentence, documents, sentences

HEADINGS = (("Opening", "the guide"), ("Pay", "what is paid"), ("FAQ", "faq"))
TEXT = """The guide to shipping

It begins. It goes on, e.g. with 0.5 %, at $2.4 B. “It ends.”
> 📖 Related: another guide
What is paid for this?
• Bad: a bare figure. GOOD: “a figure with its unit”
Script:
- “Say this.” → “And this, vs. that.”
FAQ
Does it pay?
Yes. It does.
Ready to build a real system?
"""


def found() -> list[tuple[str, int, str]]:
    return [(s.section, s.number, s.text) for s in sentences(TEXT, HEADINGS)]


def test_sentences_are_counted_anew_in_each_section() -> None:
    assert [(section, number) for section, number, _ in found()] == [
        *[("Opening", number) for number in (1, 2, 3)],
        *[("Pay", number) for number in (1, 2, 3)],
        *[("FAQ", number) for number in (1, 2)],
    ]


def test_a_decimal_point_and_an_abbreviation_end_no_sentence() -> None:
    assert found()[1][2] == "It goes on, e.g. with 0.5 %, at $2.4 B."


def test_the_two_halves_of_a_contrast_are_sentences_of_their_own() -> None:
    assert [text for _, _, text in found()[3:5]] == [
        "Bad: a bare figure.",
        "GOOD: “a figure with its unit”",
    ]


def test_links_lead_ins_questions_and_advertising_are_left_out() -> None:
    said = " ".join(text for _, _, text in found())
    assert not [
        left_out
        for left_out in ("Related", "Script", "Does it pay", "Ready", "guide to")
        if left_out in said
    ]


def test_a_document_is_known_by_its_first_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "JD.com AI ML Product Manager Role\nIt is about markets.\n", encoding="utf-8"
    )
    (tmp_path / "b.txt").write_text("Something else\nNo.\n", encoding="utf-8")
    assert documents(tmp_path) == {
        "jd-com": (Sentence("Opening", 1, "It is about markets."),)
    }
