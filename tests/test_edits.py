from pathlib import Path

import pytest

from learner import Learner, a_learner, answered, deck_of, use_builtin
from pmflash.edits import Compared, Edit, edit
from pmflash.model.failure import UsageError

SEED = "title: Cells\nfacts:\n  - {id: %s, q: What is outermost?, a: The wall}\n"


@pytest.fixture
def learner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Learner:
    """A learner of a deck and a seed, who has answered one card of each."""
    use_builtin(tmp_path / "builtin", monkeypatch)
    monkeypatch.setattr("pmflash.edits.builtin_folder", lambda: tmp_path / "builtin")
    monkeypatch.chdir(tmp_path)
    learner = a_learner(tmp_path)
    learner.writes("seeds/cells.yaml", SEED % "wall")
    learner.writes("decks/biology.yaml", deck_of(2) + "study: [{seed: cells}]\n")
    collection = learner.opens()
    answered(collection, collection.session(), ["Good", "Good"])
    return learner


def edited(learner: Learner, *paths: Path) -> Edit:
    return edit(learner.locations, paths, learner.watch())


def draft(name: str, text: str) -> Path:
    file = Path("drafts") / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_files_that_were_not_edited_change_nothing(learner: Learner) -> None:
    found = edited(learner)
    assert found.changes.is_nothing
    assert found.changes.kept == 2


def test_an_edit_can_be_told_as_often_as_wanted(learner: Learner) -> None:
    learner.writes("seeds/cells.yaml", SEED % "skin")
    first = edited(learner)
    assert [each.card for each in first.changes.orphaned] == ["cells/wall/answer"]
    assert first.changes.added == ("cells/skin/answer",)
    assert edited(learner) == first


def test_once_the_edited_files_were_read_the_reviews_are_compared_with(
    learner: Learner,
) -> None:
    learner.writes("seeds/cells.yaml", SEED % "skin")
    assert edited(learner).compared is Compared.LAST_READ
    learner.opens()
    found = edited(learner)
    assert found.compared is Compared.LOG
    assert [each.card for each in found.changes.orphaned] == ["cells/wall/answer"]
    assert found.changes.added == ()


def test_a_revision_is_told_also_after_it_was_read(learner: Learner) -> None:
    learner.writes("seeds/cells.yaml", SEED % "wall, rev: 1")
    learner.opens()
    (revised,) = edited(learner).changes.revised
    assert revised.card == "cells/wall/answer"


def test_of_files_in_the_home_only_those_named_are_told(learner: Learner) -> None:
    home = learner.locations.home
    learner.writes("seeds/cells.yaml", SEED % "skin")
    learner.writes("decks/biology.yaml", deck_of(3) + "study: [{seed: cells}]\n")
    cells = edited(learner, home / "seeds" / "cells.yaml").changes
    assert (cells.added, len(cells.orphaned)) == (("cells/skin/answer",), 1)
    assert len(edited(learner, home).changes.added) == 2


def test_without_known_cards_the_reviews_are_compared_with(learner: Learner) -> None:
    (learner.locations.cache / "cards.sqlite").write_bytes(b"damaged")
    learner.writes("seeds/cells.yaml", SEED % "skin")
    found = edited(learner)
    assert found.compared is Compared.LOG
    assert [each.card for each in found.changes.orphaned] == ["cells/wall/answer"]
    assert (found.changes.added, found.changes.kept) == ((), 1)


def test_a_draft_stands_in_for_the_seed_of_its_name(learner: Learner) -> None:
    path = draft("cells.yaml", SEED % "skin, formerly: wall")
    before = (learner.locations.home / "seeds" / "cells.yaml").read_bytes()
    found = edited(learner, path)
    assert found.compared is Compared.PRESENT
    (renamed,) = found.changes.renamed
    assert (renamed.formerly, renamed.card) == (
        "cells/wall/answer",
        "cells/skin/answer",
    )
    assert found.placed[0][1].endswith("seeds/cells.yaml")
    assert (learner.locations.home / "seeds" / "cells.yaml").read_bytes() == before


def test_a_fact_that_moves_is_told_for_either_of_its_files(learner: Learner) -> None:
    home = learner.locations.home
    learner.writes("seeds/cells.yaml", "title: Cells\nfacts: []\n")
    moved = "  - {id: wall, formerly: cells/wall, q: What is outermost?, a: The wall}\n"
    learner.writes("decks/biology.yaml", deck_of(2) + moved)
    for name in ("seeds/cells.yaml", "decks/biology.yaml"):
        found = edited(learner, home / name).changes
        assert [each.card for each in found.renamed] == ["biology/wall/answer"]
        assert found.orphaned == ()


def test_a_card_whose_only_answer_was_undone_is_not_known_from_the_reviews(
    learner: Learner,
) -> None:
    learner.watch.set("2026-01-07T08:00:00+01:00")
    collection = learner.opens()
    session = answered(collection, collection.session(), ["Good", "Good", "Good"])
    collection.undo(session)
    undone = (learner.saved()[-1].card).split("/")[1]
    gone = deck_of(2).replace(f"id: {undone}", "id: other")
    learner.writes("decks/biology.yaml", gone + "study: [{seed: cells}]\n")
    learner.opens()
    found = edited(learner)
    assert found.compared is Compared.LOG
    assert found.changes.is_nothing


def test_a_draft_that_studies_seeds_is_a_deck(learner: Learner) -> None:
    learner.writes("decks/cells.yaml", "study: [{seed: cells}]\n")
    found = edited(learner, draft("cells.yaml", "study: [{seed: cells}]\n"))
    assert found.placed[0][1].endswith("decks/cells.yaml")
    assert found.changes.is_nothing


def test_a_draft_of_a_new_name_only_adds(learner: Learner) -> None:
    found = edited(learner, draft("more.yaml", deck_of(2)))
    assert found.placed == (("drafts/more.yaml", ""),)
    assert found.changes.added == ("more/f01/answer", "more/f02/answer")
    assert found.changes.kept == 2


def test_a_fact_with_a_mistake_is_gone_and_the_mistake_told(learner: Learner) -> None:
    text = SEED % "wall, views: [none]"
    found = edited(learner, draft("cells.yaml", text))
    assert [each.card for each in found.changes.orphaned] == ["cells/wall/answer"]
    assert [each.slug for each in found.diagnostics] == ["unknown-view"]


def test_nothing_is_written_by_looking(learner: Learner, tmp_path: Path) -> None:
    learner.writes("seeds/cells.yaml", SEED % "skin")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    edited(learner)
    after = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert after == before


def test_a_path_where_nothing_is_is_refused(learner: Learner) -> None:
    with pytest.raises(UsageError, match="there is no file"):
        edited(learner, Path("none.yaml"))


def test_a_link_that_leads_to_itself_is_told(learner: Learner) -> None:
    Path("loop.yaml").symlink_to("loop.yaml")
    found = edited(learner, Path("loop.yaml"))
    assert [each.slug for each in found.diagnostics] == ["unreadable-file"]
