"""What the real Anki makes of our file."""

from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from builders import a_card
from exporting.anki_core import AnkiProfile
from pmflash.exporting.anki.names import NOTETYPE_NAMES
from pmflash.exporting.anki.text import plain
from pmflash.exporting.base import ExportOptions
from pmflash.model.card import Card, ClozeSegment
from pmflash.model.deck import Deck

DECKS = (
    Deck("child", "Interviews::Pay", ""),
    Deck("flexport", "Flexport", ""),
    Deck("parent", "Interviews", ""),
)
CLOZE = (ClozeSegment("The first P is "), ClozeSegment("Problem", True, "not Product"))
CARDS = (
    a_card(id="flexport/pay/answer", prompt="Pay?", decks=("child",), tags=("pay",)),
    a_card(id="flexport/p/cloze/1", kind="cloze", cloze=CLOZE, decks=("parent",)),
    a_card(tags=("product sense", "flexport")),
)
HOSTILE = (
    "<script>alert(1)</script> & <b>",
    'a "quote", a comma; a\ttab',
    "two\nlines",
    "#hash",
    "=SUM(A1)",
    "-1+1",
    "std::map",
    "}} {{ {{Front}} {{#if}}",
    "{{c1::x}}",
    "esc \x1b]0;owned\x07",
    "half \ud83d",
    "👩‍💻 emoji",
    "שלום \u202eabc",
    "[sound:a.mp3] [$]x[/$] [latex]x[/latex] [[type:Back]] [anki:play:q:0]",
    "&amp; &#58; &nbsp;",
    " leading",
    "x" * 100_000,
)


def shown(html: str) -> str:
    return unescape(html.replace("<br>", "\n"))


def test_every_note_arrives_with_its_fields(profile: AnkiProfile) -> None:
    assert profile.take(CARDS, DECKS) == len(CARDS)
    assert set(profile.notes()) == {card.id for card in CARDS}
    assert profile.fields("flexport/pay/answer") == ("Pay?", "Problem")


def test_every_note_arrives_with_its_tags(profile: AnkiProfile) -> None:
    profile.take(CARDS, DECKS)
    tags = profile.notes()["flexport/four-p/answer"].tags
    assert sorted(tags) == ["flexport", "product-sense"]


def test_a_cloze_arrives_with_its_hint(profile: AnkiProfile) -> None:
    profile.take(CARDS, DECKS)
    (card,) = profile.notes()["flexport/p/cloze/1"].cards()
    assert "[not Product]</span>" in card.render_output().question_text
    assert ">Problem</span>" in card.render_output().answer_text


def test_every_card_lies_in_its_deck(profile: AnkiProfile) -> None:
    profile.take(CARDS, DECKS)
    assert profile.deck_of("flexport/pay/answer") == "pmflash::Interviews::Pay"
    assert profile.deck_of("flexport/p/cloze/1") == "pmflash::Interviews"
    assert profile.deck_of("flexport/four-p/answer") == "pmflash::Flexport"


def test_importing_twice_adds_nothing(profile: AnkiProfile) -> None:
    profile.take(CARDS, DECKS)
    assert profile.take(CARDS, DECKS) == 0
    assert len(profile.notes()) == len(CARDS)


def test_an_edited_card_is_updated_with_its_scheduling_kept(
    profile: AnkiProfile,
) -> None:
    before = a_card()
    profile.take([before])
    (card,) = profile.notes()[before.id].cards()
    profile.collection.sched.set_due_date([card.id], "30")
    due = profile.collection.get_card(card.id).due
    assert profile.take([replace(before, prompt="New?", answer="Reworded")]) == 0
    assert profile.fields(before.id) == ("New?", "Reworded")
    assert profile.collection.get_card(card.id).due == due
    assert profile.collection.get_card(card.id).ivl == 30


@pytest.mark.parametrize(("tags", "kept"), [(True, False), (False, True)])
def test_tags_given_in_anki_stay_only_without_ours(
    profile: AnkiProfile, tags: bool, kept: bool
) -> None:
    profile.take([a_card(tags=("pay",))])
    (note,) = profile.notes().values()
    note.add_tag("marked")
    profile.collection.update_note(note)
    profile.take([a_card(answer="New", tags=("pay",))], (), ExportOptions(tags=tags))
    assert ("marked" in profile.notes()[note.guid].tags) is kept


