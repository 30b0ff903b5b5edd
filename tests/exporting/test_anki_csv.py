import csv
from dataclasses import replace
from io import StringIO

import pytest

from builders import a_card
from exporting.anki_core import exported
from pmflash.exporting.anki_csv import AnkiCsv
from pmflash.exporting.base import ExportOptions
from pmflash.model.card import Card, ClozeSegment
from pmflash.model.deck import Deck
from pmflash.model.failure import ContentError, UsageError
from pmflash.model.mode import Choice, Rehearse

HEADER_LINES = 8


def rows(text: str) -> list[list[str]]:
    body = text.splitlines(keepends=True)[HEADER_LINES:]
    return list(csv.reader(StringIO("".join(body), newline="")))


def back_of(card: Card) -> list[str]:
    return rows(exported([card]))[0][4].split("<br>")


def test_every_remark_stands_on_a_line_of_its_own() -> None:
    card = a_card(why="why", caveat="it varies", source="guide", as_of="2025")
    assert back_of(card) == [
        "Problem",
        "why",
        "Note: it varies",
        "As of: 2025",
        "Source: guide",
    ]


def test_a_reason_that_the_answer_gives_is_not_repeated() -> None:
    assert back_of(a_card(answer="B\nbecause", why="because")) == ["B", "because"]


def test_the_answer_of_a_cloze_is_not_repeated_below_it() -> None:
    card = a_card(kind="cloze", cloze=(ClozeSegment("Problem", True),), why="Problem")
    assert rows(exported([card]))[0][3:5] == ["{{c1::Problem}}", "Problem"]


def test_a_card_to_rehearse_is_a_basic_note_with_its_beats_in_lines() -> None:
    prompt, answer = "Who?\nSay it aloud.", "- I\n- We\n“I & we.”"
    card = a_card(prompt=prompt, answer=answer, mode=Rehearse(("I", "We"), 90))
    (row,) = rows(exported([card]))
    assert row[1] == "Basic"
    assert row[3:5] == ["Who?<br>Say it aloud.", "- I<br>- We<br>“I &amp; we.”"]


@pytest.mark.parametrize("cloze", [(), (ClozeSegment("Problem", True),)])
def test_a_card_that_offers_distractors_is_the_same_note_without_them(
    cloze: tuple[ClozeSegment, ...],
) -> None:
    card = a_card(cloze=cloze)
    offering = replace(card, mode=Choice("Problem", ("Problem",), (("Data",),)))
    assert exported([offering]) == exported([card])


def test_what_is_written_reads_back_as_comma_separated_values() -> None:
    card = a_card(prompt='a "quoted", part', answer='"', tags=("a", "b c", "a"))
    assert rows(exported([card])) == [
        [card.id, "Basic", "pmflash::flexport", 'a "quoted", part', '"', "a b-c"]
    ]


def test_without_tags_there_is_no_column_for_them() -> None:
    text = exported([a_card(tags=("pay",))], options=ExportOptions(tags=False))
    assert "tags" not in text
    assert text.endswith('"Problem"\n')
    assert "pay" not in text


def test_cards_of_a_deck_stay_in_study_order() -> None:
    cards = [a_card(id=name, decks=(deck,)) for name, deck in ("zx", "ay", "bx")]
    assert [row[0] for row in rows(exported(cards))] == ["z", "b", "a"]


def test_a_card_lies_in_the_first_of_its_decks() -> None:
    decks = [Deck("x", "Ex", ""), Deck("y", "Why", "")]
    assert rows(exported([a_card(decks=("y", "x"))], decks))[0][2] == "pmflash::Why"


def test_a_card_of_no_deck_lies_at_the_top() -> None:
    assert rows(exported([a_card(decks=())]))[0][2] == "pmflash"


@pytest.mark.parametrize("prompt", ["", " \n", "\u200b", "\x1b"])
def test_a_blank_front_is_refused_by_its_cards_name(prompt: str) -> None:
    with pytest.raises(ContentError, match="`a/b/answer` has a blank front"):
        exported([a_card(id="a/b/answer", prompt=prompt)])


@pytest.mark.parametrize("hidden", [ClozeSegment("x"), ClozeSegment(" ", True)])
def test_a_cloze_that_hides_nothing_is_refused(hidden: ClozeSegment) -> None:
    with pytest.raises(ContentError, match="`a/b/cloze/1` is a cloze that hides"):
        exported([a_card(id="a/b/cloze/1", cloze=(hidden,))])


def test_two_cards_of_one_name_are_refused() -> None:
    with pytest.raises(ContentError, match="both called `a/b/answer`"):
        exported([a_card(id="a/b/answer"), a_card(id="a/b/answer", prompt="Other?")])


@pytest.mark.parametrize(
    ("card", "names", "error"),
    [(a_card(prompt=""), "en", ContentError), (a_card(), "tlh", UsageError)],
)
def test_a_refused_export_writes_nothing(
    card: Card, names: str, error: type[Exception]
) -> None:
    out = StringIO()
    with pytest.raises(error):
        AnkiCsv().write(
            [a_card(id="fine"), card], [], ExportOptions(notetype_names=names), out
        )
    assert out.getvalue() == ""


@pytest.mark.parametrize(("tags", "count"), [(True, 1), (False, 0)])
def test_the_learner_is_told_when_tags_will_be_replaced(tags: bool, count: int) -> None:
    report = AnkiCsv().write([a_card()], [], ExportOptions(tags=tags), StringIO())
    assert len(report.advice) == count
