import asyncio
from inspect import iscoroutinefunction, signature
from pathlib import Path

import pytest

from learner import Learner, Watch, deck_of
from pmflash.storage.locations import Locations


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a test that is a coroutine, each in a loop of its own."""
    if not iscoroutinefunction(pyfuncitem.obj):
        return None
    wanted = signature(pyfuncitem.obj).parameters
    arguments = {name: pyfuncitem.funcargs[name] for name in wanted}
    asyncio.run(pyfuncitem.obj(**arguments))
    return True


@pytest.fixture
def learner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Learner:
    """A learner with one deck of 36 cards, Biology, and nothing built in."""
    for module in ("content", "stamps", "own_copy"):
        name = f"pmflash.storage.{module}.builtin_folder"
        monkeypatch.setattr(name, lambda: tmp_path / "nothing")
    # So that every path on the screens is a short one, and always the same.
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    locations = Locations(
        tmp_path / "home", tmp_path / "cache", tmp_path / "state", "laptop"
    )
    someone = Learner(locations, Watch())
    someone.writes("decks/biology.yaml", deck_of(36))
    someone.writes("settings.yaml", "decks: [biology]\nnew_per_day: 36\n")
    return someone
