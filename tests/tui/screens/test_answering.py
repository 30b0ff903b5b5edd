import asyncio

import pytest
from textual.events import Paste

from learner import Learner
from pmflash.model.rating import Rating
from pmflash.tui.held_keys import REPEAT_SECONDS
from pmflash.tui.widgets.input_view import InputView
from tui.inputs.test_clock import Stopwatch
from tui.sitting import Sitting, sitting

HELD = 0.033
SIZES = ((80, 24), (60, 20), (120, 40))
TYPED = "{id: f, q: What is watched?, a: Dwell time, accept: [dwell]}"
NUMBER = "{id: f, kind: figure, of: hiring, ask: How long?, value: 27, unit: days}"
RANGE = "{id: f, kind: band, of: pay, low: 155000, high: 180000, unit: $}"
CHOICE = (
    "{id: f, kind: decision, situation: What now?, choice: Wait, because: Time, "
    "options: [Wait, Ship, Stop]}"
)
ORDER = "{id: f, kind: list, of: the steps, ordered: true, items: [one, two, three]}"
TICKS = "{id: f, kind: list, of: the parts, items: [one, two, three]}"
SCRIPT = "{id: f, kind: script, prompt: Who are you?, beats: [name, work], seconds: 60}"
GRID = (
    "{id: f, kind: raci, name: chart, roles: [PM, Legal], views: [row], "
    "activities: [{name: Launch, assign: {PM: RA, Legal: C}}]}"
)
CARDS = {
    "text": TYPED,
    "number": NUMBER,
    "range": RANGE,
    "choice": CHOICE,
    "order": ORDER,
    "ticks": TICKS,
    "clock": SCRIPT,
    "grid": GRID,
}
each_card = pytest.mark.parametrize("fact", CARDS.values(), ids=CARDS)


def writes(learner: Learner, *facts: str, settings: str = "") -> None:
    named = (fact.replace("id: f,", f"id: f{at},") for at, fact in enumerate(facts))
    lines = "".join(f"  - {fact}\n" for fact in named)
    learner.writes("decks/biology.yaml", f"title: Biology\nfacts:\n{lines}")
    learner.writes("settings.yaml", f"decks: [biology]\n{settings}")


async def enters(desk: Sitting, text: str) -> None:
    names = {" ": "space"}
    await desk.press(*(names.get(each, each) for each in text), apart=0.0)


@each_card
async def test_any_card_is_done_with_two_keys(learner: Learner, fact: str) -> None:
    writes(learner, fact)
    async with sitting(learner) as desk:
        await desk.press("space", "3")
        assert desk.ratings == (Rating.GOOD,)


@each_card
async def test_space_twice_rates_good(learner: Learner, fact: str) -> None:
    writes(learner, fact)
    async with sitting(learner) as desk:
        await desk.press("space", "space")
        assert desk.ratings == (Rating.GOOD,)


@each_card
@pytest.mark.parametrize("key", ["space", "enter", "3", "1", "a"])
async def test_no_held_key_rates_a_card(learner: Learner, fact: str, key: str) -> None:
    writes(learner, fact)
    async with sitting(learner) as desk:
        await desk.press(key)
        await desk.press(key, apart=0.5)
        await desk.press(*[key] * 20, apart=HELD)
        await asyncio.sleep(2 * REPEAT_SECONDS)
        assert desk.ratings == ()


@each_card
async def test_no_paste_rates_or_turns_a_card(learner: Learner, fact: str) -> None:
    writes(learner, fact)
    async with sitting(learner) as desk:
        await desk.send(Paste(" 3\r3\n1"))
        assert "1 Again" not in desk.picture
        await desk.press("space" if fact not in (TYPED, NUMBER, RANGE) else "enter")
        await desk.send(Paste(" 3\r3\n1"))
        assert desk.ratings == ()


@each_card
async def test_nothing_of_the_input_takes_the_focus(
    learner: Learner, fact: str
) -> None:
    writes(learner, fact)
    async with sitting(learner) as desk:
        await desk.press(*["tab"] * 5, "space", "3")
        assert desk.app.focused is None
        assert desk.ratings == (Rating.GOOD,)


@each_card
async def test_with_modes_turned_off_a_card_is_only_turned(
    learner: Learner, fact: str
) -> None:
    writes(learner, fact, settings="answering: reveal\n")
    async with sitting(learner) as desk:
        assert "Think of the answer, then press space." in desk.picture
        await desk.press("a", "2", "J")
        assert not desk.widget(InputView).display
        await desk.press("space", "2")
        assert desk.ratings == (Rating.HARD,)


