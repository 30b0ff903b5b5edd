from textual.app import App

from pmflash.model.settings import THEMES


def test_every_theme_of_textual_can_be_chosen_and_no_other() -> None:
    assert set(THEMES) == set(App[None]().available_themes)
