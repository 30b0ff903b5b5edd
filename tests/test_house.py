"""The shape of the house, kept by a test instead of by memory."""

import ast
import os
import subprocess
import sys
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
SRC = TESTS.parent / "src" / "pmflash"

# Top to bottom. A module may import only from rows below its own.
FLOORS = (
    {"cli"},
    {"tui", "doctor"},
    {"collection", "edits"},
    {"library"},
    {"log"},
    {"choices", "content", "clock"},
    {"compiler", "study", "exporting", "storage"},
    {"facts", "scheduling", "answering"},
    {"model"},
)
FLOOR_OF = {part: len(FLOORS) - i for i, row in enumerate(FLOORS) for part in row}
ENTRANCE = {SRC / "__init__.py", SRC / "__main__.py"}
MODULES = sorted({*SRC.rglob("*.py")} - ENTRANCE)
EVERY_MODULE = sorted(SRC.rglob("*.py"))

DOORS = {
    "textual": {"tui"},
    "rich": {"tui"},
    "yaml": {"compiler"},
    "pydantic": {"facts", "compiler", "storage"},
    "pydantic_core": {"compiler"},
    "dateutil": {"facts", "study"},
    "platformdirs": {"storage"},
    "sqlite3": {"storage"},
    "simpleeval": {"facts"},
}

IMPURE_CALLS = {"open", "print", "input", "today", "now", "read_text", "write_text"}
IMPURE_MODULES = {
    *("random", "secrets", "uuid", "time", "os", "pathlib", "tempfile", "shutil"),
    *("subprocess", "socket", "logging", "sqlite3", "threading"),
}

LONGEST = {ast.FunctionDef: 45, ast.AsyncFunctionDef: 45, ast.ClassDef: 250}
LONGEST_MODULE = 300
MOST_EXCEPTIONS_TO_RULES = 3
MOST_COMMENTS_SHARE = 0.05
LEAST_TESTS_SHARE = 0.8


def part_of(file: Path) -> str:
    return file.relative_to(SRC).parts[0].removesuffix(".py")


def place(file: Path) -> str:
    return file.relative_to(SRC).as_posix()


def dotted(file: Path) -> str:
    name = ".".join(("pmflash", *file.relative_to(SRC).with_suffix("").parts))
    return name.removesuffix(".__init__")


PURE_PARTS = {part for part, floor in FLOOR_OF.items() if floor <= 3} - {"storage"}
PURE = [module for module in MODULES if part_of(module) in PURE_PARTS]
NAMES = {dotted(module) for module in EVERY_MODULE}


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


@cache
def imports(file: Path) -> frozenset[str]:
    found: set[str] = set()
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found.add(node.module or "")
            found |= {f"{node.module}.{name.name}" for name in node.names}
    return frozenset(found)


def called(file: Path) -> set[str]:
    calls = (node.func for node in ast.walk(tree(file)) if isinstance(node, ast.Call))
    return {f.id if isinstance(f, ast.Name) else getattr(f, "attr", "") for f in calls}


each_module = pytest.mark.parametrize("file", EVERY_MODULE, ids=place)
each_room = pytest.mark.parametrize("file", MODULES, ids=place)


@each_room
def test_a_module_imports_only_from_the_floors_below(file: Path) -> None:
    used = {name.split(".")[1] for name in imports(file) if name.startswith("pmflash.")}
    others = used - {part_of(file), "__version__"}
    assert not {part for part in others if FLOOR_OF[part] >= FLOOR_OF[part_of(file)]}


@each_room
def test_a_third_party_package_stays_behind_its_door(file: Path) -> None:
    used = {name.split(".")[0] for name in imports(file)}
    assert not {
        name for name in used & DOORS.keys() if part_of(file) not in DOORS[name]
    }


@each_room
def test_no_module_uses_a_package_without_a_door(file: Path) -> None:
    used = {name.split(".")[0] for name in imports(file)}
    assert used <= {*sys.stdlib_module_names, *DOORS, "pmflash"}


@pytest.mark.parametrize("file", PURE, ids=place)
def test_the_lower_floors_touch_no_clock_no_file_and_no_terminal(file: Path) -> None:
    assert not called(file) & IMPURE_CALLS
    assert not {name.split(".")[0] for name in imports(file)} & IMPURE_MODULES


@each_module
def test_every_import_is_absolute(file: Path) -> None:
    nodes = ast.walk(tree(file))
    assert not [n for n in nodes if isinstance(n, ast.ImportFrom) and n.level]


def test_no_module_imports_itself_by_a_detour() -> None:
    graph = {dotted(file): imports(file) & NAMES for file in EVERY_MODULE}
    order = tuple(TopologicalSorter(graph).static_order())
    assert {*order} == NAMES


REGISTRIES = sorted(SRC.rglob("registry.py"))


@pytest.mark.parametrize("registry", REGISTRIES, ids=place)
def test_every_module_beside_a_registry_is_registered(registry: Path) -> None:
    outside = {"__init__", "base", "registry"}
    beside = {module.stem for module in registry.parent.glob("*.py")} - outside
    package = dotted(registry.parent / "__init__.py")
    imported = {name for name in beside if f"{package}.{name}" in imports(registry)}
    assert beside == imported | (words_in(registry) & beside)


