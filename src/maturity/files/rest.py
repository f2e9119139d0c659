"""What can be read of a file that holds faults, so that the rest of it is checked too."""

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from typing import Any, Generic, TypeVar

import attrs
from attrs import field, frozen

from maturity.files.faults import Fault
from maturity.files.field_types import key_of
from maturity.files.positions import Path
from maturity.files.structure import structure
from maturity.files.yaml_text import Value

T = TypeVar("T")

_TRIES = 3
"""A record of which one fault was taken away may break a rule that was not asked before."""


@frozen(kw_only=True)
class Lost:
    """A record that could not be read."""

    list: str = field(metadata={"doc": "Key of the list that it stands in."})
    index: int = field(metadata={"doc": "Its position there, counted from 0."})
    id: str | None = field(metadata={"doc": "Nothing where its id cannot be read either."})
    ids: tuple[str, ...] = field(metadata={"doc": "Every id in it, its own too."})


@frozen(kw_only=True)
class Rest(Generic[T]):
    """A file's value, or what is left of it without what is wrong; nothing where too little is."""

    value: T | None
    faults: tuple[Fault, ...]
    lost: tuple[Lost, ...] = ()


def read_rest(value: Value, kind: type[T], *, language: str, original_first: bool = False) -> Rest[T]:
    """*value*, which is a mapping, as a *kind*; what is wrong in it is told, and left out where it can be."""
    found, faults = structure(value, kind, language=language, original_first=original_first)
    if found is not None or not isinstance(value, dict):
        return Rest(value=found, faults=tuple(faults))
    left = deepcopy(value)
    kept = {name: list(range(len(items))) for name, items in left.items() if isinstance(items, list)}
    wrong = faults
    for _ in range(_TRIES):
        if not _leave_out(wrong, left, kept, kind):
            break
        found, wrong = structure(left, kind, language=language, original_first=original_first)
        if found is not None:
            break
    used = {name: kept[name] for name in kept if name in left} if found is not None else {}
    return Rest(value=found, faults=tuple(faults), lost=tuple(_list_lost(value, used)))


def as_written(path: Path, lost: Iterable[Lost]) -> Path:
    """A path into what is left as one into the whole file."""
    if len(path) < 2 or not isinstance(path[1], int):
        return path
    index = path[1]
    for each in sorted(each.index for each in lost if each.list == path[0]):
        index += each <= index
    return (path[0], index, *path[2:])


def _leave_out(faults: list[Fault], left: dict[str, Value], kept: dict[str, list[int]], kind: Any) -> bool:
    """Take away keys that are not known, records with faults and optional fields; whether that is all there is."""
    items: dict[str, set[int]] = {}
    for each in faults:
        match each.path:
            case (str(name), int(index), *_) if isinstance(left.get(name), list) and not each.at_key:
                items.setdefault(name, set()).add(index)
            case path if each.at_key:
                _delete(left, path)
            case (str(name), *_) if name in left and _is_optional(name, kind):
                del left[name]
            case _:
                return False
    for name, indices in items.items():
        if name in left:
            left[name] = _without(left[name], indices)
            kept[name] = _without(kept[name], indices)
    return True


def _delete(value: Any, path: Path) -> None:
    for step in path[:-1]:
        value = value[step]
    value.pop(path[-1], None)


def _without(items: Any, indices: set[int]) -> Any:
    return [each for index, each in enumerate(items) if index not in indices]


def _is_optional(name: str, kind: Any) -> bool:
    return any(key_of(each) == name and each.default is not attrs.NOTHING for each in attrs.fields(kind))


def _list_lost(value: dict[str, Value], kept: Mapping[str, list[int]]) -> Iterator[Lost]:
    for name, items in value.items():
        used = set(kept.get(name, ()))
        for index, item in enumerate(items if isinstance(items, list) else ()):
            if index not in used:
                own = item.get("id") if isinstance(item, dict) else None
                id = own if isinstance(own, str) else None
                yield Lost(list=name, index=index, id=id, ids=tuple(_ids(item)))


def _ids(value: Value) -> Iterator[str]:
    if isinstance(value, list):
        for each in value:
            yield from _ids(each)
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key == "id" and isinstance(inner, str):
                yield inner
            else:
                yield from _ids(inner)
