import json
from io import StringIO
from pathlib import Path

import pytest

from learner import PAY_FORMULA, Learner, a_learner, answered, use_builtin
from pmflash.cli.main import main
from pmflash.exporting.anki_csv import AnkiCsv
from pmflash.exporting.base import ExportOptions
from pmflash.model.card import Card
from pmflash.tui.asked import asked

CARD = "pay/payout/work"


@pytest.fixture
def learner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Learner:
    """A learner of one card, which asks with six different numbers."""
    use_builtin(tmp_path / "nothing", monkeypatch)
    learner = a_learner(tmp_path)
    learner.writes("decks/pay.yaml", PAY_FORMULA)
    return learner


def shown(learner: Learner) -> Card:
    """The card as it is asked after a restart."""
    return learner.opens().card(CARD)


def test_each_asking_brings_fresh_numbers(learner: Learner) -> None:
    collection = learner.opens()
    session, prompts = collection.session(), []
    for _ in range(6):
        prompts.append(collection.card(CARD).prompt)
        session = answered(collection, session, ["Again"])
    assert len(set(prompts)) == 6
    assert collection.card(CARD).prompt == prompts[0]


def test_an_undone_answer_brings_its_numbers_back(learner: Learner) -> None:
    collection = learner.opens()
    fresh = shown(learner)
    session = answered(collection, collection.session(), ["Again"])
    after = collection.card(CARD)
    collection.undo(session)
    assert collection.card(CARD) == shown(learner) == fresh != after


def test_the_numbers_stay_until_the_answer(learner: Learner) -> None:
    collection = learner.opens()
    session = collection.refreshed(collection.session())
    turn = session.turn
    assert turn is not None
    card = collection.card(CARD)
    assert asked(collection, session, turn, card).prompt == card.prompt
    assert collection.card(CARD) == shown(learner) == card


def test_the_numbers_are_the_same_after_a_restart(learner: Learner) -> None:
    collection = learner.opens()
    answered(collection, collection.session(), ["Again", "Hard"])
    assert shown(learner) == collection.card(CARD)


def test_what_was_asked_last_can_be_told_afterwards(learner: Learner) -> None:
    collection = learner.opens()
    before = collection.card(CARD)
    answered(collection, collection.session(), ["Again"])
    assert collection.card(CARD, answers_ago=1) == before


def test_an_export_has_the_first_numbers_whatever_was_answered(
    learner: Learner,
) -> None:
    collection = learner.opens()
    first = collection.card(CARD)
    answered(collection, collection.session(), ["Again"])
    out = StringIO()
    cards = collection.cards(collection.scope(()))
    AnkiCsv().write(cards, collection.decks, ExportOptions(), out)
    assert first.prompt in out.getvalue()
    assert collection.card(CARD).prompt not in out.getvalue()


def test_compiled_cards_list_their_variants(
    learner: Learner,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name, folder in (("HOME", "home"), ("CACHE", "cache")):
        place = getattr(learner.locations, folder)
        monkeypatch.setenv(f"PMFLASH_{name}", str(place))
    main(["compile", "--json"])
    (card,) = json.loads(capsys.readouterr().out)["cards"]
    assert len(card["variants"]) == 6
    assert card["variants"][0] == {
        name: card[name] for name in ("prompt", "answer", "mode")
    }
