from pathlib import Path

import pytest
from tools.overlap import shared_wording

from tools import overlap

SAID = "One two three four five six seven."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("seeds", "decks", "guides"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(overlap, "ROOT", tmp_path)
    (tmp_path / "guides" / "a.txt").write_text(SAID, encoding="utf-8")
    return tmp_path


def shared(folder: Path, answer: str) -> list[str]:
    text = f"facts:\n  - id: x\n    a: {answer}\n"
    (folder / "seeds" / "mine.yaml").write_text(text, encoding="utf-8")
    return list(shared_wording(folder / "guides"))


def test_five_words_in_a_row_may_be_shared(folder: Path) -> None:
    assert shared(folder, "say one two three four five times") == []


@pytest.mark.parametrize(
    "answer",
    [
        "one two three four five six",
        "ONE, two; three-four five’ six!",
        "“{{one two}} {{2:three::hint}} four five six”",
    ],
)
def test_six_words_in_a_row_are_told_with_their_fact(folder: Path, answer: str) -> None:
    assert shared(folder, answer) == ["seeds/mine.yaml: x: one two three four five six"]


def test_a_longer_run_is_told_once_and_whole(folder: Path) -> None:
    (line,) = shared(folder, "so one two three four five six seven it was")
    assert line.endswith(": one two three four five six seven")


def test_names_and_bare_figures_may_be_shared(folder: Path) -> None:
    figures = "12 % 90 days 4.2 M 48 hours"
    guide = folder / "guides" / "b.txt"
    guide.write_text(f"Machine Learning Engineer. {figures}", encoding="utf-8")
    assert shared(folder, figures) == []
