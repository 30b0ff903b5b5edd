"""Golden cases: a folder of content files each, and what the compiler says of them."""

from datetime import date
from pathlib import Path

from pmflash.compiler.compile import compile_content
from pmflash.compiler.linting.registry import RULES
from pmflash.compiler.settings import read_settings
from pmflash.model.diagnostic import Diagnostic
from pmflash.model.source_file import Role, SourceFile

CASES = Path(__file__).parent / "cases"
EXPECTED = "expected.txt"
TODAY = date(2026, 1, 5)
THOROUGH = frozenset(
    ("does-not-add-up", "unknown-rule", *(rule.name for rule in RULES))
)
"""Cases whose slug is found by a thorough look only."""

NOTED = {
    "input/species/answer": "it is 8,800 by now",
    "input/gone/answer": "its fact is gone",
}
"""What a learner finds wrong with cards, in the case about that."""

_ROLES = {"input": Role.DECK, "settings": Role.SETTINGS}


def case_folders() -> list[Path]:
    """Return every case, named for the slug that it shows."""
    return sorted(folder for folder in CASES.iterdir() if folder.is_dir())


def outcome(folder: Path) -> str:
    """Return all messages about the files in `folder`, as an author reads them.

    `input.yaml` is a deck, `settings.yaml` the settings, any other file a seed.
    """
    sources = [
        SourceFile(
            _ROLES.get(file.stem, Role.SEED), file.stem, file.name, file.read_bytes()
        )
        for file in sorted(folder.glob("*.yaml"))
    ]
    is_thorough = folder.name in THOROUGH
    notes = NOTED if folder.name == "noted" else {}
    found = list(compile_content(sources, is_thorough, TODAY, notes).diagnostics)
    for source in sources:
        if source.role is Role.SETTINGS:
            found += read_settings(source)[1]
    return "\n".join(_told(diagnostic) for diagnostic in found)


def bless() -> list[Path]:
    """Rewrite what is expected of every case; return the files that changed."""
    changed = []
    for folder in case_folders():
        expected, new = folder / EXPECTED, outcome(folder)
        if not expected.exists() or expected.read_text(encoding="utf-8") != new:
            expected.write_text(new, encoding="utf-8", newline="\n")
            changed.append(expected)
    return changed


def _told(found: Diagnostic) -> str:
    place = f"{found.path}:{found.line}:{found.column}"
    lines = [f"{place}: {found.severity}[{found.slug}]: {found.message}"]
    if found.source_line:
        lines.append(f"  | {found.source_line}")
        lines.append(f"  | {' ' * found.caret_start}{'^' * found.caret_width}")
    if found.help:
        lines.append(f"help: {found.help}")
    return "\n".join(lines) + "\n"
