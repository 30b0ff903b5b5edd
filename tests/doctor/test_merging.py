import subprocess
from pathlib import Path

import pytest

from doctor.patient import findings, the_finding
from learner import Learner
from pmflash.storage.git_files import MERGE_RULE


@pytest.fixture
def attributes(learner: Learner) -> Path:
    """The attributes of a home that is under git, written by the learner."""
    home = learner.locations.home
    subprocess.run(("git", "init", "--quiet", str(home)), check=True, timeout=60)
    path = home / ".gitattributes"
    path.write_text("# mine\n")
    return path


def test_git_that_would_stop_at_a_conflict_is_told(
    learner: Learner, attributes: Path
) -> None:
    finding = the_finding(learner)
    assert (finding.rule, finding.is_trouble) == ("git-conflicts", False)
    assert (finding.path, finding.mend) == (attributes, None)


def test_what_the_help_says_puts_it_right(learner: Learner, attributes: Path) -> None:
    assert MERGE_RULE in the_finding(learner).help
    attributes.write_text(f"# mine\n{MERGE_RULE}\n")
    assert findings(learner) == []


def test_the_rule_may_stand_further_up(learner: Learner, attributes: Path) -> None:
    (attributes.parent / ".git/info/attributes").write_text("*.jsonl merge=union\n")
    assert findings(learner) == []


@pytest.mark.usefixtures("attributes")
def test_without_git_there_is_nothing_to_tell(
    learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    assert findings(learner) == []


def test_a_home_that_is_not_under_git_may_say_what_it_likes(learner: Learner) -> None:
    (learner.locations.home / ".gitattributes").write_text("# mine\n")
    assert findings(learner) == []


def test_a_home_that_the_next_answer_completes_is_in_order(
    learner: Learner, attributes: Path
) -> None:
    attributes.unlink()
    assert findings(learner) == []
