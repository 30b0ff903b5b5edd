import pytest

from compiler.content import places, slugs
from pmflash.compiler.settings import read_settings
from pmflash.model.diagnostic import Diagnostic
from pmflash.model.settings import Settings
from pmflash.model.source_file import Role, SourceFile


def read(text: str) -> tuple[Settings, tuple[Diagnostic, ...]]:
    source = SourceFile(Role.SETTINGS, "settings", "settings.yaml", text.encode())
    return read_settings(source)


def test_every_setting_can_be_chosen() -> None:
    text = "decks: [flexport]\nnew_per_day: 5\nreviews_per_day: 50\nday_starts_at: 0\n"
    text += "sm2: text\ngrades: wozniak\nanswering: reveal\ntheme: nord\n"
    text += "interview_on: 2026-12-17\ninterview: Flexport panel\n"
    text += "keys: {undo: [u, ctrl+y], help: '?'}\n"
    chosen = Settings(
        decks=("flexport",),
        new_per_day=5,
        reviews_per_day=50,
        day_starts_at=0,
        sm2="text",
        grades="wozniak",
        answering="reveal",
        theme="nord",
        interview_on="2026-12-17",
        interview="Flexport panel",
        keys=(("undo", ("u", "ctrl+y")), ("help", ("question_mark",))),
    )
    assert read(text) == (chosen, ())


@pytest.mark.parametrize("text", ["", "# theme: nord\n", "theme:\n", "{}\n"])
def test_nothing_chosen_means_the_defaults(text: str) -> None:
    assert read(text) == (Settings(), ())


@pytest.mark.parametrize(
    ("line", "slug"),
    [
        ("day_starts_at: 24", "out-of-range"),
        ("day_starts_at: -1", "out-of-range"),
        ("day_starts_at: 04:00", "not-a-number"),
        ("new_per_day: many", "not-a-number"),
        ("reviews_per_day: -1", "out-of-range"),
        ("minutes_per_sitting: -1", "out-of-range"),
        ("decks: flexport", "wrong-shape"),
        ("sm2: lisitng", "unknown-choice"),
        ("grades: [buttons]", "wrong-shape"),
        ("theme: ''", "empty-field"),
        ("theme: nrod", "unknown-theme"),
        ("theme: Nord", "unknown-theme"),
        ("interview_on: 17 Dec", "not-a-date"),
        ("interview_on: 2026-12", "not-a-date"),
        ("interview_on: 2026-02-30", "not-a-date"),
        ("interview_on: 20261217", "not-a-date"),
        ("interview_on: [2026-12-17]", "wrong-shape"),
        ("keys: [undo]", "wrong-shape"),
        ("keys: {undo: []}", "too-few"),
        ("keys: {undo: {u: v}}", "wrong-shape"),
        ("keys: {undo: b}", "shared-key"),
        ("themes: nord", "unknown-field"),
        ("theme: *nord", "no-aliases"),
    ],
)
def test_a_wrong_value_keeps_the_default_for_that_key(line: str, slug: str) -> None:
    if_right = "new_per_day: 7\n" if "new" not in line else "reviews_per_day: 7\n"
    settings, diagnostics = read(f"{if_right}{line}\n")
    assert slugs(diagnostics) == [slug]
    assert settings == read(if_right)[0] != Settings()


def test_broken_settings_are_told_at_their_place() -> None:
    settings, diagnostics = read("decks: []\ntheme: @nord\n")
    assert settings == Settings()
    assert places(diagnostics) == [(2, 8, "needs-quotes")]
