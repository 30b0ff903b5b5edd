"""The decks that the README shows, as an author copies them."""

import re
from pathlib import Path

import pytest

from learner import Learner, a_learner
from pmflash.content import check_home

README = (Path(__file__).parents[1] / "README.md").read_text("utf-8")
BLOCKS: list[str] = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
DECKS = [block for block in BLOCKS if block.startswith("title:")]


@pytest.fixture
def learner(tmp_path: Path) -> Learner:
    return a_learner(tmp_path)


def test_the_readme_shows_decks() -> None:
    assert len(DECKS) == 3


@pytest.mark.parametrize("deck", DECKS)
def test_a_deck_of_the_readme_has_no_findings(deck: str, learner: Learner) -> None:
    learner.writes("decks/copied.yaml", deck)
    compiled = check_home(learner.locations).compiled
    ours = [each for each in compiled.diagnostics if "copied" in each.path]
    assert ours == []
    assert any("copied" in card.decks for card in compiled.cards)


def test_the_figure_that_the_readme_explains_is_explained(learner: Learner) -> None:
    fact = next(block for block in BLOCKS if "caveat: The stages add" in block)
    learner.writes("decks/copied.yaml", f"title: Cycle\nfacts:\n{fact}")
    audited = check_home(learner.locations).compiled.audited
    ours = [each.is_explained for each in audited if each.fact.startswith("copied/")]
    assert ours == [True]
