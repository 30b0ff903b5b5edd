"""Content files as they are and as they would be, held against each other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from pmflash.content import compile_sources, uncached_cards
from pmflash.log import scheduler_of
from pmflash.model.card import Card
from pmflash.model.diagnostic import Diagnostic
from pmflash.model.failure import StorageError
from pmflash.model.source_file import Role, SourceFile
from pmflash.model.study_day import study_day
from pmflash.storage.card_cache import load_last_cards
from pmflash.storage.cards import Cards, FreshCards
from pmflash.storage.content import Content, read_paths, read_sources
from pmflash.storage.journal import Journals
from pmflash.storage.locations import Locations, builtin_folder
from pmflash.study.changes import Changes, Told, changes
from pmflash.study.replays import Replays
from pmflash.study.succession import Side, flow_of


class Compared(StrEnum):
    """What the files are held against."""

    LAST_READ = "last-read"
    """The cards of the last command that read the files."""
    PRESENT = "present-files"
    """The files of the home and the built-in ones, without those named."""
    LOG = "log"
    """Only the cards with progress: nothing else is known from before the edit."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What an edit does."""

    changes: Changes
    compared: Compared
    diagnostics: tuple[Diagnostic, ...]
    """What is wrong with the files after it."""
    placed: tuple[tuple[str, str], ...] = ()
    """The files named, each with the one whose place it takes; empty for none."""


def edit(locations: Locations, paths: Sequence[Path], now: datetime) -> Edit:
    """Return what the files have changed since they were last read, or reviewed.

    Of `paths` inside the home, only the cards of those files are told. Any other file
    is taken as what would stand in the place of the file of its name. Raises
    `UsageError` for a path where nothing is, `StorageError` for an unusable home.
    """
    if not all(_is_in_use(path, locations) for path in paths):
        return _planned(locations, paths, now)
    named = frozenset(source.id for source in read_paths(paths).sources)
    names = named if paths else None
    after = uncached_cards(locations)
    last = _last_cards(locations)
    if last is not None:
        found = _edit(locations, last, after, Compared.LAST_READ, now, names)
        if not found.changes.is_nothing:
            return found
    # A shell prompt may have read the edited files already.
    return _edit(locations, None, after, Compared.LOG, now, names)


def _is_in_use(path: Path, locations: Locations) -> bool:
    """Tell whether the file or folder at `path` is read at every start."""
    try:
        path, home = path.resolve(), locations.home.resolve()
    except RuntimeError:
        # A link that leads back to itself is read as what it is: nothing.
        return False
    return path in {home, home / locations.settings_file.name} or any(
        path.is_relative_to(root / name)
        for root in (home, builtin_folder().resolve())
        for name in ("seeds", "decks")
    )


def _planned(locations: Locations, paths: Sequence[Path], now: datetime) -> Edit:
    present, named = read_sources(locations), read_paths(paths)
    there = {(source.role, source.id): source for source in present.sources}
    new = {(each.role, each.id): each for each in _in_roles(named.sources, there)}
    after = replace(
        present,
        sources=tuple(sorted({**there, **new}.values(), key=_order)),
    )
    placed = tuple(
        (source.path, there[key].path if key in there else "")
        for key, source in new.items()
    )
    before = _cards(present)
    found = _edit(locations, before, _cards(after), Compared.PRESENT, now, None)
    shown = {source.path for source in named.sources}
    told = (each for each in found.diagnostics if each.path in shown)
    return replace(found, placed=placed, diagnostics=(*named.diagnostics, *told))


def _in_roles(
    sources: Iterable[SourceFile], there: Iterable[tuple[Role, str]]
) -> Iterable[SourceFile]:
    """Yield `sources`, taking for a seed what stands in no folder of decks.

    Only when there is a seed of its name, and it studies nothing as decks do.
    """
    from pmflash.compiler.read import read_document

    for source in sources:
        is_draft = Path(source.path).parent.name != "decks"
        if is_draft and source.role is Role.DECK and (Role.SEED, source.id) in there:
            document, _ = read_document(source)
            if document is None or "study" not in document.content:
                source = replace(source, role=Role.SEED)
        yield source


def _order(source: SourceFile) -> tuple[int, str]:
    return tuple(Role).index(source.role), source.id


def _cards(content: Content) -> FreshCards:
    compiled, settings = compile_sources(content)
    return FreshCards(compiled, settings, content.replaced)


def _last_cards(locations: Locations) -> Cards | None:
    last = load_last_cards(locations)
    try:
        return last if last is None or [*last.cards()] else None
    except StorageError:
        return None


def _edit(
    locations: Locations,
    before: Cards | None,
    after: Cards,
    compared: Compared,
    now: datetime,
    names: frozenset[str] | None,
) -> Edit:
    replays = Replays(Journals(locations).read_new(), scheduler_of(after.settings))
    there = {card.id: card for card in after.cards()}
    if before is None:
        # Of a card that was reviewed nothing but its id is known.
        renames = after.renames
        known = dict.fromkeys((*there, *replays.cards(renames)))
    else:
        renames = before.renames
        known = {card.id: card for card in before.cards()}
    old = Side(known, replays.by(renames), renames)
    new = Side(there, replays.by(after.renames), after.renames)
    flow = flow_of(replays.cards(), old, new)
    today = study_day(now, after.settings.day_starts_at)
    found = changes(old, new, flow, today, _is_of(names))
    return Edit(found, compared, after.diagnostics)


def _is_of(names: frozenset[str] | None) -> Told:
    """Return what tells whether a card comes from a file called by one of `names`."""

    def is_of(name: str, card: Card | None) -> bool:
        return (
            names is None
            or name.partition("/")[0] in names
            or (card is not None and not names.isdisjoint(card.decks))
        )

    return is_of
