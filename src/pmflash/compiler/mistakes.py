"""What pydantic finds wrong with fields, told in house words and one by one."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from pmflash.compiler.advice import digits, glued_dash, shape
from pmflash.compiler.events import Value
from pmflash.compiler.grammar import no_space_after_dash
from pmflash.compiler.words import did_you_mean, nearest, quoted
from pmflash.model import nearness
from pmflash.model.diagnostic import Problem, Where

Fields = dict[str, Value]

_EXPECTED = {
    "string_type": "a text",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "fields",
    "model_type": "fields",
}
_LIMITS = {
    "greater_than": "a number above {gt}",
    "greater_than_equal": "a number from {ge} on",
    "less_than": "a number below {lt}",
    "less_than_equal": "a number up to {le}",
    "decimal_max_digits": "a number of at most {max_digits} digits",
    "decimal_max_places": "a number of at most {decimal_places} decimals",
    "decimal_whole_digits": "a number of at most {whole_digits} whole digits",
}
_SINGLE = ("int", "float", "decimal", "bool", "literal", "enum")
_ALTERNATIVE = re.compile("'([^']*)'")


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose fields are checked, as messages name it, and where they stand."""

    name: str
    where: Where = ()


def mistakes(
    error: ValidationError, model: type[BaseModel], raw: Fields, subject: Subject
) -> list[Problem]:
    """Return one problem for each mistake that `error` found in `raw`."""
    return _Translation(model, raw, subject).problems(error)


def written(value: Value) -> str:
    """Return what sort of thing an author wrote."""
    if isinstance(value, list):
        return "a list"
    return "fields" if isinstance(value, dict) else "a text"


