"""Measure pmflash against its floors: `python tools/bench.py [--runs N]`.

Everything is measured in whole processes, floor and pmflash in turns, so that a
noisy machine is noisy to both. What counts is the ratio; milliseconds are for
information, but for the keys: there a person feels milliseconds, and the aim is one.
The tool says what is over its aim and ends with 0 all the same; it ends with 1 only
when something could not be measured.

* *Painted*, for pmflash, is the moment when the bytes that hold the words of the
  card's prompt have arrived from the pseudo terminal. The empty app has no words:
  for it, it is the moment when as many cells as the terminal has were drawn.
* *First card* is painted in plain ANSI before Textual is loaded: the prompt can be
  read, and keys typed from then on are kept. *Keys live* is the moment when the
  footer's words have arrived as well: Textual has drawn the card and obeys the keys.
* *Next card* is the time from writing the key `3`, with the answer shown, to the
  arrival of the next prompt, the answer being on disk by then. *Answer* is the time
  from the key `space` to the arrival of the buttons. Both are measured in homes of
  100, 10,000 and 100,000 cards that were studied for a year. Their floor is an app
  that does nothing but put another text into its one Static; an *echo* has no Textual
  either. *CPU of a next card* is what the program itself worked for that key, all
  that comes after the paint included: waiting for other programs is not in it. Each
  key waits until the program has drawn nothing for a while, so that it measures one
  key and not a queue.
* *Reviews* are a million, of 100,000 cards. Their floor is the same start without any;
  `due` without `state.json` also makes a new one. Setting up takes minutes.
* *Peak memory* is what the kernel says when the process has ended.
"""

import argparse
import signal
import sys
import tempfile
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).parents[1]
DEFAULT_RUNS = 15


def main() -> int:
    """Measure, print the table, and return what the shell is told."""
    sys.path.insert(0, str(ROOT))
    from tools.bench_home import Places
    from tools.bench_measures import GROUPS, measured
    from tools.bench_table import table
    from tools.bench_terminal import BenchError

    parser = argparse.ArgumentParser(description="Measure pmflash against its floors.")
    parser.add_argument("--runs", type=int, default=DEFAULT_RUNS, help="rounds (15)")
    parser.add_argument("--only", help="one group: " + ", ".join(GROUPS))
    arguments = parser.parse_args()
    # So that what was started is ended, also when somebody ends this tool.
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _leave)
    names = [arguments.only] if arguments.only else list(GROUPS)
    try:
        with tempfile.TemporaryDirectory(prefix="pmflash-bench-") as folder:
            places = Places(Path(folder))
            for name in names:
                rows = measured(GROUPS[name](places), max(1, arguments.runs))
                print("\n".join(table(name, rows)), flush=True)
    except (BenchError, OSError, KeyError) as error:
        print(f"bench: could not measure: {error}", file=sys.stderr)
        return 1
    return 0


def _leave(number: int, frame: FrameType | None) -> None:
    sys.exit(128 + number)


if __name__ == "__main__":
    sys.exit(main())
