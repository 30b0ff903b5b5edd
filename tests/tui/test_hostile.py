import re

import pytest
from textual.events import Paste

from learner import Learner
from pmflash.model.text import one_line
from pmflash.tui.widgets.rating_bar import RatingBar
from tui.hostile import GROUPS, LONG_WORD, PAYLOADS, deck_with, file_name, quoted
from tui.sitting import Sitting, sitting
from tui.terminal import running

WIDE = (160, 50)
ALTERNATE_SCREEN = b"\x1b[?1049h"
POINTER_SHAPE = b"\x1b]22;default\x07"
"""Textual's own, the only command of its sort."""
BACK_WORDS = ("front", "back", "reason", "caveat", "source")
WAY_THROUGH_SCREENS = (
    ("!", "r look again"),
    ("\x1b", "t theme"),
    (",", "enter change"),
    ("\r", "space tick"),
)
"""Keys, and what stands in the last line to be painted then."""

Payloads = tuple[str, ...]


@pytest.fixture(params=GROUPS, ids=lambda group: ascii(group[0]))
def payloads(request: pytest.FixtureRequest) -> Payloads:
    return tuple(request.param)


@pytest.fixture
def attacked(learner: Learner, payloads: Payloads) -> Learner:
    """A learner whose every deck carries a payload wherever text can stand."""
    (learner.locations.home / "decks/biology.yaml").unlink()
    learner.writes("settings.yaml", "")
    for payload in payloads:
        learner.writes(f"decks/{file_name(payload)}.yaml", deck_with(payload))
    return learner


def on_screen(desk: Sitting) -> str:
    return " ".join(desk.picture.replace("│", " ").split())


async def payload_asked(desk: Sitting, payloads: Payloads) -> str:
    """Which payload the card carries that is asked."""
    text = on_screen(desk)
    return next(each for each in payloads if one_line(f"front {each} ends") in text)


async def test_today_names_decks_verbatim(
    attacked: Learner, payloads: Payloads
) -> None:
    async with sitting(attacked, on_today=True, size=WIDE) as desk:
        for payload in payloads:
            assert f" {one_line(payload)} 1 0 0 1 now" in on_screen(desk)
        assert f"{len(payloads)} problems: ~/home/decks/" in desk.picture


async def test_a_card_is_shown_verbatim(attacked: Learner, payloads: Payloads) -> None:
    async with sitting(attacked, size=WIDE) as desk:
        left = set(payloads)
        while left:
            payload = await payload_asked(desk, payloads)
            left.remove(payload)
            assert desk.lines[0].startswith(f" {one_line(payload)}  ")
            assert one_line(f"{payload} tag {payload} ends") in on_screen(desk)
            assert one_line(f"of {payload}: front {payload} ends") in on_screen(desk)
            await desk.press("space")
            for word in BACK_WORDS:
                assert one_line(f"{word} {payload} ends") in on_screen(desk)
            await desk.press("3")


async def test_the_summary_names_cards_verbatim(
    attacked: Learner, payloads: Payloads
) -> None:
    async with sitting(attacked, size=WIDE) as desk:
        await desk.press(*["space", "1"] * len(payloads))
        await desk.press(*["space", "3"] * len(payloads))
        assert "Session done" in desk.picture
        for payload in payloads:
            assert one_line(f"of {payload}: front")[:40] in on_screen(desk)


async def test_problems_name_files_and_fields_verbatim(
    attacked: Learner, payloads: Payloads
) -> None:
    async with sitting(attacked, on_today=True, size=WIDE) as desk:
        await desk.press("exclamation_mark")
        for payload in payloads:
            assert one_line(f"{file_name(payload)}.yaml:7 basic") in on_screen(desk)
            assert one_line(f"x{payload}") in on_screen(desk)


async def test_browse_shows_cards_verbatim(
    attacked: Learner, payloads: Payloads
) -> None:
    async with sitting(attacked, on_today=True, size=WIDE) as desk:
        await desk.press("b")
        for payload in payloads:
            assert one_line(f"of {payload}: front {payload} ends") in on_screen(desk)
        for place in range(len(payloads)):
            shown = [one_line(f"back {each} ends") for each in payloads]
            assert sum(text in on_screen(desk) for text in shown) == 1, place
            await desk.press("j")


async def test_a_search_that_is_pasted_drives_no_terminal(attacked: Learner) -> None:
    async with sitting(attacked, on_today=True, size=WIDE) as desk:
        await desk.press("b", "slash")
        await desk.send(Paste("is:\x1b[2J\u202e"))
        assert desk.picture.count("is:␛[2J<U+202E>") == 1
        assert "a card is never `␛[2J<U+202E>`" in desk.picture


async def test_help_opens_over_any_card(attacked: Learner) -> None:
    async with sitting(attacked, size=WIDE) as desk:
        before = desk.picture
        await desk.press("question_mark")
        assert desk.lines[0] == " Review: the keys"
        await desk.press("escape")
        assert desk.picture == before


async def test_a_word_longer_than_the_screen_can_be_read_to_its_end(
    learner: Learner,
) -> None:
    text = f"{{id: f, q: 'front {LONG_WORD}', a: '{LONG_WORD} the end'}}"
    learner.writes("decks/biology.yaml", f"title: {LONG_WORD}\nfacts: [{text}]")
    async with sitting(learner, size=(120, 40)) as desk:
        await desk.press("space", *["pagedown"] * 20)
        assert "the end" in desk.picture
        assert all(len(line) <= 120 for line in desk.lines)


def test_nothing_in_a_deck_can_drive_the_terminal(learner: Learner) -> None:
    names = [file_name(payload) for payload in PAYLOADS]
    for name, payload in zip(names, PAYLOADS, strict=True):
        learner.writes(f"decks/{name}.yaml", deck_with(payload))
    chosen = ", ".join(quoted(one_line(name)) for name in names)
    learner.writes("settings.yaml", f"decks: [{chosen}]\nnew_per_day: 99")
    with running(learner, "review", size=(100, 30)) as terminal:
        for _ in PAYLOADS:
            terminal.wait_for("space answer")
            terminal.type(" ")
            terminal.wait_for("1 Again")
            terminal.type("3")
        terminal.wait_for("Session done")
        terminal.type("\r")
        terminal.wait_for("problems")
        for key, title in WAY_THROUGH_SCREENS:
            terminal.type(key)
            terminal.wait_for(title)
        terminal.type("q")
        assert terminal.wait_for_end() == 0
    painted = terminal.raw.partition(ALTERNATE_SCREEN)[2].replace(POINTER_SHAPE, b"")
    for acting in (b"\x1b]", b"\x1bP", b"\x1b[2J", b"\x07", b"\x08", b"\x7f"):
        assert acting not in painted
    assert not re.search("[\x80-\x9f\u202a-\u202e\u2066-\u2069]", painted.decode())


async def test_a_widget_that_forgets_to_clean_its_text_is_harmless(
    learner: Learner,
) -> None:
    async with sitting(learner) as desk:
        desk.widget(RatingBar).hide("\x1b[2J \x9b1m")
        await desk.settle()
        assert "␛[2J <U+009B>1m" in desk.picture


def test_there_are_payloads_of_every_sort() -> None:
    assert len(PAYLOADS) >= 30
