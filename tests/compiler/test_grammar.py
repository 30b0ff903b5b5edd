import pytest
import yaml

from compiler.content import a_deck, compiled, places

FACT = "facts:\n  - id: osmosis\n    q: What?\n"

BROKEN = [
    ("    a: [R]esponsible\n", 4, 8, "needs-quotes"),
    ("    a: {{Water}} is wet\n", 4, 8, "needs-quotes"),
    ("    a: *bold* text\n", 4, 8, "needs-quotes"),
    ("    a: **bold** text\n", 4, 8, "needs-quotes"),
    ("    a: %5\n", 4, 8, "needs-quotes"),
    ("    a: `code`\n", 4, 8, "needs-quotes"),
    ("    a: @mention\n", 4, 8, "needs-quotes"),
    ("    a: - dash\n", 4, 8, "needs-quotes"),
    ("    a: >5 %\n", 4, 8, "needs-quotes"),
    ("    a: ? why\n", 4, 8, "needs-quotes"),
    ("    a: !wow\n", 4, 8, "no-tags"),
    ("    a: *water\n", 4, 8, "no-aliases"),
    ("    a: &water\n", 4, 8, "no-anchors"),
    ("    a: it: that\n", 4, 8, "colon-in-text"),
    ("    a: 'x' and 'y'\n", 4, 8, "text-after-quote"),
    ("    a: 'x\n    why: y\n", 4, 8, "unclosed-quote"),
    ('    a: "\\z"\n', 4, 9, "unknown-escape"),
    ("    a: [x\n    why: y\n", 4, 8, "unclosed-bracket"),
    ("    a: {x: y\n    why: y\n", 4, 8, "unclosed-bracket"),
    ("    a:x\n    why: y\n", 4, 5, "no-colon"),
    ("    a: x\n    why\n", 5, 5, "no-colon"),
    ("    a: x\n      why: y\n", 5, 7, "misaligned"),
    ("    a: x\n   why: y\n", 5, 4, "misaligned"),
    ("    a: x\n\twhy: y\n", 5, 1, "tab-indentation"),
    ("    a:\n\t- x\n", 5, 1, "tab-indentation"),
    ("    a: x\n  -id: y\n    q: z\n", 5, 3, "no-space-after-dash"),
    ("    a: x\n  -id: y: z\n", 5, 3, "no-space-after-dash"),
    ("    accept:\n      -one: 1\n        two: 2\n", 5, 7, "no-space-after-dash"),
]


@pytest.mark.parametrize("libyaml", [True, False], ids=["libyaml", "pure"])
@pytest.mark.parametrize(("lines", "line", "column", "slug"), BROKEN)
def test_broken_grammar_is_told_once_at_its_place(
    lines: str,
    line: int,
    column: int,
    slug: str,
    libyaml: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(yaml, "__with_libyaml__", libyaml)
    diagnostics = compiled(a_deck(FACT + lines)).diagnostics
    assert places(diagnostics) == [(line, column, slug)]


@pytest.mark.parametrize("libyaml", [True, False], ids=["libyaml", "pure"])
@pytest.mark.parametrize("escape", ["U00110000", "UFFFFFFFF", "xZZ"])
def test_an_escape_for_no_character_is_told(
    escape: str, libyaml: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml, "__with_libyaml__", libyaml)
    made = compiled(a_deck(f'{FACT}    a: "\\{escape}"\n'))
    assert made.cards == ()
    assert len(made.diagnostics) == 1


@pytest.mark.parametrize("text", ["[", "{", "a: [\n\n", "\n\n[\n\n"])
def test_a_bracket_at_the_end_of_a_file_is_told_where_it_stands(text: str) -> None:
    (found,) = compiled(a_deck(text)).diagnostics
    assert found.slug == "unclosed-bracket"
    assert found.source_line[found.caret_start] in "[{"


@pytest.mark.parametrize(
    "lines",
    [
        "    a: “it: that”\n",
        "    a: ‘it’s: that’\n",
        "    a: «it: that»\n",
        "    a: “it\n      is: that”\n",
        "    a: “see #1”\n",
    ],
)
def test_curly_quotes_that_broke_a_text_are_to_be_straight(lines: str) -> None:
    (problem, *_) = compiled(a_deck(FACT + lines)).diagnostics
    assert "straight quotes" in problem.help


def test_curly_quotes_that_broke_nothing_are_not_spoken_of() -> None:
    made = compiled(a_deck(FACT + "    a: “It is”\n    why: it: that\n"))
    assert "straight quotes" not in made.diagnostics[0].help
