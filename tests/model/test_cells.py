import pytest

from pmflash.model.cells import cells


@pytest.mark.parametrize(
    ("text", "width"), [("abc", 3), ("細胞", 4), ("é", 1), ("e\u0301", 1), ("ｗ", 2)]
)
def test_a_text_is_as_wide_as_a_terminal_draws_it(text: str, width: int) -> None:
    assert cells(text) == width
