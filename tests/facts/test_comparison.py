from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest

from fact_builders import EXAMPLES, PEERS, a_fact, cards_of, stated
from pmflash.model.card import Card
from pmflash.model.measured import Measured
from pmflash.model.mode import Choice, Order
from pmflash.model.origin import Origin

OWN = Origin("mine", "")
OWNERS = ("Descartes", "Flexport", "JD.com")
BONUSES = (
    stated("Flexport", "15 %", "15", unit="%"),
    stated("Descartes", "about 12 %", "12", unit="%", comparator="about"),
    stated("JD.com", "up to 20 % of base", "20", unit="% of base"),
)
FACTORS = (
    stated("Flexport", "Turning ML into\noutcomes."),
    stated("JD.com", "Speed."),
)


def compared(peers: Iterable[Measured], **fields: Any) -> dict[str, Card]:
    """The cards by `view[/key]` of a comparison in a deck without a context."""
    fact = a_fact("comparison", **EXAMPLES["comparison"] | fields)
    cards = fact.cards(OWN, peers={"base-salary": tuple(peers)})
    return {card.id.removeprefix("mine/x/"): card for card in cards}


def test_the_highest_is_told_with_all_the_others() -> None:
    card = compared(PEERS["base-salary"][:2])["highest"]
    assert card.answer == (
        "Descartes – $173,000 to $189,000\nOthers:\n- Flexport – $155,000 to $180,000"
    )
    assert card.mode == Choice("Descartes", ("Descartes", "Flexport"))


def test_options_stand_in_the_order_that_the_author_gave() -> None:
    mode = compared(PEERS["base-salary"])["lowest"].mode
    assert mode == Choice("Flexport", OWNERS)


def test_owners_whose_names_differ_in_signs_have_cards_of_their_own() -> None:
    sides = (stated("C++", "$5", "5", seed="a"), stated("C#", "$6", "6", seed="b"))
    cards = compared(sides, across=["a", "b"])
    assert {"which/c", "which/c--b-base-salary"} <= cards.keys()


def test_a_prompt_says_which_end_of_a_range_counts() -> None:
    cards = compared(PEERS["base-salary"][:2], views=["highest", "lowest"])
    asked = "Which of Descartes and Flexport has the"
    assert cards["highest"].prompt == (
        f"{asked} higher base salary, by the top of its range?"
    )
    assert cards["lowest"].prompt == (
        f"{asked} lower base salary, by the bottom of its range?"
    )


def test_a_single_number_counts_as_both_ends() -> None:
    cards = compared(PEERS["base-salary"])
    assert cards["highest"].prompt == (
        "Which of Descartes, Flexport and JD.com has the highest base salary,"
        " by the top of its range where it has one?"
    )
    assert cards["highest"].answer.splitlines()[-1] == "- JD.com – $160,000"


def test_numbers_without_ranges_need_no_ends() -> None:
    card = compared(BONUSES, of="bonus")["highest"]
    assert (
        card.prompt == "Which of Descartes, Flexport and JD.com has the highest bonus?"
    )


def test_the_author_may_ask_for_the_highest_in_other_words() -> None:
    words = "pays the most at the top of its range"
    card = compared(PEERS["base-salary"], highest=words)["highest"]
    assert card.prompt == f"Which of Descartes, Flexport and JD.com {words}?"


def test_other_words_that_name_no_end_are_completed() -> None:
    peers = PEERS["base-salary"][:2]
    cards = compared(peers, lowest="pays the least", views=["lowest"])
    assert cards["lowest"].prompt == (
        "Which of Descartes and Flexport pays the least, by the bottom of its range?"
    )


def test_all_are_put_in_order_by_their_top_ends() -> None:
    card = compared(PEERS["base-salary"])["order"]
    assert card.prompt == (
        "Put Descartes, Flexport and JD.com in order by base salary,"
        " from high to low. Ranges count by their top."
    )
    assert card.mode == Order(("Descartes", "Flexport", "JD.com"))
    assert card.answer.startswith("1. Descartes – $173,000 to $189,000\n2. Flexport")


def test_of_two_owners_only_the_higher_one_is_asked_for() -> None:
    views = {card.view for card in compared(BONUSES[:2]).values()}
    assert views == {"highest", "which"}


def test_percentages_are_ranked_whatever_they_are_shares_of() -> None:
    mode = compared(BONUSES)["order"].mode
    assert mode == Order(("JD.com", "Flexport", "Descartes"))


