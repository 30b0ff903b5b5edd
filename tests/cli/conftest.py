import os
from pathlib import Path

import pytest

from learner import MORNING, Learner, Watch, use_builtin
from pmflash.cli.main import main
from pmflash.storage.locations import find_locations
from shell import DECK, SEED, Ran, Shell


@pytest.fixture
def learner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Learner:
    """A learner without a home yet, with one built-in deck of three cards."""
    for name, text in (("seeds/cells.yaml", SEED), ("decks/biology.yaml", DECK)):
        (tmp_path / "built" / name).parent.mkdir(parents=True)
        (tmp_path / "built" / name).write_text(text)
    use_builtin(tmp_path / "built", monkeypatch)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PMFLASH_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PMFLASH_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("PMFLASH_DEVICE", "laptop")
    monkeypatch.setenv("PMFLASH_NOW", MORNING.isoformat())
    return Learner(find_locations(os.environ), Watch())


@pytest.fixture(autouse=True)
def no_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """However busy the machine is, nobody is told to wait for a copy."""
    monkeypatch.setattr("pmflash.cli.daily_copy._MOMENT_SECONDS", 60.0)


@pytest.fixture
def pmflash(learner: Learner, capsys: pytest.CaptureFixture[str]) -> Shell:
    """The command line of that learner."""

    def run(*words: str) -> Ran:
        capsys.readouterr()
        code = main(words)
        return Ran(code, *capsys.readouterr())

    return run
