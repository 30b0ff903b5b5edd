import pytest

from pmflash.doctor.shared.words import lines_named, named


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ([], ()),
        ([4], ()),
        ([4, 5], ("lines 4 to 5",)),
        ([4, 280, 281, 282, 9], ("lines 4, 280 to 282, 9",)),
    ],
)
def test_lines_are_named_in_rows_when_they_are_several(
    lines: list[int], told: tuple[str, ...]
) -> None:
    assert lines_named(lines) == told


def test_lines_all_over_a_file_are_not_all_named() -> None:
    (told,) = lines_named(range(0, 4000, 2))
    assert told.startswith("lines 0, 2, 4, ")
    assert told.endswith(", 36, 38 and 1,980 more")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a/b/c", "a/b/c"),
        ("", "(empty)"),
        ("a\n\x1b[2J", "a ␛[2J"),
        ("x" * 5000, "x" * 119 + "…"),
    ],
)
def test_an_id_is_safe_to_show_whoever_wrote_it(text: str, told: str) -> None:
    assert named(text) == told
