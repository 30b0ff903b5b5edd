import os
from pathlib import Path

import pytest

from pmflash.storage.git_files import MERGE_RULE, tell_git


def test_git_is_told_to_leave_out_what_is_made_again(tmp_path: Path) -> None:
    tell_git(tmp_path)
    ignored = (tmp_path / ".gitignore").read_text().splitlines()
    assert "/progress/state.json" in ignored


def test_git_is_told_to_keep_reviews_of_both_sides(tmp_path: Path) -> None:
    tell_git(tmp_path)
    assert MERGE_RULE == "/progress/*.jsonl -text merge=union"
    assert MERGE_RULE in (tmp_path / ".gitattributes").read_text().splitlines()


@pytest.mark.parametrize("name", [".gitignore", ".gitattributes"])
def test_what_the_learner_tells_git_is_left_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine")
    tell_git(tmp_path)
    assert (tmp_path / name).read_text() == "mine"


def test_a_link_of_the_learner_stays_one_wherever_it_leads(tmp_path: Path) -> None:
    (tmp_path / ".gitattributes").symlink_to("nowhere")
    tell_git(tmp_path)
    assert (tmp_path / ".gitattributes").readlink() == Path("nowhere")
    assert not (tmp_path / "nowhere").exists()


def test_a_home_that_takes_no_new_file_is_no_trouble(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "not for you")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", refuse)
        tell_git(tmp_path)
    assert [*tmp_path.iterdir()] == []
