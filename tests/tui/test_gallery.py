import pytest

from tui.gallery import ANSWERS, PICTURES, SCREENS, taken


@pytest.fixture(scope="module")
def pictures() -> dict[str, str]:
    return taken()


@pytest.mark.parametrize("name", [*SCREENS, *ANSWERS])
def test_a_screen_looks_as_it_was_blessed(pictures: dict[str, str], name: str) -> None:
    assert pictures[name] == (PICTURES / f"{name}.txt").read_text(encoding="utf-8")


def test_every_stored_picture_is_of_a_screen() -> None:
    assert {file.stem for file in PICTURES.iterdir()} == {*SCREENS, *ANSWERS}
