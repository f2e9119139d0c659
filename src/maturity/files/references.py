"""Every id that a typed value refers to, and where it does: fields say in their metadata what they refer to."""

from collections.abc import Hashable, Iterator
from functools import cache
from typing import get_args

import attrs
from attrs import frozen

from maturity.files.field_types import key_of
from maturity.files.positions import Path
from maturity.records.rows import Row


@frozen
class Reference:
    """An id that stands in a field, what kind of thing it refers to, and the path of that place."""

    refers: str
    id: str
    path: Path


@frozen
class Definition:
    """A value with an id of its own, and its path."""

    id: str
    value: object
    path: Path


def list_references(value: object) -> list[Reference]:
    """References in *value* and all that it holds.

    `refers` is `sources`, `records`, `indicators` or `vocabulary/<its id>`.
    """
    return scan(value)[1]


def list_definitions(value: object) -> list[Definition]:
    """Values with an id in *value* and all that it holds; not *value* itself."""
    return scan(value)[0]


def scan(value: object) -> tuple[list[Definition], list[Reference]]:
    """Definitions and references in *value*, found in one walk."""
    definitions: list[Definition] = []
    references: list[Reference] = []
    for owner, at, rows, plan in _walk(value):
        if plan.has_id and at:
            definitions.append(Definition(owner.id, owner, at))  # type: ignore[attr-defined]
        for each in plan.referring:
            named = getattr(owner, each.name)
            if isinstance(named, str):
                references.append(Reference(each.refers, named, (*at, each.key)))
            elif named:
                references += (Reference(each.refers, id, (*at, each.key, place)) for place, id in enumerate(named))
        if isinstance(owner, Row):
            references.append(Reference(f"vocabulary/{rows}", owner.row, (*at, "row")))
    return definitions, references


@frozen
class _Step:
    """A field to look into."""

    name: str
    key: str
    refers: str
    rows: str


@frozen
class _Plan:
    """What to look at in every value of one class."""

    referring: tuple[_Step, ...]
    holding: tuple[_Step, ...]
    has_id: bool


def _walk(value: object) -> Iterator[tuple[object, Path, str, _Plan]]:
    waiting: list[tuple[object, Path, str]] = [(value, (), "")]
    while waiting:
        found, at, rows = waiting.pop()
        if isinstance(found, tuple):
            waiting.extend((item, (*at, index), rows) for index, item in reversed(list(enumerate(found))))
            continue
        plan = _plan(type(found))  # type: ignore[arg-type]
        if plan is not None:
            yield found, at, rows, plan
            for each in reversed(plan.holding):
                held = getattr(found, each.name)
                if held:
                    waiting.append((held, (*at, each.key), each.rows))


@cache
def _plan(kind: type) -> _Plan | None:
    """What to look at in values of a class; nothing where it is no attrs class."""
    if not attrs.has(kind):
        return None
    steps = [
        _Step(
            each.name,
            key_of(each),
            each.metadata.get("refers", ""),
            each.metadata.get("rows", ""),
        )
        for each in attrs.fields(kind)
    ]
    holding = {each.name for each in attrs.fields(kind) if _may_hold(each.type)}
    return _Plan(
        referring=tuple(each for each in steps if each.refers),
        holding=tuple(each for each in steps if each.name in holding),
        has_id=any(each.name == "id" for each in steps),
    )


@cache
def _may_hold(hint: Hashable) -> bool:
    """Whether a value of that type may be, or hold, something with an id or a reference; texts, of all, do not."""
    if hint in (str, int, float, bool, None, type(None), ...) or hasattr(hint, "__supertype__"):
        return False
    if get_args(hint):
        return any(map(_may_hold, get_args(hint)))
    if not (isinstance(hint, type) and attrs.has(hint)):
        return True
    inside = attrs.fields(hint)
    named = issubclass(hint, Row) or any(each.name == "id" or "refers" in each.metadata for each in inside)
    return named or any(_may_hold(each.type) for each in inside)
