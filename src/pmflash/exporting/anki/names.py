"""Names that Anki takes: of decks, tags, notes and note types."""

import re
from dataclasses import dataclass

from pmflash.exporting.anki.text import plain
from pmflash.model.failure import UsageError

ROOT_DECK = "pmflash"
_LEVEL = "::"
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class NotetypeNames:
    """What a profile calls Anki's two note types."""

    basic: str
    cloze: str


NOTETYPE_NAMES: dict[str, NotetypeNames] = {
    "cs": NotetypeNames("Základní", "Doplňovačka"),
    "da": NotetypeNames("Grundlæggende", "Cloze"),
    "de": NotetypeNames("Einfach", "Lückentext"),
    "en": NotetypeNames("Basic", "Cloze"),
    "es": NotetypeNames("Básico", "Respuesta anidada"),
    "fi": NotetypeNames("Perusmalli", "Aukkotehtävä"),
    "fr": NotetypeNames("Basique", "Texte à trous"),
    "hu": NotetypeNames("Alap", "Lyukas szöveg"),
    "it": NotetypeNames("Basilare", "Cloze"),
    "ja": NotetypeNames("基本", "穴埋め問題"),
    "ko": NotetypeNames("Basic", "Cloze"),
    "nl": NotetypeNames("Basis", "Cloze"),
    "pl": NotetypeNames("Podstawowy", "Luka"),
    "pt-br": NotetypeNames("Básico", "Omissão de Palavras"),
    "pt-pt": NotetypeNames("Básico", "Omissão de Palavras"),
    "ru": NotetypeNames("Простая", "Задание с пропусками"),
    "sv-se": NotetypeNames("Grundläggande", "Lucktext"),
    "tr": NotetypeNames("Temel", "Boşluklu"),
    "uk": NotetypeNames("Базовий", "Закритий текст"),
    "vi": NotetypeNames("Cơ bản", "Điền chỗ trống"),
    "zh-cn": NotetypeNames("问答题", "填空题"),
    "zh-tw": NotetypeNames("基本型", "克漏字"),
}
"""What Anki's own translations say, by language."""


def notetype_names(choice: str) -> NotetypeNames:
    """Return the names of a language, or those in `Basic=...,Cloze=...`.

    Raises UsageError for a language that is not known, or names that are not there.
    """
    if "=" in choice:
        return _own_names(choice)
    names = NOTETYPE_NAMES.get(choice.strip().replace("_", "-").casefold())
    if names is None:
        raise UsageError(
            f"pmflash does not know the note types of an Anki in `{choice}`",
            f"name one of {', '.join(NOTETYPE_NAMES)}; or give the names "
            "as your Anki shows them: `Basic=...,Cloze=...`",
        )
    return names


def deck_path(title: str, otherwise: str) -> str:
    """Return the deck under pmflash's own that `title` asks for.

    `otherwise` is used when nothing of the title can be part of a name. `::` starts
    a subdeck. Being nested, a deck called `123` is never taken for an id.
    """
    levels = _levels(title) or _levels(otherwise)
    return _LEVEL.join((ROOT_DECK, *levels))


def parents_first(path: str) -> list[str]:
    """Return what to sort deck paths by: Anki compares them without case."""
    return path.casefold().split(_LEVEL)


def tag_name(text: str) -> str:
    """Return `text` as one tag, hyphens for its spaces; empty if nothing is left."""
    return _LEVEL.join(_SPACES.sub("-", level) for level in _levels(text))


def note_guid(card_id: str) -> str:
    """Return the name by which Anki knows a card's note again."""
    guid = plain(card_id)
    # Where a row starts with `#`, Anki may see a comment.
    return f"%23{guid[1:]}" if guid.startswith("#") else guid


def _levels(name: str) -> tuple[str, ...]:
    levels = plain(name).replace("\n", " ").split(_LEVEL)
    return tuple(level.strip() for level in levels if level.strip())


def _own_names(choice: str) -> NotetypeNames:
    found = {"basic": "Basic", "cloze": "Cloze"}
    for assignment in choice.split(","):
        kind, _, name = (part.strip() for part in plain(assignment).partition("="))
        if kind.casefold() not in found or not name:
            raise UsageError(
                f"`{assignment.strip()}` does not name a note type",
                "write `Basic=...,Cloze=...` with the names that your Anki shows",
            )
        found[kind.casefold()] = name
    return NotetypeNames(**found)