REPLIES: dict[str, tuple[str, tuple[str, ...], str, Rating]] = {
    "typed": (TYPED, (*"dwell", "enter"), "Right", Rating.GOOD),
    "typed wrong": (TYPED, (*"cost", "enter"), "Not right", Rating.AGAIN),
    "number": (NUMBER, ("2", "7", "enter"), "Right", Rating.GOOD),
    "number wrong": (NUMBER, ("4", "5", "enter"), "it is 27 days", Rating.AGAIN),
    "range": (RANGE, (*"155k", "tab", *"180k", "enter"), "Right", Rating.GOOD),
    "range half": (RANGE, (*"155k", "tab", "9", "enter"), "high end", Rating.HARD),
    "choice": (CHOICE, ("a",), "Right", Rating.GOOD),
    "choice wrong": (CHOICE, ("2",), "you chose “Ship”", Rating.AGAIN),
    "choice by mark": (CHOICE, ("j", "enter"), "Right", Rating.GOOD),
    "grid": (GRID, ("5", "c", "enter"), "Right", Rating.GOOD),
    "grid half": (GRID, ("r", "c", "enter"), "wrong: PM", Rating.HARD),
    "ticks": (TICKS, ("space", "a", "b", "c"), "Right", Rating.GOOD),
    "ticks most": (TICKS, ("space", "a", "b"), "missed three", Rating.HARD),
    "beats": (SCRIPT, ("space", "a"), "missed work", Rating.HARD),
}


@pytest.mark.parametrize("case", REPLIES)
@pytest.mark.parametrize("size", SIZES)
async def test_a_reply_is_judged_and_its_rating_is_one_key_away(
    learner: Learner, case: str, size: tuple[int, int]
) -> None:
    fact, keys, words, rating = REPLIES[case]
    writes(learner, fact)
    async with sitting(learner, size=size) as desk:
        await desk.press(*keys)
        assert words in " ".join(desk.picture.replace("│", " ").split())
        label = str(rating).capitalize()
        assert f"space {label}" in desk.lines[-1]
        assert f"{label}" in next(line for line in desk.lines if ">" in line)
        await desk.press("space")
        assert desk.ratings == (rating,)


async def test_the_learners_own_key_wins(learner: Learner) -> None:
    writes(learner, NUMBER)
    async with sitting(learner) as desk:
        await desk.press("4", "5", "enter", "4")
        assert desk.ratings == (Rating.EASY,)


async def test_an_order_is_made_by_moving_its_items(learner: Learner) -> None:
    writes(learner, ORDER)
    async with sitting(learner) as desk:
        for place, item in enumerate(("one", "two", "three"), 1):
            line = next(line for line in desk.lines if f"  {item}" in line)
            now = int(line.replace("│", "").replace(">", "").split()[0])
            await desk.press(str(now), *["K"] * (now - place))
        await desk.press("enter")
        assert "Right" in desk.picture


async def test_an_order_that_is_wrong_says_what_is_out_of_place(
    learner: Learner,
) -> None:
    writes(learner, ORDER)
    async with sitting(learner) as desk:
        await desk.press("J", "K", "enter")
        assert "out of place: " in desk.picture


async def test_a_digit_right_after_a_pick_rates_nothing(learner: Learner) -> None:
    writes(learner, CHOICE)
    async with sitting(learner) as desk:
        await desk.press("1")
        await desk.press("3", "4", apart=0.1)
        assert not desk.ratings
        await desk.press("3")
        assert desk.ratings == (Rating.GOOD,)


async def test_keys_typed_ahead_answer_and_rate_several_cards(
    learner: Learner,
) -> None:
    writes(learner, NUMBER, TYPED)
    async with sitting(learner) as desk:
        keys = ("2", "7", "enter", "3", *"dwell", "enter", "2")
        await desk.press(*keys, apart=0.0)
        assert desk.ratings == (Rating.GOOD, Rating.HARD)


async def test_a_held_rating_types_nothing_into_the_next_card(
    learner: Learner,
) -> None:
    writes(learner, NUMBER, NUMBER.replace("of: hiring", "of: firing"))
    async with sitting(learner) as desk:
        await desk.press("space", *["3"] * 20, apart=HELD)
        assert desk.ratings == (Rating.GOOD,)
        assert "[ _" in desk.picture


