"""What the fields of a record class hold, in plain words."""

import ast
import inspect
import textwrap
from collections.abc import Iterator
from typing import Any, get_args

import attrs
from attrs import frozen, validators

from maturity.dates import Date
from maturity.files.field_types import is_list, item_type, key_of
from maturity.files.fields import Kind, doc_of, validator_of
from maturity.text import Text

_PLAIN: dict[Any, str] = {
    str: "words",
    int: "whole number",
    float: "number",
    bool: "true or false",
    Text: "[text](#text)",
    Date: "[date](#date)",
}
_OPTIONAL: Any = type(validators.optional([]))
_COMPARED = {">=": "At least", ">": "More than", "<=": "At most", "<": "Less than"}
_REFERS = {"records": "id of a record", "sources": "id of a source", "indicators": "id of an indicator"}


@frozen(kw_only=True)
class FieldLine:
    """One field as a row of the page."""

    key: str
    holds: str
    left_out: str
    about: str


def list_lines(kind: Kind, names: set[str]) -> list[FieldLine]:
    """The fields of *kind* that are among *names*, required ones first."""
    found = [_line(kind, each) for each in attrs.fields(kind) if each.name in names]
    return sorted(found, key=lambda line: line.left_out != "required")


def own_names(kind: Kind, base: Kind | None) -> set[str]:
    """Names of the fields that *kind* has beyond those of *base*."""
    shared = {each.name for each in attrs.fields(base)} if base else set()
    return {each.name for each in attrs.fields(kind)} - shared


def inner_kinds(kind: Kind) -> Iterator[tuple[str, Kind]]:
    """Keys of *kind* that hold mappings or lists of mappings, and the classes of those."""
    for each in attrs.fields(kind):
        found = item_type(each.type)
        if attrs.has(found) and found is not Text:
            yield key_of(each), found


def list_rules(kind: Kind) -> list[str]:
    """What must hold between the fields of *kind*, as the errors say it."""
    check = vars(kind).get("__attrs_post_init__")
    if check is None:
        return []
    tree = ast.parse(textwrap.dedent(inspect.getsource(check)))
    raised = (each.exc for each in ast.walk(tree) if isinstance(each, ast.Raise))
    words = (call.args[0] for call in raised if isinstance(call, ast.Call) and call.args)
    return [each.value for each in words if isinstance(each, ast.Constant) and isinstance(each.value, str)]


def vocabulary_uses(kind: Kind) -> Iterator[tuple[str, str]]:
    """Vocabularies that fields of *kind* take their terms from, and the keys of those fields."""
    for each in attrs.fields(kind):
        refers = each.metadata.get("refers", "")
        if refers.startswith("vocabulary/"):
            yield refers.removeprefix("vocabulary/"), key_of(each)
        if "rows" in each.metadata:
            yield each.metadata["rows"], key_of(each)


def link_to(kind: Kind) -> str:
    """A link to the section about *kind*."""
    return f"[{kind.__name__}](#{kind.__name__.lower()})"


def _line(kind: Kind, each: "attrs.Attribute[Any]") -> FieldLine:
    limits = _limits(validator_of(kind, each))
    about = " ".join(part for part in (doc_of(kind, each), limits) if part)
    return FieldLine(key=key_of(each), holds=_holds(each), left_out=_left_out(each), about=about)


def _holds(each: "attrs.Attribute[Any]") -> str:
    item = item_type(each.type)
    refers = each.metadata.get("refers", "")
    if refers.startswith("vocabulary/"):
        name = f"term of `{refers.removeprefix('vocabulary/')}`"
    elif refers:
        name = _REFERS[refers]
    elif set(get_args(item)) >= {int, float}:
        name = "number"
    else:
        name = _PLAIN[item] if item in _PLAIN else link_to(item)
    return f"list: {name}" if is_list(each.type) else name


def _left_out(each: "attrs.Attribute[Any]") -> str:
    if each.default is attrs.NOTHING:
        return "required"
    if each.default is None or each.default == ():
        return "none"
    return f"`{str(each.default).lower() if isinstance(each.default, bool) else each.default}`"


def _limits(validator: Any) -> str:
    parts = getattr(validator, "_validators", (validator,))
    found = (_limit(each.validator if isinstance(each, _OPTIONAL) else each) for each in parts)
    return " ".join(limit for limit in found if limit)


def _limit(validator: Any) -> str:
    options = getattr(validator, "options", None)
    if isinstance(options, range):
        return f"From {options[0]} to {options[-1]}."
    if options is not None:
        return f"One of {', '.join(f'`{option}`' for option in options)}."
    if hasattr(validator, "pattern"):
        return f"Pattern `{validator.pattern.pattern}`."
    if hasattr(validator, "min_length"):
        return "Not empty."
    return f"{_COMPARED[validator.compare_op]} {validator.bound}." if hasattr(validator, "compare_op") else ""
