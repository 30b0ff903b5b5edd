"""Every measure. Add one: write a function from places to a group, add one line."""

import json
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
    WORKER,
    Home,
    Places,
    output,
    plain_environ,
)
from tools.bench_table import Row, percentile
from tools.bench_terminal import Terminal, first_words, has_words, is_full

EVENTS = 20_000
REPLAY_US = 3.33
"""At 300,000 events a second. The floor is `json.loads` of the line alone."""
WORST = 0.99
KEY_AIM_MS = 16.0
"""One frame of a usual screen; at the worst percentile, on a quiet machine."""
_STATE = "progress/state.json"
QUIT = b"\x11"
"""Ctrl+Q, which leaves also where letters are text."""
FOOTER_WORD = " help"
"""Stands in the footer, which Textual draws, and not in the first paint."""
ROOT = Path(__file__).parents[1]
_OF_A_KEY = (
    ("ms", "next card"),
    ("answer", "answer"),
    *(
        (("cpu", "CPU of a next card"),)
        if Path("/proc/self/schedstat").exists()
        else ()
    ),
)
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
    """Only this percentile of all samples (0 to 1); None for all of them."""
    most: float | None = None
    """The largest amount that is good, in `unit`."""


@dataclass(frozen=True, slots=True)
class Group:
    """Contestants that are measured in turns, and what is told of them."""

    contestants: Mapping[str, Contestant]
    lines: tuple[Line, ...]
    runs_share: float = 1.0
    """Of the runs asked for; less for what takes many samples a run."""
    warms_up: bool = True
    """Whether the first round is thrown away."""


def measured(group: Group, runs: int) -> list[Row]:
    """Return the rows of `group` after `runs` rounds, and one before to warm up."""
    found: dict[str, list[Samples]] = {name: [] for name in group.contestants}
    rounds = max(1, round(runs * group.runs_share))
    for place in range(-group.warms_up, rounds):
        for name, run in group.contestants.items():
            samples = run()
            if place >= 0:
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
    """From a key to what it brings, over 100 cards of every home a run."""
    sittings = {
        f"{size:,} cards": partial(_answers, places, home)
        for size, home in places.studied.items()
    }
    lines = (
        *_key_lines("one text", "text", "ms", "echo"),
        *(
            line
            for quantity, name in _OF_A_KEY
            for size in sittings
            for line in _key_lines(
                f"{name}, {size}", size, quantity, "" if quantity == "cpu" else "text"
            )
        ),
    )
    return Group(
        {
            "fsync": partial(_worker, places.builtin, "fsync"),
            "echo": partial(_texts, places, "echo"),
            "text": partial(_texts, places, "next"),
            **sittings,
        },
        (*lines, Line("fsync of one line, alone", "fsync")),
        runs_share=0.2,
        warms_up=False,
    )


def replay(places: Places) -> Group:
    """Each of many events of a review log: read from the file, and replayed."""

    def replayed() -> Samples:
        found = json.loads(places.builtin.asks("replay", str(EVENTS)))
        return {name: (amount,) for name, amount in found.items()}

    def loaded() -> Samples:
        costs = replayed()["json"]
        return {"replay": costs, "both": costs}

    lines = (
        Line("an event replayed", "ours", "replay", "json", unit="µs", most=REPLAY_US),
        Line("an event read and replayed", "ours", "both", "json", unit="µs"),
    )
    return Group({"json": loaded, "ours": replayed}, lines, runs_share=0.4)


def many_reviews(places: Places) -> Group:
    """A start with 100,000 cards and 1,000,000 reviews; the floor has no review."""
    home = places.reviewed
    first = partial(_whole, [PYTHON, WORKER, "first"], home.environ)
    table = partial(_whole, [PMFLASH, "due"], home.environ)

    def without(name: str, run: Contestant) -> Samples:
        with home.without(name):
            return run()

    contestants: dict[str, Contestant] = {}
    lines: list[Line] = []
    for title, run in (("first card known", first), ("due", table)):
        contestants[f"{title}, none"] = partial(without, "progress", run)
        contestants[f"{title}, state"] = run
        contestants[f"{title}, log"] = partial(without, _STATE, run)
        floor = f"{title}, none"
        lines += [
            Line(f"{title}, with state.json", f"{title}, state", floor=floor),
            Line("the same, without", f"{title}, log", floor=floor),
        ]
    return Group(contestants, tuple(lines), runs_share=0.2)


