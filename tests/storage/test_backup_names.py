import pytest

from pmflash.storage.backup_names import is_kept_name, is_review_log


@pytest.mark.parametrize(
    "name",
    [
        "settings.yaml",
        "progress/reviews-laptop.jsonl",
        "progress/reviews-laptop (conflicted copy 2026-11-01).jsonl",
        "progress/damaged-laptop.jsonl",
        "decks/mine.yaml",
        "seeds/Über uns.YML",
    ],
)
def test_a_learners_own_work_is_kept(name: str) -> None:
    assert is_kept_name(name)


@pytest.mark.parametrize(
    "name",
    [
        *("", "/", "settings.yaml/", "settings.yml", "other/settings.yaml"),
        *("../settings.yaml", "decks/../../x.yaml", "decks/..yaml", "decks/.x.yaml"),
        *("/etc/x.yaml", "/decks/x.yaml", "C:/decks/x.yaml", "decks/C:x.yaml"),
        *("decks\\x.yaml", "decks/..\\x.yaml", "decks/a/b.yaml", "decks//x.yaml"),
        *("Decks/x.yaml", "progress/state.json", "progress/x.JSONL", "decks/x.py"),
        *("decks/x.yaml\n", "decks/x\x00.yaml", "decks/\udcff.yaml", ".gitignore"),
        f"decks/{'x' * 250}.yaml",
    ],
)
def test_no_other_name_is_kept(name: str) -> None:
    assert not is_kept_name(name)


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("progress/reviews-laptop.jsonl", True),
        ("progress/Copy of reviews-laptop.jsonl", True),
        ("progress/reviews-laptop (conflicted copy 2026-11-01).jsonl", True),
        ("progress/damaged-reviews-laptop.jsonl", False),
        ("decks/reviews-x.jsonl", False),
        ("settings.yaml", False),
    ],
)
def test_review_logs_are_told_from_all_else(name: str, is_one: bool) -> None:
    assert is_review_log(name) == is_one
