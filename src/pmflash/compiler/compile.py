"""All content files to cards in study order, and everything that is wrong."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from pmflash.compiler.files import CheckedFile, FiledFact, check_file
from pmflash.compiler.noted import add_noted
from pmflash.compiler.peers import peers_of
from pmflash.compiler.read import read_document
from pmflash.compiler.references import add_unknown_facts
from pmflash.compiler.renames import renames_of
from pmflash.compiler.selection import selected_facts
from pmflash.compiler.stale import add_stale
from pmflash.compiler.words import quoted
from pmflash.model.audited import Audited
from pmflash.model.card import Card
from pmflash.model.collector import collector_paused
from pmflash.model.compiled import Compiled
from pmflash.model.deck import Deck
from pmflash.model.diagnostic import Diagnostic, Problem, Severity
from pmflash.model.source_file import Role, SourceFile

_NO_NOTES: Mapping[str, str] = MappingProxyType({})


def compile_content(
    sources: Iterable[SourceFile],
    is_thorough: bool = False,
    stale_on: date | None = None,
    notes: Mapping[str, str] = _NO_NOTES,
) -> Compiled:
    """Return the cards of all seeds and decks among `sources`, decks in their order.

    `is_thorough` also finds figures that do not add up, and cards that are not good
    ones: work for authors, which learners need not wait for. `stale_on` is a day;
    facts that are past their date on it are found too. `notes` are what the learner
    finds wrong with cards, by their ids.
    """
    with collector_paused():
        return _Compilation(tuple(sources), is_thorough, stale_on, notes).compiled()


@dataclass(slots=True)
class _Compilation:
    sources: tuple[SourceFile, ...]
    is_thorough: bool
    stale_on: date | None
    notes: Mapping[str, str]
    files: list[CheckedFile] = field(default_factory=list)
    seeds: dict[str, CheckedFile | None] = field(default_factory=dict)
    lost_ids: set[str] = field(default_factory=set)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def compiled(self) -> Compiled:
        """Return everything that the sources make."""
        self._read()
        _drop_shared_ids(self.files)
        add_unknown_facts(self.files, self.lost_ids)
        renames = renames_of(self.files)
        studied = [
            (file, selected_facts(file, self.seeds))
            for file in self.files
            if file.document.source.role is Role.DECK
        ]
        cards = self._cards(studied)
        for file in self.files:
            _drop_twin_cards(file, cards)
        self._offer_choices(cards)
        audited: tuple[Audited, ...] = ()
        if self.is_thorough:
            # A learner's start must not wait for the import of what authors need.
            from pmflash.compiler.audit import add_unexplained, all_found
            from pmflash.compiler.lint import add_lint

            found = all_found(self.files)
            audited = tuple(each.audited for each in found)
            add_unexplained(found)
            add_lint(self.files, cards)
        if self.stale_on:
            add_stale(self.files, self.stale_on)
        if self.notes:
            add_noted(self.files, cards, self.notes)
        decks = tuple(_deck(file, facts, cards) for file, facts in studied)
        for file in self.files:
            self.diagnostics += file.document.diagnostics(file.problems)
        made = tuple(card for group in cards.values() for card in group)
        return Compiled(made, decks, _in_order(self.diagnostics), audited, renames)

    def _read(self) -> None:
        for source in self.sources:
            if source.role is Role.SETTINGS:
                continue
            document, diagnostics = read_document(source)
            self.diagnostics += diagnostics
            file = check_file(document) if document is not None else None
            if file is None:
                self.lost_ids.add(source.id)
            else:
                self.files.append(file)
            if source.role is Role.SEED:
                self.seeds.setdefault(source.id, file)

    def _offer_choices(self, cards: dict[FiledFact, tuple[Card, ...]]) -> None:
        asking = [
            (file, filed)
            for file in self.files
            for filed in file.facts
            if filed.fact.mode
        ]
        if asking:
            # Few facts ask for it, and others need not wait for its import.
            from pmflash.compiler.distractors import offer_choices

            offer_choices(asking, cards)

    def _cards(
        self, studied: list[tuple[CheckedFile, tuple[FiledFact, ...]]]
    ) -> dict[FiledFact, tuple[Card, ...]]:
        decks: defaultdict[FiledFact, list[str]] = defaultdict(list)
        for file, facts in studied:
            for filed in facts:
                decks[filed].append(file.origin.id)
        for file in self.files:
            for filed in file.facts:
                decks.setdefault(filed, [])
        peers = peers_of(self.files)
        return {
            filed: tuple(filed.fact.cards(filed.origin, tuple(names), peers))
            for filed, names in decks.items()
        }


def _drop_shared_ids(files: list[CheckedFile]) -> None:
    """Take out facts whose full name an earlier file has used."""
    first_by_origin: dict[str, list[CheckedFile]] = defaultdict(list)
    for file in files:
        for earlier in first_by_origin[file.origin.id]:
            _drop_ids_of(earlier, file)
        first_by_origin[file.origin.id].append(file)


def _drop_ids_of(earlier: CheckedFile, file: CheckedFile) -> None:
    where_by_id = {filed.fact.id: filed.where for filed in earlier.facts}
    kept = []
    for filed in file.facts:
        first = where_by_id.get(filed.fact.id)
        if first is None:
            kept.append(filed)
            continue
        name = f"{file.origin.id}/{filed.fact.id}"
        line = earlier.document.line_of((*first, "id"))
        file.problems.append(
            Problem(
                (*filed.where, "id"),
                "repeated-id",
                f"{quoted(name)} is already the name of a fact in "
                f"{earlier.document.source.path}, line {line}",
                "give this fact another id",
            )
        )
    file.facts = kept


def _drop_twin_cards(
    file: CheckedFile, cards: dict[FiledFact, tuple[Card, ...]]
) -> None:
    """Take out what a fact would file under one card id twice."""
    for filed in file.facts:
        by_id: dict[str, Card] = {}
        for card in cards[filed]:
            if card.id in by_id:
                file.problems.append(_twin_card(filed, card))
            by_id.setdefault(card.id, card)
        if len(by_id) < len(cards[filed]):
            cards[filed] = tuple(by_id.values())


def _twin_card(filed: FiledFact, card: Card) -> Problem:
    return Problem(
        filed.where,
        "repeated-card",
        f"two cards of this fact would both be {quoted(card.id)}",
        "reword one of its parts, or give it a `key:` of its own",
    )


def _deck(
    file: CheckedFile,
    facts: tuple[FiledFact, ...],
    cards: dict[FiledFact, tuple[Card, ...]],
) -> Deck:
    content = file.document.content
    if not content.get("study") and not content.get("facts"):
        file.problems.append(
            Problem(
                (),
                "empty-deck",
                f"deck {quoted(file.origin.id)} has nothing to study",
                "add `study:` with a seed, or `facts:` with cards of your own",
                Severity.WARNING,
            )
        )
    count = sum(len(cards[filed]) for filed in facts)
    return Deck(file.origin.id, file.title, file.document.source.path, count)


def _in_order(diagnostics: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort by place; an empty field needs no second message about its comment."""
    empty = {(d.path, d.line) for d in diagnostics if d.slug == "empty-field"}
    told = (
        found
        for found in diagnostics
        if found.slug != "comment-not-text" or (found.path, found.line) not in empty
    )
    return tuple(sorted(told, key=lambda found: (found.path, found.line, found.column)))
