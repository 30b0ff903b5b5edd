import re
from dataclasses import replace

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.content import Content

from learner import Learner, answered, deck_of
from pmflash.answering.base import AskNothing
from pmflash.tui.asked import Asked, asked
from pmflash.tui.first_frame import first_frame, wrapped
from pmflash.tui.inputs.nothing import NoInput
from tui.sitting import sitting

FRONT = Asked(
    deck="Biology",
    new=3,
    drill=0,
    due=2,
    due_name="due",
    done=1,
    total=6,
    spent="0:04",
    heading="new card",
    tags="cells",
    prompt="What is a cell?",
    input=NoInput(AskNothing()),
)
SIZES = (
    *((80, 24), (60, 20), (120, 40), (42, 16), (69, 22), (70, 22), (70, 21), (69, 40)),
    *((220, 50), (43, 30)),
)
SENTENCE = "How many rounds has an interview for a senior product manager there?"
PROMPTS = {
    "short": "Who?",
    "two lines": f"{SENTENCE} {SENTENCE}",
    "breaks": "Which one?\\n\\n  a) this\\nb) that",
    "exactly": f"{'x' * 30} {'y' * 30}",
    "one over": f"{'x' * 30} {'y' * 31}",
    "a long word": f"{'x' * 171} y",
    "spaces at the break": f"{'x' * 59}    {'y' * 9}   z",
    "typography": "“Four-P” – is it ≥ 4 → or × 3 … what’s “5 €”?",
}


def picture(frame: str, size: tuple[int, int]) -> list[str]:
    """What a terminal shows after `frame`, line by line."""
    screen = pyte.Screen(*size)
    pyte.Stream(screen).feed(frame)
    return [line.rstrip() for line in screen.display]


def a_deck(prompt: str, tags: str = "organelles, plants") -> str:
    fact = f'{{q: "{prompt}", a: "The answer", why: "Because", tags: [{tags}]}}'
    return f"title: Biology\nfacts:\n  - {fact}\n"


FACTS = (
    "{id: f, q: What is watched?, a: The answer, accept: [dwell]}",
    "{id: f, kind: figure, of: hiring, ask: How long?, value: 27, unit: days}",
    "{id: f, kind: figure, of: drift, ask: How much?, value: 2, "
    "unit: per cent of the baseline accuracy}",
    "{id: f, kind: band, of: pay, low: 155000, high: 180000, unit: $}",
    "{id: f, kind: band, of: equity, low: 0.1, high: 0.2, unit: '%'}",
    "{id: f, kind: decision, situation: What now?, choice: Ship, because: Time, "
    "options: [Ship, Stop]}",
    f"{{id: f, kind: list, of: the steps, ordered: true, items: [one, {SENTENCE}]}}",
    "{id: f, kind: list, of: the parts, items: [one, two, three]}",
    "{id: f, kind: script, prompt: Who are you?, beats: [one, two], seconds: 60}",
    "{id: f, kind: raci, name: chart, roles: [PM, Legal, Data scientist], views: "
    "[row], activities: [{name: Launch it, assign: {PM: RA, Legal: C}}]}",
)


async def both(learner: Learner, size: tuple[int, int]) -> tuple[list[str], list[str]]:
    """Our frame and what the review screen shows, from the header to the hint."""
    async with sitting(learner, size=size) as desk:
        collection = learner.opens()
        session = collection.session()
        assert session.turn
        card = collection.card(session.turn.card)
        front = asked(collection, session, session.turn, card)
        frame = first_frame(front, *size, coloured=False)
        assert frame
        assert "The answer" not in frame
        return picture(frame, size)[:-1], desk.lines[:-1]


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("prompt", PROMPTS)
async def test_the_frame_is_what_the_review_screen_shows(
    learner: Learner, prompt: str, size: tuple[int, int]
) -> None:
    learner.writes("decks/biology.yaml", a_deck(PROMPTS[prompt]))
    frame, drawn = await both(learner, size)
    assert frame == drawn


@pytest.mark.parametrize("size", [*SIZES[:3], (70, 30), (42, 30)], ids=str)
@pytest.mark.parametrize("fact", FACTS)
async def test_the_frame_shows_what_may_be_entered(
    learner: Learner, fact: str, size: tuple[int, int]
) -> None:
    learner.writes("decks/biology.yaml", f"title: Biology\nfacts:\n  - {fact}\n")
    frame, drawn = await both(learner, size)
    assert frame == drawn


@pytest.mark.parametrize("good", range(0, 7))
async def test_the_bar_is_as_long_as_on_the_review_screen(
    learner: Learner, good: int
) -> None:
    learner.writes("decks/biology.yaml", deck_of(9))
    answered(learner.opens(), learner.opens().session(), ["Again", *["Good"] * good])
    frame, drawn = await both(learner, (80, 24))
    assert frame == drawn


@given(st.text("ab- \n", max_size=80), st.integers(2, 30))
def test_text_wraps_as_in_textual(text: str, width: int) -> None:
    drawn = Content(text)._wrap_and_format(width)
    expected = [line.content.plain.rstrip() for line in drawn]
    assert wrapped(text, width) == expected


UNSURE = {
    "wide": replace(FRONT, prompt="漢字?"),
    "an emoji": replace(FRONT, prompt="Who? 🙂"),
    "a combining mark": replace(FRONT, prompt="e\u0301?"),
    "an escape": replace(FRONT, prompt="\x1b[2J"),
    "a control of eight bits": replace(FRONT, prompt="\x9b2J"),
    "a turned direction": replace(FRONT, prompt="\u202eabc"),
    "a wide title": replace(FRONT, deck="漢字"),
    "an acting tag": replace(FRONT, tags="\x1b]0;title\x07"),
    "a long title": replace(FRONT, deck="x" * 80),
    "long tags": replace(FRONT, tags="x" * 80),
    "too many lines": replace(FRONT, prompt="\n".join("abcdefghijklmno")),
}


@pytest.mark.parametrize("front", UNSURE.values(), ids=UNSURE.keys())
def test_nothing_is_painted_that_could_look_otherwise(front: Asked) -> None:
    assert first_frame(front, 80, 24, coloured=True) is None


@pytest.mark.parametrize("size", [(41, 24), (80, 15), (0, 0)], ids=str)
def test_nothing_is_painted_where_there_is_little_room(size: tuple[int, int]) -> None:
    assert first_frame(FRONT, *size, coloured=True) is None


def test_every_character_that_is_painted_takes_one_cell() -> None:
    everything = map(chr, [*range(0xD800), *range(0xE000, 0x20000)])
    painted = {
        character
        for character in everything
        if first_frame(replace(FRONT, prompt=character), 80, 24, coloured=False)
    }
    assert {*"aZ~é“—→≤€"} <= painted
    assert not {each for each in painted - {"\n"} if cell_len(each) != 1}
    assert all(each.isprintable() for each in painted - {"\n"})


def test_without_colours_a_frame_has_none() -> None:
    frame = first_frame(FRONT, 80, 24, coloured=False)
    assert frame
    assert {*re.findall(r"\x1b\[([0-9;]*)m", frame)} == {"0", "0;1"}