def test_equal_fronts_in_two_decks_stay_two_notes(profile: AnkiProfile) -> None:
    cards = [a_card(id=f"{deck}/q/answer", decks=(deck,)) for deck in ("a", "b")]
    assert profile.take(cards) == 2
    assert profile.take(cards) == 0
    assert profile.deck_of("b/q/answer") == "pmflash::b"


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:16]))
def test_hostile_text_arrives_as_text(profile: AnkiProfile, text: str) -> None:
    profile.take([a_card(prompt=text, answer=text, tags=(text[:50],))])
    (note,) = profile.notes().values()
    assert [shown(field) for field in note.fields] == [plain(text)] * 2
    assert len(note.tags) == 1
    (card,) = note.cards()
    assert not card.question_av_tags()
    assert note.fields[0] in card.render_output().question_text


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:16]))
def test_hostile_text_stays_inside_its_cloze(profile: AnkiProfile, text: str) -> None:
    segments = (ClozeSegment(text), ClozeSegment(text, True, text), ClozeSegment(text))
    profile.take([a_card(cloze=segments)])
    (card,) = profile.collection.find_cards("")
    rendered = profile.collection.get_card(card).render_output()
    answer = shown(rendered.answer_text)
    whole = f'{plain(text)}<span class="cloze" data-ordinal="1">{plain(text)}</span>'
    assert f"{whole}{plain(text)}" in answer
    assert f">[{plain(text)}]</span>" in shown(rendered.question_text)


@pytest.mark.parametrize(
    ("segment", "hint"),
    [
        (ClozeSegment("a:", True, ":b}"), "[:b}]"),
        (ClozeSegment("{a}", True), "[...]"),
        (ClozeSegment(":a", True), "[...]"),
    ],
)
def test_a_cloze_may_begin_or_end_like_its_own_braces(
    profile: AnkiProfile, segment: ClozeSegment, hint: str
) -> None:
    profile.take([a_card(cloze=(ClozeSegment("{"), segment, ClozeSegment("}")))])
    (card,) = profile.collection.find_cards("")
    rendered = profile.collection.get_card(card).render_output()
    assert f">{hint}</span>}}" in shown(rendered.question_text)
    assert f">{segment.text}</span>}}" in shown(rendered.answer_text)


TITLES = {
    "n": "2026",
    "c": "a::b",
    "p": "A",
    "x": "a::B::c",
    "e": ":: a ::  :: d",
    "s": " spaced\u00a0",
    "q": '"quoted", <b> & \x1b',
    "d": "Cafe\u0301",
    "h": "#hash",
    "o": "odd: ::x",
}


def test_no_deck_is_made_twice_for_its_children(profile: AnkiProfile) -> None:
    decks = [Deck(id, title, "") for id, title in TITLES.items()]
    cards: list[Card] = [a_card(id=id, decks=(id,)) for id in TITLES]
    assert profile.take(cards, decks) == len(TITLES)
    assert not [name for name in profile.decks() if "+" in name]
    assert profile.deck_of("n") == "pmflash::2026"
    assert profile.deck_of("d") == "pmflash::Café"
    assert {"pmflash", "pmflash::A::b", "pmflash::A::d"} <= set(profile.decks())


def test_a_card_of_no_deck_arrives_at_the_top(profile: AnkiProfile) -> None:
    profile.take([*CARDS, a_card(id="loose", decks=())], DECKS)
    assert profile.deck_of("loose") == "pmflash"


@pytest.mark.parametrize("card_id", ["#1/a/answer", "Ünï/çödé/answer", " a/b"])
def test_an_odd_id_is_known_again(profile: AnkiProfile, card_id: str) -> None:
    assert profile.take([a_card(id=card_id)]) == 1
    assert profile.take([a_card(id=card_id, prompt="New?")]) == 0


@pytest.mark.parametrize("language", NOTETYPE_NAMES)
def test_a_translated_profile_takes_its_own_names(
    tmp_path: Path, language: str
) -> None:
    with AnkiProfile(tmp_path, language) as profile:
        options = ExportOptions(notetype_names=language)
        assert profile.take(CARDS, DECKS, options) == len(CARDS)
        assert len(profile.collection.find_cards("")) == len(CARDS)


def test_a_german_profile_knows_no_english_names(tmp_path: Path) -> None:
    with AnkiProfile(tmp_path, "de") as profile:
        assert profile.take(CARDS, DECKS) == 0
