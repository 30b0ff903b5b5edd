from pathlib import Path

import pytest

from pmflash.compiler.compile import compile_content
from pmflash.model.mode import Order
from pmflash.model.source_file import Role, SourceFile

ROOT = Path(__file__).parents[1]
FOLDERS = (("seeds", Role.SEED), ("decks", Role.DECK))
CONTENT = compile_content(
    SourceFile(role, file.stem, f"{folder}/{file.name}", file.read_bytes(), True)
    for folder, role in FOLDERS
    for file in sorted((ROOT / folder).glob("*.yaml"))
)
CARDS = {card.id: card for card in CONTENT.cards}

# Every pay and timeline figure as the documents state it; never one worked out.
FIGURES = {
    "flexport": (
        ("reader-experience/range", "3 to 5 years"),
        ("reader-base/range", "$130,000 to $150,000"),
        ("reader-models/value", "at least 2 models"),
        ("kpi-example/cloze/1", "12 %"),
        ("kpi-example/cloze/2", "90 days"),
        ("shipped-feature-results/cloze/1", "8 %"),
        ("shipped-feature-results/cloze/2", "$4.2 M"),
        ("drift-dashboard/value", "48 hours"),
        ("case-study-budget/value", "$200,000"),
        ("budget-split/cloze/1", "40 % ... 35 % ... 25 %"),
        ("base-salary/range", "$155,000 to $180,000"),
        ("bonus/value", "15 %"),
        ("equity/range", "0.03 to 0.05 %"),
        ("equity-value/range", "$30,000 to $55,000"),
        ("valuation/value", "$10 B"),
        ("vesting/value", "4 years"),
        ("cliff/value", "12 months"),
        ("refresh-clause/cloze/1", "0.01 %"),
        ("refresh-clause/cloze/2", "12 months"),
        ("hiring-timeline/length/recruiter-screen", "1 day"),
        ("hiring-timeline/length/technical-screen", "2 days"),
        ("hiring-timeline/length/case-study-presentation", "3 days"),
        ("hiring-timeline/length/panel-interview", "4 days"),
        ("hiring-timeline/length/final-debrief", "1 day"),
        ("hiring-timeline/total", "28 days"),
        ("stage-count/value", "5 stages"),
        ("rehearsal-days/value", "at least 3 days"),
        ("story-time/value", "< 90 seconds"),
    ),
    "descartes": (
        ("reader-experience/range", "5 to 8 years"),
        ("reader-base/range", "$150,000 to $170,000"),
        ("reader-models/value", "at least 2 models"),
        ("week-split/cloze/1", "40 % ... 30 % ... 30 %"),
        ("drift-threshold/value", "> 12 % of baseline accuracy"),
        ("precision-choice/cloze/1", "75 %"),
        ("precision-choice/cloze/2", "90 %"),
        ("compliance-value/value", "$12 M"),
        ("base-salary/range", "$173,000 to $189,000"),
        ("bonus/value", "up to 15 % of base"),
        ("equity/value", "0.07 %"),
        ("equity-value/value", "about $170,000"),
        ("valuation/value", "$2.4 B"),
        ("vesting/value", "4 years"),
        ("sign-on/value", "$15,000"),
        ("accelerator/cloze/1", "$5,000"),
        ("accelerator/cloze/2", "1 %"),
        ("accelerator/cloze/3", "$1 M"),
        ("hiring-timeline/length/recruiter-screen", "45 minutes"),
        ("hiring-timeline/length/technical-case-study", "90 minutes"),
        ("hiring-timeline/length/cross-functional-panel", "60 minutes"),
        ("hiring-timeline/length/final-leadership-debrief", "45 minutes"),
        ("hiring-timeline/total", "27 days (fixed)"),
        ("round-count/value", "4 rounds"),
        ("invite-delay/value", "48 hours"),
        ("recent-releases/value", "2 releases"),
        ("negotiation-script/cloze/1", "$185K"),
        ("negotiation-script/cloze/2", "0.08 %"),
        ("gap-plan-days/value", "90 days"),
    ),
    "jd-com": (
        ("reader-experience/range", "3 to 7 years"),
        ("reader-base/range", "$150,000 to $180,000"),
        ("reader-products/value", "at least 1 product"),
        (
            "three-tier-impact-framework/limit/technical-feasibility",
            "Model latency ≤ 150 ms",
        ),
        (
            "three-tier-impact-framework/limit/operational-robustness",
            "Alerts on failure modes within 5 seconds",
        ),
        ("credibility-vote/cloze/2", "2 %"),
        ("interview-rounds/length/recruiter-screen", "30 minutes"),
        ("interview-rounds/length/hiring-manager", "45 minutes"),
        ("interview-rounds/length/case-study", "60 minutes"),
        ("round-count/value", "5 rounds"),
        ("false-positives/value", "$3 million"),
        ("base-salary/value", "$180,000"),
        ("bonus/value", "up to 20 % of base"),
        ("equity/value", "0.04 %"),
        ("equity-value/range", "$120,000 to $170,000"),
        ("vesting/value", "4 years"),
        ("sign-on/value", "$30,000"),
        ("kpi-bonus/cloze/2", "$10 k"),
        ("kpi-bonus/cloze/3", "0.5 %"),
        ("hiring-timeline/length/recruiter-screen", "2 days"),
        ("hiring-timeline/length/hiring-manager-interview", "5 days"),
        ("hiring-timeline/length/case-study-panel", "7 days"),
        ("hiring-timeline/length/cross-functional-simulation", "10 days"),
        ("hiring-timeline/length/matrix-interview", "7 days"),
        ("hiring-timeline/length/final-debrief", "5 days"),
        ("hiring-timeline/total", "about 45 days"),
        ("stretched-timeline/value", "up to 60 days"),
        ("signal-noise-practice/cloze/1", "10 minutes"),
        ("simulation-pitch/cloze/1", "5 minutes"),
    ),
    "ai-pm-vs-traditional": (
        ("reader-experience/range", "4 to 7 years"),
        ("reader-base/range", "$150,000 to $170,000"),
        ("time-share/value", "about 60 %"),
        ("premium/range", "12 to 18 %"),
        ("base-salary/range", "$165,000 to $190,000"),
        ("base-salary-traditional/range", "$150,000 to $170,000"),
        ("equity/range", "0.04 to 0.07 %"),
        ("equity-traditional/range", "0.02 to 0.04 %"),
        ("features-before-switching/value", "at least 2 features"),
        ("churn-script/cloze/1", "7 %"),
        ("rounds/value", "5 rounds"),
        ("rounds-traditional/value", "3 rounds"),
        ("extra-rounds/value", "2 rounds"),
        ("extra-preparation/range", "7 to 10 days"),
        ("process-weeks/range", "4 to 6 weeks"),
        ("process-weeks-traditional/range", "2 to 3 weeks"),
        ("f1-script/cloze/1", "0.03"),
    ),
}
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
    ("jd-com/hiring-timeline/flexible", "It is."),
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
    ("jd-com/hiring-timeline", ("2 + 5 + 7 + 10 + 7 + 5 = 36", "45")),
    ("ai-pm-vs-traditional/premium", ("10 %", "11.8 %")),
    ("ai-pm-vs-traditional/extra-preparation", ("14 to 21 days",)),
    ("ai-pm-vs-traditional/vesting-shape", ("opposite",)),
)
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


def test_the_built_in_content_has_no_mistake() -> None:
    assert CONTENT.diagnostics == ()


def test_every_seed_has_a_deck_that_studies_it() -> None:
    seeds = {file.stem for file in (ROOT / "seeds").glob("*.yaml")}
    assert seeds == FIGURES.keys()
    assert seeds | {"practice"} == {deck.id for deck in CONTENT.decks}


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
    assert not [card.id for card in CONTENT.cards if ", " not in card.source]


def test_every_prompt_names_its_context() -> None:
    assert not [card.id for card in CONTENT.cards if card.context not in card.prompt]


def test_no_two_cards_ask_the_same() -> None:
    prompts = [card.prompt for card in CONTENT.cards]
    assert len(set(prompts)) == len(prompts)


def test_every_card_has_a_topic_beside_its_company() -> None:
    assert not [card.id for card in CONTENT.cards if len(card.tags) < 2]


def test_no_answer_is_longer_than_forty_words() -> None:
    long = [card.id for card in CONTENT.cards if len(card.answer.split()) > 40]
    assert not long


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