def test_amounts_are_ranked_across_the_scales_of_their_units() -> None:
    dear = stated("Descartes", "$2.4 B", "2.4", unit="$ B")
    cheap = stated("Flexport", "$900 M", "900", unit="$ M")
    mode = compared((cheap, dear))["highest"].mode
    assert mode == Choice("Descartes", ("Descartes", "Flexport"))


@pytest.mark.parametrize("unit", ["days", "", "% of base"])
def test_units_that_do_not_meet_are_not_ranked(unit: str) -> None:
    other = stated("JD.com", f"45 {unit}", "45", unit=unit)
    cards = compared((stated("Flexport", "45 minutes", "45", unit="minutes"), other))
    assert list(cards) == ["which/flexport", "which/jd-com"]
    assert cards["which/jd-com"].answer == "JD.com"


def test_nothing_is_asked_on_which_two_owners_tie() -> None:
    tie = stated("Tie", "$160,000 to $189,000", "160000", "189000")
    across = [*EXAMPLES["comparison"]["across"], "tie"]
    cards = compared((*PEERS["base-salary"], tie), across=across)
    assert {card.view for card in cards.values()} == {"lowest", "which"}


def test_a_card_asks_whose_figure_it_is() -> None:
    card = compared(BONUSES, of="bonus")["which/jd-com"]
    asked = "Whose bonus is up to 20 % of base: Descartes, Flexport or JD.com?"
    assert card.prompt == asked
    assert card.mode == Choice("JD.com", OWNERS)
    assert card.answer == (
        "JD.com – up to 20 % of base\nOthers:\n"
        "- Descartes – about 12 %\n- Flexport – 15 %"
    )


def test_the_author_may_ask_for_a_statement_in_other_words() -> None:
    cards = compared(FACTORS, which="Which panel looks for this")
    asked = "Which panel looks for this: Flexport or JD.com?\n“Speed”"
    assert cards["which/jd-com"].prompt == asked


def test_a_text_is_quoted_on_one_line() -> None:
    cards = compared(FACTORS, of="the decisive factor")
    card = cards["which/flexport"]
    asked = (
        "Whose decisive factor is this: Flexport or JD.com?\n“Turning ML into outcomes”"
    )
    assert card.prompt == asked
    assert card.answer == "Flexport"
    assert cards.keys() == {"which/flexport", "which/jd-com"}


def test_a_statement_that_names_its_owner_is_not_asked_for() -> None:
    named = stated("JD.com", "The bar raiser of JD.com decides.")
    assert list(compared((FACTORS[0], named))) == ["which/flexport"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (stated("Flexport", "Speed."), stated("JD.com", "speed")),
        (
            stated("Flexport", "1 week", "1", unit="weeks"),
            stated("JD.com", "7 days", "7", unit="days"),
        ),
    ],
)
def test_what_two_owners_state_shows_neither(first: Measured, second: Measured) -> None:
    assert compared((first, second)) == {}


def test_the_first_statement_of_an_owner_counts() -> None:
    second = stated("Flexport", "$999,000", "999000")
    cards = compared((*PEERS["base-salary"], second))
    assert cards["highest"].mode == Choice("Descartes", OWNERS)


def test_what_an_owner_states_besides_makes_no_other_owner_sure() -> None:
    besides = stated("Flexport", "$160,000", "160000")
    cards = compared((*PEERS["base-salary"], besides))
    assert "which/jd-com" not in cards
    assert "which/descartes" in cards


def test_one_seed_may_have_two_owners() -> None:
    traditional = stated("traditional PM", "$150,000", "150000", seed="both")
    general = stated("AI PM in general", "$165,000", "165000", seed="both")
    cards = compared((traditional, general), across=["both"])
    assert "which/ai-pm-in-general" in cards
    assert cards["highest"].mode == Choice(
        "AI PM in general", ("traditional PM", "AI PM in general")
    )


def test_a_figure_without_an_owner_goes_by_its_seed() -> None:
    nobody = stated("", "$1", "1", seed="descartes")
    assert "which/descartes" in compared((nobody, PEERS["base-salary"][0]))


def test_an_owner_without_a_latin_letter_is_filed_by_its_seed() -> None:
    owned = stated("京东", "$1", "1", seed="jd-com")
    assert "which/jd-com" in compared((owned, PEERS["base-salary"][0]))


def test_other_seeds_and_measures_are_left_alone() -> None:
    other = stated("Maersk", "$1", "1")
    assert compared((*PEERS["base-salary"], other)) == compared(PEERS["base-salary"])


@pytest.mark.parametrize("count", [0, 1, 13])
def test_no_card_is_made_of_too_few_or_too_many_owners(count: int) -> None:
    peers = [stated(f"Owner {n}", f"${n}", str(n), seed="s") for n in range(count)]
    assert compared(peers, across=["s"]) == {}


