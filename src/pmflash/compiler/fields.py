"""Fields against their model: the model itself, or what is wrong in house words."""

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from pmflash.compiler.events import Value
from pmflash.compiler.mistakes import Fields, Subject, mistakes
from pmflash.model.diagnostic import Problem

Model = TypeVar("Model", bound=BaseModel)


def checked(
    model: type[Model], raw: Fields, subject: Subject
) -> tuple[Model | None, list[Problem]]:
    """Return `raw` as a `model`, or None and what is wrong with it."""
    try:
        return model.model_validate(raw), []
    except ValidationError:
        pass
    # A field with nothing behind its colon counts as not given.
    try:
        return model.model_validate(_without_nothing(raw)), []
    except ValidationError as error:
        return None, mistakes(error, model, raw, subject)


def leniently_checked(
    model: type[Model], raw: Fields, subject: Subject
) -> tuple[Model, list[Problem]]:
    """Return `raw` as a `model` of nothing but defaults where a field is wrong."""
    found, problems = checked(model, raw, subject)
    if found is not None:
        return found, problems
    depth = len(subject.where)
    wrong = {problem.where[depth] for problem in problems if problem.where[depth:]}
    good = {name: value for name, value in raw.items() if name not in wrong}
    found, _ = checked(model, good, subject)
    return found or model(), problems


def _without_nothing(value: Value) -> Any:
    if isinstance(value, dict):
        return {
            name: _without_nothing(inner)
            for name, inner in value.items()
            if inner is not None
        }
    if isinstance(value, list):
        return [_without_nothing(inner) for inner in value]
    return value
