"""From the files of a home to cards: reading, compiling and caching, in that order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from pmflash.model.collector import collector_paused
from pmflash.model.compiled import Compiled
from pmflash.model.diagnostic import Diagnostic, Severity
from pmflash.model.settings import Settings
from pmflash.model.source_file import Role
from pmflash.model.study_day import study_day
from pmflash.model.text import one_line
from pmflash.storage.card_cache import save_cards
from pmflash.storage.cards import Cards, FreshCards
from pmflash.storage.content import Content, read_paths, read_sources
from pmflash.storage.locations import Locations, lasting_path

_NO_NOTES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Checked:
    """What `check` tells of the files it was pointed at."""

    compiled: Compiled
    file_count: int
    replaced: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FactPlace:
    """Where a fact stands that an author wrote."""

    path: str
    """As shown in messages; a file of the home can be opened by it."""
    line: int
    is_builtin: bool


def check_home(
    locations: Locations,
    stale_at: datetime | None = None,
    notes: Mapping[str, str] = _NO_NOTES,
) -> Checked:
    """Return what all built-in and own content becomes, compiled anew.

    With `stale_at`, a moment, it also names the facts past their date by then, and
    with `notes`, by the ids of cards, what the learner finds wrong with them.
    """
    content = read_sources(locations)
    compiled, settings = compile_sources(content, stale_at, True, notes)
    compiled = _with_setting_problems(locations, compiled, settings)
    compiled = _with_lost_notes(locations, compiled, notes)
    return Checked(compiled, len(content.sources), content.replaced)


def check_paths(
    locations: Locations, paths: Sequence[Path], stale_at: datetime | None = None
) -> Checked:
    """Return what the files at `paths` become beside the rest of the content.

    `stale_at` is what it is to `check_home`. Raises `UsageError` for a path where
    nothing is.
    """
    named = read_paths(paths)
    taken = {(source.role, source.id) for source in named.sources}
    others = (
        source
        for source in read_sources(locations).sources
        if (source.role, source.id) not in taken and source.role is not Role.SETTINGS
    )
    together = replace(named, sources=(*others, *named.sources))
    compiled, _ = compile_sources(together, stale_at, is_thorough=True)
    shown = {source.path for source in named.sources}
    shown |= {diagnostic.path for diagnostic in named.diagnostics}
    names = {one_line(source.id) for source in named.sources}
    return Checked(
        Compiled(
            tuple(
                each
                for each in compiled.cards
                if names & {each.fact.partition("/")[0], *each.decks}
            ),
            compiled.decks,
            tuple(each for each in compiled.diagnostics if each.path in shown),
        ),
        len(named.sources),
    )


def fact_place(locations: Locations, fact: str) -> FactPlace | None:
    """Return where the author of a fact, named by its full id, wrote it.

    None when it is in no file any more.
    """
    from pmflash.compiler.files import check_file
    from pmflash.compiler.read import read_document

    origin, _, name = fact.partition("/")
    for source in read_sources(locations).sources:
        source = replace(source, id=one_line(source.id))
        document = read_document(source)[0] if source.id == origin else None
        for filed in check_file(document).facts if document else ():
            if document is not None and filed.fact.id == name:
                line = document.line_of(filed.where)
                return FactPlace(source.path, line, source.is_builtin)
    return None


def compile_home(locations: Locations, stamp: str) -> Cards:
    """Return the cards of all built-in and own content, and cache them under `stamp`.

    Take `stamp` before calling, so that a later edit is never missed.
    """
    with collector_paused():
        compiled, settings, replaced = _compiled_home(locations)
        save_cards(locations, stamp, compiled, settings, replaced)
    return FreshCards(compiled, settings, replaced)


def uncached_cards(locations: Locations) -> Cards:
    """Return those cards as `compile_home` does, with no regard to any cache."""
    with collector_paused():
        return FreshCards(*_compiled_home(locations))


def _compiled_home(
    locations: Locations,
) -> tuple[Compiled, Settings, tuple[str, ...]]:
    content = read_sources(locations)
    compiled, settings = compile_sources(content)
    compiled = _with_setting_problems(locations, compiled, settings)
    return compiled, settings, content.replaced


def compile_sources(
    content: Content,
    stale_at: datetime | None = None,
    is_thorough: bool = False,
    notes: Mapping[str, str] = _NO_NOTES,
) -> tuple[Compiled, Settings]:
    """Return what `content` becomes, every problem with any of its files included.

    With `stale_at`, being past its date at that moment is a problem of a fact.
    `is_thorough` and `notes` are what they are to `compile_content`.
    """
    # The compiler's libraries cost as much to import as a small home to compile.
    from pmflash.compiler.compile import compile_content
    from pmflash.compiler.settings import read_settings

    settings, problems = Settings(), content.diagnostics
    for source in content.sources:
        if source.role is Role.SETTINGS:
            settings, found = read_settings(source)
            problems += found
    # A file's name goes into every card id, and anybody may have chosen it.
    sources = (
        replace(source, id=one_line(source.id))
        for source in content.sources
        if source.role is not Role.SETTINGS
    )
    stale_on = study_day(stale_at, settings.day_starts_at) if stale_at else None
    compiled = compile_content(sources, is_thorough, stale_on, notes)
    return _with(compiled, problems), settings


def _with(compiled: Compiled, problems: tuple[Diagnostic, ...]) -> Compiled:
    together = (*compiled.diagnostics, *problems)
    ordered = sorted(together, key=lambda each: (each.path, each.line, each.column))
    return replace(compiled, diagnostics=tuple(ordered))


def _with_setting_problems(
    locations: Locations, compiled: Compiled, settings: Settings
) -> Compiled:
    from pmflash.compiler.settings import unknown_decks

    known = {deck.id for deck in compiled.decks}
    path = lasting_path(locations.settings_file)
    return _with(compiled, unknown_decks(settings, known, path))


def _with_lost_notes(
    locations: Locations, compiled: Compiled, notes: Mapping[str, str]
) -> Compiled:
    known = {card.id for card in compiled.cards}
    return _with(
        compiled,
        tuple(
            Diagnostic(
                path=lasting_path(locations.progress),
                line=0,
                column=0,
                severity=Severity.WARNING,
                slug="noted",
                message=f"you noted on card `{one_line(card)}`, which is not there"
                f" now: {one_line(note)}",
                help="bring its fact back, or let `pmflash check --forget-lost` take"
                " such notes away",
            )
            for card, note in notes.items()
            if card not in known
        ),
    )
