"""Every measure. Add one: write a function from places to a group, add one line."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import perf_counter

from tools.bench_home import (
    FLOORS,
    NEXT_CARDS,
    PMFLASH,
    PYTHON,
    Home,
    Places,
    output,
    plain_environ,
)
from tools.bench_table import Row, percentile
from tools.bench_terminal import Terminal, first_words, has_words, is_full

EVENTS = 20_000
FOOTER_WORD = " quit"
"""Stands in the footer, which Textual draws, and not in the first paint."""
ROOT = Path(__file__).parents[1]
_READING = """
import sys, yaml
for name in sys.argv[1:]:
    with open(name, encoding="utf-8") as file:
        yaml.load(file, yaml.CSafeLoader)
"""

Samples = dict[str, tuple[float, ...]]
"""What one run of one contestant gave, by the name of the quantity."""
Contestant = Callable[[], Samples]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table: whose quantity, by whose as the floor."""

    name: str
    contestant: str
    quantity: str = "ms"
    floor: str = ""
    aim: float | None = None
    unit: str = "ms"
    share: float | None = None
    """Only this percentile of each run's samples (0 to 1); None for all of them."""


@dataclass(frozen=True, slots=True)
class Group:
    """Contestants that are measured in turns, and what is told of them."""

    contestants: Mapping[str, Contestant]
    lines: tuple[Line, ...]
    runs_share: float = 1.0
    """Of the runs asked for; less for what takes many samples a run."""


def measured(group: Group, runs: int) -> list[Row]:
    """Return the rows of `group` after `runs` rounds; one round before warms up."""
    found: dict[str, list[Samples]] = {name: [] for name in group.contestants}
    for place in range(max(1, round(runs * group.runs_share)) + 1):
        for name, run in group.contestants.items():
            samples = run()
            if place:
                found[name].append(samples)
    return [_row(line, found) for line in group.lines]


def start(places: Places) -> Group:
    """From nothing to the first card, with the peak memory of the same runs."""
    lines = (
        Line("first card, built-in decks", "built-in", floor="empty", aim=1.2),
        _live("the same, keys live", "built-in"),
        Line("first card, 10,000 cards", "large", floor="empty", aim=1.3),
        _live("the same, keys live", "large"),
        _memory("peak memory, built-in decks", "built-in"),
        _memory("peak memory, 10,000 cards", "large"),
    )
    return Group(
        {
            "empty": partial(_empty_start, places),
            "built-in": partial(_review_start, places, places.builtin),
            "large": partial(_review_start, places, places.large),
        },
        lines,
    )


def due(places: Places) -> Group:
    """The line for a shell prompt."""
    words = [PMFLASH, "due", "--short"]
    builtin, large = places.builtin, places.large
    nothing = partial(_whole, [PYTHON, "-c", "pass"], plain_environ(places.folder))
    return Group(
        {
            "floor": nothing,
            "built-in": partial(_whole, words, builtin.environ),
            "large": partial(_whole, words, large.environ),
            "platform": partial(_whole, words, builtin.platform_environ),
        },
        (
            Line("due --short, built-in decks", "built-in", floor="floor", aim=4),
            Line("due --short, 10,000 cards", "large", floor="floor", aim=4),
            Line("the same, home of the platform", "platform", floor="floor"),
        ),
    )


def compiling(places: Places) -> Group:
    """10,000 cards, cold, in fresh processes."""
    home = places.large
    deck = str(home.folder / "home" / "decks" / "many.yaml")
    return Group(
        {
            "loader": partial(_worker, home, "load", deck),
            "unpaused": partial(_worker, home, "load-unpaused", deck),
            "compiler": partial(_worker, home, "compile", deck),
            "reading": partial(
                _whole, [PYTHON, "-c", _READING, *_content(home)], home.environ
            ),
            "compile": partial(_cold_compile, home),
        },
        (
            Line("compile, by yaml.load", "compiler", floor="loader", aim=1.5),
            Line("the same, collector off", "compiler", floor="unpaused"),
            Line("pmflash compile, no cache", "compile", floor="reading", aim=1.5),
        ),
        runs_share=0.4,
    )


