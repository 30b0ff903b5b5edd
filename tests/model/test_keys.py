import pytest
from textual.keys import _character_to_key

from pmflash.model.keys import FIXED_KEYS, KEYS_OF_SCREENS, key_called


def test_a_character_is_called_as_textual_calls_it() -> None:
    for character in map(chr, range(33, 127)):
        assert key_called(character) == _character_to_key(character)


@pytest.mark.parametrize("text", ["F2", "Ctrl+Y", "PageDown", "shift+up"])
def test_the_name_of_a_key_may_be_written_in_capitals(text: str) -> None:
    assert key_called(text) == text.lower()


@pytest.mark.parametrize("text", ["", "ctrl+i", "ctrl+m", "ctrl+yy", "f13", "\x1b"])
def test_what_no_terminal_sends_as_itself_is_no_key(text: str) -> None:
    assert key_called(text) is None


@pytest.mark.parametrize("screen", KEYS_OF_SCREENS)
def test_no_key_of_a_screen_does_two_things(screen: str) -> None:
    keys = [key for keys in KEYS_OF_SCREENS[screen].values() for key in keys.split(",")]
    assert len(keys) == len({*keys})
    assert not FIXED_KEYS & {*keys}
