from pathlib import Path

import pytest

from pmflash.compiler.compile import compile_content
from pmflash.model.card import Card
from pmflash.model.mode import Choice, Order
from pmflash.model.source_file import Role, SourceFile
from stated_figures import FIGURES

ROOT = Path(__file__).parents[1]
FOLDERS = (("seeds", Role.SEED), ("decks", Role.DECK))
CONTENT = compile_content(
    (
        SourceFile(role, file.stem, f"{folder}/{file.name}", file.read_bytes(), True)
        for folder, role in FOLDERS
        for file in sorted((ROOT / folder).glob("*.yaml"))
    ),
    is_thorough=True,
)
CARDS = {card.id: card for card in CONTENT.cards}

ROWS = tuple(
    (f"{deck}/{card}", figure)
    for deck, rows in FIGURES.items()
    for card, figure in rows
)
STAGES = {
    "flexport/hiring-timeline/order": (
        "Recruiter screen",
        "Technical screen",
        "Case-study presentation",
        "Panel interview (senior leadership)",
        "Final debrief (hiring manager)",
    ),
    "descartes/hiring-timeline/order": (
        "Recruiter screen",
        "Technical case study",
        "Cross-functional panel",
        "Final leadership debrief",
    ),
    "jd-com/interview-rounds/order": (
        "Recruiter screen",
        "Hiring manager deep-dive",
        "Case study panel",
        "Cross-functional simulation",
        "Signal-Noise Matrix interview",
    ),
}
FLEXIBILITY = (
    ("flexport/hiring-timeline/flexible", "Not at all."),
    ("descartes/hiring-timeline/flexible", "Not at all."),
    ("jd-com/hiring-timeline/flexible", "It can"),
)
FRAMEWORKS = (
    "flexport/four-p",
    "jd-com/three-tier-impact-framework",
    "jd-com/signal-noise-matrix",
    "ai-pm-vs-traditional/signal-vs-noise",
    "descartes/raci-impact-effort",
    "ai-pm-vs-traditional/career-leverage-matrix",
)
# Each caveat holds the numbers that show what does not add up.
CAVEATS = (
    ("flexport/four-p", ("Only three",)),
    ("flexport/equity", ("$3 M to $5 M", "$30,000 to $55,000")),
    ("flexport/equity-value", ("$3 M to $5 M",)),
    ("flexport/hiring-timeline", ("1 + 2 + 3 + 4 + 1 = 11", "28")),
    ("descartes/equity", ("$1.68 M", "$170,000")),
    ("descartes/equity-value", ("$1.68 M",)),
    ("descartes/hiring-timeline", ("four rounds", "Monday")),
    ("descartes/judgment-signals", ("Three", "fourth")),
    ("jd-com/equity", ("$120,000 to $170,000", "$300 M to $425 M")),
    ("jd-com/equity-value", ("$300 M to $425 M",)),
    ("jd-com/hiring-timeline", ("2 + 5 + 7 + 10 + 7 + 5 = 36", "45", "6 stages")),
    ("jd-com/kpi-bonus-payout", ("$40,000", "$36,000")),
    ("ai-pm-vs-traditional/premium", ("10 %", "11.8 %")),
    ("ai-pm-vs-traditional/extra-preparation", ("14 to 21 days",)),
    ("ai-pm-vs-traditional/vesting-shape", ("opposite",)),
)
DECKS_OF_OUR_OWN = {"practice", "comparisons", "easily-confused"}
TOPICS = {
    *("pay", "process", "product-sense", "metrics"),
    *("negotiation", "stakeholders", "ml-judgement"),
}
ROUNDS = {
    f"round-{name}"
    for name in (
        *("recruiter", "technical", "case-study"),
        *("cross-functional", "leadership", "debrief"),
    )
}
# What the documents do not state must not turn up on a card.
NOT_STATED = (
    "flexport/sign-on",
    "descartes/cliff",
    "jd-com/cliff",
    "jd-com/valuation",
)
NO_LENGTH = (
    "jd-com/interview-rounds/length/simulation",
    "jd-com/interview-rounds/length/signal-noise",
)


def test_the_built_in_content_has_no_mistake_and_no_card_that_could_be_better() -> None:
    assert CONTENT.diagnostics == ()


def test_every_seed_has_a_deck_that_studies_it() -> None:
    seeds = {file.stem for file in (ROOT / "seeds").glob("*.yaml")}
    assert seeds == FIGURES.keys()
    assert seeds | DECKS_OF_OUR_OWN == {deck.id for deck in CONTENT.decks}


def test_every_card_is_studied_by_the_deck_of_its_own_name() -> None:
    assert not [
        card.id for card in CONTENT.cards if card.decks != (card.id.split("/")[0],)
    ]


@pytest.mark.parametrize(("card", "figure"), ROWS)
def test_a_figure_stands_as_its_document_states_it(card: str, figure: str) -> None:
    assert CARDS[card].answer == figure


@pytest.mark.parametrize("card", STAGES)
def test_a_timeline_keeps_the_order_of_its_document(card: str) -> None:
    assert CARDS[card].mode == Order(STAGES[card])


