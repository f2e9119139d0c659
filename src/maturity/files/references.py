"""Every id that a typed value refers to, and where it does: fields say in their metadata what they refer to."""

from collections.abc import Iterator

import attrs
from attrs import frozen

from maturity.files.document import Path
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
            references += _references_of(getattr(owner, each.name), each.refers, (*at, each.key))
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
    plans: dict[type, _Plan | None] = {}
    waiting: list[tuple[object, Path, str]] = [(value, (), "")]
    while waiting:
        found, at, rows = waiting.pop()
        if isinstance(found, tuple):
            waiting.extend((item, (*at, index), rows) for index, item in reversed(list(enumerate(found))))
            continue
        kind = type(found)
        if kind not in plans:
            plans[kind] = _plan(kind) if attrs.has(kind) else None
        plan = plans[kind]
        if plan is not None:
            yield found, at, rows, plan
            waiting.extend((getattr(found, each.name), (*at, each.key), each.rows) for each in reversed(plan.holding))


def _plan(kind: type[attrs.AttrsInstance]) -> _Plan:
    steps = [
        _Step(
            each.name,
            each.metadata.get("key", each.name),
            each.metadata.get("refers", ""),
            each.metadata.get("rows", ""),
        )
        for each in attrs.fields(kind)
    ]
    plain = {each.name for each in attrs.fields(kind) if each.type in (str, int, float, bool, tuple[str, ...])}
    return _Plan(
        referring=tuple(each for each in steps if each.refers),
        holding=tuple(each for each in steps if each.name not in plain),
        has_id=any(each.name == "id" for each in steps),
    )


def _references_of(found: str | tuple[str, ...] | None, refers: str, path: Path) -> Iterator[Reference]:
    if isinstance(found, str):
        yield Reference(refers, found, path)
    elif found:
        for index, id in enumerate(found):
            yield Reference(refers, id, (*path, index))
