import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmflash.study.search.error import SearchError
from pmflash.study.search.parse import DEEPEST
from study.search.rows import a_row, asked, finds, reviewed

CARD = a_row(prompt="What is Model Drift?", answer="Inputs that “move” away")


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("", True),
        ("  ", True),
        ("drift", True),
        ("DRÎFT", True),
        ("ift", True),
        ("draft", False),
        ("drift inputs", True),
        ("drift draft", False),
        ('"model drift"', True),
        ('"drift model"', False),
        ("move", True),
        ('"drift? inputs"', False),
    ],
)
def test_words_are_looked_for_in_prompt_and_answer(text: str, is_found: bool) -> None:
    assert finds(text, CARD) is is_found


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("-draft", True),
        ("-drift", False),
        ("--drift", True),
        ('-"model drift"', False),
        ("-(drift draft)", True),
        ("-(drift or draft)", False),
        ("draft or drift", True),
        ("drift or draft draft", True),
        ("draft draft or drift", True),
        ("draft (drift or drift)", False),
        ("(draft or drift) inputs", True),
        ("-draft or draft", True),
        ("drift and inputs", True),
        ("drift AND draft", False),
        ("draft OR drift", True),
        ("-is:due drift", True),
        ("is:due or -is:due", True),
        ("((((drift))))", True),
    ],
)
def test_not_binds_closest_and_or_last(text: str, is_found: bool) -> None:
    assert finds(text, CARD) is is_found


@pytest.mark.parametrize(
    ("text", "place", "message", "help"),
    [
        ("deck:flexpot x", (5, 12), "no deck called `flexpot`", "`flexport`"),
        ("deck:zzz", (5, 8), "no deck", "`comparisons`, `flexport`, `jd-com`"),
        ("tag:pai", (4, 7), "is tagged `pai`", "did you mean `pay`"),
        ("tag:x*", (4, 6), "is tagged", "choose among `Round-panel`"),
        ("kind:trem", (5, 9), "of the kind `trem`", "did you mean `term`"),
        ("a is:duo", (5, 8), "never `duo`", "did you mean `due`"),
        ("is:x", (3, 4), "never `x`", "choose among `buried`, `due`"),
        ("dek:flexport", (0, 3), "no field called `dek`", "did you mean `deck`"),
        ("https://x.org", (0, 5), "no field called `https`", "put quotes"),
        ("x ease:2", (6, 7), "`:` cannot follow `ease`", "`ease<2.1`"),
        ("deck<=flexport", (4, 6), "cannot follow `deck`", "`deck:flexport`"),
        ("ease<two", (5, 8), "`two` is no number", "such as `2`"),
        ("ease<nan", (5, 8), "`nan` is no number", "such as `2`"),
        ("due:soon", (4, 8), "`soon` is no day", "`tomorrow`"),
        ("due:7d..today", (4, 13), "ends before it begins", "write a date"),
        ("(a (b)", (0, 1), "nothing closes", "`)`"),
        ("(", (0, 1), "nothing closes", "`)`"),
        ("a) b", (1, 2), "nothing opens", "leave it out"),
        (")", (0, 1), "nothing opens", "leave it out"),
        ("a ( ) b", (2, 5), "between the parentheses", "leave"),
        ("a or", (2, 4), "nothing follows `or`", '`"or"`'),
        ("a or or b", (2, 4), "nothing follows `or`", '`"or"`'),
        ("(a or) b", (3, 5), "nothing follows `or`", '`"or"`'),
        ("or a", (0, 2), "nothing stands before `or`", '`"or"`'),
        ("(and a)", (1, 4), "nothing stands before `and`", '`"and"`'),
        ("a -", (2, 3), "nothing follows `-`", '`"-"`'),
        ("a - b", (2, 3), "a space follows", "`-word`"),
        ('a ""', (2, 4), "nothing to look for", "write a word"),
    ],
)
def test_a_mistake_is_told_with_its_place_and_a_way_on(
    text: str, place: tuple[int, int], message: str, help: str
) -> None:
    with pytest.raises(SearchError) as wrong:
        asked(text)
    assert (wrong.value.start, wrong.value.end) == place
    assert message in wrong.value.message
    assert help in wrong.value.help


README = Path(__file__).parents[3] / "README.md"


def examples() -> list[str]:
    """What the README's table of searches says that one may write."""
    table = README.read_text(encoding="utf-8").partition("| you write |")[2]
    firsts = re.findall(r"^\| (.+?) \|", table.partition("\n\n")[0], re.MULTILINE)
    return [example for first in firsts for example in re.findall("`(.+?)`", first)]


@pytest.mark.parametrize("text", examples())
def test_every_example_of_the_readme_can_be_asked(text: str) -> None:
    assert asked(text).text == text


def test_carets_stand_under_what_is_meant_also_behind_wide_letters() -> None:
    with pytest.raises(SearchError) as wrong:
        asked('"細胞" is:duo x\ty')
    assert wrong.value.excerpt == (
        "",
        '"細胞" is:duo x    y',
        "          ^^^",
    )


def test_nothing_in_a_search_can_drive_the_terminal() -> None:
    with pytest.raises(SearchError) as wrong:
        asked("deck:\x1b[2J\u202e")
    told = "".join((wrong.value.message, wrong.value.help, *wrong.value.excerpt))
    assert not {"\x1b", "\u202e"} & {*told}


@pytest.mark.parametrize("piece", ["(", "-", "-(", "a or ", "a ", "(a ", '"'])
def test_however_long_it_is_a_search_is_read_or_refused(piece: str) -> None:
    text = piece * 20_000 + "a"
    wrong = refusal(text)
    assert wrong.help if wrong else finds(text, CARD) in {True, False}


def refusal(text: str) -> SearchError | None:
    """What is wrong with a search; None when nothing is."""
    try:
        asked(text)
    except SearchError as wrong:
        return wrong
    return None


def test_parentheses_go_deep_enough_for_anybody() -> None:
    assert finds("(" * DEEPEST + "drift" + ")" * DEEPEST, CARD)
    with pytest.raises(SearchError, match="deeper"):
        asked("(" * (DEEPEST + 1) + "drift" + ")" * (DEEPEST + 1))


PIECES = st.sampled_from(
    [
        *("deck:", "flexport", "is:", "due", "ease", "<", ">=", "2", "..", "today"),
        *("7d", "or", "and", "-", "(", ")", '"', " ", " ", "tag:", "kind:", "*", "é"),
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES).map("".join)))
def test_whatever_is_typed_is_a_query_or_a_search_error(text: str) -> None:
    wrong = refusal(text)
    if wrong is None:
        assert finds(text, CARD) in {True, False}
        assert finds(text, a_row(reviewed())) in {True, False}
    else:
        assert 0 <= wrong.start < wrong.end <= len(text)
        assert wrong.excerpt[2].strip()
