"""Texts made alike where a search should not tell them apart."""

from unicodedata import combining, normalize

_TYPEWRITTEN = str.maketrans("‘’‚‛“”„‟‐‑‒–—−", "''''\"\"\"\"------")


def folded(text: str) -> str:
    """Return `text` without case, accents, typographic signs and runs of space."""
    if text.isascii():
        return " ".join(text.lower().split())
    apart = normalize("NFKD", text.translate(_TYPEWRITTEN)).casefold()
    plain = "".join(letter for letter in apart if not combining(letter))
    return " ".join(plain.split())
