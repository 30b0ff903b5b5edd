import pytest

from compiler.content import a_deck, a_seed, compiled, slugs
from pmflash.compiler import distractors
from pmflash.model.card import Card
from pmflash.model.mode import Choice, Number, Reveal, Ticks, Typed

PAY = "kind: figure, of: pay, unit: $"


def facts(*lines: str) -> str:
    return "title: Pay\nfacts:\n" + "".join(f"  - {{{line}}}\n" for line in lines)


def cards_of(*lines: str) -> dict[str, Card]:
    """The cards of fact `x` by their views, in one deck with other facts."""
    found = compiled(a_deck(facts(*lines), "pay")).cards
    return {card.view: card for card in found if card.fact == "pay/x"}


def offered(*lines: str) -> tuple[tuple[str, ...], ...]:
    """What may stand beside the only answer of fact `x`, in order of preference."""
    (card,) = cards_of(*lines).values()
    assert isinstance(card.mode, Choice)
    assert card.mode.options == (card.mode.right,) == (card.answer,)
    return card.mode.distractors


def test_pinned_facts_come_first_then_the_measure_then_the_kind() -> None:
    asked = f"id: x, {PAY}, value: 1, mode: choice, measure: base, confuse_with: [c]"
    others = (
        f"id: a, {PAY}, value: 2",
        f"id: b, {PAY}, value: 3, measure: base",
        f"id: c, {PAY}, value: 4",
    )
    assert offered(asked, *others) == (("$4",), ("$3",), ("$2",))


def test_pinned_facts_come_in_the_order_of_their_names() -> None:
    asked = f"id: x, {PAY}, value: 1, mode: choice, confuse_with: [c, nobody, a, b]"
    others = (f"id: {name}, {PAY}, value: {at}" for at, name in enumerate("abc", 2))
    assert offered(asked, *others) == (("$4", "$2", "$3"),)


def test_no_lower_preference_is_looked_for_once_three_are_found() -> None:
    asked = f"id: x, {PAY}, value: 1, mode: choice, confuse_with: [a, b, c]"
    others = (f"id: {name}, {PAY}, value: {at}" for at, name in enumerate("abcde", 2))
    assert offered(asked, *others) == (("$2", "$3", "$4"),)


def test_a_pinned_fact_of_another_file_is_found() -> None:
    asked = f"id: x, {PAY}, value: 1, mode: choice, confuse_with: [acme/a]"
    seed = a_seed(facts(f"id: a, {PAY}, value: 2"), "acme")
    found = compiled(seed, a_deck(facts(asked), "pay")).cards
    (mode,) = (card.mode for card in found if card.fact == "pay/x")
    assert mode == Choice("$1", ("$1",), (("$2",),))


def test_the_other_parts_of_a_fact_stand_beside_each_other() -> None:
    card = cards_of(
        "id: x, kind: list, of: the steps, mode: choice,"
        " items: [{text: One, cue: first}, {text: Two, cue: second}]"
    )
    assert card["item"].mode == Choice("Two", ("Two",), (("One",),))
    assert isinstance(card["items"].mode, Ticks)


ALIKE = (
    ("q: Who?, a: The PM", "q: Whose?, a: the  pm.", "q: Q?, a: Legal"),
    ("q: Who?, a: PM, accept: [Boss]", "q: Whose?, a: boss", "q: Q?, a: Legal"),
    ("q: Who?, a: PM", "q: Whose?, a: Boss, accept: [pm]", "q: Q?, a: Legal"),
    ("q: Much?, a: '$155,000'", "q: What?, a: $155k", "q: Q?, a: $9"),
    (f"{PAY}, value: 100, tolerance: 5", f"{PAY}, value: 104", f"{PAY}, value: 9"),
    (f"{PAY}, value: 100", f"{PAY}, value: 104, tolerance: 5", f"{PAY}, value: 9"),
    (f"{PAY}, value: 10", f"{PAY}, value: 10.0", f"{PAY}, value: 9"),
    (f"{PAY}, value: 10", f"{PAY}s, value: 12", f"{PAY}, value: 9"),
    ("q: How long?, a: 5 days", "q: What?, a: 12 %", "q: Q?, a: 9 days"),
    ("q: How long?, a: 5 days", "q: What?, a: Too long", "q: Q?, a: 9 days"),
    ("q: 'Drift, or noise?', a: Noise", "q: What?, a: drift", "q: Q?, a: Legal"),
)


