import pytest

from pmflash.model.fold import folded


@pytest.mark.parametrize(
    ("text", "alike"),
    [
        ("Drift", "drift"),
        ("RÉSUMÉ", "resume"),
        ("e\u0301a", "éA"),
        ("Straße", "STRASSE"),
        ("the team’s “goal”", 'THE TEAM\'S "GOAL"'),
        ("4–6 weeks", "4-6 weeks"),
        ("two\n  lines\u00a0here", "two lines here"),
        ("ﬁne ㎒", "FINE MHz"),
        ("İstanbul", "istanbul"),
    ],
)
def test_texts_that_differ_in_dress_alone_are_alike(text: str, alike: str) -> None:
    assert folded(text) == folded(alike)


def test_texts_that_differ_in_a_letter_differ() -> None:
    assert folded("drift") != folded("draft")
