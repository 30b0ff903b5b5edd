"""The homes to measure: of the built-in decks alone, and of up to 100,000 cards."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from itertools import count, cycle, islice
from pathlib import Path

from tools.bench_log import TODAY
from tools.bench_terminal import BenchError

CARDS = 10_000
SIZES = (100, 10_000, 100_000)
"""Cards of the homes that were studied for a year."""
NEXT_CARDS = 100
"""Cards of one sitting; all homes have as many due."""
MOST_CARDS, MOST_REVIEWS = 100_000, 1_000_000
PYTHON = sys.executable
PMFLASH = str(Path(sys.executable).with_name("pmflash"))
WORKER = str(Path(__file__).with_name("bench_worker.py"))
FLOORS = str(Path(__file__).with_name("bench_floors.py"))

_SUBJECTS = ("model drift", "a data contract", "label noise", "an offline metric")
_DEEDS = ("slows a launch down", "wins the panel over", "raises the cost of serving")
_TAIL = (
    "because the team measures it once a week, agrees on a threshold with the data "
    "scientists, and writes down beforehand who decides when it is crossed"
)


@dataclass(frozen=True, slots=True)
class Home:
    """One learner's folders, and how a program finds them."""

    folder: Path

    @property
    def environ(self) -> dict[str, str]:
        """The environment of a program that works in this home."""
        return {
            **plain_environ(self.folder),
            "PMFLASH_HOME": str(self.folder / "home"),
            "PMFLASH_CACHE": str(self.folder / "cache"),
            "PMFLASH_DEVICE": "bench",
            "PMFLASH_NOW": f"{TODAY}T08:00:00+00:00",
        }

    @property
    def platform_environ(self) -> dict[str, str]:
        """The same for a program that looks where the platform keeps things."""
        return {
            **plain_environ(self.folder),
            "XDG_DATA_HOME": str(self.folder / "data"),
            "XDG_CACHE_HOME": str(self.folder / "xdg-cache"),
            "XDG_STATE_HOME": str(self.folder / "state"),
        }

    def forget_reviews(self) -> None:
        """Let the next sitting ask the same cards again."""
        file = self.folder / "home" / "progress" / "reviews-bench.jsonl"
        file.unlink(missing_ok=True)

    @contextmanager
    def without(self, name: str) -> Iterator[None]:
        """Run the block while the file or folder `name` of the home is elsewhere."""
        path, aside = self.folder / "home" / name, self.folder / "aside"
        path.rename(aside)
        try:
            yield
        finally:
            # A program in the block may have made it again.
            path.unlink(missing_ok=True)
            aside.rename(path)

    def forget_cards(self) -> None:
        """Let the next start compile everything anew."""
        for file in (self.folder / "cache").rglob("*.sqlite"):
            file.unlink()

    def asks(self, *words: str) -> str:
        """Return what the worker prints about this home."""
        return output([PYTHON, WORKER, *words], self.environ)


class Places:
    """A folder for everything that a run needs, filled when it is asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._prompts: dict[str, tuple[str, ...]] = {}

    @cached_property
    def builtin(self) -> Home:
        """A home with nothing of its own, its caches warm."""
        return self._home("builtin", "")

    @cached_property
    def large(self) -> Home:
        """A home with 10,000 cards of its own, its caches warm."""
        return self._home("large", deck_text(CARDS))

    @cached_property
    def studied(self) -> dict[int, Home]:
        """Homes studied for a year, by how many cards they have; caches warm."""
        return {size: self._studied(size) for size in SIZES}

    def prompts(self, home: Home) -> tuple[str, ...]:
        """Return what a home asks today, in the order of asking."""
        name = home.folder.name
        if name not in self._prompts:
            self._prompts[name] = tuple(json.loads(home.asks("prompts")))
        return self._prompts[name]

    def _studied(self, size: int) -> Home:
        home = self._home(f"studied-{size}", deck_text(size), "decks: [many]\n")
        home.asks("study", str(size))
        return home

    @cached_property
    def reviewed(self) -> Home:
        """A home with as many cards and reviews as anybody has, its caches warm."""
        home = self._folders("reviewed", deck_text(MOST_CARDS))
        home.asks("review", str(MOST_CARDS), str(MOST_REVIEWS))
        return home

    def _home(self, name: str, deck: str, settings: str = "") -> Home:
        home = self._folders(name, deck, settings)
        for environ in (home.environ, home.platform_environ):
            output([PMFLASH, "due", "--short"], environ)
        return home

    def _folders(self, name: str, deck: str, settings: str = "") -> Home:
        home = Home(self.folder / name)
        inside = home.folder / "home"
        (inside / "decks").mkdir(parents=True)
        (home.folder / "data" / "pmflash").mkdir(parents=True)
        (inside / "settings.yaml").write_text(settings, encoding="utf-8")
        if deck:
            (inside / "decks" / "many.yaml").write_text(deck, encoding="utf-8")
        return home


def output(words: list[str], environ: dict[str, str]) -> str:
    """Return what a program prints; raises `BenchError` when it fails."""
    done = subprocess.run(
        words, env=environ, capture_output=True, text=True, timeout=600
    )
    if done.returncode:
        raise BenchError(f"{words} ended with {done.returncode}: {done.stderr[-500:]}")
    return done.stdout


def plain_environ(folder: Path) -> dict[str, str]:
    """Return an environment that is the same for every program measured."""
    return {
        "PATH": os.environ.get("PATH", ""),
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
    }


def deck_text(size: int) -> str:
    """Return a deck of `size` plain facts of usual length, always the same."""
    return "title: Many\nfacts:\n" + "".join(islice(_facts(), size))


def _facts() -> Iterator[str]:
    subjects, deeds = cycle(_SUBJECTS), cycle(_DEEDS)
    for number in count():
        subject, deed = next(subjects), next(deeds)
        yield (
            f"  - id: case-{number:05}\n"
            f"    q: In case {number}, what is it about {subject} that {deed}?\n"
            f"    a: Number {number * 7 % 1000}, {_TAIL[: 90 + number % 60]}\n"
            f"    tags: [case, {subject.split()[-1]}]\n"
        )
