from builders import a_card
from pmflash.answering.base import AskText
from pmflash.tui.entered import MOST_KEPT, Entered
from pmflash.tui.inputs.base import Input
from pmflash.tui.inputs.text import TextInput

CARD = a_card()


def test_what_was_entered_is_found_by_the_answer() -> None:
    entered, typed = Entered(), TextInput(AskText())
    entered.keep("first", CARD, typed)
    empty = TextInput(AskText())
    assert entered.of("first", CARD, empty) is typed
    assert entered.of("second", CARD, empty) is empty


def test_what_was_entered_for_another_wording_is_not_brought_back() -> None:
    entered, empty = Entered(), TextInput(AskText())
    entered.keep("first", CARD, TextInput(AskText()))
    assert entered.of("first", a_card(prompt="Who?"), empty) is empty


def test_what_was_typed_is_not_brought_back_where_cards_are_only_turned() -> None:
    entered, empty = Entered(), Input()
    entered.keep("first", CARD, TextInput(AskText()))
    assert entered.of("first", CARD, empty) is empty


def test_only_the_last_answers_are_kept() -> None:
    entered, empty = Entered(), Input()
    for serial in range(MOST_KEPT + 1):
        entered.keep(str(serial), CARD, Input())
    assert entered.of("0", CARD, empty) is empty
    assert entered.of("1", CARD, empty) is not empty
