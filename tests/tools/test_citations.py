from pathlib import Path

import pytest
from tools.citations import cited_places, facts_of, report
from tools.sentences import SECTIONS, Sentence

from tools import citations

SENTENCES = (
    Sentence("Pay", 1, "Much is paid."),
    Sentence("Pay", 2, "More is asked."),
    Sentence("Pay", 3, "The PM Interview Playbook covers it."),
)


@pytest.mark.parametrize("seed", SECTIONS)
def test_every_built_in_fact_cites_sentences_of_known_sections(seed: str) -> None:
    sections = {section for section, _ in SECTIONS[seed]}
    for fact in facts_of(seed):
        cited = {section for section, _ in cited_places(fact["source"])}
        assert cited
        assert cited <= sections, fact["id"]


@pytest.fixture
def seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "seeds").mkdir()
    monkeypatch.setattr(citations, "ROOT", tmp_path)
    return tmp_path / "seeds"


def faults(seeds: Path, *sources: str) -> list[str]:
    facts = "".join(
        f"  - id: fact-{number}\n    source: {source}\n"
        for number, source in enumerate(sources, 1)
    )
    (seeds / "guide.yaml").write_text(f"facts:\n{facts}", encoding="utf-8")
    return report("guide", SENTENCES, is_whole=False)[1]


def test_a_citation_names_sentences_of_several_sections() -> None:
    source = "Pay, sentences 1, 3-4; Often asked, sentence 2"
    assert list(cited_places(source)) == [
        *[("Pay", number) for number in (1, 3, 4)],
        ("Often asked", 2),
    ]


@pytest.mark.parametrize(
    "source",
    [
        *("", "Pay", "Pay, 3", "Pay, sentence two"),
        *("Pay, sentences 1 2", "Pay, sentences 1-2-3", "Pay, sentences 1-"),
    ],
)
def test_a_source_without_a_sentence_is_no_citation(source: str) -> None:
    with pytest.raises(ValueError, match="cites no sentence"):
        list(cited_places(source))


def test_a_span_of_sentences_that_runs_backwards_is_told() -> None:
    with pytest.raises(ValueError, match="backwards: Pay, sentences 4-2"):
        list(cited_places("Pay, sentences 4-2"))


def test_nothing_is_wrong_when_each_sentence_is_cited(seeds: Path) -> None:
    assert faults(seeds, "Pay, sentence 1", "Pay, sentence 2") == []


def test_a_sentence_that_nobody_cites_is_told_unless_it_advertises(seeds: Path) -> None:
    assert faults(seeds, "Pay, sentence 2") == [
        "no fact cites guide: Pay, sentence 1: Much is paid."
    ]


def test_a_citation_of_nothing_is_told_with_its_fact(seeds: Path) -> None:
    assert faults(seeds, "Pay, sentences 1-2", "Pay, sentence 9", "Pay") == [
        "guide/fact-3 cites no sentence: Pay",
        "fact-2: there is no Pay, sentence 9",
    ]


def test_the_whole_list_names_the_facts_of_each_sentence(seeds: Path) -> None:
    faults(seeds, "Pay, sentence 1", "Pay, sentences 1-2")
    lines, _ = report("guide", SENTENCES, is_whole=True)
    assert lines[:4] == [
        "guide: Pay, sentence 1: Much is paid.",
        "    fact-1, fact-2",
        "guide: Pay, sentence 2: More is asked.",
        "    fact-2",
    ]