async def test_a_held_rating_picks_nothing_on_the_next_card(learner: Learner) -> None:
    writes(learner, CHOICE, CHOICE.replace("What now?", "And then?"))
    async with sitting(learner) as desk:
        await desk.press("space", "3")
        await desk.press("3", apart=0.5)
        await desk.press(*["3"] * 20, apart=HELD)
        await asyncio.sleep(2 * REPEAT_SECONDS)
        assert desk.ratings == (Rating.GOOD,)
        assert "1 Again" not in desk.picture


async def test_commands_are_text_while_a_reply_is_typed(learner: Learner) -> None:
    writes(learner, NUMBER, TYPED)
    async with sitting(learner) as desk:
        await desk.press("space", "3", *"quhjkzbfsei?")
        assert "> quhjkzbfsei?_" in desk.picture
        assert desk.ratings == (Rating.GOOD,)


async def test_undo_help_and_hint_have_keys_where_letters_are_text(
    learner: Learner,
) -> None:
    writes(learner, NUMBER, TYPED.replace("}", ", hint: On the dock}"))
    async with sitting(learner) as desk:
        await desk.press("space", "3", "f2")
        assert "On the dock" in desk.picture
        assert "^t undo" in desk.lines[-1]
        await desk.press("f1")
        assert "Review: the keys" in desk.picture
        helped = " ".join(desk.picture.split())
        assert "^t Take back what you did last." in helped
        assert "^p Skip the card until the others are done." in helped
        await desk.press("escape", "ctrl+t")
        assert "undid Good" in desk.picture


async def test_a_held_redo_goes_on_over_cards_that_are_typed(learner: Learner) -> None:
    writes(learner, *[TYPED.replace("id: ", f"id: n{n}-") for n in range(4)])
    async with sitting(learner) as desk:
        await desk.press(*["space", "3"] * 3, "u", "u", "u")
        await desk.press(*["ctrl+r"] * 3, apart=0.03)
        assert desk.ratings.count(Rating.GOOD) == 3
        assert "3/4" in desk.picture


async def test_escape_leaves_a_reply_that_is_being_typed(learner: Learner) -> None:
    writes(learner, TYPED)
    async with sitting(learner) as desk:
        await desk.press("d", "escape")
        assert not desk.is_running


async def test_a_paste_is_typed_into_the_reply(learner: Learner) -> None:
    writes(learner, TYPED)
    async with sitting(learner) as desk:
        await desk.send(Paste("dwell\n time"))
        assert "> dwell time_" in desk.picture
        await desk.press("enter")
        assert "Right" in desk.picture


async def test_a_click_presses_the_key_of_its_line(learner: Learner) -> None:
    writes(learner, TICKS)
    async with sitting(learner) as desk:
        await desk.press("space")
        await desk.clicks(desk.widget(InputView), (2, 1))
        assert "[x] b  two" in desk.picture
        assert "[ ] a  one" in desk.picture


async def test_the_reply_is_gone_with_its_card(learner: Learner) -> None:
    writes(learner, NUMBER, NUMBER.replace("of: hiring", "of: firing"))
    async with sitting(learner) as desk:
        await desk.press("4", "5", "enter", "3")
        assert "[ _" in desk.picture
        assert "45" not in desk.picture


async def test_a_card_that_returns_by_undo_can_be_ticked_and_rated(
    learner: Learner,
) -> None:
    writes(learner, TICKS)
    async with sitting(learner) as desk:
        await desk.press("space", "3", "u")
        await desk.press("a", "b")
        assert "missed three" in desk.picture
        await desk.press("space")
        assert desk.ratings[-1] is Rating.HARD


