"""What the fields of the classes that files are read into hold, for whoever describes the files."""

from typing import Any

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
