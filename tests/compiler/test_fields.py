from pydantic import BaseModel, ConfigDict

from pmflash.compiler.fields import checked, leniently_checked
from pmflash.compiler.mistakes import Subject


class Heading(BaseModel):
    model_config = ConfigDict(extra="forbid")

    title: str = "none"
    tags: tuple[str, ...] = ()
    level: int = 1


SUBJECT = Subject("this deck")


def test_good_fields_become_the_model() -> None:
    found, problems = checked(Heading, {"title": "Biology", "level": "3"}, SUBJECT)
    assert found == Heading(title="Biology", level=3)
    assert problems == []


def test_a_wrong_field_costs_the_strict_caller_everything() -> None:
    found, problems = checked(Heading, {"title": "Biology", "level": "x"}, SUBJECT)
    assert found is None
    assert len(problems) == 1


def test_a_wrong_field_costs_the_lenient_caller_that_field() -> None:
    raw = {"title": "Biology", "level": "x", "nothing": "else"}
    found, problems = leniently_checked(Heading, {**raw}, SUBJECT)
    assert found == Heading(title="Biology")
    assert [problem.slug for problem in problems] == ["not-a-number", "unknown-field"]


def test_places_of_a_lenient_check_count_from_the_subject() -> None:
    subject = Subject("this part", ("study", 0))
    found, problems = leniently_checked(Heading, {"title": "a", "tags": "b"}, subject)
    assert found == Heading(title="a")
    assert problems[0].where == ("study", 0, "tags")
