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


def list_references(value: object, path: Path = ()) -> Iterator[Reference]:
    """References in *value* and all that it holds.

    `refers` is `sources`, `records`, `indicators` or `vocabulary/<its id>`.
    """
    for owner, at, rows in _walk(value, path, ""):
        for each in attrs.fields(type(owner)):
            refers = each.metadata.get("refers")
            if refers:
                yield from _references_of(getattr(owner, each.name), refers, (*at, _key(each)))
        if isinstance(owner, Row):
            yield Reference(f"vocabulary/{rows}", owner.row, (*at, "row"))


def list_definitions(value: object, path: Path = ()) -> Iterator[Definition]:
    """Values with an id in *value* and all that it holds."""
    for owner, at, _ in _walk(value, path, ""):
        id = getattr(owner, "id", None)
        if isinstance(id, str) and path != at:
            yield Definition(id, owner, at)


def _walk(value: object, path: Path, rows: str) -> Iterator[tuple[attrs.AttrsInstance, Path, str]]:
    if attrs.has(type(value)):
        owner: attrs.AttrsInstance = value  # type: ignore[assignment]
        yield owner, path, rows
        for each in attrs.fields(type(owner)):
            found = getattr(owner, each.name)
            if isinstance(found, tuple) or attrs.has(type(found)):
                yield from _walk(found, (*path, _key(each)), each.metadata.get("rows", ""))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            if isinstance(item, tuple) or attrs.has(type(item)):
                yield from _walk(item, (*path, index), rows)


def _references_of(found: str | tuple[str, ...] | None, refers: str, path: Path) -> Iterator[Reference]:
    if isinstance(found, str):
        yield Reference(refers, found, path)
    elif found:
        for index, id in enumerate(found):
            yield Reference(refers, id, (*path, index))


def _key(each: "attrs.Attribute[object]") -> str:
    key: str = each.metadata.get("key", each.name)
    return key
