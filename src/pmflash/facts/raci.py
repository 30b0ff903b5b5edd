"""A RACI chart: who is responsible, accountable, consulted and informed."""

from collections.abc import Iterator
from typing import ClassVar

from pmflash.facts.base import Fact, Text, about, slug
from pmflash.facts.shared.parts import (
    NamedPart,
    filed,
    mixed_up,
    too_few,
)
from pmflash.facts.shared.wording import listed, nearest
from pmflash.model.card import Face
from pmflash.model.diagnostic import Problem, Where
from pmflash.model.measured import Statement
from pmflash.model.mode import REVEAL, Choice, Grid, Ticks

_WORDS = {
    "R": "Responsible",
    "A": "Accountable",
    "C": "Consulted",
    "I": "Informed",
}
_ALL_WORDS = tuple(_WORDS.values())
_SEPARATORS = str.maketrans("", "", " ,/&+")


class Activity(NamedPart):
    """Something to be done, with the letters of each role in it."""

    assign: dict[str, str]

    def letters(self) -> dict[str, str]:
        """Return the letters of each role, in capitals and without separators."""
        return {role: _letters(written) for role, written in self.assign.items()}

    def accountable(self) -> tuple[str, ...]:
        """Return every role that carries the A."""
        return tuple(role for role, letters in self.letters().items() if "A" in letters)


class Raci(Fact):
    """Roles and activities; each activity has one role that answers for it."""

    kind_name: ClassVar[str] = "raci"
    view_names: ClassVar[tuple[str, ...]] = (
        "accountable",
        "cell",
        "row",
        "letters",
        "when",
    )

    name: Text
    purpose: str = ""
    roles: tuple[Text, ...] = ()
    activities: tuple[Activity, ...] = ()

    def problems(self) -> Iterator[Problem]:
        if self.activities:
            yield from too_few(self.roles, 2, "roles", "roles")
        roles = tuple((role, ("roles", at)) for at, role in enumerate(self.roles))
        yield from mixed_up((slug(role), role, where) for role, where in roles)
        yield from mixed_up(filed("activities", self.activities))
        for position, activity in enumerate(self.activities):
            where: Where = ("activities", position, "assign")
            yield from self._unknown_roles(activity, where)
            unknown = tuple(_unknown_letters(activity, where))
            # Counting letters that nobody can read would only repeat the mistake.
            yield from unknown or _miscounted(activity, where)

    def _unknown_roles(self, activity: Activity, where: Where) -> Iterator[Problem]:
        for role in activity.assign:
            if role not in self.roles and self.roles:
                yield Problem(
                    (*where, role),
                    "unknown-role",
                    f"`{role}` is not one of this chart's roles",
                    nearest(role, self.roles),
                    on_key=True,
                )

    def statement(self) -> Statement:
        return Statement(self.name)

    def faces(self, context: str) -> Iterator[Face]:
        for activity in self.activities:
            asked = f"In {self.name}, who is accountable for “{activity.name}”?"
            for role in activity.accountable():
                mode = Choice(role, self.roles)
                key = activity.filed_as
                yield Face("accountable", about(context, asked), role, mode, key)
        for activity in self.activities:
            yield from self._cells(context, activity)
        for activity in self.activities:
            yield self._row(context, activity)
        asked = about(
            context, f"What do the letters R, A, C and I in {self.name} mean?"
        )
        yield Face("letters", asked, listed(_ALL_WORDS), Ticks(_ALL_WORDS))
        if self.purpose:
            asked = about(context, f"What is {self.name} for?")
            yield Face("when", asked, self.purpose)

    def _cells(self, context: str, activity: Activity) -> Iterator[Face]:
        for role, letters in activity.letters().items():
            asked = (
                f"In {self.name}, is “{role}” responsible, accountable, consulted"
                f" or informed for “{activity.name}”?"
            )
            answer = " and ".join(_WORDS[letter] for letter in letters)
            yield Face(
                "cell",
                about(context, asked),
                answer,
                Choice(answer, _ALL_WORDS) if len(letters) == 1 else REVEAL,
                f"{activity.filed_as}--{slug(role)}",
            )

    def _row(self, context: str, activity: Activity) -> Face:
        letters = activity.letters()
        row = tuple(letters.get(role, "") for role in self.roles)
        asked = (
            f"In {self.name}, which RACI letters does each role hold for"
            f" “{activity.name}”?\nRoles: {', '.join(self.roles)}"
        )
        lines = (
            f"{role}: {held or 'none'}"
            for role, held in zip(self.roles, row, strict=True)
        )
        return Face(
            "row",
            about(context, asked),
            listed(lines),
            Grid((activity.name,), self.roles, (row,)),
            activity.filed_as,
        )


def _letters(written: str) -> str:
    """Return `written` as letters in the order of RACI, unknown ones at the end."""
    found = dict.fromkeys(written.upper().translate(_SEPARATORS))
    known = [letter for letter in _WORDS if letter in found]
    return "".join([*known, *(letter for letter in found if letter not in _WORDS)])


def _unknown_letters(activity: Activity, where: Where) -> Iterator[Problem]:
    for role, letters in activity.letters().items():
        if not letters or not set(letters) <= _WORDS.keys():
            written = activity.assign[role]
            yield Problem(
                (*where, role),
                "unknown-letter",
                f"`{written}` is not made of RACI letters"
                if written
                else f"`{role}` has no RACI letter",
                "write R, A, C or I, or several such as `R, A`",
            )


def _miscounted(activity: Activity, where: Where) -> Iterator[Problem]:
    accountable = activity.accountable()
    if len(accountable) != 1:
        found = ", ".join(f"`{role}`" for role in accountable) or "nobody"
        yield Problem(
            where,
            "raci-accountable",
            f"`{activity.name}` has {found} as accountable; it must be exactly one",
            "give exactly one role an `A`",
        )
    if not any("R" in letters for letters in activity.letters().values()):
        yield Problem(
            where,
            "raci-responsible",
            f"nobody is responsible for `{activity.name}`",
            "give at least one role an `R`; `R, A` where it is the accountable one",
        )
