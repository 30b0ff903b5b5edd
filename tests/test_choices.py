from pathlib import Path

import pytest

from learner import Learner, a_learner
from pmflash.choices import choose, read_choices
from pmflash.model.failure import ContentError, StorageError
from pmflash.model.settings import Settings
from pmflash.storage.settings_file import Written
from tui.hostile import PAYLOADS

COMMENTED = b"# mine\r\nnew_per_day: 5  # few\r\n\r\n# end\r\n"


@pytest.fixture
def learner(tmp_path: Path) -> Learner:
    return a_learner(tmp_path)


def after(learner: Learner, before: bytes, name: str, value: Written) -> bytes:
    """What settings.yaml holds once a setting was chosen."""
    file = learner.locations.settings_file
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(before)
    choose(learner.locations, {name: value})
    return file.read_bytes()


def settings(learner: Learner) -> Settings:
    return read_choices(learner.locations, ()).settings


def test_the_first_choice_makes_the_file(learner: Learner) -> None:
    choose(learner.locations, {"new_per_day": "7", "interview": "Panel"})
    written = learner.locations.settings_file.read_text()
    assert written == "new_per_day: 7\ninterview: Panel\n"
    assert settings(learner) == Settings(new_per_day=7, interview="Panel")


def test_a_choice_leaves_all_else_in_the_file_alone(learner: Learner) -> None:
    wanted = COMMENTED.replace(b"5", b"9")
    assert after(learner, COMMENTED, "new_per_day", "9") == wanted


def test_nothing_brings_the_default_back(learner: Learner) -> None:
    assert after(learner, b"new_per_day: 5\n", "new_per_day", "") == b"new_per_day:\n"
    assert settings(learner) == Settings()


def test_what_is_so_without_a_line_gets_none(learner: Learner) -> None:
    choose(learner.locations, {"new_per_day": "20", "interview": "", "decks": ()})
    assert not learner.locations.settings_file.exists()


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("new_per_day", "many", "`new_per_day` of settings.yaml takes a number"),
        ("new_per_day", "-1", "takes a number from 0 on, and holds `-1`"),
        ("new_per_day", "*x", "takes a number, and holds `*x`"),
        ("day_starts_at", "24", "takes a number up to 23"),
        ("interview_on", "17 Dec", "takes a day, and holds `17 Dec`"),
        ("sm2", "lisitng", "is `lisitng`, which pmflash does not know"),
        ("theme", "nrod", "which no theme is called"),
    ],
)
def test_what_would_be_a_mistake_is_told_as_check_tells_it(
    learner: Learner, name: str, value: str, words: str
) -> None:
    with pytest.raises(ContentError) as caught:
        after(learner, COMMENTED, name, value)
    assert words in caught.value.message
    assert caught.value.help
    assert learner.locations.settings_file.read_bytes() == COMMENTED


def test_a_mistake_is_mended_by_choosing(learner: Learner) -> None:
    before = b"sm2: lisitng\nnew_per_day: many\n"
    wanted = b"sm2: lisitng\nnew_per_day: 5\n"
    assert after(learner, before, "new_per_day", "5") == wanted


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (b"sm2: text\nnew_per_day: 5\nnew_per_day: 6\n", "line 3 of settings.yaml"),
        (b"theme: @nord\nnew_per_day: 5\n- x\n", "has to be mended first"),
        (b"new_per_day: 5\n\xff\xfe\n", "has to be mended first"),
        (b"{new_per_day: 5}\n", "no line of its own for `new_per_day`"),
        (b"? new_per_day\n: 5\n", "no line of its own for `new_per_day`"),
    ],
)
def test_a_file_that_no_line_can_change_is_left_alone(
    learner: Learner, before: bytes, words: str
) -> None:
    with pytest.raises(StorageError) as caught:
        after(learner, before, "new_per_day", "9")
    assert words in caught.value.message
    assert learner.locations.settings_file.read_bytes() == before


@pytest.mark.parametrize("payload", [*PAYLOADS, "null", "~", "a: b", "a #b", "- x"])
def test_any_text_is_kept_as_it_was_typed(learner: Learner, payload: str) -> None:
    typed = "".join(filter(str.isprintable, payload))
    choose(learner.locations, {"interview": typed, "decks": (typed, "x")})
    assert settings(learner).interview == typed
    assert settings(learner).decks == (typed, "x")


def test_a_read_only_file_is_not_replaced(learner: Learner) -> None:
    learner.writes("settings.yaml", "new_per_day: 5\n")
    learner.locations.settings_file.chmod(0o444)
    with pytest.raises(StorageError, match="no permission"):
        choose(learner.locations, {"new_per_day": "9"})
    assert settings(learner).new_per_day == 5


def test_a_file_that_cannot_be_read_is_a_problem_of_it(learner: Learner) -> None:
    learner.locations.settings_file.mkdir(parents=True)
    (problem,) = read_choices(learner.locations, ()).problems
    assert problem.slug == "unreadable-file"
    assert problem.help


def test_a_chosen_deck_that_is_not_there_is_a_problem(learner: Learner) -> None:
    learner.writes("settings.yaml", "decks: [flexport, gone]\n")
    choices = read_choices(learner.locations, {"flexport"})
    assert [each.message for each in choices.problems] == [
        "the settings choose deck `gone`, which does not exist"
    ]


def test_it_is_known_on_which_line_a_setting_stands(learner: Learner) -> None:
    learner.writes("settings.yaml", "# sm2: x\nsm2: text\ndecks:\n  - sm2: 1\n")
    lines = read_choices(learner.locations, ()).lines
    assert (lines["sm2"], lines["decks"]) == (2, 3)
