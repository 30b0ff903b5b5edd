import pytest

from pmflash.facts.shared.counted import NamedCount, named_count, starts_with


@pytest.mark.parametrize(
    ("name", "count", "letter"),
    [
        ("Four-P", 4, "P"),
        ("the Four-P model", 4, "P"),
        ("The 4 P's", 4, "P"),
        ("Five Cs", 5, "C"),
        ("Three-Tier", 3, ""),
        ("Northwind's 3-tier ladder", 3, ""),
        ("TWELVE\N{EN DASH}STEP", 12, ""),
        ("5 Whys", 5, ""),
        ("99-Point check", 99, ""),
    ],
)
def test_a_name_with_a_number_promises_so_many_parts(
    name: str, count: int, letter: str
) -> None:
    assert named_count(name) == NamedCount(count, letter)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Signal-Noise",
        "One-Page Brief",
        "90-Day Plan",
        "the Two-Week Rule",
        "Two-by-Two Matrix",
        "Two-Way Door",
        "Six Sigma",
        "80/20 rule",
        "80/20-rule",
        "1.5-Tier",
        "100-Point check",
        "2026 hiring guide",
        "Level 3 review",
        "Fourfold Path",
        "Tier-Four",
        "Four-",
        "\N{SUPERSCRIPT TWO}-P",
    ],
)
def test_other_names_promise_no_number_of_parts(name: str) -> None:
    assert named_count(name) is None


@pytest.mark.parametrize("name", ["Problem", "problem", "(p)roblem", "1. Problem"])
def test_the_first_letter_is_what_a_part_starts_with(name: str) -> None:
    assert starts_with(name, "P")


@pytest.mark.parametrize("name", ["Data", "", "42"])
def test_a_part_may_start_with_no_such_letter(name: str) -> None:
    assert not starts_with(name, "P")
