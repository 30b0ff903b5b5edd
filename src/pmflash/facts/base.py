"""What every fact kind shares: its common fields and how its cards are filed."""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from types import MappingProxyType
from typing import Annotated, ClassVar, Literal
from unicodedata import combining, normalize

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from pmflash.model.card import Card, Face
from pmflash.model.diagnostic import Problem, Where
from pmflash.model.disagreement import Disagreement
from pmflash.model.measured import Measured, Peers, Statement
from pmflash.model.origin import Origin

ID_PATTERN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NOT_IN_A_SLUG = re.compile(r"[^a-z0-9]+")
_SOURCE_FIELDS = ("document", "section", "sentence")
_NO_PEERS: Peers = MappingProxyType({})


def slug(text: str) -> str:
    """Return `text` as lowercase words joined by hyphens; may be empty.

    Letters lose their accents, so that `Über` is filed as `uber`.
    """
    if not text.isascii():
        apart = normalize("NFKD", text)
        text = "".join(letter for letter in apart if not combining(letter))
    return _NOT_IN_A_SLUG.sub("-", text.lower()).strip("-")


def about(context: str, text: str) -> str:
    """Return `text` naming `context`, in front where the author did not name it."""
    return text if not context or names(text, context) else f"{context}: {text}"


def names(text: str, context: str) -> bool:
    """Tell whether `context` stands in `text` as words of its own, in any case."""
    sought, searched = context.casefold(), text.casefold()
    # The plain search is fast and nearly always decides.
    return sought in searched and bool(
        re.search(rf"(?<!\w){re.escape(sought)}(?!\w)", searched)
    )


def _source_text(value: object) -> object:
    if isinstance(value, dict) and set(value) <= set(_SOURCE_FIELDS):
        told = {**value}
        if "sentence" in told:
            told["sentence"] = f"sentence {told['sentence']}"
        return ", ".join(str(told[name]) for name in _SOURCE_FIELDS if name in told)
    return value


def _one_or_more(value: object) -> object:
    return (value,) if isinstance(value, str) else value


STRICT = ConfigDict(
    extra="forbid", frozen=True, defer_build=True, str_strip_whitespace=True
)
"""How every part of a fact is checked: no unknown fields, no stray blanks."""

MOST_REV = 999_999_999
"""More than anybody raises a number by hand, and less than the review log holds."""

Text = Annotated[str, Field(min_length=1)]
"""Text that the author must not leave empty."""


class Part(BaseModel):
    """A named piece of a fact that gets cards of its own."""

    model_config = STRICT

    key: str = ""
    """Names the piece in card ids; made from its name when not given."""


def repeated_keys(keys: Iterable[tuple[str, Where]]) -> Iterator[Problem]:
    """Yield a problem for every key that an earlier piece already has."""
    seen: set[str] = set()
    for key, where in keys:
        if not key:
            yield Problem(
                where,
                "no-key",
                "this part's name has no letter or digit to name its cards by",
                "add `key:` with a short name, such as `key: first`",
            )
        elif key in seen:
            yield Problem(
                where,
                "repeated-key",
                f"two parts would both be filed as `{key}`",
                "reword one of them, or give it a `key:` of its own",
            )
        seen.add(key)


class Fact(BaseModel, ABC):
    """What an author writes. Each kind adds its fields and turns itself into faces."""

    model_config = STRICT

    kind_name: ClassVar[str]
    view_names: ClassVar[tuple[str, ...]]
    """Every view this kind can make, in the order in which its cards appear."""
    needs_peers: ClassVar[bool] = False
    """Whether its cards are made from what other facts state."""

    id: str
    kind: str = "basic"
    source: Annotated[str, BeforeValidator(_source_text)] = ""
    tags: tuple[str, ...] = ()
    measure: str = ""
    """What it measures; facts of one measure can be compared."""
    owner: str = ""
    """Whose figure it is, where the file's context does not say it."""
    caveat: str = ""
    as_of: str = ""
    valid_until: str = ""
    views: tuple[str, ...] = ()
    mode: Literal["", "choice"] = ""
    """How its cards with a single short answer are asked, if not in their own way."""
    confuse_with: tuple[str, ...] = ()
    """Facts easily taken for this one; their answers come first in a choice."""
    builds_on: tuple[str, ...] = ()
    """Facts to be met before this one is introduced."""
    formerly: Annotated[tuple[Text, ...], BeforeValidator(_one_or_more)] = ()
    """Ids that it went by once; what was learnt under those counts for it."""
    rev: Annotated[int, Field(ge=0, le=MOST_REV)] = 0
    hint: str = ""
    why: str = ""
    allow: tuple[str, ...] = ()
    """Names of the rules for good cards that this fact breaks on purpose."""

    @abstractmethod
    def faces(self, context: str) -> Iterator[Face]:
        """Yield the faces of all views; prompts name `context`, the fact's owner."""

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong beyond the fields' types; places are inside the fact."""
        return iter(())

    def faces_among(self, context: str, peers: Peers) -> Iterator[Face]:
        """Yield the faces; `peers` matters only to kinds made from other facts."""
        return self.faces(context)

    def problems_among(self, peers: Peers) -> Iterator[Problem]:
        """Yield what is wrong with how the fact refers to `peers`."""
        return iter(())

    def statement(self) -> Statement | None:
        """Return what the fact states of its measure; None where that is not one."""
        return None

    @staticmethod
    def full_name(name: str, origin: Origin) -> str:
        """Return `origin/fact-id` of a fact that one of `origin` calls `name`."""
        return name if "/" in name else f"{origin.id}/{name}"

    def measured(self, origin: Origin) -> Iterator[Measured]:
        """Yield what the fact, filed under `origin`, states of which measure."""
        if self.measure and (stated := self.statement()):
            owner = self.owner or origin.context
            fact_id = f"{origin.id}/{self.id}"
            yield Measured(
                self.measure,
                owner,
                fact_id,
                stated,
                self.caveat,
                self.as_of,
                self.valid_until,
            )

    def disagreements(self) -> Iterator[Disagreement]:
        """Yield the figures of the fact that do not follow from its others."""
        return iter(())

    def cards(
        self, origin: Origin, decks: tuple[str, ...] = (), peers: Peers = _NO_PEERS
    ) -> Iterator[Card]:
        """Yield the cards of the chosen views, filed under `origin` and in `decks`."""
        fact_id = f"{origin.id}/{self.id}"
        tags = (*origin.tags, *(tag for tag in self.tags if tag not in origin.tags))
        source = ", ".join(part for part in (origin.document, self.source) if part)
        builds_on = tuple(self.full_name(name, origin) for name in self.builds_on)
        for face in self.faces_among(origin.context, peers):
            if self.views and face.view not in self.views:
                continue
            tail = f"/{face.key}" if face.key else ""
            yield Card(
                id=f"{fact_id}/{face.view}{tail}",
                fact=fact_id,
                kind=self.kind_name,
                view=face.view,
                context=origin.context,
                prompt=face.prompt,
                answer=face.answer,
                mode=face.mode,
                decks=decks,
                hint=self.hint,
                why=self.why,
                caveat=" ".join(filter(None, (self.caveat, face.caveat))),
                source=source,
                tags=tags,
                measure=self.measure,
                as_of=self.as_of or face.as_of,
                valid_until=self.valid_until or face.valid_until,
                rev=self.rev,
                cloze=face.cloze,
                variants=face.variants,
                # Joined so, cards of one fact share a long tuple.
                builds_on=builds_on + face.builds_on,
            )