GROUPS: dict[str, Callable[[Places], Group]] = {
    "start": start,
    "due": due,
    "compile": compiling,
    "next": next_card,
    "replay": replay,
    "reviews": many_reviews,
}


def _key_lines(name: str, contestant: str, quantity: str, floor: str) -> list[Line]:
    return [
        Line(
            f"{name}: p{round(share * 100)}",
            contestant,
            quantity,
            floor,
            share=share,
            most=KEY_AIM_MS if share == WORST else None,
        )
        for share in (0.5, 0.95, WORST)
    ]


def _live(name: str, contestant: str) -> Line:
    return Line(name, contestant, "live", floor="empty")


def _memory(name: str, contestant: str) -> Line:
    return Line(name, contestant, "MB", floor="empty", unit="MB")


def _row(line: Line, found: Mapping[str, list[Samples]]) -> Row:
    def samples(contestant: str) -> tuple[float, ...]:
        runs = [run[line.quantity] for run in found.get(contestant, ())]
        every = tuple(sample for run in runs for sample in run)
        is_whole = line.share is None or not every
        return every if is_whole else (percentile(every, line.share or 0),)

    ours, floor = samples(line.contestant), samples(line.floor)
    return Row(line.name, line.unit, ours, floor, line.aim, line.most)


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
    with Terminal([PYTHON, FLOORS, "empty"], environ) as terminal:
        milliseconds = (terminal.seconds_until(is_full) * 1000,)
        terminal.settle()
        memory = (terminal.close(QUIT),)
    return {"ms": milliseconds, "live": milliseconds, "MB": memory}


def _review_start(places: Places, home: Home) -> Samples:
    prompt = places.prompts(home)[0]
    with Terminal([PMFLASH, "review"], home.environ) as terminal:
        painted = terminal.seconds_until(has_words(first_words(prompt)))
        live = terminal.seconds_until(has_words(FOOTER_WORD))
        terminal.settle()
        memory = (terminal.close(QUIT),)
    return {"ms": (painted * 1000,), "live": (live * 1000,), "MB": memory}


def _texts(places: Places, floor: str) -> Samples:
    environ = plain_environ(places.folder)
    with Terminal([PYTHON, FLOORS, floor], environ) as terminal:
        terminal.seconds_until(has_words("text number 0."))
        texts = [f"text number {number}." for number in range(1, NEXT_CARDS)]
        times = tuple(_pressed(terminal, b"3", text) for text in texts)
        terminal.close(QUIT)
    return {"ms": times, "answer": times}


def _answers(places: Places, home: Home) -> Samples:
    home.forget_reviews()
    first, *later = map(first_words, places.prompts(home)[:NEXT_CARDS])
    turned: list[float] = []
    rated: list[float] = []
    worked: list[float] = []
    with Terminal([PMFLASH, "review"], home.environ) as terminal:
        terminal.seconds_until(has_words(first))
        terminal.seconds_until(has_words(FOOTER_WORD))
        for words in later:
            turned.append(_pressed(terminal, b" ", "4 Easy"))
            terminal.settle()
            before = terminal.cpu_ms()
            rated.append(_pressed(terminal, b"3", words))
            terminal.settle()
            worked.append(terminal.cpu_ms() - before)
        terminal.close(QUIT)
    home.forget_reviews()
    return {"ms": tuple(rated), "answer": tuple(turned), "cpu": tuple(worked)}


def _pressed(terminal: Terminal, key: bytes, words: str) -> float:
    """Return how many milliseconds a key takes to bring `words`."""
    terminal.settle()
    terminal.press(key)
    return terminal.seconds_until(has_words(words)) * 1000