@pytest.mark.parametrize(("card", "answer"), FLEXIBILITY)
def test_a_timeline_says_whether_it_can_be_moved(card: str, answer: str) -> None:
    assert CARDS[card].answer.startswith(answer)


@pytest.mark.parametrize("fact", FRAMEWORKS)
def test_a_framework_of_the_documents_can_be_studied(fact: str) -> None:
    assert fact in {card.fact for card in CONTENT.cards}


@pytest.mark.parametrize(("fact", "shown"), CAVEATS)
def test_what_does_not_add_up_comes_with_its_arithmetic(
    fact: str, shown: tuple[str, ...]
) -> None:
    caveats = {card.caveat for card in CONTENT.cards if card.fact == fact}
    assert len(caveats) == 1
    (caveat,) = caveats
    assert all(part in caveat for part in shown)


def test_nothing_is_said_that_the_documents_leave_open() -> None:
    facts = {card.fact for card in CONTENT.cards}
    assert not facts & set(NOT_STATED)
    assert not CARDS.keys() & set(NO_LENGTH)


def test_every_card_names_the_document_and_the_section_it_comes_from() -> None:
    documents = (card for card in CONTENT.cards if card.kind != "comparison")
    assert not [card.id for card in documents if ", " not in card.source]


def test_every_prompt_names_its_context() -> None:
    assert not [card.id for card in CONTENT.cards if card.context not in card.prompt]


def test_no_two_cards_ask_the_same() -> None:
    prompts = [card.prompt for card in CONTENT.cards]
    assert len(set(prompts)) == len(prompts)


def test_every_card_has_a_topic_and_its_company() -> None:
    for card in CONTENT.cards:
        assert TOPICS & {*card.tags}, card.id
        company = "comparison" if card.kind == "comparison" else card.decks[0]
        assert company in card.tags, card.id


def test_tags_are_companies_topics_and_rounds_alone() -> None:
    companies = {deck.id for deck in CONTENT.decks} | {"comparison"}
    tags = {tag for card in CONTENT.cards for tag in card.tags}
    assert tags == tags & (companies | TOPICS | ROUNDS)
    assert tags >= ROUNDS


def test_at_least_forty_cards_compare_the_guides() -> None:
    compared = [card for card in CONTENT.cards if card.kind == "comparison"]
    assert len(compared) >= 40
    assert all(card.decks == ("comparisons",) for card in compared)


def test_a_card_on_confusing_figures_says_whose_they_are() -> None:
    names = ("Descartes", "Flexport", "JD.com", "AI PM")
    confusing = [card for card in CONTENT.cards if card.decks == ("easily-confused",)]
    assert len(confusing) >= 20
    assert not [c.id for c in confusing if not any(name in c.prompt for name in names)]


OFFERING = tuple(
    card
    for card in CONTENT.cards
    if isinstance(card.mode, Choice) and card.mode.distractors
)


def test_figures_are_told_apart_among_those_of_the_others() -> None:
    assert len(OFFERING) >= 10
    assert {card.decks for card in OFFERING} == {("easily-confused",)}


@pytest.mark.parametrize("card", OFFERING, ids=lambda card: card.fact)
def test_a_figure_to_pick_is_the_one_that_its_seed_states(card: Card) -> None:
    stated = [other for other in CONTENT.cards if other.fact == card.builds_on[0]]
    figure = card.answer.removeprefix("about ")
    assert any(other.answer.endswith((figure, f"{figure} (fixed)")) for other in stated)


@pytest.mark.parametrize("card", OFFERING, ids=lambda card: card.fact)
def test_what_stands_beside_a_figure_was_chosen_by_hand(card: Card) -> None:
    assert isinstance(card.mode, Choice)
    (pinned,) = card.mode.distractors
    assert len(pinned) == 3


def test_what_sets_facts_side_by_side_waits_for_them() -> None:
    known = {card.fact for card in CONTENT.cards}
    for card in CONTENT.cards:
        if card.decks[0] in {"easily-confused", "comparisons"}:
            assert card.builds_on, card.id
        assert known.issuperset(card.builds_on)


def test_no_answer_is_longer_than_forty_words() -> None:
    # A script's answer holds a whole speech, of which only the beats must be known.
    recalled = [card for card in CONTENT.cards if card.kind != "script"]
    assert not [card.id for card in recalled if len(card.answer.split()) > 40]


def test_a_hundred_facts_make_between_one_and_two_hundred_cards() -> None:
    facts = {card.fact for card in CONTENT.cards}
    assert len(facts) <= len(CONTENT.cards) <= 2 * len(facts)


def test_a_company_never_appears_under_a_misspelt_name() -> None:
    said = " ".join(f"{c.prompt} {c.answer} {c.caveat} {c.why}" for c in CONTENT.cards)
    assert "Desert" not in said
    assert "Desartes" not in said


def test_an_exercise_of_our_own_says_that_it_is_one() -> None:
    exercises = [card for card in CONTENT.cards if card.decks == ("practice",)]
    assert exercises
    assert all(card.prompt.startswith("Our own exercise") for card in exercises)


def test_no_card_ever_loses_the_id_that_its_progress_is_kept_under() -> None:
    known = (ROOT / "tests" / "card-ids.txt").read_text(encoding="utf-8").split()
    assert set(known) - CARDS.keys() == set()
