from pathlib import Path

import pytest

from learner import Learner, a_learner, answered, deck_of, use_builtin


@pytest.fixture
def learner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Learner:
    """A learner of three cards: two answers given, a third one undone."""
    use_builtin(tmp_path / "nothing", monkeypatch)
    learner = a_learner(tmp_path)
    learner.writes("decks/biology.yaml", deck_of(3))
    collection = learner.opens()
    session = answered(collection, collection.session(), ["Good", "Again", "Good"])
    collection.undo(session)
    return learner
