"""What the facts of all files state, for those facts that are made from others."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from pmflash.compiler.check import told_of
from pmflash.compiler.files import CheckedFile
from pmflash.model.measured import Measured, Peers


def peers_of(files: Sequence[CheckedFile]) -> Peers:
    """Return what all facts state, by measure; nothing where no fact asks for it.

    What is wrong with how facts refer to it goes to the problems of their files.
    """
    asking = [
        (file, filed)
        for file in files
        for filed in file.facts
        if filed.fact.needs_peers
    ]
    peers = _stated_by_measure(files) if asking else {}
    for file, filed in asking:
        file.problems += (
            told_of(problem, filed.where)
            for problem in filed.fact.problems_among(peers)
        )
    return peers


def _stated_by_measure(files: Iterable[CheckedFile]) -> Peers:
    found: defaultdict[str, list[Measured]] = defaultdict(list)
    for file in files:
        for filed in file.facts:
            for measured in filed.fact.measured(filed.origin):
                found[measured.measure].append(measured)
    return {measure: tuple(stated) for measure, stated in found.items()}
