"""What an edit is said to do, against what a small model finds that it has done."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from builders import DAY_0, an_event
from compiler.content import a_deck, compiled
from pmflash.model.event import Event, EventKind
from pmflash.scheduling.sm2 import Sm2
from pmflash.study.changes import Changes, Learnt, changes
from pmflash.study.replays import Replays
from pmflash.study.succession import Side, flow_of

IDS = ("a", "b", "c", "d")
TODAY = DAY_0 + timedelta(days=30)
KINDS = (EventKind.REVIEW, EventKind.RESET, EventKind.FLAG)
NOT_REVIEWED = (0, None)
NO_FACT: tuple[list[str], int, str] = ([], 0, "")
FORMER = st.lists(st.sampled_from(IDS), max_size=2, unique=True)
FACT = st.tuples(FORMER, st.integers(0, 1), st.sampled_from(("So", "Thus")))
FACTS = st.dictionaries(st.sampled_from(IDS), FACT, max_size=4)
DONE = st.tuples(
    st.sampled_from(IDS),
    st.sampled_from((EventKind.REVIEW, *KINDS)),
    st.integers(0, 1),
    st.booleans(),
)
LOG = st.lists(DONE, max_size=7)

Facts = Mapping[str, tuple[list[str], int, str]]
Done = tuple[str, EventKind, int, bool]
"""A fact's id, what was done to its card, its `rev` then, and if that was undone."""


@dataclass(frozen=True)
class Model:
    """What some facts make of a log."""

    facts: Facts
    log: tuple[Done, ...]

    def name(self, written: str) -> str:
        """The id under which that counts which was written for this one."""
        claims = (
            name for name, (former, _, _) in self.facts.items() if written in former
        )
        return written if written in self.facts else next(claims, written)

    def places(self, name: str) -> list[int]:
        """Where in the log that stands which counts for this id."""
        return [
            place
            for place, (written, _, _, is_undone) in enumerate(self.log)
            if self.name(written) == name and not is_undone
        ]

    def progress(self, name: str | None) -> tuple[Any, int, bool]:
        """The state of a card, the `rev` that it was last reviewed at, and its flag."""
        state, rev, is_flagged = None, 0, False
        for place in self.places(name or ""):
            _, kind, then, _ = self.log[place]
            match kind:
                case EventKind.REVIEW:
                    state, rev = Sm2().review(state, 4, day_of(place)), then
                case EventKind.RESET:
                    state = None
                case _:
                    is_flagged = not is_flagged
        return state, rev, is_flagged

    def has_progress(self, name: str | None) -> bool:
        state, _, is_flagged = self.progress(name)
        return state is not None or is_flagged

    def is_revised(self, name: str | None) -> bool:
        state, rev, _ = self.progress(name)
        return state is not None and self.facts.get(name or "", NO_FACT)[1] > rev

    def stands(self, name: str | None) -> tuple[int, date | None]:
        state, _, _ = self.progress(name)
        if name is None or state is None:
            return NOT_REVIEWED
        if self.is_revised(name):
            soon = max(TODAY, state.last_on + timedelta(days=1))
            return state.review_count, min(state.due_on, soon)
        return state.review_count, state.due_on


@dataclass(frozen=True)
class Edited:
    """What the model says of an edit."""

    before: Model
    after: Model

    def heir(self, name: str) -> str | None:
        """The fact that this one is afterwards."""
        written = [name]
        if self.before.has_progress(name):
            counting = {self.before.log[place][0] for place in self.before.places(name)}
            written += [act[0] for act in self.before.log if act[0] in counting]
        names = map(self.after.name, written)
        return next((name for name in names if name in self.after.facts), None)

    def fate(self, name: str) -> str:
        """The list in which a card of before is told."""
        heir = self.heir(name)
        if not self.before.has_progress(name):
            return self.fate_of_new(name, heir)
        if heir is None:
            return "orphaned"
        mine, its = self.before.places(name), self.after.places(heir)
        if mine != its:
            fewer = self.after.stands(heir)[0] < self.before.stands(name)[0]
            return "merged" if {*mine} <= {*its} and not fewer else "orphaned"
        before, after = self.before.facts[name], self.after.facts[heir]
        if self.after.is_revised(heir) and not self.before.is_revised(name):
            return "revised"
        if name != heir:
            return "renamed"
        return "reworded" if before[2] != after[2] else "kept"

    def fate_of_new(self, name: str, heir: str | None) -> str:
        others = [
            other
            for other in self.before.facts
            if other != name and heir is not None and self.heir(other) == heir
        ]
        rich = [other for other in others if self.before.has_progress(other)]
        names = [*self.before.facts]
        is_first = name == heir or not (
            heir in others
            or rich
            or any(names.index(other) < names.index(name) for other in others)
        )
        if heir is None or not is_first:
            return "removed"
        its = {*self.after.places(heir)}
        is_told = any(its.intersection(self.before.places(other)) for other in rich)
        return "returned" if self.after.has_progress(heir) and not is_told else ""

    def told(self) -> Iterator[tuple[Any, ...]]:
        """Yield each card with the list that it is in, and all that is said of it."""
        for name in self.before.facts:
            sort, heir = self.fate(name), self.heir(name)
            if sort in ("added", "removed"):
                yield sort, name
            elif sort not in ("", "kept"):
                yield sort, *self.learnt(sort, name, heir)
        heirs = {*map(self.heir, self.before.facts)}
        for name in self.after.facts:
            if name not in heirs and self.after.has_progress(name):
                places = self.after.places(name)
                came = [self.before.name(self.after.log[place][0]) for place in places]
                first = name if name in came else self.first(came)
                yield "returned", *self.learnt("returned", first, name)
            elif name not in heirs:
                yield "added", name

    def first(self, names: list[str]) -> str:
        written = (self.before.name(act[0]) for act in self.before.log)
        return next(name for name in written if name in names)

    def learnt(self, sort: str, name: str, heir: str | None) -> tuple[Any, ...]:
        card, after = heir or name, self.after.stands(heir)
        before = after if sort == "returned" else self.before.stands(name)
        mine = [self.before.log[place][0] for place in self.before.places(name)]
        its = [self.after.log[place][0] for place in self.after.places(heir or "")]
        left = {*map(self.after.name, mine)} - {heir or ""}
        joined = {*map(self.before.name, its)} - {name}
        is_same = sort in ("reworded", "revised", "renamed")
        return (
            card,
            name if name != card else "",
            before,
            after,
            heir is None,
            [] if is_same else sorted(joined),
            [] if is_same else sorted(left),
            self.after.is_revised(heir),
        )