async def test_the_clock_runs_on_the_screen(
    learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    seconds = iter(range(0, 10_000, 10))
    monkeypatch.setattr(
        "pmflash.tui.inputs.clock.ClockInput.__init__.__defaults__",
        (lambda: float(next(seconds)),),
    )
    writes(learner, SCRIPT)
    async with sitting(learner) as desk:
        assert "0:00 of 1:00" in desk.picture
        await desk.press("enter")
        assert "enter stop" in desk.lines[-1]
        assert "0:00 of 1:00" not in desk.picture
        await desk.press("enter")
        assert "[ ] a  name" in desk.picture


@pytest.fixture
def stopwatch(monkeypatch: pytest.MonkeyPatch) -> Stopwatch:
    """What the clocks of scripts go by."""
    watch = Stopwatch()
    defaults = "pmflash.tui.inputs.clock.ClockInput.__init__.__defaults__"
    monkeypatch.setattr(defaults, (watch,))
    return watch


async def rehearses(desk: Sitting, stopwatch: Stopwatch, seconds: int) -> None:
    await desk.press("enter")
    stopwatch.seconds += seconds
    await desk.press("enter")


async def test_a_rehearsal_is_told_beside_those_before(
    learner: Learner, stopwatch: Stopwatch
) -> None:
    writes(learner, SCRIPT)
    async with sitting(learner) as desk:
        await rehearses(desk, stopwatch, 70)
        assert "70 s, 10 s over" in desk.picture
        assert "last time" not in desk.picture
        await desk.press("1")
        await rehearses(desk, stopwatch, 40)
        assert "40 s, 20 s left; last time 70 s" in desk.picture
        await desk.press("i")
        assert "spoken in 70 s" in desk.picture


async def test_a_rehearsal_that_was_taken_back_is_told_no_more(
    learner: Learner, stopwatch: Stopwatch
) -> None:
    writes(learner, SCRIPT)
    async with sitting(learner) as desk:
        await rehearses(desk, stopwatch, 70)
        await desk.press("1", "u", "i")
        assert "spoken in" not in desk.picture


async def test_a_rating_that_is_corrected_keeps_its_time(
    learner: Learner, stopwatch: Stopwatch
) -> None:
    writes(learner, SCRIPT)
    async with sitting(learner) as desk:
        await rehearses(desk, stopwatch, 70)
        await desk.press("2", "u", "1")
        assert [event.spoken_seconds for event in desk.saved] == [70, 0, 70]


@pytest.mark.parametrize("size", [*SIZES, (40, 10)])
async def test_a_long_order_scrolls_with_its_mark(
    learner: Learner, size: tuple[int, int]
) -> None:
    items = ", ".join(f"step number {number}" for number in range(1, 8))
    writes(learner, ORDER.replace("one, two, three", items))
    async with sitting(learner, size=size) as desk:
        await desk.press("7")
        assert "> 7  step number" in desk.picture
        await desk.press("1")
        assert "> 1  step number" in desk.picture


@each_card
async def test_a_resize_keeps_what_was_entered(learner: Learner, fact: str) -> None:
    writes(learner, fact)
    async with sitting(learner) as desk:
        await desk.press("2", "J")
        before = desk.picture
        for size in ((60, 20), (30, 8), (40, 10), (120, 40), (80, 24)):
            await desk.resize(size)
        assert desk.picture == before


@pytest.mark.parametrize(
    ("fact", "keys", "gone", "still"),
    [
        (TICKS.replace("three", "three, four, five"), ["space"], "bury", "i about"),
        (GRID, [], "about", "e edit"),
    ],
)
async def test_the_footer_tells_no_command_whose_key_the_input_takes(
    learner: Learner, fact: str, keys: list[str], gone: str, still: str
) -> None:
    writes(learner, fact)
    async with sitting(learner, size=(120, 40)) as desk:
        await desk.press(*keys)
        assert gone not in desk.lines[-1]
        assert still in desk.lines[-1]


ENTERED = {
    "text": (TYPED, ("P", "enter"), "Not right"),
    "choice": (CHOICE, ("1",), "ight"),
    "ticks": (TICKS, ("space", "a"), "[x] a"),
    "order": (ORDER, ("J", "enter"), "ight"),
}


@pytest.mark.parametrize("name", ENTERED)
async def test_an_undone_card_comes_back_with_what_was_entered(
    learner: Learner, name: str
) -> None:
    fact, keys, word = ENTERED[name]
    writes(learner, fact, fact)
    async with sitting(learner) as desk:
        await desk.press(*keys)
        before = desk.lines[5:-1]
        assert word in desk.picture
        await desk.press("3", "ctrl+t")
        assert desk.lines[5:-1] == before


async def test_what_was_entered_comes_back_from_the_summary_too(
    learner: Learner,
) -> None:
    writes(learner, TICKS)
    async with sitting(learner) as desk:
        await desk.press("space", "a", "3")
        assert "Session done" in desk.picture
        await desk.press("u")
        assert "[x] a" in desk.picture


async def test_what_was_entered_comes_back_after_a_redo(learner: Learner) -> None:
    writes(learner, TICKS, TICKS)
    async with sitting(learner) as desk:
        await desk.press("space", "a", "3", "u", "ctrl+r", "u")
        assert "[x] a" in desk.picture
