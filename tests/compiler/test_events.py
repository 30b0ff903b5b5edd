import pytest
import yaml

from pmflash.compiler.events import OddDocument, plain_value


@pytest.mark.parametrize(
    "typed", ["no", "1:30", "010", "0.07 %", "2026-01-05", "1e3", "true", "C#", "a:b"]
)
def test_plain_text_stays_what_the_author_typed(typed: str) -> None:
    assert plain_value(f"a: {typed}\n") == {"a": typed}


@pytest.mark.parametrize("typed", ["", "~", "null"])
def test_only_these_are_nothing(typed: str) -> None:
    assert plain_value(f"a: {typed}\nb: '{typed}'\n") == {"a": None, "b": typed}


def test_a_line_feed_at_the_end_of_a_block_is_not_part_of_the_text() -> None:
    assert plain_value("a: |\n  one\n  two\n") == {"a": "one\ntwo"}


def test_blanks_in_quotes_are_an_empty_text() -> None:
    assert plain_value("a: '  '\n") == {"a": ""}


def test_an_escape_sequence_is_made_visible() -> None:
    assert plain_value('a: "\\e[2J"\n') == {"a": "␛[2J"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a: 1\na: 2\n",
        "a: &x 1\n",
        "a: *x\n",
        "a: !t 1\n",
        "&x a: 1\n",
        "<<: {a: 1}\n",
        "? [a]\n: 1\n",
        "? \n: 1\n",
        '"\\e": 1\n',
        "a: 1\n---\nb: 2\n",
        "[" * 33 + "]" * 33,
    ],
)
def test_an_odd_document_is_left_to_the_careful_reader(text: str) -> None:
    with pytest.raises(OddDocument):
        plain_value(text)


def test_the_pure_parser_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a: [no, {b: '1:30'}]\nc: >\n  folded\n  text\n"
    fast = plain_value(text)
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    assert plain_value(text) == fast
