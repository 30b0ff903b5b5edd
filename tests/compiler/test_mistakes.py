from decimal import Decimal
from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from pmflash.compiler.events import Value
from pmflash.compiler.fields import checked
from pmflash.compiler.mistakes import Fields, Subject
from pmflash.model.diagnostic import Problem, Where


def _even(value: object) -> object:
    if value == "3":
        raise ValueError("3 is odd")
    return value


class Leg(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: Annotated[str, Field(min_length=1)]
    length: Decimal | None = None


class Animal(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: Annotated[str, Field(min_length=1)]
    legs: Annotated[tuple[Leg, ...], Field(min_length=1, max_length=2)] = ()
    weight: Annotated[Decimal, Field(max_digits=6)] = Decimal(1)
    heads: Annotated[int, BeforeValidator(_even), Field(gt=0)] = 2
    tame: bool = False
    diet: Literal["meat", "plants"] = "meat"
    home: str | tuple[str, str] = ""
    calls: dict[str, str] = {}
    friends: dict[str, Leg] = {}


def found(raw: Fields) -> list[Problem]:
    return checked(Animal, raw, Subject("the cat", ("facts", 0)))[1]


ONE_MISTAKE: list[tuple[Fields, Where, str]] = [
    ({}, (), "missing-field"),
    ({"nmae": "Tom"}, ("nmae",), "unknown-field"),
    ({"name": "Tom", "xyz": "1"}, ("xyz",), "unknown-field"),
    ({"name": None}, ("name",), "empty-field"),
    ({"name": ""}, ("name",), "empty-field"),
    ({"name": ["Tom"]}, ("name",), "wrong-shape"),
    ({"name": {"Tom": "cat"}}, ("name",), "wrong-shape"),
    ({"name": "Tom", "legs": "four"}, ("legs",), "wrong-shape"),
    ({"name": "Tom", "legs": []}, ("legs",), "too-few"),
    ({"name": "Tom", "legs": [{"name": "a"}] * 3}, ("legs",), "too-many"),
    ({"name": "Tom", "legs": ["left"]}, ("legs", 0), "wrong-shape"),
    ({"name": "Tom", "legs": [None]}, ("legs", 0), "empty-field"),
    ({"name": "Tom", "legs": [{"nam": "a"}]}, ("legs", 0, "nam"), "unknown-field"),
    ({"name": "Tom", "legs": [{"name": None}]}, ("legs", 0, "name"), "empty-field"),
    ({"name": "Tom", "weight": "heavy"}, ("weight",), "not-a-number"),
    ({"name": "Tom", "weight": "inf"}, ("weight",), "not-a-number"),
    ({"name": "Tom", "weight": ["1"]}, ("weight",), "wrong-shape"),
    ({"name": "Tom", "weight": "1234567"}, ("weight",), "out-of-range"),
    ({"name": "Tom", "heads": "1.5"}, ("heads",), "not-a-number"),
    ({"name": "Tom", "heads": "9" * 5000}, ("heads",), "not-a-number"),
    ({"name": "Tom", "heads": "0"}, ("heads",), "out-of-range"),
    ({"name": "Tom", "heads": "3"}, ("heads",), "wrong-value"),
    ({"name": "Tom", "tame": "rather"}, ("tame",), "not-yes-or-no"),
    ({"name": "Tom", "diet": "meet"}, ("diet",), "unknown-choice"),
    ({"name": "Tom", "home": ["a"]}, ("home",), "wrong-shape"),
    ({"name": "Tom", "home": {"a": "b"}}, ("home",), "wrong-shape"),
    ({"name": "Tom", "calls": "miaow"}, ("calls",), "wrong-shape"),
    ({"name": "Tom", "calls": {"a": ["b"]}}, ("calls", "a"), "wrong-shape"),
    (
        {"name": "Tom", "friends": {"ann": {"name": "a", "lenth": "1"}}},
        ("friends", "ann", "lenth"),
        "unknown-field",
    ),
]


@pytest.mark.parametrize(("raw", "where", "slug"), ONE_MISTAKE)
def test_one_mistake_is_one_message_at_its_place(
    raw: Fields, where: Where, slug: str
) -> None:
    problems = [(problem.where, problem.slug) for problem in found(raw)]
    assert problems == [(("facts", 0, *where), slug)]


@pytest.mark.parametrize(("raw", "where", "slug"), ONE_MISTAKE)
def test_no_message_has_words_of_the_checker(
    raw: Fields, where: Where, slug: str
) -> None:
    message = found(raw)[0].message
    assert "the cat" in message
    for word in ("should", "valid", "input", "Animal", "Leg"):
        assert word not in message


def test_all_mistakes_come_back_together() -> None:
    raw: Fields = {"nmae": "Tom", "tame": "rather", "diet": "meet", "heads": "x"}
    assert len(found(raw)) == 4


def test_an_optional_field_with_nothing_behind_it_counts_as_not_given() -> None:
    leg: Value = {"name": "a", "length": None}
    assert found({"name": "Tom", "diet": None, "legs": [leg]}) == []


@pytest.mark.parametrize(
    ("written", "help"),
    [
        ("1,000", "write `1000`"),
        ("$5", "write `5`"),
        ("7 %", "write `7`"),
        ("a week", "write digits alone, such as `12`"),
        ("nan", "write digits alone, such as `12`"),
    ],
)
def test_a_number_in_disguise_is_suggested_bare(written: str, help: str) -> None:
    assert found({"name": "Tom", "weight": written})[0].help == help


def test_a_misspelt_inner_field_is_matched_with_the_inner_fields() -> None:
    leg: Value = {"name": "a", "lenght": "3"}
    problem = found({"name": "Tom", "legs": [leg]})[0]
    assert (
        problem.message == "number 1 of `legs` in the cat has no field called `lenght`"
    )
    assert problem.help == "did you mean `length`?"
