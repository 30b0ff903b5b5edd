import pytest

from builders import DAY_0, a_card
from learner import Learner
from pmflash.tui.widgets.card_panel import CardPanel, back_of
from tui.sitting import sitting


def test_the_back_shows_all_that_belongs_to_the_answer() -> None:
    card = a_card(
        answer="Problem",
        why="It comes first.",
        caveat="The guide lists three.",
        as_of="2026-01",
        valid_until="2027-01",
        source="Flexport guide",
    )
    assert back_of(card, DAY_0).plain.splitlines() == [
        "Problem",
        "",
        "It comes first.",
        "",
        "! The guide lists three.",
        "",
        "As of January 2026 · Valid until January 2027 · Flexport guide",
    ]


def test_a_bare_answer_stands_alone() -> None:
    assert back_of(a_card(answer="Problem"), DAY_0).plain == "Problem"


def test_a_reason_that_the_answer_holds_is_not_told_twice() -> None:
    card = a_card(answer="Problem, since it comes first", why="it comes first")
    assert back_of(card, DAY_0).plain.count("it comes first") == 1


def test_a_fact_past_its_date_is_flagged_like_a_caveat() -> None:
    card = a_card(caveat="The guide lists three.", valid_until="2025-12")
    lines = back_of(card, DAY_0).plain.splitlines()
    assert lines[2:5] == [
        "! The guide lists three.",
        "",
        "! Out of date: valid until December 2025",
    ]


def test_the_date_that_has_passed_is_told_once() -> None:
    card = a_card(as_of="2024-03", valid_until="2025-12", source="Flexport guide")
    told = back_of(card, DAY_0).plain.casefold()
    assert told.count("valid until") == 1
    assert "as of march 2024 · flexport guide" in told


def test_a_fact_on_its_last_day_is_not_flagged() -> None:
    card = a_card(valid_until="2026-01-05")
    assert "!" not in back_of(card, DAY_0).plain


async def test_the_next_card_starts_at_its_top(learner: Learner) -> None:
    text = "\\n".join("abc" for _ in range(60))
    facts = "".join(f'  - {{id: f{n}, q: "{n}? {text}", a: A}}\n' for n in (1, 2))
    learner.writes("decks/biology.yaml", f"facts:\n{facts}")
    async with sitting(learner) as desk:
        await desk.press("pagedown", "space", "3")
        assert "biology: 2? abc" in desk.picture


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_a_long_question_says_what_is_below(
    learner: Learner, size: tuple[int, int]
) -> None:
    text = "\\n".join(f"line {number}" for number in range(1, 61))
    learner.writes("decks/biology.yaml", f'facts: [{{id: f, q: "{text}", a: A}}]')
    async with sitting(learner, size=size) as desk:
        assert "more lines" in desk.picture
        assert "j down" in desk.lines[-1]
        await desk.press(*["pagedown"] * 9)
        assert "line 60" in desk.picture
        assert desk.widget(CardPanel).max_scroll_y > 0
        assert "more line" not in desk.picture


async def test_what_is_below_is_counted_anew_after_a_resize(learner: Learner) -> None:
    text = "\\n".join(f"line {number}" for number in range(1, 16))
    learner.writes("decks/biology.yaml", f'facts: [{{id: f, q: Why?, a: "{text}"}}]')
    async with sitting(learner, size=(80, 40)) as desk:
        await desk.press("space")
        assert "more line" not in desk.picture
        await desk.resize((80, 24))
        assert "more line" in desk.picture
        assert "j down" in desk.lines[-1]
        await desk.resize((80, 40))
        assert "more line" not in desk.picture
        assert "j down" not in desk.lines[-1]


async def test_tags_stand_in_the_frame_again_after_a_long_card(
    learner: Learner,
) -> None:
    text = "\\n".join(f"line {number}" for number in range(1, 61))
    learner.writes(
        "decks/biology.yaml",
        f'tags: [cells]\nfacts:\n  - {{id: f, q: Why?, a: "{text}"}}\n'
        "  - {id: g, q: How?, a: B}\n",
    )
    async with sitting(learner) as desk:
        assert "cells" in desk.picture
        await desk.press("space", "3")
        assert "cells" in desk.picture
