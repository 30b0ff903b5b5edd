"""What is measured inside a fresh process; prints one JSON value.

Give it `prompts`, `first`, `fsync`, `study COUNT`, `review CARDS COUNT`,
`replay COUNT`, or one of `compile`, `load` and `load-unpaused` with a file.
"""

import gc
import json
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from pmflash.model.event import Event


def prompts() -> list[str]:
    """Return the prompts of today's plan, in the order of asking."""
    from pmflash.clock import find_clock
    from pmflash.collection import Collection
    from pmflash.storage.locations import find_locations

    collection = Collection(find_locations(os.environ), find_clock(os.environ))
    plan = collection.session(collection.scope(())).plan
    return [collection.card(planned.id).prompt for planned in plan]


def first_prompt() -> str:
    """Return the prompt of the first card of today's plan."""
    from pmflash.clock import find_clock
    from pmflash.collection import Collection
    from pmflash.model.collector import collector_paused
    from pmflash.storage.locations import find_locations

    with collector_paused():
        collection = Collection(find_locations(os.environ), find_clock(os.environ))
        return collection.card(collection.session().plan[0].id).prompt


def reviewed(cards: str, count: str) -> int:
    """Give `cards` cards `count` reviews in all, and return how many are due now."""
    from tools.bench_log import steady_answers

    from pmflash.clock import find_clock
    from pmflash.collection import Collection
    from pmflash.storage.locations import find_locations

    locations = find_locations(os.environ)
    answers = steady_answers(int(cards), int(count))
    _write_journal(locations.progress / "reviews-year.jsonl", answers)
    collection = Collection(locations, find_clock(os.environ))
    collection.keep_snapshot(at_least=1)
    return len(collection.session().plan)


def compiled(file: str) -> float:
    """Return how many milliseconds the compiler takes for the deck `file`."""
    from pmflash.compiler.compile import compile_content
    from pmflash.model.source_file import Role, SourceFile

    raw = Path(file).read_bytes()

    def work() -> None:
        result = compile_content([SourceFile(Role.DECK, "many", file, raw)])
        if result.diagnostics or not result.cards:
            sys.exit(f"the deck has problems: {result.diagnostics[:3]}")

    return _milliseconds(work)


def loaded(file: str) -> float:
    """Return how many milliseconds the C loader of PyYAML takes for `file`."""
    import yaml

    text = Path(file).read_text(encoding="utf-8")
    return _milliseconds(lambda: yaml.load(text, yaml.CSafeLoader))


def loaded_unpaused(file: str) -> float:
    """Return the same without the garbage collector, as our compiler reads."""
    gc.disable()
    return loaded(file)


def studied(count: str) -> int:
    """Write the log of a year with `count` cards, and return how many answers it has.

    It is another device's, so that what this one answers can be forgotten.
    """
    from tools.bench_log import year_of_answers

    from pmflash.storage.locations import find_locations

    file = find_locations(os.environ).progress / "reviews-year.jsonl"
    return _write_journal(file, year_of_answers(int(count)))


def replayed(count: str) -> dict[str, float]:
    """Return how many microseconds each of `count` events costs, and one as JSON.

    It is a log of two years: every fiftieth answer is taken back.
    """
    from tools.bench_log import mixed_events

    from pmflash.scheduling.registry import SCHEDULERS
    from pmflash.storage.journal import Journals
    from pmflash.storage.journal_line import encode_event
    from pmflash.storage.locations import find_locations
    from pmflash.study.history import History

    locations = find_locations(os.environ)
    lines = [*map(encode_event, mixed_events(int(count)))]
    history = History(SCHEDULERS[0])

    def replay(events: "Iterable[Event]") -> None:
        history.add(events)
        for card in history.reviewed_cards():
            history.standing(card)

    file = locations.progress / "reviews-bench.jsonl"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"".join(lines))
    try:
        as_json = _milliseconds(lambda: [*map(json.loads, lines)])
        start = perf_counter()
        events = Journals(locations).read_new()
        read = (perf_counter() - start) * 1000
        replay_only = _milliseconds(lambda: replay(events))
    finally:
        file.unlink()
    each = 1000 / len(lines)
    return {
        "json": as_json * each,
        "replay": replay_only * each,
        "both": (read + replay_only) * each,
    }


def synced() -> float:
    """Return how many milliseconds one line costs that is on disk afterwards."""
    file = Path(os.environ["PMFLASH_HOME"], "fsync.tmp")
    rounds = 50

    def work() -> None:
        for _ in range(rounds):
            descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
            os.write(descriptor, b"x" * 250 + b"\n")
            os.fsync(descriptor)
            os.close(descriptor)

    try:
        return _milliseconds(work) / rounds
    finally:
        file.unlink()


def _write_journal(file: Path, answers: "Iterable[tuple[int, date]]") -> int:
    from pmflash.model.event import Event, EventKind
    from pmflash.model.rating import Rating
    from pmflash.storage.journal_line import encode_event, encode_header

    file.parent.mkdir(parents=True, exist_ok=True)
    lines = [encode_header(file.stem.removeprefix("reviews-"))]
    for place, (number, day) in enumerate(answers):
        event = Event(
            id=f"{place:016x}",
            kind=EventKind.REVIEW,
            card=f"many/case-{number:05}/answer",
            at=f"{day}T08:00:00.{place % 1000000:06}Z",
            offset_minutes=60,
            day=day,
            rating=Rating.GOOD,
            quality=4,
            milliseconds=4000,
        )
        lines.append(encode_event(event))
    file.write_bytes(b"".join(lines))
    return len(lines) - 1


def _milliseconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


WORK: dict[str, Callable[..., object]] = {
    "prompts": prompts,
    "first": first_prompt,
    "study": studied,
    "review": reviewed,
    "compile": compiled,
    "load": loaded,
    "load-unpaused": loaded_unpaused,
    "replay": replayed,
    "fsync": synced,
}

if __name__ == "__main__":
    sys.path.append(str(Path(__file__).parents[1]))
    print(json.dumps(WORK[sys.argv[1]](*sys.argv[2:])))
