"""What a deck studies: the facts of seeds, chosen by kind, tag and id."""

from collections.abc import Iterator, Mapping

from pmflash.compiler.events import Value
from pmflash.compiler.fields import checked
from pmflash.compiler.files import CheckedFile, FiledFact, Selection
from pmflash.compiler.mistakes import Subject
from pmflash.compiler.words import did_you_mean, quoted
from pmflash.facts.registry import KIND_BY_NAME
from pmflash.model.diagnostic import Problem, Severity, Where

Seeds = Mapping[str, CheckedFile | None]
"""Seeds by id; None for one that could not be read."""


def selected_facts(deck: CheckedFile, seeds: Seeds) -> tuple[FiledFact, ...]:
    """Return the facts that `deck` studies, each once, its own ones last.

    What is wrong with the selections goes to the problems of `deck`.
    """
    found: dict[FiledFact, None] = {}
    damaged = {place[:2] for place in deck.document.damaged}
    for position, raw in enumerate(deck.study):
        where: Where = ("study", position)
        if where not in damaged:
            found.update(dict.fromkeys(_selected(deck, raw, where, seeds)))
    found.update(dict.fromkeys(deck.facts))
    return tuple(found)


def _selected(
    deck: CheckedFile, raw: Value, where: Where, seeds: Seeds
) -> list[FiledFact]:
    if not isinstance(raw, dict):
        deck.problems.append(_not_a_selection(raw, where))
        return []
    subject = Subject(f"this selection of deck {quoted(deck.origin.id)}", where)
    selection, problems = checked(Selection, raw, subject)
    deck.problems += problems
    if selection is None:
        return []
    if selection.seed not in seeds:
        deck.problems.append(_unknown_seed(deck, selection.seed, where, seeds))
        return []
    seed = seeds[selection.seed]
    if seed is None:
        return []
    deck.problems += _unknown_choices(selection, seed, where)
    return [filed for filed in seed.facts if _is_selected(filed, selection)]


def _is_selected(filed: FiledFact, selection: Selection) -> bool:
    fact = filed.fact
    tags = {*filed.origin.tags, *fact.tags}
    return (
        (not selection.kinds or fact.kind_name in selection.kinds)
        and (not selection.tags or not tags.isdisjoint(selection.tags))
        and (not selection.facts or fact.id in selection.facts)
    )


def _unknown_choices(
    selection: Selection, seed: CheckedFile, where: Where
) -> Iterator[Problem]:
    name = quoted(seed.origin.id)
    for position, kind in enumerate(selection.kinds):
        if kind not in KIND_BY_NAME:
            yield Problem(
                (*where, "kinds", position),
                "unknown-kind",
                f"the selection names kind {quoted(kind)}, which pmflash does not know",
                did_you_mean(kind, KIND_BY_NAME, "kinds"),
            )
    facts = {*seed.declared, *(filed.fact.id for filed in seed.facts)}
    for position, fact in enumerate(selection.facts):
        if fact not in facts:
            yield Problem(
                (*where, "facts", position),
                "unknown-fact",
                f"seed {name} has no fact {quoted(fact)}",
                did_you_mean(fact, facts, "facts"),
            )
    tags = {tag for filed in seed.facts for tag in filed.fact.tags}
    tags.update(seed.origin.tags)
    for position, tag in enumerate(selection.tags):
        if tag not in tags:
            yield Problem(
                (*where, "tags", position),
                "unknown-tag",
                f"no fact of seed {name} has the tag {quoted(tag)}",
                did_you_mean(tag, tags, "tags"),
                Severity.WARNING,
            )


def _unknown_seed(deck: CheckedFile, name: str, where: Where, seeds: Seeds) -> Problem:
    return Problem(
        (*where, "seed"),
        "unknown-seed",
        f"deck {quoted(deck.origin.id)} studies seed {quoted(name)}, "
        "which does not exist",
        did_you_mean(name, seeds, "seeds"),
    )


def _not_a_selection(raw: Value, where: Where) -> Problem:
    seed = quoted(raw)[1:-1] if isinstance(raw, str) and raw else "name-of-a-seed"
    return Problem(
        where,
        "not-a-selection",
        "a selection names the seed that it takes facts from",
        f"write `- seed: {seed}`",
    )
