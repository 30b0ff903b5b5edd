"""Short ways to ask what the linter says of one fact, or of several files."""

from compiler.content import a_deck
from pmflash.compiler.compile import compile_content
from pmflash.compiler.linting.registry import RULES
from pmflash.model.source_file import SourceFile

NAMES = {rule.name for rule in RULES}


def found(*sources: SourceFile) -> list[tuple[str, int]]:
    """The rules that the facts of `sources` break, each with its line."""
    diagnostics = compile_content(sources, is_thorough=True).diagnostics
    return [(each.slug, each.line) for each in diagnostics if each.slug in NAMES]


def rules_broken_by(lines: str, heading: str = "title: Biology") -> list[str]:
    """The rules that one fact breaks; `lines` are its fields without indentation."""
    fields = "".join(f"    {line}\n" for line in lines.strip().splitlines())
    text = f"{heading}\nfacts:\n  - id: x\n{fields}"
    return [rule for rule, _ in found(a_deck(text))]


def asked(question: str, answer: str = "It depends on the data") -> list[str]:
    """The rules that a plain question and its answer break."""
    return rules_broken_by(f"q: {question!r}\na: {answer!r}")


def hidden(text: str) -> list[str]:
    """The rules that a cloze of `text` breaks."""
    return rules_broken_by(f"kind: cloze\ntext: {text!r}")
