import re
import sqlite3
from contextlib import closing

import pytest
from textual.events import Paste
from textual.widget import Widget

from learner import Learner, answered, deck_of
from pmflash.model.card import Card
from pmflash.model.event import EventKind
from pmflash.tui.screens.browse import BrowseScreen
from pmflash.tui.widgets.card_list import CardList
from pmflash.tui.widgets.lines import KeyBar
from tui.sitting import Sitting, sitting

NEXT_DAY = "2026-01-06T08:00:00+01:00"


@pytest.fixture
def browser(learner: Learner) -> Learner:
    """A learner of 36 cards, who answered three of them yesterday."""
    collection = learner.opens()
    answered(collection, collection.session(), ["Good", "Again", "Easy"])
    learner.watch.set(NEXT_DAY)
    return learner


async def search(desk: Sitting, text: str) -> None:
    """Type a search, and go back to the cards."""
    await desk.press("slash")
    for letter in text:
        await desk.press("space" if letter == " " else letter)
    await desk.press("enter")


def rows(desk: Sitting) -> list[str]:
    """The prompts in sight, in their order."""
    return re.findall(r"Biology: (Question \d+)\?", "\n".join(desk.lines[4:14]))


def marked(desk: Sitting) -> str:
    """The prompt behind the mark."""
    (line,) = [line for line in desk.lines if line.startswith(" >")]
    return line


async def test_b_shows_every_card_with_where_it_stands(browser: Learner) -> None:
    async with sitting(browser, on_today=True) as desk:
        await desk.press("b")
        assert "1 of 36 cards" in desk.lines[0]
        assert rows(desk)[:3] == ["Question 1", "Question 2", "Question 3"]
        assert re.search(r"> +due +today +2\.50 +Biology: Question 1\?", desk.picture)
        assert re.search(r"  +new +Biology: Question 4\?", desk.picture)


async def test_the_preview_shows_the_answer_and_the_standing(browser: Learner) -> None:
    async with sitting(browser, on_today=True) as desk:
        await desk.press("b", "j")
        assert "Answer 2" in desk.picture
        assert "due today · interval 1 day · ease 2.18 · 1 review" in desk.picture
        assert "biology/f02/answer" in desk.picture


async def test_the_cards_change_with_every_letter(browser: Learner) -> None:
    async with sitting(browser, on_today=True) as desk:
        await desk.press("b", "slash", "3")
        assert "1 of 10 cards" in desk.lines[0]
        await desk.press("6")
        assert rows(desk) == ["Question 36"]
        await desk.press("ctrl+u")
        assert "1 of 36 cards" in desk.lines[0]


async def test_a_search_may_say_anything_that_it_may_elsewhere(
    browser: Learner,
) -> None:
    async with sitting(browser, on_today=True) as desk:
        await desk.press("b")
        await search(desk, "is:due -ease<2.5 or id:f36")
        assert rows(desk) == ["Question 1", "Question 3", "Question 36"]


async def test_letters_are_text_while_a_search_is_typed(browser: Learner) -> None:
    async with sitting(browser, on_today=True) as desk:
        await desk.press("b", "slash", "q", "z", "f", "r", "g", "question_mark")
        assert desk.is_running
        assert "/ qzfrg?" in desk.picture
        assert not any(event.kind in {"suspend", "flag"} for event in desk.saved)
        await desk.press("escape")
        assert isinstance(desk.screen, BrowseScreen)
        await desk.press("escape")
        assert not isinstance(desk.screen, BrowseScreen)


async def test_a_paste_is_typed_into_the_search_alone(browser: Learner) -> None:
    async with sitting(browser, on_today=True) as desk:
        await desk.press("b")
        await desk.send(Paste("zzz"))
        assert "1 of 36 cards" in desk.lines[0]
        await desk.press("slash")
        await desk.send(Paste("question\n 3"))
        assert "/ question 3" in desk.picture


async def test_arrows_move_the_mark_while_a_search_is_typed(browser: Learner) -> None:
    async with sitting(browser, on_today=True) as desk:
        await desk.press("b", "slash", "3", "down")
        assert "Question 13?" in marked(desk)
        assert "2 of 10 cards" in desk.lines[0]


async def test_a_mistake_is_shown_with_carets_under_it(browser: Learner) -> None:
    async with sitting(browser, on_today=True) as desk:
        await desk.press("b")
        await search(desk, "is:due tag:x")
        place = desk.lines[1].index("x")
        assert desk.lines[2] == " " * place + "^"
        assert "no card of your decks is tagged `x`; give facts" in desk.lines[3]


async def test_a_mistake_goes_as_soon_as_it_is_mended(browser: Learner) -> None:
    async with sitting(browser, on_today=True) as desk:
        await desk.press("b", "slash", *"(1")
        assert "nothing closes" in desk.picture
        await desk.press(")")
        assert "nothing closes" not in desk.picture
        assert "^" not in desk.lines[2]