def warned(*warned_of: str) -> dict[str, Card]:
    """The cards, some owners' facts with a caveat."""
    return compared(
        replace(each, caveat="Odd.") if each.owner in warned_of else each
        for each in PEERS["base-salary"]
    )


def test_the_caveat_to_the_right_answer_is_shown_with_its_owner() -> None:
    cards = warned("Descartes")
    assert cards["highest"].caveat == "Descartes: Odd."
    assert cards["which/descartes"].caveat == "Descartes: Odd."


def test_a_caveat_to_another_figure_is_pointed_to() -> None:
    cards = warned("JD.com")
    assert cards["highest"].caveat == "There is a caveat to the figure of JD.com."


def test_an_order_points_to_all_caveats() -> None:
    cards = warned("Descartes", "JD.com")
    assert cards["order"].caveat == (
        "There are caveats to the figures of Descartes and JD.com."
    )


def test_the_authors_own_caveat_comes_first() -> None:
    card = cards_of("comparison", **EXAMPLES["comparison"], caveat="Old.")["order"]
    assert card.caveat == "Old."
    peers = (replace(each, caveat="Odd.") for each in BONUSES)
    assert compared(peers, caveat="Old.")["order"].caveat.startswith("Old. There are")


def problems_among(peers: Iterable[Measured], **fields: Any) -> list[tuple[str, str]]:
    """Slug and help of what is wrong beside these statements of others."""
    fact = a_fact("comparison", **EXAMPLES["comparison"] | fields)
    found = fact.problems_among({"base-salary": tuple(peers)})
    return [(problem.slug, problem.help) for problem in found]


def test_good_peers_make_no_problems() -> None:
    assert problems_among(PEERS["base-salary"]) == []


def test_a_measure_that_nobody_states_is_reported() -> None:
    found = problems_among(PEERS["base-salary"], measure="base-salery")
    assert found == [("unknown-measure", "did you mean `base-salary`?")]


def test_a_measure_is_reported_where_none_is_stated_at_all() -> None:
    fact = a_fact("comparison", **EXAMPLES["comparison"])
    (problem,) = fact.problems_among({})
    assert problem.help == "add `measure: base-salary` to the facts that state it"


def test_a_seed_without_the_measure_is_reported_at_its_place() -> None:
    fact = a_fact(
        "comparison",
        **EXAMPLES["comparison"] | {"across": ["flexport", "descart", "jd-com"]},
    )
    (problem,) = fact.problems_among(PEERS)
    assert (problem.slug, problem.where) == ("not-stated", ("across", 1))
    assert problem.help == "did you mean `descartes`?"


@pytest.mark.parametrize(
    ("count", "slug"), [(1, "nothing-to-compare"), (13, "too-many-owners")]
)
def test_too_few_or_too_many_owners_are_reported(count: int, slug: str) -> None:
    peers = [stated(f"Owner {n}", f"${n}", str(n), seed="s") for n in range(count)]
    assert [found for found, _ in problems_among(peers, across=["s"])] == [slug]


LENGTHS = (
    stated("Flexport", "45 minutes", "45", unit="minutes"),
    stated("JD.com", "45 days", "45", unit="days"),
    stated("Descartes", "1 hour", "1", unit="hours"),
)


def test_figures_whose_units_do_not_meet_are_reported() -> None:
    fact = a_fact("comparison", **EXAMPLES["comparison"])
    (problem,) = fact.problems_among({"base-salary": LENGTHS})
    assert problem.slug == "units-differ"
    assert "in `hours` and `days`, so" in problem.message


@pytest.mark.parametrize(
    ("peers", "views"), [(LENGTHS, ["which"]), ((*LENGTHS[:1], *FACTORS[1:]), [])]
)
def test_units_do_not_matter_where_nothing_is_to_be_ranked(
    peers: tuple[Measured, ...], views: list[str]
) -> None:
    assert problems_among(peers, views=views, across=["flexport", "jd-com"]) == []


def test_a_comparison_across_nothing_is_reported() -> None:
    fact = a_fact("comparison", **EXAMPLES["comparison"] | {"across": []})
    assert [problem.slug for problem in fact.problems()] == ["too-few-parts"]


def test_every_text_of_an_owner_is_asked_for_its_later_ones_by_fact() -> None:
    besides = replace(stated("Flexport", "Patience."), fact="flexport/second")
    cards = compared((*FACTORS, besides))
    assert [*cards] == ["which/flexport", "which/flexport--second", "which/jd-com"]
    assert cards["which/flexport--second"].answer == "Flexport"
