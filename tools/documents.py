"""Holds the built-in content against the documents that it restates.

Usage: python tools/documents.py FOLDER_OF_DOCUMENTS [--list]

Tells which sentences no fact cites, which facts cite a sentence that is not there, and
which wording of six words or more stands in both. `--list` prints every sentence with
the facts that cite it. The documents are not part of this repository.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]


def main(arguments: Sequence[str]) -> int:
    """Print what is found; 1 when anything is wrong, 2 when nothing can be compared."""
    sys.path.insert(0, str(ROOT))
    from tools.citations import report
    from tools.overlap import shared_wording
    from tools.sentences import documents

    folders = [Path(word) for word in arguments if not word.startswith("-")]
    found = documents(folders[0]) if len(folders) == 1 else {}
    if not found:
        print("usage: python tools/documents.py FOLDER [--list]", file=sys.stderr)
        return 2
    faults: list[str] = []
    for seed, sentences in found.items():
        lines, wrong = report(seed, sentences, "--list" in arguments)
        for line in (*lines, *wrong):
            print(line)
        faults += wrong
    shared = [f"shared wording: {line}" for line in shared_wording(folders[0])]
    for line in shared:
        print(line)
    count = sum(len(sentences) for sentences in found.values())
    print(f"{len(found)} documents, {count} sentences, {len(faults + shared)} faults.")
    return 1 if faults or shared else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
