import re
from itertools import product
from pathlib import Path

import pytest
from tools.screenshots import PICTURES, SCREENS, SIZES, THEMES, file_name, text_of

README = Path(__file__).parents[2] / "README.md"
SHOWN = re.findall(
    r'(?:src|srcset)="tools/pictures/([^"]+)"', README.read_text("utf-8")
)


def test_every_screen_is_drawn_in_both_themes_and_sizes_and_nothing_else() -> None:
    named = {file_name(*each) for each in product(SCREENS, THEMES, SIZES)}
    assert {file.name for file in PICTURES.iterdir()} == named


@pytest.mark.parametrize("name", SCREENS)
def test_a_picture_shows_the_words_of_its_screen(name: str) -> None:
    for theme, size in product(THEMES, SIZES):
        svg = (PICTURES / file_name(name, theme, size)).read_text("utf-8")
        assert not [word for word in SCREENS[name].words if word not in text_of(svg)]


def test_a_picture_makes_its_viewer_fetch_nothing() -> None:
    for file in PICTURES.iterdir():
        svg = file.read_text("utf-8")
        assert not re.search(r"@font-face|@import|href|url\((?!#)", svg), file


def test_the_readme_shows_each_of_its_pictures_in_both_themes() -> None:
    dark = [name for name in SHOWN if "-dark-" in name]
    light = [name for name in SHOWN if "-light-" in name]
    assert dark
    assert light == [name.replace("-dark-", "-light-") for name in dark]
    assert all((PICTURES / name).is_file() for name in SHOWN)
