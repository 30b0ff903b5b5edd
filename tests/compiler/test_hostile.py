import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compiler.content import a_deck, a_deck_of, a_fact, compiled, slugs
from pmflash.compiler.settings import read_settings
from pmflash.model.source_file import Role, SourceFile

ALIAS_BOMB = "a: &a [x, x]\n" + "".join(
    f"{name}: &{name} [*{before}, *{before}, *{before}, *{before}]\n"
    for before, name in zip("abcdefghijklmnop", "bcdefghijklmnopq", strict=True)
)
MERGE_BOMB = "a: &a {x: y}\n" + "".join(
    f"{name}: &{name}\n  <<: [*{before}, *{before}, *{before}]\n"
    for before, name in zip("abcdefghijklmnop", "bcdefghijklmnopq", strict=True)
)


@pytest.mark.parametrize("bomb", [ALIAS_BOMB, MERGE_BOMB], ids=["alias", "merge"])
def test_a_bomb_is_told_and_not_lit(bomb: str) -> None:
    found = set(slugs(compiled(a_deck(bomb)).diagnostics))
    assert {"no-anchors", "no-aliases"} <= found
    assert len(compiled(a_deck(bomb)).diagnostics) <= 200


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, "{" * 100_000, "? " * 50_000, "- " * 50_000, "a: {" * 25_000],
    ids=["lists", "fields", "keys", "items", "nested"],
)
def test_a_hundred_thousand_levels_end_at_the_first_too_deep(text: str) -> None:
    assert slugs(compiled(a_deck(text)).diagnostics)[-1] == "too-deep"


def test_fifty_megabytes_are_turned_away() -> None:
    made = compiled(a_deck(b"a" * 50_000_000))
    assert slugs(made.diagnostics) == ["too-large"]


def test_a_line_of_ten_megabytes_is_told_in_a_short_message() -> None:
    made = compiled(a_deck("title: @" + "x" * 10_000_000))
    (found,) = made.diagnostics
    assert len(found.source_line) + len(found.message) < 1000


def test_a_text_of_ten_megabytes_is_a_card() -> None:
    made = compiled(a_deck_of(a_fact(a="x" * 10_000_000)))
    assert len(made.cards[0].answer) == 10_000_000


@pytest.mark.parametrize(
    "raw", [bytes(range(256)), b"\x00" * 100, b"\x7fELF\x02\x01", b"\x89PNG\r\n"]
)
def test_binary_is_told_as_no_text(raw: bytes) -> None:
    found = slugs(compiled(a_deck(raw)).diagnostics)
    assert found in (["not-text"], ["not-utf-8"])


@pytest.mark.parametrize(
    "escape", ["\\e[2J", "\\x9b2J", "\\u202e", "\\a", "\\0", "\\r", "\\uFEFF"]
)
def test_no_escape_reaches_a_card(escape: str) -> None:
    text = a_fact(q=f'"{escape} what?"', a=f'"{escape}x"')
    made = compiled(a_deck(f'title: "{escape}t"\nfacts:\n{text}'))
    (card,) = made.cards
    assert (
        (card.prompt + card.answer + made.decks[0].title)
        .replace("\n", "")
        .isprintable()
    )


@pytest.mark.parametrize("escape", ["\\e[2J", "\\u202e", "\\x9b2J"])
def test_no_escape_reaches_a_message(escape: str) -> None:
    extra = f'kind: "{escape}"\n"{escape}": x\ntags: [{{"{escape}": y}}]'
    made = compiled(a_deck_of(a_fact(extra=extra), a_fact(f'"{escape}"')))
    assert len(made.diagnostics) >= 2
    for found in made.diagnostics:
        assert (found.message + found.help + found.source_line).isprintable()


def _read_everything(raw: bytes) -> None:
    made = compiled(a_deck(raw, "b"), SourceFile(Role.SEED, "s", "s.yaml", raw))
    read_settings(SourceFile(Role.SETTINGS, "settings", "settings.yaml", raw))
    ids = [card.id for card in made.cards]
    assert len(ids) == len(set(ids))
    for found in made.diagnostics:
        assert found.message
        assert found.column >= 1


@given(st.binary(max_size=200))
@settings(max_examples=300, deadline=None, database=None, derandomize=True)
def test_any_bytes_are_read_without_an_exception(raw: bytes) -> None:
    _read_everything(raw)


_WORDS = """
facts: study: seed: id: kind: q: a: tags: views: basic list items: rev: <<: & * !t
- ? [ ] { } , : # ' " | > % @ ` ~ --- ... 細 1e999
"""
_SIGNS = ("\n", "\n  ", "\n    ", "\n  - ", "\r\n", " ", "\t", "\\", "\x85", "\u2028")
_PIECES = st.sampled_from([*_WORDS.split(), *_SIGNS])


@given(
    st.tuples(
        st.sampled_from(["", "facts:\n  - id: x\n    q: "]),
        st.lists(_PIECES, max_size=40).map("".join),
    ).map("".join)
)
@settings(max_examples=500, deadline=None, database=None, derandomize=True)
def test_any_heap_of_yaml_signs_is_read_without_an_exception(text: str) -> None:
    _read_everything(text.encode())