async def test_nothing_found_is_said(browser: Learner) -> None:
    async with sitting(browser, on_today=True) as desk:
        await desk.press("b")
        await search(desk, "nowhere")
        assert "No card is found." in desk.picture
        assert "0 cards" in desk.lines[0]
        await desk.press("z", "f", "r", "j", "enter", "u")
        assert len(desk.saved) == 3


async def test_keys_go_to_any_card(browser: Learner) -> None:
    async with sitting(browser, on_today=True) as desk:
        await desk.press("b")
        for key, number in (("j", 2), ("G", 36), ("k", 35), ("g", 1), ("k", 1)):
            await desk.press(key)
            assert f"Question {number}?" in marked(desk), key
        await desk.press("pagedown")
        assert f"{1 + desk.widget(CardList).size.height} of 36" in desk.lines[0]


async def test_a_click_marks_a_card(browser: Learner) -> None:
    async with sitting(browser, on_today=True) as desk:
        await desk.press("b")
        await desk.click(CardList, (5, 3))
        assert "Question 4?" in marked(desk)


async def test_enter_reviews_what_was_found(browser: Learner) -> None:
    async with sitting(browser, on_today=True) as desk:
        await desk.press("b")
        await search(desk, '"question 3" is:due')
        await desk.press("enter")
        assert "Question 3?" in desk.picture
        assert '"question 3" is:due' in desk.lines[0]
        assert "due 1" in desk.lines[0]
        await desk.press("escape")
        assert isinstance(desk.screen, BrowseScreen)


async def test_a_review_from_here_comes_back_here_with_news(browser: Learner) -> None:
    async with sitting(browser, on_today=True) as desk:
        await desk.press("b")
        await search(desk, "id:f01")
        await desk.press("enter", "space", "3", "enter")
        assert re.search(r"> +Mon 12 Jan +2\.50 +Biology: Question 1\?", desk.picture)
        await desk.press("enter")
        toast = " ".join(desk.picture.replace("▌", " ").split())
        assert "None of these is left to review today" in toast


async def test_z_suspends_a_card_and_resumes_it(browser: Learner) -> None:
    async with sitting(browser, on_today=True) as desk:
        await desk.press("b", "z")
        assert "suspended" in marked(desk)
        await desk.press("z")
        assert "suspended" not in marked(desk)
        assert [event.kind for event in desk.saved[3:]] == ["suspend", "resume"]


async def test_f_flags_a_card_and_takes_the_flag_away(browser: Learner) -> None:
    async with sitting(browser, on_today=True) as desk:
        await desk.press("b", "f")
        assert marked(desk).startswith(" >f")
        assert "flagged · due today" in desk.picture
        await desk.press("f")
        assert marked(desk).startswith(" > ")


async def test_a_card_flagged_elsewhere_meanwhile_stays_flagged(
    browser: Learner,
) -> None:
    async with sitting(browser, on_today=True) as desk:
        await desk.press("b")
        card = desk.app.screen.query_one(CardList).marked
        assert card is not None
        browser.opens().mark(EventKind.FLAG, card)
        await desk.press("f")
        assert "changed elsewhere" in desk.picture
        assert marked(desk).startswith(" >f")
        assert browser.opens().standing(card).is_flagged
        await desk.press("f")
        assert not browser.opens().standing(card).is_flagged


async def test_r_resets_only_after_asking(browser: Learner) -> None:
    async with sitting(browser, on_today=True) as desk:
        await desk.press("b", "r")
        assert "Make it new? y yes, other keys no" in desk.picture
        await desk.press("j")
        assert "Make it new?" not in desk.picture
        assert "due" in marked(desk)
        await desk.press("r", "y")
        assert "new" in marked(desk)
        assert [event.kind for event in desk.saved[3:]] == [EventKind.RESET]


async def test_an_r_that_is_held_down_resets_nothing(browser: Learner) -> None:
    async with sitting(browser, on_today=True) as desk:
        await desk.press("b", *"rrrrrrr", apart=0.0)
        assert len(desk.saved) == 3


@pytest.mark.parametrize(("sort", "place"), [(CardList, (5, 2)), (KeyBar, (2, 0))])
async def test_a_click_takes_the_question_back(
    browser: Learner, sort: type[Widget], place: tuple[int, int]
) -> None:
    async with sitting(browser, on_today=True) as desk:
        await desk.press("b", "r")
        await desk.click(sort, place)
        assert "Make it new?" not in desk.picture
        await desk.press("y")
        assert len(desk.saved) == 3


async def test_an_undo_says_when_an_answer_came_in_between(browser: Learner) -> None:
    async with sitting(browser, on_today=True) as desk:
        await desk.press("b", "f", "enter", "space", "3", "escape")
        assert len(desk.saved) == 5
        await desk.press("u")
        assert len(desk.saved) == 5
        toast = " ".join(desk.picture.replace("▌", " ").split())
        assert "Undo first what you did in a review since" in toast


