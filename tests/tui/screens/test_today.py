import json
import re

import pytest

from learner import Learner, answered, deck_of
from pmflash.cli.main import main
from pmflash.study.scope import Scope
from tui.sitting import Sitting, sitting

TWO_DAYS_LATER = "2026-01-07T08:00:00+01:00"


def table(desk: Sitting) -> dict[str, tuple[int, ...]]:
    """New, drill, due and total of every deck, by its title."""
    rows = re.findall(r"^ [> ] (\S.*?) +(\d+) +(\d+) +(\d+) +(\d+)", desk.picture, re.M)
    return {title: tuple(map(int, counts)) for title, *counts in rows}


@pytest.fixture
def geology(learner: Learner) -> Learner:
    """A learner who also studies Geology, and is in the middle of it."""
    learner.writes("decks/geology.yaml", deck_of(12, "Geology"))
    learner.writes("settings.yaml", "new_per_day: 30\n")
    collection = learner.opens()
    labels = ["Good", "Again", "Easy", "Hard", "Good"]
    answered(collection, collection.session(Scope(frozenset({"geology"}))), labels)
    learner.watch.set(TWO_DAYS_LATER)
    collection = learner.opens()
    answered(collection, collection.session(), labels[:3])
    return learner


async def test_the_table_says_what_due_json_says(
    geology: Learner,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("PMFLASH_HOME", str(geology.locations.home))
    monkeypatch.setenv("PMFLASH_CACHE", str(geology.locations.cache))
    monkeypatch.setenv("PMFLASH_NOW", geology.watch.moment.isoformat())
    assert main(["due", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    async with sitting(geology, on_today=True) as desk:
        assert table(desk) == {
            row["title"]: (row["new"], row["drill"], row["due"], row["cards"])
            for row in (said["all"], *said["decks"])
        }


async def test_the_totals_are_those_of_all_decks(geology: Learner) -> None:
    async with sitting(geology, on_today=True) as desk:
        new, drill, due, _ = table(desk)["All decks"]
        assert f"{due} due · {new} new · {drill} drill" in desk.picture
        assert drill


async def test_the_totals_add_up_to_what_is_done_and_left(geology: Learner) -> None:
    async with sitting(geology, on_today=True) as desk:
        found = re.search(r"(\d+) left: (\d+) due · (\d+) new · (\d+)", desk.picture)
        shown = re.search(r"(\d+) of (\d+) done", desk.picture)
        assert found
        assert shown
        left, due, new, drill = map(int, found.groups())
        done, total = map(int, shown.groups())
        assert due + new + drill == left
        assert done + left == total
        assert done


async def test_enter_reviews_all_decks(learner: Learner) -> None:
    async with sitting(learner, on_today=True) as desk:
        await desk.press("enter")
        assert "Question 1?" in desk.picture


@pytest.mark.parametrize("key", ["j", "down"])
async def test_the_marked_deck_is_the_one_reviewed(geology: Learner, key: str) -> None:
    async with sitting(geology, on_today=True) as desk:
        await desk.press(key, key, "enter")
        assert desk.lines[0].split()[0] == "Geology"


async def test_the_mark_stops_at_both_ends(geology: Learner) -> None:
    async with sitting(geology, on_today=True) as desk:
        await desk.press(*["j"] * 9)
        assert re.search(r"^ > Geology", desk.picture, re.M)
        await desk.press(*["k"] * 9)
        assert re.search(r"^ > All decks", desk.picture, re.M)


async def test_coming_back_shows_fresh_counts(learner: Learner) -> None:
    async with sitting(learner, on_today=True) as desk:
        assert table(desk)["Biology"] == (36, 0, 0, 36)
        await desk.press("enter", "space", "3", "space", "1", "escape")
        assert table(desk)["Biology"] == (34, 1, 0, 36)


async def test_a_deck_edited_meanwhile_is_read_again(learner: Learner) -> None:
    async with sitting(learner, on_today=True) as desk:
        await desk.press("enter")
        learner.writes("decks/biology.yaml", deck_of(20, "Life"))
        await desk.press("escape")
        assert table(desk)["Life"] == (20, 0, 0, 20)


async def test_a_day_that_is_done_says_when_it_goes_on(learner: Learner) -> None:
    learner.writes("decks/biology.yaml", deck_of(1))
    async with sitting(learner, on_today=True) as desk:
        await desk.press("enter", "space", "3", "enter")
        assert re.search(r"Biology .* tomorrow \(1\)", desk.picture)
        await desk.press("enter")
        assert "Next due  tomorrow 1 card" in desk.picture
        await desk.press("enter")
        assert "All decks" in desk.picture


async def test_a_deck_that_is_done_offers_what_waits_beyond_the_limit(
    learner: Learner,
) -> None:
    learner.writes("settings.yaml", "decks: [biology]\nnew_per_day: 1\n")
    async with sitting(learner, on_today=True) as desk:
        await desk.press("enter", "space", "3", "enter")
        await desk.press("enter")
        assert "New cards wait beyond today's limit; m: ten of them" in desk.picture
        await desk.press("m")
        assert "new 10" in desk.picture


async def test_a_deck_of_ones_own_that_the_settings_leave_out_is_named(
    learner: Learner,
) -> None:
    learner.writes("decks/notes.yaml", deck_of(1, "My notes"))
    async with sitting(learner, on_today=True) as desk:
        told = "Not among the decks that you study (,): My notes"
        assert told in desk.picture


async def test_a_streak_counts_days_in_a_row(learner: Learner) -> None:
    for day in (5, 6, 7):
        learner.watch.set(f"2026-01-0{day}T08:00:00+01:00")
        collection = learner.opens()
        answered(collection, collection.session(), ["Good"])
    async with sitting(learner, on_today=True) as desk:
        assert "Wed 7 Jan 2026 · streak 3 days" in desk.lines[0]


async def test_a_problem_is_told_in_one_line(learner: Learner) -> None:
    learner.writes("decks/geology.yaml", "facts: [{id: broken, q: What?}]")
    async with sitting(learner, on_today=True) as desk:
        assert "! 1 problem: " in desk.picture
        assert "~/home/decks/geology.yaml:1 basic `broken`" in desk.picture
        assert "! problems" in desk.lines[-1]


async def test_no_problem_key_is_offered_without_a_problem(learner: Learner) -> None:
    async with sitting(learner, on_today=True) as desk:
        assert "problems" not in desk.picture
        await desk.press("exclamation_mark")
        assert "Today" in desk.picture


async def test_a_newcomer_is_told_where_progress_will_be(
    learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    learner.locations.home = learner.locations.home.parent / "new-home"
    async with sitting(learner, on_today=True) as desk:
        assert "Welcome. Your progress will be kept in" in desk.picture
        assert "new-home" in desk.picture
    assert not learner.locations.home.exists()


async def test_only_moves_that_can_be_made_are_offered(learner: Learner) -> None:
    async with sitting(learner, on_today=True, size=(60, 20)) as desk:
        assert "j down" in desk.lines[-1]
        assert "k up" not in desk.lines[-1]
        await desk.press("j")
        assert "j down" not in desk.lines[-1]
        assert "k up" in desk.lines[-1]


async def test_a_held_enter_on_a_day_that_is_done_stays_at_its_end(
    learner: Learner,
) -> None:
    learner.writes("settings.yaml", "decks: [biology]\nnew_per_day: 0\n")
    async with sitting(learner, on_today=True) as desk:
        await desk.press(*["enter"] * 20, apart=0.03)
        assert desk.picture.startswith(" Nothing is due")
        assert "New cards wait beyond today's limit" in desk.picture


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("a", "First review what is left today"),
        ("exclamation_mark", "There are no problems"),
    ],
)
async def test_a_key_that_can_do_nothing_now_says_why(
    learner: Learner, key: str, words: str
) -> None:
    async with sitting(learner, on_today=True) as desk:
        await desk.press(key)
        assert words in desk.picture
