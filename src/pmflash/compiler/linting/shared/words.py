"""Words of prompts and answers, made alike so that they can be compared."""

import re
from collections.abc import Sequence

_TOKEN = re.compile(
    r"[0-9]+(?:[.,][0-9]+)*|[^\W\d_]\w*(?:['’]\w+)*|\w+|[%$€£¥°+#<>=≤≥\[]"
)
_SENTENCE_END = re.compile(r"(?<=[.?!])[”\"’')]*\s+|\n+")
_QUOTED = re.compile("“[^“”\n]*”")
_VOWEL = re.compile("[aeiouy]")
_SHORTEST_STEM = 3

_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty"
    " seventy eighty ninety hundred thousand"
)
# Words such as `not`, `before` and `more` stay out: they can be all of an answer.
_STOPS = (
    "a an the this that these those some any each every"
    " i me my you your he him his she her it its we us our they them their one's"
    " and or but if so as than then too also there here"
    " of in on at to for from by with into onto about per via"
    " is are was were be been being am do does did has have had having"
    " can could will would shall should may might must"
    " who whom whose what which when where why how"
    " it's that's what's [ such"
)

NUMBER_WORDS = frozenset(_NUMBERS.split())
STOP_WORDS = frozenset(_STOPS.split())


def tokens(text: str) -> list[str]:
    """Return the words, numerals and telling signs of `text`, in lower case."""
    return [found.replace(",", "") for found in _TOKEN.findall(text.casefold())]


def sentences(text: str) -> list[str]:
    """Return the sentences and lines of `text`, each with its closing mark.

    What stands in “quotation marks” is part of the sentence around it.
    """
    masked = _QUOTED.sub(lambda quote: "x" * len(quote.group()), text)
    ends = [found.span() for found in _SENTENCE_END.finditer(masked)]
    starts = (0, *(end for _, end in ends))
    stops = (*(start for start, _ in ends), len(text))
    found = (text[start:stop] for start, stop in zip(starts, stops, strict=True))
    return [sentence for sentence in found if sentence.strip()]


def stem(word: str) -> str:
    """Return `word` without a plural's or a verb's ending, the same for all forms."""
    for owner in ("'s", "’s"):
        word = word.removesuffix(owner)
    if word.endswith("ies") and len(word) > 4:
        word = f"{word[:-3]}y"
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = _shortened(word, 1)
    for ending in ("ing", "ed"):
        if word.endswith(ending) and not word.endswith("eed"):
            word = _undoubled(_shortened(word, len(ending)), word)
            break
    return _shortened(word, 1) if word.endswith("e") else word


def content_stems(text: str) -> list[str]:
    """Return the stems of the words in `text` that say something, in their order."""
    return [stem(word) for word in tokens(text) if word not in STOP_WORDS]


def is_number(token: str) -> bool:
    """Tell whether `token` is a numeral or a number's word."""
    return token[:1].isdigit() or token in NUMBER_WORDS


def stands_in(words: Sequence[str], text: Sequence[str]) -> bool:
    """Tell whether `words` follow each other somewhere in `text`."""
    return f" {' '.join(words)} " in f" {' '.join(text)} "


def _shortened(word: str, length: int) -> str:
    rest = word[:-length]
    is_stem = len(rest) >= _SHORTEST_STEM and _VOWEL.search(rest)
    return rest if is_stem else word


def _undoubled(rest: str, word: str) -> str:
    # The second p of `shipped` belongs to its ending, the second s of `missed` not.
    is_doubled = rest != word and rest[-1] == rest[-2] and rest[-1] not in "lsz"
    return rest[:-1] if is_doubled else rest
