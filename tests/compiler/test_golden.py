import ast
from collections import Counter
from pathlib import Path

import pytest
import yaml

import pmflash.compiler
from compiler.golden import EXPECTED, case_folders, outcome

SOURCE = Path(pmflash.compiler.__file__).parent

WITHOUT_A_CASE = {
    "too-large",  # would put 32 MB into the repository
    "repeated-card",  # every kind reports its own before it comes to that
    "too-few",  # kinds count their parts themselves
    "too-many",
    "wrong-value",
}
AT_TWO_SITES = {
    "not-a-date",  # of a fact, and of the interview
    "repeated-id",  # in one file, and in two
    "unknown-fact",  # studied, and confused with
    "unknown-kind",  # of a fact, and of a selection
}


def slugs_of(file: Path) -> list[str]:
    """The slug of every problem that a module makes, once for each site."""
    found = []
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        name = getattr(node, "func", None)
        called = getattr(name, "id", getattr(name, "attr", ""))
        if isinstance(node, ast.Call) and called in {"Problem", "_problem", "_flaw"}:
            at = 2 if called == "_flaw" else 1
            slug = node.args[at] if len(node.args) > at else None
            if isinstance(slug, ast.Constant):
                found.append(str(slug.value))
    return found


SITES = Counter(slug for file in sorted(SOURCE.glob("*.py")) for slug in slugs_of(file))


@pytest.mark.parametrize("folder", case_folders(), ids=lambda folder: folder.name)
def test_a_message_reads_as_it_was_blessed(folder: Path) -> None:
    assert outcome(folder) == (folder / EXPECTED).read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", case_folders(), ids=lambda folder: folder.name)
def test_the_pure_parser_leads_to_the_same_messages(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    assert outcome(folder) == (folder / EXPECTED).read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", case_folders(), ids=lambda folder: folder.name)
def test_a_case_shows_the_slug_it_is_named_for(folder: Path) -> None:
    slug = folder.name.removesuffix("-for-a-sign")
    assert f"[{slug}]" in (folder / EXPECTED).read_text(encoding="utf-8")


def test_every_slug_has_a_case() -> None:
    shown = {folder.name for folder in case_folders()}
    assert set(SITES) - shown == WITHOUT_A_CASE


def test_a_slug_belongs_to_one_site() -> None:
    assert {slug for slug, sites in SITES.items() if sites > 1} <= AT_TWO_SITES


@pytest.mark.parametrize("folder", case_folders(), ids=lambda folder: folder.name)
def test_every_message_names_a_next_step(folder: Path) -> None:
    lines = (folder / EXPECTED).read_text(encoding="utf-8").splitlines()
    messages = [line for line in lines if "error[" in line or "warning[" in line]
    assert len(messages) == sum(line.startswith("help: ") for line in lines)


@pytest.mark.parametrize("folder", case_folders(), ids=lambda folder: folder.name)
@pytest.mark.parametrize(
    "word", ["invalid", "illegal", "please", "oops", "!\n", "validation", "pydantic"]
)
def test_no_message_blames_or_leaks(folder: Path, word: str) -> None:
    said = (folder / EXPECTED).read_text(encoding="utf-8").casefold()
    assert word not in said
