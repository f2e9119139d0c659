"""What the fields of the classes that files are read into hold, for whoever describes the files."""

from typing import Any, get_args, get_origin

import attrs

from maturity.files.framework_files import DimensionHead, FrameworkFile
from maturity.files.profile_files import ProfileFile
from maturity.framework import Component, Framework
from maturity.profile import Profile

Kind = type[attrs.AttrsInstance]

_TWINS: dict[Kind, Kind] = {
    ProfileFile: Profile,
    FrameworkFile: Framework,
    DimensionHead: Component,
}
"""Classes of files whose fields are described on the class that they become a part of."""


def key_of(each: "attrs.Attribute[Any]") -> str:
    """The key that the field has in files."""
    key: str = each.metadata.get("key", each.name)
    return key


def twin_of(kind: Kind, each: "attrs.Attribute[Any]") -> "attrs.Attribute[Any]":
    """The field that a field of *kind* becomes, which says what it is for; often the field itself."""
    return attrs.fields_dict(_TWINS[kind]).get(each.name, each) if kind in _TWINS else each


def doc_of(kind: Kind, each: "attrs.Attribute[Any]") -> str:
    """What the field of *kind* is for, in a sentence; empty where its name says it."""
    doc: str = each.metadata.get("doc") or twin_of(kind, each).metadata.get("doc", "")
    return doc


def validator_of(kind: Kind, each: "attrs.Attribute[Any]") -> Any:
    """What the field of *kind* must satisfy."""
    return each.validator or twin_of(kind, each).validator


def summary_of(kind: Kind) -> str:
    """The first line of the class's docstring, without the name of its file."""
    summary = (kind.__doc__ or "").strip().splitlines()[0].rpartition(".yaml`: ")[2]
    return summary[0].upper() + summary[1:]


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
