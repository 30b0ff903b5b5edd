import pytest

from pmflash.study.search.fields import COMPARISONS, FIELDS, Field
from pmflash.study.standing import UNSEEN
from study.search.rows import TODAY, a_row, asked, finds, reviewed

FOUR_P = a_row(tags=("pay", "Round-panel"), kind="framework")


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_the_example_of_a_field_can_be_asked(field: Field) -> None:
    assert asked(field.example).text == field.example


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("deck:flexport", True),
        ("deck:FLEX*", True),
        ('deck:"side by side"', False),
        ("deck:jd-com", False),
        ("tag:pay", True),
        ("tag:PAY", True),
        ("tag:round-*", True),
        ("tag:round-screen", False),
        ("kind:framework", True),
        ("kind:term", False),
        ("id:four-p", True),
        ("id:flexport/four-p/answer", True),
        ("id:five-p", False),
    ],
)
def test_names_choose_cards_by_where_they_belong(text: str, is_found: bool) -> None:
    assert finds(text, FOUR_P) is is_found


def test_a_deck_goes_by_its_title_too() -> None:
    assert finds('deck:"Side by side"', a_row(decks=("comparisons",)))


YESTERDAY, TOMORROW = -1, 1
STANDINGS = {
    "new": UNSEEN,
    "due": reviewed(YESTERDAY),
    "waiting": reviewed(TOMORROW),
    "suspended": reviewed(YESTERDAY)._replace(is_suspended=True),
    "buried": reviewed(YESTERDAY)._replace(buried_on=TODAY),
    "flagged": reviewed(TOMORROW)._replace(is_flagged=True),
    "noted": reviewed(TOMORROW)._replace(note="vague"),
    "leech": reviewed(TOMORROW, lapses=8),
}


@pytest.mark.parametrize(
    ("state", "found"),
    [
        ("new", {"new"}),
        ("due", {"due"}),
        ("learned", {*STANDINGS} - {"new"}),
        ("suspended", {"suspended"}),
        ("buried", {"buried"}),
        ("flagged", {"flagged"}),
        ("noted", {"noted"}),
        ("leech", {"leech"}),
        ("Due", {"due"}),
    ],
)
def test_states_choose_cards_by_how_they_stand(state: str, found: set[str]) -> None:
    query = asked(f"is:{state}")
    rows = {name: a_row(standing) for name, standing in STANDINGS.items()}
    assert {name for name, row in rows.items() if query.matches(row)} == found


def test_a_card_past_its_date_is_stale() -> None:
    assert finds("is:stale", a_row(valid_until="2025"))
    assert finds("is:stale", a_row(as_of="2024"))
    assert not finds("is:stale", a_row(valid_until="2026"))
    assert not finds("is:stale", a_row())


def test_a_card_buried_yesterday_is_buried_no_more() -> None:
    yesterday = TODAY.replace(day=4)
    assert not finds("is:buried", a_row(UNSEEN._replace(buried_on=yesterday)))


@pytest.mark.parametrize(
    ("days", "found"),
    [
        ("today", {0}),
        ("tomorrow..", {1, 7, 8}),
        ("..today", {-3, 0}),
        ("today..7d", {0, 1, 7}),
        ("2026-01-06", {1}),
    ],
)
def test_days_choose_cards_by_when_they_are_due(days: str, found: set[int]) -> None:
    query = asked(f"due:{days}")
    ahead = (-3, 0, 1, 7, 8)
    assert {n for n in ahead if query.matches(a_row(reviewed(n)))} == found
    assert not query.matches(a_row())


@pytest.mark.parametrize("operator", COMPARISONS)
@pytest.mark.parametrize(
    ("field", "figure", "scale"),
    [
        ("ease", "ease_percent", 100),
        ("interval", "interval_days", 1),
        ("lapses", "lapses", 1),
        ("reviews", "review_count", 1),
    ],
)
def test_figures_are_compared_exactly(
    operator: str, field: str, figure: str, scale: int
) -> None:
    query = asked(f"{field}{operator}2")
    for found in (2 * scale - 1, 2 * scale, 2 * scale + 1):
        row = a_row(reviewed(**{figure: found}))
        assert query.matches(row) is COMPARISONS[operator](found, 2 * scale)


def test_an_ease_is_compared_to_the_hundredth() -> None:
    assert finds("ease=2.36", a_row(reviewed(ease_percent=236)))
    assert not finds("ease<2.36", a_row(reviewed(ease_percent=236)))
    assert finds("ease<2.365", a_row(reviewed(ease_percent=236)))


@pytest.mark.parametrize(
    ("text", "is_found"),
    [("lapses=0", True), ("reviews<1", True), ("ease>0", False), ("interval<9", False)],
)
def test_a_new_card_has_counts_but_neither_ease_nor_interval(
    text: str, is_found: bool
) -> None:
    assert finds(text, a_row()) is is_found


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("deck:flexport tag:pay id:a is:due is:flagged due:today ease<2", False),
        ("is:due drift", True),
        ("-kind:term", True),
        ("is:due or is:stale", True),
        ("", False),
    ],
)
def test_texts_are_read_only_where_they_matter(text: str, reads: bool) -> None:
    assert asked(text).reads_text is reads
