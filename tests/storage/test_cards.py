from builders import a_card
from pmflash.model.compiled import Compiled
from pmflash.model.filing import Filing
from pmflash.model.settings import Settings
from pmflash.storage.cards import Cards, FreshCards

FIRST = a_card(tags=("pay",))
SECOND = a_card(id="z/y/answer", fact="z/y", decks=())


def fresh() -> Cards:
    return FreshCards(Compiled((FIRST, SECOND)), Settings(), ("decks/a.yaml",))


def test_a_card_is_found_by_its_id() -> None:
    assert fresh().card("z/y/answer") == SECOND
    assert fresh().card("unknown") is None


def test_the_index_has_what_planning_needs() -> None:
    assert fresh().index == (
        (FIRST.id, FIRST.fact, Filing(("flexport",), ("pay",))),
        ("z/y/answer", "z/y", Filing()),
    )


def test_cards_keep_their_order() -> None:
    assert tuple(fresh().cards()) == (FIRST, SECOND)
    assert fresh().replaced == ("decks/a.yaml",)
