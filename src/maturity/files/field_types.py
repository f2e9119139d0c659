"""The types that fields of the classes are declared with, taken apart."""

from typing import Any, get_args, get_origin

import attrs


def key_of(each: "attrs.Attribute[Any]") -> str:
    """The key that the field has in files."""
    key: str = each.metadata.get("key", each.name)
    return key


def is_list(kind: Any) -> bool:
    """Whether a field of that type holds a list."""
    return get_origin(present_type(kind)) is tuple


def item_type(kind: Any) -> Any:
    """The type of the items of a list, or the type itself."""
    present = present_type(kind)
    return get_args(present)[0] if get_origin(present) is tuple else present


def is_optional(kind: Any) -> bool:
    """Whether a field of that type may hold nothing."""
    return type(None) in get_args(kind)


def is_number(kind: Any) -> bool:
    """Whether a field of that type holds a number, whole or not."""
    return kind is float or set(get_args(kind)) >= {int, float}


def present_type(kind: Any) -> Any:
    """The type behind `X | None`."""
    found = [each for each in get_args(kind) if each is not type(None)]
    return found[0] if len(found) == 1 and is_optional(kind) else kind