class _Translation:
    def __init__(self, model: type[BaseModel], raw: Fields, subject: Subject) -> None:
        self._model = model
        self._raw = raw
        self._subject = subject

    def problems(self, error: ValidationError) -> list[Problem]:
        """Return one problem for each mistake in `error`."""
        missing: dict[Where, list[str]] = defaultdict(list)
        unknown: dict[Where, list[str]] = defaultdict(list)
        others: dict[Where, Problem] = {}
        details = error.errors(include_url=False)
        for detail in details:
            where, is_whole = self._walked(detail["loc"], detail["type"])
            if detail["type"] == "missing" and is_whole:
                missing[where[:-1]].append(str(where[-1]))
            elif detail["type"] == "extra_forbidden":
                unknown[where[:-1]].append(str(where[-1]))
            elif detail["type"] != "too_short" or not _has_inner(detail, details):
                others.setdefault(where, self._other(where, detail))
        found = list(others.values())
        for parent, names in unknown.items():
            found += self._unknown(parent, names, missing[parent])
        for parent, names in missing.items():
            found += self._missing(parent, names)
        return found

    def _walked(self, loc: tuple[int | str, ...], sort: str) -> tuple[Where, bool]:
        """Return `loc` without the names of pydantic's alternatives."""
        value: Value = self._raw
        where: Where = ()
        for position, step in enumerate(loc):
            is_absent = sort == "missing" and position == len(loc) - 1
            if isinstance(value, dict) and step in value:
                value = value[str(step)]
            elif isinstance(value, list) and isinstance(step, int):
                if step >= len(value):
                    return where, False
                value = value[step]
            elif not (is_absent and isinstance(value, dict)):
                return where, False
            where = (*where, step)
        return where, True

    def _unknown(
        self, parent: Where, names: list[str], missing: list[str]
    ) -> Iterator[Problem]:
        """Yield unknown fields, taking out of `missing` what they were meant to be."""
        for name in names:
            meant = nearest(name, missing) or _same_start(name, missing)
            if meant:
                missing.remove(meant)
                help = nearness.did_you_mean(quoted(meant))
            else:
                model = self._model_at(parent)
                known = model.model_fields if model else ()
                help = did_you_mean(name, known, "fields")
            yield self._problem(
                (*parent, name),
                "unknown-field",
                f"{self._owner(parent)} has no field called {quoted(name)}",
                help,
                on_key=True,
            )

    def _model_at(self, parent: Where) -> type[BaseModel] | None:
        model: type[BaseModel] | None = self._model
        for step in parent:
            if isinstance(step, str) and model is not None:
                field = model.model_fields.get(step)
                model = _model_inside(field.annotation) if field else model
        return model

    def _example(self, where: Where) -> str:
        model, name = self._model_at(where[:-1]), str(where[-1]) if where else ""
        field = model.model_fields.get(name) if model else None
        return str(field.examples[0]) if field and field.examples else ""

    def _missing(self, parent: Where, names: list[str]) -> Iterator[Problem]:
        fields = _at(self._raw, parent)
        for name in names:
            if isinstance(fields, dict) and name in fields:
                yield self._empty((*parent, name))
            else:
                yield self._problem(
                    parent,
                    "missing-field",
                    f"{self._owner(parent)} has no {quoted(name)}",
                    f"add `{name}:` with its value",
                )

    def _empty(self, where: Where) -> Problem:
        name = next((step for step in reversed(where) if isinstance(step, str)), "")
        return self._problem(
            where,
            "empty-field",
            f"{self._owner(where)} is empty",
            f"write something after `{name}:`",
            on_key=True,
        )

    def _other(self, where: Where, detail: ErrorDetails) -> Problem:
        sort, value = detail["type"], _at(self._raw, where)
        if value is None or (sort == "string_too_short" and not str(value).strip()):
            return self._empty(where)
        what = self._owner(where)
        context: dict[str, Any] = detail.get("ctx", {})
        if sort in ("too_short", "too_long"):
            return self._count(where, what, sort, context)
        if sort in _LIMITS:
            allowed = _LIMITS[sort].format(**context)
            message = f"{what} takes {allowed}, and holds {quoted(str(value))}"
            return self._problem(where, "out-of-range", message, f"write {allowed}")
        if sort in ("value_error", "assertion_error"):
            message = f"{what}: {context['error']}"
            return self._problem(where, "wrong-value", message)
        if isinstance(value, str):
            return self._wrong_text(where, what, value, sort, context)
        return self._wrong_shape(where, what, value, sort)

    def _count(
        self, where: Where, what: str, sort: str, context: dict[str, Any]
    ) -> Problem:
        has = context["actual_length"]
        if sort == "too_long":
            message = f"{what} takes {context['max_length']}, and has {has}"
            return self._problem(where, "too-many", message, "take the others out")
        message = f"{what} needs at least {context['min_length']}, and has {has}"
        return self._problem(where, "too-few", message, "add what is missing")

    def _wrong_text(
        self, where: Where, what: str, value: str, sort: str, context: dict[str, Any]
    ) -> Problem:
        if sort.startswith(("int", "float", "decimal", "finite")):
            message = f"{what} takes a number, and holds {quoted(value)}"
            return self._problem(where, "not-a-number", message, digits(value))
        if sort.startswith("bool"):
            message = f"{what} takes `true` or `false`, and holds {quoted(value)}"
            help = "write `true` or `false`"
            return self._problem(where, "not-yes-or-no", message, help)
        if sort in ("literal_error", "enum"):
            words = [w for w in _ALTERNATIVE.findall(context["expected"]) if w]
            message = f"{what} is {quoted(value)}, which pmflash does not know"
            help = did_you_mean(value, words, "choices")
            return self._problem(where, "unknown-choice", message, help)
        return self._wrong_shape(where, what, value, sort)

    def _wrong_shape(self, where: Where, what: str, value: Value, sort: str) -> Problem:
        glued = glued_dash(value)
        if glued and sort == "tuple_type":
            place = (*self._subject.where, *where, glued)
            return no_space_after_dash(glued.removeprefix("-"), place)
        expected = _EXPECTED.get(sort, "something else")
        if sort.startswith(_SINGLE):
            expected = "a single word or number"
        name = str(where[-1]) if where else ""
        help = shape(name, expected, value, self._example(where))
        if (*self._subject.where, *where) == ("facts",):
            help = "start each fact with `- `"
        message = f"{what} takes {expected}, and holds {written(value)}"
        return self._problem(where, "wrong-shape", message, help)

    def _owner(self, where: Where) -> str:
        if not where:
            return self._subject.name
        *above, last = where
        if isinstance(last, int) and above:
            inside = self._owner(tuple(above[:-1]))
            return f"number {last + 1} of {quoted(str(above[-1]))} in {inside}"
        return f"{quoted(str(last))} of {self._owner(tuple(above))}"

    def _problem(
        self,
        where: Where,
        slug: str,
        message: str,
        help: str = "",
        on_key: bool = False,
    ) -> Problem:
        place = (*self._subject.where, *where)
        return Problem(place, slug, message, help, on_key=on_key)


def _has_inner(outer: ErrorDetails, details: list[ErrorDetails]) -> bool:
    """Tell whether a list only seems short because its items are wrong."""
    loc = outer["loc"]
    return any(
        len(detail["loc"]) > len(loc) and detail["loc"][: len(loc)] == loc
        for detail in details
    )


def _at(value: Value, where: Where) -> Value:
    for step in where:
        if isinstance(value, dict):
            value = value.get(str(step))
        elif isinstance(value, list) and isinstance(step, int):
            value = value[step]
    return value


def _same_start(name: str, missing: list[str]) -> str:
    starts = [field for field in missing if field[:1] == name[:1]]
    return starts[0] if starts else ""


def _model_inside(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in get_args(annotation):
        found = _model_inside(inner)
        if found is not None:
            return found
    return None
