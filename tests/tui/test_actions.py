import subprocess
import sys

from textual.binding import Binding

from pmflash.tui.actions import Action, bindings

UNDO = Action("u,backspace", "undo", "u", "undo", "Take the last rating back.")


def test_an_action_becomes_the_binding_of_its_keys() -> None:
    binding = bindings([UNDO])[0]
    assert isinstance(binding, Binding)
    assert (binding.key, binding.action) == ("u,backspace", "undo")
    assert binding.description == "Take the last rating back."


def test_the_first_card_is_asked_without_loading_the_screens() -> None:
    code = "import sys, pmflash.tui.asked; sys.exit('textual' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], timeout=60).returncode == 0
