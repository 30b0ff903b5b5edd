import pytest

from pmflash.model.deck import Deck
from pmflash.model.failure import UsageError
from pmflash.model.filing import Filing
from pmflash.study.scope import EVERYTHING, Scope, decks_called, tags_called

DECKS = (Deck("jd-com", "JD.com", "jd.yaml", 3), Deck("own", "Mine", "own.yaml", 1))
PAY = Filing(("jd-com", "own"), ("company", "pay"))
FILINGS = (PAY, Filing(("own",), ("Process", "process")), Filing((), ("unstudied",)))


@pytest.mark.parametrize(
    ("decks", "tags", "home"),
    [
        ((), (), "jd-com"),
        (("own",), (), "own"),
        (("flexport",), (), None),
        ((), ("process", "pay"), "jd-com"),
        (("own",), ("pay",), "own"),
        (("own",), ("process",), None),
        (("flexport",), ("pay",), None),
    ],
)
def test_a_card_is_in_scope_by_its_decks_and_any_of_its_tags(
    decks: tuple[str, ...], tags: tuple[str, ...], home: str | None
) -> None:
    scope = Scope(frozenset(decks), frozenset(tags))
    assert scope.deck_of(PAY) == home
    assert scope.has("a", PAY) is (home is not None)


def test_a_card_of_no_deck_is_in_no_scope() -> None:
    assert not EVERYTHING.has("a", Filing((), ("pay",)))


def test_a_search_lets_only_what_it_found_into_scope() -> None:
    found = Scope(search="pay", cards=frozenset({"a"}))
    assert found.has("a", PAY)
    assert not found.has("b", PAY)
    assert not found.has("a", Filing((), ("pay",)))


def test_a_deck_goes_by_its_id_or_title_in_any_case() -> None:
    assert decks_called(["MINE", "jd-com"], DECKS, ()) == {"own", "jd-com"}


def test_without_names_the_preferred_decks_are_meant() -> None:
    assert decks_called([], DECKS, ["own"]) == {"own"}


def test_a_tag_goes_by_its_name_in_any_case() -> None:
    assert tags_called(["PAY"], FILINGS) == {"pay"}
    assert tags_called(["process"], FILINGS) == {"Process", "process"}


@pytest.mark.parametrize(
    ("name", "help"),
    [
        ("pai", "did you mean `pay`?"),
        ("x", "choose among `Process`, `company`, `pay`, `process`"),
        ("unstudied", "choose among `Process`, `company`, `pay`, `process`"),
    ],
)
def test_a_tag_that_no_card_has_is_refused_with_a_way_on(name: str, help: str) -> None:
    with pytest.raises(UsageError, match=f"tagged `{name}`") as refused:
        tags_called([name], FILINGS)
    assert refused.value.help == help


def test_of_many_tags_only_some_are_offered() -> None:
    filings = [Filing(("own",), tuple(f"round-{number:02}" for number in range(30)))]
    with pytest.raises(UsageError) as refused:
        tags_called(["x"], filings)
    assert refused.value.help.endswith("`round-23`, 6 more")


def test_where_nothing_is_tagged_the_help_says_how() -> None:
    with pytest.raises(UsageError) as refused:
        tags_called(["pay"], [Filing(("own",))])
    assert "`tags:`" in refused.value.help
