"""The pieces of facts: how authors may write them and how their cards are filed."""

from collections.abc import Iterable, Iterator, Sized

from pmflash.facts.base import Part, Text, repeated_keys, slug
from pmflash.model.diagnostic import Problem, Where
from pmflash.model.mode import REVEAL, Choice, Mode

Filed = tuple[str, str, Where]
"""The key of a piece, the text that tells it from the others, and its place."""


class NamedPart(Part):
    """A piece that goes by a name."""

    name: Text

    @property
    def filed_as(self) -> str:
        """The last part of its card ids; empty when its name has no letter."""
        return slug(self.key or self.name)


class TextPart(Part):
    """A piece that is a text of its own."""

    text: Text

    @property
    def filed_as(self) -> str:
        """The last part of its card ids; empty when its text has no letter."""
        return slug(self.key or self.text)


def named(value: object) -> object:
    """Return a piece's fields where the author wrote nothing but its name."""
    return {"name": value} if isinstance(value, str) else value


def texted(value: object) -> object:
    """Return a piece's fields where the author wrote nothing but its text."""
    return {"text": value} if isinstance(value, str) else value


def filed(field: str, parts: Iterable[NamedPart]) -> Iterator[Filed]:
    """Yield key, name and place of the named pieces under `field`."""
    for position, part in enumerate(parts):
        yield part.filed_as, part.name, (field, position)


def mixed_up(pieces: Iterable[Filed]) -> Iterator[Problem]:
    """Yield a problem for each piece whose key or text an earlier one has."""
    known = tuple(pieces)
    yield from repeated_keys((key, where) for key, _, where in known)
    keys: set[str] = set()
    fresh: list[tuple[str, Where]] = []
    for key, text, where in known:
        # Pieces of one key are reported for that already.
        if key not in keys:
            fresh.append((text, where))
        keys.add(key)
    yield from repeated_texts(fresh)


def repeated_texts(texts: Iterable[tuple[str, Where]]) -> Iterator[Problem]:
    """Yield a problem for every text that stands twice; empty ones do not count."""
    seen: set[str] = set()
    for text, where in texts:
        folded = text.casefold()
        if folded and folded in seen:
            yield Problem(
                where,
                "repeated-text",
                f"`{text}` stands here twice, so a card would have two right answers",
                "reword one of the two, so that they can be told apart",
            )
        seen.add(folded)


def too_few(found: Sized, least: int, field: str, what: str) -> Iterator[Problem]:
    """Yield a problem when `field` holds less than `least`; `what` is a plural."""
    if len(found) < least:
        yield Problem(
            (field,) if found else (),
            "too-few-parts",
            f"`{field}` needs at least {least} {what}, and has {len(found)}",
            f"add what is missing under `{field}:`",
        )


def too_many(found: Sized, most: int, field: str, what: str) -> Iterator[Problem]:
    """Yield a problem when `field` holds more than `most`; `what` is a plural."""
    if len(found) > most:
        yield Problem(
            (field,),
            "too-many-parts",
            f"`{field}` takes at most {most} {what}, and has {len(found)}",
            "join some of them, or make two facts of this one",
        )


def choice_of_next(asked: str, right: str, names: tuple[str, ...]) -> Mode:
    """Return the choice of what follows `asked`; the order of options tells nothing."""
    options = tuple(sorted(name for name in names if name != asked))
    return Choice(right, options) if len(options) > 1 else REVEAL
