import pytest

from pmflash.tui.held_keys import Grip, HeldKeys


@pytest.mark.parametrize(
    ("apart", "grip"), [(0.03, Grip.HELD), (0.5, Grip.UNSURE), (1.5, Grip.FRESH)]
)
def test_the_time_between_two_presses_tells_how_a_key_is_held(
    apart: float, grip: Grip
) -> None:
    keys = HeldKeys()
    assert keys.grip("3", 100.0) is Grip.FRESH
    assert keys.grip("3", 100.0 + apart) is grip


def test_another_key_is_never_held() -> None:
    keys = HeldKeys()
    keys.grip("3", 100.0)
    assert keys.grip("4", 100.01) is Grip.FRESH


def test_space_and_enter_are_one_key() -> None:
    keys = HeldKeys()
    keys.grip("space", 100.0)
    assert keys.is_last("enter")
    assert keys.grip("enter", 100.1) is Grip.HELD


def test_a_key_stays_spent_until_it_is_let_go() -> None:
    keys = HeldKeys()
    keys.grip("3", 100.0)
    keys.spend()
    keys.grip("3", 100.03)
    assert keys.is_spent
    keys.grip("3", 102.0)
    assert not keys.is_spent