def words_in(registry: Path) -> set[str]:
    """The texts of a registry that names modules instead of importing them."""
    nodes = ast.walk(tree(registry))
    texts = {n.value for n in nodes if isinstance(n, ast.Constant)}
    return {text for text in texts if isinstance(text, str)}


def test_every_registry_of_the_house_is_known() -> None:
    assert {place(registry.parent) for registry in REGISTRIES} == {
        "answering",
        "cli/commands",
        "compiler/auditing",
        "compiler/linting",
        "doctor",
        "exporting",
        "facts",
        "scheduling",
        "tui/inputs",
    }


@each_module
def test_a_module_begins_by_saying_what_lives_in_it(file: Path) -> None:
    said = ast.get_docstring(tree(file))
    assert said
    assert len(said.splitlines()) <= 6


@each_module
def test_a_module_can_be_read_at_one_sitting(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


@each_module
def test_functions_and_classes_are_short(file: Path) -> None:
    assert not [
        f"{node.name}: {length} lines"
        for node in ast.walk(tree(file))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        and (length := (node.end_lineno or 0) - node.lineno + 1) > LONGEST[type(node)]
    ]


@each_module
def test_only_the_report_prints(file: Path) -> None:
    assert ("print" in called(file)) is (place(file) == "cli/report.py")


@each_room
def test_only_the_last_net_catches_everything(file: Path) -> None:
    handlers = (n for n in ast.walk(tree(file)) if isinstance(n, ast.ExceptHandler))
    caught = {getattr(handler.type, "id", handler.type) for handler in handlers}
    assert not caught & {None, "Exception", "BaseException"}


def test_the_rules_have_next_to_no_exceptions() -> None:
    excuses = ("type: " + "ignore", "no" + "qa")
    lines = [line for file in EVERY_MODULE for line in lines_of(file)]
    excused = [line for line in lines if any(excuse in line for excuse in excuses)]
    assert len(excused) <= MOST_EXCEPTIONS_TO_RULES


def test_comments_are_few() -> None:
    lines = [line for file in EVERY_MODULE for line in lines_of(file)]
    comments = [line for line in lines if line.lstrip().startswith("#")]
    assert len(comments) / len(lines) <= MOST_COMMENTS_SHARE


def test_there_is_nearly_as_much_test_as_source() -> None:
    source = sum(len(lines_of(file)) for file in EVERY_MODULE)
    tests = sum(len(lines_of(file)) for file in TESTS.rglob("*.py"))
    assert tests / source >= LEAST_TESTS_SHARE


def lines_of(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines()


LOADED = """
import sys
from pmflash.cli.main import main
code = main(sys.argv[1:])
sys.stdout.write("\\n" + " ".join(sys.modules))
sys.exit(code)
"""


def modules_loaded_by(home: Path, *words: str) -> set[str]:
    """The modules that a process of its own has loaded after a command."""
    told = {
        "PMFLASH_HOME": str(home),
        "PMFLASH_CACHE": str(home / "cache"),
        "PMFLASH_NOW": "2026-01-05T08:00:00+01:00",
    }
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *words],
        env={**os.environ, **told},
        capture_output=True,
        check=True,
        timeout=60,
    )
    return {*done.stdout.splitlines()[-1].decode().split()}


@pytest.fixture(scope="module")
def warm_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose caches are made."""
    home = tmp_path_factory.mktemp("home")
    modules_loaded_by(home, "due", "--short")
    return home


SCREENLESS = (
    ("--help",),
    ("due",),
    ("due", "--help"),
    ("stats",),
    ("check",),
    ("compile",),
    ("doctor",),
    ("restore",),
    ("export", "anki-csv", "-o", "-"),
)


@pytest.mark.parametrize("words", SCREENLESS, ids=" ".join)
def test_a_command_without_a_screen_loads_no_screen(
    words: tuple[str, ...], warm_home: Path
) -> None:
    loaded = modules_loaded_by(warm_home, *words)
    assert "pmflash.cli.main" in loaded
    assert not loaded & {"textual", "rich"}


@pytest.mark.parametrize(
    "words", [("due",), ("due", "--json"), ("stats",), ("compile",)]
)
def test_with_warm_caches_nothing_is_compiled(
    words: tuple[str, ...], warm_home: Path
) -> None:
    loaded = modules_loaded_by(warm_home, *words)
    assert "pmflash.collection" in loaded
    assert not loaded & {"yaml", "pydantic", "simpleeval", "pmflash.compiler"}


def test_the_short_line_costs_next_to_nothing_with_warm_caches(warm_home: Path) -> None:
    loaded = modules_loaded_by(warm_home, "due", "--short")
    heavy = {"dataclasses", "sqlite3", "platformdirs", "yaml", "pydantic", "inspect"}
    assert "pmflash.storage.due_cache" in loaded
    assert not loaded & {*heavy, "pmflash.collection"}
