import pytest

from pmflash.model.renames import NO_RENAMES, present_name

RENAMES = {"flexport/four-p": "flexport/four-questions"}


@pytest.mark.parametrize(
    ("formerly", "now"),
    [
        ("flexport/four-p/meaning/data", "flexport/four-questions/meaning/data"),
        ("flexport/four-p/parts", "flexport/four-questions/parts"),
        ("flexport/four-p", "flexport/four-questions"),
    ],
)
def test_a_renamed_fact_gives_its_cards_its_new_name(formerly: str, now: str) -> None:
    assert present_name(formerly, RENAMES) == now


@pytest.mark.parametrize(
    "card", ["flexport/four-p-limits/parts", "descartes/four-p/parts", "x", ""]
)
def test_other_cards_keep_their_names(card: str) -> None:
    assert present_name(card, RENAMES) == card


def test_without_renames_every_name_stays() -> None:
    assert present_name("flexport/four-p/parts", NO_RENAMES) == "flexport/four-p/parts"