def next_card(places: Places) -> Group:
    """From the rating key to the next prompt, over 50 cards a run."""
    lines = [
        Line(
            f"next card p{share:.0%}, {title}".replace("%", ""),
            name,
            floor="text",
            share=share,
        )
        for name, title in (("built-in", "built-in decks"), ("large", "10,000 cards"))
        for share in (0.5, 0.99)
    ]
    return Group(
        {
            "fsync": partial(_worker, places.builtin, "fsync"),
            "text": partial(_texts, places),
            "built-in": partial(_answers, places, places.builtin),
            "large": partial(_answers, places, places.large),
        },
        (*lines, Line("fsync of one line, alone", "fsync")),
        runs_share=0.2,
    )


def replay(places: Places) -> Group:
    """The review log, read and replayed."""
    work = partial(_worker, places.builtin, "replay", str(EVENTS))
    name = f"{EVENTS:,} events, a second"
    return Group({"replay": work}, (Line(name, "replay", unit="/s"),), runs_share=0.4)


GROUPS: dict[str, Callable[[Places], Group]] = {
    "start": start,
    "due": due,
    "compile": compiling,
    "next": next_card,
    "replay": replay,
}


def _live(name: str, contestant: str) -> Line:
    return Line(name, contestant, "live", floor="empty")


def _memory(name: str, contestant: str) -> Line:
    return Line(name, contestant, "MB", floor="empty", unit="MB")


def _row(line: Line, found: Mapping[str, list[Samples]]) -> Row:
    def samples(contestant: str) -> tuple[float, ...]:
        runs = [run[line.quantity] for run in found.get(contestant, ())]
        if line.share is None:
            return tuple(sample for run in runs for sample in run)
        return tuple(percentile(run, line.share) for run in runs)

    floor = samples(line.floor)
    return Row(line.name, line.unit, samples(line.contestant), floor, line.aim)


def _whole(words: list[str], environ: dict[str, str]) -> Samples:
    start = perf_counter()
    output(words, environ)
    return {"ms": ((perf_counter() - start) * 1000,)}


def _content(home: Home) -> list[str]:
    """Return every file that compiling reads: the built-in ones and the home's."""
    roots = (ROOT, home.folder / "home")
    folders = [root / name for root in roots for name in ("seeds", "decks")]
    return [str(file) for folder in folders for file in sorted(folder.glob("*.yaml"))]


def _cold_compile(home: Home) -> Samples:
    home.forget_cards()
    return _whole([PMFLASH, "compile"], home.environ)


def _worker(home: Home, *words: str) -> Samples:
    return {"ms": (float(home.asks(*words)),)}


def _empty_start(places: Places) -> Samples:
    environ = plain_environ(places.folder)
    terminal = Terminal([PYTHON, FLOORS, "empty"], environ)
    milliseconds = (terminal.seconds_until(is_full) * 1000,)
    terminal.settle()
    memory = (terminal.close(b"\x11"),)
    return {"ms": milliseconds, "live": milliseconds, "MB": memory}


def _review_start(places: Places, home: Home) -> Samples:
    prompt = places.prompts[home.folder.name][0]
    terminal = Terminal([PMFLASH, "review"], home.environ)
    painted = terminal.seconds_until(has_words(first_words(prompt)))
    live = terminal.seconds_until(has_words(FOOTER_WORD))
    terminal.settle()
    memory = (terminal.close(b"q"),)
    return {"ms": (painted * 1000,), "live": (live * 1000,), "MB": memory}


def _texts(places: Places) -> Samples:
    environ = plain_environ(places.folder)
    terminal = Terminal([PYTHON, FLOORS, "next"], environ)
    terminal.seconds_until(has_words("text number 0."))
    texts = [f"text number {number}." for number in range(1, NEXT_CARDS + 1)]
    seconds = [_pressed(terminal, b"3", text) for text in texts]
    terminal.close(b"\x11")
    return {"ms": tuple(each * 1000 for each in seconds)}


def _answers(places: Places, home: Home) -> Samples:
    home.forget_reviews()
    first, *later = map(first_words, places.prompts[home.folder.name])
    terminal = Terminal([PMFLASH, "review"], home.environ)
    terminal.seconds_until(has_words(first))
    seconds = []
    for words in later[:NEXT_CARDS]:
        _pressed(terminal, b" ", "4 Easy")
        seconds.append(_pressed(terminal, b"3", words))
    terminal.close(b"q")
    home.forget_reviews()
    return {"ms": tuple(each * 1000 for each in seconds)}


def _pressed(terminal: Terminal, key: bytes, words: str) -> float:
    terminal.settle()
    terminal.press(key)
    return terminal.seconds_until(has_words(words))