async def test_u_takes_back_what_was_done_here_and_no_more(browser: Learner) -> None:
    async with sitting(browser, on_today=True) as desk:
        await desk.press("b", "u")
        assert len(desk.ratings) == 3
        await desk.press("r", "y", "z")
        await desk.press("u")
        assert "new" in marked(desk)
        await desk.press("u", "u")
        assert "due" in marked(desk)
        assert [event.kind for event in desk.saved[5:]] == [EventKind.UNDO] * 2


async def test_a_mark_that_is_not_saved_is_not_shown(
    browser: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "no room")

    async with sitting(browser, on_today=True) as desk:
        await desk.press("b")
        monkeypatch.setattr("pmflash.storage.journal.append_line", refuse)
        await desk.press("z")
        assert "Not saved:" in desk.picture
        assert "suspended" not in marked(desk)


async def test_the_help_tells_the_language_too(browser: Learner) -> None:
    async with sitting(browser, on_today=True, size=(80, 50)) as desk:
        await desk.press("b", "question_mark")
        told = " ".join(desk.picture.split())
        for words in ("PgDn", "deck:flexport", "-tag:pay", "noted, leech,"):
            assert words in told


async def test_help_can_be_had_while_typing(browser: Learner) -> None:
    async with sitting(browser, on_today=True) as desk:
        await desk.press("b", "slash", "f1")
        assert "what can be searched for" in desk.picture


async def test_a_cache_that_breaks_is_told_and_breaks_nothing(
    browser: Learner,
) -> None:
    async with sitting(browser, on_today=True) as desk:
        await desk.press("b")
        file = browser.locations.cache / "cards.sqlite"
        with closing(sqlite3.connect(file)) as connection, connection:
            connection.execute("UPDATE texts SET sum = sum + 1")
            connection.execute("UPDATE cards SET sum = sum + 1")
        await search(desk, "question 36")
        assert rows(desk) == ["Question 36"]


@pytest.mark.parametrize("size", [(40, 10), (60, 20), (120, 40)])
async def test_the_mark_stays_in_sight_at_any_size(
    browser: Learner, size: tuple[int, int]
) -> None:
    async with sitting(browser, on_today=True, size=size) as desk:
        await desk.press("b", *["j"] * 30)
        assert "Question 31" in marked(desk) or "Biology: Q" in marked(desk)
        await desk.resize((80, 24))
        assert "Question 31?" in marked(desk)


async def test_only_what_is_in_sight_is_read(
    learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    learner.writes("decks/biology.yaml", deck_of(900))
    async with sitting(learner, on_today=True) as desk:
        collection = desk.app._collection
        read: list[str] = []
        card = collection.card

        def counted(card_id: str) -> Card:
            read.append(card_id)
            return card(card_id)

        monkeypatch.setattr(collection, "card", counted)
        await desk.press("b", "G")
        assert "900 of 900 cards" in desk.lines[0]
        assert len({*read}) < 60


@pytest.mark.parametrize(("key", "kind"), [("z", "suspend"), ("f", "flag")])
async def test_a_mark_key_that_is_held_down_marks_once(
    browser: Learner, key: str, kind: str
) -> None:
    before = len(browser.saved())
    async with sitting(browser, on_today=True) as desk:
        await desk.press("b", key)
        await desk.press(key, apart=0.5)
        await desk.press(*[key] * 20, apart=0.03)
        assert [event.kind for event in desk.saved[before:]] == [EventKind(kind)]
        await desk.press(key)
        assert len(desk.saved) == before + 2


async def test_a_held_reset_key_asks_and_answers_nothing(browser: Learner) -> None:
    before = len(browser.saved())
    async with sitting(browser, on_today=True) as desk:
        await desk.press("b", "r")
        await desk.press(*["r"] * 21, apart=0.03)
        assert "Make it new?" in desk.picture
        assert len(desk.saved) == before


async def test_a_letter_that_is_held_down_is_typed_as_often(browser: Learner) -> None:
    async with sitting(browser, on_today=True) as desk:
        await desk.press("b", "z", "slash")
        await desk.press(*"zzzz", apart=0.03)
        assert " / zzzz" in desk.picture


async def test_a_mark_that_another_window_took_back_is_not_taken_back_again(
    browser: Learner,
) -> None:
    async with sitting(browser, on_today=True) as desk:
        await desk.press("b", "z")
        elsewhere = browser.opens()
        elsewhere.undo(elsewhere.session())
        before = len(desk.saved)
        await desk.press("u")
        assert len(desk.saved) == before


async def test_help_while_typing_stays_at_f1_when_help_has_another_key(
    learner: Learner,
) -> None:
    learner.writes("settings.yaml", "keys: {help: f5}")
    async with sitting(learner, on_today=True) as desk:
        await desk.press("b", "slash")
        assert "F1 help" in desk.lines[-1]