def day_of(place: int) -> date:
    return DAY_0 + timedelta(days=3 * place)


def events(log: tuple[Done, ...]) -> Iterator[Event]:
    for place, (name, kind, rev, is_undone) in enumerate(log):
        card, day = f"own/{name}/answer", day_of(place)
        event = an_event(card, kind=kind, day=day, rev=rev)
        yield event
        if is_undone:
            yield an_event(card, kind=EventKind.UNDO, day=day, target=event.id)


def side(facts: Facts, replays: Replays) -> Side:
    """The cards that pmflash makes of the facts."""
    written = "".join(
        f"  - {{id: {name}, q: Why?, a: {answer}, rev: {rev}, formerly: {former}}}\n"
        for name, (former, rev, answer) in facts.items()
    )
    made = compiled(a_deck(f"facts:\n{written}" if facts else "facts: []\n", "own"))
    cards = {card.id: card for card in made.cards}
    assert {*cards} == {f"own/{name}/answer" for name in facts}
    return Side(cards, replays.by(made.renames), made.renames)


def changes_of(before: Facts, after: Facts, log: tuple[Done, ...]) -> Changes:
    replays = Replays(events(log), Sm2())
    old, new = side(before, replays), side(after, replays)
    return changes(old, new, flow_of(replays.cards(), old, new), TODAY)


def fact(card: str) -> str:
    return card.removeprefix("own/").removesuffix("/answer")


def said(found: Changes) -> Iterator[tuple[Any, ...]]:
    """Yield what is said of each card, as the model says it."""
    yield from (("added", fact(card)) for card in found.added)
    yield from (("removed", fact(card)) for card in found.removed)
    for sort in ("returned", "reworded", "revised", "renamed", "merged", "orphaned"):
        cards: tuple[Learnt, ...] = getattr(found, sort)
        for each in cards:
            yield (
                sort,
                fact(each.card),
                fact(each.formerly),
                (each.reviews, each.due_on),
                (each.reviews_after, each.due_on_after),
                each.is_gone,
                sorted(map(fact, each.joined)),
                sorted(map(fact, each.left_under)),
                each.is_revised,
            )


def done(name: str, kind: EventKind = EventKind.REVIEW) -> Done:
    return name, kind, 0, False


def review_of(*names: str) -> list[Done]:
    return [*map(done, names)]


def plain(name: str, *former: str) -> Facts:
    return {name: ([*former], 0, "So")}


@settings(max_examples=400, deadline=None)
@given(FACTS, FACTS, LOG)
@example(plain("b", "a"), plain("b"), review_of("a", "a"))
@example(plain("b", "a"), {}, review_of("a", "b"))
@example(plain("b", "a"), plain("c", "b"), review_of("a", "b"))
@example(plain("b"), plain("a", "b"), review_of("a", "b"))
@example(plain("b", "a"), plain("a"), review_of("a", "b"))
@example(plain("c", "a", "b"), {**plain("c", "b"), **plain("d", "a")}, review_of(*IDS))
@example(plain("b"), plain("b", "a"), [done("b"), done("a", EventKind.RESET)])
@example({**plain("a"), **plain("b")}, plain("a", "b"), review_of("b"))
@example({**plain("a"), **plain("b")}, plain("c", "a", "b"), review_of("b"))
@example({**plain("a"), **plain("b")}, plain("c", "a", "b"), [])
@example(
    {**plain("a"), **plain("b")},
    plain("a", "b", "d"),
    [done("b"), done("b", EventKind.RESET), done("d")],
)
def test_what_an_edit_is_said_to_do_is_what_it_does(
    before: Facts, after: Facts, log: list[Done]
) -> None:
    edited = Edited(Model(before, tuple(log)), Model(after, tuple(log)))
    found = changes_of(before, after, tuple(log))
    assert sorted(map(repr, said(found))) == sorted(map(repr, edited.told()))
    assert found.kept == [*map(edited.fate, before)].count("kept")