@pytest.mark.parametrize(("right", "alike", "other"), ALIKE)
def test_what_says_the_same_or_gives_it_away_is_not_offered(
    right: str, alike: str, other: str
) -> None:
    lines = (f"id: x, {right}, mode: choice", f"id: y, {alike}", f"id: z, {other}")
    ((distractor,),) = offered(*lines)
    assert distractor in {"Legal", "$9", "9 days"}


def test_no_two_distractors_say_the_same() -> None:
    asked = "id: x, q: Who?, a: PM, mode: choice"
    others = (
        "id: a, q: A?, a: Legal",
        "id: b, q: B?, a: the legal",
        "id: c, q: C?, a: QA",
    )
    assert offered(asked, *others) == (("Legal", "QA"),)


def test_other_numbers_are_put_into_the_words_of_the_right_one() -> None:
    asked = (
        f"id: x, {PAY}, value: 1000, comparator: up to, basis: cap, mode: choice,"
        " confuse_with: [a]"
    )
    assert offered(asked, f"id: a, {PAY}, value: 2000, comparator: about") == (
        ("up to $2,000 (cap)",),
    )


def test_a_range_stands_beside_ranges() -> None:
    band = "kind: band, of: pay, unit: $, views: [range]"
    asked = f"id: x, {band}, low: 1, high: 2, mode: choice"
    assert offered(
        asked, f"id: a, {band}, low: 1, high: 3", f"id: b, {PAY}, value: 9"
    ) == (("$1 to $3",),)


def test_a_choice_that_a_kind_makes_itself_stays_as_it_is() -> None:
    band = "kind: band, of: pay, unit: $, low: 10, high: 20"
    cards = cards_of(
        f"id: x, {band}, mode: choice",
        "id: a, kind: band, of: other pay, unit: $, low: 15, high: 30",
    )
    inside, low = cards["inside"].mode, cards["low"].mode
    assert isinstance(inside, Choice)
    assert inside.distractors == ()
    assert isinstance(low, Choice)
    assert low.distractors == (("$15",),)


def test_facts_that_do_not_ask_for_it_keep_their_own_mode() -> None:
    card = cards_of(
        f"id: x, {PAY}, value: 1, confuse_with: [a]", f"id: a, {PAY}, value: 2"
    )
    assert isinstance(card["value"].mode, Number)


@pytest.mark.parametrize(
    "fact",
    [
        "q: Who?, a: PM",
        "q: Who?, a: PM, accept: [pm]",
        f"q: Who?, a: {'very ' * 20}long",
        'q: Who?, a: "PM\\nLegal"',
    ],
)
def test_an_answer_that_nothing_can_stand_beside_keeps_its_mode(fact: str) -> None:
    card = cards_of(f"id: x, {fact}, mode: choice")["answer"]
    assert isinstance(card.mode, Reveal | Typed)


def test_an_author_is_told_of_cards_that_nothing_stands_beside() -> None:
    alone = facts(f"id: x, {PAY}, value: 1, mode: choice")
    assert slugs(compiled(a_deck(alone, "pay")).diagnostics) == ["no-distractors"]


def test_another_word_for_the_mode_is_an_error() -> None:
    wrong = facts(f"id: x, {PAY}, value: 1, mode: chioce")
    (diagnostic,) = compiled(a_deck(wrong, "pay")).diagnostics
    assert "`choice`" in diagnostic.message + diagnostic.help


def test_a_card_carries_twelve_distractors_at_most() -> None:
    others = (f"id: f{n}, {PAY}, value: {n}" for n in range(2, 40))
    (pool,) = offered(f"id: x, {PAY}, value: 1, mode: choice", *others)
    assert len(pool) == 12


def test_work_grows_with_the_cards_and_not_with_their_square(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked_at: list[object] = []

    def refuse(*answers: object) -> bool:
        looked_at.append(answers)
        return False

    monkeypatch.setattr(distractors._Answer, "may_stand_beside", refuse)
    lines = (f"id: f{n}, {PAY}, value: 1, mode: choice, measure: m" for n in range(400))
    compiled(a_deck(facts(*lines), "pay"))
    assert 0 < len(looked_at) <= 400 * 2 * distractors._MOST_LOOKED_AT
