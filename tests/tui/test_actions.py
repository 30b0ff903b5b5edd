from textual.binding import Binding

from pmflash.tui.actions import Action, bindings

UNDO = Action("u,backspace", "undo", "u", "undo", "Take the last rating back.")


def test_an_action_becomes_the_binding_of_its_keys() -> None:
    binding = bindings([UNDO])[0]
    assert isinstance(binding, Binding)
    assert (binding.key, binding.action) == ("u,backspace", "undo")
    assert binding.description == "Take the last rating back."
